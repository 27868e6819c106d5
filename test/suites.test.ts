import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { countTests } from '../scripts/suites.ts'

const file = (status: string, ...tests: string[]) => ({
  name: resolve('src/a.test.ts'),
  status,
  message: 'It has no database.',
  assertionResults: tests.map((outcome) => ({
    status: outcome,
    fullName: 'a list is sorted',
    failureMessages: outcome === 'failed' ? ['Expected 1 to be 2\n  at a.test.ts:3'] : [],
  })),
})
const report = (success: boolean, ...testResults: object[]) => ({ success, testResults })

test.each([
  ['all passed', report(true, file('passed', 'passed', 'passed')), 0, [2, 0, 0]],
  ['one failed', report(false, file('failed', 'passed', 'failed')), 1, [1, 1, 0]],
  ['skipped and planned tests', report(true, file('passed', 'passed', 'skipped', 'todo')), 0, [1, 0, 2]],
  ['a file that could not be loaded', report(false, file('failed'), file('passed', 'passed')), 1, [1, 1, 0]],
  ['preparation that failed', report(false, file('failed', 'skipped', 'skipped')), 1, [0, 1, 2]],
  ['an error outside any test', report(false, file('passed', 'passed')), 1, [1, 1, 0]],
  ['an exit code that disagrees', report(true, file('passed', 'passed')), 1, [1, 1, 0]],
  ['no test at all', report(true), 0, [0, 1, 0]],
  ['a run that was ended', report(true, file('passed', 'passed')), null, [1, 1, 0]],
  ['no report', null, 0, [0, 1, 0]],
])('%s is counted', (_, json, exitCode, [passed, failed, skipped]) => {
  expect(countTests(json, exitCode)).toMatchObject({ passed, failed, skipped })
})

test.each([
  [
    'a test, by its first line',
    report(false, file('failed', 'failed')),
    'src/a.test.ts › a list is sorted: Expected 1 to be 2',
  ],
  ['a file that could not be loaded', report(false, file('failed')), 'src/a.test.ts: It has no database.'],
  ['an error outside any test', report(false, file('passed', 'passed')), 'the run ended with 1 and named no test'],
])('what failed is named: %s', (_, json, named) => {
  expect(countTests(json, 1).failures).toEqual([named])
})
