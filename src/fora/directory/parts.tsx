import { numbered, type Language } from '../../base/language.ts'
import { inDistrict, withQuery } from '../../web/paths.ts'
import { Empty } from '../../web/blocks.tsx'
import { type View, Views } from '../../web/filter.tsx'
import type { Asked } from '../../web/request.ts'
import { foraPaths, onDay } from '../paths.ts'
import type { Load } from './rules.ts'
import { directoryTexts } from './texts.ts'

/** The way between the three lists of who takes part. */
export const DirectoryViews = ({ asked, current }: { asked: Asked; current: 'persons' | 'organisations' }) => {
  const t = directoryTexts[asked.lang]
  const to = (path: string) => onDay(inDistrict(asked.district, path), asked.asOf)
  const views: View[] = asked.may('persons.see')
    ? [
        { label: t.offices, href: to(foraPaths.offices) },
        { label: t.persons, href: to(foraPaths.persons), current: current === 'persons' },
        { label: t.organisations, href: to(foraPaths.organisations), current: current === 'organisations' },
      ]
    : []
  return views.length === 0 ? null : <Views label={t.viewsLabel} views={views} />
}

/** "mindst 14" and beside it the fora that have agreed on no number, so that silence is not read as rest. */
export const LoadCell = ({ load, lang }: { load: Load; lang: Language }) => {
  const t = directoryTexts[lang]
  return (
    <>
      {load.meetings === 0 ? <span class="sv-2">{t.noMeetings}</span> : t.least(numbered(load.meetings, lang, 1))}
      {load.withoutNumber > 0 && ' '}
      {load.withoutNumber > 0 && <small>{t.withoutNumber(load.withoutNumber)}</small>}
    </>
  )
}

/** The links to a list as a spreadsheet, with the same selection. */
export const Downloads = ({
  asked,
  path,
  query,
  what,
}: {
  asked: Asked
  path: string
  query: Readonly<Record<string, string | number | null>>
  what: string
}) => {
  const t = directoryTexts[asked.lang]
  const here = inDistrict(asked.district, path)
  return (
    <p class="sv-sm sv-2">
      {t.download(what)} <a href={withQuery(`${here}.csv`, query)}>{t.csv}</a>,{' '}
      <a href={withQuery(`${here}.xlsx`, query)}>{t.xlsx}</a>
    </p>
  )
}

/** Nothing fits the filter: the way back to the whole list. */
export const NothingFits = ({ asked, path }: { asked: Asked; path: string }) => {
  const t = directoryTexts[asked.lang]
  return (
    <Empty title={t.noneFound} actions={<a href={onDay(inDistrict(asked.district, path), asked.asOf)}>{t.showAll}</a>}>
      <p>{t.noneFoundText}</p>
    </Empty>
  )
}
