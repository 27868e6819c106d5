import type { Language } from '../base/language.ts'

const browsers: readonly [RegExp, string][] = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
]

const on: Record<Language, string> = { da: 'på', en: 'on' }

/** "Firefox på Windows" from what a browser says of itself; null when it says nothing known. */
export function browserName(userAgent: string | null, lang: Language): string | null {
  const found = (list: readonly [RegExp, string][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const [browser, system] = [found(browsers), found(systems)]
  return browser !== undefined && system !== undefined
    ? `${browser} ${on[lang]} ${system}`
    : (browser ?? system ?? null)
}
