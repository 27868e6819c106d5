import { Hono } from 'hono'
import { z } from 'zod'
import { Conflict } from '../../base/errors.ts'
import { PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { addCategory, type CategoryRow, changeCategory, listCategoryRows, removeCategory } from './category-store.ts'
import { editTexts } from './edit-texts.ts'
import { freeText } from '../../web/free-text.ts'
import { registerTexts } from './texts.ts'

interface CategoriesPageProps {
  asked: Asked
  rows: readonly CategoryRow[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** The annex's categories in one form: number, name, and an empty line for a new one. */
const CategoriesPage = ({ asked, rows, values, problems = [] }: CategoriesPageProps) => {
  const t = editTexts[asked.lang]
  const list = inDistrict(asked.district, foraPaths.list)
  const stored = Object.fromEntries(
    rows.flatMap(({ id, number, name }) => [
      [`nummer-${id}`, String(number)],
      [`navn-${id}`, name],
    ]),
  )
  return (
    <Page
      frame={asked.frame}
      title={t.categories}
      current="fora"
      problems={problems}
      crumbs={[{ href: list, label: registerTexts[asked.lang].fora }]}
    >
      <PageHead title={t.categories} lead={t.categoriesLead} />
      <Form action={inDistrict(asked.district, foraPaths.categories)} values={values ?? stored} problems={problems}>
        {rows.map(({ id, version }) => (
          <input type="hidden" name={`version-${id}`} value={String(version)} />
        ))}
        {rows.length > 0 && (
          <div class="sv-bare">
            <Table
              caption={t.categoriesCaption}
              captionHidden
              rows={rows}
              columns={[
                {
                  key: 'name',
                  label: t.categoryName,
                  cell: ({ id, number }) => (
                    <Field name={`navn-${id}`} label={`${t.categoryName}, ${String(number)}`} />
                  ),
                },
                {
                  key: 'number',
                  label: t.number,
                  cell: ({ id, name }) => (
                    <Field name={`nummer-${id}`} label={`${t.number}, ${name}`} inputmode="numeric" width="short" />
                  ),
                },
                {
                  key: 'fora',
                  label: t.foraCount,
                  numeric: true,
                  cell: ({ id, name, fora }) =>
                    fora > 0 ? (
                      String(fora)
                    ) : (
                      <button class="sv-link" type="submit" name="slet" value={id}>
                        {t.deleteCategory}
                        <span class="sr-only">{`: ${name}`}</span>
                      </button>
                    ),
                },
              ]}
            />
          </div>
        )}
        <h2>{t.addCategory}</h2>
        <Field name="navn" label={t.newCategory} />
        <Field
          name="nummer"
          label={t.number}
          inputmode="numeric"
          width="short"
          value={String(Math.max(0, ...rows.map(({ number }) => number)) + 1)}
        />
        <Buttons submit={t.saveCategories} cancel={{ href: list }} />
      </Form>
    </Page>
  )
}

interface SentCategory {
  row: CategoryRow | null
  number: number
  name: string
}

const numberText = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
  .pipe(z.number().positive())

/** The lines of the form, checked: a whole number and a name each, and no number twice. */
function readLines(asked: Asked, values: Record<string, unknown>, rows: readonly CategoryRow[]) {
  const t = editTexts[asked.lang]
  const problems: Problem[] = []
  const lines: SentCategory[] = []
  const read = (row: CategoryRow | null, ending: string) => {
    const name = freeText(asked.lang, 200).safeParse(values[`navn${ending}`] ?? '')
    const number = numberText.safeParse(values[`nummer${ending}`])
    if (row === null && name.data === '') return
    if (!name.success) problems.push({ field: `navn${ending}`, text: name.error.issues[0]?.message ?? t.nameMissing })
    else if (name.data === '') problems.push({ field: `navn${ending}`, text: t.nameMissing })
    if (!number.success) problems.push({ field: `nummer${ending}`, text: t.numberWrong })
    else if (lines.some((line) => line.number === number.data))
      problems.push({ field: `nummer${ending}`, text: t.numberTaken })
    if (name.success && number.success) lines.push({ row, name: name.data, number: number.data })
  }
  for (const row of rows) {
    // A category that came after the form was opened is not in it.
    if (`version-${row.id}` in values) read(row, `-${row.id}`)
    else lines.push({ row, number: row.number, name: row.name })
  }
  read(null, '')
  return { lines, problems }
}

/** The annex's categories. */
export const categoryRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.categories,
      on('forum.edit', async (asked) =>
        asked.page(
          <CategoriesPage asked={asked} rows={await asked.read((trx) => listCategoryRows(trx, asked.district.id))} />,
        ),
      ),
    )
    .post(
      foraPaths.categories,
      on('forum.edit', async (asked) => {
        const { values } = await asked.form(z.unknown())
        const rows = await asked.read((trx) => listCategoryRows(trx, asked.district.id))
        const subject = (id: string, name: string) => ({ subjectKind: 'category', subjectId: id, subjectName: name })
        const removed = rows.find(({ id, fora }) => id === values['slet'] && fora === 0)
        if (removed !== undefined) {
          await asked.change(async (trx, log) => {
            if (await removeCategory(trx, asked.district.id, removed.id))
              await log({ action: 'category.removed', ...subject(removed.id, removed.name) })
          })
          return asked.goTo(foraPaths.categories)
        }
        const { lines, problems } = readLines(asked, values, rows)
        const stale = rows.some(
          ({ id, version }) => `version-${id}` in values && values[`version-${id}`] !== String(version),
        )
        if (stale)
          return asked.page(
            <CategoriesPage
              asked={asked}
              rows={rows}
              problems={[{ field: 'navn', text: editTexts[asked.lang].categoriesStale }]}
            />,
            409,
          )
        if (problems.length > 0)
          return asked.page(<CategoriesPage asked={asked} rows={rows} values={values} problems={problems} />, 422)
        await asked.change(async (trx, log) => {
          for (const { row, number, name } of lines) {
            if (row === null) {
              const id = await addCategory(trx, asked.district.id, number, name)
              await log({
                action: 'category.added',
                ...subject(id, name),
                changes: [{ field: 'number', before: null, after: String(number) }],
              })
            } else if (row.number !== number || row.name !== name) {
              if (!(await changeCategory(trx, asked.district.id, { ...row, number, name }))) throw new Conflict()
              await log({
                action: 'category.changed',
                ...subject(row.id, name),
                changes: [
                  { field: 'number', before: String(row.number), after: String(number) },
                  { field: 'name', before: row.name, after: name },
                ].filter(({ before, after }) => before !== after),
              })
            }
          }
        })
        return asked.goTo(foraPaths.categories)
      }),
    )
}
