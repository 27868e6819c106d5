import { expect, test } from 'vitest'
import { day } from '../base/time.ts'
import { DateField } from './date-input.tsx'
import { Checkbox, Select } from './fields.tsx'
import { Form } from './form.tsx'
import { everyField, inPage, sampleProblems } from './samples.fixture.tsx'

test('each problem in the summary leads to a field that carries it', () => {
  const $ = inPage(everyField, {}, sampleProblems)
  const links = $('[role=alert] a')
    .toArray()
    .map((link) => ({ text: $(link).text(), href: $(link).attr('href') ?? '' }))
  expect(links.map(({ text }) => text)).toEqual(sampleProblems.map(({ text }) => text))
  for (const { href, text } of links) {
    const field = $(href)
    expect(field.is('input, select, textarea')).toBe(true)
    const described = [field, field.closest('fieldset')].flatMap(
      (element) => element.attr('aria-describedby')?.split(' ') ?? [],
    )
    expect(described.map((id) => $(`#${id}`).text()).join(' ')).toContain(`Fejl: ${text}`)
  }
  expect($('[role=alert]').attr('tabindex')).toBe('-1')
})

test('every control has a label, and every id in use exists once', () => {
  const $ = inPage(everyField, {}, sampleProblems)
  for (const control of $('main :is(input:not([type=hidden]), select, textarea)').toArray()) {
    expect($(`label[for="${$(control).attr('id') ?? ''}"]`).length).toBe(1)
  }
  const ids = $('[id]')
    .toArray()
    .map((element) => $(element).attr('id'))
  expect(new Set(ids).size).toBe(ids.length)
  for (const element of $('[aria-describedby], [aria-labelledby]').toArray()) {
    const named = `${$(element).attr('aria-describedby') ?? ''} ${$(element).attr('aria-labelledby') ?? ''}`
    for (const id of named.split(' ').filter((part) => part !== '')) expect(ids).toContain(id)
  }
})

test('a refused form shows what was sent, not what is stored', () => {
  const $ = inPage(everyField, {}, sampleProblems)
  expect($('#navn').val()).toBe('<b>Bo</b>')
  expect($('#fra').val()).toBe('31')
  expect($('#fra-maaned').val()).toBe('')
  expect($('#brev').attr('checked')).toBeUndefined()
  expect($('#rolle option[selected]').length).toBe(0)
  expect($('#note').val()).toBe('\nlinje')
  expect($('#kode').attr('value')).toBeUndefined()
  expect($('[name=version]').val()).toBe('7')
})

test('a fresh form shows what is stored', () => {
  const $ = inPage(
    <Form action="/x">
      <DateField name="fra" label="Fra" value={day('2026-02-01')} />
      <Select
        name="rolle"
        label="Rolle"
        value="m"
        choices={[
          { value: 'f', label: 'Formand' },
          { value: 'm', label: 'Medlem' },
        ]}
      />
      <Checkbox name="brev" label="Brev" checked />
    </Form>,
  )
  expect([$('#fra').val(), $('#fra-maaned').val(), $('#fra-aar').val()]).toEqual(['1', '2', '2026'])
  expect($('#rolle option[selected]').text()).toBe('Medlem')
  expect($('#brev').attr('checked')).toBeDefined()
  expect($('[role=alert]').length).toBe(0)
})
