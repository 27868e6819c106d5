import { Hono } from 'hono'
import type { z } from 'zod'
import { Conflict, notFound } from '../../../base/errors.ts'
import { isUuid } from '../../../base/ids.ts'
import type { LogEvent } from '../../../audit/store.ts'
import type { Trx } from '../../../db/db.ts'
import { type Municipality, listMunicipalities } from '../../../people/store.ts'
import { withQuery } from '../../../web/paths.ts'
import { type Asked, type FormResult, handlersOf, type Parts, type RequestEnv } from '../../../web/request.ts'
import { listKnown } from '../../interfaces/renew.ts'
import { matchInterfaces } from '../../interfaces/rules.ts'
import { foraPaths } from '../../paths.ts'
import { listRegisterEntries, type RegisterEntry } from '../register-store.ts'
import { type AcceptedFields, type Target } from './acceptance-store.ts'
import { compareImport, nextOpen } from './comparison.ts'
import { acceptEntry, putAside, settle, targetOf } from './decide-store.ts'
import { decisionForm, reviewForm } from './forms.ts'
import { formNames, registeredValue, reviewFieldsOf } from './review-fields.ts'
import { ReviewPage, type ReviewPageProps } from './review-page.tsx'
import { categoryOfWords, proposedSeats } from './rules.ts'
import type { Work } from './seating-store.ts'
import { decideEntry, findImport, findOutcome, listEntries, listLines, settleState } from './store.ts'
import { undoAcceptance } from './undo-store.ts'

type Loaded = Omit<ReviewPageProps, 'asked'>

/** `chosen`: the id of a forum or group to merge with, `ny` for none of them, empty for the one that was found. */
const load = async (asked: Asked, trx: Trx, position: number, chosen: string): Promise<Loaded> => {
  const { district, lang } = asked
  const id = asked.param('id')
  const annex = (isUuid(id) ? await findImport(trx, district.id, id) : undefined) ?? notFound()
  const register = await listRegisterEntries(trx, district.id)
  const { entries } = compareImport(await listEntries(trx, district.id, annex.id), register)
  const entry = entries.find((one) => one.position === position) ?? notFound()
  const target = chosen === 'ny' ? null : (register.find((one) => one.id === chosen) ?? entry.entry)
  const lines = await listLines(trx, district.id, annex.id, entry.forum.sourceLines)
  const named = matchInterfaces(entry.forum.interfaces.value, await listKnown(trx, district.id), target?.id)
  const fields = reviewFieldsOf({
    lang,
    entry,
    target,
    lines,
    categories: new Set(register.map((one) => one.category.toLowerCase())),
    interfaces: { found: named.filter(({ targetId }) => targetId !== null).length, all: named.length },
  })
  const municipalities = await listMunicipalities(trx, district.id, asked.today)
  const { note } = entry.forum.participants
  const seats = proposedSeats(entry.forum.participantsSplit, note?.code === 'notMunicipality' ? note.names : [])
  return { annex, entries, entry, target, fields, lines, seats, municipalities, register }
}

const positionOf = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : notFound())

/** The review page of one forum. */
export const showReview = async (asked: Asked) => {
  const loaded = await asked.read((trx) => load(asked, trx, positionOf(asked.query('forum')), asked.query('flet')))
  return asked.page(<ReviewPage asked={asked} {...loaded} />)
}

type Review = z.infer<ReturnType<typeof reviewForm>>

/** The texts as the person left them: those of the form, or the register's where that was chosen. */
const acceptedFields = (data: Review, target: RegisterEntry | null): AcceptedFields => {
  const value = (key: Exclude<keyof typeof formNames, 'category'>): string =>
    target !== null && data[`valg-${formNames[key]}`] === 'register'
      ? registeredValue(target, key)
      : data[formNames[key]]
  return {
    name: value('name'),
    category:
      target !== null && data['valg-kategori'] === 'register'
        ? categoryOfWords(registeredValue(target, 'category'))
        : data.kategori,
    topic: value('topic'),
    legalBasis: value('legalBasis'),
    purpose: value('purpose'),
    actionPlans: value('actionPlans'),
    interfaces: value('interfaces'),
    participants: value('participants'),
    cadence: value('cadence'),
  }
}

const chosenTarget = (data: Review, target: RegisterEntry | null, municipalities: readonly Municipality[]): Target => {
  if (target !== null) return { ...targetOf(target), ...(target.version !== data.maalversion && { version: -1 }) }
  if (data.antal !== 'hver') return { kind: 'new' }
  const chosen = municipalities.filter(({ code }) => data.kommune.includes(code))
  return { kind: 'each', municipalities: chosen, pattern: data.moenster }
}

type Decided = z.infer<ReturnType<typeof decisionForm>>

const onward = (asked: Asked, loaded: Loaded, position: number) => {
  const others = loaded.entries.filter((entry) => entry.position !== position)
  const next = nextOpen(others, position)
  return asked.goTo(withQuery(foraPaths.import(loaded.annex.id), { forum: next }))
}

/** Somebody was faster: the page as it is now, with what was written. */
const answerConflict = async (asked: Asked, decided: Decided, values: Record<string, unknown>, chosen: string) => {
  const loaded = await asked.read((trx) => load(asked, trx, decided.forum, chosen))
  const kept = Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== 'maalversion' && name !== 'version'),
  )
  return asked.page(<ReviewPage asked={asked} {...loaded} values={kept} conflict />, 409)
}

const acceptOne = async (asked: Asked, decided: Decided, { data, values, problems }: FormResult<Review>) => {
  const chosen = data === null ? values['maal'] : data.maal
  const target = typeof chosen === 'string' && chosen !== '' ? chosen : 'ny'
  if (data === null) {
    const loaded = await asked.read((trx) => load(asked, trx, decided.forum, target))
    return asked.page(<ReviewPage asked={asked} {...loaded} values={values} problems={problems} />, 422)
  }
  try {
    const loaded = await asked.change(async (trx, log) => {
      const found = await load(asked, trx, decided.forum, target)
      const key = { importId: found.annex.id, position: decided.forum, version: decided.version }
      // The register must still be what the page was made from.
      const isAsShown = (found.entry.entry?.id ?? '') === data.fundet && (found.target?.id ?? '') === data.maal
      if (found.entry.version !== decided.version || !isAsShown) throw new Conflict()
      const work = workOf(asked, trx, log)
      await acceptEntry(work, key, found.entry, {
        fields: acceptedFields(data, found.target),
        position: decided.forum,
        target: chosenTarget(data, found.target, found.municipalities),
        seats: found.seats.filter(({ index }) => data.plads.includes(index)),
      })
      await settle(work, found.annex.id)
      return found
    })
    return onward(asked, loaded, decided.forum)
  } catch (error) {
    if (error instanceof Conflict) return answerConflict(asked, decided, values, target)
    throw error
  }
}

export const workOf = (asked: Asked, trx: Trx, log: (event: LogEvent) => Promise<void>): Work => ({
  trx,
  log,
  district: asked.district.id,
  today: asked.today,
})

const aside = { saetaside: 'setAside', spring: 'skipped', tagfrem: 'pending' } as const

const putOneAside = async (asked: Asked, decided: Decided, handling: keyof typeof aside) => {
  try {
    const loaded = await asked.change(async (trx, log) => {
      const found = await load(asked, trx, decided.forum, '')
      const key = { importId: found.annex.id, position: decided.forum, version: decided.version }
      if (found.entry.undoable) throw new Conflict()
      await putAside(workOf(asked, trx, log), key, found.entry, aside[handling])
      return found
    })
    if (handling === 'tagfrem')
      return asked.goTo(withQuery(foraPaths.import(loaded.annex.id), { forum: decided.forum }))
    return onward(asked, loaded, decided.forum)
  } catch (error) {
    if (error instanceof Conflict) return answerConflict(asked, decided, {}, '')
    throw error
  }
}

const undoOne = async (asked: Asked, decided: Decided) => {
  const isUndone = await asked.change(async (trx, log) => {
    const { annex, entry } = await load(asked, trx, decided.forum, '')
    const outcome = await findOutcome(trx, asked.district.id, annex.id, decided.forum)
    if (outcome === null || entry.version !== decided.version) throw new Conflict()
    const key = { importId: annex.id, position: decided.forum, version: decided.version }
    const open = { decision: 'pending', forum: entry.forum, outcome: null, forumId: null, groupId: null } as const
    if (!(await undoAcceptance(trx, asked.district.id, outcome))) return false
    if (!(await decideEntry(trx, asked.district.id, key, open))) throw new Conflict()
    await log({
      action: 'annex.undone',
      subjectKind: entry.groupId === null ? 'forum' : 'forumGroup',
      subjectId: entry.groupId ?? entry.forumId ?? '',
      subjectName: entry.forum.name.value,
    })
    await settle(workOf(asked, trx, log), annex.id)
    await settleState(trx, asked.district.id, annex.id)
    return true
  })
  return asked.goTo(withQuery(foraPaths.import(asked.param('id')), { fortrudt: isUndone ? 'ja' : 'nej' }))
}

/** Deciding one forum of an annex: accept, put aside, skip, take up again, undo. */
export const decideRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().post(
    foraPaths.import(':id'),
    handlersOf(parts)('annex.import', async (asked) => {
      const decided = (await asked.form(decisionForm(asked.lang))).data ?? notFound()
      const { handling } = decided
      if (handling === 'godkend') return acceptOne(asked, decided, await asked.form(reviewForm(asked.lang)))
      return handling === 'fortryd' ? undoOne(asked, decided) : putOneAside(asked, decided, handling)
    }),
  )
