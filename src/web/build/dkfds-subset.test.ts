import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { subset } from './dkfds-subset.ts'

test('keeps rules for elements and for classes in use, and drops the rest', () => {
  expect(subset('a{color:red}.button,.modal .button{x:y}.accordion{x:y}')).toBe('a{color:red}.button{x:y}')
  expect(subset('.button:not(.card):is(a,b),.form-input.wide{x:y}')).toBe('.button:not(.card):is(a,b){x:y}')
  expect(subset('[class*=col-]{x:y}.skipnav{x:y}')).toBe('.skipnav{x:y}')
})

test('looks inside media queries, and drops the empty ones, fonts and animations', () => {
  expect(subset('@media(min-width:1px){.button{x:y}.card{x:y}}@media print{.card{x:y}}')).toBe(
    '@media(min-width:1px){.button{x:y}}',
  )
  expect(subset('@font-face{font-family:x}@keyframes spin{to{x:y}}p{x:y}')).toBe('p{x:y}')
})

test('leaves a small part of the real stylesheet, with its braces in balance', () => {
  const whole = readFileSync('node_modules/dkfds/dist/css/dkfds.min.css', 'utf8')
  const part = subset(whole)
  expect(part.length).toBeLessThan(whole.length / 8)
  expect(part).toContain('.button.button-primary{')
  expect(part).toContain('.form-error-message{')
  expect(part).not.toMatch(/@font-face|[}]\.(modal|card|table)/)
  expect(part.split('{').length).toBe(part.split('}').length)
})
