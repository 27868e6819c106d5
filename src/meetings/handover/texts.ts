import { defineTexts } from '../../base/language.ts'

/** Texts of handing over: the page for a new holder, and what is noted of tasks that follow. */
export const handoverTexts = defineTexts({
  da: {
    reason: 'Embedet har skiftet hænder.',
    title: {
      office: (office: string) => `Overtag embedet ${office}`,
      seat: (forum: string) => `Overtag pladsen i ${forum}`,
    },
    lead: {
      office: (name: string, day: string) => `${name} har embedet fra ${day}. Her er det, der venter i hvert forum.`,
      seat: (name: string, day: string) => `${name} har pladsen fra ${day}. Her er det, der venter.`,
    },
    leadVacant: 'Embedet er ledigt. Her er det, der venter den næste i hvert forum.',
    office: 'Embeder',
    noFora: 'Embedet har ingen pladser i fora',
    noForaText: 'Når embedet får en plads, står forummets referater, opgaver og møder her.',
    lastMinutes: 'Seneste referat',
    noMinutes: 'Der er ikke sendt et referat ud endnu',
    coming: 'Kommende møder',
    noComing: 'Ingen er indkaldt',
    orders: 'Forretningsorden',
    seeOrders: 'Læs, hvordan forummet mødes',
    sits: 'Hvem sidder der',
    tasks: (forum: string) => `Åbne opgaver i ${forum}`,
    noTasks: 'Forummet har ingen åbne opgaver.',
    about: (what: string, forum: string) => `${what}: ${forum}`,
  },
  en: {
    reason: 'The office has changed hands.',
    title: {
      office: (office: string) => `Take over the office ${office}`,
      seat: (forum: string) => `Take over the seat in ${forum}`,
    },
    lead: {
      office: (name: string, day: string) => `${name} holds the office from ${day}. This is what waits in each forum.`,
      seat: (name: string, day: string) => `${name} holds the seat from ${day}. This is what waits.`,
    },
    leadVacant: 'The office is vacant. This is what waits for the next holder in each forum.',
    office: 'Offices',
    noFora: 'The office has no seats in fora',
    noForaText: 'When it gets a seat, the minutes, tasks and meetings of the forum stand here.',
    lastMinutes: 'Latest minutes',
    noMinutes: 'No minutes have been circulated yet',
    coming: 'Coming meetings',
    noComing: 'None are summoned',
    orders: 'Standing orders',
    seeOrders: 'Read how the forum meets',
    sits: 'Who sits there',
    tasks: (forum: string) => `Open tasks of ${forum}`,
    noTasks: 'The forum has no open tasks.',
    about: (what: string, forum: string) => `${what}: ${forum}`,
  },
})
