import type { Child } from 'hono/jsx'
import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Columns, Empty, Message, PageHead } from '../../web/blocks.tsx'
import { Views } from '../../web/filter.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { describeMeeting, nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { ApprovalSection } from './approval-section.tsx'
import { approvalTexts } from './approval-texts.ts'
import type { ApprovalView } from './approval-view.ts'
import type { MinutesComment } from './comment-store.ts'
import { Comments, type RefusedForm } from './comments.tsx'
import { MinutesBody } from './minutes-body.tsx'
import type { MinutesFacts } from './minutes-store.ts'
import { type Addendum, type Minutes, type MinutesStyle, minutesStyles } from './rules.ts'
import { minutesTexts } from './texts.ts'
import { standingOf } from './wording.ts'

/** The minutes of a meeting as one reader may see them. */
export interface MinutesView {
  meeting: Meeting
  facts: MinutesFacts
  minutes: Minutes
  style: MinutesStyle
  /** True when names of persons are the reader's to see. */
  names: boolean
  inCharge: boolean
}

/** The way to the minutes from the list of meetings. */
export const minutesCrumbs = (asked: Asked, meeting: Meeting) => [
  { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
  {
    href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)),
    label: nameOfMeeting(meeting, asked.lang),
  },
]

const Files = ({ asked, view }: { asked: Asked; view: MinutesView }) => {
  const t = minutesTexts[asked.lang]
  const { meeting, style } = view
  const href = (format: string) =>
    withQuery(inDistrict(asked.district, meetingPaths.minutesFile(meeting.id, format)), { form: style })
  return (
    <p class="sv-acts sv-sm">
      <a href={href('pdf')}>{t.pdf}</a>
      <a href={href('docx')}>{t.docx}</a>
      {asked.may('journal.export', { forumId: meeting.forumId }) && (
        <a href={inDistrict(asked.district, meetingPaths.journal(meeting.id))}>{t.journal}</a>
      )}
    </p>
  )
}

const Styles = ({ asked, view }: { asked: Asked; view: MinutesView }) => {
  const t = minutesTexts[asked.lang]
  const here = inDistrict(asked.district, meetingPaths.minutes(view.meeting.id))
  return (
    <Views
      label={t.style}
      views={minutesStyles.map((style) => ({
        label: t.styles[style],
        href: withQuery(here, { form: style }),
        current: style === view.style,
      }))}
    />
  )
}

/** What those in charge can do with the minutes as they stand; the first is the primary one. */
const Actions = ({ asked, view }: { asked: Asked; view: MinutesView }) => {
  const t = approvalTexts[asked.lang]
  const { id, state } = view.meeting
  if (!view.inCharge) return null
  const link = (path: string, label: string, look: 'primary' | 'secondary' = 'secondary') => (
    <a class={`button button-${look}`} href={inDistrict(asked.district, path)}>
      {label}
    </a>
  )
  if (state === 'held')
    return (
      <>
        {link(meetingPaths.hold(id), t.editOutcomes)}
        {link(meetingPaths.circulate(id), t.send, 'primary')}
      </>
    )
  if (state === 'circulated')
    return (
      <>
        <a href={inDistrict(asked.district, meetingPaths.takeBack(id))}>{t.takeBack}</a>
        {link(meetingPaths.hold(id), t.editOutcomes)}
        {link(meetingPaths.closeApproval(id), t.close)}
      </>
    )
  return (
    <>
      {state === 'published' && <a href={inDistrict(asked.district, meetingPaths.withdraw(id))}>{t.withdraw}</a>}
      {link(meetingPaths.addendum(id), t.correct)}
      {state === 'approved' && link(meetingPaths.publish(id), t.publish, 'primary')}
    </>
  )
}

const OpenAddendum = ({ asked, meeting, addendum }: { asked: Asked; meeting: Meeting; addendum: Addendum }) => {
  const t = minutesTexts[asked.lang]
  const opens = addendum.openness === 'closed'
  return (
    <PostButton
      action={inDistrict(asked.district, meetingPaths.openAddendum(meeting.id, addendum.id))}
      label={opens ? t.open : t.close}
      about={t.addendum(addendum.number)}
      fields={{ aabenhed: opens ? 'open' : 'closed' }}
      look="link"
    />
  )
}

interface MinutesPageProps {
  asked: Asked
  view: MinutesView
  approval: ApprovalView | null
  comments: readonly MinutesComment[]
  mayComment: boolean
  refused?: RefusedForm | undefined
  /** Stands above everything, such as that the minutes were corrected meanwhile. */
  message?: Child
}

const Side = ({ asked, view, approval }: MinutesPageProps) => {
  const t = minutesTexts[asked.lang]
  const withdrawnAt = view.names ? view.facts.withdrawnAt : null
  return (
    <>
      {withdrawnAt !== null && (
        <Message kind="warning" title={t.withdrawn(longDay(dayOf(withdrawnAt), asked.lang))}>
          <p>{view.facts.withdrawnReason}</p>
        </Message>
      )}
      {approval !== null && <ApprovalSection asked={asked} view={approval} />}
    </>
  )
}

/** The minutes as one page, with their approval and what is said of them for those who take part. */
export const MinutesPage = (props: MinutesPageProps) => {
  const { asked, view, comments, mayComment, refused, message, approval } = props
  const { meeting, minutes, style } = view
  const title = minutesTexts[asked.lang].title(nameOfMeeting(meeting, asked.lang))
  const body = (
    <>
      <Files asked={asked} view={view} />
      <Styles asked={asked} view={view} />
      <MinutesBody
        asked={asked}
        minutes={minutes}
        minutesStyle={style}
        {...(view.inCharge &&
          isLocked(meeting.state) && {
            addendumAction: (addendum) => <OpenAddendum asked={asked} meeting={meeting} addendum={addendum} />,
          })}
      />
      {(mayComment || comments.length > 0) && (
        <Comments
          asked={asked}
          meeting={meeting}
          minutes={minutes}
          comments={comments}
          mayComment={mayComment}
          inCharge={view.inCharge}
          refused={refused}
        />
      )}
    </>
  )
  const hasSide = approval !== null || (view.names && view.facts.withdrawnAt !== null)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={minutesCrumbs(asked, meeting)}
      problems={refused?.problems ?? []}
    >
      <PageHead
        title={title}
        lead={
          <>
            {describeMeeting(meeting, asked.lang)} {standingOf(meeting, view.facts, asked.lang, view.names).join(' ')}
          </>
        }
        actions={<Actions asked={asked} view={view} />}
      />
      {message}
      {hasSide ? (
        <Columns>
          <div>{body}</div>
          <div>
            <Side {...props} />
          </div>
        </Columns>
      ) : (
        <div class="sv-read">{body}</div>
      )}
    </Page>
  )
}

/** Says kindly why there are no minutes to read yet. */
export const NoMinutesPage = ({
  asked,
  meeting,
  why,
}: {
  asked: Asked
  meeting: Meeting
  why: 'notHeld' | 'notYet' | 'notPublished'
}) => {
  const t = minutesTexts[asked.lang]
  const title = t.title(nameOfMeeting(meeting, asked.lang))
  return (
    <Page frame={asked.frame} title={title} current="meetings" crumbs={minutesCrumbs(asked, meeting)}>
      <PageHead title={title} lead={describeMeeting(meeting, asked.lang)} />
      <Empty
        title={t[why]}
        actions={<a href={inDistrict(asked.district, meetingPaths.meeting(meeting.id))}>{t.toMeeting}</a>}
      >
        <p>{t[`${why}Text`]}</p>
      </Empty>
    </Page>
  )
}
