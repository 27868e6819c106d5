import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { tell } from '../../notices/notices-store.ts'
import { withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { addItem } from '../agenda/agenda-store.ts'
import { listComingMeetings } from '../agenda/backlog-store.ts'
import { askedForum, itemSubject } from '../agenda/placed.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { answerForm, proposalForm } from './forms.ts'
import { AnswerPage, ProposePage, WaitingPage } from './proposal-pages.tsx'
import {
  addProposal,
  answerProposal,
  findProposal,
  findSeatLabel,
  isProposed,
  listLeads,
  listOwn,
  listWaiting,
  type Proposal,
  setProposalItem,
  withdrawProposal,
} from './proposals-store.ts'
import { type Answer, answerProblem, destinationOf } from './rules.ts'
import { proposalTexts } from './texts.ts'

type Values = Readonly<Record<string, unknown>>

/** Who proposes: the account, or nobody for a visitor, who may not. */
const accountOf = (asked: Asked): string => asked.actor.accountId ?? ''

/** The forum in the address, to which the reader may propose. A coordinator may to fora of the municipality and to those of no municipality. */
const askedDestination = async (asked: Asked, trx: Trx) => {
  const forum = await askedForum(asked, trx)
  asked.require('meetings.propose', { forumId: forum.id, municipalityCode: forum.municipalityCode })
  const coming = await listComingMeetings(trx, asked.district.id, forum.id, asked.today)
  return { forum, destination: destinationOf(coming, asked.today) }
}

const showPropose = async (
  asked: Asked,
  {
    values = { art: 'discussion', minutter: '15' },
    problems = [],
  }: { values?: Values; problems?: readonly Problem[] } = {},
) => {
  const view = await asked.read(async (trx) => {
    const found = await askedDestination(asked, trx)
    return { ...found, own: await listOwn(trx, asked.district.id, found.forum.id, accountOf(asked)) }
  })
  const told = ['sent', 'withdrawn', 'tooLate'] as const
  const happened = told.find((one) => one === asked.query('sket')) ?? null
  return asked.page(
    <ProposePage asked={asked} {...view} values={values} problems={problems} told={happened} />,
    problems.length > 0 ? 422 : 200,
  )
}

async function propose(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(proposalForm(asked.lang))
  if (data === null) return showPropose(asked, { values, problems })
  const slug = await asked.change(async (trx, log) => {
    const { forum, destination } = await askedDestination(asked, trx)
    const district = asked.district.id
    const proposal = {
      forumId: forum.id,
      meetingId: destination.meeting?.id ?? null,
      title: data.titel,
      kind: data.art,
      body: data.sag,
      minutes: data.minutter,
      accountId: accountOf(asked),
      personId: asked.actor.personId,
      by: asked.actor.name,
    }
    if (await isProposed(trx, district, proposal)) return null
    const id = await addProposal(trx, district, proposal)
    await log({
      action: 'proposal.made',
      subjectKind: 'proposal',
      subjectId: id,
      subjectName: data.titel,
      changes: changedFields(null, { forum: forum.name, kind: data.art, minutes: data.minutter }),
    })
    const leads = await listLeads(trx, forum.id, asked.today)
    await tell(trx, district, {
      kind: 'proposalReceived',
      personIds: leads.filter((personId) => personId !== asked.actor.personId),
      forumId: forum.id,
      meetingId: proposal.meetingId,
      subjectId: id,
      by: asked.actor.name,
    })
    return forum.slug
  })
  if (slug === null)
    return showPropose(asked, { values, problems: [{ field: 'titel', text: proposalTexts[asked.lang].twice }] })
  return asked.goTo(withQuery(meetingPaths.propose(slug), { sket: 'sent' }))
}

/** The proposal in the address. @throws NotFound when there is none, or the reader may not know of it. */
const askedProposal = async (asked: Asked, trx: Trx): Promise<Proposal> => {
  const id = asked.param('id')
  const found = isUuid(id) ? await findProposal(trx, asked.district.id, id) : undefined
  if (found === undefined) throw new NotFound()
  return found
}

async function withdraw(asked: Asked): Promise<Response> {
  const { slug, done } = await asked.change(async (trx, log) => {
    const proposal = await askedProposal(asked, trx)
    if (proposal.accountId !== accountOf(asked)) throw new NotFound()
    const gone = await withdrawProposal(trx, asked.district.id, proposal.id, accountOf(asked))
    if (gone)
      await log({
        action: 'proposal.withdrawn',
        subjectKind: 'proposal',
        subjectId: proposal.id,
        subjectName: proposal.title,
      })
    return { slug: proposal.forumSlug, done: gone }
  })
  return asked.goTo(withQuery(meetingPaths.propose(slug), { sket: done ? 'withdrawn' : 'tooLate' }))
}

/** The proposal in the address, to be answered by one in charge of its forum. @throws NotFound, Forbidden. */
const proposalInCharge = async (asked: Asked, trx: Trx) => {
  const proposal = await askedProposal(asked, trx)
  asked.require('meetings.run', { forumId: proposal.forumId })
  return { proposal, coming: await listComingMeetings(trx, asked.district.id, proposal.forumId, asked.today) }
}

const showProposal = async (
  asked: Asked,
  sent: { values?: Values; problems?: readonly Problem[]; late?: string } = {},
) => {
  const view = await asked.read((trx) => proposalInCharge(asked, trx))
  const { problems = [], late } = sent
  return asked.page(
    <AnswerPage asked={asked} {...view} values={sent.values ?? {}} problems={problems} late={late ?? null} />,
    late !== undefined ? 409 : problems.length > 0 ? 422 : 200,
  )
}

interface Given {
  svar: Answer
  moede: string | null
  grund: string
  version: number
}

/** Carries out an answer; null when the proposal was answered or withdrawn before. */
const carryOut = async (
  asked: Asked,
  trx: Trx,
  { proposal, meeting, data }: { proposal: Proposal; meeting: Meeting | null; data: Given },
): Promise<string | null> => {
  const district = asked.district.id
  const declined = data.svar === 'declined'
  // The proposal is answered before its item is made, so that of two answers only one makes an item.
  const answer = {
    answer: data.svar,
    reason: data.grund,
    meetingId: meeting?.id ?? null,
    by: asked.actor.name,
    at: asked.now,
  }
  const at = { id: proposal.id, version: data.version }
  if (!(await answerProposal(trx, district, at, answer))) return null
  if (declined) return ''
  const itemId = await addItem(
    trx,
    district,
    { forumId: proposal.forumId, meetingId: meeting?.id ?? null, reason: meeting === null ? data.grund : '' },
    {
      title: proposal.title,
      section: '',
      kind: proposal.kind,
      // The seat, not the name: who reads an open item may not read names.
      presenter: await findSeatLabel(trx, district, { ...proposal, on: asked.today }),
      minutes: proposal.minutes,
      body: proposal.body,
      recommendation: '',
      concerns: '',
    },
  )
  await setProposalItem(trx, district, proposal.id, itemId)
  return itemId
}

async function answer(asked: Asked): Promise<Response> {
  const { data, values, problems } = await asked.form(answerForm(asked.lang))
  const { proposal, coming } = await asked.read((trx) => proposalInCharge(asked, trx))
  if (data === null) return showProposal(asked, { values, problems })
  const meeting = data.svar === 'placed' ? (coming.find(({ id }) => id === data.moede) ?? null) : null
  const problem = answerProblem({ answer: data.svar, meetingId: meeting?.id ?? null, reason: data.grund })
  if (problem !== null) {
    const field = problem === 'noMeeting' ? 'moede' : 'grund'
    return showProposal(asked, { values, problems: [{ field, text: proposalTexts[asked.lang].problems[problem] }] })
  }
  const done = await asked.change(async (trx, log) => {
    const itemId = await carryOut(asked, trx, { proposal, meeting, data })
    if (itemId === null) return false
    await log({
      action: `proposal.${data.svar}`,
      subjectKind: 'proposal',
      subjectId: proposal.id,
      subjectName: proposal.title,
      changes: changedFields(null, { reason: data.grund || null, onDay: meeting?.onDay ?? null }),
    })
    if (itemId !== '') await log({ action: 'item.created', ...itemSubject({ id: itemId, title: proposal.title }) })
    await tell(trx, asked.district.id, {
      kind: 'proposalAnswered',
      personIds: [proposal.personId],
      forumId: proposal.forumId,
      meetingId: meeting?.id ?? null,
      subjectId: proposal.id,
      by: asked.actor.name,
    })
    return true
  })
  if (!done) return showProposal(asked, { late: data.grund })
  return asked.goTo(meeting === null ? meetingPaths.proposals : meetingPaths.agenda(meeting.id))
}

/** Proposing items, and answering the proposals. */
export const proposalRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.propose(':slug'),
      on('meetings.propose', (asked) => showPropose(asked)),
    )
    .post(meetingPaths.propose(':slug'), on('meetings.propose', propose))
    .get(
      meetingPaths.proposals,
      on('meetings.run', async (asked) => {
        const waiting = await asked.read((trx) => listWaiting(trx, asked.district.id))
        const mine = waiting.filter(({ forumId }) => asked.may('meetings.run', { forumId }))
        return asked.page(<WaitingPage asked={asked} waiting={mine} />)
      }),
    )
    .post(meetingPaths.withdrawProposal(':id'), on('meetings.propose', withdraw))
    .get(
      meetingPaths.proposal(':id'),
      on('meetings.run', (asked) => showProposal(asked)),
    )
    .post(meetingPaths.proposal(':id'), on('meetings.run', answer))
}
