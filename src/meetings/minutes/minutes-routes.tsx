import { Hono } from 'hono'
import type { Child } from 'hono/jsx'
import { NotFound } from '../../base/errors.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { slugOf } from '../../base/danish.ts'
import { askedMeeting, isMember } from '../find.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { findApprovalView } from './approval-view.ts'
import { listComments } from './comment-store.ts'
import type { RefusedForm } from './comments.tsx'
import { MinutesPage, NoMinutesPage } from './minutes-page.tsx'
import { findMinutes } from './minutes-view.ts'
import { sheetDocx } from './print/docx.ts'
import { minutesSheet } from './print/minutes-sheet.ts'
import { sheetPdf } from './print/pdf.ts'

const findPage = async (asked: Asked, trx: Trx) => {
  const meeting = await askedMeeting(asked, trx)
  // Before the minutes: what is corrected while they are read is then shown with a mark that is too old, and not approved unseen.
  const approval = await findApprovalView(asked, trx, meeting)
  const view = await findMinutes(asked, trx, meeting)
  if ('why' in view) return view
  const takesPart = view.facts.sits || view.facts.everything
  return {
    view,
    approval,
    comments: takesPart ? await listComments(trx, asked.district.id, view.meeting.id) : [],
    mayComment: view.meeting.state === 'circulated' && asked.actor.personId !== null && isMember(asked, view.meeting),
  }
}

/** The page of the minutes, also when a form on it was refused. */
export async function showMinutes(
  asked: Asked,
  { refused, message, status = 200 }: { refused?: RefusedForm; message?: Child; status?: 200 | 409 | 422 } = {},
): Promise<Response> {
  const found = await asked.read((trx) => findPage(asked, trx))
  return 'why' in found
    ? asked.page(<NoMinutesPage asked={asked} {...found} />)
    : asked.page(<MinutesPage asked={asked} {...found} refused={refused} message={message} />, status)
}

const mediaTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

async function file(asked: Asked, format: 'pdf' | 'docx'): Promise<Response> {
  const view = await asked.read((trx) => findMinutes(asked, trx))
  if ('why' in view) throw new NotFound()
  const sheet = minutesSheet(view, asked.district.name)
  const bytes = format === 'pdf' ? await sheetPdf(sheet) : await sheetDocx(sheet)
  const name = `referat-${slugOf(nameOfMeeting(view.meeting, 'da'))}.${format}`
  return asked.c.body(new Uint8Array(bytes), 200, {
    'content-type': mediaTypes[format],
    'cache-control': 'private, no-store',
    'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
  })
}

/** The minutes as a page and as files. */
export const minutesPageRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.minutes(':id'),
      on('meetings.list', (asked) => showMinutes(asked)),
    )
    .get(
      meetingPaths.minutesFile(':id', 'pdf'),
      on('meetings.list', (asked) => file(asked, 'pdf')),
    )
    .get(
      meetingPaths.minutesFile(':id', 'docx'),
      on('meetings.list', (asked) => file(asked, 'docx')),
    )
}
