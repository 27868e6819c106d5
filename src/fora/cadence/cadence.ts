/** The unit of time the words used; half-years are counted as `year`, days as `week`. */
export type CadenceUnit = 'year' | 'quarter' | 'month' | 'week'

export interface CadencePart {
  /** The sub-group in its original words ("styregruppen"); null where the number is the forum's own. */
  readonly group: string | null
  /** Meetings a year; null where that bound is not known. Below one for "hvert andet år" (0.5). */
  readonly min: number | null
  readonly max: number | null
  readonly unit: CadenceUnit
}

/** How often a forum meets, as far as its words say. */
export interface Cadence {
  /** The original words, untouched. */
  readonly words: string
  /**
   * `count`: at least one bound is known. `asNeeded`: only "efter behov". `varies`: no fixed number, and said so.
   * `unparsed`: kept and to be shown as not understood.
   */
  readonly kind: 'count' | 'asNeeded' | 'varies' | 'unparsed'
  /**
   * Meetings a year over all parts; null where no bound is known. "Mindst 4" has no max, "op til 6" no min: it
   * promises nothing. With `asNeeded` there may be more meetings than `max` says.
   */
  readonly min: number | null
  readonly max: number | null
  /** One for each sub-group, or one without a group; empty unless `kind` is `count`. */
  readonly parts: readonly CadencePart[]
  /** "Efter behov" stands in the words, alone or beside numbers. */
  readonly asNeeded: boolean
  /** Other words worth keeping: "stormøde", "undtagen juli", "ca.". */
  readonly qualifiers: readonly string[]
}
