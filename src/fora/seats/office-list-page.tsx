import { numbered, shortDay } from '../../base/language.ts'
import type { Municipality } from '../../people/store.ts'
import { Empty, PageHead, State } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { registerTexts } from '../register/texts.ts'
import type { Named } from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { isVacantOffice, type OfficeRow, type OfficeSelection, type OfficeView, officeViews } from './offices.ts'

export const pageSize = 20

interface OfficeListProps {
  asked: Asked
  chosen: OfficeSelection
  rows: readonly OfficeRow[]
  counts: Record<OfficeView, number>
  page: number
  /** Offices before any filter. */
  total: number
  municipalities: readonly Municipality[]
  organisations: readonly Named[]
}

const queryOf = ({ asked, chosen, page }: Pick<OfficeListProps, 'asked' | 'chosen' | 'page'>) => ({
  q: chosen.words,
  organisation: chosen.organisationId,
  kommune: chosen.municipality,
  udvalg: chosen.view === 'all' ? null : chosen.view,
  sorter: chosen.sort === 'title' ? null : chosen.sort,
  omvendt: chosen.descending ? 'ja' : null,
  side: page === 1 ? null : page,
  dato: asked.asOf,
})

const HolderCell = ({ asked, row }: { asked: Asked; row: OfficeRow }) => {
  const t = officeTexts[asked.lang]
  if (row.holderId !== null && row.holderName !== null)
    return <a href={onDay(inDistrict(asked.district, foraPaths.person(row.holderId)), asked.asOf)}>{row.holderName}</a>
  if (row.ended) return <State kind="none">{t.ended}</State>
  if (!isVacantOffice(row)) return <span class="sv-2">{t.hidden}</span>
  return (
    <>
      <State kind="warn">{t.vacant}</State>
      {row.nextFrom !== null ? (
        <small>{t.next(shortDay(row.nextFrom, asked.lang))}</small>
      ) : (
        row.vacantSince !== null && <small>{t.since(shortDay(row.vacantSince, asked.lang))}</small>
      )}
    </>
  )
}

const columnsOf = (asked: Asked): Column<OfficeRow>[] => {
  const t = officeTexts[asked.lang]
  return [
    {
      key: 'title',
      label: t.columns.title,
      sortable: true,
      cell: (row) => (
        <>
          <a href={onDay(inDistrict(asked.district, foraPaths.office(row.id)), asked.asOf)}>{row.title}</a>
          {row.municipalityName !== null && <small>{row.municipalityName}</small>}
        </>
      ),
    },
    {
      key: 'organisation',
      label: t.columns.organisation,
      sortable: true,
      cell: (row) =>
        row.organisationId === null || row.organisationName === null ? (
          <span class="sv-2">{t.noOrganisation}</span>
        ) : (
          <a href={onDay(inDistrict(asked.district, foraPaths.organisation(row.organisationId)), asked.asOf)}>
            {row.organisationName}
          </a>
        ),
    },
    {
      key: 'holder',
      label: t.columns.holder,
      sortable: true,
      cell: (row) => <HolderCell asked={asked} row={row} />,
    },
    { key: 'since', label: t.columns.since, cell: (row) => row.since && shortDay(row.since, asked.lang) },
    {
      key: 'seats',
      label: t.columns.seats,
      sortable: true,
      numeric: true,
      cell: (row) => numbered(row.seats, asked.lang),
    },
  ]
}

const OfficeFilter = (props: OfficeListProps) => {
  const { asked, chosen, municipalities, organisations } = props
  const t = officeTexts[asked.lang]
  const { q, organisation, kommune, udvalg, sorter, omvendt, dato } = queryOf(props)
  const hidden = Object.fromEntries(
    Object.entries({ udvalg, sorter, omvendt, dato }).filter((entry): entry is [string, string] => entry[1] !== null),
  )
  return (
    <Filter
      action={inDistrict(asked.district, foraPaths.offices)}
      label={t.find}
      results="embeder"
      hidden={hidden}
      values={{ q, organisation, kommune: kommune ?? '' }}
    >
      <Field name="q" type="search" label={t.search} width="full" value={chosen.words} />
      {organisations.length > 0 && (
        <Select
          name="organisation"
          label={t.organisation}
          empty={t.all}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <Select
        name="kommune"
        label={t.municipality}
        empty={t.all}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filter>
  )
}

const FoundOffices = (props: OfficeListProps) => {
  const { asked, chosen, rows, page, total } = props
  const t = officeTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.offices)
  const sheets = registerTexts[asked.lang]
  if (rows.length === 0)
    return total === 0 ? (
      <Empty
        title={t.none}
        actions={
          asked.may('offices.edit') && asked.asOf === null ? (
            <a href={inDistrict(asked.district, foraPaths.createOffice)}>{t.create}</a>
          ) : undefined
        }
      >
        <p>{t.noneText}</p>
      </Empty>
    ) : (
      <Empty title={t.noneFound} actions={<a href={onDay(here, asked.asOf)}>{t.showAll}</a>}>
        <p>{t.noneFoundText}</p>
      </Empty>
    )
  const from = (page - 1) * pageSize
  const query = queryOf(props)
  return (
    <>
      <p class="sv-sm sv-2">
        {t.download(rows.length)} <a href={withQuery(`${here}.csv`, query)}>{sheets.csv}</a>,{' '}
        <a href={withQuery(`${here}.xlsx`, query)}>{sheets.xlsx}</a>
      </p>
      <Table
        caption={t.caption(from + 1, Math.min(from + pageSize, rows.length), rows.length)}
        columns={columnsOf(asked)}
        rows={rows.slice(from, from + pageSize)}
        sort={{
          key: chosen.sort,
          descending: chosen.descending,
          href: (key, descending) =>
            withQuery(here, {
              ...queryOf({ ...props, page: 1 }),
              sorter: key === 'title' ? null : key,
              omvendt: descending ? 'ja' : null,
            }),
        }}
      />
      <Pager
        page={page}
        pages={Math.ceil(rows.length / pageSize)}
        href={(number) => withQuery(here, queryOf({ ...props, page: number }))}
      />
    </>
  )
}

/** The offices of the district: filter, ready-made selections, export and pages. */
export const OfficeListPage = (props: OfficeListProps) => {
  const { asked, chosen, counts, rows } = props
  const t = officeTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.offices)
  const elsewhere = [
    { label: t.persons, href: onDay(inDistrict(asked.district, foraPaths.persons), asked.asOf) },
    { label: t.organisations, href: onDay(inDistrict(asked.district, foraPaths.organisations), asked.asOf) },
    ...(asked.may('overview.see')
      ? [{ label: t.vacancies, href: onDay(inDistrict(asked.district, foraPaths.vacancies), asked.asOf) }]
      : []),
  ]
  return (
    <Page frame={asked.frame} title={t.offices} current="offices">
      <PageHead
        title={t.offices}
        lead={asked.asOf === null ? t.lead : t.leadAsOf(shortDay(asked.asOf, asked.lang))}
        actions={
          asked.asOf !== null ? (
            <a href={here}>{t.showToday}</a>
          ) : asked.may('offices.edit') ? (
            <a class="button button-primary" href={inDistrict(asked.district, foraPaths.createOffice)}>
              {t.create}
            </a>
          ) : undefined
        }
      />
      <OfficeFilter {...props} />
      <Results id="embeder" said={t.said(rows.length)}>
        <Views
          label={t.viewsLabel}
          views={[
            ...officeViews
              .filter((view) => view === 'all' || view === chosen.view || counts[view] > 0)
              .map((view) => ({
                label: t.views[view],
                count: counts[view],
                href: withQuery(here, { ...queryOf({ ...props, page: 1 }), udvalg: view === 'all' ? null : view }),
                current: view === chosen.view,
              })),
            ...elsewhere,
          ]}
        />
        <FoundOffices {...props} />
      </Results>
    </Page>
  )
}
