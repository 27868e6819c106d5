/**
 * What the database refuses because of what was sent, by its own code for the cause (SQLSTATE): `conflict` when another
 * change was first, `input` when a value cannot be stored. Null for everything else, which is the program's own fault.
 */
export const refusalOf = (error: unknown): 'conflict' | 'input' | null => {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
  const { code } = error
  // Something of that key is there already; or two changes got in each other's way.
  if (code === '23505' || code === '40001' || code === '40P01') return 'conflict'
  // A number or text out of bounds; a choice that names nothing; a rule of the table.
  return /^22[0-9A-Z]{3}$/.test(code) || code === '23503' || code === '23514' ? 'input' : null
}

/** True when the database refused a change by the constraint of that name, such as one that a trigger of ours raises. */
export const refusedBy = (error: unknown, constraint: string): boolean =>
  error instanceof Error && 'constraint' in error && error.constraint === constraint
