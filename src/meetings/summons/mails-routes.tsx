import { Hono } from 'hono'
import { listMailsOfMeeting, sendAgain } from '../../mail/outbox-store.ts'
import { handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { againForm } from './forms.ts'
import { listInvited } from './invitation-store.ts'
import { MailsPage } from './mails-pages.tsx'

/** What became of the mail about a meeting, and sending again what did not arrive. */
export const mailsRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.mails(':id'),
      on('meetings.run', async (asked) => {
        const found = await asked.read(async (trx) => {
          const meeting = await meetingInCharge(asked, trx)
          const invited = await listInvited(trx, asked.district.id, meeting.id)
          return {
            meeting,
            mails: await listMailsOfMeeting(trx, asked.district.id, meeting.id),
            unreachable: invited.filter(({ email }) => email === null).map(({ name }) => name),
          }
        })
        return asked.page(<MailsPage asked={asked} {...found} />)
      }),
    )
    .post(
      meetingPaths.mails(':id'),
      on('meetings.run', async (asked) => {
        const { data } = await asked.form(againForm)
        await asked.change(async (trx, log) => {
          const meeting = await meetingInCharge(asked, trx)
          if (data === null) return
          const id = data.mail === '' ? null : data.mail
          const count = await sendAgain(trx, asked.district.id, { meetingId: meeting.id, id }, asked.now)
          if (count === 0) return
          await log({
            action: 'meeting.mailsSentAgain',
            subjectKind: 'meeting',
            subjectId: meeting.id,
            subjectName: meeting.forumName,
            changes: [{ field: 'mails', before: null, after: String(count) }],
          })
        })
        return asked.goTo(meetingPaths.mails(asked.param('id')))
      }),
    )
}
