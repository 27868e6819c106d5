import { Hono } from 'hono'
import { Conflict } from '../../base/errors.ts'
import { changedFields, type FieldChange, findLastEntry, type LogEvent } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { withQuery } from '../../web/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { sendOn } from '../agenda/backlog-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { listAttendance } from './attendance-store.ts'
import {
  changedStatements,
  outcomeOfValues,
  outcomeValues,
  statementValues,
  valuesOfOutcome,
  valuesOfStatements,
  valuesOfVotes,
  votersOf,
  votesOfValues,
  voteValues,
} from './forms.ts'
import {
  findOutcome,
  listStatements,
  listVotes,
  lockItem,
  saveOutcome,
  saveStatements,
  saveVotes,
} from './outcome-store.ts'
import { askedMunicipalities, type Minuted, minutedItem } from './read-hold.ts'
import { changedPart, stands, type Values, voteKinds } from './rules.ts'
import { answerSaved, forScript, save, startedFrom, type Stored, unlessLocked } from './saving.tsx'
import { refuse } from './show-hold.tsx'
import { holdTexts } from './texts.ts'

export const logOfItem = (
  action: string,
  item: { id: string; title: string },
  changes: readonly FieldChange[],
): LogEvent => ({ action, subjectKind: 'agendaItem', subjectId: item.id, subjectName: item.title, changes })

/** Where a note-taker goes on after storing a form without script; the page then forgets what the browser kept of it. */
const onwardTo = ({ item, meeting }: Minuted, form: string): string =>
  withQuery(meetingPaths.hold(meeting.id), { punkt: item.id, gemt: form })

const textChange = (field: string, before: string, after: string): FieldChange[] =>
  before === after ? [] : [{ field, ...changedPart(before, after) }]

const outcomeChanges = (before: Values, after: Values): FieldChange[] => [
  ...changedFields({ outcome: before['udfald'] || null }, { outcome: after['udfald'] || null }),
  ...textChange('decision', before['beslutning'] ?? '', after['beslutning'] ?? ''),
  ...textChange('discussion', before['droeftelse'] ?? '', after['droeftelse'] ?? ''),
]

async function storeOutcome(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].outcome
  const { data, values, problems } = await asked.form(outcomeValues(asked.lang))
  const minuted = await asked.read((trx) => minutedItem(asked, trx))
  const { item, meeting } = minuted
  const at = { meetingId: meeting.id, itemId: item.id }
  if (data === null) return refuse(asked, { form: 'udfald', values, problems }, at)
  const district = asked.district.id
  const read = async (trx: Trx) => {
    await lockItem(trx, district, item.id)
    return findOutcome(trx, district, item.id)
  }
  const saved = await unlessLocked(asked, meeting.state, () => {
    let version = 0
    return save(
      asked,
      {
        read: async (trx): Promise<Stored> => {
          const outcome = await read(trx)
          version = outcome.version
          return { values: valuesOfOutcome(outcome), by: outcome.changedBy, at: outcome.changedAt }
        },
        write: async (trx, log, before, after) => {
          const by = asked.actor.name
          const done = await saveOutcome(
            trx,
            district,
            { item, version, decidedOn: meeting.onDay, by },
            outcomeOfValues(after),
          )
          if (!done) throw new Conflict()
          await log(logOfItem('outcome.changed', item, outcomeChanges(before, after)))
        },
      },
      data,
      startedFrom(values),
    )
  })
  const labels: Values = { udfald: t.kind, beslutning: t.decision, droeftelse: t.discussion }
  const kinds: Values = { ...meetingWords[asked.lang].outcomes, '': t.unset }
  return answerSaved(asked, saved, {
    meetingId: meeting.id,
    action: meetingPaths.outcome(item.id),
    onward: onwardTo(minuted, 'udfald'),
    label: (name) => labels[name] ?? name,
    shown: (name, value) => (name === 'udfald' ? (kinds[value] ?? value) : value),
  })
}

/** Who wrote last about an item, for what has no author of its own. */
const storedNow = async (asked: Asked, trx: Trx, itemId: string, values: Values): Promise<Stored> => {
  const last = await findLastEntry(trx, asked.district.id, 'agendaItem', itemId)
  return { values, by: last?.actorName ?? '', at: last?.at ?? null }
}

async function storeStatements(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].statements
  const district = asked.district.id
  const { minuted, municipalities } = await asked.read(async (trx) => {
    const found = await minutedItem(asked, trx)
    return { minuted: found, municipalities: await askedMunicipalities(trx, district, found.meeting) }
  })
  const { item, meeting } = minuted
  const { data, values, problems } = await asked.form(statementValues(asked.lang, municipalities))
  if (data === null)
    return refuse(asked, { form: 'svar', values, problems }, { meetingId: meeting.id, itemId: item.id })
  const saved = await unlessLocked(asked, meeting.state, () =>
    save(
      asked,
      {
        read: async (trx) => {
          await lockItem(trx, district, item.id)
          const all = await listStatements(trx, district, meeting.id)
          const own = all.filter(({ itemId }) => itemId === item.id)
          return storedNow(asked, trx, item.id, valuesOfStatements(municipalities, own))
        },
        write: async (trx, log, before, after) => {
          const changed = changedStatements(municipalities, before, after)
          await saveStatements(trx, district, item, changed)
          const said = ({ name, stand, remark }: (typeof changed)[number]) =>
            `${name}: ${holdTexts.da.statements.stands[stand]} ${remark}`
          const changes = changedFields(null, { statements: changed.map(said).join('\n') })
          await log(logOfItem('statements.changed', item, changes))
        },
      },
      data,
      startedFrom(values),
    ),
  )
  const nameOf = (field: string) => municipalities.find(({ code }) => field.endsWith(`-${code}`))?.name ?? ''
  return answerSaved(asked, saved, {
    meetingId: meeting.id,
    action: meetingPaths.statements(item.id),
    onward: onwardTo(minuted, 'svar'),
    label: (field) => t.of(field.startsWith('bem-') ? t.remark : t.stand, nameOf(field)),
    shown: (field, value) => {
      const stand = stands.find((one) => one === value)
      return field.startsWith('bem-') || stand === undefined ? value : t.stands[stand]
    },
  })
}

async function storeVotes(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].votes
  const district = asked.district.id
  const votesOf = async (trx: Trx, { item, meeting }: Minuted) =>
    (await listVotes(trx, district, meeting.id)).filter(({ itemId }) => itemId === item.id)
  const { minuted, voters } = await asked.read(async (trx) => {
    const found = await minutedItem(asked, trx)
    const attendance = await listAttendance(trx, district, found.meeting.id)
    return { minuted: found, voters: votersOf(attendance, await votesOf(trx, found)) }
  })
  const { item, meeting } = minuted
  const { data, values, problems } = await asked.form(voteValues(voters))
  if (data === null)
    return refuse(asked, { form: 'stemmer', values, problems }, { meetingId: meeting.id, itemId: item.id })
  const words = (kind: string, { none, kinds }: Pick<typeof t, 'none' | 'kinds'>) => {
    const vote = voteKinds.find((one) => one === kind)
    return vote === undefined ? none : kinds[vote]
  }
  const told = (of: Values) =>
    voters.map(({ field, name }) => `${name}: ${words(of[field] ?? '', holdTexts.da.votes)}`).join('\n')
  const saved = await unlessLocked(asked, meeting.state, () =>
    save(
      asked,
      {
        read: async (trx) => {
          await lockItem(trx, district, item.id)
          return storedNow(asked, trx, item.id, valuesOfVotes(voters, await votesOf(trx, minuted)))
        },
        write: async (trx, log, before, after) => {
          const names = voters.map(({ name }) => name)
          await saveVotes(trx, district, item, { names, votes: votesOfValues(voters, after) })
          await log(logOfItem('votes.changed', item, changedFields({ votes: told(before) }, { votes: told(after) })))
        },
      },
      data,
      startedFrom(values),
    ),
  )
  return answerSaved(asked, saved, {
    meetingId: meeting.id,
    action: meetingPaths.votes(item.id),
    onward: onwardTo(minuted, 'stemmer'),
    label: (field) => voters.find((voter) => voter.field === field)?.name ?? field,
    shown: (_, value) => words(value, t),
  })
}

/** Notes the item as postponed and puts it among the forum's topics, once. */
async function postpone(asked: Asked): Promise<Response> {
  const { item, meeting } = await asked.read((trx) => minutedItem(asked, trx))
  const district = asked.district.id
  await unlessLocked(asked, meeting.state, () =>
    asked.change(async (trx, log) => {
      await lockItem(trx, district, item.id)
      const outcome = await findOutcome(trx, district, item.id)
      if (outcome.kind === 'postponed') return
      const at = { item, version: outcome.version, decidedOn: meeting.onDay, by: asked.actor.name }
      if (!(await saveOutcome(trx, district, at, { ...outcome, kind: 'postponed' }))) throw new Conflict()
      // Stored for every reader, so in the district's own language.
      const reason = holdTexts.da.postpone.reason(nameOfMeeting(meeting, 'da'))
      await sendOn(trx, item.id, item.forumId, reason)
      await log(logOfItem('item.postponed', item, changedFields({ outcome: outcome.kind }, { outcome: 'postponed' })))
    }),
  )
  return asked.goTo(withQuery(meetingPaths.hold(meeting.id), { punkt: item.id }))
}

/** What is noted of one item while the meeting runs, and afterwards until the minutes are approved. */
export const heldItemRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .post(
      meetingPaths.outcome(':id'),
      on('meetings.run', (asked) => forScript(asked, () => storeOutcome(asked))),
    )
    .post(
      meetingPaths.statements(':id'),
      on('meetings.run', (asked) => forScript(asked, () => storeStatements(asked))),
    )
    .post(
      meetingPaths.votes(':id'),
      on('meetings.run', (asked) => forScript(asked, () => storeVotes(asked))),
    )
    .post(meetingPaths.postponeItem(':id'), on('meetings.run', postpone))
}
