import type { Child } from 'hono/jsx'
import { longDay, moment, shortDay } from '../../base/language.ts'
import { dayOf, yearOf } from '../../base/time.ts'
import { Columns, Fact, Facts, Note, PageHead, Rows, Section, State } from '../../web/blocks.tsx'
import { Pips } from '../../web/figures.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { actionName, fieldName } from '../../audit/names.ts'
import { agreedNumber, cadenceFulfilment, cadenceInWords, parseCadence } from '../cadence/rules.ts'
import type { InterfaceRow } from '../interfaces/store.ts'
import type { LegalReference } from '../law/rules.ts'
import { foraPaths, onDay } from '../paths.ts'
import type { Composition } from '../seats/composition.ts'
import { ForumSeats } from '../seats/forum-seats.tsx'
import type { SeatRow } from '../seats/store.ts'
import { seatTexts } from '../seats/texts.ts'
import { ForumInterfaces } from '../interfaces/forum-interfaces.tsx'
import { editTexts } from './edit-texts.ts'
import type { ForumDetail, HistoryEntry, MeetingDay } from './forum-store.ts'
import { type AnnexField, annexFields, countMeetings } from './rules.ts'
import { registerTexts } from './texts.ts'
import { changesOf } from '../../audit/changes.ts'

export interface ForumPageProps {
  asked: Asked
  forum: ForumDetail
  seats: readonly SeatRow[]
  /** How the forum is to be put together; null when nothing is agreed. */
  composition: Composition | null
  /** Statements the forum makes, and statements others make about it. */
  interfaces: readonly InterfaceRow[]
  node: string
  law: readonly LegalReference[]
  /** Of the calendar year. */
  meetingDays: readonly MeetingDay[]
  /** The next day that the forum meets, also in another year. */
  nextMeeting: string | null
  history: readonly HistoryEntry[]
}

const annexFieldNames: ReadonlySet<string> = new Set(annexFields)

const AnnexFacts = ({ asked, forum, history }: ForumPageProps) => {
  const t = registerTexts[asked.lang]
  const worded = history.find((entry) => changesOf(entry).some(({ field }) => annexFieldNames.has(field)))
  const cadence = parseCadence(forum.cadence)
  const extra: Partial<Record<AnnexField, Child>> = {
    cadence:
      forum.cadence === '' ? null : (
        <span class="sv-2">
          {' '}
          {cadence.kind === 'unparsed' ? t.notRead : t.readAs(cadenceInWords(cadence, asked.lang))}
        </span>
      ),
  }
  return (
    <Section
      id="bilag"
      title={t.fromAnnex}
      {...(worded !== undefined && { count: t.worded(shortDay(dayOf(worded.at), asked.lang)) })}
    >
      <Facts>
        {annexFields.map((field) => (
          <Fact term={t.fields[field]}>
            {forum[field] === '' ? <State kind="none">{t.fieldMissing}</State> : forum[field]}
            {extra[field]}
          </Fact>
        ))}
      </Facts>
    </Section>
  )
}

const Law = ({ asked, forum, law }: ForumPageProps) => {
  const t = registerTexts[asked.lang]
  const columns: Column<LegalReference>[] = [
    {
      key: 'source',
      label: t.fields.legalBasis,
      cell: (row) =>
        row.source === '' ? `${row.act} ${row.paragraph}` : <a href={row.source}>{`${row.act} ${row.paragraph}`}</a>,
    },
    { key: 'subject', label: t.fields.topic, cell: (row) => row.subject },
    {
      key: 'checked',
      label: seatTexts[asked.lang].checked,
      cell: (row) =>
        row.checkedOn === null ? (
          <State kind="warn">{seatTexts[asked.lang].neverChecked}</State>
        ) : (
          shortDay(row.checkedOn, asked.lang)
        ),
    },
  ]
  return (
    <Section
      id="lov"
      title={t.law}
      {...(asked.may('law.edit') &&
        asked.asOf === null && {
          link: { href: inDistrict(asked.district, foraPaths.law(forum.slug)), label: t.editLaw },
        })}
    >
      {law.length === 0 ? (
        <p class="sv-2">{t.noLaw}</p>
      ) : (
        <Table caption={t.law} captionHidden columns={columns} rows={law} />
      )}
    </Section>
  )
}

const Meetings = ({ asked, forum, meetingDays, nextMeeting }: ForumPageProps) => {
  const t = registerTexts[asked.lang]
  const { held, planned } = countMeetings(meetingDays, asked.day)
  const cadence = parseCadence(forum.cadence)
  const { state, missing } = cadenceFulfilment(cadence, held, planned)
  const count =
    (cadence.min ?? cadence.max ?? 0) >= 1
      ? t.meetings(held, agreedNumber(cadence, asked.lang))
      : cadence.kind === 'asNeeded'
        ? t.asNeeded(held)
        : t.heldOnly(held)
  const next = nextMeeting === null ? t.noNext : t.next(longDay(nextMeeting, asked.lang))
  return (
    <section aria-labelledby="moeder">
      <div class="sv-h">
        <h2 id="moeder">{t.meetingsIn(yearOf(asked.day))}</h2>
      </div>
      <p class="sv-big">
        {state !== 'notAssessable' && <Pips held={held} planned={planned} missing={missing} />}
        {forum.status === 'active' || nextMeeting !== null ? `${count}, ${next}` : count}
      </p>
      {missing > 0 && forum.status === 'active' && (
        <p class="sv-sm">
          <State kind="warn">{t.missing(missing)}</State>
        </p>
      )}
      {meetingDays.length === 0 ? (
        <p class="sv-sm sv-2">{t.noMeetings}</p>
      ) : (
        <Rows columns="pair" small>
          {meetingDays.map(({ onDay: day, meetingId }) => (
            <li>
              {meetingId === null ? (
                <b>{longDay(day, asked.lang)}</b>
              ) : (
                <a href={inDistrict(asked.district, foraPaths.meeting(meetingId))}>{longDay(day, asked.lang)}</a>
              )}
            </li>
          ))}
        </Rows>
      )}
      {asked.asOf === null && (
        <p class="sv-sm">
          <a href={inDistrict(asked.district, foraPaths.meetings(forum.slug))}>{t.allMeetings}</a>
        </p>
      )}
      {asked.may('meetingDays.edit') && asked.asOf === null && (
        <p class="sv-sm">
          <a href={inDistrict(asked.district, foraPaths.meetingDays(forum.slug))}>{t.addMeetingDay}</a>
        </p>
      )}
    </section>
  )
}

const History = ({ asked, forum, history }: ForumPageProps) => {
  const t = registerTexts[asked.lang]
  if (!asked.may('history.see')) return null
  return (
    <Section
      id="historik"
      title={t.history}
      link={{ href: inDistrict(asked.district, foraPaths.history(forum.slug)), label: t.wholeLog }}
    >
      <Rows columns="one" small>
        {history.map((entry) => (
          <li>
            <b>{moment(entry.at, asked.lang)}</b>
            <span>
              {actionName(entry.action, asked.lang)}
              {changesOf(entry).length > 0 &&
                `: ${changesOf(entry)
                  .map(({ field }) => fieldName(field, asked.lang))
                  .join(', ')}`}
            </span>
            {entry.actorName !== '' && <span class="sv-2">{entry.actorName}</span>}
          </li>
        ))}
      </Rows>
      <form class="sv-gap" action={inDistrict(asked.district, foraPaths.forum(forum.slug))} method="get">
        <label class="form-label" for="dato">
          {t.earlier}
        </label>
        <div class="sv-acts">
          <input
            class="form-input"
            type="date"
            id="dato"
            name="dato"
            max={asked.today}
            value={asked.asOf ?? undefined}
          />
          <button class="button button-secondary" type="submit">
            {t.showDate}
          </button>
        </div>
      </form>
    </Section>
  )
}

const stateOf = ({ forum, asked }: ForumPageProps): string => {
  const t = registerTexts[asked.lang]
  const since = longDay(forum.statusSince, asked.lang)
  if (forum.status === 'paused') return t.paused(since, forum.statusReason)
  if (forum.status === 'closed') return t.closed(since, forum.statusReason)
  return `${t.lowLevel(forum.level && t.levels[forum.level])}${t.statuses.active}. ${t.openness[forum.openness]} ${t.personalData(forum.personalData)}`
}

/** The page of one forum: the seven fields of the annex, seats, interfaces, legal bases, meetings and history. */
export const ForumPage = (props: ForumPageProps) => {
  const { asked, forum } = props
  const t = registerTexts[asked.lang]
  const list = inDistrict(asked.district, foraPaths.list)
  return (
    <Page
      frame={asked.frame}
      title={forum.name}
      current="fora"
      crumbs={[
        { href: onDay(list, asked.asOf), label: t.fora },
        {
          href: withQuery(list, { kategori: forum.categoryNumber, dato: asked.asOf }),
          label: `${String(forum.categoryNumber)}. ${forum.categoryName}`,
        },
      ]}
    >
      <PageHead
        title={forum.name}
        lead={stateOf(props)}
        actions={
          asked.may('forum.edit') && asked.asOf === null ? (
            <>
              <a class="button button-secondary" href={inDistrict(asked.district, foraPaths.status(forum.slug))}>
                {editTexts[asked.lang].changeStatus}
              </a>
              <a class="button button-primary" href={inDistrict(asked.district, foraPaths.edit(forum.slug))}>
                {t.edit}
              </a>
            </>
          ) : undefined
        }
      />
      {asked.asOf !== null && (
        <Note title={t.asOfTitle(longDay(asked.asOf, asked.lang))}>
          <p>
            <a href={inDistrict(asked.district, foraPaths.forum(forum.slug))}>{t.showToday}</a>
          </p>
        </Note>
      )}
      {forum.groupName !== null && (
        <p class="sv-2">
          {t.group(forum.groupName)}{' '}
          {forum.groupId !== null && asked.may('forum.edit') && asked.asOf === null && (
            <a href={inDistrict(asked.district, foraPaths.group(forum.groupId))}>{editTexts[asked.lang].groupEdit}</a>
          )}
        </p>
      )}
      <Columns>
        <div>
          <AnnexFacts {...props} />
          <ForumSeats {...props} />
          <ForumInterfaces {...props} />
          <Law {...props} />
        </div>
        <div>
          <Meetings {...props} />
          <History {...props} />
        </div>
      </Columns>
    </Page>
  )
}
