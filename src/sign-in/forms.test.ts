import { expect, test } from 'vitest'
import { localPath } from './forms.ts'

test.each(['/', '/konto', '/mvsj/fora?q=bander&side=2', '/mvsj/fora/banderåd'])('%s is a way on', (path) => {
  expect(decodeURI(localPath(path))).toBe(path)
})

test.each([
  '//ond.example',
  '/\\ond.example',
  '/\t/ond.example',
  '/./\\/ond.example',
  '/..//ond.example',
  'https://ond.example',
  'javascript:alert(1)',
  'konto',
  '',
  '/log-ind',
  '/log-ud',
  '/api/auth/passkey/verify-authentication',
  undefined,
])('%s leads to the front page', (path) => {
  expect(localPath(path)).toBe('/')
})
