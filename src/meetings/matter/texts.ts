import { defineTexts } from '../../base/language.ts'

export const matterTexts = defineTexts({
  da: {
    title: (title: string) => `Sagens forløb: ${title}`,
    lead: 'Alle de punkter, sagen har været på, i rækkefølge. Du ser dem, du har adgang til.',
    line: 'Hvor sagen har været',
    list: 'Punkterne',
    waits: 'Venter i emnebanken',
    dropped: 'Lagt væk',
    ahead: 'Kommer på',
    cancelled: 'Mødet er aflyst',
    noOutcome: 'Intet referat endnu',
    sentOn: (forum: string) => `Sendt videre fra ${forum}`,
    closed: 'Lukket',
  },
  en: {
    title: (title: string) => `The way of the matter: ${title}`,
    lead: 'Every item the matter has been in, in order. You see those you have access to.',
    line: 'Where the matter has been',
    list: 'The items',
    waits: 'Waits in the backlog',
    dropped: 'Put away',
    ahead: 'Comes up',
    cancelled: 'The meeting is cancelled',
    noOutcome: 'No minutes yet',
    sentOn: (forum: string) => `Sent on from ${forum}`,
    closed: 'Closed',
  },
})
