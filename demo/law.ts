import type { When } from './when.ts'

export interface DemoLaw {
  act: string
  paragraph: string
  subject: string
  source: string
  validFrom: When
  /** Null: never checked. */
  checked: When | null
}

const gazette = 'https://www.retsinformation.dk/'

type Row = readonly [
  key: string,
  act: string,
  paragraph: string,
  subject: string,
  validFrom: When,
  checked: When | null,
]

const rows: readonly Row[] = [
  ['111', 'Retsplejeloven', '§ 111', 'Kredsrådets medlemmer og formand', '2007-01-01', { days: -45 }],
  ['112', 'Retsplejeloven', '§ 112', 'Hvad kredsrådet drøfter, og den årlige redegørelse', '2007-01-01', { days: -45 }],
  [
    '113',
    'Retsplejeloven',
    '§ 113',
    'Samarbejdsplanen: udarbejdes, drøftes, offentliggøres',
    '2007-01-01',
    { days: -45 },
  ],
  ['114', 'Retsplejeloven', '§ 114', 'Det kriminalitetsforebyggende samarbejde', '2007-01-01', { days: -45 }],
  ['115', 'Retsplejeloven', '§ 115', 'Deling af oplysninger om enkeltpersoner', '2009-07-01', { days: -45 }],
  ['1426', 'Bekendtgørelse nr. 1426 af 18. december 2006', '', 'Kredsrådets møder', '2007-01-01', { days: -400 }],
  ['b9', 'Beredskabsloven', '§ 9', 'Beredskabskommissionen i kommunen', '1993-01-01', { days: -60 }],
  ['b17', 'Beredskabsloven', '§ 17', 'Koordinering af indsatsen ved store hændelser', '1993-01-01', { days: -430 }],
  ['epidemi', 'Epidemiloven', '', 'Smitsomme sygdomme', '2021-03-01', { days: -500 }],
  ['luft', 'Luftfartsloven', '', 'Sikkerhed i lufthavne', '1960-06-10', null],
  ['straf', 'Straffeloven', '§ 68-70', 'Foranstaltninger i stedet for straf', '1975-07-01', { days: -300 }],
  ['restauration', 'Restaurationsloven', '§ 10', 'Bevillingsnævnet', '2005-03-17', { days: -90 }],
  ['dyr', 'Dyrevelfærdsloven', '', 'Hold af dyr og dyr i nød', '2021-01-01', { days: -200 }],
  ['fødevare', 'Fødevareloven', '', 'Kontrol med fødevarer', '2005-11-01', { days: -200 }],
  ['miljø', 'Miljøbeskyttelsesloven', '', 'Forurening og tilsyn', '1991-06-06', { days: -410 }],
  ['forretningsorden', 'Forretningsorden for lokalråd', '', 'Sammensætning og møder', '2012-01-01', { days: -80 }],
]

/** Legal references by a short key that the fora name. */
export const demoLaw: ReadonlyMap<string, DemoLaw> = new Map(
  rows.map(([key, act, paragraph, subject, validFrom, checked]) => [
    key,
    { act, paragraph, subject, source: key === 'forretningsorden' ? 'Politikredsen' : gazette, validFrom, checked },
  ]),
)
