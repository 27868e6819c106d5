import { expect, test } from 'vitest'
import { openEmbedded } from './db.ts'

test('the embedded database is tidied when it never was and when enough was written, and is bound by its rules after', async () => {
  const { pool, upkeep, close } = await openEmbedded(null)
  try {
    expect(await upkeep()).toBe(true)
    expect(await upkeep()).toBe(false)
    await pool.query('reset role')
    await pool.query(`create table people.much as select n, repeat(md5(n::text), 10) from generate_series(1, 20000) n`)
    await pool.query('set role samvirk_app')
    expect(await upkeep()).toBe(true)
    expect((await pool.query(`select current_user::text as name`)).rows).toEqual([{ name: 'samvirk_app' }])
  } finally {
    await close()
  }
})
