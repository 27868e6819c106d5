import { Hono } from 'hono'
import { Conflict } from '../../base/errors.ts'
import { changedFields, findLastEntry } from '../../audit/store.ts'
import type { ScanFile } from '../../documents/virus-scan.ts'
import { sha256Of } from '../../documents/file-store.ts'
import { type Asked, handlersOf, type RequestEnv } from '../../web/request.ts'
import { showClash } from '../../web/two-editors.tsx'
import { listGrounds } from '../agenda/backlog-store.ts'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { askedPaper, requireChange, storerOf } from './find.ts'
import { clickForm, titleForm } from './forms.ts'
import { itemEvent, noteVirus, type PaperParts } from './list-routes.tsx'
import { savePaperOpenness } from './openness.ts'
import { PaperPage, type Refused } from './paper-page.tsx'
import {
  addVersion,
  changePaper,
  listVersions,
  lockItem,
  lockPaper,
  orderPapers,
  listPapersOfItem,
} from './paper-store.ts'
import { paperTexts } from './texts.ts'
import { judgeUpload, sentFiles } from './upload.ts'

const doneWords = (asked: Asked): string | null => {
  const t = paperTexts[asked.lang]
  const said: Readonly<Record<string, string>> = { samme: t.same, ny: t.stored, gemt: t.saved }
  return said[asked.query('sket')] ?? null
}

const showPaper = async (asked: Asked, scan: ScanFile | null, refused?: Refused) => {
  const district = asked.district.id
  const found = await asked.read(async (trx) => {
    const at = await askedPaper(asked, trx)
    return {
      ...at,
      versions: at.paper.inside ? await listVersions(trx, district, at.paper.id) : [],
      grounds: isInCharge(asked, at.item) ? await listGrounds(trx, district, at.paper.groundId) : [],
    }
  })
  asked.c.set('framing', 'page')
  return asked.page(
    <PaperPage
      asked={asked}
      {...found}
      inCharge={isInCharge(asked, found.item)}
      scanned={scan !== null}
      done={doneWords(asked)}
      {...(refused !== undefined && { refused })}
    />,
    refused === undefined ? 200 : refused.stale === true ? 409 : 422,
  )
}

const done = (asked: Asked, what: 'samme' | 'ny' | 'gemt') =>
  asked.goTo(`${meetingPaths.paper(asked.param('id'))}?sket=${what}`)

async function saveTitle(asked: Asked, scan: ScanFile | null): Promise<Response> {
  const { data, values, problems } = await asked.form(titleForm(asked.lang))
  if (data === null) {
    const at = await asked.read((trx) => askedPaper(asked, trx))
    requireChange(asked, at)
    return showPaper(asked, scan, { form: 'titel', problems, values })
  }
  const saved = await asked.change(async (trx, log) => {
    const at = await askedPaper(asked, trx)
    requireChange(asked, at)
    if (!(await changePaper(trx, asked.district.id, { id: at.paper.id, version: data.version }, { title: data.titel })))
      return false
    await log(itemEvent('paper.changed', at.item, changedFields({ title: at.paper.title }, { title: data.titel })))
    return true
  })
  return saved ? done(asked, 'gemt') : answerClash(asked, values)
}

async function answerClash(asked: Asked, sent: Record<string, unknown>): Promise<Response> {
  const { paper, last } = await asked.read(async (trx) => {
    const at = await askedPaper(asked, trx)
    return { paper: at.paper, last: await findLastEntry(trx, asked.district.id, 'agendaItem', at.item.id) }
  })
  return showClash(asked, {
    title: paper.title,
    current: 'meetings',
    action: meetingPaths.paper(paper.id),
    cancel: meetingPaths.paper(paper.id),
    version: paper.version,
    last,
    sent,
    stored: { titel: paper.title },
    texts: [{ name: 'titel', logged: 'title', label: paperTexts[asked.lang].fields.titel }],
  })
}

/** Another upload of the same paper. The same bytes as those shown now are no new version. */
async function addUpload(asked: Asked, scan: ScanFile | null): Promise<Response> {
  const t = paperTexts[asked.lang]
  const before = await asked.read((trx) => askedPaper(asked, trx))
  requireChange(asked, before)
  const [file] = sentFiles((await asked.c.req.parseBody({ all: true }))['fil'])
  const refuse = (text: string) => showPaper(asked, scan, { form: 'udgave', problems: [{ field: 'fil', text }] })
  if (file === undefined) return refuse(t.chooseFile)
  const judged = await judgeUpload(file, scan, before.paper.openness === 'open' ? before.paper.title : null)
  await noteVirus(asked, before.item, judged)
  if ('fault' in judged)
    return refuse(judged.name === '' ? t.faults[judged.fault] : t.refused(judged.name, t.faults[judged.fault]))
  const isNew = await asked.change(async (trx, log) => {
    await lockPaper(trx, asked.district.id, before.paper.id)
    const at = await askedPaper(asked, trx)
    requireChange(asked, at)
    const sha256 = sha256Of(judged.made.bytes)
    if (at.paper.sha256 === sha256) return false
    // Opened while the file was examined: it has no copy for others yet.
    if (at.paper.openness === 'open' && judged.made.copy === null) throw new Conflict()
    const number = await addVersion(trx, asked.district.id, at.paper, judged.made, storerOf(asked))
    await log(
      itemEvent('paper.versionAdded', at.item, [
        { field: 'paper', before: at.paper.title, after: at.paper.title },
        ...changedFields(null, { number, file: judged.name, sha256 }),
      ]),
    )
    return true
  })
  return done(asked, isNew ? 'ny' : 'samme')
}

/** Takes a paper off the agenda, or puts it back as the last of its item. @throws Conflict */
async function setRemoved(asked: Asked, removed: boolean): Promise<Response> {
  const { data } = await asked.form(clickForm)
  const itemId = await asked.change(async (trx, log) => {
    const district = asked.district.id
    const at = await askedPaper(asked, trx)
    requireChange(asked, at)
    await lockItem(trx, district, at.item.id)
    const change = { removed_at: removed ? asked.now : null }
    if (!(await changePaper(trx, district, { id: at.paper.id, version: data?.version ?? -1 }, change)))
      throw new Conflict()
    const others = (await listPapersOfItem(trx, district, at.item.id)).filter(
      (one) => one.removedAt === null && one.id !== at.paper.id,
    )
    await orderPapers(trx, district, [...others.map(({ id }) => id), at.paper.id])
    await log(
      itemEvent(removed ? 'paper.removed' : 'paper.restored', at.item, [
        { field: 'paper', before: at.paper.title, after: at.paper.title },
      ]),
    )
    return at.item.id
  })
  return asked.goTo(meetingPaths.papers(itemId))
}

/** One paper: seeing it, and for those in charge changing, opening and removing it. */
export const paperRoutes = (parts: PaperParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      meetingPaths.paper(':id'),
      on('meetings.list', (asked) => showPaper(asked, parts.scan)),
    )
    .post(
      meetingPaths.paper(':id'),
      on('meetings.run', (asked) => saveTitle(asked, parts.scan)),
    )
    .post(
      meetingPaths.paperVersion(':id'),
      on('meetings.run', (asked) => addUpload(asked, parts.scan)),
    )
    .post(
      meetingPaths.closePaper(':id'),
      on('meetings.run', async (asked) => {
        const refused = await savePaperOpenness(asked)
        return refused === null ? done(asked, 'gemt') : showPaper(asked, parts.scan, refused)
      }),
    )
    .post(
      meetingPaths.removePaper(':id'),
      on('meetings.run', (asked) => setRemoved(asked, true)),
    )
    .post(
      meetingPaths.restorePaper(':id'),
      on('meetings.run', (asked) => setRemoved(asked, false)),
    )
}
