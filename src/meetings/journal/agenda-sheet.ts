import { longDay } from '../../base/language.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingFacts } from '../minutes/print/minutes-sheet.ts'
import { heading, type Sheet, type SheetBlock, text } from '../minutes/print/sheet.ts'
import { minutesTexts } from '../minutes/texts.ts'
import { itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { JournalView } from './metadata.ts'
import { journalTexts } from './texts.ts'

const t = journalTexts.da
const m = minutesTexts.da
const words = meetingWords.da

/** The remark that a document is not whole; nothing when it is. */
export const withheldBlocks = (withheld: readonly number[]): SheetBlock[] =>
  withheld.length === 0 ? [] : [{ kind: 'closed', text: t.withheld(withheld.join(', ')) }]

const itemBlocks = (view: JournalView, item: JournalView['items'][number]): SheetBlock[] => {
  const about = [
    words.clock(itemStarts(view.meeting.starts, item)),
    words.itemKinds[item.kind],
    item.minutes > 0 ? words.minutes(item.minutes) : '',
    item.presenter,
  ]
  const papers = view.papers
    .filter(({ itemId }) => itemId === item.id)
    .map(({ title, openness }) => (openness === 'closed' ? `${title} (${t.paperClosed})` : title))
  return [
    heading(2, `${String(itemNumber(view.meeting.firstItemNumber, item.position))}. ${item.title}`),
    ...text(about.filter((part) => part !== '').join('. '), 'quiet'),
    ...(item.openness === 'closed'
      ? text(
          [
            m.closedHere,
            ...(item.ground === null ? [] : [m.ground(item.ground)]),
            ...(item.reviewOn === null ? [] : [`Vurderes igen ${longDay(item.reviewOn, 'da')}.`]),
          ].join(' '),
          'quiet',
        )
      : []),
    ...text(item.body),
    ...(item.recommendation.trim() === '' ? [] : [heading(3, m.recommendation), ...text(item.recommendation)]),
    ...(papers.length === 0 ? [] : [heading(3, t.papers), ...text(papers.join('\n'))]),
  ]
}

/** The agenda as a document, in what the exporter may see of it. */
export const agendaSheet = (view: JournalView): Sheet => ({
  title: `${t.agenda}: ${nameOfMeeting(view.meeting, 'da')}`,
  district: view.district.name,
  kind: t.agenda,
  at: view.meeting.summonedAt ?? new Date(`${view.meeting.onDay}T12:00:00Z`),
  blocks: [
    meetingFacts(view.meeting),
    ...withheldBlocks(view.withheld),
    heading(1, m.items),
    ...(view.items.length === 0 ? text(m.noItems, 'quiet') : []),
    ...view.items.flatMap((item) => itemBlocks(view, item)),
  ],
})
