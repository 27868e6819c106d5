import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths, onDay } from '../paths.ts'
import type { OverviewForum } from './rules.ts'
import type { TableName } from './tables.ts'
import { overviewTexts } from './texts.ts'

/** An address of the district on the day that is shown. */
export const href = (
  asked: Asked,
  path: string,
  query: Readonly<Record<string, string | number | null>> = {},
): string => withQuery(inDistrict(asked.district, path), { ...query, dato: asked.asOf })

/** The name of a forum, leading to its page. */
export const ForumLink = ({ asked, forum }: { asked: Asked; forum: OverviewForum }) => (
  <a href={href(asked, foraPaths.forum(forum.slug))}>{forum.name}</a>
)

/** Links to a table as a spreadsheet. */
export const Downloads = ({ asked, table, title }: { asked: Asked; table: TableName; title: string }) => {
  const t = overviewTexts[asked.lang]
  const path = inDistrict(asked.district, foraPaths.overviewTable(table))
  const link = (format: 'csv' | 'xlsx') => (
    <a href={onDay(`${path}.${format}`, asked.asOf)} aria-label={`${t.download} ${t[format]}: ${title}`}>
      {t[format]}
    </a>
  )
  return (
    <p class="sv-sm sv-2">
      {t.download}: {link('csv')}, {link('xlsx')}
    </p>
  )
}
