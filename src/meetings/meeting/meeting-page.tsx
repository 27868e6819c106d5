import type { Child } from 'hono/jsx'
import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Columns, Empty, Message, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { StateLine } from '../../web/steps.tsx'
import { AgendaList } from '../agenda/agenda-list.tsx'
import type { ClosedItem, Item } from '../agenda/item-store.ts'
import { isInCharge, stateSeen, statesSeen } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { isAgendaOpen } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { listNeighbours, Meeting } from './meeting-store.ts'
import { meetingTexts } from './texts.ts'
import { describeMeeting, nameOfMeeting } from './wording.ts'

/** What the meeting's page shows; each room brings its own part. */
export interface MeetingView {
  meeting: Meeting
  items: readonly Item[]
  closed: readonly ClosedItem[]
  link: string | null
  near: Awaited<ReturnType<typeof listNeighbours>>
}

interface MeetingPageProps {
  asked: Asked
  view: MeetingView
  /** Buttons at the head; at most one primary. */
  actions?: Child
  /** Sections under the agenda. */
  below?: Child
  /** Sections of the side column, above "before and after". */
  side?: Child
  /** Where a running meeting has come to, above the agenda. */
  now?: Child
  papersOf?: (item: Item) => Child
  outcomeOf?: (item: Item) => Child
}

const momentOf = (meeting: Meeting, state: Meeting['state']): Date | null =>
  ({
    draft: null,
    summoned: meeting.summonedAt,
    held: meeting.heldAt,
    circulated: meeting.circulatedAt,
    approved: meeting.approvedAt,
    published: meeting.publishedAt,
    cancelled: meeting.cancelledAt,
  })[state]

const States = ({ asked, meeting }: { asked: Asked; meeting: Meeting }) => {
  const words = meetingWords[asked.lang]
  const steps = statesSeen(asked)
  const current = steps.indexOf(stateSeen(asked, meeting.state))
  return (
    <StateLine
      label={meetingTexts[asked.lang].state}
      current={current}
      steps={steps.map((state, index) => {
        const at = index <= current ? momentOf(meeting, state) : null
        return { title: words.states[state], ...(at !== null && { text: longDay(dayOf(at), asked.lang) }) }
      })}
    />
  )
}

const NearLink = ({ asked, meeting, label }: { asked: Asked; meeting: Meeting; label: string }) => (
  <li>
    <span>
      {label}{' '}
      <a href={inDistrict(asked.district, meetingPaths.meeting(meeting.id))}>{nameOfMeeting(meeting, asked.lang)}</a>
    </span>
  </li>
)

const BeforeAndAfter = ({ asked, near }: { asked: Asked; near: MeetingView['near'] }) => {
  const t = meetingTexts[asked.lang]
  const nothing = near.before === null && near.after === null && near.prepares === null && near.preparedBy.length === 0
  return (
    <Section id="foer-og-efter" title={t.beforeAfter}>
      {nothing ? (
        <p class="sv-sm sv-2">{t.nothingNear}</p>
      ) : (
        <Rows columns="one" small>
          {near.preparedBy.map((meeting) => (
            <NearLink asked={asked} meeting={meeting} label={t.preparedIn} />
          ))}
          {near.prepares && <NearLink asked={asked} meeting={near.prepares} label={t.prepares} />}
          {near.before && <NearLink asked={asked} meeting={near.before} label={t.previous} />}
          {near.after && <NearLink asked={asked} meeting={near.after} label={t.next} />}
        </Rows>
      )}
    </Section>
  )
}

const NoItems = ({ asked, meeting }: { asked: Asked; meeting: Meeting }) => {
  const t = meetingTexts[asked.lang]
  if (!isInCharge(asked, meeting) || !isAgendaOpen(meeting.state)) return <Empty title={t.noItemsReader} />
  return (
    <Empty
      title={t.noItems}
      actions={<a href={inDistrict(asked.district, meetingPaths.agenda(meeting.id))}>{t.editAgenda}</a>}
    >
      <p>{t.noItemsLead}</p>
    </Empty>
  )
}

/** A meeting as its reader may see it: where it stands, its agenda and outcomes, who comes, and what lies around it. */
export const MeetingPage = ({ asked, view, actions, below, side, now, papersOf, outcomeOf }: MeetingPageProps) => {
  const t = meetingTexts[asked.lang]
  const { meeting, items, closed, near, link } = view
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const count =
    items.length +
    closed.filter(({ number }) => !items.some((item) => item.position + meeting.firstItemNumber - 1 === number)).length
  return (
    <Page
      frame={asked.frame}
      title={nameOfMeeting(meeting, asked.lang)}
      current="meetings"
      crumbs={[
        { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: inDistrict(asked.district, meetingPaths.forumMeetings(meeting.forumSlug)), label: meeting.forumName },
      ]}
    >
      <PageHead
        title={nameOfMeeting(meeting, asked.lang)}
        lead={
          <>
            {describeMeeting(meeting, asked.lang)} {meeting.host !== '' && `${t.host(meeting.host)}. `}
            {link !== null && <a href={link}>{t.link}</a>}
          </>
        }
        {...(actions !== undefined && { actions })}
      />
      {meeting.state === 'cancelled' ? (
        <Message kind="warning" title={t.cancelled(meeting.cancelReason)} />
      ) : (
        <States asked={asked} meeting={meeting} />
      )}
      {now}
      <Columns>
        <div>
          <Section
            id="dagsorden"
            title={t.agenda}
            {...(count > 0 && {
              count: t.items(count, count - items.filter(({ openness }) => openness === 'open').length, minutes),
            })}
          >
            {count === 0 ? (
              <NoItems asked={asked} meeting={meeting} />
            ) : (
              <AgendaList
                asked={asked}
                meeting={meeting}
                items={items}
                closed={closed}
                {...(papersOf && { papersOf })}
                {...(outcomeOf && { outcomeOf })}
              />
            )}
          </Section>
          {below}
        </div>
        <div>
          {side}
          <BeforeAndAfter asked={asked} near={near} />
        </div>
      </Columns>
    </Page>
  )
}
