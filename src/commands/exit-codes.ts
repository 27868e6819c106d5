/** What the program's commands exit with. */
export const exitCodes = {
  ok: 0,
  /** Something went wrong while working. */
  failed: 1,
  /** The command line or the settings are wrong; nothing was done. */
  usage: 2,
  /** The input file cannot be used; nothing was stored. */
  badInput: 3,
  /** The database was last changed by a newer program. */
  databaseIsNewer: 4,
  /** A check that was asked for does not hold. */
  notVerified: 5,
  /** A backup was made by another version of the program; nothing was stored. */
  otherVersion: 6,
  /** The database is not empty, and only an empty one will do; nothing was stored. */
  notEmpty: 7,
} as const
