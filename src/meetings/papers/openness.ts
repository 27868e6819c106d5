import { Conflict } from '../../base/errors.ts'
import { changedFields } from '../../audit/store.ts'
import { kindOfMedia } from '../../documents/file-kinds.ts'
import { readFile } from '../../documents/file-store.ts'
import { publicCopy } from '../../documents/public-copy.ts'
import { readDate } from '../../web/date-field.ts'
import type { Asked } from '../../web/request.ts'
import { closingProblem } from '../agenda/rules.ts'
import { listGrounds } from '../agenda/backlog-store.ts'
import { askedPaper } from './find.ts'
import { opennessForm } from './forms.ts'
import { itemEvent } from './list-routes.tsx'
import type { Refused } from './paper-page.tsx'
import { changePaper, type Paper, setPublicCopy } from './paper-store.ts'
import { paperTexts } from './texts.ts'
import { faultOf } from './upload.ts'

/** The copy that others are given, made outside any transaction because it may take its time; or why it cannot be made. */
const makeCopy = async (asked: Asked, paper: Paper): Promise<Uint8Array | 'same' | { why: string }> => {
  const t = paperTexts[asked.lang]
  const file = await asked.read((trx) => readFile(trx, asked.district.id, paper.fileId))
  if (file === undefined) throw new Conflict()
  try {
    return (await publicCopy(file.bytes, kindOfMedia(paper.mediaType), paper.title)) ?? 'same'
  } catch (error) {
    const fault = faultOf(error)
    if (fault === null) throw error
    return { why: `${t.notOpened} ${t.faults[fault]}` }
  }
}

const fieldOfProblem = {
  noGround: 'grund',
  noReview: 'eftersyn',
  reviewPast: 'eftersyn',
  reviewFar: 'eftersyn',
} as const

const readOpenness = async (asked: Asked) => {
  const t = paperTexts[asked.lang]
  const { data, values, problems } = await asked.form(opennessForm(asked.lang))
  const day = readDate(values, 'eftersyn')
  const refused = (field: string, text: string): Refused => ({ form: 'aabenhed', problems: [{ field, text }], values })
  if (data === null) return { refused: { form: 'aabenhed', problems, values } satisfies Refused }
  if (data.aabenhed === 'open')
    return { data: { openness: data.aabenhed, ground: null, review: null, version: data.version }, values }
  if (day === 'bad') return { refused: refused('eftersyn', t.problems.day) }
  const wrong = closingProblem({ openness: 'closed', groundId: data.grund, reviewOn: day, today: asked.today })
  if (wrong !== null) return { refused: refused(fieldOfProblem[wrong], t.problems[wrong]) }
  return { data: { openness: data.aabenhed, ground: data.grund, review: day, version: data.version }, values }
}

/**
 * Opens or closes a paper as the form says. Opening makes the copy that others are given; a paper that cannot be cleaned
 * cannot be opened. Returns what was wrong; `stale` when the paper was changed meanwhile.
 */
export async function savePaperOpenness(asked: Asked): Promise<Refused | null> {
  const t = paperTexts[asked.lang]
  const before = await asked.read((trx) => askedPaper(asked, trx))
  asked.require('meetings.run', { forumId: before.item.forumId })
  const read = await readOpenness(asked)
  if (read.refused !== undefined) return read.refused
  const { data, values } = read
  const copy = data.openness === 'open' ? await makeCopy(asked, before.paper) : null
  if (copy !== null && typeof copy === 'object' && 'why' in copy)
    return { form: 'aabenhed', problems: [{ field: 'aabenhed', text: copy.why }], values }
  return asked.change(async (trx, log) => {
    const district = asked.district.id
    const { item, paper } = await askedPaper(asked, trx)
    asked.require('meetings.run', { forumId: item.forumId })
    const grounds = await listGrounds(trx, district, paper.groundId)
    const ground = grounds.find(({ id }) => id === data.ground)?.name ?? null
    if (data.ground !== null && ground === null)
      return { form: 'aabenhed', problems: [{ field: 'grund', text: t.problems.noGround }], values }
    const stale = {
      form: 'aabenhed',
      problems: [{ field: 'aabenhed', text: t.changedMeanwhile }],
      values,
      stale: true,
    } as const
    if (paper.number !== before.paper.number) return stale
    const change = { openness: data.openness, ground_id: data.ground, review_on: data.review }
    if (!(await changePaper(trx, district, { id: paper.id, version: data.version }, change))) return stale
    if (copy !== null) await setPublicCopy(trx, district, paper, copy, asked.actor.accountId ?? '')
    await log(
      itemEvent(data.openness === 'open' ? 'paper.opened' : 'paper.closed', item, [
        { field: 'paper', before: paper.title, after: paper.title },
        ...changedFields(
          { itemOpenness: paper.openness, ground: paper.ground, reviewOn: paper.reviewOn },
          { itemOpenness: data.openness, ground, reviewOn: data.review },
        ),
      ]),
    )
    return null
  })
}
