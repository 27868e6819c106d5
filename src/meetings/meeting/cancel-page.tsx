import type { LoggedChange } from '../../audit/store.ts'
import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { meetingPaths } from '../paths.ts'
import { mayBecome } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { meetingFormTexts } from './form-texts.ts'
import type { Meeting } from './meeting-store.ts'
import { nameOfMeeting } from './wording.ts'

interface CancelPageProps {
  asked: Asked
  meeting: Meeting
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** What others changed while the reader wrote; null when the page is not outdated. */
  changes?: readonly LoggedChange[] | null
}

/** Cancels a meeting with a reason, and says beforehand who will be told. */
export const CancelPage = ({ asked, meeting, values = {}, problems = [], changes = null }: CancelPageProps) => {
  const t = meetingFormTexts[asked.lang]
  const name = nameOfMeeting(meeting, asked.lang)
  const href = (path: string) => inDistrict(asked.district, path)
  const back = href(meetingPaths.meeting(meeting.id))
  return (
    <Page
      frame={asked.frame}
      title={t.cancelTitle(name)}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: back, label: name },
      ]}
    >
      <PageHead
        title={t.cancelTitle(name)}
        {...(mayBecome(meeting.state, 'cancelled') && {
          lead: meeting.state === 'summoned' ? t.cancelTold : t.cancelDraft,
        })}
      />
      {changes !== null && (
        <ChangedMeanwhile asked={asked} changes={changes} over={!mayBecome(meeting.state, 'cancelled')} />
      )}
      {mayBecome(meeting.state, 'cancelled') ? (
        <Form
          action={href(meetingPaths.cancel(meeting.id))}
          version={meeting.version}
          values={values}
          problems={problems}
        >
          <Field name="grund" label={t.cancelReason} hint={t.cancelReasonHint} />
          <Buttons submit={t.cancel} cancel={{ href: back, label: t.keep }} />
        </Form>
      ) : (
        <Empty title={t.cannotCancel} actions={<a href={back}>{t.back}</a>}>
          <p>{meeting.state === 'cancelled' ? t.fixedNowText.cancelled : t.cannotCancelText}</p>
        </Empty>
      )}
    </Page>
  )
}

/** The cancelling was to be undone from a page that is outdated. */
export const UndoPage = ({
  asked,
  meeting,
  changes,
}: {
  asked: Asked
  meeting: Meeting
  changes: readonly LoggedChange[]
}) => {
  const t = meetingFormTexts[asked.lang]
  const name = nameOfMeeting(meeting, asked.lang)
  const href = (path: string) => inDistrict(asked.district, path)
  const isOver = meeting.state !== 'cancelled'
  return (
    <Page
      frame={asked.frame}
      title={t.undoTitle(name)}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.meeting(meeting.id)), label: name },
      ]}
    >
      <PageHead title={t.undoTitle(name)} {...(!isOver && { lead: t.undoText })} />
      <ChangedMeanwhile asked={asked} changes={changes} over={isOver} />
      <div class="sv-acts sv-mt">
        {!isOver && (
          <PostButton
            action={href(meetingPaths.undoCancel(meeting.id))}
            label={t.undoCancel}
            fields={{ version: meeting.version }}
          />
        )}
        <a href={href(meetingPaths.meeting(meeting.id))}>{t.back}</a>
      </div>
    </Page>
  )
}
