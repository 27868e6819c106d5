import type { DemoItem } from './agenda.ts'
import type { DemoMeeting } from './calendar.ts'

export interface StoredMeeting extends DemoMeeting {
  id: string
  forumId: string
  number: number | null
}

export interface StoredItem {
  id: string
  meeting: StoredMeeting
  item: DemoItem
  position: number
  matterId: string
}

export const by = 'Ane Eksempel'

/** Many rows in a few statements: a statement takes 65,535 values at most. */
export const inParts = async <Row>(rows: readonly Row[], insert: (part: Row[]) => Promise<unknown>): Promise<void> => {
  const size = 800
  for (let from = 0; from < rows.length; from += size) await insert(rows.slice(from, from + size))
}
