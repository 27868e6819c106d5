import type { Asked } from '../../web/request.ts'
import type { ClashField } from '../../web/two-editors.tsx'
import { meetingWords } from '../texts.ts'
import type { TemplateItem } from './orders.ts'
import { ordersTexts } from './texts.ts'

/** Fixed items as one text, so that two lists can be held against each other whatever was moved, added or taken out. */
function itemsInShort(asked: Asked, template: readonly TemplateItem[]): string {
  const t = ordersTexts[asked.lang]
  const words = meetingWords[asked.lang]
  if (template.length === 0) return t.noneFixed
  return template
    .map(({ title, section, kind, presenter, minutes, carries }, index) =>
      t.itemInShort(
        index + 1,
        title,
        [
          words.itemKinds[kind],
          words.minutes(minutes),
          ...(presenter === '' ? [] : [`${t.presenter}: ${presenter}`]),
          ...(section === '' ? [] : [`${t.section}: ${section}`]),
          ...(carries === 'nothing' ? [] : [`${t.carries}: ${t.carrying[carries]}`]),
        ].join(', '),
      ),
    )
    .join('\n')
}

/** Every field of standing orders, for the page that shows what two editors made of them. */
export function clashFields(
  asked: Asked,
  { mine, stored }: { mine: readonly TemplateItem[]; stored: readonly TemplateItem[] },
): ClashField[] {
  const t = ordersTexts[asked.lang]
  const numberings: Readonly<Record<string, string>> = t.numberings
  const styles: Readonly<Record<string, string>> = t.minutesStyles
  const ticked = (value: string) => (value === 'ja' ? t.yes : t.no)
  const [myItems, storedItems] = [itemsInShort(asked, mine), itemsInShort(asked, stored)]
  return [
    { name: 'nummerering', logged: 'numbering', label: t.numbering, shown: (value) => numberings[value] ?? '' },
    { name: 'indkaldelse', logged: 'noticeDays', label: t.noticeDays },
    { name: 'forslag', logged: 'proposalDays', label: t.proposalDays },
    { name: 'godkendelse', logged: 'approvalDays', label: t.approvalDays },
    { name: 'stiltiende', logged: '', label: t.silentApproval, shown: ticked, box: true },
    { name: 'referat', logged: 'minutesStyle', label: t.minutesStyle, shown: (value) => styles[value] ?? '' },
    { name: 'sted', logged: 'usualPlace', label: t.usualPlace },
    { name: 'start', logged: '', label: t.usualStart },
    { name: 'varighed', logged: 'usualMinutes', label: t.usualMinutes },
    { name: 'flertal', logged: '', label: t.openingMajority, shown: ticked, box: true },
    { name: 'formand', logged: '', label: t.openingChair, shown: ticked, box: true },
    { name: 'kilde', logged: 'openingSource', label: t.openingSource },
    ...(myItems === storedItems
      ? []
      : [
          {
            name: 'faste',
            logged: '',
            label: t.fixed,
            shown: (value: string) => (value === '' ? myItems : storedItems),
          },
        ]),
  ]
}
