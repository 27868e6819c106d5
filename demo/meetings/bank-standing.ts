import type { DemoItem } from './agenda.ts'

const noted = (title: string, minutes: number, words: string): DemoItem => ({
  title,
  kind: 'orientation',
  minutes,
  outcome: ['noted', words],
})
const discussed = (title: string, minutes: number, words: string): DemoItem => ({
  title,
  kind: 'discussion',
  minutes,
  outcome: ['discussed', words],
})
const decided = (title: string, minutes: number, words: string): DemoItem => ({
  title,
  kind: 'decision',
  minutes,
  outcome: ['decided', words],
})

/** What the other fora take up, by the number of their category in the annex. */
const byCategory: Readonly<Record<number, readonly DemoItem[]>> = {
  2: [
    decided(
      'Fælles øvelse i alarmering',
      25,
      'Øvelsen holdes en tirsdag aften uden varsel. Resultatet tages op næste gang.',
    ),
    discussed('Erfaringer fra stormen', 30, 'Vagten nåede frem til tiden, men to broer blev lukket for sent.'),
    noted('Nye køretøjer', 10, 'Stationen får en ny stigevogn til foråret.'),
    decided('Risikobaseret dimensionering', 35, 'Planen godkendes med en ekstra vagt i sommerens weekender.'),
    discussed('Brandsyn på plejehjem', 20, 'Alle plejehjem er set. Fem skal have flyttet nøglebokse.'),
    noted('Indsatser siden sidst', 15, 'Der har været 41 udrykninger, heraf tre med flere stationer.'),
    decided('Radioer til samarbejdet', 15, 'Parterne øver kaldesignaler hver første mandag.'),
  ],
  4: [
    discussed('Tal for unge i kriminalitet', 25, 'Tallet falder for de yngste og stiger lidt for de 15- til 17-årige.'),
    decided(
      'Fælles kalender for forebyggende aktiviteter',
      15,
      'Kalenderen deles hver måned, så to kommuner ikke gør det samme.',
    ),
    noted('Nyt materiale til forældremøder', 15, 'Materialet er prøvet af i fire klasser og godt modtaget.'),
    discussed('Hurtig indsats efter en hændelse', 25, 'Alle ved, hvem der ringer først. Weekenderne er stadig svage.'),
    decided('Besøg på ungdomsuddannelserne', 20, 'Hver skole får ét besøg om året og en fast kontakt.'),
    discussed('Fritidspas', 15, 'Ordningen virker, når en voksen følger med til den første træning.'),
  ],
  5: [
    discussed('Ventetid ved indlæggelse', 25, 'Betjentene venter kortere end sidste år, men stadig længe om natten.'),
    decided('Kontakt i weekenden', 20, 'Den vagthavende kan ringe direkte til afdelingen hele døgnet.'),
    noted('Ny afdeling åbner', 10, 'Afdelingen tager imod fra den 1. i næste måned.'),
    discussed('Udveksling af oplysninger', 30, 'Tvivl tages op med juristen, før der deles. Skemaet ligger hos alle.'),
    decided('Fælles undervisning', 15, 'Nye medarbejdere følger hinanden en halv dag.'),
  ],
  6: [
    discussed('Ulykker siden sidst', 25, 'Flest er sket i kryds uden svingbane.'),
    decided('Nedsat hastighed ved to skoler', 20, 'Kommunen søger om 40 km/t på begge veje.'),
    noted('Vejarbejder i kvartalet', 10, 'Omkørslen er skiltet, og politiet er orienteret.'),
    discussed('Cyklister i rundkørslen', 15, 'Markeringen er ny. Den måles efter tre måneder.'),
  ],
}

const anywhere: readonly DemoItem[] = [
  noted('{topic}: siden sidst', 20, 'Parterne fortalte kort om sager af fælles interesse.'),
  discussed(
    '{topic}: hvor samarbejdet kan blive bedre',
    30,
    'Der bliver ringet for sent. Listen over kontakter er rettet.',
  ),
  decided('Fælles kontaktliste', 10, 'Listen gennemgås to gange om året og ligger samme sted for alle.'),
  noted('Nye medarbejdere', 10, 'De nye præsenterede sig.'),
  discussed(
    'Eksempler fra hverdagen',
    25,
    'To forløb blev gennemgået uden navne. Begge viste, at tidlig kontakt hjælper.',
  ),
  decided('Mødernes form', 10, 'Hvert andet møde holdes på skærm.'),
  discussed('{topic}: det kommende halve år', 25, 'Der ventes flere opgaver i foråret. Bemandingen ses efter.'),
]

/** Two or three items for the meeting of that number, in turn. */
export function standingItems(category: number, index: number): readonly DemoItem[] {
  const bank = byCategory[category] ?? anywhere
  const count = index % 3 === 0 ? 3 : 2
  return Array.from({ length: count }, (_, step) => bank[(index * 2 + category + step) % bank.length]).flatMap(
    (item) => item ?? [],
  )
}
