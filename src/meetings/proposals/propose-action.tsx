import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { isAgendaOpen } from '../rules.ts'
import { proposalTexts } from './texts.ts'

/** The way to propose an item, on the page of a coming meeting, for those who may and do not put the agenda together themselves. */
export const ProposeAction = ({ asked, meeting }: { asked: Asked; meeting: Meeting }) => {
  const scope = { forumId: meeting.forumId, municipalityCode: meeting.municipalityCode }
  const may = asked.may('meetings.propose', scope) && !isInCharge(asked, meeting)
  if (!may || !isAgendaOpen(meeting.state) || meeting.onDay < asked.today) return null
  return (
    <a class="button button-secondary" href={inDistrict(asked.district, meetingPaths.propose(meeting.forumSlug))}>
      {proposalTexts[asked.lang].propose}
    </a>
  )
}
