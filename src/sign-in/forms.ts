import { z } from 'zod'
import type { Language } from '../base/language.ts'
import { signInTexts } from './texts.ts'

const word = (message: string) => z.string().trim().min(1, message)
/** Passwords are taken as they are written, spaces and all. */
const secretWord = (message: string) => z.string().min(1, message)

export const signInForm = (lang: Language) => {
  const { emailMissing, passwordMissing } = signInTexts[lang].problems
  return z.object({ email: word(emailMissing), password: secretWord(passwordMissing) })
}

export const codeForm = (lang: Language) => z.object({ kode: word(signInTexts[lang].problems.codeMissing) })

export const nameForm = (lang: Language) => {
  const { nameMissing, nameTooLong } = signInTexts[lang].problems
  return z.object({ navn: word(nameMissing).max(120, nameTooLong) })
}

export const passwordForm = (lang: Language) => {
  const { currentMissing, newMissing } = signInTexts[lang].problems
  return z.object({ nuvaerende: secretWord(currentMissing), ny: secretWord(newMissing) })
}

export const confirmForm = (lang: Language) =>
  z.object({ password: secretWord(signInTexts[lang].problems.currentMissing) })

/**
 * A path on this site to go on to, or the front page. What only looks like one (`//host`, `/\\host`) leads away and is dropped,
 * and so is the sign-in page itself.
 */
export function localPath(text: unknown): string {
  if (typeof text !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(text)) return '/'
  const url = new URL(text, 'http://here.invalid')
  if (url.host !== 'here.invalid' || /^\/(log-ind|log-ud|api)(\/|$)/.test(url.pathname)) return '/'
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search
}
