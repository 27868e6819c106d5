import { Hono } from 'hono'
import { z } from 'zod'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { type Language, longDay } from '../../base/language.ts'
import { changedFields } from '../../audit/store.ts'
import type { Trx } from '../../db/db.ts'
import { readDate } from '../../web/date-field.ts'
import { freeText } from '../../web/free-text.ts'
import { paths, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { listOwners } from './list-store.ts'
import { isOpenTask, needsWords, readyPhrases, type TaskOwner, taskStates } from './rules.ts'
import { type TaskForm, TaskPage } from './task-page.tsx'
import {
  changeStatus,
  findTask,
  handTaskTo,
  isKeptOut,
  listStatuses,
  moveDeadline,
  type Task,
  tellThoseInCharge,
  whyOwnerCannotAnswer,
} from './task-store.ts'
import { taskTexts } from './texts.ts'

const askedTask = async (asked: Asked, trx: Trx): Promise<Task | undefined> => {
  const id = asked.param('id')
  return isUuid(id) ? findTask(trx, asked.district.id, id, asked.today) : undefined
}

const mineBy = ({ actor }: Asked, task: Task): 'person' | 'office' | null =>
  actor.personId !== null && task.ownerPersonId === actor.personId
    ? 'person'
    : task.ownerOfficeId !== null && actor.offices.includes(task.ownerOfficeId)
      ? 'office'
      : null

/** The task for one who may answer it: its owner or those in charge. @throws NotFound, Forbidden. */
const askedToAnswer = async (asked: Asked): Promise<Task> => {
  const task = (await asked.read((trx) => askedTask(asked, trx))) ?? notFound()
  if (mineBy(asked, task) === null) asked.require('meetings.run', { forumId: task.forumId })
  return task
}

type Owner = Awaited<ReturnType<typeof listOwners>>[number]
const labelOf = ({ name, email }: Owner): string => (email === null ? name : `${name} (${email})`)

type Extra = Pick<Parameters<typeof TaskPage>[0], 'refused' | 'takenBy'>

/** The page; a visitor who may not see the task is asked to sign in, whether or not it exists. */
async function show(asked: Asked, extra: Extra = {}, status: 200 | 409 | 422 = 200): Promise<Response> {
  const found = await asked.read(async (trx) => {
    const task = await askedTask(asked, trx)
    if (task === undefined) return undefined
    const mine = mineBy(asked, task)
    const inCharge = isInCharge(asked, task)
    const owners = mine !== null || inCharge ? await listOwners(trx, asked.district.id, asked.today) : []
    const statuses = await listStatuses(trx, asked.district.id, task.id)
    const hindered =
      inCharge && mine === null && isOpenTask(task)
        ? await whyOwnerCannotAnswer(trx, asked.district.id, task, asked.today)
        : null
    return { task, mine, inCharge, owners: owners.map(labelOf), statuses, hindered }
  })
  if (found === undefined && asked.actor.accountId === null)
    return asked.c.redirect(withQuery(paths.signIn, { next: asked.frame.path }), 303)
  const gemt = asked.query('gemt')
  const saved = status === 200 && (gemt === 'status' || gemt === 'frist' || gemt === 'videre') ? gemt : null
  return asked.page(<TaskPage asked={asked} {...(found ?? notFound())} saved={saved} {...extra} />, status)
}

const refuse = (asked: Asked, form: TaskForm, values: Record<string, unknown>, problems: readonly Problem[]) =>
  show(asked, { refused: { form, values, problems } }, 422)

/** Somebody else changed it first: what was sent stands in the form again, with what is new beside it. */
const clash = async (asked: Asked, form: TaskForm, values: Record<string, unknown>) => {
  const last = await asked.read(async (trx) => (await listStatuses(trx, asked.district.id, asked.param('id')))[0])
  return show(asked, { refused: { form, values, problems: [] }, takenBy: last?.saidBy ?? '' }, 409)
}

const versionOf = (values: Record<string, unknown>): number => {
  const version = Number(values['version'])
  return Number.isInteger(version) ? version : -1
}

const saidBy = (asked: Asked, comment: string) => ({
  comment,
  by: asked.actor.name,
  accountId: asked.actor.accountId,
})

/** What the program itself writes of an action point stands in the minutes and for every reader, so it is Danish whoever writes. */
const written = taskTexts.da

const subjectOf = (task: Task) => ({ subjectKind: 'agendaItem', subjectId: task.itemId, subjectName: task.title })

const statusForm = (lang: Language) => {
  const t = taskTexts[lang].problems
  return z
    .object({
      status: z.enum(taskStates, t.state),
      saetning: z.enum(readyPhrases, t.phrase),
      tekst: freeText(lang, 2000).default(''),
    })
    .refine(({ status, saetning, tekst }) => tekst !== '' || !needsWords(status, saetning), {
      path: ['tekst'],
      error: ({ input }) =>
        typeof input === 'object' && input !== null && 'status' in input && input.status === 'dropped'
          ? t.whyDropped
          : t.words,
    })
}

async function answer(asked: Asked): Promise<Response> {
  const task = await askedToAnswer(asked)
  const { data, values, problems } = await asked.form(statusForm(asked.lang))
  if (data === null) return refuse(asked, 'status', values, problems)
  const phrase = data.saetning === 'own' ? '' : `${written.phrases[data.saetning]}.`
  const comment = [phrase, data.tekst].filter((part) => part !== '').join(' ')
  const done = await asked.change(async (trx, log) => {
    const at = { id: task.id, version: versionOf(values) }
    const said = saidBy(asked, comment)
    if (!(await changeStatus(trx, asked.district.id, at, { state: data.status, ...said }))) return false
    if (data.status !== task.state && !isInCharge(asked, task))
      await tellThoseInCharge(trx, asked.district.id, task, { by: said.by, except: asked.actor.personId })
    const changes = changedFields({ taskState: task.state }, { taskState: data.status })
    await log({ action: 'task.answered', ...subjectOf(task), changes })
    return true
  })
  return done ? asked.goTo(`${meetingPaths.task(task.id)}?gemt=status`) : clash(asked, 'status', values)
}

const reasonForm = (lang: Language) =>
  z.object({ grund: freeText(lang, 400).pipe(z.string().min(1, taskTexts[lang].problems.reason)) })

async function move(asked: Asked): Promise<Response> {
  const task = await askedToAnswer(asked)
  asked.require('meetings.run', { forumId: task.forumId })
  const t = taskTexts[asked.lang]
  const { data, values, problems } = await asked.form(reasonForm(asked.lang))
  const dueOn = readDate(values, 'dag')
  const wrongDay =
    dueOn === 'bad' || dueOn === null
      ? t.problems.day
      : dueOn < asked.today
        ? t.problems.past
        : dueOn === task.dueOn
          ? t.problems.same
          : null
  const wrong = [...(wrongDay === null ? [] : [{ field: 'dag', text: wrongDay }]), ...problems]
  if (data === null || dueOn === null || dueOn === 'bad' || wrong.length > 0)
    return refuse(asked, 'frist', values, wrong)
  const comment = written.movedComment(longDay(task.dueOn, 'da'), longDay(dueOn, 'da'), data.grund)
  const done = await asked.change(async (trx, log) => {
    const at = { id: task.id, version: versionOf(values), state: task.state }
    if (!(await moveDeadline(trx, asked.district.id, at, { dueOn, ...saidBy(asked, comment) }))) return false
    const changes = changedFields({ dueOn: task.dueOn }, { dueOn })
    await log({ action: 'task.moved', ...subjectOf(task), changes })
    return true
  })
  return done ? asked.goTo(`${meetingPaths.task(task.id)}?gemt=frist`) : clash(asked, 'frist', values)
}

const handForm = (lang: Language) =>
  z.object({ ansvarlig: freeText(lang, 300), grund: freeText(lang, 400).default('') })

const ownerOf = ({ kind, id }: Owner): TaskOwner => (kind === 'person' ? { ownerPersonId: id } : { ownerOfficeId: id })

/** The owner that was typed: by label, or by a name that only one has. */
const ownerMeant = (owners: readonly Owner[], typed: string): Owner | undefined => {
  const alike = (text: string) => text.toLocaleLowerCase('da') === typed.toLocaleLowerCase('da')
  const named = owners.filter(({ name }) => alike(name))
  return (
    owners.find((owner) => alike(labelOf(owner)) && named.length < 2) ?? (named.length === 1 ? named[0] : undefined)
  )
}

async function hand(asked: Asked): Promise<Response> {
  const task = await askedToAnswer(asked)
  const t = taskTexts[asked.lang]
  const { data, values, problems } = await asked.form(handForm(asked.lang))
  const { owner, keptOut } = await asked.read(async (trx) => {
    const owners = data === null ? [] : await listOwners(trx, asked.district.id, asked.today)
    const meant = data === null ? undefined : ownerMeant(owners, data.ansvarlig)
    if (meant === undefined) return { keptOut: false }
    return { owner: meant, keptOut: await isKeptOut(trx, task.itemId, ownerOf(meant), asked.today) }
  })
  if (data === null) return refuse(asked, 'videre', values, problems)
  if (owner === undefined) return refuse(asked, 'videre', values, [{ field: 'ansvarlig', text: t.problems.owner }])
  if (owner.id === task.ownerPersonId || owner.id === task.ownerOfficeId)
    return refuse(asked, 'videre', values, [{ field: 'ansvarlig', text: t.problems.ownerSame }])
  if (keptOut)
    return refuse(asked, 'videre', values, [{ field: 'ansvarlig', text: t.problems.ownerKeptOut(owner.name) }])
  const comment = written.handedComment(task.ownerName ?? written.someone, owner.name, data.grund)
  const handed = asked.change(async (trx, log) => {
    const at = { ...task, version: versionOf(values) }
    if (!(await handTaskTo(trx, asked.district.id, at, { owner: ownerOf(owner), ...saidBy(asked, comment) })))
      throw new HandedElsewhere()
    const changes = changedFields({ taskOwner: task.ownerName }, { taskOwner: owner.name })
    await log({ action: 'task.handed', ...subjectOf(task), changes })
  })
  try {
    await handed
  } catch (error) {
    if (error instanceof HandedElsewhere) return clash(asked, 'videre', values)
    throw error
  }
  const stillSeen = (await asked.read((trx) => askedTask(asked, trx))) !== undefined
  return asked.goTo(stillSeen ? `${meetingPaths.task(task.id)}?gemt=videre` : meetingPaths.tasks)
}

/** Takes back what was written before it turned out that somebody else was first. */
class HandedElsewhere extends Error {}

/** The page of one action point and the answers to it. */
export const taskRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.task(':id'),
      on('meetings.list', (asked) => show(asked)),
    )
    .post(meetingPaths.task(':id'), on('meetings.list', answer))
    .post(`${meetingPaths.task(':id')}/frist`, on('meetings.list', move))
    .post(`${meetingPaths.task(':id')}/videre`, on('meetings.list', hand))
}
