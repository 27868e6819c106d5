import { expect, test } from 'vitest'
import { fc } from '../../test/properties.ts'
import { type PasswordFault, passwordFault, shortestPassword } from './passwords.ts'

const ane = { email: 'ane.eksempel@kommune.example', name: 'Ane Eksempel' }

test.each<[string, PasswordFault]>([
  ['kort', 'tooShort'],
  ['elleve-tegn', 'tooShort'],
  ['x'.repeat(129), 'tooLong'],
  ['aaaaaaaaaaaaaa', 'tooSimple'],
  ['abcabcabcabc', 'tooSimple'],
  ['123456789012', 'tooSimple'],
  ['qwertyuiop123', 'tooSimple'],
  ['0987654321qwert', 'tooSimple'],
  ['Password1234', 'broken'],
  ['P@ssw0rd!2026', 'broken'],
  ['!!Sommer2026!!', 'broken'],
  ['Adgangskode-1', 'broken'],
  ['København-2026', 'broken'],
  ['CorrectHorseBatteryStaple', 'broken'],
  ['q1w2e3r4t5y6', 'broken'],
  ['ane.eksempel@kommune.example', 'personal'],
  ['Ane Eksempel 26', 'personal'],
])('%s cannot be used: %s', (password, fault) => {
  expect(passwordFault(password, ane)).toBe(fault)
})

test.each([
  'samvirk-demo-2026',
  'fire heste i regnvejr',
  'Trækvogn/ræv/tandbørste',
  'k8-!rTq0zPw2m',
  '🦔🦔 går tur i haven',
])('%s can be used', (password) => {
  expect(passwordFault(password, ane)).toBeNull()
})

test('any text gets an answer, and nothing shorter than the minimum is let through', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.emailAddress(),
      fc.string(),
      (password, email, name) => {
        const fault = passwordFault(password, { email, name })
        expect(fault !== null || Array.from(password).length >= shortestPassword).toBe(true)
      },
    ),
  )
})
