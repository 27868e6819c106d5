import type { PropsWithChildren } from 'hono/jsx'
import type { LoggedChange } from '../../audit/store.ts'
import { PageHead } from '../../web/blocks.tsx'
import { Page } from '../../web/layout.tsx'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { minutesCrumbs } from './minutes-page.tsx'

/** What a form about the minutes of a meeting is shown with; values and problems of one that was refused. */
export interface FormPageProps {
  asked: Asked
  meeting: Meeting
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** Somebody else changed the meeting after the form was made. */
  outdated?: Outdated
}

interface Outdated {
  changes: readonly LoggedChange[]
  /** True when what was asked for cannot be done any more. */
  over: boolean
}

/** The frame of a page with one form about the minutes of a meeting. */
export const FormPage = ({
  asked,
  meeting,
  title,
  lead = '',
  problems = [],
  outdated,
  children,
}: PropsWithChildren<Omit<FormPageProps, 'values'> & { title: string; lead?: string }>) => (
  <Page frame={asked.frame} title={title} current="meetings" crumbs={minutesCrumbs(asked, meeting)} problems={problems}>
    <PageHead title={title} lead={lead === '' ? nameOfMeeting(meeting, asked.lang) : lead} />
    {outdated !== undefined && <ChangedMeanwhile asked={asked} {...outdated} />}
    {children}
  </Page>
)
