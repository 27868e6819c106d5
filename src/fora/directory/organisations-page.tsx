import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import type { OrganisationRow } from './organisations-store.ts'
import { DirectoryViews, Downloads, LoadCell, NothingFits } from './parts.tsx'
import { type Load, type OrganisationKind, organisationKinds, type organisationSortings } from './rules.ts'
import { directoryTexts } from './texts.ts'

export interface LoadedOrganisation extends OrganisationRow {
  load: Load
}

export interface OrganisationsChoice {
  words: string
  kind: OrganisationKind | null
  sort: (typeof organisationSortings)[number]
  descending: boolean
  page: number
}

interface OrganisationsPageProps {
  asked: Asked
  chosen: OrganisationsChoice
  rows: readonly LoadedOrganisation[]
  pageSize: number
}

const queryOf = (asked: Asked, { words, kind, sort, descending, page }: OrganisationsChoice) => ({
  q: words,
  art: kind,
  sorter: sort === 'name' ? null : sort,
  omvendt: descending ? 'ja' : null,
  side: page === 1 ? null : page,
  dato: asked.asOf,
})

const columnsOf = (asked: Asked): Column<LoadedOrganisation>[] => {
  const t = directoryTexts[asked.lang]
  return [
    {
      key: 'name',
      label: t.name,
      sortable: true,
      cell: (row) => (
        <>
          <a href={onDay(inDistrict(asked.district, foraPaths.organisation(row.id)), asked.asOf)}>{row.name}</a>
          {row.parentName !== null && <small>{`${t.partOf} ${row.parentName}`}</small>}
        </>
      ),
    },
    { key: 'kind', label: t.kind, sortable: true, cell: (row) => t.kinds[row.kind] },
    { key: 'municipality', label: t.municipality, cell: (row) => row.municipalityName ?? t.noMunicipality },
    { key: 'fora', label: t.fora, sortable: true, numeric: true, cell: ({ load }) => load.fora },
    {
      key: 'meetings',
      label: t.meetings,
      sortable: true,
      cell: ({ load }) => <LoadCell load={load} lang={asked.lang} />,
    },
  ]
}

const Found = ({ asked, chosen, rows, pageSize }: OrganisationsPageProps) => {
  const t = directoryTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.organisations)
  const query = queryOf(asked, chosen)
  const from = (chosen.page - 1) * pageSize
  return (
    <>
      <Downloads asked={asked} path={foraPaths.organisations} query={query} what={t.saidOrganisations(rows.length)} />
      <Table
        caption={t.caption(from + 1, Math.min(from + pageSize, rows.length), rows.length, t.sortings[chosen.sort])}
        columns={columnsOf(asked)}
        rows={rows.slice(from, from + pageSize)}
        sort={{
          key: chosen.sort,
          descending: chosen.descending,
          href: (key, descending) =>
            withQuery(here, {
              ...query,
              side: null,
              sorter: key === 'name' ? null : key,
              omvendt: descending ? 'ja' : null,
            }),
        }}
      />
      <Pager
        page={chosen.page}
        pages={Math.ceil(rows.length / pageSize)}
        href={(page) => withQuery(here, queryOf(asked, { ...chosen, page }))}
      />
    </>
  )
}

/** Everyone who takes part as an organisation, with the meetings it makes. */
export const OrganisationsPage = (props: OrganisationsPageProps) => {
  const { asked, chosen, rows } = props
  const t = directoryTexts[asked.lang]
  const filtered = chosen.words !== '' || chosen.kind !== null
  const create =
    asked.may('offices.edit') && asked.asOf === null ? (
      <a class="button button-primary" href={inDistrict(asked.district, foraPaths.createOrganisation)}>
        {t.create}
      </a>
    ) : undefined
  const hidden = {
    sorter: chosen.sort,
    ...(chosen.descending && { omvendt: 'ja' }),
    ...(asked.asOf && { dato: asked.asOf }),
  }
  return (
    <Page frame={asked.frame} title={t.organisations} current="offices">
      <PageHead title={t.organisations} lead={t.organisationsLead} actions={create} />
      <Filter
        action={inDistrict(asked.district, foraPaths.organisations)}
        label={t.findOrganisation}
        results="organisationer"
        hidden={hidden}
        values={{ q: chosen.words, art: chosen.kind }}
      >
        <Field name="q" type="search" label={t.searchOrganisation} width="full" />
        <Select
          name="art"
          label={t.kind}
          empty={t.all}
          choices={organisationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
      </Filter>
      <Results id="organisationer" said={t.saidOrganisations(rows.length)}>
        <DirectoryViews asked={asked} current="organisations" />
        {rows.length > 0 ? (
          <Found {...props} />
        ) : filtered ? (
          <NothingFits asked={asked} path={foraPaths.organisations} />
        ) : (
          <Empty title={t.noOrganisations}>
            <p>{t.noOrganisationsText}</p>
          </Empty>
        )}
      </Results>
    </Page>
  )
}
