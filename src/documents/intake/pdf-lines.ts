/** One piece of text where it stands on its page, in points from the lower left corner. */
export interface PlacedText {
  text: string
  x: number
  y: number
  width: number
  size: number
}

interface Row {
  y: number
  size: number
  x: number
  text: string
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Pieces on one base line, allowing for raised and lowered characters. */
const grouped = (items: readonly PlacedText[]): PlacedText[][] => {
  const rows: PlacedText[][] = []
  for (const item of items.toSorted((a, b) => b.y - a.y || a.x - b.x)) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(first.y - item.y) < Math.max(first.size, item.size) * 0.45) row.push(item)
    else rows.push([item])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x))
}

const joined = (row: readonly PlacedText[]): string => {
  let text = ''
  let end = Number.NaN
  for (const item of row) {
    const gap = item.x - end
    if (gap > item.size * 1.2) text = `${text.trimEnd()}\t`
    else if (gap > item.size * 0.12 && !/\s$/.test(text) && !/^\s/.test(item.text)) text += ' '
    text += item.text
    end = item.x + item.width
  }
  return text.trim()
}

const rowOf = (items: readonly PlacedText[]): Row => ({
  y: items[0]?.y ?? 0,
  x: items[0]?.x ?? 0,
  size: Math.max(...items.map((item) => item.size)),
  // A hyphen that is drawn is a hyphen, whichever of its code points the font gives back.
  text: joined(items).replaceAll(/[\u00ad\u2010\u2011]/g, '-'),
})

/** What is printed on each base line of a page, from the top. */
export const rowsOf = (items: readonly PlacedText[]): readonly Row[] =>
  // Blanks stand for gaps of any width, so the gaps themselves are measured instead.
  grouped(items.filter((item) => item.text.trim() !== '')).map(rowOf)

/** Where values begin on this page: the second columns of the rows that have one. */
const valueColumns = (rows: readonly (readonly PlacedText[])[]): readonly number[] => {
  const starts = new Map<number, number>()
  for (const row of rows) {
    row.forEach((item, index) => {
      const before = row[index - 1]
      if (!before || item.x - (before.x + before.width) <= item.size * 1.2) return
      const at = Math.round(item.x)
      starts.set(at, (starts.get(at) ?? 0) + 1)
    })
  }
  return [...starts].filter(([, count]) => count >= 2).map(([at]) => at)
}

/** A heading broken over two lines is set larger than the text and close together. */
const belongTogether = (above: Row | undefined, below: Row, body: number): boolean =>
  above !== undefined &&
  above.size > body * 1.12 &&
  Math.abs(above.size - below.size) < 0.3 &&
  Math.abs(above.x - below.x) < 2 &&
  above.y - below.y < below.size * 1.6 &&
  above.y > below.y &&
  !/^\d{1,2}[.)]\s/.test(below.text)

/** A wide gap, or another size of letters, is the only sign of a new paragraph that a page has. */
const apart = (above: Row, below: Row, body: number): boolean => {
  const larger = Math.max(above.size, below.size)
  const heading = larger > body * 1.12 && Math.abs(above.size - below.size) > body * 0.05
  return heading || above.y - below.y > larger * 2.1
}

const pageLines = (items: readonly PlacedText[], body: number): readonly string[] => {
  // Blanks stand for gaps of any width, so the gaps themselves are measured instead.
  const rows = grouped(items.filter((item) => item.text.trim() !== ''))
  const columns = valueColumns(rows)
  const printed: Row[] = []
  let previous: Row | undefined
  for (const items of rows) {
    const row = rowOf(items)
    if (row.text === '') continue
    const isValue = columns.some((column) => Math.abs(column - row.x) < 2)
    const above = printed.at(-1)
    if (above && belongTogether(previous, row, body)) above.text += ` ${row.text}`
    else {
      if (previous && apart(previous, row, body)) printed.push({ ...row, text: '' })
      printed.push({ ...row, text: isValue ? `\t${row.text}` : row.text })
    }
    previous = row
  }
  return printed.map((row) => row.text)
}

/**
 * The lines of a PDF from where its pieces of text stand. A wide gap within a line is a tab; a line that begins in the
 * column of the values begins with a tab, as it goes on with the value above.
 */
export const pdfLines = (pages: readonly (readonly PlacedText[])[]): readonly string[] => {
  const body = median(pages.flat().map((item) => item.size))
  return pages.flatMap((page) => pageLines(page, body))
}
