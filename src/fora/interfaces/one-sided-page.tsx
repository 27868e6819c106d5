import { Empty, Message, PageHead } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import type { Category } from '../register/choices-store.ts'
import { registerTexts } from '../register/texts.ts'
import { connectionColumns, type ConnectionRow } from './connection-cells.tsx'
import { networkTexts } from './network-texts.ts'

export const oneSidedKinds = ['oneSided', 'unmatched'] as const
export type OneSidedKind = (typeof oneSidedKinds)[number]

export interface OneSidedChoice {
  kind: OneSidedKind | null
  category: number | null
  words: string
}

/** The rows that pass the reader's choice. A category counts for either of the two fora. */
export const chosenRows = (
  rows: readonly ConnectionRow[],
  { kind, category, words }: OneSidedChoice,
): ConnectionRow[] => {
  const sought = words.toLocaleLowerCase('da')
  return rows.filter(
    (row) =>
      (kind === null || row.kind === kind) &&
      (category === null || row.source.categoryNumber === category || row.target.categoryNumber === category) &&
      [row.source.name, row.target.name, row.statement?.words ?? ''].some((text) =>
        text.toLocaleLowerCase('da').includes(sought),
      ),
  )
}

interface OneSidedPageProps {
  asked: Asked
  choice: OneSidedChoice
  rows: readonly ConnectionRow[]
  categories: readonly Category[]
}

const Found = ({ asked, choice, rows }: Omit<OneSidedPageProps, 'categories'>) => {
  const t = networkTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.oneSided)
  const query = { q: choice.words, kategori: choice.category, art: choice.kind, dato: asked.asOf }
  const shown = chosenRows(rows, choice)
  const found = chosenRows(rows, { ...choice, kind: null })
  const count = (kind: OneSidedKind) => found.filter((row) => row.kind === kind).length
  return (
    <Results id="snitflader" said={t.oneSidedCaption(shown.length)}>
      <Views
        label={t.oneSidedViews}
        views={[
          {
            label: t.toMend,
            count: found.length,
            href: withQuery(here, { ...query, art: null }),
            current: choice.kind === null,
          },
          ...oneSidedKinds.map((kind) => ({
            label: t.kinds[kind],
            count: count(kind),
            href: withQuery(here, { ...query, art: kind }),
            current: choice.kind === kind,
          })),
        ]}
      />
      {shown.length === 0 ? (
        rows.length === 0 ? (
          <Empty title={t.noneToMend}>
            <p>{t.noneToMendText}</p>
          </Empty>
        ) : (
          <Empty title={r.noneFound} actions={<a href={onDay(here, asked.asOf)}>{r.showAll}</a>}>
            <p>{r.noneFoundText}</p>
          </Empty>
        )
      ) : (
        <>
          <p class="sv-sm sv-2 sv-acts">
            <a href={withQuery(`${here}.csv`, query)}>{t.csv}</a>{' '}
            <a href={withQuery(`${here}.xlsx`, query)}>{t.xlsx}</a>
          </p>
          <Table caption={t.oneSidedCaption(shown.length)} columns={connectionColumns(asked, 'liste')} rows={shown} />
        </>
      )}
    </Results>
  )
}

/** Every interface that only one of the two names, or that names nobody in the register, with what mends it. */
export const OneSidedPage = ({ asked, choice, rows, categories }: OneSidedPageProps) => {
  const t = networkTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.oneSided)
  return (
    <Page
      frame={asked.frame}
      title={t.oneSidedTitle}
      current="fora"
      crumbs={[{ href: onDay(inDistrict(asked.district, foraPaths.list), asked.asOf), label: r.fora }]}
    >
      {asked.query('rettet') !== '' && (
        <Message kind="success" title={t.mended}>
          <p>{t.mendedText}</p>
        </Message>
      )}
      <PageHead
        title={t.oneSidedTitle}
        lead={t.oneSidedLead(
          rows.filter(({ kind }) => kind === 'oneSided').length,
          rows.filter(({ kind }) => kind === 'unmatched').length,
        )}
        actions={
          <a class="button button-secondary" href={onDay(inDistrict(asked.district, foraPaths.network), asked.asOf)}>
            {t.asNetwork}
          </a>
        }
      />
      <Filter
        action={here}
        label={t.oneSidedFind}
        results="snitflader"
        values={{ q: choice.words, kategori: choice.category }}
        hidden={Object.fromEntries(
          Object.entries({ art: choice.kind, dato: asked.asOf }).filter(
            (entry): entry is [string, OneSidedKind] => entry[1] !== null,
          ),
        )}
      >
        <Field name="q" type="search" label={t.search} width="full" />
        <Select
          name="kategori"
          label={t.category}
          empty={t.allCategories}
          choices={categories.map(({ number, name }) => ({
            value: String(number),
            label: `${String(number)}. ${name}`,
          }))}
        />
      </Filter>
      <Found asked={asked} choice={choice} rows={rows} />
    </Page>
  )
}
