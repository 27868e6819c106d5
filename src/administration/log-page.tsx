import { momentToTheSecond, numbered } from '../base/language.ts'
import { changesOf } from '../audit/changes.ts'
import { actionName, fieldName } from '../audit/names.ts'
import { valueInWords } from '../audit/values.ts'
import { Empty, PageHead } from '../web/blocks.tsx'
import { Checkbox, Field, Select } from '../web/fields.tsx'
import { Filter, Results } from '../web/filter.tsx'
import { Page } from '../web/layout.tsx'
import { inDistrict, withQuery } from '../web/paths.ts'
import type { Asked } from '../web/request.ts'
import { Pager, Table } from '../web/table.tsx'
import type { LogRow, LogSearch } from './log-store.ts'
import { administrationPaths } from './paths.ts'
import { administrationTexts } from './texts.ts'

export const logPageSize = 50

interface LogPageProps {
  asked: Asked
  search: LogSearch
  rows: readonly LogRow[]
  total: number
  page: number
  actions: readonly string[]
}

/** The log, searchable. It is shown as it was written. */
export const LogPage = ({ asked, search, rows, total, page, actions }: LogPageProps) => {
  const t = administrationTexts[asked.lang]
  const here = inDistrict(asked.district, administrationPaths.log)
  const query = {
    q: search.words,
    haendelse: search.action,
    fra: search.from,
    til: search.to,
    login: search.program ? 'ja' : null,
  }
  const from = (page - 1) * logPageSize
  return (
    <Page frame={asked.frame} title={t.log} current="log">
      <PageHead title={t.log} lead={t.logLead} />
      <Filter action={here} label={t.findEntry} results="log" values={query}>
        <Field name="q" type="search" label={t.logWords} width="full" />
        <Select
          name="haendelse"
          label={t.action}
          empty={t.allRoles}
          choices={actions.map((action) => ({ value: action, label: actionName(action, asked.lang) }))}
        />
        <DayField name="fra" label={t.from} value={search.from} />
        <DayField name="til" label={t.to} value={search.to} />
        <Checkbox name="login" label={t.withProgram} checked={search.program} />
      </Filter>
      <Results id="log" said={numbered(total, asked.lang)}>
        {rows.length === 0 ? (
          <Empty title={t.noEntries}>
            <p>{t.noEntriesText}</p>
          </Empty>
        ) : (
          <>
            <p class="sv-sm sv-2 sv-gap">
              <a href={withQuery(`${here}.csv`, query)}>{t.csv}</a>
            </p>
            <Table
              caption={t.logCaption(from + 1, from + rows.length, total)}
              rows={rows}
              columns={[
                { key: 'at', label: t.logColumns.at, cell: (row) => momentToTheSecond(row.at, asked.lang) },
                {
                  key: 'actor',
                  label: t.logColumns.actor,
                  cell: (row) => (row.actorName === '' ? <span class="sv-2">{t.nobody}</span> : row.actorName),
                },
                { key: 'action', label: t.logColumns.action, cell: (row) => actionName(row.action, asked.lang) },
                { key: 'subject', label: t.logColumns.subject, cell: (row) => row.subjectName },
                { key: 'changes', label: t.logColumns.changes, cell: (row) => <ChangeList row={row} asked={asked} /> },
                { key: 'number', label: t.logColumns.number, numeric: true, cell: (row) => row.number },
              ]}
            />
            <Pager
              page={page}
              pages={Math.ceil(total / logPageSize)}
              href={(number) => withQuery(here, { ...query, side: number === 1 ? null : number })}
            />
          </>
        )}
      </Results>
    </Page>
  )
}

const DayField = ({ name, label, value }: { name: string; label: string; value: string | null }) => (
  <div class="form-group">
    <label class="form-label" for={name}>
      {label}
    </label>
    <input class="form-input" type="date" id={name} name={name} value={value ?? undefined} />
  </div>
)

const longestShown = 160
const shortened = (text: string) => (text.length > longestShown ? `${text.slice(0, longestShown)} …` : text)

const ChangeList = ({ row, asked }: { row: LogRow; asked: Asked }) => {
  const t = administrationTexts[asked.lang]
  return (
    <>
      {changesOf(row).map(({ field, before, after }) => (
        <div class="sv-cap">
          <b>{fieldName(field, asked.lang)}</b>: {shortened(valueInWords(field, after ?? '–', asked.lang))}
          {before !== null && before !== '' && (
            <small>{`${t.was}: ${shortened(valueInWords(field, before, asked.lang))}`}</small>
          )}
        </div>
      ))}
    </>
  )
}
