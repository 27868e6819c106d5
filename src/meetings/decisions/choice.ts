import type { OutcomeKind } from '../rules.ts'

/** What the reader chose to see of the decisions. */
export interface DecisionChoice {
  words: string
  kind: OutcomeKind | null
  forumId: string | null
  year: number | null
  /** A municipality that gave a statement. */
  municipality: string | null
  oldestFirst: boolean
}
