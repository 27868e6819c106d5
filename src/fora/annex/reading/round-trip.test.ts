import { afterAll, describe, expect, test } from 'vitest'
import { readText } from '../../../documents/intake.ts'
import { closePdf } from '../../../documents/typst.ts'
import { annexJson } from '../print/data.ts'
import { annexDocx } from '../print/docx.ts'
import { exampleAnnex } from '../print/example.ts'
import { annexPdf } from '../print/pdf.ts'
import { readAnnexJson } from './json.ts'
import { annexFields } from './proposal.ts'
import type { AnnexProposal } from './proposal.ts'
import { readAnnex } from './read.ts'

const annex = exampleAnnex(45)
const printed = annex.categories.flatMap((category) =>
  category.entries.map((entry) => ({
    category: { number: category.number, name: category.name },
    name: entry.name,
    ...Object.fromEntries(
      annexFields.map((field) => [field, field === 'cadence' ? entry.cadence.words : entry[field]]),
    ),
  })),
)

const found = (proposal: AnnexProposal) =>
  proposal.fora.map((forum) => ({
    category: forum.category,
    name: forum.name.value,
    ...Object.fromEntries(annexFields.map((field) => [field, forum[field].value])),
  }))

const context = { municipalities: [] }

afterAll(() => {
  closePdf()
})

describe('the printed annex read again', () => {
  test('as a Word document it is the same', async () => {
    const { lines } = await readText(await annexDocx(annex), 'bilag.docx')
    expect(found(readAnnex(lines, context))).toEqual(printed)
  })

  test('as a PDF it is the same', async () => {
    const { lines } = await readText(await annexPdf(annex), 'bilag.pdf')
    expect(found(readAnnex(lines, context))).toEqual(printed)
  })

  test('as JSON it is the same', async () => {
    const { lines } = await readText(new TextEncoder().encode(annexJson(annex)), 'bilag.json')
    expect(found(readAnnexJson(lines.join('\n'), context))).toEqual(printed)
  })
})
