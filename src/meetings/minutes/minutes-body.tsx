import type { Child } from 'hono/jsx'
import { longDay, shortDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Section } from '../../web/blocks.tsx'
import { Icon } from '../../web/icon.tsx'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { voteKinds } from '../hold/rules.ts'
import { meetingWords } from '../texts.ts'
import { type Addendum, type Attendee, isSeen, type Minutes, type MinutesItem, type MinutesStyle } from './rules.ts'
import { attendeeRole, attendeeWho, votesInWords } from './wording.ts'
import { minutesTexts } from './texts.ts'

interface BodyProps {
  asked: Asked
  minutes: Minutes
  minutesStyle: MinutesStyle
  /** What can be done with a correction, for those in charge. */
  addendumAction?: (addendum: Addendum) => Child
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text
      .split(/\n{2,}/)
      .filter((part) => part.trim() !== '')
      .map((part) => (
        <p class="sv-words">{part}</p>
      ))}
  </>
)

const Attendance = ({ asked, attendance }: { asked: Asked; attendance: readonly Attendee[] }) => {
  const t = minutesTexts[asked.lang]
  if (attendance.length === 0) return <p class="sv-2">{t.noAttendance}</p>
  return (
    <Table
      caption={t.attendanceCaption}
      captionHidden
      columns={[
        { key: 'who', label: t.attendanceHead.who, cell: (row) => attendeeWho(row, asked.lang) },
        { key: 'role', label: t.attendanceHead.role, cell: (row) => attendeeRole(row, asked.lang) },
        { key: 'status', label: t.attendanceHead.status, cell: (row) => t.status[row.status] },
      ]}
      rows={attendance}
    />
  )
}

const Statements = ({ asked, item }: { asked: Asked; item: MinutesItem }) => {
  const t = minutesTexts[asked.lang]
  return (
    <Table
      caption={t.statementsCaption(item.number)}
      columns={[
        { key: 'municipality', label: t.statementsHead.municipality, cell: (row) => row.municipality },
        { key: 'stand', label: t.statementsHead.stand, cell: (row) => t.stands[row.stand] },
        { key: 'remark', label: t.statementsHead.remark, cell: (row) => row.remark },
      ]}
      rows={item.statements}
    />
  )
}

const Votes = ({ asked, item }: { asked: Asked; item: MinutesItem }) => {
  const t = minutesTexts[asked.lang]
  return (
    <p>
      <b>{t.votes}.</b> {voteKinds.map((vote) => votesInWords(item.votes, vote, asked.lang)).join('. ')}.
    </p>
  )
}

const Fuller = ({ asked, item }: { asked: Asked; item: MinutesItem }) => {
  const t = minutesTexts[asked.lang]
  const parts = [
    { heading: t.body, text: item.body },
    { heading: t.recommendation, text: item.recommendation },
    { heading: t.discussion, text: item.discussion },
  ]
  return (
    <>
      {parts
        .filter(({ text }) => text.trim() !== '')
        .map(({ heading, text }) => (
          <>
            <h4>{heading}</h4>
            <Lines text={text} />
          </>
        ))}
    </>
  )
}

const Item = ({ asked, item, minutesStyle }: { asked: Asked; item: MinutesItem; minutesStyle: MinutesStyle }) => {
  const t = minutesTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return (
    <article class="sv-minute" id={`punkt-${item.number}`}>
      <h3>
        {item.number}. {item.title}
      </h3>
      <p class="sv-sm sv-2">
        {words.itemKinds[item.kind]}
        {item.presenter !== '' && `. ${item.presenter}`}.
      </p>
      {item.openness === 'closed' && (
        <p class="sv-sm">
          <Icon name="lock" /> {t.closedHere} {item.ground !== null && t.ground(item.ground)}
        </p>
      )}
      {minutesStyle === 'full' && <Fuller asked={asked} item={item} />}
      {item.outcome === null && item.decision === '' ? (
        <p class="sv-2">{t.noOutcome}</p>
      ) : (
        <div class="sv-out">
          <p class="sv-words">
            {item.outcome !== null && <b>{words.outcomes[item.outcome]}.</b>} {item.decision}
          </p>
        </div>
      )}
      {item.votes.length > 0 && <Votes asked={asked} item={item} />}
      {item.statements.length > 0 && <Statements asked={asked} item={item} />}
    </article>
  )
}

const Addenda = ({ asked, minutes, addendumAction }: BodyProps) => {
  const t = minutesTexts[asked.lang]
  return (
    <Section id="rettelser" title={t.addenda} count={minutes.addenda.length}>
      <p class="sv-2">{t.addendaLead}</p>
      {minutes.addenda.map((addendum) => (
        <article class="sv-minute" id={`rettelse-${addendum.number}`}>
          <h3>
            {t.addendum(addendum.number)}
            {addendum.itemNumber !== null && `, ${t.toItem(addendum.itemNumber)}`}
          </h3>
          <Lines text={addendum.words} />
          <p class="sv-sm sv-2">
            {t.addedOn(longDay(dayOf(addendum.at), asked.lang))}. {addendum.openness === 'closed' && t.closedAddendum}
          </p>
          {addendumAction?.(addendum)}
        </article>
      ))}
    </Section>
  )
}

/** The minutes themselves: attendance, items with what came of them, action points and corrections. */
export const MinutesBody = (props: BodyProps) => {
  const { asked, minutes, minutesStyle } = props
  const t = minutesTexts[asked.lang]
  return (
    <>
      <Section id="fremmoede" title={t.attendance}>
        <Attendance asked={asked} attendance={minutes.attendance} />
      </Section>
      <Section id="punkter" title={t.items} count={minutes.entries.length}>
        {minutes.entries.length === 0 && <p class="sv-2">{t.noItems}</p>}
        {minutes.entries.map((entry) =>
          isSeen(entry) ? (
            <Item asked={asked} item={entry} minutesStyle={minutesStyle} />
          ) : (
            <article class="sv-minute sv-lock" id={`punkt-${entry.number}`}>
              <h3>
                <Icon name="lock" /> {t.closedEntry(entry.number)}
              </h3>
              <p class="sv-sm sv-2">{t.ground(entry.ground)}</p>
            </article>
          ),
        )}
      </Section>
      <Section id="opfoelgning" title={t.tasks} count={minutes.tasks.length}>
        {minutes.tasks.length === 0 ? (
          <p class="sv-2">{t.noTasks}</p>
        ) : (
          <Table
            caption={t.tasksCaption}
            captionHidden
            columns={[
              { key: 'title', label: t.tasksHead.title, cell: (row) => row.title },
              { key: 'item', label: t.tasksHead.item, cell: (row) => t.itemNumber(row.itemNumber) },
              { key: 'owner', label: t.tasksHead.owner, cell: (row) => (row.owner === '' ? t.ownerUnseen : row.owner) },
              { key: 'due', label: t.tasksHead.due, cell: (row) => shortDay(row.dueOn, asked.lang) },
            ]}
            rows={minutes.tasks}
          />
        )}
      </Section>
      {minutes.addenda.length > 0 && <Addenda {...props} />}
    </>
  )
}
