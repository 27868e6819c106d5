import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { delimiter, join, relative, resolve } from 'node:path'
import { z } from 'zod'

/** What a suite came to. A suite that did not run counts as one failure. */
export interface Result {
  name: string
  passed: number
  failed: number
  skipped: number
  /** What failed, each with the first line of why. */
  failures: readonly string[]
  seconds: number
}

type Counts = Omit<Result, 'name' | 'seconds'>

/** Far more than one takes, also on a machine that is busy with something else. */
const minutesForOneSuite = 60

const report = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string().default(''),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullish() }),
      ),
    }),
  ),
})

const firstLine = (text: string): string => text.split('\n')[0] ?? ''

/** Adds up what a run of Vitest reported as JSON. `exitCode` is what it ended with; null when it was ended. */
export function countTests(json: unknown, exitCode: number | null): Counts {
  const parsed = report.safeParse(json)
  if (!parsed.success) return { passed: 0, failed: 1, skipped: 0, failures: ['no results were written'] }
  const { success, testResults } = parsed.data
  const outcomes = testResults.flatMap(({ assertionResults }) => assertionResults.map(({ status }) => status))
  const passed = outcomes.filter((status) => status === 'passed').length
  const failures = testResults.flatMap((file) => {
    const failed = file.assertionResults.filter(({ status }) => status === 'failed')
    // A file that could not be loaded, or whose preparation failed, has no failed test of its own.
    if (failed.length === 0 && file.status === 'failed')
      return [`${relative('.', file.name)}: ${firstLine(file.message)}`]
    return failed.map(
      (test) => `${relative('.', file.name)} › ${test.fullName}: ${firstLine(test.failureMessages?.[0] ?? '')}`,
    )
  })
  if (failures.length === 0 && (!success || exitCode !== 0 || passed === 0))
    failures.push(`the run ended with ${String(exitCode)} and named no test`)
  const tested = outcomes.filter((status) => status === 'passed' || status === 'failed').length
  return { passed, failed: failures.length, skipped: outcomes.length - tested, failures }
}

/** Runs a program of this project and gives its exit code; null when it could not start or took too long. */
async function run(command: readonly string[]): Promise<number | null> {
  const [program = '', ...words] = command
  const path = [resolve('node_modules', '.bin'), process.env['PATH'] ?? ''].join(delimiter)
  const child = spawn(program, words, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PATH: path },
    timeout: minutesForOneSuite * 60_000,
    killSignal: 'SIGKILL',
  })
  try {
    await once(child, 'exit')
    return child.exitCode
  } catch (error) {
    console.error(`${program} could not start: ${String(error)}`)
    return null
  }
}

const secondsSince = (start: number): number => Math.round((performance.now() - start) / 100) / 10

function announce(name: string): number {
  console.log(`\n── ${name}`)
  return performance.now()
}

/** Runs a check of the whole repository, which passes or fails as one. */
export async function runCheck(name: string, command: readonly string[]): Promise<Result> {
  const start = announce(name)
  const ok = (await run(command)) === 0
  const counts: Counts = { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0, failures: ok ? [] : ['see above'] }
  const result = { name, ...counts, seconds: secondsSince(start) }
  console.log(ok ? `${name} passed in ${String(result.seconds)} s` : `${name} FAILED`)
  return result
}

/** Runs one project of `vitest.config.ts`. */
export async function runTests(name: string): Promise<Result> {
  const start = announce(name)
  const file = join('test-output', `${name}.json`)
  const exitCode = await run([
    ...['vitest', 'run', '--project', name, '--allowOnly=false'],
    ...['--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
  ])
  const json = await readFile(file, 'utf8').then(
    (text): unknown => JSON.parse(text),
    () => null,
  )
  if (json === null) console.error(`${name} did not run to its end: no results were written.`)
  return { name, ...countTests(json, exitCode), seconds: secondsSince(start) }
}

/** All suites in a table, what failed by name, and their sum as one line. */
export function summary(results: readonly Result[]): { line: string; failed: boolean } {
  const sum = (key: 'passed' | 'failed' | 'skipped') => results.reduce((total, result) => total + result[key], 0)
  console.log('')
  for (const { name, passed, failed, skipped, seconds } of results)
    console.log(
      `${failed > 0 ? '✗' : '✓'} ${name.padEnd(8)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed ${String(skipped).padStart(4)} skipped ${seconds.toFixed(1).padStart(7)} s`,
    )
  for (const { name, failures } of results) for (const failure of failures) console.log(`FAILED ${name}: ${failure}`)
  const skipped = sum('skipped')
  const failed = sum('failed')
  return {
    line: `${String(sum('passed'))} passed, ${String(failed)} failed${skipped > 0 ? `, ${String(skipped)} skipped` : ''}`,
    failed: failed > 0 || sum('passed') === 0,
  }
}
