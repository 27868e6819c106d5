import { expect, test } from 'vitest'
import { readPage } from './page.ts'

const page = readPage(`<!doctype html><title>Fora – Samvirk</title>
<nav><a href="/fora">Fora</a></nav>
<main><h1>Fora <span aria-hidden="true">i</span></h1>
<div role="alert"><h2>Der er 1 fejl</h2><a href="#email">Skriv en e-mail</a></div>
<form action="/gem" method="post">
  <input type="hidden" name="csrf" value="t">
  <label for="email">E-mail</label><span id="email-hint">På arbejdet</span>
  <input id="email" name="email" value="ane@politi.example" aria-describedby="email-hint" aria-invalid="true">
  <label for="level">Niveau</label><select id="level" name="level"><option value="">Alle</option><option value="s" selected>Strategisk</option></select>
  <label><input type="checkbox" name="open"> Åbent</label>
  <button name="action" value="save">Gem</button>
</form>
<table><caption>Fora i kredsen</caption><thead><tr><th>Forum</th><th>Møder</th></tr></thead>
<tbody><tr><th><a href="/fora/banderaad">Banderåd</a></th><td>3 - 4</td></tr><tr><th>Kredsråd</th><td>4</td></tr></tbody></table>
<dl><dt>Formål</dt><dd>At
 aftale</dd><dt>Emne</dt><dd>Tryghed</dd></dl></main>`)

test('what is said is read, what is only seen is not', () => {
  expect(page.title()).toBe('Fora – Samvirk')
  expect(page.heading()).toBe('Fora')
  expect(page.headings()).toEqual(['Der er 1 fejl'])
  expect(page.alert()).toBe('Der er 1 fejlSkriv en e-mail')
})

test('a field is found by its label, with what is tied to it', () => {
  expect(page.byLabel('E-mail')).toMatchObject({
    name: 'email',
    value: 'ane@politi.example',
    description: 'På arbejdet',
    invalid: true,
  })
  expect(page.byLabel('Niveau')).toMatchObject({ value: 's', options: ['Alle', 'Strategisk'] })
  expect(page.byLabel('Åbent').checked).toBe(false)
  expect(() => page.byLabel('Navn')).toThrow('There is: E-mail | Niveau | Åbent')
})

test('a form gives what pressing its button would send', () => {
  expect(page.form('Gem')).toEqual({
    action: '/gem',
    method: 'post',
    values: { csrf: 't', email: 'ane@politi.example', level: 's', action: 'save' },
  })
})

test('tables are read by caption, row and column', () => {
  expect(page.table('Fora i kredsen')).toEqual({
    columns: ['Forum', 'Møder'],
    rows: [
      ['Banderåd', '3 - 4'],
      ['Kredsråd', '4'],
    ],
  })
  expect(page.row('Banderåd').cell('Møder')).toBe('3 - 4')
  expect(page.row('Banderåd').link('Banderåd')).toBe('/fora/banderaad')
  expect(() => page.row('Lokalråd')).toThrow('There is: Banderåd | Kredsråd')
})

test('links and terms are found by their words', () => {
  expect(page.link('Fora')).toBe('/fora')
  expect(page.term('Formål')).toBe('At aftale')
  expect(() => page.link('Plan')).toThrow('0 different links “Plan”')
})
