/** Standing orders hold no more fixed items than this. */
export const mostItems = 60

/** Puts rows in the order of their numbers; a row whose number is no number stays where it is. Of two alike, the one that moved goes first. */
export function inWrittenOrder<T extends { plads: string }>(rows: readonly T[]): T[] {
  const keyed = rows.map((row, index) => {
    const wanted = /^\d{1,3}$/.test(row.plads.trim()) ? Number(row.plads) : index + 1
    // A row that was sent upwards goes before the one that stands there; one sent downwards goes after it.
    const nudge = wanted < index + 1 ? -0.5 : wanted > index + 1 ? 0.5 : 0
    return { row, index, key: wanted + nudge }
  })
  return keyed.toSorted((a, b) => a.key - b.key || a.index - b.index).map(({ row }) => row)
}

/** What a button beside a row does to the rows: `op-3`, `ned-3`, `fjern-3`; `tilfoej` adds an empty row. Null for anything else. */
export function afterAction<T>(rows: readonly T[], action: string, empty: T): T[] | null {
  if (action === 'tilfoej') return rows.length < mostItems ? [...rows, empty] : [...rows]
  const [, what = '', number = ''] = /^(op|ned|fjern)-(\d{1,3})$/.exec(action) ?? []
  const index = Number(number) - 1
  const row = rows[index]
  if (what === '' || row === undefined) return null
  const rest = rows.filter((_, at) => at !== index)
  if (what === 'fjern') return rest
  return rest.toSpliced(Math.max(0, what === 'op' ? index - 1 : index + 1), 0, row)
}
