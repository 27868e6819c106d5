import { numbered } from '../../base/language.ts'
import { Section } from '../../web/blocks.tsx'
import { Meter } from '../../web/figures.tsx'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { Downloads, ForumLink } from './links.tsx'
import type { CheckedField, OverviewForum } from './rules.ts'
import { fieldLabel } from './tables.ts'
import { overviewTexts } from './texts.ts'

interface MissingRow {
  field: CheckedField
  fora: readonly OverviewForum[]
}

/** For each field of the annex, how many fora have nothing in it, and which. */
export const MissingFields = ({ asked, rows }: { asked: Asked; rows: readonly MissingRow[] }) => {
  const t = overviewTexts[asked.lang]
  const most = Math.max(...rows.map(({ fora }) => fora.length))
  const columns: Column<MissingRow>[] = [
    { key: 'field', label: t.field, cell: ({ field }) => fieldLabel(field, asked.lang) },
    {
      key: 'count',
      label: t.missingCount,
      numeric: true,
      cell: ({ fora }) => (fora.length === 0 ? <span class="sv-2">0</span> : numbered(fora.length, asked.lang)),
    },
    {
      key: 'which',
      label: t.which,
      cell: ({ fora }) =>
        fora.length === 0 ? (
          <span class="sv-2">{t.complete}</span>
        ) : (
          <details class="sv-more">
            <summary>
              <Meter part={fora.length} whole={most} /> {t.foraCount(fora.length)}
            </summary>
            <ul class="nobullet-list">
              {fora.map((forum) => (
                <li>
                  <ForumLink asked={asked} forum={forum} />
                </li>
              ))}
            </ul>
          </details>
        ),
    },
  ]
  return (
    <Section id="mangler" title={t.missing}>
      <p class="sv-2 sv-gap">{t.missingText}</p>
      {most > 0 && <Downloads asked={asked} table="manglende-felter" title={t.missing} />}
      <Table caption={t.missingCaption} columns={columns} rows={rows} />
    </Section>
  )
}
