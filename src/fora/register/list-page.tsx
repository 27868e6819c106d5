import { type Language, numbered, shortDay } from '../../base/language.ts'
import { yearOf } from '../../base/time.ts'
import type { Municipality } from '../../people/store.ts'
import { Empty, PageHead, State } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Pips } from '../../web/figures.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { agreedNumber, parseCadence } from '../cadence/rules.ts'
import { foraPaths, onDay } from '../paths.ts'
import type { Category, OrganisationChoice } from './choices-store.ts'
import { editTexts } from './edit-texts.ts'
import {
  cadenceFilters,
  type ForumRow,
  fulfilmentOf,
  levels,
  type Selected,
  type Selection,
  statuses,
  viewNames,
} from './rules.ts'
import { registerTexts } from './texts.ts'

export const pageSize = 20

interface ListPageProps {
  asked: Asked
  words: string
  organisation: string
  chosen: Selection
  selected: Selected
  page: number
  /** Fora before any filter; decides what an empty list says. */
  total: number
  reviewedOn: string | null
  categories: readonly Category[]
  municipalities: readonly Municipality[]
  organisations: readonly OrganisationChoice[]
}

/** The query that stands for what the reader chose; the defaults are left out. */
const queryOf = ({
  words,
  organisation,
  chosen,
  page,
  asked,
}: Pick<ListPageProps, 'words' | 'organisation' | 'chosen' | 'page' | 'asked'>) => ({
  q: words,
  kategori: chosen.category,
  niveau: chosen.level,
  kommune: chosen.municipality,
  status: chosen.status,
  moeder: chosen.cadence,
  deltager: organisation,
  udvalg: chosen.view === 'all' ? null : chosen.view,
  sorter: chosen.sort === 'name' ? null : chosen.sort,
  omvendt: chosen.descending ? 'ja' : null,
  side: page === 1 ? null : page,
  dato: asked.asOf,
})

const MeetingsCell = ({ row, lang }: { row: ForumRow; lang: Language }) => {
  const t = registerTexts[lang]
  const cadence = parseCadence(row.cadence)
  const { missing } = fulfilmentOf(row)
  if (cadence.kind === 'varies' || cadence.kind === 'unparsed') return <span class="sv-2">{t.notCountable}</span>
  if (cadence.kind === 'asNeeded') return <span class="sv-2">{t.asNeeded(row.held)}</span>
  return (
    <>
      <Pips held={row.held} planned={row.planned} missing={missing} />
      <span>{t.meetings(row.held, agreedNumber(cadence, lang))}</span>
    </>
  )
}

const LookCell = ({ row, lang }: { row: ForumRow; lang: Language }) => {
  const t = registerTexts[lang]
  const { missing } = fulfilmentOf(row)
  const points: string[] = []
  if (row.status === 'active' && missing > 0) points.push(t.missing(missing))
  if (row.vacant > 0) points.push(t.vacant(row.vacant))
  if (row.oneSided > 0) points.push(t.oneSided(row.oneSided))
  if (row.unchecked > 0) points.push(t.lawUnchecked)
  const [first, ...rest] = points
  return (
    <>
      {row.status !== 'active' && <State kind="none">{t.statuses[row.status]}</State>}
      {first !== undefined && <State kind="warn">{first}</State>}
      {rest.map((point) => (
        <small>{point}</small>
      ))}
    </>
  )
}

const columnsOf = ({ asked }: ListPageProps): Column<ForumRow>[] => {
  const { lang } = asked
  const t = registerTexts[lang]
  return [
    {
      key: 'name',
      label: t.columns.name,
      sortable: true,
      cell: (row) => (
        <>
          <a href={onDay(inDistrict(asked.district, foraPaths.forum(row.slug)), asked.asOf)}>{row.name}</a>
          <small>{row.categoryName}</small>
        </>
      ),
    },
    {
      key: 'level',
      label: t.columns.level,
      sortable: true,
      cell: (row) => (row.level === null ? <span class="sv-2">{t.noLevel}</span> : t.levels[row.level]),
    },
    {
      key: 'meetings',
      label: t.columns.meetings(yearOf(asked.day)),
      sortable: true,
      cell: (row) => <MeetingsCell row={row} lang={lang} />,
    },
    {
      key: 'next',
      label: t.columns.next,
      sortable: true,
      cell: (row) =>
        row.nextMeeting === null ? <span class="sv-2">{t.notPlanned}</span> : shortDay(row.nextMeeting, lang),
    },
    { key: 'seats', label: t.columns.seats, sortable: true, numeric: true, cell: (row) => numbered(row.seats, lang) },
    {
      key: 'look',
      label: t.columns.look,
      cell: (row) =>
        row.status === 'active' &&
        row.vacant + row.oneSided + row.unchecked + fulfilmentOf(row).missing === 0 ? null : (
          <LookCell row={row} lang={lang} />
        ),
    },
  ]
}

/** The fields that are seldom needed, open when one of them is in use. */
const MoreFilters = ({ asked, organisations, chosen, organisation }: ListPageProps) => {
  const t = registerTexts[asked.lang]
  return (
    <details class="sv-more" open={chosen.status !== null || chosen.cadence !== null || organisation !== ''}>
      <summary>{t.more}</summary>
      <div>
        <Select
          name="status"
          label={t.status}
          empty={t.statusFilter.all}
          choices={statuses.map((status) => ({ value: status, label: t.statusFilter[status] }))}
        />
        <Select
          name="moeder"
          label={t.cadenceFilter}
          empty={t.all}
          choices={cadenceFilters.map((filter) => ({ value: filter, label: t.cadenceFilters[filter] }))}
        />
        {organisations.length > 0 && (
          <Select
            name="deltager"
            label={t.organisation}
            empty={t.all}
            choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
      </div>
    </details>
  )
}

const ListFilter = (props: ListPageProps) => {
  const { asked, categories, municipalities, chosen, words, organisation } = props
  const t = registerTexts[asked.lang]
  const { q: _, udvalg, sorter, omvendt, dato } = queryOf(props)
  const hidden = Object.fromEntries(
    Object.entries({ udvalg, sorter, omvendt, dato }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return (
    <Filter
      action={inDistrict(asked.district, foraPaths.list)}
      label={t.find}
      results="fora"
      more={<MoreFilters {...props} />}
      hidden={hidden}
      values={{
        q: words,
        kategori: chosen.category,
        niveau: chosen.level,
        kommune: chosen.municipality,
        status: chosen.status,
        moeder: chosen.cadence,
        deltager: organisation,
      }}
    >
      <Field name="q" type="search" label={t.searchIn} width="full" />
      <Select
        name="kategori"
        label={t.category}
        empty={t.allCategories(categories.length)}
        choices={categories.map(({ number, name }) => ({ value: String(number), label: `${String(number)}. ${name}` }))}
      />
      <Select
        name="niveau"
        label={t.level}
        empty={t.all}
        choices={levels.map((level) => ({ value: level, label: t.levels[level] }))}
      />
      <Select
        name="kommune"
        label={t.municipality}
        empty={t.allMunicipalities(municipalities.length)}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filter>
  )
}

const NothingToShow = ({ asked, total }: ListPageProps) => {
  const t = registerTexts[asked.lang]
  if (total > 0)
    return (
      <Empty title={t.noneFound} actions={<a href={inDistrict(asked.district, foraPaths.list)}>{t.showAll}</a>}>
        <p>{t.noneFoundText}</p>
      </Empty>
    )
  if (!asked.may('forum.create'))
    return (
      <Empty title={t.emptyTitle}>
        <p>{t.emptyPublic}</p>
      </Empty>
    )
  return (
    <Empty
      title={t.emptyTitle}
      actions={
        <>
          <a class="button button-primary" href={inDistrict(asked.district, foraPaths.imports)}>
            {t.importAnnex}
          </a>
          <a href={inDistrict(asked.district, foraPaths.create)}>{t.create}</a>
        </>
      }
    >
      <p>{t.emptyText}</p>
    </Empty>
  )
}

const Selections = (props: ListPageProps) => {
  const { asked, chosen, selected } = props
  const t = registerTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.list)
  const offered = viewNames.filter((view) => view === 'all' || view === chosen.view || selected.counts[view] > 0)
  return (
    <Views
      label={t.viewsLabel}
      views={[
        ...offered.map((view) => ({
          label: t.views[view],
          count: selected.counts[view],
          href: withQuery(here, { ...queryOf({ ...props, page: 1 }), udvalg: view === 'all' ? null : view }),
          current: view === chosen.view,
        })),
        { label: t.asNetwork, href: onDay(inDistrict(asked.district, foraPaths.network), asked.asOf) },
        ...(asked.may('overview.see')
          ? [{ label: t.asOverview, href: onDay(inDistrict(asked.district, foraPaths.overview), asked.asOf) }]
          : []),
        { label: t.annex, href: inDistrict(asked.district, foraPaths.annex) },
        ...(asked.may('forum.edit')
          ? [{ label: editTexts[asked.lang].categories, href: inDistrict(asked.district, foraPaths.categories) }]
          : []),
      ]}
    />
  )
}

/** Where what the ready-made selection found can be mended row by row. */
const Mending = ({ asked, chosen }: ListPageProps) => {
  const t = registerTexts[asked.lang]
  if (chosen.view === 'oneSided')
    return <a href={onDay(inDistrict(asked.district, foraPaths.oneSided), asked.asOf)}>{t.toOneSided}</a>
  if (chosen.view === 'vacant' && asked.may('persons.see'))
    return <a href={inDistrict(asked.district, foraPaths.vacancies)}>{t.toVacancies}</a>
  return null
}

const FoundFora = (props: ListPageProps) => {
  const { asked, chosen, selected, page } = props
  const t = registerTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.list)
  const all = selected.rows.length
  const from = (page - 1) * pageSize
  if (all === 0) return <NothingToShow {...props} />
  return (
    <>
      {(chosen.view === 'oneSided' || chosen.view === 'vacant') && (
        <p>
          <Mending {...props} />
        </p>
      )}
      <p class="sv-sm sv-2">
        {t.download(all)} <a href={withQuery(`${here}.csv`, queryOf(props))}>{t.csv}</a>,{' '}
        <a href={withQuery(`${here}.xlsx`, queryOf(props))}>{t.xlsx}</a>
      </p>
      <Table
        caption={t.caption(from + 1, Math.min(from + pageSize, all), all, t.sortings[chosen.sort])}
        columns={columnsOf(props)}
        rows={selected.rows.slice(from, from + pageSize)}
        sort={{
          key: chosen.sort,
          descending: chosen.descending,
          href: (key, descending) =>
            withQuery(here, {
              ...queryOf({ ...props, page: 1 }),
              sorter: key === 'name' ? null : key,
              omvendt: descending ? 'ja' : null,
            }),
        }}
      />
      <Pager
        page={page}
        pages={Math.ceil(all / pageSize)}
        href={(number) => withQuery(here, queryOf({ ...props, page: number }))}
      />
    </>
  )
}

/** The register as a list: filter, ready-made selections, export and pages. */
export const ListPage = (props: ListPageProps) => {
  const { asked, total, reviewedOn, selected } = props
  const t = registerTexts[asked.lang]
  const lead =
    asked.asOf === null
      ? t.lead(total, reviewedOn && shortDay(reviewedOn, asked.lang))
      : t.leadAsOf(total, shortDay(asked.asOf, asked.lang))
  const editable = asked.asOf === null && asked.may('forum.create')
  return (
    <Page frame={asked.frame} title={t.fora} current="fora">
      <PageHead
        title={t.fora}
        lead={lead}
        actions={
          editable ? (
            <>
              <a class="button button-secondary" href={inDistrict(asked.district, foraPaths.imports)}>
                {t.importAnnex}
              </a>
              <a class="button button-primary" href={inDistrict(asked.district, foraPaths.create)}>
                {t.create}
              </a>
            </>
          ) : asked.asOf === null ? undefined : (
            <a href={inDistrict(asked.district, foraPaths.list)}>{t.showToday}</a>
          )
        }
      />
      <ListFilter {...props} />
      <Results id="fora" said={t.said(selected.rows.length)}>
        <Selections {...props} />
        <FoundFora {...props} />
      </Results>
    </Page>
  )
}
