import { numbered } from '../../base/language.ts'
import { Section } from '../../web/blocks.tsx'
import { Meter } from '../../web/figures.tsx'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { Downloads, href } from './links.tsx'
import type { Load, LoadRow } from './rules.ts'
import { overviewTexts } from './texts.ts'

/** Rows shown of a long table until the reader asks for all. */
const shownAtFirst = 15

interface LoadTableProps {
  asked: Asked
  rows: readonly LoadRow[]
  holder: 'organisation' | 'person'
}

const LoadTable = ({ asked, rows, holder }: LoadTableProps) => {
  const t = overviewTexts[asked.lang]
  const n = (value: number) => numbered(value, asked.lang, 1)
  const table = holder === 'organisation' ? 'organisationer' : 'personer'
  const title = t[`${holder}s`]
  const whole = asked.query('alle') === table
  const shown = whole ? rows : rows.slice(0, shownAtFirst)
  const heaviest = Math.max(...rows.map(({ most }) => most))
  const columns: Column<LoadRow>[] = [
    {
      key: 'name',
      label: t[holder],
      cell: ({ id, name }) => <a href={href(asked, foraPaths[holder](id))}>{name}</a>,
    },
    { key: 'fora', label: t.fora, numeric: true, cell: ({ fora }) => n(fora) },
    { key: 'least', label: t.least, numeric: true, cell: ({ least }) => n(least) },
    { key: 'most', label: t.most, numeric: true, cell: ({ most }) => n(most) },
    { key: 'without', label: t.without, numeric: true, cell: ({ uncounted }) => n(uncounted) },
    { key: 'bar', label: t.share, cell: ({ most }) => <Meter part={most} whole={heaviest} /> },
  ]
  return (
    <>
      <h3 id={table} class="sv-mt">
        {title}
      </h3>
      {rows.length === 0 ? (
        <p class="sv-2">{t.nobody}</p>
      ) : (
        <>
          <Downloads asked={asked} table={table} title={title} />
          <Table caption={t.loadCaption(shown.length, rows.length)} columns={columns} rows={shown} />
          {shown.length < rows.length && (
            <p>
              <a href={`${href(asked, foraPaths.overview, { alle: table })}#${table}`}>
                {t.showAll(rows.length)}
                <span class="sr-only">{`: ${title}`}</span>
              </a>
            </p>
          )}
        </>
      )}
    </>
  )
}

interface LoadSectionProps {
  asked: Asked
  total: Load
  organisations: readonly LoadRow[]
  persons: readonly LoadRow[]
}

/** Meetings a year in all, per organisation and per person. */
export const LoadSection = ({ asked, total, organisations, persons }: LoadSectionProps) => {
  const t = overviewTexts[asked.lang]
  const n = (value: number) => numbered(value, asked.lang)
  return (
    <Section id="moeder" title={t.meetings}>
      <p class="sv-gap">
        {t.meetingsText(n(Math.floor(total.least)), n(Math.ceil(total.most)), total.fora - total.uncounted)}
      </p>
      {total.openEnded > 0 && <p>{t.openEnded(total.openEnded)}</p>}
      {total.uncounted > 0 && (
        <p>
          <a href={href(asked, foraPaths.list, { moeder: 'unknown', status: 'active' })}>
            {t.uncounted(total.uncounted)}
          </a>
        </p>
      )}
      <LoadTable asked={asked} rows={organisations} holder="organisation" />
      <LoadTable asked={asked} rows={persons} holder="person" />
    </Section>
  )
}
