import type { FinishMail } from '../../mail/sending.ts'
import { preferenceOf } from '../../notices/preferences-store.ts'
import { meetingPaths } from '../paths.ts'

const unsigned = new RegExp(`${meetingPaths.noticeSettings}(?=["\\s]|$)`, 'g')

/**
 * Makes the way to the settings in a mail one that works with a click. The receiver's secret is put in when the mail is
 * sent, so that nobody else can read it in the outbox.
 */
export const ownSettings: FinishMail = async (trx, { district, personId, words, html }) => {
  if (personId === null || !words.includes(meetingPaths.noticeSettings)) return { words, html }
  const { secret } = await preferenceOf(trx, district, personId)
  const signed = `${meetingPaths.noticeSettings}?noegle=${secret}`
  return { words: words.replace(unsigned, signed), html: html.replace(unsigned, signed) }
}
