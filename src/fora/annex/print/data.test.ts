import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { annexCsv, annexJson } from './data.ts'
import { annexFields, changeWords, fieldLabels, fieldValue } from './document.ts'
import { exampleAnnex, hostileEntry } from './example.ts'

const annex = exampleAnnex(45)
const entries = annex.categories.flatMap((category) => category.entries.map((entry) => ({ category, entry })))

describe('the annex as CSV', () => {
  const read = (csv: string) => parse(csv, { bom: true, delimiter: ';', columns: true })

  test('holds every field of every forum', () => {
    const rows = read(annexCsv(annex))
    expect(rows).toEqual(
      entries.map(({ category, entry }) => ({
        'Nr.': String(category.number),
        Kategori: category.name,
        Forum: entry.name,
        ...Object.fromEntries(annexFields.map((field) => [fieldLabels[field], fieldValue(entry, field)])),
        'Møder om året, mindst': String(entry.cadence.min ?? ''),
        'Møder om året, højst': String(entry.cadence.max ?? ''),
        'Omfatter fora': String(entry.covers),
        'Siden sidst': changeWords(annex, entry) ?? '',
      })),
    )
  })

  test('a formula written by a user stays text', () => {
    const csv = annexCsv(exampleAnnex(0, [{ ...hostileEntry, topic: '=1+1', purpose: 'to\nlinjer; "og" mere' }]))
    expect(read(csv)).toMatchObject([{ Emne: "'=1+1", 'Formål/målsætning': 'to\nlinjer; "og" mere' }])
  })
})

describe('the annex as JSON', () => {
  const text = z.string()
  const bound = z.number().nullable()
  const shape = z.strictObject({
    format: z.literal('samvirk-annex'),
    version: z.literal(1),
    district: text,
    year: z.int(),
    asOf: z.iso.date(),
    since: z.iso.date().nullable(),
    categories: z.array(z.strictObject({ number: z.int(), name: text })),
    fora: z.array(
      z.strictObject({
        category: text,
        name: text,
        topic: text,
        legalBasis: text,
        purpose: text,
        actionPlans: text,
        interfaces: text,
        participants: text,
        cadence: z.strictObject({ words: text, min: bound, max: bound }),
        covers: z.int().min(1),
        change: z.enum(['new', 'changed', 'same']),
        changedFields: z.array(z.enum(annexFields)),
      }),
    ),
    gone: z.array(z.strictObject({ name: text, reason: text.nullable() })),
  })

  test('has the documented shape and loses nothing', () => {
    const file = shape.parse(JSON.parse(annexJson(annex)))
    expect(file.fora).toEqual(entries.map(({ category, entry }) => ({ category: category.name, ...entry })))
    expect(file.categories).toEqual(annex.categories.map(({ number, name }) => ({ number, name })))
    expect(file.gone).toEqual(annex.gone)
  })
})
