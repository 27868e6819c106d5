import type { Child } from 'hono/jsx'
import { longDay } from '../../base/language.ts'
import { Columns, Empty, Message, Note, PageHead, Section, State } from '../../web/blocks.tsx'
import { Checkbox } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { isHeld, itemNumber, itemStarts, lengthOf, minutesOf, timeOf } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { Attendance } from './attendance-store.ts'
import { AttendanceForm } from './attendance-form.tsx'
import {
  aroundItem,
  expectedEnd,
  fill,
  isRunning,
  type ItemState,
  itemStateOf,
  mayMinute,
  minutesBetween,
  minutesToCome,
  spokenTime,
  wallTime,
} from './rules.ts'
import type { Refused } from './saving-form.tsx'
import { holdTexts } from './texts.ts'

export interface HoldView {
  meeting: Meeting
  items: readonly Item[]
  /** The item being shown; not always the current one. */
  shown: Item | null
  attendance: readonly Attendance[]
  /** How many have said that they come; of use before the start. */
  accepted: number
  refused?: Refused
  /** What was just done, to be said at the top. */
  said?: 'saved' | 'moved'
}

interface HoldPageProps {
  asked: Asked
  view: HoldView
  /** The forms of the shown item. */
  panel: Child
}

const numberOf = (meeting: Meeting, item: Item) => itemNumber(meeting.firstItemNumber, item.position)

const looks: Record<ItemState, 'ok' | 'way' | 'todo'> = { done: 'ok', now: 'way', coming: 'todo' }

const AgendaSide = ({ asked, view: { meeting, items, shown } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang]
  return (
    <Section id="dagsorden" title={t.agenda}>
      <ol class="sv-hold-agenda no-max-width">
        {items.map((item) => {
          const state = itemStateOf(item, meeting.currentItemId)
          return (
            <li aria-current={item.id === shown?.id ? 'true' : undefined}>
              <span class="sv-2 sv-sm">{meetingWords[asked.lang].clock(itemStarts(meeting.starts, item))}</span>
              <a href={inDistrict(asked.district, withQuery(meetingPaths.hold(meeting.id), { punkt: item.id }))}>
                {numberOf(meeting, item)}. {item.title}
              </a>
              {(isRunning(meeting) || state === 'done') && <State kind={looks[state]}>{t.states[state]}</State>}
            </li>
          )
        })}
      </ol>
    </Section>
  )
}

const Clock = ({ asked, view: { meeting, items } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang]
  const current = items.find(({ id }) => id === meeting.currentItemId)
  if (!isRunning(meeting) || meeting.currentSince === null || current === undefined) return null
  const elapsed = minutesBetween(meeting.currentSince, asked.now)
  const toCome = minutesToCome(items, current.id)
  const planned = minutesOf(meeting.starts) + lengthOf(meeting)
  const at = minutesOf(wallTime(asked.now))
  const end = expectedEnd({ at, planned: current.minutes, elapsed, toCome })
  const late = end - planned
  const pattern = late > 0 ? t.time.late : late < 0 ? t.time.early : t.time.onTime
  return (
    <hold-clock
      data-since={meeting.currentSince.toISOString()}
      data-now={asked.now.toISOString()}
      data-planned={String(current.minutes)}
      data-to-come={String(toCome)}
      data-ends={String(planned)}
      data-lang={asked.lang}
      data-words={JSON.stringify(t.time)}
    >
      <p class="sv-hold-clock">
        <b>
          {numberOf(meeting, current)}. {current.title}
        </b>{' '}
        <span data-elapsed>
          {fill(current.minutes === 0 ? t.time.elapsed : t.time.elapsedOf, {
            minutes: elapsed,
            planned: current.minutes,
          })}
        </span>
      </p>
      <p class="sv-sm sv-2" data-end>
        {fill(pattern, { time: spokenTime(timeOf(end), asked.lang), minutes: Math.abs(late) })}
      </p>
    </hold-clock>
  )
}

const Step = ({
  asked,
  meeting,
  item,
  label,
  look,
}: {
  asked: Asked
  meeting: Meeting
  item: Item
  label: string
  look?: 'primary' | 'secondary'
}) => (
  <PostButton
    action={inDistrict(asked.district, meetingPaths.moveToItem(meeting.id))}
    label={label}
    fields={{ punkt: item.id, sted: meeting.liveVersion }}
    {...(look && { look })}
  />
)

const Actions = ({ asked, view: { meeting, items } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang]
  if (isHeld(meeting.state))
    return (
      <a class="button button-primary" href={inDistrict(asked.district, meetingPaths.minutes(meeting.id))}>
        {t.toMinutes}
      </a>
    )
  if (!isRunning(meeting)) return null
  const { before, after } = aroundItem(items, meeting.currentItemId)
  return (
    <>
      {before && <Step asked={asked} meeting={meeting} item={before} label={t.previous} />}
      {after && <Step asked={asked} meeting={meeting} item={after} label={t.next} look="primary" />}
    </>
  )
}

const Ending = ({ asked, view: { meeting, items } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang].end
  const open = items.filter(({ outcome }) => outcome === null)
  return (
    <Section id="slut" title={t.heading}>
      {open.length === 0 ? (
        <p>{t.all}</p>
      ) : (
        <>
          <p>{t.open(open.length)}</p>
          <ul>
            {open.map((item) => (
              <li>
                <a href={inDistrict(asked.district, withQuery(meetingPaths.hold(meeting.id), { punkt: item.id }))}>
                  {numberOf(meeting, item)}. {item.title}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <p class="sv-sm sv-2">{t.hint}</p>
      <div class="sv-acts sv-mt">
        <PostButton action={inDistrict(asked.district, meetingPaths.endMeeting(meeting.id))} label={t.button} />
      </div>
    </Section>
  )
}

const Waiting = ({ asked, view: { meeting, items, accepted } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  if (meeting.state === 'cancelled') return <Empty title={t.cancelled} />
  if (meeting.state === 'draft')
    return (
      <Empty title={t.notSummoned} actions={<a href={href(meetingPaths.summons(meeting.id))}>{t.toSummons}</a>}>
        <p>{t.notSummonedLead}</p>
      </Empty>
    )
  if (meeting.state !== 'summoned')
    return (
      <Empty title={t.approved} actions={<a href={href(meetingPaths.minutes(meeting.id))}>{t.toMinutes}</a>}>
        <p>{t.approvedLead}</p>
      </Empty>
    )
  if (items.length === 0)
    return (
      <Empty title={t.noItems} actions={<a href={href(meetingPaths.agenda(meeting.id))}>{t.agenda}</a>}>
        <p>{t.noItemsLead}</p>
      </Empty>
    )
  return (
    <Form action={href(meetingPaths.startMeeting(meeting.id))} label={t.start}>
      <p>{t.startLead}</p>
      <p class="sv-sm sv-2">{t.attendance.expected(accepted)}</p>
      {meeting.onDay !== asked.today && (
        <>
          <Note kind="warn">
            <p>{t.otherDay(longDay(meeting.onDay, asked.lang))}</p>
          </Note>
          <Checkbox name="alligevel" label={t.startAnyway} />
        </>
      )}
      <Buttons submit={t.start} />
    </Form>
  )
}

const Overtaken = ({ asked, view: { meeting, shown } }: Omit<HoldPageProps, 'panel'>) => {
  const t = holdTexts[asked.lang]
  if (!isRunning(meeting)) return null
  return (
    <live-meeting
      data-address={inDistrict(asked.district, meetingPaths.live(meeting.id))}
      data-mode="hold"
      data-current={meeting.currentItemId ?? ''}
      data-shown={shown?.id ?? ''}
      data-here={inDistrict(asked.district, meetingPaths.hold(meeting.id))}
      data-words={JSON.stringify({
        item: t.elsewhere,
        go: t.goThere,
        over: t.overTitle,
        agenda: t.agendaChanged,
        reload: t.reload,
        lost: t.now.lost,
      })}
    >
      <p class="sv-sm" role="status" data-said />
    </live-meeting>
  )
}

/** The page a meeting is run from: one item at a time, with what became of it, who came, and the clock. */
export const HoldPage = ({ asked, view, panel }: HoldPageProps) => {
  const t = holdTexts[asked.lang]
  const { meeting, items, said, attendance, refused } = view
  const name = nameOfMeeting(meeting, asked.lang)
  const open = mayMinute(meeting)
  return (
    <Page
      frame={asked.frame}
      title={t.title(name)}
      problems={refused?.problems ?? []}
      current="meetings"
      crumbs={[
        { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)), label: name },
      ]}
    >
      <PageHead title={t.title(name)} actions={<Actions asked={asked} view={view} />} />
      {said !== undefined && (
        <Message kind={said === 'moved' ? 'info' : 'success'} title={said === 'moved' ? t.moved : t.saved} />
      )}
      {isHeld(meeting.state) && open && (
        <Message kind="info" title={t.overTitle}>
          {t.overLead}
        </Message>
      )}
      <unsent-texts
        data-account={asked.actor.accountId ?? ''}
        data-csrf={asked.frame.csrf}
        data-words={t.saving.elsewhere}
      />
      {open && (
        <>
          <Overtaken asked={asked} view={view} />
          <Clock asked={asked} view={view} />
          <p class="sv-sm sv-hold-jump">
            <a href="#dagsorden">{t.agenda}</a>
          </p>
        </>
      )}
      <Columns>
        <div>
          {open ? (
            <>
              {panel}
              <Section id="fremmoede-afsnit" title={t.attendance.heading}>
                <AttendanceForm
                  asked={asked}
                  meeting={meeting}
                  items={items}
                  attendance={attendance}
                  refused={refused}
                />
              </Section>
              {isRunning(meeting) && <Ending asked={asked} view={view} />}
            </>
          ) : (
            <Waiting asked={asked} view={view} />
          )}
        </div>
        <div>{items.length > 0 && <AgendaSide asked={asked} view={view} />}</div>
      </Columns>
    </Page>
  )
}
