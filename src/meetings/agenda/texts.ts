import { defineTexts } from '../../base/language.ts'

/** The page where an agenda is put together. */
export const agendaTexts = defineTexts({
  da: {
    title: 'Dagsorden',
    pageTitle: (meeting: string) => `Dagsorden: ${meeting}`,
    lead: 'Punkterne er lukkede, til du åbner dem. Medlemmerne ser dagsordenen, når indkaldelsen er sendt.',
    leadSummoned: 'Indkaldelsen er sendt. Medlemmerne ser ændringer med det samme.',
    add: 'Tilføj punkt',
    fixed: 'Hent faste punkter',
    copy: (meeting: string) => `Kopiér fra ${meeting}`,
    planned: (total: number, length: number) => `Planlagt ${total} af ${length} minutter`,
    over: (over: number) =>
      over === 1 ? 'Dagsordenen er ét minut længere end mødet' : `Dagsordenen er ${over} minutter længere end mødet`,
    overText: 'Giv nogle punkter mindre tid, flyt dem til et senere møde, eller gør mødet længere.',
    empty: 'Dagsordenen er tom',
    emptyText: 'Hent de faste punkter fra forretningsordenen, eller tilføj det første punkt.',
    up: 'Flyt op',
    down: 'Flyt ned',
    placeOf: (title: string) => `Nyt nummer til ${title}`,
    move: 'Flyt',
    dragged: '{title} er flyttet til nummer {number}',
    moved: (title: string, place: number) => `${title} er flyttet til nummer ${place}`,
    failed: 'Flytningen blev ikke gemt. Genindlæs siden, og prøv igen.',
    edit: 'Ret',
    remove: 'Tag af',
    closed: 'Lukket',
    open: 'Åbent',
    openTasks: (count: number) =>
      count === 0
        ? 'Ingen åbne opfølgningspunkter'
        : count === 1
          ? 'Ét åbent opfølgningspunkt følger med'
          : `${count} åbne opfølgningspunkter følger med`,
    lastMinutes: (day: string) => `Referatet fra ${day}`,
    noLastMinutes: 'Der er intet tidligere møde',
    backlog: 'Emner, der venter',
    noBacklog: 'Ingen emner venter.',
    toBacklog: 'Se alle emner',
    fromBacklog: 'Sæt på',
    waiting: 'Forslag fra medlemmer',
    noWaiting: 'Ingen forslag venter på svar.',
    by: (name: string, day: string) => `${name}, ${day}`,
    newTitle: 'Nyt punkt',
    newSubmit: 'Tilføj punktet',
    nothingFixed: 'Alle faste punkter står der allerede',
    nothingFixedText: 'Ret forretningsordenen, hvis der mangler et fast punkt.',
    added: (count: number) =>
      count === 1 ? 'Ét punkt er kommet på dagsordenen' : `${count} punkter er kommet på dagsordenen`,
    gone: 'Punktet står ikke på dagsordenen mere',
    goneText: 'En anden har flyttet det eller taget det af. Her er dagsordenen, som den er nu.',
  },
  en: {
    title: 'Agenda',
    pageTitle: (meeting: string) => `Agenda: ${meeting}`,
    lead: 'Items are closed until you open them. Members see the agenda once the summons is sent.',
    leadSummoned: 'The summons is sent. Members see changes at once.',
    add: 'Add item',
    fixed: 'Fetch fixed items',
    copy: (meeting: string) => `Copy from ${meeting}`,
    planned: (total: number, length: number) => `Planned ${total} of ${length} minutes`,
    over: (over: number) =>
      over === 1
        ? 'The agenda is one minute longer than the meeting'
        : `The agenda is ${over} minutes longer than the meeting`,
    overText: 'Give some items less time, move them to a later meeting, or make the meeting longer.',
    empty: 'The agenda is empty',
    emptyText: 'Fetch the fixed items from the standing orders, or add the first item.',
    up: 'Move up',
    down: 'Move down',
    placeOf: (title: string) => `New number for ${title}`,
    move: 'Move',
    dragged: '{title} has moved to number {number}',
    moved: (title: string, place: number) => `${title} has moved to number ${place}`,
    failed: 'The move was not stored. Reload the page and try again.',
    edit: 'Edit',
    remove: 'Take off',
    closed: 'Closed',
    open: 'Open',
    openTasks: (count: number) =>
      count === 0
        ? 'No open action points'
        : count === 1
          ? 'One open action point comes along'
          : `${count} open action points come along`,
    lastMinutes: (day: string) => `The minutes of ${day}`,
    noLastMinutes: 'There is no earlier meeting',
    backlog: 'Waiting items',
    noBacklog: 'No items are waiting.',
    toBacklog: 'See all waiting items',
    fromBacklog: 'Put on',
    waiting: 'Proposals from members',
    noWaiting: 'No proposals are waiting for an answer.',
    by: (name: string, day: string) => `${name}, ${day}`,
    newTitle: 'New item',
    newSubmit: 'Add the item',
    nothingFixed: 'All fixed items are there already',
    nothingFixedText: 'Edit the standing orders if a fixed item is missing.',
    added: (count: number) =>
      count === 1 ? 'One item was added to the agenda' : `${count} items were added to the agenda`,
    gone: 'The item is not on the agenda any more',
    goneText: 'Somebody else has moved it or taken it off. Here is the agenda as it is now.',
  },
})
