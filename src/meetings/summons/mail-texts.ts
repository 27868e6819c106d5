import { defineTexts } from '../../base/language.ts'

const lower = (text: string): string => `${text.slice(0, 1).toLowerCase()}${text.slice(1)}`

/** The words of mails about a meeting: its forum, kind, day, time, place and a link. Nothing of its agenda. */
export const summonsMailTexts = defineTexts({
  da: {
    summary: (forum: string, kind: string) => `${forum}: ${lower(kind)}`,
    when: (day: string, time: string, place: string) =>
      `Tid: ${day}, ${lower(time)}${place === '' ? '' : `\nSted: ${place}`}`,
    summons: {
      subject: (forum: string, day: string) => `Indkaldelse: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Du er indkaldt til ${lower(kind)} i ${forum}`,
      text: 'Læs dagsordenen i Samvirk, og svar, om du kommer. Du kan melde afbud eller sende en stedfortræder.',
      action: 'Læs dagsordenen, og svar',
    },
    deputy: {
      subject: (forum: string, day: string) => `Stedfortræder: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Du er bedt om at møde som stedfortræder til ${lower(kind)} i ${forum}`,
      text: 'Dagsordenen ligger i Samvirk. Har du ikke adgang, så bed den, du møder for, om at skaffe dig den.',
      action: 'Læs dagsordenen',
    },
    moved: {
      subject: (forum: string, day: string) => `Ny tid: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Ny tid for ${lower(kind)} i ${forum}`,
      text: 'Mødet er flyttet. Tidligere svar gælder ikke mere, så svar igen.',
      action: 'Se mødet, og svar',
    },
    movedDeputy: {
      subject: (forum: string, day: string) => `Ny tid: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Ny tid for ${lower(kind)} i ${forum}`,
      text: 'Mødet er flyttet. Aftalen om en stedfortræder gælder stadig. Passer den nye tid ikke, så giv hinanden besked.',
      action: 'Se mødet',
    },
    place: {
      subject: (forum: string, day: string) => `Nyt sted: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Nyt sted for ${lower(kind)} i ${forum}`,
      text: 'Tiden er den samme. Dit svar gælder stadig.',
      action: 'Se mødet',
    },
    cancelled: {
      subject: (forum: string, day: string) => `Aflyst: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Aflyst: ${lower(kind)} i ${forum}`,
      text: 'Mødet bliver ikke holdt. Du kan læse hvorfor i Samvirk.',
      action: 'Se mødet',
    },
    takenOff: {
      subject: (forum: string, day: string) => `Du skal ikke møde: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Du er ikke længere indkaldt til ${lower(kind)} i ${forum}`,
      text: 'Mødet bliver holdt uden dig. Invitationen bliver taget ud af din kalender.',
      action: 'Gå til Samvirk',
    },
    reminder: {
      subject: (forum: string, day: string) => `Kommer du? ${forum} ${day}`,
      title: (forum: string, kind: string) => `Du har ikke svaret på indkaldelsen til ${lower(kind)} i ${forum}`,
      text: 'Svar, om du kommer. Det tager under et minut.',
      action: 'Svar nu',
    },
    settings: 'Vælg, hvilke mails du får',
  },
  en: {
    summary: (forum: string, kind: string) => `${forum}: ${lower(kind)}`,
    when: (day: string, time: string, place: string) =>
      `Time: ${day}, ${time}${place === '' ? '' : `\nPlace: ${place}`}`,
    summons: {
      subject: (forum: string, day: string) => `Summons: ${forum} ${day}`,
      title: (forum: string, kind: string) => `You are summoned: ${lower(kind)} of ${forum}`,
      text: 'Read the agenda in Samvirk and say whether you will come. You can send apologies or a deputy.',
      action: 'Read the agenda and reply',
    },
    deputy: {
      subject: (forum: string, day: string) => `Deputy: ${forum} ${day}`,
      title: (forum: string, kind: string) => `You are asked to come as a deputy: ${lower(kind)} of ${forum}`,
      text: 'The agenda is in Samvirk. If you have no access, ask the one you stand in for to get it for you.',
      action: 'Read the agenda',
    },
    moved: {
      subject: (forum: string, day: string) => `New time: ${forum} ${day}`,
      title: (forum: string, kind: string) => `New time: ${lower(kind)} of ${forum}`,
      text: 'The meeting has been moved. Earlier replies no longer count, so please reply again.',
      action: 'See the meeting and reply',
    },
    movedDeputy: {
      subject: (forum: string, day: string) => `New time: ${forum} ${day}`,
      title: (forum: string, kind: string) => `New time: ${lower(kind)} of ${forum}`,
      text: 'The meeting has been moved. A deputy still comes as agreed. If the new time does not suit, tell each other.',
      action: 'See the meeting',
    },
    place: {
      subject: (forum: string, day: string) => `New place: ${forum} ${day}`,
      title: (forum: string, kind: string) => `New place: ${lower(kind)} of ${forum}`,
      text: 'The time is the same. Your reply still counts.',
      action: 'See the meeting',
    },
    cancelled: {
      subject: (forum: string, day: string) => `Cancelled: ${forum} ${day}`,
      title: (forum: string, kind: string) => `Cancelled: ${lower(kind)} of ${forum}`,
      text: 'The meeting will not be held. You can read why in Samvirk.',
      action: 'See the meeting',
    },
    takenOff: {
      subject: (forum: string, day: string) => `You need not come: ${forum} ${day}`,
      title: (forum: string, kind: string) => `You are no longer summoned: ${lower(kind)} of ${forum}`,
      text: 'The meeting is held without you. The invitation is taken out of your calendar.',
      action: 'Go to Samvirk',
    },
    reminder: {
      subject: (forum: string, day: string) => `Will you come? ${forum} ${day}`,
      title: (forum: string, kind: string) => `You have not replied to the summons: ${lower(kind)} of ${forum}`,
      text: 'Please say whether you will come. It takes less than a minute.',
      action: 'Reply now',
    },
    settings: 'Choose which mail you get',
  },
})

export type Occasion = 'summons' | 'deputy' | 'moved' | 'movedDeputy' | 'place' | 'cancelled' | 'takenOff' | 'reminder'
