import { Hono } from 'hono'
import { Invalid } from '../../../base/errors.ts'
import { yearOf } from '../../../base/time.ts'
import { readAs } from '../../../db/tx.ts'
import { identityOf } from '../../../people/actor.ts'
import { type Asked, endOf, handlersOf, type Parts, type RequestEnv } from '../../../web/request.ts'
import { foraPaths } from '../../paths.ts'
import { documentTitle } from '../print/document.ts'
import { type AnnexFileFormat, annexOf, createPrinter, mediaTypes } from './make.ts'
import { AnnexPage } from './page.tsx'
import { annexDays } from './rules.ts'
import { printedTexts } from './texts.ts'

const askedYear = (asked: Asked) => {
  const wanted = asked.query('aar')
  const year = wanted === '' ? yearOf(asked.today) : /^\d{4}$/.test(wanted) ? Number(wanted) : NaN
  const days = annexDays(year, asked.today)
  if (days === null) throw new Invalid(printedTexts[asked.lang].noYear)
  return days
}

const documentOf = (parts: Parts, asked: Asked) =>
  annexOf(
    (day, work) => readAs(parts.db, identityOf(asked.actor), work, day === null ? null : endOf(day)),
    asked.district,
    askedYear(asked),
    asked.today,
  )

/** The mark of a file is known before it is made, so a browser that has it already does not have it printed again. */
const cacheHeaders = (asked: Asked, mark: string): Record<string, string> =>
  asked.actor.accountId === null
    ? { etag: `W/"${mark}"`, 'cache-control': 'public, no-cache', vary: 'Cookie, Accept-Encoding' }
    : { 'cache-control': 'private, no-store' }

const isKnown = (asked: Asked, mark: string): boolean =>
  asked.actor.accountId === null && (asked.c.req.header('if-none-match') ?? '').includes(`"${mark}"`)

/** The annex from the register: as a page, and by the ending of the address as a file. */
export const printedRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const print = createPrinter()
  const exported = (format: AnnexFileFormat) =>
    on('register.export', async (asked) => {
      const document = await documentOf(parts, asked)
      const { mark, file } = print(document, format)
      if (isKnown(asked, mark)) return asked.c.body(null, 304, cacheHeaders(asked, mark))
      const bytes = await file()
      await asked.change((_, log) =>
        log({
          action: 'annex.exported',
          subjectKind: 'annex',
          subjectId: `${String(document.year)}.${format}`,
          subjectName: documentTitle(document),
        }),
      )
      const name = `bilag-1-${asked.district.id}-${String(document.year)}.${format}`
      return asked.c.body(new Uint8Array(bytes), 200, {
        ...cacheHeaders(asked, mark),
        'content-type': mediaTypes[format],
        'content-disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${name}"`,
      })
    })
  return new Hono<RequestEnv>()
    .get(
      foraPaths.annex,
      on('fora.list', async (asked) => {
        const document = await documentOf(parts, asked)
        return asked.page(<AnnexPage asked={asked} document={document} />)
      }),
    )
    .get(`${foraPaths.annex}.pdf`, exported('pdf'))
    .get(`${foraPaths.annex}.docx`, exported('docx'))
    .get(`${foraPaths.annex}.csv`, exported('csv'))
    .get(`${foraPaths.annex}.json`, exported('json'))
}
