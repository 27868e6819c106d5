import { expect, test } from 'vitest'
import { looksLikeCpr } from './cpr.ts'

test.each(['ring om 010190-0000', '0101900000', '010190 0000.', '(311299-0000)'])('%s is refused', (text) => {
  expect(looksLikeCpr(text)).toBe(true)
})

test.each(['tlf. 12345678', '2025-2026', '990190-0000', 'BEK 1426/2006', '010190-00000', '12.01.90-0000'])(
  '%s passes',
  (text) => {
    expect(looksLikeCpr(text)).toBe(false)
  },
)
