import { brokenPasswords, brokenWords } from './broken-passwords.ts'

/** In characters. Length protects better than rules on which characters to use (NIST SP 800-63B § 5.1.1.2). */
export const shortestPassword = 12
export const longestPassword = 128

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooSimple' | 'broken' | 'personal'

/** Letters as people disguise them: "P@ssw0rd" is "password". */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll('@', 'a')
    .replaceAll('4', 'a')
    .replaceAll('3', 'e')
    .replaceAll(/[1!|]/g, 'i')
    .replaceAll('0', 'o')
    .replaceAll(/[5$]/g, 's')
    .replaceAll('7', 't')

const known = new Set(brokenPasswords)
const words = new Set(brokenWords)

/** The word that is left when the digits and marks people hang on it are taken away: "!Sommer-2026" is "sommer". */
const core = (password: string): string => password.toLowerCase().replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')

const isRepeated = (text: string): boolean => /^(.{1,6})\1+.{0,5}$/su.test(text) || new Set(text).size < 5

const rows = [
  'abcdefghijklmnopqrstuvwxyzæøå',
  '01234567890',
  'qwertyuiopå',
  'asdfghjklæø',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]
const runs = rows.flatMap((row) => [row, Array.from(row).reverse().join('')])

/** How many characters at the start are keys that lie beside each other. */
const runAtStart = (text: string): number => {
  let length = 0
  while (length < text.length && runs.some((row) => row.includes(text.slice(0, length + 1)))) length += 1
  return length
}

/** True when the password is made of keys beside each other, in pieces of four or more, with at most three more at the end. */
const isRun = (text: string): boolean => {
  let rest = text
  for (let piece = runAtStart(rest); piece >= 4; piece = runAtStart(rest)) rest = rest.slice(piece)
  return rest.length <= 3
}

/**
 * Why a password cannot be used, or null. The list of broken passwords is short and comes with the program, so that the
 * check works without a network; a disguised or decorated form of a listed word counts as the word.
 */
export function passwordFault(password: string, about: { email: string; name: string }): PasswordFault | null {
  const length = Array.from(password).length
  if (length < shortestPassword) return 'tooShort'
  if (length > longestPassword) return 'tooLong'
  const lower = password.toLowerCase()
  if (isRepeated(lower) || isRun(lower.replaceAll(/[\s._-]/g, ''))) return 'tooSimple'
  const bare = core(lower)
  if (
    [lower, plain(lower)].some((text) => known.has(text)) ||
    [bare, plain(bare), core(plain(lower))].some((word) => words.has(word))
  )
    return 'broken'
  const own = [about.email, about.email.split('@')[0] ?? '', about.name, about.name.replaceAll(' ', '')]
  if (own.some((text) => text.length >= 4 && bare === core(text))) return 'personal'
  return null
}
