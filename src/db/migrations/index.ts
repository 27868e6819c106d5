import { foundation } from './0001-foundation.ts'
import { signIn } from './0002-sign-in.ts'
import { fora } from './0003-fora.ts'
import { officialAreas } from './0004-official-areas.ts'
import { meetings } from './0005-meetings.ts'
import { post } from './0006-post.ts'
import { search } from './0007-search.ts'

/** Every change to the database in order. Append only: a migration that has landed is never edited. */
export const migrations: readonly { name: string; sql: string }[] = [
  { name: '0001-foundation', sql: foundation },
  { name: '0002-sign-in', sql: signIn },
  { name: '0003-fora', sql: fora },
  { name: '0004-official-areas', sql: officialAreas },
  { name: '0005-meetings', sql: meetings },
  { name: '0006-post', sql: post },
  { name: '0007-search', sql: search },
]
