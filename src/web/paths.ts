import type { Language } from '../base/language.ts'

/** Addresses of the shell, outside any district. */
export const paths = {
  home: '/',
  signIn: '/log-ind',
  signOut: '/log-ud',
  account: '/konto',
  about: '/om',
  accessibility: '/tilgaengelighed',
  privacy: '/persondata',
} as const

/** An address in a district: `/mvsj/fora`. Without a district the path stands alone. */
export const inDistrict = (district: { readonly id: string } | null, path: string): string =>
  district === null ? path : `/${district.id}${path}`

/** A path as one on this site: browsers take `//host` and `/\\host` for another. */
export const onSite = (path: string): string => path.replace(/^[/\\]+/, '/')

/** The same page in another language, with the rest of its query kept. */
export const inLanguage = (path: string, lang: Language): string => {
  const url = new URL(onSite(path), 'http://localhost')
  url.searchParams.set('sprog', lang)
  return `${url.pathname}${url.search}`
}

/** A path with a query made from the values that are set, in the given order. */
export const withQuery = (
  path: string,
  values: Readonly<Record<string, string | number | null | undefined>>,
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== null && value !== undefined && value !== '') query.set(name, String(value))
  }
  return query.size === 0 ? path : `${path}?${query.toString()}`
}
