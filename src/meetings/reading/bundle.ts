import { longDay } from '../../base/language.ts'
import { isPictureKind, kindOfMedia } from '../../documents/file-kinds.ts'
import { readFile, type StoredFile } from '../../documents/file-store.ts'
import { isolated } from '../../documents/intake/isolated.ts'
import { IntakeRefusal } from '../../documents/intake/refusal.ts'
import type { JoinPart } from '../../documents/intake/tasks.ts'
import { jpegPicture, previewPicture } from '../../documents/pictures.ts'
import { makePdf } from '../../documents/typst.ts'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Item } from '../agenda/item-store.ts'
import { describeMeeting, nameOfMeeting } from '../meeting/wording.ts'
import { aboutPaper, papersByItem } from '../papers/paper-list.tsx'
import type { Paper } from '../papers/paper-store.ts'
import { paperTexts } from '../papers/texts.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { CannotJoin } from './bundle-problem.ts'
import template from './bundle.typ?raw'
import type { Reading } from './reading-page.tsx'
import { readingTexts } from './texts.ts'

/** Bytes of all papers that one joined file is made of. */
const mostJoined = 80 * 1024 * 1024
const timeLimitMs = 30_000

/** The file of each paper as the reader may have it: the file itself, else the copy for others. One transaction. */
const readableFiles = (asked: Asked, papers: readonly Paper[], asPicture: boolean): Promise<Map<string, StoredFile>> =>
  asked.read(async (trx) => {
    const found = new Map<string, StoredFile>()
    for (const paper of papers) {
      const ids = asPicture ? [paper.previewFileId, paper.publicFileId] : [paper.fileId, paper.publicFileId]
      for (const id of ids) {
        const file = id === null ? undefined : await readFile(trx, asked.district.id, id)
        if (file !== undefined) {
          found.set(paper.id, file)
          break
        }
      }
    }
    return found
  })

const isPicture = (paper: Paper): boolean => isPictureKind(kindOfMedia(paper.mediaType))

/** Pictures as Typst is given them, by name. */
const picturesOf = async (asked: Asked, papers: readonly Paper[]): Promise<Map<string, Uint8Array>> => {
  const pictures = new Map<string, Uint8Array>()
  for (const [id, file] of await readableFiles(asked, papers.filter(isPicture), true))
    pictures.set(`${id}.webp`, file.mediaType === 'image/webp' ? file.bytes : await previewPicture(file.bytes))
  return pictures
}

const headingOf = ({ meeting }: Reading, item: Item): string =>
  `${String(itemNumber(meeting.firstItemNumber, item.position))}. ${item.title}`

const paperData = (
  asked: Asked,
  paper: Paper,
  base: string,
  { pictures = new Map(), apart = false }: { pictures?: ReadonlyMap<string, Uint8Array>; apart?: boolean } = {},
) => ({
  title: paper.title,
  about: [
    aboutPaper(paper, asked.lang),
    ...(paper.openness === 'closed' ? [paperTexts[asked.lang].closed] : []),
    ...(apart ? [readingTexts[asked.lang].apart] : []),
  ].join(', '),
  href: `${base}${inDistrict(asked.district, meetingPaths.paper(paper.id))}`,
  picture: pictures.has(`${paper.id}.webp`) ? `/${paper.id}.webp` : null,
})

const itemData = (asked: Asked, reading: Reading, item: Item, papers: readonly unknown[]) => {
  const t = readingTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const facts = [
    words.clock(itemStarts(reading.meeting.starts, item)),
    words.itemKinds[item.kind],
    item.minutes > 0 ? words.minutes(item.minutes) : '',
    item.presenter,
    item.openness === 'closed' ? words.itemOpenness.closed : '',
  ]
  const parts = [
    { label: t.case, words: item.body },
    { label: t.concerns, words: item.concerns },
    { label: t.recommendation, words: item.recommendation },
  ]
  return {
    number: itemNumber(reading.meeting.firstItemNumber, item.position),
    heading: headingOf(reading, item),
    facts: facts.filter((fact) => fact !== '').join(', '),
    parts: parts.filter((part) => part.words !== ''),
    papers,
    line: '',
  }
}

const noneMissing: readonly { title: string; why: string }[] = []

/** The day is printed, so the same state has the same bytes all day. */
const noonOf = ({ today }: Asked): Date => new Date(`${today}T12:00:00Z`)

/** What every document of a meeting begins with. */
const head = (asked: Asked, { meeting }: Reading, title: string) => {
  const t = readingTexts[asked.lang]
  const name = nameOfMeeting(meeting, asked.lang)
  return {
    lang: asked.lang,
    title: `${title}: ${name}`,
    kind: title,
    name,
    about: `${longDay(meeting.onDay, asked.lang)}. ${describeMeeting(meeting, asked.lang)}`,
    district: asked.district.name,
    printed: t.printed(longDay(asked.today, asked.lang)),
    page: t.page,
    of: t.of,
    papersLabel: t.papers,
    missingLabel: t.notIncluded,
    missing: noneMissing,
    bookmarked: true,
  }
}

/** The agenda itself as PDF/UA-1. Papers that are neither in it nor `included` after it are said to be apart. */
async function agendaPdf(
  asked: Asked,
  reading: Reading,
  base: string,
  { pictures, included }: { pictures: ReadonlyMap<string, Uint8Array>; included: readonly Paper[] },
): Promise<Uint8Array> {
  const t = readingTexts[asked.lang]
  const papersOf = papersByItem(reading.papers)
  const items = reading.items.map((item) => {
    const papers = papersOf(item).map((paper) =>
      paperData(asked, paper, base, { pictures, apart: !isPicture(paper) && !included.includes(paper) }),
    )
    return itemData(asked, reading, item, papers)
  })
  const seen = new Set(items.map(({ number }) => number))
  const unseen = reading.closed
    .filter(({ number }) => !seen.has(number))
    .map(({ number, ground }) => ({
      number,
      heading: '',
      facts: '',
      parts: [],
      papers: [],
      line: t.closedHere(number, ground),
    }))
  const all = [...items, ...unseen].toSorted((a, b) => a.number - b.number)
  return makePdf({
    template,
    data: { ...head(asked, reading, t.bundleTitle), items: all },
    files: Object.fromEntries(pictures),
    timeLimitMs,
    createdAt: noonOf(asked),
  })
}

const partOf = async (paper: Paper, chapter: string, file: StoredFile): Promise<JoinPart> =>
  isPicture(paper)
    ? { chapter, title: paper.title, kind: 'jpg', bytes: await jpegPicture(file.bytes) }
    : { chapter, title: paper.title, kind: 'pdf', bytes: file.bytes }

/** The list that stands in front of joined papers: what is in the file, and what is not. */
const frontPage = (asked: Asked, reading: Reading, included: readonly Paper[], base: string): Promise<Uint8Array> => {
  const t = readingTexts[asked.lang]
  const papersOf = papersByItem(included)
  const missing = reading.papers
    .filter((paper) => !included.includes(paper))
    .map((paper) => ({ title: `${paper.title} (${aboutPaper(paper, asked.lang)})`, why: t.openToRead }))
  const items = reading.items.map((item) => ({
    ...itemData(
      asked,
      reading,
      item,
      papersOf(item).map((paper) => paperData(asked, paper, base)),
    ),
    parts: [],
  }))
  return makePdf({
    template,
    data: {
      ...head(asked, reading, t.allTitle),
      items: items.filter(({ papers }) => papers.length > 0),
      missing,
      bookmarked: false,
    },
    timeLimitMs,
    createdAt: noonOf(asked),
  })
}

interface Joining {
  title: string
  /** Makes what stands in front, which names the papers that follow. */
  front: (included: readonly Paper[]) => Promise<Uint8Array>
  chapterOf: (item: Item) => string
}

const joinPapers = async (
  asked: Asked,
  { meeting, items }: Reading,
  joinable: readonly Paper[],
  { title, front, chapterOf }: Joining,
): Promise<Uint8Array> => {
  const files = await readableFiles(asked, joinable, false)
  const chapters = new Map(items.map((item) => [item.id, chapterOf(item)]))
  const join = async (papers: readonly Paper[]): Promise<Uint8Array> => {
    const first = await front(papers)
    if (papers.length === 0) return first
    const parts: JoinPart[] = [{ chapter: '', title, kind: 'pdf', bytes: first }]
    for (const paper of papers) {
      const file = files.get(paper.id)
      if (file !== undefined) parts.push(await partOf(paper, chapters.get(paper.itemId) ?? '', file))
    }
    const { bytes, skipped } = await isolated(
      'join',
      { title: `${title}: ${nameOfMeeting(meeting, asked.lang)}`, lang: asked.lang, parts },
      // Visitors do not stand in the way of those who put files in.
      { milliseconds: timeLimitMs, beside: asked.actor.accountId === null },
    )
    // A paper that cannot be opened is named in front, which must then be made anew.
    return skipped.length === 0 ? bytes : join(papers.filter((_, index) => !skipped.includes(index + 1)))
  }
  return join(joinable.filter(({ id }) => files.has(id)))
}

const isPdf = (paper: Paper): boolean => kindOfMedia(paper.mediaType) === 'pdf'
const bytesOf = (papers: readonly Paper[]): number => papers.reduce((sum, { size }) => sum + size, 0)

/**
 * The whole agenda and its papers in one tagged PDF with bookmarks: items with their cases and recommendations, pictures as
 * they are, the pages of papers that are PDFs, and links to the others; only what the reader may see. Papers that are too
 * much for one file are linked to. @throws PdfTooSlow
 */
export async function bundlePdf(asked: Asked, reading: Reading, base: string): Promise<Uint8Array> {
  const t = readingTexts[asked.lang]
  const pictures = await picturesOf(asked, reading.papers)
  const front = (included: readonly Paper[]) => agendaPdf(asked, reading, base, { pictures, included })
  const pdfs = reading.papers.filter(isPdf)
  if (bytesOf(pdfs) > mostJoined) return front([])
  const chapterOf = (item: Item) => `${t.papers}: ${headingOf(reading, item)}`
  try {
    return await joinPapers(asked, reading, pdfs, { title: t.bundleTitle, front, chapterOf })
  } catch (error) {
    if (error instanceof IntakeRefusal) return front([])
    throw error
  }
}

/**
 * All papers that are PDFs or pictures in one tagged file, with a bookmark for each item and paper; only what the reader may
 * see. What cannot be joined is named on the first page. @throws CannotJoin, PdfTooSlow, IntakeRefusal
 */
export async function joinedPapers(asked: Asked, reading: Reading, base: string): Promise<Uint8Array> {
  const joinable = reading.papers.filter((paper) => isPicture(paper) || isPdf(paper))
  if (bytesOf(joinable) > mostJoined) throw new CannotJoin('tooMuch')
  return joinPapers(asked, reading, joinable, {
    title: readingTexts[asked.lang].allTitle,
    front: (included) => {
      if (included.length === 0) throw new CannotJoin('noPapers')
      return frontPage(asked, reading, included, base)
    },
    chapterOf: (item) => headingOf(reading, item),
  })
}
