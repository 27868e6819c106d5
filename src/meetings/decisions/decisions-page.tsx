import { shortDay } from '../../base/language.ts'
import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { outcomeKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { DecisionChoice } from './choice.ts'
import type { Decision, DecisionChoices, DecisionCounts } from './decisions-store.ts'
import { byStand, excerptOf } from './rules.ts'
import { decisionTexts } from './texts.ts'

interface DecisionsProps {
  asked: Asked
  choice: DecisionChoice
  rows: readonly Decision[]
  counts: DecisionCounts
  choices: DecisionChoices
  page: number
  pages: number
}

/** The query that stands for what the reader chose; the defaults are left out. */
const queryOf = ({ choice, page }: Pick<DecisionsProps, 'choice' | 'page'>) => ({
  q: choice.words,
  forum: choice.forumId,
  aar: choice.year,
  kommune: choice.municipality,
  udfald: choice.kind,
  sorter: choice.oldestFirst ? 'aeldst' : null,
  side: page === 1 ? null : page,
})

export const itemName = ({ itemNumber, itemTitle }: Decision, lang: Asked['lang']): string =>
  itemNumber === null ? itemTitle : decisionTexts[lang].item(itemNumber, itemTitle)

const DecisionCell = ({ asked, row }: { asked: Asked; row: Decision }) => {
  const t = decisionTexts[asked.lang]
  const { pieces, whole } = excerptOf(row.text)
  const item = inDistrict(asked.district, meetingPaths.item(row.itemId))
  return (
    <>
      <a href={item}>{itemName(row, asked.lang)}</a>
      <p class="sv-decision">{pieces.map(({ text, found }) => (found ? <mark>{text}</mark> : text))}</p>
      {byStand(row.statements).map(({ stand, names }) => (
        <small>
          {t.stands[stand]}: {names.join(', ')}
        </small>
      ))}
      <small>
        {!whole && (
          <>
            <a href={item} aria-label={t.about(t.readAll, row.itemTitle)}>
              {t.readAll}
            </a>{' '}
          </>
        )}
        <a
          href={inDistrict(asked.district, meetingPaths.matter(row.matterId))}
          aria-label={t.about(t.matter, row.itemTitle)}
        >
          {t.matter}
        </a>
      </small>
    </>
  )
}

const columnsOf = (asked: Asked): Column<Decision>[] => {
  const t = decisionTexts[asked.lang]
  return [
    { key: 'decision', label: t.columns.decision, cell: (row) => <DecisionCell asked={asked} row={row} /> },
    { key: 'outcome', label: t.columns.outcome, cell: (row) => meetingWords[asked.lang].outcomes[row.kind] },
    {
      key: 'meeting',
      label: t.columns.meeting,
      cell: (row) =>
        row.meetingTitle === null ? (
          row.forumName
        ) : (
          <a
            href={inDistrict(asked.district, meetingPaths.meeting(row.meetingId))}
            aria-label={`${row.forumName ?? ''} ${shortDay(row.day, asked.lang)}`.trim()}
          >
            {row.meetingTitle === '' ? (row.forumName ?? t.columns.meeting) : row.meetingTitle}
          </a>
        ),
    },
    {
      key: 'day',
      label: t.columns.day,
      sortable: true,
      cell: (row) => <span class="sv-nw">{shortDay(row.day, asked.lang)}</span>,
    },
  ]
}

const DecisionFilter = (props: DecisionsProps) => {
  const { asked, choice, choices } = props
  const t = decisionTexts[asked.lang]
  const { udfald, sorter } = queryOf(props)
  const hidden = Object.fromEntries(
    Object.entries({ udfald, sorter }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return (
    <Filter
      action={inDistrict(asked.district, meetingPaths.decisions)}
      label={t.find}
      results="beslutninger"
      hidden={hidden}
      values={{ q: choice.words, forum: choice.forumId, aar: choice.year, kommune: choice.municipality }}
    >
      <Field name="q" type="search" label={t.words} width="full" />
      <Select
        name="forum"
        label={t.forum}
        empty={t.allFora}
        choices={choices.fora.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        name="aar"
        label={t.year}
        empty={t.allYears}
        choices={choices.years.map((year) => ({ value: String(year), label: String(year) }))}
      />
      {(choices.municipalities.length > 0 || choice.municipality !== null) && (
        <Select
          name="kommune"
          label={t.municipality}
          empty={t.anyMunicipality}
          choices={choices.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
      )}
    </Filter>
  )
}

const NothingToShow = ({ asked, counts }: DecisionsProps) => {
  const t = decisionTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  if (counts.everything > 0)
    return (
      <Empty title={t.noneFound} actions={<a href={href(meetingPaths.decisions)}>{t.showAll}</a>}>
        <p>{t.noneFoundText}</p>
      </Empty>
    )
  return (
    <Empty title={t.empty} actions={<a href={href(meetingPaths.list)}>{t.toMeetings}</a>}>
      <p>{asked.actor.accountId === null ? t.emptyPublic : t.emptyText}</p>
    </Empty>
  )
}

/** The register of decisions the reader may see, the newest first. */
export const DecisionsPage = (props: DecisionsProps) => {
  const { asked, choice, rows, counts, page, pages } = props
  const t = decisionTexts[asked.lang]
  const here = inDistrict(asked.district, meetingPaths.decisions)
  const query = queryOf(props)
  return (
    <Page frame={asked.frame} title={t.decisions} current="meetings">
      <PageHead title={t.decisions} lead={t.lead} />
      <DecisionFilter {...props} />
      <Results id="beslutninger" said={t.count(choice.kind === null ? counts.all : counts[choice.kind])}>
        <Views
          label={t.viewsLabel}
          views={([null, ...outcomeKinds] as const).map((kind) => ({
            label: kind === null ? t.all : meetingWords[asked.lang].outcomes[kind],
            count: counts[kind ?? 'all'],
            href: withQuery(here, { ...query, side: null, udfald: kind }),
            current: kind === choice.kind,
          }))}
        />
        {rows.length === 0 ? (
          <NothingToShow {...props} />
        ) : (
          <>
            <Table
              caption={t.decisions}
              captionHidden
              columns={columnsOf(asked)}
              rows={rows}
              sort={{
                key: 'day',
                descending: !choice.oldestFirst,
                href: (_, descending) =>
                  withQuery(here, { ...query, side: null, sorter: descending ? null : 'aeldst' }),
              }}
            />
            <Pager page={page} pages={pages} href={(side) => withQuery(here, { ...query, side })} />
            <p class="sv-sm sv-2">
              {t.download} <a href={withQuery(`${here}.csv`, { ...query, side: null })}>CSV</a>,{' '}
              <a href={withQuery(`${here}.xlsx`, { ...query, side: null })}>Excel</a>
            </p>
          </>
        )}
      </Results>
    </Page>
  )
}
