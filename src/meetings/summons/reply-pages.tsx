import { Empty, Fact, Facts, Message, PageHead, Section, State, type StateKind } from '../../web/blocks.tsx'
import { Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { describeMeeting, nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import type { Invited } from './invitation-store.ts'
import { groupReplies } from './reply-rules.ts'
import { type Reply, takesReplies } from './rules.ts'
import { crumbsTo } from './summons-pages.tsx'
import { summonsTexts } from './texts.ts'

const kinds: Record<Reply, StateKind> = { none: 'todo', accepted: 'ok', declined: 'none', deputy: 'ok' }

/** Somebody who may be sent instead. */
export interface DeputyChoice {
  personId: string
  name: string
  label: string
}

interface ReplyPageProps {
  asked: Asked
  meeting: Meeting
  /** Whose answer the form takes; null where only the list is shown. */
  invitation: Invited | null
  deputies: readonly DeputyChoice[]
  /** Everyone's answers, for those in charge. */
  invited: readonly Invited[] | null
  values?: Record<string, unknown>
  problems?: readonly Problem[]
  /** True when another answer was noted while this one was written. */
  taken?: boolean
}

const stored = (one: Invited) => ({
  svar: one.reply === 'none' ? '' : one.reply,
  grund: one.reason,
  stedfortraeder: one.deputyPersonId ?? '',
  navn: one.deputyPersonId === null ? one.deputyName : '',
  mail: one.deputyPersonId === null ? one.deputyEmail : '',
})

const ReplyForm = (props: ReplyPageProps & { invitation: Invited }) => {
  const { asked, meeting, invitation: one, deputies, values, problems = [] } = props
  const t = summonsTexts[asked.lang]
  const own = one.personId === asked.actor.personId
  const listed = one.deputyPersonId === null || deputies.some(({ personId }) => personId === one.deputyPersonId)
  const known = listed
    ? deputies
    : [...deputies, { personId: one.deputyPersonId ?? '', name: one.deputyName, label: '' }]
  return (
    <Form
      action={inDistrict(asked.district, meetingPaths.reply(meeting.id))}
      version={one.version}
      values={values ?? stored(one)}
      problems={problems}
    >
      <input type="hidden" name="invitation" value={one.id} />
      <Radios
        name="svar"
        label={own ? t.question : t.questionFor(one.name)}
        choices={(['accepted', 'declined', 'deputy'] as const).map((value) => ({ value, label: t.choices[value] }))}
      />
      <TextArea name="grund" label={t.why} hint={t.whyHint} rows={2} />
      {known.length > 0 && (
        <Select
          name="stedfortraeder"
          label={t.deputySeat}
          empty={t.deputySeatEmpty}
          choices={known.map(({ personId, name, label }) => ({
            value: personId,
            label: label === '' ? name : `${name}, ${label}`,
          }))}
        />
      )}
      <Field name="navn" label={t.deputyName} hint={known.length > 0 ? t.deputyHint : t.deputyHintAlone} />
      <Field name="mail" label={t.deputyEmail} type="email" />
      <Buttons submit={t.save} cancel={{ href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)) }} />
      <p class="sv-sm sv-2">{t.until}</p>
    </Form>
  )
}

const answerWords = (asked: Asked, one: Invited): string => {
  const t = summonsTexts[asked.lang]
  return one.reply === 'deputy' && one.deputyName !== ''
    ? `${t.replies.deputy}: ${one.deputyName}`
    : t.replies[one.reply]
}

const ReplyList = ({ asked, meeting, invited }: { asked: Asked; meeting: Meeting; invited: readonly Invited[] }) => {
  const t = summonsTexts[asked.lang]
  const { comes, declined, none } = groupReplies(invited)
  const open = takesReplies(meeting)
  const path = inDistrict(asked.district, meetingPaths.reply(meeting.id))
  const remind = inDistrict(asked.district, meetingPaths.remindToReply(meeting.id))
  const reachable = none.filter(({ email }) => email !== null)
  if (invited.length === 0) return <Empty title={t.nobodyInvited} />
  return (
    <Section id="alle-svar" title={t.repliesTitle} count={t.counts(comes.length, declined.length, none.length)}>
      {open && reachable.length > 0 && (
        <div class="sv-acts sv-gap">
          <PostButton action={remind} label={t.remindAll(reachable.length)} />
        </div>
      )}
      <Table
        caption={t.listCaption(invited.length)}
        rows={invited}
        columns={[
          { key: 'name', label: t.name, cell: ({ name }) => name },
          { key: 'seat', label: t.seat, cell: ({ label }) => label },
          {
            key: 'reply',
            label: t.answer,
            cell: (one) => <State kind={kinds[one.reply]}>{answerWords(asked, one)}</State>,
          },
          { key: 'reason', label: t.grounds, cell: ({ reason }) => reason },
          ...(open && none.length > 0
            ? [
                {
                  key: 'remind',
                  label: t.remind,
                  cell: ({ id, name, reply, email }: Invited) =>
                    reply === 'none' &&
                    (email === null ? (
                      <State kind="warn">{t.findings.noEmail}</State>
                    ) : (
                      <PostButton
                        action={remind}
                        label={t.remind}
                        about={name}
                        fields={{ invitation: id }}
                        look="link"
                      />
                    )),
                },
              ]
            : []),
          ...(open
            ? [
                {
                  key: 'note',
                  label: t.note,
                  cell: ({ id, name }: Invited) => (
                    <a href={withQuery(path, { for: id })}>
                      {t.note}
                      <span class="sr-only">{`: ${name}`}</span>
                    </a>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Section>
  )
}

/** Why nobody can answer now. */
export const closedWords = (asked: Asked, { state }: Pick<Meeting, 'state'>): string => {
  const t = summonsTexts[asked.lang]
  return state === 'draft' ? t.notSummoned : state === 'summoned' ? t.begun : t.closedText
}

/** The answer to a summons; for those in charge also everyone else's. */
export const ReplyPage = (props: ReplyPageProps) => {
  const { asked, meeting, invitation: one, invited, problems = [], taken = false } = props
  const t = summonsTexts[asked.lang]
  const open = takesReplies(meeting)
  const reminded = /^\d{1,4}$/.test(asked.query('mindet')) ? Number(asked.query('mindet')) : null
  const title = one === null ? t.repliesTitle : one.personId === asked.actor.personId ? t.reply : t.replyFor(one.name)
  return (
    <Page frame={asked.frame} title={title} current="meetings" crumbs={crumbsTo(asked, meeting)} problems={problems}>
      <PageHead title={title} lead={`${nameOfMeeting(meeting, asked.lang)}. ${describeMeeting(meeting, asked.lang)}`} />
      {reminded !== null && <Message kind={reminded === 0 ? 'info' : 'success'} title={t.reminded(reminded)} />}
      {taken && one !== null && (
        <Message kind="warning" title={t.taken}>
          <p>{t.takenNow([answerWords(asked, one), one.reason].filter((part) => part !== '').join('. '))}</p>
        </Message>
      )}
      {!open && (
        <Message kind="info" title={t.closed}>
          {closedWords(asked, meeting)}
        </Message>
      )}
      {open && one !== null && <ReplyForm {...props} invitation={one} />}
      {invited !== null && <ReplyList asked={asked} meeting={meeting} invited={invited} />}
    </Page>
  )
}

const nameIn = (asked: Asked, one: Invited): string =>
  one.reply === 'deputy' && one.deputyName !== ''
    ? summonsTexts[asked.lang].deputyFor(one.deputyName, one.name)
    : one.name

/** Who comes, for the side of the meeting's page. Nothing for those who do not take part. */
export const Replies = ({
  asked,
  meeting,
  invited,
}: {
  asked: Asked
  meeting: Meeting
  invited: readonly Invited[]
}) => {
  const t = summonsTexts[asked.lang]
  const inCharge = asked.may('meetings.run', { forumId: meeting.forumId })
  const open = takesReplies(meeting)
  // Once the meeting is held, its attendance says who came.
  if (invited.length === 0 || (!open && !inCharge)) return null
  const { comes, declined, none } = groupReplies(invited)
  const groups = [
    { term: t.replies.accepted, of: comes },
    { term: t.replies.declined, of: declined },
    { term: t.replies.none, of: none },
  ].filter(({ of }) => of.length > 0)
  return (
    <Section id="svar" title={t.repliesTitle} count={t.counts(comes.length, declined.length, none.length)}>
      {open && (
        <Facts stacked>
          {groups.map(({ term, of }) => (
            <Fact term={`${term} (${String(of.length)})`}>{of.map((one) => nameIn(asked, one)).join(', ')}</Fact>
          ))}
        </Facts>
      )}
      {inCharge && (
        <p class="sv-acts sv-sm sv-gap">
          <a href={inDistrict(asked.district, meetingPaths.reply(meeting.id))}>{t.seeReplies}</a>
          <a href={inDistrict(asked.district, meetingPaths.mails(meeting.id))}>{t.mails}</a>
          {open && <a href={inDistrict(asked.district, meetingPaths.summons(meeting.id))}>{t.inviteMore}</a>}
        </p>
      )}
    </Section>
  )
}

interface SummonsPartProps {
  asked: Asked
  meeting: Meeting
  invited: readonly Invited[]
}

const ownInvitation = ({ asked, invited }: SummonsPartProps): Invited | undefined =>
  invited.find(({ personId }) => personId !== null && personId === asked.actor.personId)

/** The way back to an answer already given, for as long as it can be changed. */
export const OwnReplyLink = (props: SummonsPartProps) => {
  const { asked, meeting } = props
  const own = ownInvitation(props)
  if (!takesReplies(meeting) || own === undefined || own.reply === 'none') return null
  return <a href={inDistrict(asked.district, meetingPaths.reply(meeting.id))}>{summonsTexts[asked.lang].changeReply}</a>
}

/** What the reader should do about the summons: send it, or answer it. The page's first button, unless the day has come and the reader runs the meeting. */
export const SummonsActions = (props: SummonsPartProps) => {
  const { asked, meeting } = props
  const t = summonsTexts[asked.lang]
  const inCharge = asked.may('meetings.run', { forumId: meeting.forumId })
  const own = ownInvitation(props)
  if (meeting.state === 'draft' && inCharge)
    return (
      <a class="button button-primary" href={inDistrict(asked.district, meetingPaths.summons(meeting.id))}>
        {t.title}
      </a>
    )
  if (!takesReplies(meeting) || own?.reply !== 'none') return null
  return (
    <a
      class={`button ${inCharge && meeting.onDay <= asked.today ? 'button-secondary' : 'button-primary'}`}
      href={inDistrict(asked.district, meetingPaths.reply(meeting.id))}
    >
      {t.reply}
    </a>
  )
}
