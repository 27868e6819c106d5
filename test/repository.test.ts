import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { looksLikeCpr } from '../src/base/cpr.ts'

const read = (file: string): string => readFileSync(file, 'utf8')
const code = globSync('{src,demo,test,e2e,scripts,bench}/**/*.{ts,tsx}').sort()
const isTest = (file: string): boolean => /\.(test|fixture)\.tsx?$/.test(file)
const product = code.filter((file) => /^(src|demo)\//.test(file) && !isTest(file))
const written = [
  ...code,
  ...globSync('{demo,docs}/**/*.{md,json,csv,txt}'),
  ...globSync('*.{md,json,ts,js}').filter((file) => file !== 'package-lock.json'),
]

/** Every line of the files that breaks a rule, with its place. */
const places = (files: readonly string[], breaks: (line: string, file: string) => boolean): string[] =>
  files.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, index) => (breaks(line, file) ? [`${file}:${String(index + 1)} ${line.trim()}`] : [])),
  )

test('there is code to look at', () => {
  expect(product.length).toBeGreaterThan(50)
})

describe('sizes', () => {
  const lines = product
    .filter((file) => !/tables\.ts$|\/migrations\//.test(file))
    .map((file) => ({ file, lines: read(file).split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines)

  test('no file is longer than 400 lines', () => {
    expect(lines.filter((file) => file.lines > 400)).toEqual([])
  })

  test('19 of 20 files are under 300 lines', () => {
    expect(lines[Math.floor(lines.length * 0.95)]?.lines).toBeLessThanOrEqual(300)
  })
})

describe('pages stand under a strict content policy', () => {
  const markup = product.filter((file) => file.endsWith('.tsx'))

  test('no style attribute', () => {
    expect(places(markup, (line) => /\sstyle=/.test(line))).toEqual([])
  })

  test('no inline handler', () => {
    expect(places(markup, (line) => /\son[a-z]+=/i.test(line))).toEqual([])
  })

  test('no script or style element with content', () => {
    // The file that `export-annex` writes is read without a server, so it brings its style along.
    const served = markup.filter((file) => file !== 'src/fora/annex/printed/alone.tsx')
    expect(places(served, (line) => /<style\b|<script(?![^>]*\bsrc=)/.test(line))).toEqual([])
  })
})

describe('names', () => {
  test('no folder or file where anything may end up', () => {
    const dump = /(^|\/)(utils?|helpers?|common|misc|shared|types)(\/|\.tsx?$)/
    expect(code.filter((file) => dump.test(file))).toEqual([])
  })

  test('no barrel: the only index.ts is the list of migrations', () => {
    expect(code.filter((file) => /\/index\.tsx?$/.test(file))).toEqual(['src/db/migrations/index.ts'])
  })

  test('files are written in kebab-case', () => {
    expect(code.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/.test(basename(file)))).toEqual([])
  })
})

describe('habits', () => {
  test('a rule switched off says why', () => {
    const off = /(eslint-disable|@ts-expect-error|@ts-ignore|@ts-nocheck)(?!.*--( \S|$))(?!.*@ts-expect-error \S)/
    const here = 'test/repository.test.ts'
    expect(places(code, (line, file) => file !== here && off.test(line))).toEqual([])
  })

  test('no test is left out or left alone', () => {
    const left = /\b(test|it|describe|journey)\.(only|skip|todo)\b/
    expect(places(code, (line, file) => file !== 'test/repository.test.ts' && left.test(line))).toEqual([])
  })

  test('no path of one machine', () => {
    const machine = /(^|[\s'"`(])\/(work|home|root|Users)\//
    expect(places(written, (line, file) => file !== 'test/repository.test.ts' && machine.test(line))).toEqual([])
  })

  test('no number that could be the civil registration number of a person', () => {
    const ofTheRule = new Set(['src/base/cpr.test.ts', 'src/base/cpr.ts'])
    // 0000 was never given to anyone.
    const couldBe = (line: string) => looksLikeCpr(line.replace(/\d{6}-?0000/g, ''))
    expect(places(written, (line, file) => !ofTheRule.has(file) && couldBe(line))).toEqual([])
  })
})

describe('what is made from other files is fresh', () => {
  test('src/db/schema.sql and src/db/tables.ts', () => {
    const check = () =>
      execFileSync(process.execPath, ['scripts/schema.ts', '--check'], { encoding: 'utf8', stdio: 'pipe' })
    expect(check).not.toThrow()
  })
})

describe('packages', () => {
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read('package.json')))

  test('every runtime package has a line with its reason in docs/dependencies.md', () => {
    const reasons = read('docs/dependencies.md')
    expect(Object.keys(dependencies).filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
  })

  test('every package is of one exact version', () => {
    expect(Object.values(dependencies).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
  })
})

describe('documents', () => {
  test('links between them lead somewhere', () => {
    const documents = globSync(['*.md', 'docs/**/*.md'])
    const broken = documents.flatMap((file) =>
      [...read(file).matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)[^)]*\)/g)].flatMap(([, target = '']) =>
        existsSync(join(dirname(file), decodeURI(target))) ? [] : [`${file}: ${target}`],
      ),
    )
    expect(documents.length).toBeGreaterThan(0)
    expect(broken).toEqual([])
  })
})
