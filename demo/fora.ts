import { demoCouncils, demoWorkingGroups } from './councils.ts'
import { demoJustice } from './fora-justice.ts'
import { demoPrevention } from './fora-prevention.ts'
import { demoSafety } from './fora-safety.ts'
import type { DemoForum } from './forum.ts'

/** Every forum of the demonstration in the order of the annex. */
export const demoFora: readonly DemoForum[] = [
  ...demoCouncils,
  ...demoSafety,
  ...demoPrevention,
  ...demoJustice,
  ...demoWorkingGroups,
]
