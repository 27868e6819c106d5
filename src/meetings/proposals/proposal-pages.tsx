import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Columns, Empty, Fact, Facts, Message, Note, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { ItemForum } from '../agenda/backlog-store.ts'
import { Words } from '../agenda/words.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { itemKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { Proposal } from './proposals-store.ts'
import { answers, type Destination, type ProposalState } from './rules.ts'
import { proposalTexts } from './texts.ts'

const stateKinds = {
  waiting: 'way',
  placed: 'ok',
  postponed: 'warn',
  declined: 'bad',
  withdrawn: 'none',
} as const satisfies Record<ProposalState, string>

interface ProposeProps {
  asked: Asked
  forum: ItemForum
  destination: Destination<Meeting>
  own: readonly Proposal[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** What just happened to a proposal. */
  told?: 'sent' | 'withdrawn' | 'tooLate' | null
}

/** Says beforehand where a proposal made today goes. */
const WhereItGoes = ({ asked, destination }: { asked: Asked; destination: Destination<Meeting> }) => {
  const t = proposalTexts[asked.lang]
  const { meeting, late } = destination
  const day = (one: Meeting) => longDay(one.onDay, asked.lang)
  if (late !== null)
    return (
      <Note kind="warn">
        <p>
          {late.proposeBy !== null && t.late(day(late), longDay(late.proposeBy, asked.lang))}{' '}
          {meeting === null ? t.lateBacklog : t.lateThen(day(meeting))}
        </p>
      </Note>
    )
  return (
    <Note>
      <p>
        {meeting === null
          ? t.noMeeting
          : meeting.proposeBy === null
            ? t.goesToOpen(day(meeting))
            : t.goesTo(day(meeting), longDay(meeting.proposeBy, asked.lang))}
      </p>
    </Note>
  )
}

const Standing = ({ asked, proposal }: { asked: Asked; proposal: Proposal }) => {
  const t = proposalTexts[asked.lang]
  return (
    <>
      {proposal.meetingOn !== null && `${t.meeting(longDay(proposal.meetingOn, asked.lang))}. `}
      {proposal.answeredAt !== null &&
        `${t.answered(proposal.answeredBy, longDay(dayOf(proposal.answeredAt), asked.lang))}. `}
      {proposal.reason}{' '}
      {proposal.itemId !== null && (
        <a href={inDistrict(asked.district, meetingPaths.item(proposal.itemId))}>
          {t.item}
          <span class="sr-only">{`: ${proposal.title}`}</span>
        </a>
      )}
    </>
  )
}

const Own = ({ asked, own }: { asked: Asked; own: readonly Proposal[] }) => {
  const t = proposalTexts[asked.lang]
  return (
    <Section id="dine" title={t.own} {...(own.length > 0 && { count: own.length })}>
      {own.length === 0 ? (
        <p class="sv-2">{t.noOwn}</p>
      ) : (
        <Rows columns="one">
          {own.toReversed().map((proposal) => (
            <li>
              <h3>{proposal.title}</h3>
              <p>
                <State kind={stateKinds[proposal.state]}>{t.states[proposal.state]}</State>
              </p>
              <p class="sv-sm sv-2">
                <Standing asked={asked} proposal={proposal} />
              </p>
              {proposal.state === 'waiting' && (
                <PostButton
                  action={inDistrict(asked.district, meetingPaths.withdrawProposal(proposal.id))}
                  label={t.withdraw}
                  about={proposal.title}
                  look="link"
                />
              )}
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Told = ({ asked, told }: { asked: Asked; told: ProposeProps['told'] }) => {
  const t = proposalTexts[asked.lang]
  if (told === 'sent')
    return (
      <Message kind="success" title={t.sent}>
        {t.sentText}
      </Message>
    )
  if (told === 'withdrawn') return <Message kind="success" title={t.withdrawn} />
  if (told === 'tooLate')
    return (
      <Message kind="warning" title={t.tooLate}>
        {t.tooLateText}
      </Message>
    )
  return null
}

/** Where a member proposes an item and sees the answers. */
export const ProposePage = ({ asked, forum, destination, own, values = {}, problems = [], told }: ProposeProps) => {
  const t = proposalTexts[asked.lang]
  const title = t.title(forum.name)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: inDistrict(asked.district, meetingPaths.forumMeetings(forum.slug)), label: forum.name },
      ]}
    >
      <Told asked={asked} told={told} />
      <PageHead title={title} />
      <Columns>
        <div>
          <WhereItGoes asked={asked} destination={destination} />
          <Form
            action={inDistrict(asked.district, meetingPaths.propose(forum.slug))}
            values={values}
            problems={problems}
          >
            <Field name="titel" label={t.fields.titel} width="full" />
            <Radios
              name="art"
              label={t.fields.art}
              choices={itemKinds.map((kind) => ({ value: kind, label: meetingWords[asked.lang].itemKinds[kind] }))}
            />
            <Field name="minutter" label={t.fields.minutter} inputmode="numeric" width="short" />
            <TextArea name="sag" label={t.fields.sag} hint={t.hintSag} rows={5} />
            <Buttons submit={t.submit} />
          </Form>
        </div>
        <div>
          <Own asked={asked} own={own} />
        </div>
      </Columns>
    </Page>
  )
}

/** Every proposal that waits for the reader's answer. */
export const WaitingPage = ({ asked, waiting }: { asked: Asked; waiting: readonly Proposal[] }) => {
  const t = proposalTexts[asked.lang]
  return (
    <Page
      frame={asked.frame}
      title={t.listTitle}
      current="meetings"
      crumbs={[{ href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings }]}
    >
      <PageHead title={t.listTitle} lead={t.listLead} />
      <Section id="venter" title={t.waiting} {...(waiting.length > 0 && { count: waiting.length })}>
        {waiting.length === 0 ? (
          <Empty title={t.empty}>
            <p>{t.emptyText}</p>
          </Empty>
        ) : (
          <Rows>
            {waiting.map((proposal) => (
              <Row
                lead={longDay(dayOf(proposal.proposedAt), asked.lang)}
                title={<a href={inDistrict(asked.district, meetingPaths.proposal(proposal.id))}>{proposal.title}</a>}
              >
                {`${proposal.forumName}. ${
                  proposal.meetingOn === null ? t.forBacklog : t.forMeeting(longDay(proposal.meetingOn, asked.lang))
                }. ${proposal.proposedBy}.`}
              </Row>
            ))}
          </Rows>
        )}
      </Section>
    </Page>
  )
}

interface AnswerProps {
  asked: Asked
  proposal: Proposal
  coming: readonly Meeting[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** The reason of an answer that came too late, so that the words are not lost. */
  late?: string | null
}

const AnswerForm = ({ asked, proposal, coming, values = {}, problems = [] }: AnswerProps) => {
  const t = proposalTexts[asked.lang]
  return (
    <Section id="dit-svar" title={t.answer}>
      <Form
        action={inDistrict(asked.district, meetingPaths.proposal(proposal.id))}
        version={proposal.version}
        values={values}
        problems={problems}
      >
        <Radios
          name="svar"
          label={t.howToAnswer}
          choices={answers.map((answer) => ({ value: answer, label: t.choices[answer], hint: t.choiceHints[answer] }))}
        />
        <Select
          name="moede"
          label={t.onMeeting}
          choices={coming.map((meeting) => ({ value: meeting.id, label: nameOfMeeting(meeting, asked.lang) }))}
          empty={t.choose}
          {...(proposal.meetingId !== null && { value: proposal.meetingId })}
        />
        <TextArea name="grund" label={t.reason} hint={t.reasonHint} rows={3} />
        <Buttons submit={t.send} cancel={{ href: inDistrict(asked.district, meetingPaths.proposals) }} />
      </Form>
    </Section>
  )
}

const Late = ({ asked, proposal, late }: { asked: Asked; proposal: Proposal; late: string }) => {
  const t = proposalTexts[asked.lang]
  const gone = proposal.state === 'withdrawn'
  return (
    <>
      <Message kind="warning" title={gone ? t.gone : t.beforeYou}>
        {gone ? t.goneText : t.beforeYouText}
      </Message>
      {late !== '' && (
        <Note title={t.yours}>
          <p>{late}</p>
        </Note>
      )}
    </>
  )
}

/** A proposal with the means to answer it, or the answer it got. */
export const AnswerPage = (props: AnswerProps) => {
  const { asked, proposal, problems = [], late = null } = props
  const t = proposalTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const title = t.answerTitle(proposal.title)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, meetingPaths.list), label: words.meetings },
        { href: inDistrict(asked.district, meetingPaths.proposals), label: t.listTitle },
      ]}
    >
      {late !== null && <Late asked={asked} proposal={proposal} late={late} />}
      <PageHead title={title} lead={<State kind={stateKinds[proposal.state]}>{t.states[proposal.state]}</State>} />
      <Facts>
        <Fact term={t.from}>{t.by(proposal.proposedBy, longDay(dayOf(proposal.proposedAt), asked.lang))}</Fact>
        <Fact term={t.forum}>{proposal.forumName}</Fact>
        <Fact term={t.wanted}>
          {proposal.meetingOn === null ? t.forBacklog : longDay(proposal.meetingOn, asked.lang)}
        </Fact>
        <Fact term={t.kind}>{words.itemKinds[proposal.kind]}</Fact>
        <Fact term={t.time}>{words.minutes(proposal.minutes)}</Fact>
        <Fact term={t.why}>{proposal.body === '' ? t.noWhy : <Words text={proposal.body} />}</Fact>
      </Facts>
      {proposal.state === 'waiting' ? (
        <AnswerForm {...props} />
      ) : (
        <Note title={t.states[proposal.state]}>
          <p>
            <Standing asked={asked} proposal={proposal} />
          </p>
        </Note>
      )}
    </Page>
  )
}
