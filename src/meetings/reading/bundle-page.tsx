import { Message, PageHead } from '../../web/blocks.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { readingTexts } from './texts.ts'

/** Says why a file of a meeting could not be made, and where its parts are. */
export const NoFilePage = ({ asked, meeting, problem }: { asked: Asked; meeting: Meeting; problem: string }) => {
  const t = readingTexts[asked.lang]
  const title = t.allTitle
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        {
          href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)),
          label: nameOfMeeting(meeting, asked.lang),
        },
      ]}
    >
      <PageHead title={title} />
      <Message kind="warning" title={problem} />
      <p class="sv-mt">
        <a href={inDistrict(asked.district, meetingPaths.read(meeting.id))}>{t.link}</a>
      </p>
    </Page>
  )
}
