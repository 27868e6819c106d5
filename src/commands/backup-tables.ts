import type { ClientBase } from 'pg'
import type { Database } from '../db/db.ts'

/** A table as a backup sees it: what can be stored in it, with the type of each column. */
export interface StoredTable {
  /** As SQL writes it: `people.person`. */
  name: string
  /** As SQL writes them. */
  columns: readonly { name: string; type: string }[]
  /** True when a row can hold a whole file. */
  large: boolean
}

/** Tables that a migration fills; a new database is empty though they are not. */
export const officialTables: readonly string[] = [
  'meetings.closing_ground',
  'people.municipality_district',
  'people.municipality',
  'people.district',
]

/** Everything but the system's own and `db`, which says how far the database is migrated. */
const ours = `n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'public', 'db')`

/** Every table of the program, in the order of their names. Generated columns are left out: the database makes them. */
export async function listTables(client: ClientBase): Promise<StoredTable[]> {
  const { rows } = await client.query<{ table: string; column: string; type: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, quote_ident(a.attname) as column,
      format_type(a.atttypid, a.atttypmod) as type
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
    order by 1, a.attnum`)
  const tables = new Map<string, { name: string; type: string }[]>()
  for (const { table, column, type } of rows) tables.set(table, [...(tables.get(table) ?? []), { name: column, type }])
  return [...tables].map(([name, columns]) => ({ name, columns, large: columns.some(({ type }) => type === 'bytea') }))
}

/** Foreign keys, each with its table. */
export async function listForeignKeys(client: ClientBase): Promise<{ table: string; name: string }[]> {
  const { rows } = await client.query<{ table: string; name: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(c.relname) as table, quote_ident(k.conname) as name
    from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and k.contype = 'f' and not k.condeferrable order by 1, 2`)
  return rows
}

/** Where sequences stand; the next number follows on it. */
export async function sequencePlaces(client: ClientBase): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; place: string }>(`
    select quote_ident(n.nspname) || '.' || quote_ident(s.sequencename) as name, s.last_value::text as place
    from pg_sequences s join pg_namespace n on n.nspname = s.schemaname where s.last_value is not null and ${ours}`)
  return Object.fromEntries(rows.map(({ name, place }) => [name, place]))
}

/** How many migrations the database has had. */
export async function migrationOf(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ number: number }>('select max(number) as number from db.migration')
  return rows[0]?.number ?? 0
}

/** Works on one connection as the owner of the database, whom row-level security does not bind. */
export async function asOwnerOf<R>({ pool }: Database, work: (client: ClientBase) => Promise<R>): Promise<R> {
  const client = await pool.connect()
  try {
    await client.query('set role none')
    return await work(client)
  } finally {
    await client.query('set role samvirk_app')
    client.release()
  }
}

/** Makes every value be written as text that reads back as the very same, whatever the server is set to. */
export const exactText = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'`
