import { PostButton } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { isAgendaOpen, mayBecome } from '../rules.ts'
import { isEditable } from './form-rules.ts'
import { meetingFormTexts } from './form-texts.ts'
import type { Meeting } from './meeting-store.ts'
import { meetingTexts } from './texts.ts'

/** What those in charge can do about the meeting itself: links first, since each room adds its own buttons after these. */
export const MeetingActions = ({ asked, meeting }: { asked: Asked; meeting: Meeting }) => {
  const t = meetingTexts[asked.lang]
  const form = meetingFormTexts[asked.lang]
  if (!isInCharge(asked, meeting)) return null
  const href = (path: string) => inDistrict(asked.district, path)
  if (meeting.state === 'cancelled')
    return (
      <PostButton
        action={href(meetingPaths.undoCancel(meeting.id))}
        label={form.undoCancel}
        fields={{ version: meeting.version }}
      />
    )
  return (
    <>
      {mayBecome(meeting.state, 'cancelled') && <a href={href(meetingPaths.cancel(meeting.id))}>{form.cancel}</a>}
      {isEditable(meeting.state) && <a href={href(meetingPaths.edit(meeting.id))}>{t.edit}</a>}
      {isAgendaOpen(meeting.state) && (
        <a
          {...(meeting.state === 'draft' && { class: 'button button-secondary' })}
          href={href(meetingPaths.agenda(meeting.id))}
        >
          {t.editAgenda}
        </a>
      )}
    </>
  )
}
