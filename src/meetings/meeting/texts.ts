import { defineTexts } from '../../base/language.ts'

export const meetingTexts = defineTexts({
  da: {
    create: 'Opret møde',
    edit: 'Ret mødet',
    agenda: 'Dagsorden',
    editAgenda: 'Ret dagsordenen',
    items: (count: number, closed: number, minutes: number) =>
      [
        `${count} ${count === 1 ? 'punkt' : 'punkter'}${closed === 0 ? '' : `, ${closed} lukket`}`,
        minutes === 0 ? '' : `Planlagt ${minutes} minutter`,
      ]
        .filter((part) => part !== '')
        .join('. '),
    noItems: 'Dagsordenen er tom',
    noItemsLead: 'Tilføj det første punkt, eller hent de faste punkter fra forretningsordenen.',
    noItemsReader: 'Dagsordenen er ikke sendt ud endnu.',
    closed: 'Lukket punkt.',
    onlyMembers: 'Kun medlemmer ser det.',
    ground: (ground: string) => `Grund: ${ground.slice(0, 1).toLowerCase()}${ground.slice(1)}.`,
    review: (day: string) => `Vurderes igen ${day}.`,
    excluded: (count: number) =>
      count === 1 ? 'Ét medlem er inhabilt og har ikke adgang.' : `${count} medlemmer er inhabile og har ikke adgang.`,
    closedHere: (number: number, ground: string) =>
      ground === '' ? `${number}. Lukket punkt` : `${number}. Lukket punkt. Grund: ${ground}`,
    state: 'Mødets tilstand',
    cancelled: (reason: string) => `Aflyst: ${reason}`,
    beforeAfter: 'Før og efter',
    previous: 'Forrige møde',
    next: 'Næste møde',
    preparedIn: 'Forberedt i',
    prepares: 'Forbereder',
    nothingNear: 'Der er ingen andre møder i nærheden.',
    link: 'Deltag på afstand',
    host: (host: string) => `Vært: ${host}`,
  },
  en: {
    create: 'Create meeting',
    edit: 'Edit the meeting',
    agenda: 'Agenda',
    editAgenda: 'Edit the agenda',
    items: (count: number, closed: number, minutes: number) =>
      [
        `${count} ${count === 1 ? 'item' : 'items'}${closed === 0 ? '' : `, ${closed} closed`}`,
        minutes === 0 ? '' : `Planned for ${minutes} minutes`,
      ]
        .filter((part) => part !== '')
        .join('. '),
    noItems: 'The agenda is empty',
    noItemsLead: 'Add the first item, or fetch the fixed items from the standing orders.',
    noItemsReader: 'The agenda has not been sent out yet.',
    closed: 'Closed item.',
    onlyMembers: 'Only members see it.',
    ground: (ground: string) => `Ground: ${ground.slice(0, 1).toLowerCase()}${ground.slice(1)}.`,
    review: (day: string) => `To be reviewed ${day}.`,
    excluded: (count: number) =>
      count === 1 ? 'One member is excluded and has no access.' : `${count} members are excluded and have no access.`,
    closedHere: (number: number, ground: string) =>
      ground === '' ? `${number}. Closed item` : `${number}. Closed item. Ground: ${ground}`,
    state: 'State of the meeting',
    cancelled: (reason: string) => `Cancelled: ${reason}`,
    beforeAfter: 'Before and after',
    previous: 'Previous meeting',
    next: 'Next meeting',
    preparedIn: 'Prepared in',
    prepares: 'Prepares',
    nothingNear: 'There are no other meetings near this one.',
    link: 'Join from afar',
    host: (host: string) => `Host: ${host}`,
  },
})
