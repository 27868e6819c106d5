import { defineTexts } from '../../base/language.ts'
import type { Departure } from './composition.ts'
import { seatTexts } from './texts.ts'

const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`

const sidesDa = {
  police: 'politiet',
  municipality: 'kommunen',
  community: 'lokalsamfundet',
  other: 'andre',
}
const sidesEn = {
  police: 'the police',
  municipality: 'the municipality',
  community: 'the local community',
  other: 'others',
}

const rangeDa = (min: number | null, max: number | null): string =>
  min === null && max === null
    ? 'intet aftalt'
    : max === null
      ? `mindst ${String(min)}`
      : min === null
        ? `højst ${String(max)}`
        : min === max
          ? String(min)
          : `${String(min)}–${String(max)}`
const rangeEn = (min: number | null, max: number | null): string =>
  min === null && max === null
    ? 'nothing agreed'
    : max === null
      ? `at least ${String(min)}`
      : min === null
        ? `at most ${String(max)}`
        : min === max
          ? String(min)
          : `${String(min)}–${String(max)}`

const sentenceDa = (departure: Departure, day: (text: string) => string): string => {
  switch (departure.kind) {
    case 'noChair':
      return `Der er ingen formand. Formanden skal komme fra ${sidesDa[departure.wanted]}.`
    case 'chair':
      return `Formanden kommer fra ${sidesDa[departure.actual]}, men skal komme fra ${sidesDa[departure.wanted]}.`
    case 'tooFew':
      return `${seatTexts.da.parties[departure.party]}: ${plural(departure.count, 'plads', 'pladser')} af mindst ${String(departure.min)}.`
    case 'tooMany':
      return `${seatTexts.da.parties[departure.party]}: ${plural(departure.count, 'plads', 'pladser')}, højst ${String(departure.max)} er aftalt.`
    case 'termExpired':
      return `${departure.label || seatTexts.da.roles[departure.role]}: perioden udløb ${day(departure.day)}.`
    case 'termTooLong':
      return `${departure.label || seatTexts.da.roles[departure.role]}: perioden er længere end ${plural(departure.months, 'måned', 'måneder')}.`
    case 'termMissing':
      return `${plural(departure.count, 'plads', 'pladser')} uden embede har ingen dato for, hvornår perioden slutter.`
  }
}

const sentenceEn = (departure: Departure, day: (text: string) => string): string => {
  switch (departure.kind) {
    case 'noChair':
      return `There is no chair. The chair must come from ${sidesEn[departure.wanted]}.`
    case 'chair':
      return `The chair comes from ${sidesEn[departure.actual]}, but must come from ${sidesEn[departure.wanted]}.`
    case 'tooFew':
      return `${seatTexts.en.parties[departure.party]}: ${plural(departure.count, 'seat', 'seats')} of at least ${String(departure.min)}.`
    case 'tooMany':
      return `${seatTexts.en.parties[departure.party]}: ${plural(departure.count, 'seat', 'seats')}, at most ${String(departure.max)} agreed.`
    case 'termExpired':
      return `${departure.label || seatTexts.en.roles[departure.role]}: the term ran out on ${day(departure.day)}.`
    case 'termTooLong':
      return `${departure.label || seatTexts.en.roles[departure.role]}: the term is longer than ${plural(departure.months, 'month', 'months')}.`
    case 'termMissing':
      return `${plural(departure.count, 'seat', 'seats')} without an office has no date for the end of the term.`
  }
}

/** Texts about how fora are to be put together. */
export const compositionTexts = defineTexts({
  da: {
    title: (forum: string) => `Sammensætning af ${forum}`,
    lead: 'Hvordan forummet skal være sat sammen. Siden viser, hvor pladserne afviger.',
    ownNow: 'Forummet har sine egne regler.',
    defaultNow: 'Forummet følger kredsens standard. Gemmer du her, får det sine egne regler.',
    noneNow: 'Der er ingen standard for den slags forum. Gemmer du her, får forummet sine egne regler.',
    defaults: 'Standard for sammensætning',
    defaultsLead: 'Standarden gælder for alle fora af samme art, som ikke har deres egne regler.',
    defaultTitle: (kind: string) => `Standard for ${kind}`,
    defaultLead: 'Gælder for alle fora af denne art, som ikke har deres egne regler.',
    kind: 'Art',
    chair: 'Formand',
    chairField: 'Formanden skal komme fra (valgfri)',
    anyChair: 'Intet aftalt',
    term: 'Periode',
    termField: 'Hvor mange måneder varer en periode? (valgfri)',
    termHint: 'Fire år er 48 måneder',
    months: (count: number) => plural(count, 'måned', 'måneder'),
    seats: 'Pladser',
    seatsHint: 'Formand, næstformand og medlemmer tæller med. Lad et felt stå tomt, hvor intet er aftalt.',
    min: 'Mindst',
    max: 'Højst',
    source: 'Kilde',
    sourceField: 'Hvor står det? (valgfri)',
    sourceHint: 'For eksempel Forretningsorden for lokalrådet § 3',
    save: 'Gem sammensætningen',
    useDefault: 'Følg kredsens standard igen',
    edit: 'Ret',
    setUp: 'Fastlæg',
    notSet: 'Ikke fastlagt',
    range: rangeDa,
    actual: (count: number) => `nu ${String(count)}`,
    sentence: sentenceDa,
    departs: (count: number) =>
      count === 1 ? 'Sammensætningen afviger på ét punkt' : `Sammensætningen afviger på ${String(count)} punkter`,
    follows: 'Sammensætningen er, som den skal være',
    agreedIn: (source: string) => `Aftalt i ${source}`,
    fromDefault: 'kredsens standard',
    own: 'forummets egne regler',
    change: 'Ret reglerne for sammensætning',
    setRules: 'Fastlæg regler for sammensætning',
    seeDefaults: 'Se kredsens standarder',
  },
  en: {
    title: (forum: string) => `Composition of ${forum}`,
    lead: 'How the forum is to be put together. The page shows where the seats depart from it.',
    ownNow: 'The forum has rules of its own.',
    defaultNow: 'The forum follows the default of the district. If you save here, it gets rules of its own.',
    noneNow: 'There is no default for this kind of forum. If you save here, the forum gets rules of its own.',
    defaults: 'Defaults for composition',
    defaultsLead: 'A default counts for all fora of the same kind that have no rules of their own.',
    defaultTitle: (kind: string) => `Default for ${kind}`,
    defaultLead: 'Counts for all fora of this kind that have no rules of their own.',
    kind: 'Kind',
    chair: 'Chair',
    chairField: 'The chair must come from (optional)',
    anyChair: 'Nothing agreed',
    term: 'Term',
    termField: 'How many months is a term? (optional)',
    termHint: 'Four years are 48 months',
    months: (count: number) => plural(count, 'month', 'months'),
    seats: 'Seats',
    seatsHint: 'Chair, vice-chair and members count. Leave a field empty where nothing is agreed.',
    min: 'At least',
    max: 'At most',
    source: 'Source',
    sourceField: 'Where does it say so? (optional)',
    sourceHint: 'For example the standing orders of the local council, section 3',
    save: 'Save the composition',
    useDefault: 'Follow the default of the district again',
    edit: 'Edit',
    setUp: 'Set up',
    notSet: 'Not set up',
    range: rangeEn,
    actual: (count: number) => `now ${String(count)}`,
    sentence: sentenceEn,
    departs: (count: number) =>
      count === 1 ? 'The composition departs in one point' : `The composition departs in ${String(count)} points`,
    follows: 'The composition is as it should be',
    agreedIn: (source: string) => `Agreed in ${source}`,
    fromDefault: 'the default of the district',
    own: "the forum's own rules",
    change: 'Edit the rules of composition',
    setRules: 'Set up rules of composition',
    seeDefaults: 'See the defaults of the district',
  },
})
