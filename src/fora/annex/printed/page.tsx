import { longDay } from '../../../base/language.ts'
import { yearOf } from '../../../base/time.ts'
import { Empty, PageHead } from '../../../web/blocks.tsx'
import { Page } from '../../../web/layout.tsx'
import { inDistrict, withQuery } from '../../../web/paths.ts'
import type { Asked } from '../../../web/request.ts'
import { foraPaths } from '../../paths.ts'
import { annexTitle, type AnnexDocument, standLine } from '../print/document.ts'
import { AnnexDocumentView } from '../print/view.tsx'
import type { AnnexFileFormat } from './make.ts'
import { printedTexts } from './texts.ts'

const formats: readonly AnnexFileFormat[] = ['pdf', 'docx', 'csv', 'json']

const stand = ({ asked, document }: { asked: Asked; document: AnnexDocument }): string =>
  asked.lang === 'da' ? standLine(document) : `The register as it stood on ${longDay(document.asOf, 'en')}`

/** The annex of a year as a web page, with the files it can be had as. */
export const AnnexPage = ({ asked, document }: { asked: Asked; document: AnnexDocument }) => {
  const t = printedTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.annex)
  const current = yearOf(asked.today)
  const fora = document.categories.flatMap(({ entries }) => entries).length
  const years = [current + 1, current, current - 1, current - 2]
  return (
    <Page
      frame={asked.frame}
      title={`Bilag 1, ${String(document.year)}`}
      current="fora"
      crumbs={[{ href: inDistrict(asked.district, foraPaths.list), label: 'Fora' }]}
    >
      <PageHead
        title={annexTitle}
        lead={t.lead(document.year, stand({ asked, document }), fora)}
        actions={
          <>
            <span class="sv-2">{t.download}</span>
            {formats.map((format) => (
              <a href={withQuery(`${here}.${format}`, { aar: document.year })}>{t.formats[format]}</a>
            ))}
          </>
        }
      />
      <nav class="sv-views" aria-label={t.years}>
        {years.map((year) => (
          <a href={withQuery(here, { aar: year })} aria-current={year === document.year ? 'page' : undefined}>
            {year}
          </a>
        ))}
      </nav>
      {!asked.may('history.see') && <p class="sv-sm sv-2">{t.partly}</p>}
      {fora === 0 ? (
        <Empty title={t.empty}>
          <p>{t.emptyText}</p>
        </Empty>
      ) : (
        <AnnexDocumentView document={document} />
      )}
    </Page>
  )
}
