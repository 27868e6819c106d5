import { withDatabase } from './open.ts'

/** Opening the database migrates it; this says what that did. */
export const migrateCommand = (): Promise<void> =>
  withDatabase(({ migrated }) => {
    console.log(
      migrated === 0
        ? 'The database was up to date.'
        : `${String(migrated)} migration${migrated === 1 ? '' : 's'} applied.`,
    )
    return Promise.resolve()
  })
