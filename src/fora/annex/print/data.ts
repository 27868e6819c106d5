import { toCsv } from '../../../documents/spreadsheet.ts'
import type { Column } from '../../../documents/spreadsheet.ts'
import { annexFields, changeWords, fieldLabels, fieldValue } from './document.ts'
import type { AnnexCategory, AnnexDocument, AnnexEntry, AnnexField } from './document.ts'

interface Row {
  category: AnnexCategory
  entry: AnnexEntry
}

const fieldColumn = (field: AnnexField): Column<Row> => ({
  title: fieldLabels[field],
  value: ({ entry }) => fieldValue(entry, field),
})

/** The annex as CSV for a Danish spreadsheet, one forum in each line. */
export const annexCsv = (document: AnnexDocument): string => {
  const rows = document.categories.flatMap((category) => category.entries.map((entry) => ({ category, entry })))
  const columns: Column<Row>[] = [
    { title: 'Nr.', value: ({ category }) => category.number },
    { title: 'Kategori', value: ({ category }) => category.name },
    { title: 'Forum', value: ({ entry }) => entry.name },
    ...annexFields.map(fieldColumn),
    { title: 'Møder om året, mindst', value: ({ entry }) => entry.cadence.min },
    { title: 'Møder om året, højst', value: ({ entry }) => entry.cadence.max },
    { title: 'Omfatter fora', value: ({ entry }) => entry.covers },
    { title: 'Siden sidst', value: ({ entry }) => changeWords(document, entry) },
  ]
  return toCsv(columns, rows)
}

/** The file's own format. A reader that meets a higher version than it knows refuses the file. */
export const annexJsonFormat = { format: 'samvirk-annex', version: 1 } as const

/** The annex as JSON, the form that loses nothing: what goes out can be read in again. */
export const annexJson = (document: AnnexDocument): string => {
  const { district, year, asOf, since, gone, categories } = document
  const fora = categories.flatMap((category) =>
    category.entries.map(({ name, cadence, ...entry }) => ({
      category: category.name,
      name,
      ...entry,
      cadence: { words: cadence.words, min: cadence.min, max: cadence.max },
    })),
  )
  const numbered = categories.map(({ number, name }) => ({ number, name }))
  const content = { ...annexJsonFormat, district, year, asOf, since, categories: numbered, fora, gone }
  return `${JSON.stringify(content, null, 2)}\n`
}
