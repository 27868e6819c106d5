import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Empty, Message, PageHead, Row, Rows, Section } from '../../web/blocks.tsx'
import { Csrf, PostButton } from '../../web/form.tsx'
import { Icon } from '../../web/icon.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingTexts } from '../meeting/texts.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import type { Proposal } from '../proposals/proposals-store.ts'
import { meetingWords } from '../texts.ts'
import type { ItemForum, PaperDue } from './backlog-store.ts'
import { handlingTexts } from './handling-texts.ts'
import type { Item } from './item-store.ts'
import { agendaTexts } from './texts.ts'

export interface BacklogView {
  forum: ItemForum
  items: readonly Item[]
  dropped: readonly Item[]
  /** Closed items whose day of review has come. */
  due: readonly Item[]
  /** Closed papers whose day of review has come. */
  papersDue: readonly PaperDue[]
  coming: readonly Meeting[]
  waiting: readonly Proposal[]
  /** Names of the fora that items were sent from, by item. */
  sentFrom: ReadonlyMap<string, string>
}

interface BacklogProps {
  asked: Asked
  view: BacklogView
  /** True when the item that was to be placed is not waiting any more. */
  taken?: boolean
}

const Place = ({ asked, view, item }: BacklogProps & { item: Item }) => {
  const t = handlingTexts[asked.lang]
  if (view.coming.length === 0) return null
  return (
    <form class="sv-place" action={inDistrict(asked.district, meetingPaths.backlog(view.forum.slug))} method="post">
      <Csrf />
      <input type="hidden" name="punkt" value={item.id} />
      <select class="form-select" name="moede" aria-label={`${t.chooseMeeting}: ${item.title}`}>
        {view.coming.map((meeting) => (
          <option value={meeting.id}>{longDay(meeting.onDay, asked.lang)}</option>
        ))}
      </select>
      <button class="button button-secondary" type="submit">
        {t.place}
        <span class="sr-only">{`: ${item.title}`}</span>
      </button>
    </form>
  )
}

const Waiting = ({ asked, view }: BacklogProps) => {
  const t = handlingTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Rows columns="lead-action">
      {view.items.map((item) => {
        const from = view.sentFrom.get(item.id)
        const why = [
          from === undefined ? '' : t.sentFrom(from),
          item.backlogReason === '' ? '' : t.reason(item.backlogReason),
        ]
        return (
          <Row
            lead={<span class="sv-sm sv-2">{words.itemKinds[item.kind]}</span>}
            title={
              <a id={`punkt-${item.id}`} href={href(meetingPaths.item(item.id))}>
                {item.title}
              </a>
            }
            action={<Place asked={asked} view={view} item={item} />}
          >
            {why.filter((part) => part !== '').join('. ')}
            <p class="sv-acts sv-topic">
              <a href={href(meetingPaths.editItem(item.id))}>
                {t.edit}
                <span class="sr-only">{`: ${item.title}`}</span>
              </a>
              <a href={href(meetingPaths.dropItem(item.id))}>
                {t.drop}
                <span class="sr-only">{`: ${item.title}`}</span>
              </a>
            </p>
          </Row>
        )
      })}
    </Rows>
  )
}

const ReviewDue = ({ asked, view }: BacklogProps) => {
  const t = handlingTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const count = view.due.length + view.papersDue.length
  if (count === 0) return null
  return (
    <Section id="vurderes" title={t.reviewDue} count={count}>
      <Rows columns="lead-action">
        {view.due.map((item) => (
          <Row
            lead={
              <>
                <Icon name="lock" /> {meetingWords[asked.lang].itemOpenness.closed}
              </>
            }
            title={<a href={href(meetingPaths.item(item.id))}>{item.title}</a>}
            action={
              <a href={href(meetingPaths.closeItem(item.id))}>
                {t.reviewNow}
                <span class="sr-only">{`: ${item.title}`}</span>
              </a>
            }
          >
            {item.reviewOn !== null && `${t.was(longDay(item.reviewOn, asked.lang))}.`}{' '}
            {item.ground !== null && meetingTexts[asked.lang].ground(item.ground)}
          </Row>
        ))}
        {view.papersDue.map((paper) => (
          <Row
            lead={<Icon name="doc" />}
            title={<a href={href(meetingPaths.item(paper.itemId))}>{paper.title}</a>}
            action={
              <a href={href(meetingPaths.papers(paper.itemId))}>
                {t.reviewNow}
                <span class="sr-only">{`: ${paper.title}`}</span>
              </a>
            }
          >
            {`${t.was(longDay(paper.reviewOn, asked.lang))}.`}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

const Proposals = ({ asked, view }: BacklogProps) => {
  const t = handlingTexts[asked.lang]
  if (view.waiting.length === 0) return null
  return (
    <Section id="forslag" title={t.proposals} count={view.waiting.length}>
      <Rows columns="one">
        {view.waiting.map((proposal) => (
          <li>
            <a href={inDistrict(asked.district, meetingPaths.proposal(proposal.id))}>{proposal.title}</a>
            <span class="sv-sm sv-2">
              {agendaTexts[asked.lang].by(proposal.proposedBy, longDay(dayOf(proposal.proposedAt), asked.lang))}
            </span>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

const Dropped = ({ asked, view }: BacklogProps) => {
  const t = handlingTexts[asked.lang]
  if (view.dropped.length === 0) return null
  return (
    <Section id="lagt-vaek" title={t.droppedTitle} count={view.dropped.length}>
      <Rows columns="pair" small>
        {view.dropped.map((item) => (
          <li>
            <span>
              <a href={inDistrict(asked.district, meetingPaths.item(item.id))}>{item.title}</a>{' '}
              <span class="sv-2">{item.backlogReason}</span>
            </span>
            <PostButton
              action={inDistrict(asked.district, meetingPaths.bringBackItem(item.id))}
              label={t.bringBack}
              about={item.title}
              look="link"
            />
          </li>
        ))}
      </Rows>
    </Section>
  )
}

/** What waits in a forum without a meeting, and what those in charge are to decide on. */
export const BacklogPage = ({ asked, view, taken = false }: BacklogProps) => {
  const t = handlingTexts[asked.lang]
  const { forum, items, coming } = view
  const href = (path: string) => inDistrict(asked.district, path)
  const title = t.backlogTitle(forum.name)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.forumMeetings(forum.slug)), label: forum.name },
      ]}
    >
      {taken && (
        <Message kind="warning" title={t.taken}>
          {t.takenText}
        </Message>
      )}
      <PageHead
        title={title}
        lead={t.backlogLead}
        actions={
          <a class="button button-primary" href={href(meetingPaths.addToBacklog(forum.slug))}>
            {t.addTopic}
          </a>
        }
      />
      <ReviewDue asked={asked} view={view} />
      <Proposals asked={asked} view={view} />
      <Section id="emner" title={t.backlog} {...(items.length > 0 && { count: items.length })}>
        {items.length === 0 ? (
          <Empty title={t.backlogEmpty}>
            <p>{t.backlogEmptyText}</p>
          </Empty>
        ) : (
          <>
            {coming.length === 0 && (
              <p class="sv-sm sv-2">
                {t.noMeetings} <a href={href(`${meetingPaths.create}?forum=${forum.slug}`)}>{t.createMeeting}</a>
              </p>
            )}
            <Waiting asked={asked} view={view} />
          </>
        )}
      </Section>
      <Dropped asked={asked} view={view} />
      {coming[0] !== undefined && (
        <p class="sv-sm sv-gap">
          <a href={href(meetingPaths.agenda(coming[0].id))}>
            {agendaTexts[asked.lang].pageTitle(nameOfMeeting(coming[0], asked.lang))}
          </a>
        </p>
      )}
    </Page>
  )
}
