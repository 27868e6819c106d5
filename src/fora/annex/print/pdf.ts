import { makePdf } from '../../../documents/typst.ts'
import template from './annex.typ?raw'
import {
  annexFields,
  annexTitle,
  categoryHeading,
  changeSummary,
  documentTitle,
  fieldLabels,
  fieldValue,
  noteLines,
  standLine,
} from './document.ts'
import type { AnnexDocument, AnnexEntry } from './document.ts'

/** About half a page; a longer forum may be parted, a shorter one is kept whole. */
const longEntry = 2200

const entryData = (document: AnnexDocument, entry: AnnexEntry) => {
  const marked = document.since !== null && entry.change === 'changed'
  const facts = annexFields.map((field) => ({
    label: fieldLabels[field],
    value: fieldValue(entry, field),
    changed: marked && entry.changedFields.includes(field),
  }))
  const length = facts.reduce((sum, { value }) => sum + value.length + 60 * value.split('\n').length, 0)
  return { name: entry.name, change: entry.change, notes: noteLines(document, entry), facts, long: length > longEntry }
}

const pdfData = (document: AnnexDocument) => ({
  title: documentTitle(document),
  heading: annexTitle,
  annex: 'Bilag 1. Oversigt over samarbejdsfora',
  district: document.district,
  year: String(document.year),
  stand: standLine(document),
  changes: changeSummary(document),
  categories: document.categories.map((category) => ({
    heading: categoryHeading(category),
    entries: category.entries.map((entry) => entryData(document, entry)),
  })),
})

/** The annex as PDF/UA-1 with table of contents and bookmarks. The same document gives the same bytes. */
export const annexPdf = (document: AnnexDocument): Promise<Uint8Array> =>
  makePdf({
    template,
    data: pdfData(document),
    timeLimitMs: 20_000,
    createdAt: new Date(`${document.asOf}T12:00:00Z`),
  })
