import { isShape, isText, isTexts, readJson, type Texts } from './read.ts'

const prefix = 'samvirk-unsent:'

/** Text of a form that the server has not stored yet, as the browser keeps it. */
export interface Unsent {
  values: Texts
  /** What the form started from, as it is sent; empty for a form that adds something. */
  base: string
  action: string
  /** The page it was written on. */
  page: string
}

const isUnsent = isShape<Unsent>({ values: isTexts, base: isText, action: isText, page: isText })

/** The key begins with the account, so that nobody meets the text of another. A browser without storage keeps nothing. */
export const keep = (key: string, unsent: Unsent): void => {
  try {
    localStorage.setItem(prefix + key, JSON.stringify(unsent))
  } catch {
    // Storage is full or shut: the text still stands in the form.
  }
}

export const kept = (key: string): Unsent | null => {
  try {
    return readJson(localStorage.getItem(prefix + key), isUnsent)
  } catch {
    return null
  }
}

export const forget = (key: string): void => {
  try {
    localStorage.removeItem(prefix + key)
  } catch {
    // Nothing was kept.
  }
}

/** Forgets what was sent, unless another window has kept something else under the same key since. */
export const forgetSent = (key: string, sent: Texts): void => {
  const unsent = kept(key)
  if (unsent !== null && JSON.stringify(unsent.values) === JSON.stringify(sent)) forget(key)
}

/** Everything an account has not sent, by key. */
export const keptBy = (account: string): [string, Unsent][] => {
  try {
    return Object.keys(localStorage)
      .filter((name) => name.startsWith(`${prefix}${account}:`))
      .flatMap((name) => {
        const unsent = readJson(localStorage.getItem(name), isUnsent)
        return unsent === null ? [] : [[name.slice(prefix.length), unsent]]
      })
  } catch {
    return []
  }
}

/** Forgets what everybody wrote in this browser, when somebody signs out. */
export const forgetAll = (): void => {
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name)
  } catch {
    // Nothing was kept.
  }
}

/** Sends a form the way its page's script does. Null when there is no connection. */
export const sendUnsent = (
  { action, values, base }: Pick<Unsent, 'action' | 'values' | 'base'>,
  csrf: string,
  options: RequestInit = {},
): Promise<Response | null> => {
  const body = new URLSearchParams({ csrf, ...(base !== '' && { foer: base }), ...values })
  return fetch(action, { method: 'POST', headers: { accept: 'application/json' }, body, ...options }).catch(() => null)
}
