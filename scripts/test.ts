/**
 * Runs every suite and counts what passed. `npm test -- unit store` runs only those named.
 * The last line printed is `N passed, N failed`, and the exit code agrees with it.
 */
import { rm } from 'node:fs/promises'
import { type Result, runCheck, runTests, summary } from './suites.ts'

const checks: Readonly<Record<string, readonly string[]>> = {
  format: ['prettier', '--check', '.'],
  types: ['tsc'],
  lint: ['eslint', '.'],
  floors: ['node', 'scripts/floors.ts'],
  unused: ['knip'],
  build: ['node', 'scripts/build.ts', '--quiet'],
}
const testSuites = ['unit', 'store', 'http', 'e2e']

const named = process.argv.slice(2)
const all = [...Object.keys(checks), ...testSuites]
const unknown = named.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`There is no suite ${unknown.join(', ')}. Suites: ${all.join(', ')}`)
  process.exit(2)
}
const chosen = named.length === 0 ? all : all.filter((name) => named.includes(name))

await rm('test-output', { recursive: true, force: true })
const results: Result[] = []
for (const name of chosen) {
  const command = checks[name]
  results.push(command === undefined ? await runTests(name) : await runCheck(name, command))
}
const { line, failed } = summary(results)
console.log(`\n${line}`)
process.exitCode = failed ? 1 : 0
