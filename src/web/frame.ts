import type { Language } from '../base/language.ts'
import type { CalendarDay } from '../base/time.ts'

/** The fingerprinted addresses of the files every page needs. */
export interface Assets {
  readonly styles: string
  readonly script: string
  readonly icons: string
  readonly favicon: string
  /** Font files worth fetching before the stylesheet asks for them. */
  readonly fonts: readonly string[]
}

export interface MenuEntry {
  readonly key: string
  readonly label: string
  readonly href: string
}

/** What the shell around every page knows about the request. */
export interface Frame {
  readonly lang: Language
  /** Path and query as the browser sent them; the language switch leads back to it. */
  readonly path: string
  /** Null on pages outside any district, such as the sign-in page. */
  readonly district: { readonly id: string; readonly name: string } | null
  /** Null for the public. */
  readonly reader: { readonly name: string; readonly role: string } | null
  readonly today: CalendarDay
  /** The token every form sends back. */
  readonly csrf: string
  readonly assets: Assets
  /** The entries of the main menu that exist and that this reader may open. */
  readonly menu: readonly MenuEntry[]
}
