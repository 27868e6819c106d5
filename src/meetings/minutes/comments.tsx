import { moment } from '../../base/language.ts'
import { Section } from '../../web/blocks.tsx'
import { Select, Radios, TextArea } from '../../web/fields.tsx'
import { Form } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { approvalTexts } from './approval-texts.ts'
import type { MinutesComment } from './comment-store.ts'
import { isSeen, type Minutes } from './rules.ts'

/** A form of this page that was refused: which one, and what was sent. */
export interface RefusedForm {
  /** `ny`, or the id of the comment that was answered. */
  form: string
  values: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
}

interface CommentsProps {
  asked: Asked
  meeting: Meeting
  minutes: Minutes
  comments: readonly MinutesComment[]
  mayComment: boolean
  inCharge: boolean
  refused?: RefusedForm | undefined
}

const Answer = ({ asked, comment }: { asked: Asked; comment: MinutesComment }) => {
  const t = approvalTexts[asked.lang]
  if (comment.answeredAt === null) return <p class="sv-sm sv-2">{t.unanswered}</p>
  return (
    <div class="sv-out">
      <p>
        <b>{comment.taken === true ? t.taken : t.notTaken}.</b> {comment.answer}
      </p>
      <p class="sv-sm sv-2">{t.says(comment.answeredBy, moment(comment.answeredAt, asked.lang))}</p>
    </div>
  )
}

const AnswerForm = ({ asked, meeting, comment, refused }: CommentsProps & { comment: MinutesComment }) => {
  const t = approvalTexts[asked.lang]
  const own = refused?.form === comment.id ? refused : undefined
  return (
    <details class="sv-more" open={own !== undefined}>
      <summary>{t.answerTo(comment.name)}</summary>
      <Form
        id={`svar-${comment.id}`}
        action={inDistrict(asked.district, meetingPaths.answerComment(meeting.id, comment.id))}
        version={comment.version}
        {...(own && { values: own.values, problems: own.problems })}
      >
        <Radios
          name="rettet"
          label={t.answer}
          choices={[
            { value: 'ja', label: t.taken },
            { value: 'nej', label: t.notTaken },
          ]}
        />
        <TextArea name="svar" label={t.answerTo(comment.name)} rows={2} />
        <button class="button button-secondary" type="submit">
          {t.answerButton}
        </button>
      </Form>
    </details>
  )
}

/** What members say of the minutes, with the answers; a form for the reader's own, and forms to answer. */
export const Comments = (props: CommentsProps) => {
  const { asked, meeting, minutes, comments, mayComment, inCharge, refused } = props
  const t = approvalTexts[asked.lang]
  const numbers = new Map(minutes.entries.flatMap((entry) => (isSeen(entry) ? [[entry.id, entry] as const] : [])))
  const own = refused?.form === 'ny' ? refused : undefined
  return (
    <Section id="bemaerkninger" title={t.comments} count={comments.length}>
      {comments.length === 0 && <p class="sv-2">{t.noComments}</p>}
      {comments.map((comment) => {
        const item = comment.itemId === null ? undefined : numbers.get(comment.itemId)
        return (
          <article class="sv-minute" id={`bemaerkning-${comment.id}`}>
            <h3>{item === undefined ? t.whole : t.on(item.number)}</h3>
            <p class="sv-words">{comment.words}</p>
            <p class="sv-sm sv-2">{t.says(comment.name, moment(comment.at, asked.lang))}</p>
            <Answer asked={asked} comment={comment} />
            {inCharge && !isLocked(meeting.state) && comment.answeredAt === null && (
              <AnswerForm {...props} comment={comment} />
            )}
          </article>
        )
      })}
      {mayComment && (
        <>
          <h3>{t.comment}</h3>
          <Form
            id="ny"
            action={inDistrict(asked.district, meetingPaths.commentMinutes(meeting.id))}
            label={t.comment}
            {...(own && { values: own.values, problems: own.problems })}
          >
            <Select
              name="punkt"
              label={t.commentAbout}
              empty={t.whole}
              choices={[...numbers.values()].map(({ id, number, title }) => ({
                value: id,
                label: `${String(number)}. ${title}`,
              }))}
            />
            <TextArea name="ord" label={t.words} hint={t.commentHint} />
            <button class="button button-secondary" type="submit">
              {t.sendComment}
            </button>
          </Form>
        </>
      )}
    </Section>
  )
}
