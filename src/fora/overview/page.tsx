import type { Child } from 'hono/jsx'
import { numbered } from '../../base/language.ts'
import { Empty, PageHead, Section } from '../../web/blocks.tsx'
import { Band, Meter } from '../../web/figures.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { statuses } from '../register/rules.ts'
import { registerTexts } from '../register/texts.ts'
import { Overlaps, Vacancies, WithoutLaw } from './findings.tsx'
import { LoadSection } from './load.tsx'
import {
  type CategoryRow,
  levelColumns,
  type Load,
  type LoadRow,
  type Overlap,
  type OverviewForum,
  type perStatus,
} from './rules.ts'
import { Downloads, href } from './links.tsx'
import { MissingFields } from './missing.tsx'
import type { VacantSeat } from './tables.ts'
import { overviewTexts } from './texts.ts'

export interface Overview {
  fora: readonly OverviewForum[]
  statuses: ReturnType<typeof perStatus>
  categories: readonly CategoryRow[]
  total: Load
  organisations: readonly LoadRow[]
  persons: readonly LoadRow[]
  vacant: readonly VacantSeat[]
  overlaps: readonly Overlap[]
  missing: readonly {
    field: Parameters<typeof MissingFields>[0]['rows'][number]['field']
    fora: readonly OverviewForum[]
  }[]
  withoutLaw: readonly OverviewForum[]
}

interface OverviewPageProps {
  asked: Asked
  overview: Overview
}

const Numbers = ({ asked, overview }: OverviewPageProps) => {
  const t = overviewTexts[asked.lang]
  const n = (value: number) => numbered(value, asked.lang)
  const empty = overview.missing.reduce((sum, { fora }) => sum + fora.length, 0)
  const numbers: readonly [string, string, string][] = [
    [t.numbers.fora, n(overview.statuses.active), href(asked, foraPaths.list, { status: 'active' })],
    [t.numbers.meetings, t.range(n(Math.floor(overview.total.least)), n(Math.ceil(overview.total.most))), '#moeder'],
    [t.numbers.vacant, n(overview.vacant.length), '#ledige'],
    [t.numbers.overlaps, n(overview.overlaps.length), '#overlap'],
    [t.numbers.missing, n(empty), '#mangler'],
    [t.numbers.law, n(overview.withoutLaw.length), '#lov'],
  ]
  return (
    <dl class="sv-nums">
      {numbers.map(([label, value, link]) => (
        <div>
          <dt>{label}</dt>
          <dd>
            <a href={link} aria-label={`${label}: ${value}`}>
              {value}
            </a>
          </dd>
        </div>
      ))}
    </dl>
  )
}

const Statuses = ({ asked, overview }: OverviewPageProps) => {
  const t = overviewTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const rows = statuses.map((status) => ({ status, count: overview.statuses[status] }))
  const columns: Column<(typeof rows)[number]>[] = [
    { key: 'status', label: t.statuses, cell: ({ status }) => r.statuses[status] },
    {
      key: 'count',
      label: t.fora,
      numeric: true,
      cell: ({ status, count }) => (
        <a href={href(asked, foraPaths.list, { status })} aria-label={`${r.statuses[status]}: ${String(count)}`}>
          {numbered(count, asked.lang)}
        </a>
      ),
    },
  ]
  return (
    <Section id="status" title={t.statuses}>
      <Band
        parts={[
          { kind: 'ok', count: overview.statuses.active },
          { kind: 'warn', count: overview.statuses.paused },
          { kind: 'none', count: overview.statuses.closed },
        ]}
      />
      <Table caption={t.statuses} captionHidden columns={columns} rows={rows} />
    </Section>
  )
}

const Categories = ({ asked, overview }: OverviewPageProps) => {
  const t = overviewTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const largest = Math.max(...overview.categories.map(({ total }) => total))
  const link = (row: CategoryRow, level: string | null, count: number, label: string): Child =>
    count === 0 ? (
      <span class="sv-2">0</span>
    ) : (
      <a
        href={href(asked, foraPaths.list, { kategori: row.number, niveau: level })}
        aria-label={`${row.name}, ${label}: ${String(count)}`}
      >
        {numbered(count, asked.lang)}
      </a>
    )
  const columns: Column<CategoryRow>[] = [
    { key: 'category', label: t.category, cell: (row) => `${String(row.number)}. ${row.name}` },
    ...levelColumns.map((level): Column<CategoryRow> => {
      const label = level === 'none' ? t.none : r.levels[level]
      return {
        key: level,
        label,
        numeric: true,
        cell: (row) =>
          // The list has no filter for fora without a level; they stand among the missing fields.
          level === 'none' && row.byLevel.none > 0 ? (
            <a href="#mangler" aria-label={`${row.name}, ${label}: ${String(row.byLevel.none)}`}>
              {numbered(row.byLevel.none, asked.lang)}
            </a>
          ) : (
            link(row, level, row.byLevel[level], label)
          ),
      }
    }),
    { key: 'all', label: t.all, numeric: true, cell: (row) => link(row, null, row.total, t.all) },
    { key: 'bar', label: t.share, cell: (row) => <Meter part={row.total} whole={largest} /> },
  ]
  const all = overview.categories.reduce((sum, { total }) => sum + total, 0)
  return (
    <Section id="kategorier" title={t.categories}>
      <Downloads asked={asked} table="kategorier" title={t.categories} />
      <Table caption={t.categoriesCaption(all)} columns={columns} rows={overview.categories} />
    </Section>
  )
}

/** The register in numbers: each leads to what it counts, and each table can be taken out. */
export const OverviewPage = ({ asked, overview }: OverviewPageProps) => {
  const t = overviewTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const list = inDistrict(asked.district, foraPaths.list)
  const { active, paused, closed } = overview.statuses
  return (
    <Page
      frame={asked.frame}
      title={t.title}
      current="fora"
      crumbs={[{ href: onDay(list, asked.asOf), label: r.fora }]}
    >
      <PageHead title={t.title} lead={t.lead(active, paused, closed)} />
      {overview.fora.length === 0 ? (
        <Empty title={t.empty} actions={<a href={withQuery(list, { dato: asked.asOf })}>{r.fora}</a>}>
          <p>{t.emptyText}</p>
        </Empty>
      ) : (
        <>
          <Numbers asked={asked} overview={overview} />
          <Categories asked={asked} overview={overview} />
          <Statuses asked={asked} overview={overview} />
          <LoadSection
            asked={asked}
            total={overview.total}
            organisations={overview.organisations}
            persons={overview.persons}
          />
          <Vacancies asked={asked} vacant={overview.vacant} />
          <Overlaps asked={asked} overlaps={overview.overlaps} />
          <MissingFields asked={asked} rows={overview.missing} />
          <WithoutLaw asked={asked} fora={overview.withoutLaw} />
        </>
      )}
    </Page>
  )
}
