import { longDay, shortDay } from '../../../base/language.ts'
import { day, dayOf, yearOf } from '../../../base/time.ts'
import { voteKinds } from '../../hold/rules.ts'
import type { Meeting } from '../../meeting/meeting-store.ts'
import { nameOfMeeting } from '../../meeting/wording.ts'
import { meetingWords } from '../../texts.ts'
import type { MinutesFacts } from '../minutes-store.ts'
import { isSeen, type Minutes, type MinutesItem, type MinutesStyle } from '../rules.ts'
import { minutesTexts } from '../texts.ts'
import { attendeeRole, attendeeWho, standingOf, votesInWords } from '../wording.ts'
import { heading, type Sheet, type SheetBlock, text } from './sheet.ts'

const t = minutesTexts.da
const words = meetingWords.da

/** When, where and what kind of meeting: for the top of a document about it. */
export const meetingFacts = (meeting: Meeting): SheetBlock => {
  const number = meeting.number === null ? '' : words.number(meeting.number, yearOf(day(meeting.onDay)))
  const facts = [
    { term: t.forum, text: meeting.forumName },
    { term: t.kind, text: words.kinds[meeting.kind] },
    { term: t.number, text: number },
    { term: t.date, text: longDay(meeting.onDay, 'da') },
    { term: t.time, text: words.at(meeting.starts, meeting.ends) },
    { term: t.place, text: meeting.place },
  ]
  return { kind: 'facts', facts: facts.filter((fact) => fact.text !== '') }
}

const fuller = (item: MinutesItem): SheetBlock[] =>
  [
    { title: t.body, words: item.body },
    { title: t.recommendation, words: item.recommendation },
    { title: t.discussion, words: item.discussion },
  ].flatMap((part) => (part.words.trim() === '' ? [] : [heading(3, part.title), ...text(part.words)]))

const itemBlocks = (item: MinutesItem, style: MinutesStyle): SheetBlock[] => [
  heading(2, `${String(item.number)}. ${item.title}`),
  ...text(`${words.itemKinds[item.kind]}${item.presenter === '' ? '' : `. ${item.presenter}`}.`, 'quiet'),
  ...(item.openness === 'closed'
    ? text([t.closedHere, ...(item.ground === null ? [] : [t.ground(item.ground)])].join(' '), 'quiet')
    : []),
  ...(style === 'full' ? fuller(item) : []),
  ...(item.outcome === null && item.decision === '' ? text(t.noOutcome, 'quiet') : []),
  ...(item.outcome === null ? [] : text(`${words.outcomes[item.outcome]}.`, 'strong')),
  ...text(item.decision),
  ...(item.votes.length === 0
    ? []
    : text(`${t.votes}. ${voteKinds.map((vote) => votesInWords(item.votes, vote, 'da')).join('. ')}.`)),
  ...(item.statements.length === 0
    ? []
    : [
        {
          kind: 'table',
          caption: t.statementsCaption(item.number),
          head: [t.statementsHead.municipality, t.statementsHead.stand, t.statementsHead.remark],
          rows: item.statements.map((one) => [one.municipality, t.stands[one.stand], one.remark]),
        } as const,
      ]),
]

const entries = (minutes: Minutes, style: MinutesStyle): SheetBlock[] =>
  minutes.entries.flatMap((entry): SheetBlock[] =>
    isSeen(entry)
      ? itemBlocks(entry, style)
      : [heading(2, t.closedEntry(entry.number)), { kind: 'closed', text: t.ground(entry.ground) }],
  )

const attendance = (minutes: Minutes): SheetBlock[] =>
  minutes.attendance.length === 0
    ? text(t.noAttendance, 'quiet')
    : [
        {
          kind: 'table',
          caption: t.attendanceCaption,
          head: [t.attendanceHead.who, t.attendanceHead.role, t.attendanceHead.status],
          rows: minutes.attendance.map((one) => [
            attendeeWho(one, 'da'),
            attendeeRole(one, 'da'),
            t.status[one.status],
          ]),
        },
      ]

const tasks = (minutes: Minutes): SheetBlock[] =>
  minutes.tasks.length === 0
    ? text(t.noTasks, 'quiet')
    : [
        {
          kind: 'table',
          caption: t.tasksCaption,
          head: [t.tasksHead.title, t.tasksHead.item, t.tasksHead.owner, t.tasksHead.due],
          rows: minutes.tasks.map((task) => [
            task.title,
            t.itemNumber(task.itemNumber),
            task.owner === '' ? t.ownerUnseen : task.owner,
            shortDay(task.dueOn, 'da'),
          ]),
        },
      ]

const addenda = (minutes: Minutes): SheetBlock[] =>
  minutes.addenda.length === 0
    ? []
    : [
        heading(1, t.addenda),
        ...text(t.addendaLead, 'quiet'),
        ...minutes.addenda.flatMap((one) => [
          heading(
            2,
            one.itemNumber === null ? t.addendum(one.number) : `${t.addendum(one.number)}, ${t.toItem(one.itemNumber)}`,
          ),
          ...text(one.words),
          ...text(
            `${t.addedOn(longDay(dayOf(one.at), 'da'))}.${one.openness === 'closed' ? ` ${t.closedAddendum}` : ''}`,
            'quiet',
          ),
        ]),
      ]

interface MinutesToPrint {
  meeting: Meeting
  facts: MinutesFacts
  minutes: Minutes
  style: MinutesStyle
  names: boolean
}

/** The minutes as a document, in what the reader may see of them. */
export const minutesSheet = ({ meeting, facts, minutes, style, names }: MinutesToPrint, district: string): Sheet => ({
  title: t.title(nameOfMeeting(meeting, 'da')),
  district,
  kind: t.minutes,
  at: meeting.publishedAt ?? meeting.approvedAt ?? meeting.circulatedAt ?? new Date(`${meeting.onDay}T12:00:00Z`),
  blocks: [
    meetingFacts(meeting),
    ...text(standingOf(meeting, facts, 'da', names).join(' '), 'quiet'),
    heading(1, t.attendance),
    ...attendance(minutes),
    heading(1, t.items),
    ...entries(minutes, style),
    heading(1, t.tasks),
    ...tasks(minutes),
    ...addenda(minutes),
  ],
})
