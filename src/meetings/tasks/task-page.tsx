import type { Child } from 'hono/jsx'
import { longDay, moment } from '../../base/language.ts'
import { daysBetween } from '../../base/time.ts'
import { Columns, Fact, Facts, Message, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Field, Radios, TextArea } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { daysLate, isOpenTask, readyPhrases, taskStates } from './rules.ts'
import type { Task, TaskStatus } from './task-store.ts'
import { taskTexts } from './texts.ts'
import { meetingNameOf, OwnerName, SaidState, TaskStanding } from './wording.tsx'

/** Which of the page's forms was sent. */
export type TaskForm = 'status' | 'frist' | 'videre'

interface TaskPageProps {
  asked: Asked
  task: Task
  statuses: readonly TaskStatus[]
  /** How the task is the reader's own; null when it is not. */
  mine: 'person' | 'office' | null
  inCharge: boolean
  /** Names of those it can be handed to; empty for a reader who may not hand it over. */
  owners: readonly string[]
  /** For one in charge of an open task: why its owner cannot answer. */
  hindered: 'keptOut' | 'noAccount' | null
  /** What was just stored. */
  saved: TaskForm | null
  /** The form that was refused, with what was sent. */
  refused?: { form: TaskForm; values: Readonly<Record<string, unknown>>; problems: readonly Problem[] }
  /** Who saved first, when somebody did. */
  takenBy?: string
}

const sentTo = (props: TaskPageProps, form: TaskForm) => ({
  id: form,
  version: props.task.version,
  values: props.refused?.form === form ? props.refused.values : {},
  problems: props.refused?.form === form ? props.refused.problems : [],
})

const AnswerForm = (props: TaskPageProps) => {
  const { asked, task } = props
  const t = taskTexts[asked.lang]
  return (
    <Section id="giv-status" title={t.answer}>
      <p class="sv-2">{isOpenTask(task) ? t.answerLead : t.finishedAlready}</p>
      <Form {...sentTo(props, 'status')} action={inDistrict(asked.district, meetingPaths.task(task.id))}>
        <Radios
          name="status"
          label={t.newState}
          value={task.state}
          choices={taskStates.map((state) => ({ value: state, label: t.states[state] }))}
        />
        <Radios
          name="saetning"
          label={t.phrase}
          choices={readyPhrases.map((phrase) => ({ value: phrase, label: t.phrases[phrase] }))}
        />
        <TextArea name="tekst" label={t.more} hint={t.moreHint} />
        <Buttons submit={t.send} />
      </Form>
    </Section>
  )
}

/** Seldom needed, so it is folded; open when it was refused. */
const Folded = ({
  props,
  form,
  title,
  children,
}: {
  props: TaskPageProps
  form: TaskForm
  title: string
  children: Child
}) => (
  <details class="sv-more sv-gap" open={props.refused?.form === form}>
    <summary>{title}</summary>
    {children}
  </details>
)

const MoveForm = (props: TaskPageProps) => {
  const { asked, task } = props
  const t = taskTexts[asked.lang]
  return (
    <Folded props={props} form="frist" title={t.move}>
      <Form {...sentTo(props, 'frist')} action={inDistrict(asked.district, `${meetingPaths.task(task.id)}/frist`)}>
        <DateField name="dag" label={t.newDue} />
        <Field name="grund" label={t.reason} />
        <Buttons submit={t.move} />
      </Form>
    </Folded>
  )
}

const HandForm = (props: TaskPageProps) => {
  const { asked, task, owners } = props
  const t = taskTexts[asked.lang]
  return (
    <Folded props={props} form="videre" title={t.hand}>
      <Form {...sentTo(props, 'videre')} action={inDistrict(asked.district, `${meetingPaths.task(task.id)}/videre`)}>
        <Field name="ansvarlig" label={t.handTo} hint={t.handHint} suggestions={owners} autocomplete="off" />
        <Field name="grund" label={t.reason} />
        <Buttons submit={t.handButton} />
      </Form>
    </Folded>
  )
}

const About = ({ asked, task }: TaskPageProps) => {
  const t = taskTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const meeting = meetingNameOf(task, asked.lang)
  return (
    <Facts>
      <Fact term={t.due}>
        {longDay(task.dueOn, asked.lang)}
        {isOpenTask(task) && daysLate(task, asked.today) === 0 && (
          <span class="sv-2"> – {t.dueIn(daysBetween(asked.today, task.dueOn))}</span>
        )}
      </Fact>
      <Fact term={t.state}>
        <TaskStanding asked={asked} task={task} inline />{' '}
        <span class="sv-2">{t.since(longDay(task.stateSince, asked.lang))}</span>
      </Fact>
      <Fact term={t.owner}>
        <OwnerName asked={asked} task={task} inline />
      </Fact>
      {meeting !== null && (
        <Fact term={t.fromMeeting}>
          <a href={href(meetingPaths.meeting(task.meetingId))}>{meeting}</a>
        </Fact>
      )}
      {task.itemTitle !== null && (
        <Fact term={t.item}>
          <a href={href(meetingPaths.item(task.itemId))}>
            {task.itemNumber === null ? task.itemTitle : `${String(task.itemNumber)}. ${task.itemTitle}`}
          </a>{' '}
          <a class="sv-sm" href={href(meetingPaths.matter(task.matterId))}>
            {t.matter}
          </a>
        </Fact>
      )}
    </Facts>
  )
}

const History = ({ asked, statuses }: TaskPageProps) => {
  const t = taskTexts[asked.lang]
  return (
    <Section id="historie" title={t.history} {...(statuses.length > 0 && { count: t.newestFirst(statuses.length) })}>
      {statuses.length === 0 ? (
        <p class="sv-2">{t.historyEmpty}</p>
      ) : (
        <Rows columns="lead">
          {statuses.map((status) => (
            <Row lead={<SaidState asked={asked} state={status.state} />} title={status.comment}>
              {status.saidBy}, {moment(status.at, asked.lang)}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Saved = ({ asked, task, saved }: TaskPageProps) => {
  const t = taskTexts[asked.lang]
  if (saved === null) return null
  if (saved === 'frist') return <Message kind="success" title={t.moved} />
  return saved === 'status' ? (
    <Message kind="success" title={t.saved}>
      <p>{t.savedText(t.states[task.state])}</p>
    </Message>
  ) : (
    <Message kind="success" title={t.handed}>
      <p>{t.handedText(task.ownerName ?? t.someone)}</p>
    </Message>
  )
}

const Hindered = ({ asked, task, hindered }: TaskPageProps) => {
  const t = taskTexts[asked.lang]
  if (hindered === null) return null
  const name = task.ownerName ?? t.someone
  return (
    <Message kind="warning" title={hindered === 'keptOut' ? t.unseen : t.noAccount}>
      <p>{hindered === 'keptOut' ? t.unseenText(name) : t.noAccountText(name)}</p>
    </Message>
  )
}

/** One action point: what it is, where it comes from, how it stands, and the answer of the one who has it. */
export const TaskPage = (props: TaskPageProps) => {
  const { asked, task, mine, inCharge, takenBy, refused } = props
  const t = taskTexts[asked.lang]
  const mayAnswer = mine !== null || inCharge
  return (
    <Page
      frame={asked.frame}
      title={task.title}
      current="tasks"
      problems={refused?.problems ?? []}
      crumbs={[{ href: inDistrict(asked.district, meetingPaths.tasks), label: t.tasks }]}
    >
      <PageHead
        title={task.title}
        {...(mine !== null && { lead: mine === 'person' ? t.yours : t.yoursByOffice(task.ownerName ?? '') })}
      />
      {takenBy !== undefined && (
        <Message kind="warning" title={t.conflictTitle(takenBy === '' ? t.somebody : takenBy)}>
          <p>{t.conflictText}</p>
        </Message>
      )}
      <Saved {...props} />
      <Hindered {...props} />
      <Columns>
        <div>
          <About {...props} />
          {mayAnswer && <AnswerForm {...props} />}
          <History {...props} />
        </div>
        <div>
          {mayAnswer && <HandForm {...props} />}
          {inCharge && <MoveForm {...props} />}
          {isOpenTask(task) || <State kind="none">{t.finishedAlready}</State>}
        </div>
      </Columns>
    </Page>
  )
}
