import { listed, longDay, shortDay } from '../../base/language.ts'
import { type CalendarDay, parseDay } from '../../base/time.ts'
import { Empty, Message, Note, PageHead, Rows, Section, State } from '../../web/blocks.tsx'
import { Views } from '../../web/filter.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { type Conflict, isSerious } from './conflicts.ts'
import { weekdayOf, weekOf } from './days.ts'
import type { YearDraft } from './draft-store.ts'
import type { DraftRow } from './draft.ts'
import type { PlanGround } from './gather-plan.ts'
import type { NotPlaced } from './planning.ts'
import { planTexts } from './plan-texts.ts'
import { nameOfRow } from './row-page.tsx'
import { yearTexts } from './texts.ts'

export const draftViews = ['all', 'conflicts', 'out'] as const
export type DraftView = (typeof draftViews)[number]

interface DraftPageProps {
  asked: Asked
  draft: YearDraft
  ground: PlanGround
  conflicts: ReadonlyMap<string, readonly Conflict[]>
  view: DraftView
  /** What was just done. */
  said:
    | { kind: 'created'; leftOut: number }
    | { kind: 'noOther' }
    | { kind: 'undone'; removed: number; kept: number }
    | null
}

/** A day with its weekday: "tor. 4. mar. 2027". */
const dayWords = (day: CalendarDay, asked: Asked): string =>
  `${(yearTexts[asked.lang].weekdays[weekdayOf(day) - 1] ?? '').slice(0, 3)}. ${shortDay(day, asked.lang)}`

const mostNamed = 3

const personsIn = (persons: readonly string[], { asked, ground }: DraftPageProps): string => {
  const names = persons.map((id) => ground.names.get(id) ?? '').filter((name) => name !== '')
  const more = names.length - mostNamed
  const shown = more > 1 ? [...names.slice(0, mostNamed), planTexts[asked.lang].conflicts.more(more)] : names
  return listed(shown, asked.lang)
}

/** A conflict in words, with the persons it concerns by name. */
const conflictWords = (conflict: Conflict, props: DraftPageProps): string => {
  const { asked, ground } = props
  const t = planTexts[asked.lang].conflicts
  const clock = meetingWords[asked.lang].clock
  const forum = (id: string) => ground.fora.find((one) => one.id === id)?.name ?? ''
  switch (conflict.kind) {
    case 'holiday':
      return t.holiday(yearTexts[asked.lang].holidays[conflict.holiday])
    case 'closed':
      return t.closed(conflict.name)
    case 'overlap':
      return t.overlap(forum(conflict.forumId), clock(conflict.starts), personsIn(conflict.persons, props))
    case 'sameDay':
      return t.sameDay(forum(conflict.forumId), clock(conflict.starts), personsIn(conflict.persons, props))
    case 'preparesLate':
      return t.preparesLate(conflict.days)
    case 'weekend':
    case 'past':
    case 'twice':
      return t[conflict.kind]
  }
}

const ConflictCell = ({ row, ...props }: DraftPageProps & { row: DraftRow }) => {
  const t = planTexts[props.asked.lang]
  const found = props.conflicts.get(row.key) ?? []
  if (row.out) return <State kind="none">{t.left}</State>
  if (found.length === 0) return <span class="sv-2">{t.noConflicts}</span>
  return (
    <ul class="nobullet-list no-max-width">
      {found.map((conflict) => (
        <li>
          {isSerious(conflict) ? (
            <State kind="warn">{conflictWords(conflict, props)}</State>
          ) : (
            conflictWords(conflict, props)
          )}
        </li>
      ))}
    </ul>
  )
}

const preparesWords = (row: DraftRow, { asked, draft, ground }: DraftPageProps): string | null => {
  if (row.prepares === null) return null
  const other =
    draft.rows.find(({ key }) => key === row.prepares) ?? ground.existing.find(({ id }) => id === row.prepares)
  if (other === undefined) return null
  const name = ground.fora.find(({ id }) => id === other.forumId)?.name ?? ''
  return planTexts[asked.lang].prepares(name, shortDay(other.onDay, asked.lang))
}

const RowActions = ({ row, asked, draft, ground }: DraftPageProps & { row: DraftRow }) => {
  const t = planTexts[asked.lang]
  const at = inDistrict(asked.district, meetingPaths.yearDraftRow(draft.id, row.key))
  const about = nameOfRow(row, ground.fora, asked)
  const fields = { version: row.version }
  return (
    <div class="sv-row sv-sm">
      {!row.out && (
        <a href={at} aria-label={`${t.edit}: ${about}`}>
          {t.edit}
        </a>
      )}
      {!row.out && <PostButton action={`${at}/igen`} label={t.again} about={about} fields={fields} look="link" />}
      <PostButton
        action={`${at}/udelad`}
        label={row.out ? t.takeBack : t.leaveOut}
        about={about}
        fields={fields}
        look="link"
      />
    </div>
  )
}

const columnsOf = (props: DraftPageProps): Column<DraftRow>[] => {
  const { asked, draft, ground } = props
  const t = planTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const countByWeek = Map.groupBy(
    draft.rows.filter(({ out }) => !out),
    ({ onDay }) => weekOf(onDay).week,
  )
  return [
    {
      key: 'day',
      label: t.columns.day,
      cell: ({ onDay }) => {
        const { week } = weekOf(onDay)
        return (
          <>
            <span class="sv-nw">{dayWords(onDay, asked)}</span>
            <small>{t.week(week, countByWeek.get(week)?.length ?? 0)}</small>
          </>
        )
      },
    },
    {
      key: 'time',
      label: t.columns.time,
      cell: ({ starts, ends }) => <span class="sv-nw">{`${words.clock(starts)}–${words.clock(ends)}`}</span>,
    },
    {
      key: 'forum',
      label: t.columns.forum,
      cell: (row) => {
        const forum = ground.fora.find(({ id }) => id === row.forumId)
        const prepares = preparesWords(row, props)
        return (
          <>
            {row.meetingId === null ? (
              forum?.name
            ) : (
              <a href={href(meetingPaths.meeting(row.meetingId))}>{forum?.name}</a>
            )}
            {row.kind !== 'ordinary' && <small>{words.kinds[row.kind]}</small>}
            {prepares !== null && <small>{prepares}</small>}
          </>
        )
      },
    },
    {
      key: 'place',
      label: t.columns.place,
      cell: ({ place }) => (place === '' ? <span class="sv-2">{t.noPlace}</span> : place),
    },
    { key: 'conflicts', label: t.columns.conflicts, cell: (row) => <ConflictCell {...props} row={row} /> },
    ...(draft.doneAt === null
      ? [{ key: 'act', label: t.columns.act, cell: (row: DraftRow) => <RowActions {...props} row={row} /> }]
      : []),
  ]
}

const rowsIn = ({ draft, conflicts }: DraftPageProps, view: DraftView): readonly DraftRow[] =>
  draft.rows.filter(({ key, out }) =>
    view === 'out' ? out : view === 'all' || (!out && (conflicts.get(key) ?? []).some(isSerious)),
  )

const reasonWords = (one: NotPlaced, asked: Asked): string => {
  const t = planTexts[asked.lang]
  if (one.reason === 'noDay') return t.noDay(one.count)
  if (one.reason === 'noDayBefore')
    return t.noDayBefore(one.before === null ? '' : longDay(parseDay(one.before) ?? asked.today, asked.lang))
  return t.notPlacedReason[one.reason]
}

/** For which fora nothing could be proposed, and why: silence is said. */
const NotPlacedList = ({ asked, draft, ground }: DraftPageProps) => {
  const t = planTexts[asked.lang]
  if (draft.notPlaced.length === 0) return null
  return (
    <Section id="ikke-foreslaaet" title={t.notPlaced} count={draft.notPlaced.length}>
      <Rows columns="one">
        {draft.notPlaced.map((one) => (
          <li>
            <div>
              <h3>{ground.fora.find(({ id }) => id === one.forumId)?.name}</h3>
              <div class="sv-2 sv-sm">{reasonWords(one, asked)}</div>
            </div>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

const Said = ({ asked, draft, said }: DraftPageProps) => {
  const t = planTexts[asked.lang]
  if (said === null) return null
  if (said.kind === 'noOther') return <Message kind="warning" title={t.noOther} />
  if (said.kind === 'undone') return <Message kind="success" title={t.undone(said.removed, said.kept)} />
  const count = draft.rows.filter(({ meetingId }) => meetingId !== null).length
  return (
    <Message kind="success" title={t.created(count)}>
      {said.leftOut > 0 && <p>{t.leftOut(said.leftOut)}</p>}
      <p>{t.createdText}</p>
    </Message>
  )
}

const Done = ({ asked, draft, said }: DraftPageProps) => {
  const t = planTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Note {...(said === null && { title: t.created(draft.rows.filter(({ meetingId }) => meetingId !== null).length) })}>
      <p>{t.undoText}</p>
      <div class="sv-acts">
        <a href={withQuery(href(meetingPaths.wheel), { aar: draft.year })}>{t.toWheel}</a>
        <PostButton action={href(meetingPaths.undoYear(draft.id))} label={t.undo} />
      </div>
    </Note>
  )
}

const Open = (props: DraftPageProps) => {
  const { asked, draft } = props
  const t = planTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const planned = draft.rows.filter(({ out }) => !out).length
  const serious = rowsIn(props, 'conflicts').length
  return (
    <>
      {props.ground.closed.length === 0 && (
        <Note kind="warn" title={t.noFreeDays(draft.year)}>
          <p>
            {t.noFreeDaysText} <a href={withQuery(href(meetingPaths.freeDays), { aar: draft.year })}>{t.freeDays}</a>
          </p>
        </Note>
      )}
      {serious > 0 && (
        <Note kind="warn" title={t.serious(serious)}>
          <p>{t.seriousText}</p>
        </Note>
      )}
      <p class="sv-2 sv-gap">{t.createLead}</p>
      <div class="sv-acts sv-gap">
        {planned > 0 && (
          <PostButton
            action={href(meetingPaths.createYear(draft.id))}
            label={t.create(planned)}
            fields={{ version: draft.version }}
            look="primary"
          />
        )}
        <a href={href(meetingPaths.yearDraftRow(draft.id, 'nyt'))}>{t.add}</a>
        <PostButton action={href(meetingPaths.discardYear(draft.id))} label={t.discard} look="link" />
      </div>
    </>
  )
}

/** The plan of a year: each meeting with its conflicts, to be adjusted and then created together. */
export const DraftPage = (props: DraftPageProps) => {
  const { asked, draft, view } = props
  const t = planTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const out = draft.rows.filter((row) => row.out).length
  const rows = rowsIn(props, view)
  const here = href(meetingPaths.yearDraft(draft.id))
  const isDone = draft.doneAt !== null
  const crumbs = [
    { href: href(meetingPaths.wheel), label: yearTexts[asked.lang].wheel },
    { href: href(meetingPaths.planYear), label: t.plan },
  ]
  return (
    <Page frame={asked.frame} title={t.draft(draft.year)} current="meetings" crumbs={crumbs}>
      <PageHead title={t.draft(draft.year)} {...(!isDone && { lead: t.draftLead(draft.rows.length - out, out) })} />
      <Said {...props} />
      {isDone ? <Done {...props} /> : <Open {...props} />}
      <Views
        label={t.viewsLabel}
        views={draftViews.map((one) => ({
          label: t.views[one],
          count: rowsIn(props, one).length,
          href: withQuery(here, { vis: one === 'all' ? null : one }),
          current: one === view,
        }))}
      />
      {rows.length === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyText}</p>
        </Empty>
      ) : (
        <Table caption={t.table(draft.year)} columns={columnsOf(props)} rows={rows} rowId={({ key }) => key} />
      )}
      <NotPlacedList {...props} />
    </Page>
  )
}
