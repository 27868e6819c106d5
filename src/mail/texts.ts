import { defineTexts } from '../base/language.ts'
import type { FailureReason } from './rules.ts'

const reasonsDa: Record<FailureReason, string> = {
  unknownAddress: 'Adressen findes ikke. Ret den, og send igen.',
  full: 'Modtagerens postkasse er fuld.',
  refused: 'Modtagerens mailserver ville ikke tage imod mailen.',
  unreachable: 'Mailserveren svarede ikke.',
  off: 'Samvirk er ikke sat op til at sende mail. Bed den, der driver programmet, om hjælp.',
  later: 'Modtagerens mailserver beder os vente.',
}
const reasonsEn: Record<FailureReason, string> = {
  unknownAddress: 'The address does not exist. Correct it and send again.',
  full: 'The receiver’s mailbox is full.',
  refused: 'The receiver’s mail server would not take the mail.',
  unreachable: 'The mail server did not answer.',
  off: 'Samvirk is not set up to send mail. Ask whoever runs the program for help.',
  later: 'The receiver’s mail server asks us to wait.',
}

export const mailTexts = defineTexts({
  da: {
    reasons: reasonsDa,
    folder: 'Mails under udvikling',
    folderLead: 'Ingen mails bliver sendt. De bliver skrevet i en mappe, fordi der ikke er sat en mailserver op.',
    none: 'Der er ingen mails endnu',
    noneText: 'Send en indkaldelse ud, så står mailen her efter få sekunder.',
    subject: 'Emne',
    to: 'Til',
    from: 'Fra',
    at: 'Skrevet',
    caption: (count: number) => `${count} ${count === 1 ? 'mail' : 'mails'}, de nyeste først`,
    words: 'Tekst',
    html: 'HTML',
    calendar: 'Kalenderinvitation',
    download: 'Hent mailen som fil',
  },
  en: {
    reasons: reasonsEn,
    folder: 'Mail during development',
    folderLead: 'No mail is sent. It is written to a folder, because no mail server is set up.',
    none: 'There is no mail yet',
    noneText: 'Send a summons, and the mail will stand here within seconds.',
    subject: 'Subject',
    to: 'To',
    from: 'From',
    at: 'Written',
    caption: (count: number) => `${count} ${count === 1 ? 'mail' : 'mails'}, the latest first`,
    words: 'Text',
    html: 'HTML',
    calendar: 'Calendar invitation',
    download: 'Download the mail as a file',
  },
})
