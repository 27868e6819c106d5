import { defineTexts } from '../../base/language.ts'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

/** Texts of the network page and of the list of one-sided interfaces. */
export const networkTexts = defineTexts({
  da: {
    title: 'Netværk af fora',
    leadEmpty: 'Fora og de forbindelser, de har til hinanden.',
    lead: (fora: number, oneSided: number) =>
      `${String(fora)} ${plural(fora, 'forum', 'fora')} med forbindelse til hinanden. ` +
      (oneSided === 0
        ? 'Alle snitflader er gensidige.'
        : `${String(oneSided)} ${plural(oneSided, 'snitflade er ensidig', 'snitflader er ensidige')}: det ene forum nævner det andet, men ikke omvendt.`),
    toTable: 'Gå til tabellen',
    find: 'Udvælg en del af netværket',
    kind: 'Forbindelse',
    all: 'Alle',
    kinds: {
      thread: 'Den røde tråd',
      mutual: 'Gensidig',
      oneSided: 'Ensidig',
      unmatched: 'Ikke fundet',
      shared: 'Fælles medlemmer',
    },
    outside: 'Uden for registret',
    shared: 'Vis fælles medlemmer',
    sharedNone: 'Nej',
    sharedFrom: (count: number) => `Mindst ${String(count)}`,
    sharedCount: (count: number) => `${String(count)} ${plural(count, 'fælles medlem', 'fælles medlemmer')}`,
    showAll: 'Vis også fora uden forbindelser',
    untied: (count: number) =>
      `${String(count)} ${plural(count, 'forum nævner ingen og nævnes', 'fora nævner ingen og nævnes')} ikke af andre.`,
    showUntied: 'Vis dem i tegningen',
    lit: (forum: string) => `${forum} og de fora, det hænger direkte sammen med, er fremhævet.`,
    whole: 'Vis hele netværket',
    unlit: 'Fjern fremhævningen',
    source: (day: string) =>
      `Kilde: registret, som det så ud ${day}. En snitflade vises, som forummet selv har skrevet den i bilag 1.`,
    table: 'Det samme som tabel',
    caption: (count: number) => `${String(count)} ${plural(count, 'forbindelse', 'forbindelser')}`,
    csv: 'Hent CSV',
    xlsx: 'Hent Excel',
    columns: {
      forum: 'Forum',
      names: 'Nævner',
      kind: 'Art',
      next: 'Næste skridt',
      words: 'Forummets egne ord',
      count: 'Fælles medlemmer',
      category: 'Kategori',
    },
    addOtherSide: 'Tilføj den anden side',
    decide: 'Ret eller fjern',
    correctWords: 'Opret forum eller ret ordlyden',
    silent: (silent: string, naming: string) => `${silent} nævner ikke ${naming}`,
    empty: 'Ingen forbindelser at vise',
    emptyFilter: 'Ingen forbindelser passer til dit valg. Vælg færre betingelser.',
    emptyText: 'Når fora skriver deres snitflader i registret, tegnes de her.',
    reset: 'Nulstil placeringer',
    resetHint: (count: number) =>
      `${String(count)} ${plural(count, 'forum er flyttet', 'fora er flyttet')} i tegningen. Nulstilling lader tegningen placere dem igen.`,
    whatIf: 'Hvad nu hvis et forum nedlægges?',
    whatIfLabel: 'Hvad mister sin forbindelse, hvis dette forum nedlægges?',
    whatIfChoose: 'Vælg et forum',
    whatIfShow: 'Se følgerne',
    whatIfHint: 'Snitflader og den røde tråd tæller som forbindelser. Fælles medlemmer nævnes for sig.',
    nobodyLoses: (forum: string) =>
      `Nedlægges ${forum}, har alle andre fora stadig forbindelse til hinanden ad andre veje.`,
    loses: (forum: string, count: number) =>
      `Nedlægges ${forum}, mister ${String(count)} ${plural(count, 'forum', 'fora')} forbindelsen til resten:`,
    without: (forum: string) => `Tegningen viser netværket uden ${forum}.`,
    allKept: 'De har dog stadig medlemmer til fælles med resten.',
    kept: 'Fælles medlemmer holder stadig forbindelsen for',
    direct: (forum: string, count: number, sharing: number) =>
      `${forum} har i dag ${String(count)} ${plural(count, 'forbindelse', 'forbindelser')} og deler medlemmer med ${String(sharing)} ${plural(sharing, 'andet forum', 'andre fora')}.`,
    oneSidedTitle: 'Ensidige snitflader',
    oneSidedLead: (oneSided: number, unmatched: number) =>
      oneSided + unmatched === 0
        ? 'Snitflader, som kun det ene forum nævner, eller som nævner noget uden for registret.'
        : `${String(oneSided)} ${plural(oneSided, 'snitflade er', 'snitflader er')} kun skrevet af det ene forum. ` +
          `${String(unmatched)} nævner noget, der ikke er i registret.`,
    oneSidedFind: 'Find snitflade',
    search: 'Søg i fora og ordlyd',
    category: 'Kategori',
    level: 'Niveau',
    municipality: 'Kommune',
    allCategories: 'Alle',
    oneSidedViews: 'Udvalg af snitflader',
    toMend: 'Alle',
    oneSidedCaption: (count: number) => `${String(count)} ${plural(count, 'snitflade', 'snitflader')}`,
    noneToMend: 'Ingen snitflader er ensidige',
    noneToMendText: 'Når et forum nævner et andet, uden at det andet nævner det, står det her.',
    mended: 'Den anden side er tilføjet',
    mendedText: 'Begge fora nævner nu hinanden. Feltet Snitflader i bilag 1 er rettet.',
    asNetwork: 'Se som netværk',
    check: 'Navnet er gættet. Kontrollér det.',
    several: 'Flere fora ligner. Vælg et af dem.',
  },
  en: {
    title: 'Network of fora',
    leadEmpty: 'Fora and the links between them.',
    lead: (fora: number, oneSided: number) =>
      `${String(fora)} ${plural(fora, 'forum', 'fora')} tied to one another. ` +
      (oneSided === 0
        ? 'All interfaces are mutual.'
        : `${String(oneSided)} ${plural(oneSided, 'interface is one-sided', 'interfaces are one-sided')}: one forum names the other, but not the other way round.`),
    toTable: 'Go to the table',
    find: 'Choose a part of the network',
    kind: 'Link',
    all: 'All',
    kinds: {
      thread: 'The red thread',
      mutual: 'Mutual',
      oneSided: 'One-sided',
      unmatched: 'Not found',
      shared: 'Shared members',
    },
    outside: 'Outside the register',
    shared: 'Show shared members',
    sharedNone: 'No',
    sharedFrom: (count: number) => `At least ${String(count)}`,
    sharedCount: (count: number) => `${String(count)} shared ${plural(count, 'member', 'members')}`,
    showAll: 'Also show fora without links',
    untied: (count: number) =>
      `${String(count)} ${plural(count, 'forum names nobody and is', 'fora name nobody and are')} named by nobody.`,
    showUntied: 'Show them in the drawing',
    lit: (forum: string) => `${forum} and the fora directly tied to it stand out.`,
    whole: 'Show the whole network',
    unlit: 'Show all alike',
    source: (day: string) =>
      `Source: the register as it stood on ${day}. An interface is shown as the forum itself worded it in annex 1.`,
    table: 'The same as a table',
    caption: (count: number) => `${String(count)} ${plural(count, 'link', 'links')}`,
    csv: 'Download CSV',
    xlsx: 'Download Excel',
    columns: {
      forum: 'Forum',
      names: 'Names',
      kind: 'Kind',
      next: 'Next step',
      words: 'The forum’s own words',
      count: 'Shared members',
      category: 'Category',
    },
    addOtherSide: 'Add the other side',
    decide: 'Correct or remove',
    correctWords: 'Create the forum or correct the words',
    silent: (silent: string, naming: string) => `${silent} does not name ${naming}`,
    empty: 'No links to show',
    emptyFilter: 'No links match your choice. Choose fewer conditions.',
    emptyText: 'When fora write their interfaces in the register, they are drawn here.',
    reset: 'Reset the places',
    resetHint: (count: number) =>
      `${String(count)} ${plural(count, 'forum has', 'fora have')} been moved in the drawing. Resetting lets the drawing place them again.`,
    whatIf: 'What if a forum closes?',
    whatIfLabel: 'What loses its link if this forum closes?',
    whatIfChoose: 'Choose a forum',
    whatIfShow: 'See what follows',
    whatIfHint: 'Interfaces and the red thread count as links. Shared members are named apart.',
    nobodyLoses: (forum: string) => `If ${forum} closes, all other fora are still tied to one another in other ways.`,
    loses: (forum: string, count: number) =>
      `If ${forum} closes, ${String(count)} ${plural(count, 'forum loses', 'fora lose')} the link to the rest:`,
    without: (forum: string) => `The drawing shows the network without ${forum}.`,
    allKept: 'They still share members with the rest.',
    kept: 'Shared members still tie',
    direct: (forum: string, count: number, sharing: number) =>
      `${forum} has ${String(count)} ${plural(count, 'link', 'links')} today and shares members with ${String(sharing)} ${plural(sharing, 'other forum', 'other fora')}.`,
    oneSidedTitle: 'One-sided interfaces',
    oneSidedLead: (oneSided: number, unmatched: number) =>
      oneSided + unmatched === 0
        ? 'Interfaces that only one of the two fora names, or that name something outside the register.'
        : `${String(oneSided)} ${plural(oneSided, 'interface is', 'interfaces are')} written by one forum only. ` +
          `${String(unmatched)} ${plural(unmatched, 'names', 'name')} something that is not in the register.`,
    oneSidedFind: 'Find interface',
    search: 'Search in fora and words',
    category: 'Category',
    level: 'Level',
    municipality: 'Municipality',
    allCategories: 'All',
    oneSidedViews: 'Selections of interfaces',
    toMend: 'All',
    oneSidedCaption: (count: number) => `${String(count)} ${plural(count, 'interface', 'interfaces')}`,
    noneToMend: 'No interfaces are one-sided',
    noneToMendText: 'When one forum names another and the other does not name it, you see it here.',
    mended: 'The other side is added',
    mendedText: 'Both fora now name each other. The field Interfaces of annex 1 is corrected.',
    asNetwork: 'See as a network',
    check: 'The name is a guess. Check it.',
    several: 'Several fora are like it. Choose one.',
  },
})
