import { Empty, PageHead } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { DirectoryViews, Downloads, LoadCell, NothingFits } from './parts.tsx'
import type { PersonRow } from './persons-store.ts'
import type { Load, personSortings } from './rules.ts'
import { directoryTexts } from './texts.ts'

export interface LoadedPerson extends PersonRow {
  load: Load
}

export interface PersonsChoice {
  words: string
  organisation: string
  sort: (typeof personSortings)[number]
  descending: boolean
  page: number
}

interface PersonsPageProps {
  asked: Asked
  chosen: PersonsChoice
  rows: readonly LoadedPerson[]
  organisations: readonly { id: string; name: string }[]
  pageSize: number
}

/** The query that stands for what the reader chose; the defaults are left out. */
const queryOf = (asked: Asked, { words, organisation, sort, descending, page }: PersonsChoice) => ({
  q: words,
  organisation,
  sorter: sort === 'name' ? null : sort,
  omvendt: descending ? 'ja' : null,
  side: page === 1 ? null : page,
  dato: asked.asOf,
})

const columnsOf = (asked: Asked): Column<LoadedPerson>[] => {
  const t = directoryTexts[asked.lang]
  const link = (path: string, label: string) => (
    <a href={onDay(inDistrict(asked.district, path), asked.asOf)}>{label}</a>
  )
  return [
    { key: 'name', label: t.name, sortable: true, cell: (row) => link(foraPaths.person(row.id), row.name) },
    {
      key: 'office',
      label: t.office,
      cell: ({ offices }) =>
        offices.length === 0 ? (
          <span class="sv-2">{t.noOffice}</span>
        ) : (
          offices.map((office) => (
            <div>
              {link(foraPaths.office(office.id), office.title)}
              {office.organisationName !== null && <small>{office.organisationName}</small>}
            </div>
          ))
        ),
    },
    { key: 'fora', label: t.fora, sortable: true, numeric: true, cell: ({ load }) => load.fora },
    {
      key: 'meetings',
      label: t.meetings,
      sortable: true,
      cell: ({ load }) => <LoadCell load={load} lang={asked.lang} />,
    },
  ]
}

const Found = ({ asked, chosen, rows, pageSize }: PersonsPageProps) => {
  const t = directoryTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.persons)
  const query = queryOf(asked, chosen)
  const from = (chosen.page - 1) * pageSize
  return (
    <>
      <Downloads asked={asked} path={foraPaths.persons} query={query} what={t.saidPersons(rows.length)} />
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

/** Everyone with an office or a seat, with the meetings it makes. */
export const PersonsPage = (props: PersonsPageProps) => {
  const { asked, chosen, rows, organisations } = props
  const t = directoryTexts[asked.lang]
  const filtered = chosen.words !== '' || chosen.organisation !== ''
  const hidden = {
    sorter: chosen.sort,
    ...(chosen.descending && { omvendt: 'ja' }),
    ...(asked.asOf && { dato: asked.asOf }),
  }
  return (
    <Page frame={asked.frame} title={t.persons} current="offices">
      <PageHead title={t.persons} lead={t.personsLead} />
      <Filter
        action={inDistrict(asked.district, foraPaths.persons)}
        label={t.findPerson}
        results="personer"
        hidden={hidden}
        values={{ q: chosen.words, organisation: chosen.organisation }}
      >
        <Field name="q" type="search" label={t.searchPerson} width="full" />
        <Select
          name="organisation"
          label={t.organisation}
          empty={t.all}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Filter>
      <Results id="personer" said={t.saidPersons(rows.length)}>
        <DirectoryViews asked={asked} current="persons" />
        {rows.length > 0 ? (
          <Found {...props} />
        ) : filtered ? (
          <NothingFits asked={asked} path={foraPaths.persons} />
        ) : (
          <Empty title={t.noPersons} actions={<a href={inDistrict(asked.district, foraPaths.offices)}>{t.offices}</a>}>
            <p>{t.noPersonsText}</p>
          </Empty>
        )}
      </Results>
    </Page>
  )
}
