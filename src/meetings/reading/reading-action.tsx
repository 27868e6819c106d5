import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { isHeld, type MeetingState } from '../rules.ts'
import { readingTexts } from './texts.ts'

/** The way from a meeting's page to reading it through; not where there is nothing to read. Once the meeting is held its minutes come first. */
export const ReadingAction = ({
  asked,
  meeting,
  items,
}: {
  asked: Asked
  meeting: { id: string; state: MeetingState }
  items: readonly unknown[]
}) =>
  items.length === 0 ? null : (
    <a
      {...(!isHeld(meeting.state) && { class: 'button button-secondary' })}
      href={inDistrict(asked.district, meetingPaths.read(meeting.id))}
    >
      {readingTexts[asked.lang].link}
    </a>
  )
