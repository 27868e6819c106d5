import { day } from '../../../base/time.ts'
import { annexFields } from './document.ts'
import type { AnnexCategory, AnnexDocument, AnnexEntry } from './document.ts'

/* An invented annex for the tests of this folder: every kind of change, long and hostile texts, any number of fora. */

const categoryNames = [
  'Nærhed og lokalsamfund',
  'Beredskab',
  'Dyr, fødevarer og natur',
  'Forebyggelse af kriminalitet blandt børn og unge',
  'Psykiatri og misbrug',
  'Trafik og veje',
  'Ulovligt arbejde',
  'Menneskehandel',
  'Vold i nære relationer og anden kriminalitet bag hjemmets fire vægge',
  'Bevillinger',
  'Fuldbyrdelse af straf',
  'Skat og told',
  'Domstolene',
  'Medier',
]

const names = [
  'Kredsrådet',
  'Kontaktudvalget',
  'Lokalrådene',
  'Beredskabsstaben (strategisk niveau)',
  'Opdigtet udvalg om SSP-samarbejde og forebyggelse på tværs af kommunegrænser',
  'Møder med Testrup-regionens sundheds- og præhospitale udvalg',
  'Dyreværnsrådet',
]

const participants =
  'Politidirektøren, lederne af lokalpolitiafdelingerne, repræsentanter for kommunernes socialforvaltninger, ' +
  'skole- og kulturforvaltninger samt beboerrådgivere, erhvervsfolk og frivillige fra lokalsamfundene'

const entryNumber = (index: number): AnnexEntry => ({
  name: index < names.length ? (names[index] ?? '') : `Samarbejdsmøde nr. ${String(index + 1)}`,
  topic: 'Samarbejde mellem politi, kommuner og andre myndigheder om opgaver, som ingen kan løse alene',
  legalBasis: index % 3 === 0 ? 'Retsplejelovens § 111, jf. § 112' : 'Intet særskilt',
  purpose:
    'At alle parter kender hinandens planer, deler det, de må dele, og aftaler, hvem der gør hvad inden næste møde. ' +
    'Der tages særligt hensyn til politikredsens 8-12-årige og til arbejdet med alkohol/stoffer.',
  actionPlans: index % 4 === 0 ? 'Der laves en plan hvert år' : 'Nej',
  interfaces: index % 5 === 0 ? 'Lokalrådene og SSP-organisationen' : 'Ingen',
  participants,
  cadence: index % 2 === 0 ? { words: 'Mindst 4', min: 4, max: null } : { words: '1 – 2', min: 1, max: 2 },
  covers: index === 2 ? 10 : 1,
  change: index === 4 ? 'new' : index === 1 || index === 6 ? 'changed' : 'same',
  changedFields: index === 1 ? ['cadence', 'participants'] : index === 6 ? ['legalBasis'] : [],
})

/** Texts that a careless printer would take for code. */
export const hostileTexts = [
  '#import "x": y',
  '$ x $',
  '*fed* _kursiv_',
  String.raw`\ \u{41}`,
  '<script>alert(1)</script>',
  '=1+1',
  '</w:t>&amp;',
] as const

/** One forum whose every field is one of the hostile texts. */
export const hostileEntry: AnnexEntry = {
  ...entryNumber(0),
  name: '#Forum & <Co>',
  ...Object.fromEntries(annexFields.slice(0, 6).map((field, index) => [field, hostileTexts[index]])),
  cadence: { words: '</w:t>&amp;', min: null, max: null },
}

/** An annex with `count` fora in up to 14 categories. */
export const exampleAnnex = (count: number, extra: readonly AnnexEntry[] = []): AnnexDocument => {
  const entries = [...Array.from({ length: count }, (_, index) => entryNumber(index)), ...extra]
  const perCategory = Math.ceil(entries.length / categoryNames.length)
  const categories: AnnexCategory[] = categoryNames
    .map((name, index) => ({
      number: index + 1,
      name,
      entries: entries.slice(index * perCategory, (index + 1) * perCategory),
    }))
    .filter((category) => category.entries.length > 0)
  return {
    district: 'Testrup Politi',
    year: 2026,
    asOf: day('2026-03-01'),
    lang: 'da',
    categories,
    gone: [
      { name: 'Møder om fyrværkeri', reason: 'lagt sammen med Beredskabsstaben' },
      { name: 'Udvalget om knallerter', reason: null },
    ],
    since: day('2025-02-15'),
  }
}
