import type { FinishMail } from '../../mail/sending.ts'
import { preferenceOf } from '../../notices/preferences-store.ts'
import { withQuery } from '../../web/paths.ts'
import { meetingPaths } from '../paths.ts'

const unsigned = new RegExp(`${meetingPaths.noticeSettings}(?=["\\s]|$)`, 'g')

/**
 * Makes the way to the settings in a mail one that works with a click, and tells mail programs where mails of its kind are
 * turned off. The receiver's secret is put in when the mail is sent, so that nobody else can read it in the outbox.
 */
export const ownSettings =
  (baseUrl: () => string): FinishMail =>
  async (trx, { district, personId, setting, words, html }) => {
    if (personId === null || (setting === null && !words.includes(meetingPaths.noticeSettings)))
      return { words, html, unsubscribe: null }
    const { secret } = await preferenceOf(trx, district, personId)
    const signed = withQuery(meetingPaths.noticeSettings, { noegle: secret })
    return {
      words: words.replace(unsigned, signed),
      html: html.replace(unsigned, signed),
      unsubscribe:
        setting === null
          ? null
          : `${baseUrl()}/${district}${withQuery(meetingPaths.stopMail, { noegle: secret, mail: setting })}`,
    }
  }
