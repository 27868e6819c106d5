import type { ForumKind } from '../../fora/register/rules.ts'
import type { Carries, ItemKind } from '../rules.ts'

/** One fixed item of a new agenda. */
export interface TemplateItem {
  section: string
  title: string
  kind: ItemKind
  presenter: string
  minutes: number
  carries: Carries
}

/** How a forum numbers: meetings through its whole life, meetings within a year, or agenda items across the year. */
export type Numbering = 'meeting' | 'year' | 'items'

/** The standing orders (forretningsorden) by which a forum meets. */
export interface Orders {
  numbering: Numbering
  /** Days between summons and meeting. No statute sets it, so it is each forum's own. */
  noticeDays: number
  /** Days before the meeting by which members propose items. */
  proposalDays: number
  /** Days members have to approve circulated minutes. */
  approvalDays: number
  /** True when minutes count as approved by those who said nothing by the deadline. */
  silentApproval: boolean
  minutesStyle: 'decisions' | 'full'
  usualPlace: string
  usualStart: string
  usualMinutes: number
  /** What opening a meeting to the public takes, and where that is written. */
  openingMajority: boolean
  openingChair: boolean
  openingSource: string
  template: readonly TemplateItem[]
}

const fixed = (
  title: string,
  kind: ItemKind,
  minutes: number,
  carries: Carries = 'nothing',
  presenter = '',
): TemplateItem => ({
  section: '',
  title,
  kind,
  presenter,
  minutes,
  carries,
})

const council: readonly TemplateItem[] = [
  fixed('Godkendelse af referat fra sidste møde', 'decision', 5, 'lastMinutes', 'Formanden'),
  fixed('Opfølgning fra tidligere møder', 'status', 10, 'actionPoints', 'Formanden'),
  fixed('Udviklingen i kriminaliteten', 'orientation', 20, 'nothing', 'Politiet'),
  fixed('Politiets indsatser', 'orientation', 15, 'nothing', 'Politiet'),
  fixed('Nyt fra kommunerne', 'orientation', 20, 'nothing', 'Kommunerne'),
  fixed('Eventuelt', 'orientation', 10, 'nothing', 'Alle'),
]
const local: readonly TemplateItem[] = [
  fixed('Godkendelse af referat fra sidste møde', 'decision', 5, 'lastMinutes', 'Formanden'),
  fixed('Opfølgning fra tidligere møder', 'status', 10, 'actionPoints', 'Formanden'),
  fixed('Udviklingen i kriminaliteten', 'orientation', 15, 'nothing', 'Politiet'),
  fixed('Politiets indsatser', 'orientation', 15, 'nothing', 'Politiet'),
  fixed('Nyt fra kommunen', 'orientation', 15, 'nothing', 'Kommunen'),
  fixed('Nyt fra lokalsamfundets medlemmer', 'orientation', 15, 'nothing', 'Medlemmerne'),
  fixed('Status på handlingsplanen', 'status', 15, 'nothing', 'Formanden'),
  fixed('Eventuelt', 'orientation', 5, 'nothing', 'Alle'),
]
const other: readonly TemplateItem[] = [
  fixed('Godkendelse af referat fra sidste møde', 'decision', 5, 'lastMinutes'),
  fixed('Opfølgning fra tidligere møder', 'status', 10, 'actionPoints'),
  fixed('Eventuelt', 'orientation', 10, 'nothing', 'Alle'),
]

/** What counts until the district or the forum has said something else. */
export const defaultOrders = (kind: ForumKind): Orders => ({
  numbering: 'year',
  noticeDays: kind === 'districtCouncil' ? 14 : 10,
  proposalDays: kind === 'districtCouncil' ? 28 : 21,
  approvalDays: 14,
  silentApproval: false,
  minutesStyle: kind === 'localCouncil' ? 'full' : 'decisions',
  usualPlace: '',
  usualStart: '10:00',
  usualMinutes: kind === 'districtCouncil' ? 150 : 120,
  openingMajority: true,
  openingChair: true,
  openingSource: '',
  template: kind === 'districtCouncil' ? council : kind === 'localCouncil' || kind === 'localNetwork' ? local : other,
})
