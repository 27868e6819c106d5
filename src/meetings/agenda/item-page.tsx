import type { Child } from 'hono/jsx'
import { longDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { Columns, Fact, Facts, Message, Note, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Icon } from '../../web/icon.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import { meetingTexts } from '../meeting/texts.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked, itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { handlingTexts } from './handling-texts.ts'
import type { Item } from './item-store.ts'
import { itemTexts } from './item-texts.ts'
import { nameOfItem, type PlacedItem } from './placed.ts'
import { RelatedSections } from './related-view.tsx'
import type { Related } from './related-store.ts'
import { isRemovable, isReviewDue, isTakenUpAgain } from './rules.ts'
import { describeItem, Words } from './words.tsx'

/** An open action point as it stands on the item that carries it. */
export interface CarriedTask {
  id: string
  title: string
  ownerName: string | null
  dueOn: CalendarDay
}

export interface ItemView extends PlacedItem {
  previous: Item | null
  next: Item | null
  related: readonly Related[]
  /** How many items of the same matter the reader may see, this one included. */
  inMatter: number
  /** The forum's open action points, for the item that carries them. */
  tasks: readonly CarriedTask[]
}

interface ItemPageProps {
  asked: Asked
  view: ItemView
  /** The papers of the item, as a section. */
  papers?: Child
  /** Outcome, statements, votes and action points, as sections. */
  outcome?: Child
  /** The reader's own note, in the side column. */
  note?: Child
  message?: Child
}

const Closed = ({ asked, item, inCharge }: { asked: Asked; item: Item; inCharge: boolean }) => {
  const t = itemTexts[asked.lang]
  const m = meetingTexts[asked.lang]
  const due = inCharge && isReviewDue(item, asked.today) && item.reviewOn !== null
  return (
    <>
      <div class="sv-closed">
        <p>
          <Icon name="lock" /> <b>{m.closed}</b> {m.onlyMembers} {item.ground !== null && m.ground(item.ground)}{' '}
          {item.reviewOn !== null && m.review(longDay(item.reviewOn, asked.lang))}{' '}
          {item.excluded > 0 && m.excluded(item.excluded)}
        </p>
      </div>
      {due && item.reviewOn !== null && (
        <Note kind="warn" title={t.reviewDue(longDay(item.reviewOn, asked.lang))}>
          <p>{t.reviewDueText}</p>
        </Note>
      )}
    </>
  )
}

const Case = ({ asked, view, mayEdit }: { asked: Asked; view: ItemView; mayEdit: boolean }) => {
  const t = itemTexts[asked.lang]
  const { item } = view
  return (
    <>
      <Section id="sagen" title={t.what}>
        {item.body === '' ? (
          <p class="sv-2">
            {mayEdit ? t.noCaseYet : t.noCase}{' '}
            {mayEdit && <a href={inDistrict(asked.district, meetingPaths.editItem(item.id))}>{t.describe}</a>}
          </p>
        ) : (
          <Words text={item.body} />
        )}
      </Section>
      {item.recommendation !== '' && (
        <Section id="indstilling" title={t.recommendation}>
          <Words text={item.recommendation} />
        </Section>
      )}
    </>
  )
}

const CarriedAlong = ({ asked, view }: { asked: Asked; view: ItemView }) => {
  const t = itemTexts[asked.lang]
  const { item, tasks } = view
  const href = (path: string) => inDistrict(asked.district, path)
  if (item.carries === 'actionPoints')
    return (
      <Section id="opgaver" title={t.openTasks} {...(tasks.length > 0 && { count: tasks.length })}>
        {tasks.length === 0 ? (
          <p class="sv-2">{t.noTasks}</p>
        ) : (
          <Rows columns="pair" small>
            {tasks.map((task) => (
              <li>
                <a href={href(meetingPaths.task(task.id))}>{task.title}</a>
                <span class="sv-2">
                  {[task.ownerName ?? '', longDay(task.dueOn, asked.lang)].filter((part) => part !== '').join(', ')}
                </span>
              </li>
            ))}
          </Rows>
        )}
      </Section>
    )
  if (item.carries !== 'lastMinutes' || item.lastMeetingId === null || item.lastMeetingOn === null) return null
  return (
    <Section id="sidste-referat" title={t.lastMinutes}>
      <p>
        <Icon name="doc" />{' '}
        <a href={href(meetingPaths.minutes(item.lastMeetingId))}>
          {t.lastMinutesOf(longDay(item.lastMeetingOn, asked.lang))}
        </a>
      </p>
    </Section>
  )
}

const About = ({ asked, view }: { asked: Asked; view: ItemView }) => {
  const t = itemTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const { item, meeting, forum } = view
  const minutes = item.minutes > 0 ? words.minutes(item.minutes) : ''
  return (
    <Section id="om" title={t.about}>
      <Facts stacked>
        <Fact term={meeting === null ? t.forum : t.meeting}>
          {meeting === null ? (
            forum.name
          ) : (
            <a href={inDistrict(asked.district, meetingPaths.meeting(meeting.id))}>
              {nameOfMeeting(meeting, asked.lang)}
            </a>
          )}
        </Fact>
        {meeting !== null && (
          <Fact term={t.when}>
            {t.at(`${asked.lang === 'da' ? 'Kl. ' : ''}${words.clock(itemStarts(meeting.starts, item))}`, minutes)}
          </Fact>
        )}
        <Fact term={t.kind}>{words.itemKinds[item.kind]}</Fact>
        <Fact term={t.presenter}>{item.presenter === '' ? t.noPresenter : item.presenter}</Fact>
        {item.section !== '' && <Fact term={t.section}>{item.section}</Fact>}
        <Fact term={t.openness}>{words.itemOpenness[item.openness]}</Fact>
      </Facts>
    </Section>
  )
}

const DoMore = ({ asked, view }: { asked: Asked; view: ItemView }) => {
  const t = itemTexts[asked.lang]
  const { item, meeting } = view
  const links = [
    { path: meetingPaths.closeItem(item.id), label: t.close },
    { path: meetingPaths.excludeFrom(item.id), label: t.exclude },
    item.droppedAt === null && { path: meetingPaths.sendItemOn(item.id), label: t.sendOn },
    meeting !== null && isRemovable(item, meeting) && { path: meetingPaths.removeItem(item.id), label: t.remove },
    meeting === null && item.droppedAt === null && { path: meetingPaths.dropItem(item.id), label: t.drop },
  ].filter((link) => link !== false)
  return (
    <Section id="arbejd" title={t.doMore}>
      <Rows columns="one" small>
        {links.map(({ path, label }) => (
          <li>
            <a href={inDistrict(asked.district, path)}>{label}</a>
          </li>
        ))}
      </Rows>
    </Section>
  )
}

const Around = ({ asked, view }: { asked: Asked; view: ItemView }) => {
  const t = itemTexts[asked.lang]
  const { item, meeting, previous, next, inMatter } = view
  const name = (other: Item) => `${String(itemNumber(meeting?.firstItemNumber ?? 1, other.position))}. ${other.title}`
  return (
    <>
      <Section id="sagens-vej" title={t.matter}>
        <p class="sv-sm">
          {t.matterCount(inMatter)}{' '}
          {inMatter > 1 && <a href={inDistrict(asked.district, meetingPaths.matter(item.matterId))}>{t.seeMatter}</a>}
        </p>
      </Section>
      {(previous !== null || next !== null) && (
        <Section id="foer-og-efter" title={t.around}>
          <Rows columns="one" small>
            {previous !== null && (
              <li>
                <span>
                  {t.previous}{' '}
                  <a href={inDistrict(asked.district, meetingPaths.item(previous.id))} rel="prev">
                    {name(previous)}
                  </a>
                </span>
              </li>
            )}
            {next !== null && (
              <li>
                <span>
                  {t.next}{' '}
                  <a href={inDistrict(asked.district, meetingPaths.item(next.id))} rel="next">
                    {name(next)}
                  </a>
                </span>
              </li>
            )}
          </Rows>
        </Section>
      )}
    </>
  )
}

const Dropped = ({ asked, item, inCharge }: { asked: Asked; item: Item; inCharge: boolean }) => {
  const t = itemTexts[asked.lang]
  return (
    <Note kind="warn" title={t.dropped}>
      <p>{t.droppedText(item.backlogReason)}</p>
      {inCharge && (
        <PostButton action={inDistrict(asked.district, meetingPaths.bringBackItem(item.id))} label={t.bringBack} />
      )}
    </Note>
  )
}

/** An item as its reader may see it: the case, what it rests on, what came of it, and where it goes. */
export const ItemPage = ({ asked, view, papers, outcome, note, message }: ItemPageProps) => {
  const t = itemTexts[asked.lang]
  const { item, meeting, forum } = view
  const inCharge = isInCharge(asked, item)
  const mayEdit = inCharge && !(meeting !== null && isLocked(meeting.state))
  const name = nameOfItem(view)
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Page
      frame={asked.frame}
      title={name}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        meeting === null
          ? { href: href(meetingPaths.backlog(forum.slug)), label: handlingTexts[asked.lang].backlogTitle(forum.name) }
          : { href: href(meetingPaths.meeting(meeting.id)), label: nameOfMeeting(meeting, asked.lang) },
      ]}
    >
      {message}
      <PageHead
        title={name}
        lead={describeItem(item, asked.lang)}
        {...(mayEdit && {
          actions: (
            <a class="button button-secondary" href={href(meetingPaths.editItem(item.id))}>
              {t.edit}
            </a>
          ),
        })}
      />
      {item.droppedAt !== null && <Dropped asked={asked} item={item} inCharge={inCharge} />}
      {item.openness === 'closed' && <Closed asked={asked} item={item} inCharge={inCharge} />}
      {meeting === null && item.droppedAt === null && (
        <Message kind="info" title={t.waits}>
          {item.backlogReason === '' ? undefined : handlingTexts[asked.lang].reason(item.backlogReason)}
        </Message>
      )}
      <Columns>
        <div>
          <Case asked={asked} view={view} mayEdit={mayEdit} />
          <CarriedAlong asked={asked} view={view} />
          {papers}
          {outcome}
          <RelatedSections asked={asked} item={item} related={view.related} />
        </div>
        <div>
          <About asked={asked} view={view} />
          {note}
          {inCharge && <DoMore asked={asked} view={view} />}
          <Around asked={asked} view={view} />
          {isTakenUpAgain(meeting) && item.outcome === 'postponed' && inCharge && (
            <p class="sv-sm">
              <a href={href(meetingPaths.sendItemOn(item.id))}>{t.takeUpAgain}</a>
            </p>
          )}
        </div>
      </Columns>
    </Page>
  )
}
