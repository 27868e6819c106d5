import {
  CamelCasePlugin,
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresDialect,
  PostgresDriver,
} from 'kysely'
import type { Pool } from 'pg'
import type { Tables } from '../db/tables.ts'
import { guarded } from '../db/tx.ts'

const asSignIn = CompiledQuery.raw('set role samvirk_sign_in')
const asProgram = CompiledQuery.raw('set role samvirk_app')

/**
 * Borrows a connection as the role `samvirk_sign_in` and gives it back as the program's own. The pool is shared, because
 * the embedded database has one connection; it is never borrowed inside an open transaction.
 */
const driverOn = (pool: Pool): Driver => {
  const driver: Driver = new PostgresDriver({ pool })
  const giveBack = async (connection: DatabaseConnection) => {
    try {
      await connection.executeQuery(asProgram)
    } finally {
      await driver.releaseConnection(connection)
    }
  }
  return {
    init: () => driver.init(),
    acquireConnection: async () => {
      const connection = await driver.acquireConnection()
      try {
        await connection.executeQuery(asSignIn)
        return connection
      } catch (error) {
        await giveBack(connection)
        throw error
      }
    },
    releaseConnection: giveBack,
    beginTransaction: (connection, settings) => driver.beginTransaction(connection, settings),
    commitTransaction: (connection) => driver.commitTransaction(connection),
    rollbackTransaction: (connection) => driver.rollbackTransaction(connection),
    destroy: () => driver.destroy(),
  }
}

class SignInDialect extends PostgresDialect {
  readonly #pool: Pool
  constructor(pool: Pool) {
    super({ pool })
    this.#pool = pool
  }

  override createDriver(): Driver {
    return driverOn(this.#pool)
  }
}

/** The sign-in tables as the program's own queries see them. */
export type SignInDb = Kysely<Tables>

/** The same connections three ways: for the program's own queries of these tables, as Better Auth names them, and as the rest of the program has them. */
export function signInDatabase(pool: Pool) {
  const dialect = new SignInDialect(pool)
  return {
    programDb: guarded(new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })),
    db: guarded(new Kysely<Tables>({ dialect })),
    betterAuthDb: guarded(
      new Kysely<Record<string, Record<string, unknown>>>({ dialect, plugins: [new CamelCasePlugin()] }),
    ).withSchema('sign_in'),
  }
}
