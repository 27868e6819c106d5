/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   Safari drops the roles of table elements whose display is changed, so a table that folds states them. */
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useTexts } from './frame-context.ts'
import { Icon } from './icon.tsx'

export interface Column<Row> {
  readonly key: string
  readonly label: string
  /** A shorter label for narrow screens, where every cell carries its own. */
  readonly short?: string
  readonly sortable?: boolean
  /** Counts stand to the right under a head to the right. */
  readonly numeric?: boolean
  /** What stands in the cell. Null leaves it out on narrow screens, so write words where silence would mislead. */
  readonly cell: (row: Row) => Child
}

export interface Sort {
  readonly key: string
  readonly descending: boolean
  /** The same page, sorted by a column. */
  readonly href: (key: string, descending: boolean) => string
}

interface TableProps<Row> {
  /** Text only: a link in a caption breaks the roles of a folded table. */
  readonly caption: string
  /** True where the heading above already says the same. */
  readonly captionHidden?: boolean
  /** The first column names the row. */
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly sort?: Sort
  /** Id of a row, so that a link can lead to it. */
  readonly rowId?: (row: Row) => string
}

/**
 * A captioned table that folds to label and value on narrow screens.
 * It carries its roles itself, because browsers drop them when `display` changes.
 */
export const Table = <Row,>({ caption, captionHidden, columns, rows, sort, rowId }: TableProps<Row>) => (
  <Frame
    look="sv-fold"
    caption={caption}
    captionHidden={captionHidden}
    heads={columns.map((column) => (
      <Head column={column} sort={sort} />
    ))}
  >
    {rows.map((row) => (
      <tr role="row" id={rowId?.(row)}>
        {columns.map((column, index) => (
          <Cell column={column} row={row} first={index === 0} />
        ))}
      </tr>
    ))}
  </Frame>
)

interface FrameProps {
  readonly look: 'sv-fold' | 'sv-month'
  readonly caption: string
  readonly captionHidden?: boolean | undefined
  /** The cells of the head. */
  readonly heads: readonly Child[]
}

const Frame = ({ look, caption, captionHidden, heads, children }: PropsWithChildren<FrameProps>) => (
  <div class="sv-scroll">
    <table class={`sv-t ${look}`} role="table">
      <caption class={captionHidden ? 'sr-only' : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">{heads}</tr>
      </thead>
      <tbody role="rowgroup">{children}</tbody>
    </table>
  </div>
)

export interface GridCell {
  readonly content: Child
  readonly class?: string | undefined
  /** True for the cell of today. */
  readonly today?: boolean
}

interface GridProps {
  readonly caption: string
  /** Of every column, the heads of the rows first. */
  readonly heads: readonly string[]
  readonly rows: readonly { readonly head: Child; readonly cells: readonly GridCell[] }[]
}

/** A month in weeks and days, which becomes a list of days on narrow screens. */
export const Grid = ({ caption, heads, rows }: GridProps) => (
  <Frame
    look="sv-month"
    caption={caption}
    heads={heads.map((head) => (
      <th scope="col" role="columnheader">
        {head}
      </th>
    ))}
  >
    {rows.map(({ head, cells }) => (
      <tr role="row">
        <th scope="row" role="rowheader">
          {head}
        </th>
        {cells.map((cell) => (
          <td role="cell" class={cell.class} aria-current={cell.today ? 'date' : undefined}>
            {cell.content}
          </td>
        ))}
      </tr>
    ))}
  </Frame>
)

interface HeadProps<Row> {
  readonly column: Column<Row>
  readonly sort: Sort | undefined
}

const Head = <Row,>({ column, sort }: HeadProps<Row>) => {
  const chosen = sort?.key === column.key
  const direction = sort?.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      role="columnheader"
      class={column.numeric ? 'sv-n' : undefined}
      aria-sort={chosen ? direction : undefined}
    >
      {column.sortable && sort ? (
        <a href={sort.href(column.key, chosen && !sort.descending)}>
          {column.label}
          {chosen && <Icon name={sort.descending ? 'down' : 'up'} />}
        </a>
      ) : (
        column.label
      )}
    </th>
  )
}

interface CellProps<Row> {
  readonly column: Column<Row>
  readonly row: Row
  readonly first: boolean
}

const Cell = <Row,>({ column, row, first }: CellProps<Row>) => {
  const content = column.cell(row)
  if (first) {
    return (
      <th scope="row" role="rowheader">
        {content}
      </th>
    )
  }
  const empty = content === null || content === undefined || content === false || content === ''
  return (
    <td role="cell" class={column.numeric ? 'sv-n' : undefined} data-title={column.short ?? column.label}>
      {empty ? null : <div>{content}</div>}
    </td>
  )
}

interface PagerProps {
  readonly page: number
  readonly pages: number
  readonly href: (page: number) => string
}

/** Links to the pages of a list: the first, the last and those around this one. Nothing when there is only one. */
export const Pager = ({ page, pages, href }: PagerProps) => {
  const texts = useTexts()
  if (pages <= 1) return null
  const shown = Array.from({ length: pages }, (_, index) => index + 1).filter(
    (number) => number === 1 || number === pages || Math.abs(number - page) <= 2,
  )
  return (
    <nav class="pagination" aria-label={texts.pages}>
      <ul class="nobullet-list no-max-width sv-row">
        {page > 1 && (
          <li>
            <a href={href(page - 1)} rel="prev">
              {texts.previousPage}
            </a>
          </li>
        )}
        {shown.map((number, index) => (
          <>
            {index > 0 && number - (shown[index - 1] ?? 0) > 1 && <li aria-hidden="true">…</li>}
            {number === page ? (
              <li aria-current="page">
                <b>{texts.page(number)}</b>
              </li>
            ) : (
              <li>
                <a href={href(number)} aria-label={texts.page(number)}>
                  {number}
                </a>
              </li>
            )}
          </>
        ))}
        {page < pages && (
          <li>
            <a href={href(page + 1)} rel="next">
              {texts.nextPage}
            </a>
          </li>
        )}
      </ul>
    </nav>
  )
}
