import type { NetworkGraph, NetworkLink, NetworkNode } from './graph.ts'

/* A network like that of a real district: 37 fora in 14 subjects, most of them without interfaces. For the tests here. */

type Row = readonly [
  name: string,
  level: 's' | 't' | 'o' | '-',
  column: string,
  meetings: number | null,
  group?: number,
]

const levels = { s: 'strategic', t: 'tactical', o: 'operational', '-': null } as const

const rows: readonly Row[] = [
  ['Kredsrådet', 's', 'Lokalsamfund', 4],
  ['Kontaktudvalget', 's', 'Lokalsamfund', 4],
  ['Lokalrådene', 'o', 'Lokalsamfund', 4, 10],
  ['Beredskabskommissionerne', 's', 'Beredskab', 3],
  ['Beredskabsstaben (strategisk niveau)', 's', 'Beredskab', 1],
  ['Beredskabsstaben (operativt niveau)', 'o', 'Beredskab', 1],
  ['Epidemikommissionen', 's', 'Beredskab', 1],
  ['Møder med Region Sjællands Sundhedsberedskabs- og Præhospitale Udvalg', 't', 'Beredskab', 2],
  ['Møder med Embedslægeinstitutionen', 't', 'Beredskab', null],
  ['Møder med Statens Luftfartsvæsen', 't', 'Beredskab', null],
  ['Møder med festivalledelser', 'o', 'Beredskab', null],
  ['Møder med handelsstandsforeninger', 'o', 'Beredskab', null],
  ['Møder med Fødevareregionen', 't', 'Dyr og miljø', 1],
  ['Kontaktpersoner hos dyreværnsorganisationer', 'o', 'Dyr og miljø', 1],
  ['Møder med miljømyndighederne', 't', 'Dyr og miljø', 2],
  ['Koordinationsudvalg', 't', 'Forebyggelse', 4],
  ['Lokale forebyggelsesteams', 't', 'Forebyggelse', null],
  ['Ugentlige statusmøder', 'o', 'Forebyggelse', 52],
  ['Banderåd', 't', 'Forebyggelse', 4],
  ['Beboermøder', 'o', 'Forebyggelse', null],
  ['Kommunernes SSP-organisation', 'o', 'Forebyggelse', 12],
  ['Møder med psykiatrien i Region Sjælland', 't', 'Psykiatri', 2],
  ['PSP-samarbejde (styregruppe og praksisgrupper)', 't', 'Psykiatri', 14],
  ['Møder med Sct. Hans', 't', 'Psykiatri', 1],
  ['Det Koordinerende Råd vedrørende Foranstaltningsdømte', 's', 'Psykiatri', 1],
  ['Møder med opholdssteder', 'o', 'Psykiatri', null],
  ['Møder i vejcentre', 's', 'Trafik', 1],
  ['Lokale trafiksikkerhedsudvalg', 'o', 'Trafik', null],
  ['Netværk vedrørende illegalt arbejde', 's', 'Illegalt arbejde', 2],
  ['Indsats mod bagmænd', '-', 'Kvindehandel', null],
  ['Møder om forebyggelse af jalousidrab', '-', 'Samlivsvold', 4],
  ['Bevillingsnævnene', 'o', 'Bevillinger', null, 7],
  ['Møder med arresthusene', 'o', 'Afsoning', null],
  ['Møder med Kriminalforsorgen', 'o', 'Afsoning', 1],
  ['Møder med SKAT (overordnet)', 's', 'SKAT', 1],
  ['Møde med retterne (overordnet)', 's', 'Retterne', 4],
  ['Møde med retterne (sagsbehandlere)', 'o', 'Retterne', 4],
  ['Møder med pressen', '-', 'Pressen', 1],
]

const unknown = [
  'Arbejdsgruppe om illegalt arbejde',
  'Møderne med Region Sjælland',
  'Lokalt forebyggende arbejde i øvrigt',
]

const idOf = (name: string): string => {
  const index = [...rows.map(([known]) => known), ...unknown].findIndex((known) => known.startsWith(name))
  if (index < 0) throw new Error(`No forum begins with ${name}`)
  return `f${String(index + 1)}`
}

const link = (kind: NetworkLink['kind'], from: string, to: string): NetworkLink => ({
  kind,
  from: idOf(from),
  to: idOf(to),
})

const links: readonly NetworkLink[] = [
  link('thread', 'Kredsrådet', 'Kontaktudvalget'),
  link('thread', 'Kontaktudvalget', 'Lokalrådene'),
  link('mutual', 'Beredskabsstaben (strategisk', 'Beredskabsstaben (operativt'),
  link('mutual', 'Møder med psykiatrien', 'Møder med Sct. Hans'),
  link('mutual', 'Møde med retterne (overordnet', 'Møde med retterne (sags'),
  link('oneSided', 'Koordinationsudvalg', 'Lokalrådene'),
  link('oneSided', 'Koordinationsudvalg', 'Kommunernes SSP'),
  link('oneSided', 'Lokale forebyggelsesteams', 'Koordinationsudvalg'),
  link('oneSided', 'Lokale forebyggelsesteams', 'Kommunernes SSP'),
  link('oneSided', 'Ugentlige', 'Lokalrådene'),
  link('oneSided', 'Ugentlige', 'Koordinationsudvalg'),
  link('oneSided', 'Ugentlige', 'Lokale forebyggelsesteams'),
  link('oneSided', 'Ugentlige', 'Kommunernes SSP'),
  link('oneSided', 'Ugentlige', 'Banderåd'),
  link('oneSided', 'Banderåd', 'Lokalrådene'),
  link('oneSided', 'Beboermøder', 'Lokalrådene'),
  link('oneSided', 'Lokalrådene', 'Kommunernes SSP'),
  link('oneSided', 'PSP', 'Møder med psykiatrien'),
  link('oneSided', 'PSP', 'Møder med Sct. Hans'),
  link('oneSided', 'PSP', 'Det Koordinerende'),
  link('oneSided', 'Møder i vejcentre', 'Lokale trafik'),
  link('unmatched', 'Netværk vedrørende', 'Arbejdsgruppe om'),
  link('unmatched', 'Møder med miljø', 'Møderne med Region'),
  link('unmatched', 'Lokale trafik', 'Lokalt forebyggende'),
]

const nodes: readonly NetworkNode[] = [
  ...rows.map(([name, level, column, meetings, group]) => ({
    id: idOf(name),
    name,
    level: levels[level],
    column,
    meetings,
    groupSize: group ?? 1,
    href: `/testrup/fora/${idOf(name)}`,
    known: true,
  })),
  ...unknown.map((name) => ({
    id: idOf(name),
    name,
    level: null,
    column: null,
    meetings: null,
    groupSize: 1,
    href: null,
    known: false,
  })),
]

export const exampleNetwork: NetworkGraph = { nodes, links, places: new Map() }

/** A larger network of the same kind: `times` districts side by side, without links between them. */
export const manyNetworks = (times: number): NetworkGraph => {
  const copies = Array.from({ length: times }, (_, index) => (id: string) => `d${String(index)}-${id}`)
  return {
    nodes: copies.flatMap((renamed) => nodes.map((node) => ({ ...node, id: renamed(node.id) }))),
    links: copies.flatMap((renamed) => links.map((l) => ({ ...l, from: renamed(l.from), to: renamed(l.to) }))),
    places: new Map(),
  }
}
