import { defineTexts } from '../../base/language.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const overviewTexts = defineTexts({
  da: {
    title: 'Overblik over fora',
    lead: (active: number, paused: number, closed: number) =>
      `${String(active)} aktive fora, ${String(paused)} på pause og ${String(closed)} nedlagte.`,
    numbers: {
      fora: 'Aktive fora',
      meetings: 'Møder om året',
      vacant: 'Ledige pladser',
      overlaps: 'Mulige overlap',
      missing: 'Tomme felter',
      law: 'Uden lovgrundlag',
    },
    range: (least: string, most: string) => (least === most ? least : `${least}–${most}`),
    download: 'Hent',
    csv: 'CSV',
    xlsx: 'Excel',
    categories: 'Fora efter kategori og niveau',
    categoriesCaption: (count: number) =>
      `${String(count)} fora, der ikke er nedlagt. Bjælken viser kategoriens andel af den største.`,
    category: 'Kategori',
    all: 'I alt',
    share: 'Andel',
    none: 'Uden niveau',
    statuses: 'Status',
    meetings: 'Møder om året',
    meetingsText: (least: string, most: string, fora: number) =>
      `De aktive fora skal tilsammen mødes mindst ${least} og op til ${most} gange om året.` +
      ` Tallene er læst af feltet Antal møder i ${String(fora)} ${plural(fora, 'forum', 'fora')}.`,
    openEnded: (count: number) =>
      `${String(count)} ${plural(count, 'forum har', 'fora har')} ingen øvre grænse og tæller her med deres mindste antal.`,
    uncounted: (count: number) =>
      `${String(count)} ${plural(count, 'forum er', 'fora er')} uden fast antal og tæller ikke med.`,
    organisations: 'Møder pr. organisation',
    persons: 'Møder pr. person',
    organisation: 'Organisation',
    person: 'Person',
    loadCaption: (shown: number, all: number) =>
      `Viser ${String(shown)} af ${String(all)}, flest møder først. Et forum tæller én gang, uanset hvor mange pladser man har.`,
    fora: 'Fora',
    least: 'Mindst',
    most: 'Op til',
    without: 'Uden fast antal',
    showAll: (count: number) => `Vis alle ${String(count)}`,
    nobody: 'Ingen pladser er besat endnu.',
    vacant: 'Ledige pladser',
    vacantText: (count: number, fora: number) =>
      `${String(count)} ${plural(count, 'plads', 'pladser')} i ${String(fora)} ${plural(fora, 'forum', 'fora')} har ingen lige nu.`,
    vacantNone: 'Alle pladser er besat.',
    vacantList: 'Se de ledige pladser',
    vacantFora: 'Se de fora, det gælder',
    seat: 'Plads',
    forum: 'Forum',
    overlaps: 'Fora, der ligner hinanden',
    overlapsRule: (members: string, atLeast: number, topic: string) =>
      `To fora står her, når mindst ${members} af deres medlemmer tilsammen sidder i begge, dog mindst ${String(atLeast)}, ` +
      `og navn eller emne har mindst ${topic} af de sigende ord til fælles; ord som ”møder” og ”udvalg” tæller ikke. Det er en anledning til at se efter, ikke en fejl.`,
    overlapsNone: 'Ingen fora har næsten samme medlemmer og emne.',
    overlapsCaption: (count: number) => `${String(count)} ${plural(count, 'par', 'par')}, de mest ens først`,
    other: 'Ligner',
    sharedMembers: 'Fælles medlemmer',
    shared: (shared: number, either: number, percent: string) => `${String(shared)} af ${String(either)} (${percent})`,
    topic: 'Ens ord i navn eller emne',
    missing: 'Felter, der mangler i bilaget',
    missingText: 'Et felt med ”Ingen” eller ”Nej” er udfyldt. Her tæller kun felter, hvor der intet står.',
    missingCaption: 'Antal fora, hvor feltet er tomt',
    field: 'Felt',
    level: 'Niveau',
    missingCount: 'Mangler i',
    which: 'Hvilke fora',
    complete: 'Ingen mangler',
    law: 'Fora uden lovgrundlag',
    lawText:
      'Hverken en lovhenvisning eller ord om lovgrundlag. Det kan være rigtigt: ikke alle fora bygger på en lov.',
    lawNone: 'Alle fora har et lovgrundlag.',
    lawList: 'Se lovgrundlag',
    foraCount: (count: number) => `${String(count)} ${plural(count, 'forum', 'fora')}`,
    empty: 'Ingen fora at vise endnu',
    emptyText: 'Overblikket er regnet ud fra registret. Importér et bilag, eller opret det første forum.',
  },
  en: {
    title: 'Overview of fora',
    lead: (active: number, paused: number, closed: number) =>
      `${String(active)} active fora, ${String(paused)} paused and ${String(closed)} closed.`,
    numbers: {
      fora: 'Active fora',
      meetings: 'Meetings a year',
      vacant: 'Vacant seats',
      overlaps: 'Possible overlaps',
      missing: 'Empty fields',
      law: 'Without legal basis',
    },
    range: (least: string, most: string) => (least === most ? least : `${least}–${most}`),
    download: 'Download',
    csv: 'CSV',
    xlsx: 'Excel',
    categories: 'Fora by category and level',
    categoriesCaption: (count: number) =>
      `${String(count)} fora that are not closed. The bar shows the category beside the largest.`,
    category: 'Category',
    all: 'In all',
    share: 'Share',
    none: 'No level',
    statuses: 'Status',
    meetings: 'Meetings a year',
    meetingsText: (least: string, most: string, fora: number) =>
      `The active fora are to meet at least ${least} and up to ${most} times a year together.` +
      ` The numbers are read from the field Number of meetings of ${String(fora)} ${plural(fora, 'forum', 'fora')}.`,
    openEnded: (count: number) =>
      `${String(count)} ${plural(count, 'forum has', 'fora have')} no upper limit and ${plural(count, 'counts', 'count')} here with the least number.`,
    uncounted: (count: number) =>
      `${String(count)} ${plural(count, 'forum has', 'fora have')} no fixed number and ${plural(count, 'is', 'are')} not counted.`,
    organisations: 'Meetings per organisation',
    persons: 'Meetings per person',
    organisation: 'Organisation',
    person: 'Person',
    loadCaption: (shown: number, all: number) =>
      `Shows ${String(shown)} of ${String(all)}, most meetings first. A forum counts once, however many seats one has there.`,
    fora: 'Fora',
    least: 'At least',
    most: 'Up to',
    without: 'No fixed number',
    showAll: (count: number) => `Show all ${String(count)}`,
    nobody: 'No seats are filled yet.',
    vacant: 'Vacant seats',
    vacantText: (count: number, fora: number) =>
      `${String(count)} ${plural(count, 'seat', 'seats')} in ${String(fora)} ${plural(fora, 'forum', 'fora')} ${plural(count, 'has', 'have')} nobody right now.`,
    vacantNone: 'All seats are filled.',
    vacantList: 'See the vacant seats',
    vacantFora: 'See the fora concerned',
    seat: 'Seat',
    forum: 'Forum',
    overlaps: 'Fora that are alike',
    overlapsRule: (members: string, atLeast: number, topic: string) =>
      `Two fora stand here when at least ${members} of their members together sit in both, at least ${String(atLeast)} of them, ` +
      `and name or topic have at least ${topic} of the telling words in common; words such as “møder” and “udvalg” do not count. It is a reason to look, not a fault.`,
    overlapsNone: 'No fora have nearly the same members and topic.',
    overlapsCaption: (count: number) => `${String(count)} ${plural(count, 'pair', 'pairs')}, the most alike first`,
    other: 'Is like',
    sharedMembers: 'Shared members',
    shared: (shared: number, either: number, percent: string) => `${String(shared)} of ${String(either)} (${percent})`,
    topic: 'Same words in name or topic',
    missing: 'Fields missing in the annex',
    missingText: 'A field with “Ingen” or “Nej” is filled in. Only fields that hold nothing count here.',
    missingCaption: 'Number of fora where the field is empty',
    field: 'Field',
    level: 'Level',
    missingCount: 'Missing in',
    which: 'Which fora',
    complete: 'None missing',
    law: 'Fora without legal basis',
    lawText:
      'Neither a legal reference nor words about a legal basis. That may be right: not every forum rests on an act.',
    lawNone: 'All fora have a legal basis.',
    lawList: 'See legal basis',
    foraCount: (count: number) => `${String(count)} ${plural(count, 'forum', 'fora')}`,
    empty: 'No fora to show yet',
    emptyText: 'The overview is computed from the register. Import an annex, or create the first forum.',
  },
})
