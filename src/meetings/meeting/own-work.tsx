import { longDay, shortDay } from '../../base/language.ts'
import { daysBetween } from '../../base/time.ts'
import type { WorkPart } from '../../fora/own-work/part.ts'
import { Row, Rows, Section, State } from '../../web/blocks.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { forumMeetingTexts } from './forum-texts.ts'
import { type ComingMeeting, listComingMeetings, listMeetingDuties, type MeetingDuty } from './work-store.ts'
import { nameOfMeeting } from './wording.ts'

const mostShown = 5

const dutyState = (asked: Asked, { kind, due }: MeetingDuty) => {
  const t = forumMeetingTexts[asked.lang].dutyStates
  const late = kind !== 'minutes' && due !== null && due < asked.today
  if (late) return <State kind="bad">{t.overdue}</State>
  return <State kind={kind === 'minutes' ? 'warn' : 'todo'}>{t[kind]}</State>
}

const dutyWords = (asked: Asked, { kind, due, onDay }: MeetingDuty): string => {
  const t = forumMeetingTexts[asked.lang]
  if (kind === 'minutes') return t.minutesAfter(daysBetween(onDay, asked.today))
  if (due === null) return t.approveSoon
  if (kind === 'reply') return t.replyBefore(longDay(due, asked.lang))
  const day = longDay(due, asked.lang)
  if (kind === 'approve') return t.approveBy(day)
  return due < asked.today ? t.summonLate(day) : t.summonBy(day)
}

const dutyPath = ({ kind, id }: MeetingDuty): string =>
  kind === 'summon' ? meetingPaths.summons(id) : kind === 'reply' ? meetingPaths.reply(id) : meetingPaths.minutes(id)

const Duties = ({ asked, duties }: { asked: Asked; duties: readonly MeetingDuty[] }) => {
  const t = forumMeetingTexts[asked.lang]
  const total = duties[0]?.total ?? 0
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Section id="moeder-venter" title={t.duties} count={String(total)}>
      <Rows columns="lead-action">
        {duties.map((duty) => (
          <Row
            lead={dutyState(asked, duty)}
            title={<a href={href(meetingPaths.meeting(duty.id))}>{nameOfMeeting(duty, asked.lang)}</a>}
            action={
              <a
                href={href(dutyPath(duty))}
                aria-label={`${t.dutyActions[duty.kind]}: ${nameOfMeeting(duty, asked.lang)}`}
              >
                {t.dutyActions[duty.kind]}
              </a>
            }
          >
            {dutyWords(asked, duty)}
          </Row>
        ))}
      </Rows>
      {total > duties.length && (
        <p class="sv-sm">
          <a href={href(meetingPaths.list)}>{t.more(total - duties.length)}</a>
        </p>
      )}
    </Section>
  )
}

const replyState = (asked: Asked, { state, reply }: ComingMeeting) => {
  const t = forumMeetingTexts[asked.lang]
  if (state === 'draft') return <State kind="none">{t.notSummoned}</State>
  if (reply === null) return <State kind="way">{meetingWords[asked.lang].states[state]}</State>
  const looks = { none: 'warn', accepted: 'ok', declined: 'none', deputy: 'way' } as const
  return <State kind={looks[reply]}>{t.replies[reply]}</State>
}

const Coming = ({ asked, meetings }: { asked: Asked; meetings: readonly ComingMeeting[] }) => {
  const t = forumMeetingTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Section
      id="mine-moeder"
      title={t.upcoming}
      link={{ href: withQuery(href(meetingPaths.list), { mine: 'ja', udvalg: 'coming' }), label: t.all }}
    >
      <Rows columns="lead-action">
        {meetings.map((meeting) => (
          <Row
            lead={<b>{shortDay(meeting.onDay, asked.lang)}</b>}
            title={
              <a href={href(meetingPaths.meeting(meeting.id))}>
                {meeting.title === '' ? meeting.forumName : meeting.title}
              </a>
            }
            action={
              meeting.state === 'summoned' && meeting.reply === 'none' ? (
                <a
                  href={href(meetingPaths.reply(meeting.id))}
                  aria-label={`${t.reply}: ${nameOfMeeting(meeting, asked.lang)}`}
                >
                  {t.reply}
                </a>
              ) : (
                <span class="sv-sm">{replyState(asked, meeting)}</span>
              )
            }
          >
            {[meetingWords[asked.lang].at(meeting.starts, meeting.ends), meeting.place]
              .filter((part) => part !== '')
              .join(', ')}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

/** The reader's coming meetings with their reply, and the meetings that wait for them to act, for "Mit arbejde". */
export const ownMeetings: WorkPart = async (asked, trx) => {
  const { actor, district, today } = asked
  const reader = {
    district: district.id,
    today,
    personId: actor.personId,
    fora: actor.fora.map(({ forumId }) => forumId),
    leads: actor.fora.filter(({ lead }) => lead).map(({ forumId }) => forumId),
    all: asked.may('meetings.settings'),
  }
  const coming = actor.personId === null ? [] : await listComingMeetings(trx, reader, mostShown)
  const duties = await listMeetingDuties(trx, reader, mostShown)
  if (coming.length === 0 && duties.length === 0) return null
  return (
    <>
      {duties.length > 0 && <Duties asked={asked} duties={duties} />}
      {coming.length > 0 && <Coming asked={asked} meetings={coming} />}
    </>
  )
}
