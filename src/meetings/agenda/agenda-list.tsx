import type { Child } from 'hono/jsx'
import { longDay } from '../../base/language.ts'
import { Icon } from '../../web/icon.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingTexts } from '../meeting/texts.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked, itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { Carried } from './carried.tsx'
import type { ClosedItem, Item } from './item-store.ts'
import { inSections, isSetApart } from './rules.ts'
import { describeItem } from './words.tsx'

interface AgendaListProps {
  asked: Asked
  meeting: Meeting
  items: readonly Item[]
  /** Closed items that the reader may know of but not see. */
  closed: readonly ClosedItem[]
  /** The papers of an item. */
  papersOf?: (item: Item) => Child
  /** What was decided, with statements and votes. */
  outcomeOf?: (item: Item) => Child
}

const Closing = ({ asked, item }: { asked: Asked; item: Item }) => {
  const t = meetingTexts[asked.lang]
  return (
    <p class="sv-sm">
      <Icon name="lock" /> <b>{t.closed}</b> {t.onlyMembers} {item.ground !== null && t.ground(item.ground)}{' '}
      {item.reviewOn !== null && t.review(longDay(item.reviewOn, asked.lang))}{' '}
      {item.excluded > 0 && t.excluded(item.excluded)}
    </p>
  )
}

const AgendaItem = ({ asked, meeting, item, papersOf, outcomeOf }: AgendaListProps & { item: Item }) => {
  const words = meetingWords[asked.lang]
  return (
    <li class={isSetApart(item) ? 'sv-lock' : undefined} id={`punkt-${item.id}`}>
      <div>
        <b>{words.clock(itemStarts(meeting.starts, item))}</b>
      </div>
      <div>
        <h3>
          <a href={inDistrict(asked.district, meetingPaths.item(item.id))}>
            {itemNumber(meeting.firstItemNumber, item.position)}. {item.title}
          </a>
        </h3>
        <p class="sv-sm sv-2">{describeItem(item, asked.lang)}</p>
        {item.openness === 'closed' && <Closing asked={asked} item={item} />}
        {!isLocked(meeting.state) && <Carried asked={asked} item={item} quiet />}
        {papersOf?.(item)}
        {outcomeOf?.(item)}
      </div>
    </li>
  )
}

const UnseenItem = ({ asked, number, ground }: { asked: Asked } & ClosedItem) => (
  <li class="sv-lock">
    <div />
    <div>
      <p>
        <Icon name="lock" /> {meetingTexts[asked.lang].closedHere(number, ground)}
      </p>
    </div>
  </li>
)

/** Items and unseen items by number; an unseen item stands in the section of the one before it. */
const rowsOf = ({ meeting, items, closed }: AgendaListProps) => {
  const seen = new Set(items.map(({ position }) => itemNumber(meeting.firstItemNumber, position)))
  let section = ''
  return [
    ...items.map((item) => ({ number: itemNumber(meeting.firstItemNumber, item.position), ground: '', item })),
    ...closed.filter(({ number }) => !seen.has(number)).map((one) => ({ ...one, item: null })),
  ]
    .toSorted((a, b) => a.number - b.number)
    .map((row) => {
      section = row.item === null ? section : row.item.section
      return { ...row, section }
    })
}

/** The agenda in order, with the clock as it runs when every item keeps its time. Unseen closed items stand by number and ground. */
export const AgendaList = (props: AgendaListProps) => (
  <>
    {inSections(rowsOf(props)).map(({ section, items: rows }) => (
      <>
        {section !== '' && <p class="sv-part">{section}</p>}
        <ol class="sv-agenda no-max-width" aria-label={section === '' ? undefined : section}>
          {rows.map(({ item, number, ground }) =>
            item === null ? (
              <UnseenItem asked={props.asked} number={number} ground={ground} />
            ) : (
              <AgendaItem {...props} item={item} />
            ),
          )}
        </ol>
      </>
    ))}
  </>
)
