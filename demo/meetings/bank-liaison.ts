import type { DemoItem } from './agenda.ts'

const office = 'Ledelsessekretariatet'

/** What the liaison committee prepares and follows up, by the month of its meeting, last year, this year and next. */
export const liaisonAgendas: Readonly<Record<string, readonly DemoItem[]>> = {
  'last-02': [
    {
      title: 'Gruppering af kommunernes forslag',
      kind: 'discussion',
      minutes: 45,
      presenter: office,
      outcome: ['decided', 'De elleve forslag samles i fem grupper og sendes til kredsrådet med en vurdering af hver.'],
      matter: 'areas',
    },
  ],
  'last-05': [
    {
      title: 'Lokalrådenes handlingsplaner',
      kind: 'status',
      minutes: 40,
      presenter: office,
      outcome: ['decided', 'Planerne sættes op i ét skema, så kredsrådet kan se dem ved siden af hinanden.'],
      task: {
        title: 'Skema over handlingsplanerne',
        owner: 'Ledelsessekretariatschef',
        days: 10,
        state: 'done',
        comment: 'Sendt ud med dagsordenen.',
      },
    },
  ],
  'last-08': [
    {
      title: 'Afdækning af, hvad kommunerne allerede gør',
      kind: 'status',
      minutes: 40,
      presenter: 'Leder af forebyggelsessekretariatet',
      outcome: ['discussed', 'Otte kommuner har svaret. De to sidste får hjælp af forebyggelsessekretariatet.'],
      task: {
        title: 'Svar fra de to sidste kommuner',
        owner: 'Leder af forebyggelsessekretariatet',
        days: 14,
        state: 'done',
        comment: 'Begge har svaret.',
      },
      matter: 'areas',
    },
  ],
  'last-11': [
    {
      title: 'Høringssvar til samarbejdsplanen',
      kind: 'hearing',
      minutes: 45,
      presenter: office,
      outcome: ['discussed', 'Syv kommuner har svaret. De fleste ønsker et klarere afsnit om nattelivet.'],
      task: {
        title: 'Notat om høringssvar',
        owner: 'Ledelsessekretariatschef',
        days: 14,
        state: 'done',
        comment: 'Notatet er sendt til kredsrådet.',
      },
      matter: 'plan',
    },
  ],
  'this-02': [
    {
      title: 'Tre modeller for arbejdet med vold i nære relationer',
      kind: 'discussion',
      minutes: 45,
      presenter: 'Chefpolitiinspektøren',
      outcome: ['decided', 'Udvalget anbefaler modellen fra Køge, prøvet af i tre kommuner.'],
      matter: 'violence',
    },
  ],
  'this-05': [
    {
      title: 'Oplæg om trafik ved skolerne',
      kind: 'discussion',
      minutes: 35,
      presenter: 'Borgmestersekretariatschef i Lejre',
      outcome: ['decided', 'Oplægget går videre til kredsrådet med forslag om en fælles trafikuge.'],
      matter: 'traffic',
    },
    {
      title: 'Regler for sponsorater til arrangementer',
      kind: 'hearing',
      minutes: 15,
      presenter: 'Kommunikationsrådgiver',
      ground: 'Økonomi og forhandling',
      outcome: ['discussed', 'Kommunernes bemærkninger tages med i næste udkast.'],
    },
  ],
  'this-08': [
    {
      title: 'Status fra arbejdsgrupperne',
      kind: 'status',
      minutes: 40,
      presenter: 'Arbejdsgruppernes formænd',
      outcome: ['discussed', 'Grupperne bad om bedre tal fra kommunerne. Sekretariatet laver en fælles skabelon.'],
      task: {
        title: 'Skabelon til status fra arbejdsgrupperne',
        owner: 'Leder af forebyggelsessekretariatet',
        days: 30,
        state: 'done',
        comment: 'Taget i brug.',
      },
      matter: 'areas',
    },
  ],
  'this-11': [
    {
      title: 'Forslag til næste års indsatsområder',
      kind: 'hearing',
      minutes: 45,
      presenter: office,
      body: 'Kommunerne har sendt ni forslag. De er vurderet efter de samme kriterier som sidst.',
      outcome: ['discussed', 'Seks forslag samles i fire områder. De tre andre får svar med begrundelse.'],
      task: { title: 'Svar til de tre forslagsstillere', owner: 'Ledelsessekretariatschef', days: 14 },
      matter: 'areas-next',
    },
  ],
  'next-02': [
    {
      title: 'Medlemmer til de nye arbejdsgrupper',
      kind: 'discussion',
      minutes: 30,
      presenter: office,
      outcome: ['discussed', ''],
      matter: 'areas-next',
    },
  ],
}
