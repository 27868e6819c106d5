import {
  type DemoForum,
  type DemoGroup,
  type DemoSeat,
  everywhere,
  noInterface,
  noLaw,
  noPlan,
  office,
  offices,
} from './forum.ts'
import { demoMunicipalities, type DemoMunicipality } from './municipalities.ts'

const councils = {
  topic: 'Kriminalitet og tryghed i den enkelte kommune',
  legalBasis: 'Forretningsorden for lokalråd',
  purpose: 'Omsætte samarbejdsplanen til indsatser, der passer til kommunen',
  actionPlans: 'En handleplan om året i hvert lokalråd',
  interfaces: 'Kommunernes SSP-organisation',
  participants: 'Lokalpolitiet (formand), kommunen og folk fra foreninger, boligområder og erhvervsliv',
  cadence: 'Mindst 4',
}

const commissions = {
  topic: 'Kommunens redningsberedskab',
  legalBasis: 'Beredskabsloven § 9',
  purpose: 'Have et beredskab, der kan forebygge og begrænse ulykker',
  actionPlans: noPlan,
  interfaces: noInterface,
  participants: 'Borgmesteren (formand), beredskabschefen, politiets beredskab og udpegede fra byrådet',
  cadence: '3-4',
}

/** Entries of the annex that stand for one forum in every municipality. */
export const demoGroups: readonly DemoGroup[] = [
  { category: 1, name: 'Lokalrådene', ...councils },
  { category: 2, name: 'Beredskabskommissionerne i de enkelte kommuner', ...commissions },
]

const fromCommunity: Record<string, readonly string[]> = {
  Greve: ['Arne Opdigt', 'Bitten Udkast'],
  Køge: ['Conny Eksempel', 'Dennis Skabelon', 'Esther Fantasi'],
  Roskilde: ['Flemming Prøve', 'Grethe Kladde', 'Hugo Testrup'],
  Solrød: ['Irma Mønster', 'John Attrap'],
  Odsherred: ['Karen Pladsholder', 'Leif Opdigt'],
  Holbæk: ['Merete Eksempel', 'Nikolaj Udkast', 'Orla Testrup'],
  Kalundborg: ['Preben Skabelon', 'Rikke Prøve'],
  Ringsted: ['Svend Fantasi', 'Trine Kladde'],
  Stevns: ['Ulrik Attrap'],
  Lejre: ['Vibeke Mønster', 'Werner Eksempel'],
}

/** People of the local community in the local councils, with the organisation that named them. */
const communitySeats = (place: string): DemoSeat[] =>
  (fromCommunity[place] ?? []).map((name, index) => ({
    role: 'member',
    owner: 'person',
    name,
    party: 'community',
    appointedBy:
      ['Boligforeningernes Samvirke', 'Handelsstandsforeningernes Samråd', 'Idrættens Kredsråd'][index] ?? '',
    since: 'last-01-15',
    // The terms in Solrød ran out, and nobody has named new members.
    ends: place === 'Solrød' ? { days: -25 } : { days: 65 },
  }))

/** Days differ from place to place, so that meetings do not all fall in one week. */
const dayIn = (month: string, index: number): string => `${month}-${String(5 + index * 2).padStart(2, '0')}`

const councilOf = ({ code, name }: DemoMunicipality, index: number): DemoForum => ({
  ...councils,
  category: 1,
  name: `Lokalrådet i ${name}`,
  kind: 'localCouncil',
  level: 'tactical',
  openness: 'public',
  municipality: code,
  parent: 'Kredsrådet',
  group: 'Lokalrådene',
  law: ['forretningsorden', '114'],
  seats: [
    // In Lejre the municipality chairs, as its own standing orders say.
    office(`Leder af lokalpolitiet i ${name}`, name === 'Lejre' ? 'viceChair' : 'chair'),
    office(`SSP-leder i ${name}`, name === 'Lejre' ? 'chair' : 'secretary'),
    office(`Borgmestersekretariatschef i ${name}`),
    ...communitySeats(name),
  ],
  meets: ['02', '05', '09', '11'].map((month) => dayIn(month, index)),
  // Its minutes wait for those who have accounts.
  ...(name === 'Køge' && { lately: { days: -20 } }),
  missed: name === 'Odsherred' ? [dayIn('05', index), dayIn('09', index)] : [],
})

const commissionOf = ({ code, name }: DemoMunicipality, index: number): DemoForum => ({
  ...commissions,
  category: 2,
  name: `Beredskabskommissionen i ${name}`,
  level: 'strategic',
  municipality: code,
  group: 'Beredskabskommissionerne i de enkelte kommuner',
  law: ['b9'],
  seats: [
    office(`Borgmester i ${name}`, 'chair'),
    office(`Beredskabschef i ${name}`, 'secretary'),
    office('Linjechef for beredskabet'),
  ],
  meets: ['03', '06', '10'].map((month) => dayIn(month, index)),
  missed: name === 'Stevns' ? [dayIn('06', index)] : [],
})

/** The councils that direct and prepare the cooperation, and those of every municipality. */
export const demoCouncils: readonly DemoForum[] = [
  {
    category: 1,
    name: 'Kredsrådet',
    kind: 'districtCouncil',
    level: 'strategic',
    openness: 'public',
    topic: 'Politiets arbejde i kredsen og samarbejdet med kommunerne',
    legalBasis: 'Retsplejeloven §§ 111-113',
    purpose: 'Sætte en fælles retning for politi og kommuner, først og fremmest i forebyggelsen',
    actionPlans: 'Samarbejdsplanen, ny hvert år',
    interfaces: 'Kontaktudvalget',
    participants: 'Politidirektøren (formand) og de ti borgmestre',
    cadence: 'Mindst 4',
    law: ['111', '112', '113', '1426'],
    seats: [
      office('Politidirektør', 'chair'),
      office('Sekretær for kredsrådet', 'secretary'),
      ...everywhere('Borgmester i'),
    ],
    meets: ['02-25', '05-27', '09-16', '12-02'],
  },
  {
    category: 1,
    name: 'Kontaktudvalget',
    kind: 'liaisonCommittee',
    level: 'strategic',
    openness: 'public',
    parent: 'Kredsrådet',
    topic: 'De samme emner som i kredsrådet',
    legalBasis: noLaw,
    purpose: 'Forberede kredsrådets møder og følge op på dem',
    actionPlans: noPlan,
    interfaces: 'Kredsrådet, Lokalrådene',
    participants: 'Politiets ledelsessekretariat og en sekretariatschef fra hver kommune',
    cadence: 'Mindst 4',
    seats: [
      office('Ledelsessekretariatschef', 'chair'),
      office('Sekretær for kredsrådet', 'secretary'),
      ...everywhere('Borgmestersekretariatschef i'),
    ],
    meets: ['02-04', '05-06', '08-26', '11-11'],
  },
  ...demoMunicipalities.map(councilOf),
  ...demoMunicipalities.map(commissionOf),
]

/** How local councils are to be put together, and the one that has rules of its own. */
export const demoCompositions = [
  {
    forum: null,
    kind: 'localCouncil',
    chairParty: 'police',
    termMonths: 24,
    quotas: [
      { party: 'police', min: 1, max: 3 },
      { party: 'municipality', min: 1, max: 4 },
      { party: 'community', min: 2, max: 5 },
    ],
    source: 'Forretningsorden for lokalråd',
  },
  {
    forum: 'Lokalrådet i Lejre',
    kind: 'localCouncil',
    chairParty: 'municipality',
    termMonths: 48,
    quotas: [
      { party: 'police', min: 1, max: 2 },
      { party: 'municipality', min: 2, max: 4 },
      { party: 'community', min: 2, max: 6 },
    ],
    source: 'Lokalrådets egen forretningsorden',
  },
] as const

/** Working groups of the three focus areas, one member from each municipality that takes part. */
export const demoWorkingGroups: readonly DemoForum[] = [
  {
    category: 4,
    name: 'Arbejdsgruppen om unge på nettet',
    kind: 'workingGroup',
    level: 'operational',
    openness: 'partners',
    parent: 'Kontaktudvalget',
    topic: 'Deling af krænkende billeder og svindel rettet mod unge',
    legalBasis: noLaw,
    purpose: 'Kortlægge, hvad kommunerne gør i dag, og foreslå fælles initiativer',
    actionPlans: 'Indsatsområde 1 i samarbejdsplanen',
    interfaces: 'Lokalrådene',
    participants: 'Forebyggelsessekretariatet og SSP-ledere',
    cadence: '6',
    law: ['114'],
    seats: [
      office('Leder af forebyggelsessekretariatet', 'chair'),
      ...offices('SSP-leder i Køge', 'SSP-leder i Greve', 'SSP-leder i Roskilde'),
      { role: 'member', owner: 'person', name: 'Mads Testrup', party: 'community', ends: { days: 300 } },
    ],
    meets: ['01-21', '03-18', '05-20', '08-19', '10-07', '11-18'],
  },
  {
    category: 4,
    name: 'Arbejdsgruppen om tryghed i nattelivet',
    kind: 'workingGroup',
    level: 'operational',
    openness: 'partners',
    parent: 'Kontaktudvalget',
    topic: 'Vold og uro omkring værtshuse og stationer',
    legalBasis: noLaw,
    purpose: 'Finde de steder og tidspunkter, hvor en fælles indsats virker bedst',
    actionPlans: 'Indsatsområde 2 i samarbejdsplanen',
    interfaces: 'Bevillingsnævn, Møder med handelsstandsforeninger',
    participants: 'Lokalpolitiet, kommuner og restauratører',
    cadence: '4-6 gange årligt',
    law: ['114'],
    seats: [
      office('Linjechef for lokalpolitiet', 'chair'),
      ...offices('SSP-leder i Holbæk', 'SSP-leder i Kalundborg', 'Funktionsleder i juridisk sektion'),
      { role: 'member', owner: 'organisation', name: 'Restauratørernes Kredsforening' },
    ],
    meets: ['02-10', '04-14', '09-08', '11-24'],
  },
  {
    category: 5,
    name: 'Arbejdsgruppen om psykisk sårbare borgere',
    kind: 'workingGroup',
    level: 'operational',
    openness: 'partners',
    parent: 'Kontaktudvalget',
    topic: 'Borgere, som både politi, kommune og psykiatri ofte møder',
    legalBasis: noLaw,
    purpose: 'Aftale hvem der gør hvad, før en sag bliver til en udrykning',
    actionPlans: 'Indsatsområde 3 i samarbejdsplanen',
    interfaces: 'PSP-samarbejde (styregruppe og praksisgrupper)',
    participants: 'Politi, kommuner og psykiatri',
    cadence: 'Kvartalsvis',
    law: ['115'],
    seats: [
      office('Chefpolitiinspektør', 'chair'),
      ...offices('Vicedirektør for psykiatrien', 'SSP-leder i Ringsted', 'SSP-leder i Lejre'),
    ],
    meets: ['03-04', '06-03', '10-14'],
  },
]
