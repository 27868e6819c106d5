import { defineTexts } from '../../base/language.ts'

const danishNumbers = 'ingen et to tre fire fem seks syv otte ni ti elleve tolv'.split(' ')
const englishNumbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

export const texts = defineTexts({
  da: {
    asNeeded: 'efter behov',
    varies: 'antallet varierer',
    noneFixed: 'intet fast antal',
    notStated: 'ikke oplyst',
    unparsed: (words: string) => `”${words}” (ikke tolket)`,
    meetings: (n: number) => `${danishNumbers[n] ?? String(n)} ${n === 1 ? 'møde' : 'møder'}`,
    everyYears: (years: number) => (years === 2 ? 'et møde hvert andet år' : `et møde hvert ${String(years)}. år`),
    aYear: (what: string) => `${what} om året`,
    atLeast: (n: string) => `mindst ${n}`,
    atMost: (n: string) => `højst ${n}`,
    about: (what: string) => `ca. ${what}`,
    asNeededBut: (what: string) => `efter behov, dog ${what}`,
    andAsNeeded: (what: string) => `${what} og efter behov`,
    rhythms: {
      'week:52': 'ugentligt',
      'week:26': 'hver 14. dag',
      'month:12': 'månedligt',
      'month:6': 'hver anden måned',
      'quarter:4': 'kvartalsvis',
    },
  },
  en: {
    asNeeded: 'as needed',
    varies: 'the number varies',
    noneFixed: 'no fixed number',
    notStated: 'not stated',
    unparsed: (words: string) => `“${words}” (not understood)`,
    meetings: (n: number) => `${englishNumbers[n] ?? String(n)} ${n === 1 ? 'meeting' : 'meetings'}`,
    everyYears: (years: number) => `one meeting every ${englishNumbers[years] ?? String(years)} years`,
    aYear: (what: string) => `${what} a year`,
    atLeast: (n: string) => `at least ${n}`,
    atMost: (n: string) => `at most ${n}`,
    about: (what: string) => `about ${what}`,
    asNeededBut: (what: string) => `as needed, but ${what}`,
    andAsNeeded: (what: string) => `${what} and as needed`,
    rhythms: {
      'week:52': 'weekly',
      'week:26': 'every second week',
      'month:12': 'monthly',
      'month:6': 'every second month',
      'quarter:4': 'quarterly',
    },
  },
})
