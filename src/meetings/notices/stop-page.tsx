import type { MailSetting } from '../../mail/outbox-store.ts'
import type { Preference } from '../../notices/preferences-store.ts'
import { Message, PageHead } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { isOff, oneClick } from './rules.ts'
import { noticeTexts } from './texts.ts'

interface StopProps {
  asked: Asked
  setting: MailSetting
  /** As it is now. */
  preference: Preference
  /** As it was before the reader stopped the mail just now; null when nothing was done. */
  before: Preference | null
}

/** Stops one kind of mail. Reached from a mail without signing in, so it names nobody. */
export const StopPage = ({ asked, setting, preference, before }: StopProps) => {
  const t = noticeTexts[asked.lang].stop
  const off = isOff(preference, setting)
  const here = inDistrict(asked.district, meetingPaths.stopMail)
  const settings = withQuery(inDistrict(asked.district, meetingPaths.noticeSettings), { noegle: preference.secret })
  return (
    <Page frame={asked.frame} title={t.title[setting]} current="notices">
      <PageHead title={t.title[setting]} {...(!off && { lead: t.lead[setting] })} />
      {off && (
        <Message kind="success" title={t.stopped[setting]}>
          <p>{t.stoppedText}</p>
        </Message>
      )}
      <div class="sv-acts">
        {!off && (
          <PostButton
            action={withQuery(here, { noegle: preference.secret, mail: setting })}
            label={t.button[setting]}
            fields={oneClick}
            look="primary"
          />
        )}
        {off && before !== null && !isOff(before, setting) && (
          <PostButton
            action={settings}
            label={t.undo}
            fields={{
              version: preference.version,
              samlet: before.digest,
              paamind: before.reminders ? 'ja' : 'nej',
              sprog: before.language,
            }}
          />
        )}
        <a href={settings}>{t.choose}</a>
      </div>
    </Page>
  )
}
