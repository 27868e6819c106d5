import { shortPercent } from './wording.ts'
import type { Language } from '../../base/language.ts'
import type { Column } from '../../documents/spreadsheet.ts'
import { registerTexts } from '../register/texts.ts'
import {
  type CategoryRow,
  type CheckedField,
  levelColumns,
  type LoadRow,
  type MemberSeat,
  type Overlap,
  type OverviewForum,
} from './rules.ts'
import { overviewTexts } from './texts.ts'

/** The tables of the overview that can be taken out as a spreadsheet, by the word in their address. */
export const tableNames = [
  'kategorier',
  'organisationer',
  'personer',
  'ledige-pladser',
  'overlap',
  'manglende-felter',
  'uden-lovgrundlag',
] as const
export type TableName = (typeof tableNames)[number]

export const fieldLabel = (field: CheckedField, lang: Language): string =>
  field === 'level' ? overviewTexts[lang].level : registerTexts[lang].fields[field]

export const categoryColumns = (lang: Language): Column<CategoryRow>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t.category, value: (row) => `${String(row.number)}. ${row.name}` },
    ...levelColumns.map((level) => ({
      title: level === 'none' ? t.none : registerTexts[lang].levels[level],
      value: (row: CategoryRow) => row.byLevel[level],
    })),
    { title: t.all, value: (row) => row.total },
  ]
}

export const loadColumns = (lang: Language, holder: 'organisation' | 'person'): Column<LoadRow>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t[holder], value: (row) => row.name },
    { title: t.fora, value: (row) => row.fora },
    { title: t.least, value: (row) => row.least },
    { title: t.most, value: (row) => row.most },
    { title: t.without, value: (row) => row.uncounted },
  ]
}

export interface VacantSeat {
  seat: MemberSeat
  forum: OverviewForum
}

export const vacantColumns = (lang: Language): Column<VacantSeat>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t.forum, value: ({ forum }) => forum.name },
    { title: t.seat, value: ({ seat }) => seat.memberName },
    { title: t.organisation, value: ({ seat }) => seat.organisationName },
  ]
}

export const overlapColumns = (lang: Language): Column<Overlap>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t.forum, value: ({ a }) => a.name },
    { title: t.other, value: ({ b }) => b.name },
    {
      title: t.sharedMembers,
      value: ({ shared, either, members }) => t.shared(shared, either, shortPercent(members, lang)),
    },
    { title: t.topic, value: ({ topic }) => shortPercent(topic, lang) },
  ]
}

export interface MissingField {
  field: CheckedField
  forum: OverviewForum
}

export const missingColumns = (lang: Language): Column<MissingField>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t.field, value: ({ field }) => fieldLabel(field, lang) },
    { title: t.forum, value: ({ forum }) => forum.name },
    { title: t.category, value: ({ forum }) => forum.categoryName },
  ]
}

export const lawColumns = (lang: Language): Column<OverviewForum>[] => {
  const t = overviewTexts[lang]
  return [
    { title: t.forum, value: ({ name }) => name },
    { title: t.category, value: ({ categoryName }) => categoryName },
    { title: registerTexts[lang].fields.legalBasis, value: ({ legalBasis }) => legalBasis },
  ]
}
