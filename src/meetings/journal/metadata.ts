import { dayOf } from '../../base/time.ts'
import type { ArchiveFault } from '../../documents/archive.ts'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import type { MinutesFacts } from '../minutes/minutes-store.ts'
import { isSeen, type Minutes } from '../minutes/rules.ts'
import type { Paper } from '../papers/paper-store.ts'
import { itemNumber } from '../rules.ts'

/** A file of the export. */
export interface JournalFile {
  name: string
  title: string
  mediaType: string
  /** `made` by the program, the `original` as it was handed in, or a `rendition` of one. */
  form: 'made' | 'original' | 'rendition'
  /** The level of PDF/A, such as `2a`; null for what is not. */
  pdfA: string | null
  /** Why it is not PDF/A; `rendered` for an original that has a rendition. */
  reason: ArchiveFault | 'rendered' | null
  /** The name of the original that a rendition shows. */
  renditionOf: string | null
  sha256: string
  size: number
}

/** The file that stands for a paper, and the original where that is a rendition. */
export interface PaperFiles {
  main: JournalFile
  original: JournalFile | null
}

/** Everything an export is made of, in what the exporter may see. */
export interface JournalView {
  district: { id: string; name: string }
  meeting: Meeting
  facts: MinutesFacts
  minutes: Minutes
  items: readonly Item[]
  papers: readonly Paper[]
  /** The numbers of items that the exporter is kept out of. */
  withheld: readonly number[]
}

/** Metadata is a tree of these; what is null is left out of the XML and stands as null in the JSON. */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value }

const dayOrNull = (at: Date | null): string | null => (at === null ? null : dayOf(at))

const meetingData = ({ meeting, facts }: JournalView): Value => ({
  id: meeting.id,
  title: nameOfMeeting(meeting, 'da'),
  forum: meeting.forumName,
  forumId: meeting.forumId,
  kind: meeting.kind,
  number: meeting.number,
  date: meeting.onDay,
  starts: meeting.starts,
  ends: meeting.ends,
  place: meeting.place,
  caseNumber: meeting.caseNumber,
  kleNumber: meeting.kleNumber,
  state: meeting.state,
  openness: meeting.openness,
  publishedTo: meeting.publishedTo,
  summonedOn: dayOrNull(meeting.summonedAt),
  circulatedOn: dayOrNull(meeting.circulatedAt),
  approvedOn: dayOrNull(meeting.approvedAt),
  approvedHow: facts.approvedHow,
  approvalNote: facts.approvalNote,
  publishedOn: dayOrNull(meeting.publishedAt),
})

const fileData = ({ name, title, form, pdfA, reason, renditionOf, mediaType, size, sha256 }: JournalFile) => ({
  name,
  title,
  form,
  pdfA: pdfA !== null,
  pdfALevel: pdfA,
  reason,
  renditionOf,
  mediaType,
  size,
  sha256,
})

const paperData = (paper: Paper, files: PaperFiles | undefined): Value => ({
  title: paper.title,
  openness: paper.openness,
  ground: paper.ground,
  reviewOn: paper.reviewOn,
  version: paper.number,
  originalName: paper.name,
  file: files?.main.name ?? null,
  form: files?.main.form ?? null,
  pdfA: (files?.main.pdfA ?? null) !== null,
  originalFile: files === undefined ? null : (files.original ?? files.main).name,
  mediaType: paper.mediaType,
  size: paper.size,
  sha256: paper.sha256,
})

const itemData = (view: JournalView, item: Item, filesOf: (paper: Paper) => PaperFiles | undefined): Value => {
  const noted = view.minutes.entries.filter(isSeen).find(({ id }) => id === item.id)
  return {
    number: itemNumber(view.meeting.firstItemNumber, item.position),
    title: item.title,
    kind: item.kind,
    section: item.section,
    presenter: item.presenter,
    openness: item.openness,
    ground: item.ground,
    reviewOn: item.reviewOn,
    concerns: item.concerns,
    outcome: item.outcome,
    decision: item.decision,
    discussion: item.discussion,
    statements: noted?.statements.map(({ municipality, stand, remark }) => ({ municipality, stand, remark })) ?? [],
    votes: noted?.votes.map(({ name, vote }) => ({ name, vote })) ?? [],
    actionPoints: view.minutes.tasks
      .filter(({ itemId }) => itemId === item.id)
      .map(({ title, owner, dueOn }) => ({ title, owner, dueOn })),
    papers: view.papers.filter(({ itemId }) => itemId === item.id).map((paper) => paperData(paper, filesOf(paper))),
  }
}

/** What the journal is told of a meeting. docs/journal.md describes every field. */
export const metadataOf = (
  view: JournalView,
  files: readonly JournalFile[],
  filesOf: (paper: Paper) => PaperFiles | undefined,
): Readonly<Record<string, Value>> => ({
  format: 'samvirk-journal',
  formatVersion: 1,
  district: { id: view.district.id, name: view.district.name },
  meeting: meetingData(view),
  complete: view.withheld.length === 0,
  withheldItems: view.withheld,
  attendance: view.minutes.attendance.map(({ name, label, capacity, deputyFor, status, itemNumber: item }) => ({
    name,
    label,
    capacity,
    deputyFor,
    status,
    item,
  })),
  items: view.items.map((item) => itemData(view, item, filesOf)),
  addenda: view.minutes.addenda.map(({ number, itemNumber: item, words, openness, by, at }) => ({
    number,
    item,
    words,
    openness,
    by,
    addedOn: dayOf(at),
  })),
  files: files.map(fileData),
})
