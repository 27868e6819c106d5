/**
 * Writes what the migrations make of an empty database: `src/db/schema.sql` for readers and reviewers, and
 * `src/db/tables.ts` for the compiler. `--check` writes nothing and fails when they are not fresh.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { migrations } from '../src/db/migrations/index.ts'

const schemas = `('people', 'sign_in', 'audit', 'documents', 'fora', 'meetings', 'mail', 'notices', 'links', 'search', 'guard')`
const engine = await PGlite.create({ extensions: { pg_trgm } })
for (const migration of migrations) await engine.exec(migration.sql)

const lines = async (query: string): Promise<string[]> =>
  (await engine.query<{ line: string }>(query)).rows.map((row) => row.line)

interface Column {
  table: string
  name: string
  type: string
  notNull: boolean
  hasDefault: boolean
  generated: boolean
  isView: boolean
}
const columns = (
  await engine.query<Column>(`
  select n.nspname || '.' || c.relname as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "notNull", a.atthasdef as "hasDefault", a.attgenerated <> '' as generated, c.relkind = 'v' as "isView"
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname in ${schemas} and c.relkind in ('r', 'v') and a.attnum > 0 and not a.attisdropped
  order by 1, a.attnum`)
).rows
const checks =
  await lines(`select c.conrelid::regclass::text || '|' || pg_get_constraintdef(c.oid) as line from pg_constraint c
  where c.contype = 'c'`)

const typescriptTypes: Record<string, string> = {
  text: 'string',
  uuid: 'string',
  date: 'string',
  bigint: 'string',
  integer: 'number',
  'double precision': 'number',
  boolean: 'boolean',
  jsonb: 'Json',
  'timestamp with time zone': 'Timestamp',
  bytea: 'Buffer',
  'text[]': 'string[]',
  'uuid[]': 'string[]',
  tsvector: 'string',
}
const typescriptOf = (column: Column): string => {
  const choices = checks
    .filter((line) => line.startsWith(`${column.table}|`))
    .map((line) => /^CHECK \(\((\w+) = ANY \(ARRAY\[(.+)\]\)\)\)$/.exec(line.split('|')[1] ?? ''))
    .find((found) => found?.[1] === column.name)?.[2]
  const plain = choices
    ? choices.replaceAll('::text', '').split(', ').join(' | ')
    : (typescriptTypes[column.type] ?? `never /* ${column.type} */`)
  const nullable = column.notNull || column.isView ? plain : `${plain} | null`
  if (column.generated) return `GeneratedAlways<${nullable}>`
  if (column.hasDefault && (plain === 'Json' || plain === 'Timestamp')) return `${plain}WithDefault`
  return column.hasDefault ? `Generated<${nullable}>` : nullable
}
const tableNames = [...new Set(columns.filter((column) => !column.isView).map((column) => column.table))]
const interfaceName = (table: string) =>
  table
    .split(/[._]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
const tables = `import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

// Made by \`npm run schema\` from the migrated database.

type Timestamp = ColumnType<Date, Date | string, Date | string>
type TimestampWithDefault = ColumnType<Date, Date | string | undefined, Date | string>
/** Read as a parsed value that is yet to be checked; written as text. */
type Json = ColumnType<unknown, string, string>
type JsonWithDefault = ColumnType<unknown, string | undefined, string>

${tableNames
  .map(
    (table) =>
      `interface ${interfaceName(table)} {\n${columns
        .filter((column) => column.table === table)
        .map((column) => `  ${column.name}: ${typescriptOf(column)}\n`)
        .join('')}}`,
  )
  .join('\n\n')}

/** Every table by its schema and name. */
export interface Tables {
${tableNames.map((table) => `  '${table}': ${interfaceName(table)}`).join('\n')}
}
`

const dump =
  [
    '-- What the migrations make of an empty database. Made by `npm run schema`.',
    ...tableNames.map(
      (table) =>
        `create table ${table} (\n${columns
          .filter((column) => column.table === table)
          .map((column) => `  ${column.name} ${column.type}${column.notNull ? ' not null' : ''}`)
          .join(',\n')}\n);`,
    ),
    ...(await lines(`select format('alter table %s add constraint %I %s;', conrelid::regclass, conname, pg_get_constraintdef(oid)) as line
    from pg_constraint where connamespace::regnamespace::text in ${schemas} and contype in ('p', 'u', 'f', 'c') order by conrelid::regclass::text, conname`)),
    ...(await lines(
      `select indexdef || ';' as line from pg_indexes where schemaname in ${schemas} order by indexname, tablename`,
    )),
    ...(await lines(
      `select format('alter table %s enable row level security;', oid::regclass) as line from pg_class where relrowsecurity order by 1`,
    )),
    ...(await lines(`select format('create policy %I on %I.%I as %s for %s using (%s)%s;', policyname, schemaname, tablename, lower(permissive), lower(cmd), qual,
    coalesce(' with check (' || with_check || ')', '')) as line from pg_policies order by schemaname, tablename, policyname`)),
    ...(await lines(
      `select format('create view %I.%I as%s', schemaname, viewname, E'\\n' || definition) as line from pg_views where schemaname in ${schemas} order by schemaname, viewname`,
    )),
    ...(await lines(
      `select pg_get_functiondef(p.oid) || ';' as line from pg_proc p where pronamespace::regnamespace::text in ${schemas} order by p.oid::regprocedure::text`,
    )),
    ...(await lines(
      `select pg_get_triggerdef(t.oid) || ';' as line from pg_trigger t join pg_class c on c.oid = t.tgrelid where not tgisinternal order by c.oid::regclass::text, tgname`,
    )),
    ...(await lines(`select format('grant %s on %s.%s to samvirk_app;', string_agg(lower(privilege_type), ', ' order by privilege_type), table_schema, table_name) as line
    from information_schema.role_table_grants where grantee = 'samvirk_app' group by table_schema, table_name order by table_schema, table_name`)),
  ].join('\n\n') + '\n'
await engine.close()

const files: [string, string][] = [
  ['src/db/tables.ts', tables],
  ['src/db/schema.sql', dump],
]
if (process.argv.includes('--check')) {
  for (const [file, content] of files)
    if ((await readFile(file, 'utf8').catch(() => '')) !== content) {
      console.error(`${file} is not what the migrations make. Run: npm run schema`)
      process.exitCode = 1
    }
} else for (const [file, content] of files) await writeFile(file, content)
