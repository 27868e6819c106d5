import { load } from 'cheerio'
import { HtmlValidate } from 'html-validate'
import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import { ConflictPage } from './conflict.tsx'
import { ErrorPage } from './errors.tsx'
import { Page } from './layout.tsx'
import { everyField, everyPart, html, sampleFrame, sampleProblems } from './samples.fixture.tsx'

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Folded tables and popovers state what browsers drop or default to.
    'no-redundant-role': 'off',
    'long-title': 'off',
    'prefer-native-element': 'off',
    'no-implicit-button-type': 'error',
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'submit', 'button', 'reset'] }],
    'valid-autocomplete': 'error',
  },
})

const samples: Record<string, Child> = {
  'every part': (
    <Page frame={sampleFrame} title="Prøve" current="fora">
      {everyPart}
    </Page>
  ),
  'every field': (
    <Page frame={sampleFrame} title="Prøve" problems={sampleProblems}>
      <h1>Prøve</h1>
      {everyField}
    </Page>
  ),
  'an error': <ErrorPage frame={sampleFrame} failure="not-found" reference="abc-1" />,
  'a public page': (
    <Page frame={{ ...sampleFrame, district: null, reader: null, menu: [] }} title="Log ind">
      <h1>Log ind</h1>
    </Page>
  ),
  'a conflict': (
    <ConflictPage
      frame={sampleFrame}
      title="Redigér"
      action="/x"
      version={3}
      theirName="Gry Prøve"
      theirTime={new Date('2026-11-20T09:00:00Z')}
      cancel="/x"
      others={{ navn: 'Råd' }}
      fields={[{ name: 'formaal', label: 'Formål', base: 'At hjælpe', mine: 'At hjælpe unge', theirs: 'At støtte' }]}
    />
  ),
}

test.each(Object.keys(samples))('%s is valid HTML without inline style or script', async (name) => {
  const sample = samples[name]
  if (sample === undefined) throw new Error(name)
  const page = html(sample)
  const report = await validator.validateString(page)
  expect(
    report.results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`),
    ),
  ).toEqual([])
  const $ = load(page)
  expect($('[style], style, script:not([src])').length).toBe(0)
  expect(page).not.toMatch(/\son[a-z]+=|javascript:/)
  expect($('h1').length).toBe(1)
})
