import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Columns, Empty, Message, Note, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import type { Proposal } from '../proposals/proposals-store.ts'
import { lengthOf } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { EditableAgenda, type JustMoved } from './editable-agenda.tsx'
import type { Item } from './item-store.ts'
import { minutesPlanned } from './rules.ts'
import { agendaTexts } from './texts.ts'

export interface AgendaView {
  meeting: Meeting
  items: readonly Item[]
  /** Fixed items of the standing orders that are not on the agenda. */
  missingFixed: number
  /** The meeting before, whose agenda can be copied. */
  previous: Meeting | null
  backlog: readonly Item[]
  waiting: readonly Proposal[]
}

interface AgendaPageProps {
  asked: Asked
  view: AgendaView
  moved?: JustMoved | null
  /** What just happened or went wrong. */
  message?: { kind: 'success' | 'info' | 'warning' | 'error'; title: string; text?: string } | null
}

const Actions = ({ asked, view }: { asked: Asked; view: AgendaView }) => {
  const t = agendaTexts[asked.lang]
  const { meeting, items, missingFixed, previous } = view
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <>
      {items.length === 0 && previous !== null && (
        <PostButton
          action={href(meetingPaths.copyAgenda(meeting.id))}
          label={t.copy(longDay(previous.onDay, asked.lang))}
          fields={{ fra: previous.id }}
        />
      )}
      {missingFixed > 0 && <PostButton action={href(meetingPaths.fixedItems(meeting.id))} label={t.fixed} />}
      <a class="button button-primary" href={href(meetingPaths.addItem(meeting.id))}>
        {t.add}
      </a>
    </>
  )
}

const Waiting = ({ asked, view }: { asked: Asked; view: AgendaView }) => {
  const t = agendaTexts[asked.lang]
  return (
    <Section id="forslag" title={t.waiting} {...(view.waiting.length > 0 && { count: view.waiting.length })}>
      {view.waiting.length === 0 ? (
        <p class="sv-sm sv-2">{t.noWaiting}</p>
      ) : (
        <Rows columns="one" small>
          {view.waiting.map((proposal) => (
            <li>
              <a href={inDistrict(asked.district, meetingPaths.proposal(proposal.id))}>{proposal.title}</a>
              <span class="sv-2">{t.by(proposal.proposedBy, longDay(dayOf(proposal.proposedAt), asked.lang))}</span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Backlog = ({ asked, view }: { asked: Asked; view: AgendaView }) => {
  const t = agendaTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Section
      id="emner"
      title={t.backlog}
      link={{ href: href(meetingPaths.backlog(view.meeting.forumSlug)), label: t.toBacklog }}
    >
      {view.backlog.length === 0 ? (
        <p class="sv-sm sv-2">{t.noBacklog}</p>
      ) : (
        <Rows columns="pair" small>
          {view.backlog.map((item) => (
            <li>
              <a href={href(meetingPaths.item(item.id))}>{item.title}</a>
              <PostButton
                action={href(meetingPaths.fromBacklog(view.meeting.id))}
                label={t.fromBacklog}
                about={item.title}
                fields={{ punkt: item.id }}
                look="link"
              />
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** Where those in charge put the agenda together. */
export const AgendaPage = ({ asked, view, moved = null, message = null }: AgendaPageProps) => {
  const t = agendaTexts[asked.lang]
  const { meeting, items } = view
  const length = lengthOf(meeting)
  const planned = minutesPlanned(items, length)
  const title = t.pageTitle(nameOfMeeting(meeting, asked.lang))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
        {
          href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)),
          label: nameOfMeeting(meeting, asked.lang),
        },
      ]}
    >
      {message && (
        <Message kind={message.kind} title={message.title}>
          {message.text}
        </Message>
      )}
      <PageHead
        title={title}
        lead={meeting.state === 'draft' ? t.lead : t.leadSummoned}
        actions={<Actions asked={asked} view={view} />}
      />
      <Columns>
        <div>
          <Section id="dagsorden" title={t.title} count={t.planned(planned.total, length)}>
            {planned.over > 0 && (
              <Note kind="warn" title={t.over(planned.over)}>
                <p>{t.overText}</p>
              </Note>
            )}
            {items.length === 0 ? (
              <Empty title={t.empty}>
                <p>{t.emptyText}</p>
              </Empty>
            ) : (
              <EditableAgenda asked={asked} meeting={meeting} items={items} moved={moved} />
            )}
          </Section>
        </div>
        <div>
          <Waiting asked={asked} view={view} />
          <Backlog asked={asked} view={view} />
        </div>
      </Columns>
    </Page>
  )
}
