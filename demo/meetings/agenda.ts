import type { ItemKind, OutcomeKind } from '../../src/meetings/rules.ts'

/** What became of an item: the kind, and the decision in words. */
type DemoOutcome = readonly [kind: OutcomeKind, decision: string]

export interface DemoTask {
  title: string
  /** Title of the office that owns it. */
  owner: string
  /** Days from the meeting to the deadline. */
  days: number
  state?: 'notBegun' | 'onTrack' | 'atRisk' | 'done'
  comment?: string
}

export interface DemoItem {
  title: string
  kind: ItemKind
  minutes: number
  presenter?: string
  body?: string
  recommendation?: string
  /** Name of the ground, for an item that is closed. */
  ground?: string
  outcome: DemoOutcome
  discussion?: string
  task?: DemoTask
  /** Municipalities that did not simply agree; naming any makes it an item with statements. */
  statements?: Readonly<Record<string, readonly [stand: 'disagrees' | 'awaits', remark: string]>>
  /** Items of one matter share this, also across fora. */
  matter?: string
  /** Title and text of a paper. */
  paper?: readonly [title: string, words: string]
  /** Office whose holder is kept out of the item. */
  excludes?: string
}

const minutesItem: DemoItem = {
  title: 'Godkendelse af referat fra sidste møde',
  kind: 'decision',
  minutes: 5,
  presenter: 'Formanden',
  outcome: ['decided', 'Referatet blev godkendt.'],
}
const followUp: DemoItem = {
  title: 'Opfølgning fra tidligere møder',
  kind: 'status',
  minutes: 10,
  presenter: 'Formanden',
  outcome: ['noted', 'Listen over åbne opgaver blev gennemgået.'],
}
const anyOther: DemoItem = {
  title: 'Eventuelt',
  kind: 'orientation',
  minutes: 5,
  presenter: 'Alle',
  outcome: ['noted', 'Intet til referat.'],
}

/** What was said under any other business, now and then. */
const otherWords = [
  'Næste møde begynder en halv time tidligere.',
  'Sekretæren takkede for svarene på spørgeskemaet.',
  'Et medlem bad om bilagene en uge før mødet.',
]

/** The items of a meeting between those that every agenda begins and ends with. */
export function withFixedItems(items: readonly DemoItem[], index: number): DemoItem[] {
  const words = index % 2 === 0 ? otherWords[(index / 2) % otherWords.length] : undefined
  return [minutesItem, followUp, ...items, words === undefined ? anyOther : { ...anyOther, outcome: ['noted', words] }]
}
