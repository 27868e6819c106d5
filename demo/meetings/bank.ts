import type { DemoItem } from './agenda.ts'

/** What the liaison committee prepares, by the month of its meeting. */
export const liaisonAgendas: Readonly<Record<string, readonly DemoItem[]>> = {
  '02': [
    {
      title: 'Gruppering af kommunernes forslag',
      kind: 'discussion',
      minutes: 45,
      presenter: 'Ledelsessekretariatet',
      outcome: ['decided', 'Forslagene samles i fem grupper og sendes til kredsrådet med en vurdering af hver.'],
      matter: 'areas',
    },
  ],
  '05': [
    {
      title: 'Forberedelse af kredsrådets møde',
      kind: 'discussion',
      minutes: 40,
      presenter: 'Ledelsessekretariatet',
      outcome: ['decided', 'Dagsordenen er på plads. Indstillingerne skrives færdige inden for en uge.'],
      task: {
        title: 'Indstillinger til kredsrådet',
        owner: 'Ledelsessekretariatschef',
        days: 10,
        state: 'done',
        comment: 'Sendt ud med dagsordenen.',
      },
    },
  ],
  '08': [
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
    },
  ],
  '11': [
    {
      title: 'Høringssvar til samarbejdsplanen',
      kind: 'hearing',
      minutes: 45,
      presenter: 'Ledelsessekretariatet',
      outcome: ['discussed', 'Syv kommuner har svaret. Svarene samles i et notat til kredsrådet.'],
      task: { title: 'Notat om høringssvar', owner: 'Ledelsessekretariatschef', days: 14 },
      matter: 'plan',
    },
  ],
}

/** What local councils talk about. `place` stands for the municipality. */
export const localItems: readonly DemoItem[] = [
  {
    title: 'Indbrud i {place}',
    kind: 'orientation',
    minutes: 15,
    presenter: 'Politiet',
    outcome: ['noted', 'Antallet er faldet siden sidste møde. Flest indbrud sker torsdag og fredag eftermiddag.'],
  },
  {
    title: 'Nabohjælp i nye kvarterer',
    kind: 'decision',
    minutes: 15,
    presenter: 'Kommunen',
    outcome: ['decided', 'Lokalrådet holder et fælles oplæg med grundejerforeningerne.'],
    task: {
      title: 'Oplæg for grundejerforeningerne',
      owner: 'SSP-leder i {place}',
      days: 45,
      state: 'done',
      comment: 'Holdt for fem foreninger.',
    },
  },
  {
    title: 'Tryghed ved stationen',
    kind: 'discussion',
    minutes: 20,
    presenter: 'Medlemmerne',
    outcome: ['discussed', 'Belysningen er dårlig ved cykelparkeringen. Kommunen ser på den.'],
    task: {
      title: 'Bedre lys ved cykelparkeringen',
      owner: 'Borgmestersekretariatschef i {place}',
      days: 60,
      state: 'onTrack',
      comment: 'Lamperne er bestilt.',
    },
  },
  {
    title: 'Knallerter på stierne',
    kind: 'discussion',
    minutes: 15,
    presenter: 'Medlemmerne',
    outcome: ['decided', 'Politiet kontrollerer stierne i tre uger og melder tilbage.'],
    task: {
      title: 'Kontrol af stierne',
      owner: 'Leder af lokalpolitiet i {place}',
      days: 28,
      state: 'done',
      comment: 'Elleve sager.',
    },
  },
  {
    title: 'Unge i weekenden',
    kind: 'status',
    minutes: 20,
    presenter: 'SSP-lederen',
    outcome: ['discussed', 'Natteravnene melder om roligere aftener. Ungeværten fortsætter.'],
  },
  {
    title: 'Status på handlingsplanen',
    kind: 'status',
    minutes: 15,
    presenter: 'Formanden',
    outcome: ['noted', 'Fire ud af seks aktiviteter følger planen.'],
    task: { title: 'Ny dato for borgermødet', owner: 'SSP-leder i {place}', days: 30 },
  },
  {
    title: 'Hastighed på indfaldsvejene',
    kind: 'orientation',
    minutes: 10,
    presenter: 'Politiet',
    outcome: ['noted', 'Fotovognen har holdt ved tre veje. Hastigheden er faldet på to af dem.'],
  },
  {
    title: 'Samarbejde med butikkerne om tyveri',
    kind: 'discussion',
    minutes: 15,
    presenter: 'Handelsforeningen',
    outcome: ['decided', 'Butikkerne får en fælles vejledning og en fast kontakt hos politiet.'],
    task: {
      title: 'Vejledning til butikkerne',
      owner: 'Leder af lokalpolitiet i {place}',
      days: 40,
      state: 'atRisk',
      comment: 'Afventer svar fra foreningen.',
    },
  },
  {
    title: 'En enkelt families situation',
    kind: 'discussion',
    minutes: 10,
    presenter: 'Kommunen',
    ground: 'Oplysninger om enkeltpersoner',
    outcome: ['noted', 'Sagen hører til i SSP og drøftes dér.'],
  },
  {
    title: 'Borgermøde om tryghed',
    kind: 'decision',
    minutes: 15,
    presenter: 'Kommunen',
    outcome: ['decided', 'Mødet holdes i biblioteket. Politiet og kommunen byder velkommen sammen.'],
  },
]

/** What the other fora take up; the words are completed with the forum's own topic. */
export const standingItems: readonly DemoItem[] = [
  {
    title: 'Siden sidst',
    kind: 'orientation',
    minutes: 20,
    presenter: 'Alle',
    outcome: ['noted', 'Parterne orienterede hinanden.'],
  },
  {
    title: 'Status: {topic}',
    kind: 'status',
    minutes: 30,
    outcome: ['discussed', 'Samarbejdet fungerer. Kontaktlisten skal holdes ved lige.'],
  },
]
