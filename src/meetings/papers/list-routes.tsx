import { Hono } from 'hono'
import { NotFound } from '../../base/errors.ts'
import { changedFields, type LogEvent } from '../../audit/store.ts'
import type { ScanFile } from '../../documents/virus-scan.ts'
import { sha256Of } from '../../documents/file-store.ts'
import type { Trx } from '../../db/db.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { askedItemInMeeting, type ItemInMeeting, requireChange, storerOf } from './find.ts'
import { moveForm } from './forms.ts'
import { PapersPage } from './list-page.tsx'
import { addPaper, listPapersOfItem, lockItem, orderPapers } from './paper-store.ts'
import { orderAfterStep, titleOfName } from './rules.ts'
import { paperTexts } from './texts.ts'
import { type Judged, judgeUpload, sentFiles } from './upload.ts'

/** What the rooms with papers are given beside the common parts. */
export interface PaperParts extends Parts {
  /** Null where no virus scanner is set up. */
  scan: ScanFile | null
}

/** The log keeps what concerns one item under the item's id, so that one kept out of the item does not read it there. */
export const itemEvent = (
  action: string,
  item: { id: string; title: string },
  changes: LogEvent['changes'] = [],
): LogEvent => ({ action, subjectKind: 'agendaItem', subjectId: item.id, subjectName: item.title, changes })

const showPapers = async (
  asked: Asked,
  scan: ScanFile | null,
  refused: readonly { name: string; reason: string }[] = [],
  stored = 0,
) => {
  const t = paperTexts[asked.lang]
  const found = await asked.read(async (trx) => {
    const { item, meeting } = await askedItemInMeeting(asked, trx)
    return { item, meeting, papers: await listPapersOfItem(trx, asked.district.id, item.id) }
  })
  const problems = refused.map(({ name, reason }) => ({
    field: 'fil',
    text: name === '' ? reason : t.refused(name, reason),
  }))
  if (problems.length > 0) problems.push({ field: 'fil', text: t.someRefused(stored) })
  const added = /^\d{1,3}$/.test(asked.query('lagt')) ? Number(asked.query('lagt')) : null
  return asked.page(
    <PapersPage
      asked={asked}
      {...found}
      inCharge={isInCharge(asked, found.item)}
      scanned={scan !== null}
      added={added}
      problems={problems}
    />,
    problems.length > 0 ? 422 : 200,
  )
}

/** A virus is noted in a transaction of its own: nothing else came of the upload. */
export const noteVirus = async (asked: Asked, item: { id: string; title: string }, judged: Judged): Promise<void> => {
  if (!('fault' in judged) || judged.fault !== 'infected') return
  await asked.change((_, log) =>
    log(itemEvent('paper.refused', item, changedFields(null, { file: judged.name, virus: judged.virus }))),
  )
}

/** Stores what can be stored, and returns the files that were there already. */
const store = async (asked: Asked, trx: Trx, log: (event: LogEvent) => Promise<void>, judged: readonly Judged[]) => {
  const district = asked.district.id
  const at = await askedItemInMeeting(asked, trx)
  requireChange(asked, at)
  await lockItem(trx, district, at.item.id)
  const papers = await listPapersOfItem(trx, district, at.item.id)
  const known = new Set(papers.filter(({ removedAt }) => removedAt === null).map(({ sha256 }) => sha256))
  const again: string[] = []
  for (const one of judged) {
    if (!('made' in one)) continue
    const sha256 = sha256Of(one.made.bytes)
    if (known.has(sha256)) again.push(one.name)
    else {
      known.add(sha256)
      const title = titleOfName(one.name)
      const paper = { itemId: at.item.id, forumId: at.item.forumId, title }
      await addPaper(trx, district, paper, one.made, storerOf(asked))
      await log(itemEvent('paper.added', at.item, changedFields(null, { title, file: one.name, sha256 })))
    }
  }
  return again
}

async function upload(asked: Asked, scan: ScanFile | null): Promise<Response> {
  const t = paperTexts[asked.lang]
  const at: ItemInMeeting = await asked.read((trx) => askedItemInMeeting(asked, trx))
  requireChange(asked, at)
  const files = sentFiles((await asked.c.req.parseBody({ all: true }))['fil'])
  if (files.length === 0) return showPapers(asked, scan, [{ name: '', reason: t.chooseFile }])
  const judged: Judged[] = []
  for (const file of files) {
    const one = await judgeUpload(file, scan)
    judged.push(one)
    await noteVirus(asked, at.item, one)
  }
  const again = await asked.change((trx, log) => store(asked, trx, log, judged))
  const refused = [
    ...judged.flatMap((one) => ('fault' in one ? [{ name: one.name, reason: t.faults[one.fault] }] : [])),
    ...again.map((name) => ({ name, reason: t.faults.known })),
  ]
  const stored = files.length - refused.length
  return refused.length > 0
    ? showPapers(asked, scan, refused, stored)
    : asked.goTo(`${meetingPaths.papers(at.item.id)}?lagt=${String(stored)}`)
}

async function move(asked: Asked): Promise<Response> {
  const { data } = await asked.form(moveForm)
  const itemId = await asked.change(async (trx, log) => {
    const at = await askedItemInMeeting(asked, trx)
    requireChange(asked, at)
    await lockItem(trx, asked.district.id, at.item.id)
    const papers = (await listPapersOfItem(trx, asked.district.id, at.item.id)).filter((one) => one.removedAt === null)
    const paper = papers.find(({ id }) => id === data?.bilag)
    if (data === null || paper === undefined) throw new NotFound()
    const ids = papers.map(({ id }) => id)
    const order = orderAfterStep(ids, paper.id, data.retning === 'op' ? -1 : 1)
    if (order === null) return at.item.id
    await orderPapers(trx, asked.district.id, order)
    const place = (list: readonly string[]) => list.indexOf(paper.id) + 1
    await log(
      itemEvent('paper.moved', at.item, [
        { field: 'paper', before: paper.title, after: paper.title },
        ...changedFields({ position: place(ids) }, { position: place(order) }),
      ]),
    )
    return at.item.id
  })
  return asked.goTo(meetingPaths.papers(itemId))
}

/** The papers of an agenda item: seeing, adding and ordering them. */
export const paperListRoutes = (parts: PaperParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.papers(':id'),
      on('meetings.list', (asked) => showPapers(asked, parts.scan)),
    )
    .post(
      meetingPaths.papers(':id'),
      on('meetings.run', (asked) => upload(asked, parts.scan)),
    )
    .post(meetingPaths.movePaper(':id'), on('meetings.run', move))
}
