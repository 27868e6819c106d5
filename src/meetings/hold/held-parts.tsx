import { listed } from '../../base/language.ts'
import { Rows, Section } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Item } from '../agenda/item-store.ts'
import { isInCharge } from '../find.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { Attendance } from './attendance-store.ts'
import { seatedOf } from './forms.ts'
import type { Statement, Vote } from './outcome-store.ts'
import type { Held } from './read-held.ts'
import { fill, spokenTime, type Stand, voteKinds, wallTime } from './rules.ts'
import { holdTexts } from './texts.ts'

interface PartProps {
  asked: Asked
  meeting: Meeting
  held: Held
}

/** The way to the page the meeting is run from, for those in charge; the page's first button once the day has come. */
export const HoldAction = ({ asked, meeting }: Omit<PartProps, 'held'>) => {
  if (!isInCharge(asked, meeting) || (meeting.state !== 'summoned' && meeting.state !== 'held')) return null
  const t = holdTexts[asked.lang]
  return (
    <a
      class={`button ${meeting.state === 'summoned' && meeting.onDay <= asked.today ? 'button-primary' : 'button-secondary'}`}
      href={inDistrict(asked.district, meetingPaths.hold(meeting.id))}
    >
      {meeting.state === 'held' ? t.minute : t.hold}
    </a>
  )
}

/** Where a running meeting has come to; kept up to date by itself, and by a link without script. */
export const NowSection = ({ asked, meeting, held: { now } }: PartProps) => {
  if (now === null) return null
  const t = holdTexts[asked.lang].now
  const { current } = now
  const here = inDistrict(asked.district, meetingPaths.meeting(meeting.id))
  return (
    <live-meeting
      class="sv-now"
      data-address={inDistrict(asked.district, meetingPaths.live(meeting.id))}
      data-mode="follow"
      data-agenda={now.agenda}
      data-here={here}
      data-lang={asked.lang}
      data-words={JSON.stringify({
        item: t.item,
        since: t.since,
        running: t.running,
        over: t.over,
        agenda: holdTexts[asked.lang].agendaChanged,
        reload: t.reload,
        lost: t.lost,
      })}
    >
      <Section id="i-gang" title={t.heading} link={{ href: here, label: t.reload }}>
        <div role="status">
          <p class="sv-big" data-item>
            {current === null ? t.running : fill(t.item, { number: current.number, title: current.title })}
          </p>
          <p class="sv-sm sv-2" data-since>
            {current !== null && fill(t.since, { time: spokenTime(wallTime(current.since), asked.lang) })}
          </p>
          <p class="sv-sm" data-said />
        </div>
      </Section>
    </live-meeting>
  )
}

/** Names of persons are for those who take part; others read which seat it was. */
const nameFor = (asked: Asked, { name, label }: Pick<Attendance, 'name' | 'label'>): string =>
  asked.may('persons.see') ? name : label === '' ? holdTexts[asked.lang].attendance.unnamed : label

/** Who came: how many seats, the chair, deputies and guests. */
export const AttendanceSection = ({
  asked,
  meeting,
  items,
  held: { attendance },
}: PartProps & { items: readonly Item[] }) => {
  if (attendance.length === 0) return null
  const t = holdTexts[asked.lang].attendance
  const seated = seatedOf(attendance)
  const present = seated.filter(({ status }) => status === 'present')
  const chair = present.find(({ role }) => role === 'chair')
  const deputies = present.filter(({ capacity }) => capacity === 'deputy')
  const away = seated.filter(({ status }) => status !== 'present')
  const seat = (row: Attendance) => row.label || nameFor(asked, { ...row, name: row.deputyFor || row.name })
  const guestAt = (itemId: string | null) => {
    const item = items.find(({ id }) => id === itemId)
    return item === undefined ? t.guest : t.guestAt(itemNumber(meeting.firstItemNumber, item.position))
  }
  return (
    <Section id="fremmoede" title={t.heading}>
      <p class="sv-big">{seated.length === 0 ? t.nobody : t.present(present.length, seated.length)}</p>
      <p class="sv-sm sv-2">
        {chair && t.chair(chair.label || nameFor(asked, chair))} {deputies.length > 0 && t.deputies(deputies.length)}
      </p>
      <Rows columns="pair" small>
        {deputies.map((row) => (
          <li>
            <span>{seat(row)}</span>
            <span>{asked.may('persons.see') ? t.deputy(row.name) : t.deputyUnnamed}</span>
          </li>
        ))}
        {away.map((row) => (
          <li>
            <span>{seat(row)}</span>
            <span>{t.statuses[row.status]}</span>
          </li>
        ))}
        {attendance
          .filter(({ capacity }) => capacity === 'guest')
          .map((row) => (
            <li>
              <span>{guestAt(row.itemId)}</span>
              <span>
                {[nameFor(asked, row), row.label]
                  .filter((word, at, all) => word !== '' && all.indexOf(word) === at)
                  .join(', ')}
              </span>
            </li>
          ))}
      </Rows>
    </Section>
  )
}

/** Municipalities that said the same without a remark stand in one row. */
const grouped = (statements: readonly Statement[], asked: Asked): { who: string; stand: Stand; remark: string }[] => {
  const groups = Map.groupBy(statements, ({ stand, remark }) => `${stand} ${remark}`)
  return [...groups.values()].flatMap((same) => {
    const [first] = same
    if (first === undefined) return []
    const { stand, remark } = first
    return [
      {
        who: listed(
          same.map(({ municipality }) => municipality),
          asked.lang,
        ),
        stand,
        remark,
      },
    ]
  })
}

const Statements = ({ asked, item, statements }: { asked: Asked; item: string; statements: readonly Statement[] }) => {
  const t = holdTexts[asked.lang].statements
  return (
    <details class="sv-more sv-sm">
      <summary>{t.read}</summary>
      <Table
        caption={t.caption(item)}
        captionHidden
        rows={grouped(statements, asked)}
        columns={[
          { key: 'kommune', label: t.municipality, cell: ({ who }) => who },
          { key: 'svar', label: t.stand, cell: ({ stand }) => t.stands[stand] },
          { key: 'bem', label: t.remark, cell: ({ remark }) => (remark === '' ? null : remark) },
        ]}
      />
    </details>
  )
}

const Votes = ({ asked, item, votes }: { asked: Asked; item: string; votes: readonly Vote[] }) => {
  const t = holdTexts[asked.lang].votes
  const [inFavour = 0, against = 0, abstaining = 0] = voteKinds.map(
    (kind) => votes.filter(({ vote }) => vote === kind).length,
  )
  return (
    <>
      <p class="sv-sm">
        {t.heading}: {t.sum(inFavour, against, abstaining)}.
      </p>
      {asked.may('persons.see') && (
        <details class="sv-more sv-sm">
          <summary>{t.read}</summary>
          <Table
            caption={t.caption(item)}
            captionHidden
            rows={votes}
            columns={[
              { key: 'navn', label: t.name, cell: ({ name }) => name },
              { key: 'stemme', label: t.vote, cell: ({ vote }) => t.kinds[vote] },
            ]}
          />
        </details>
      )}
    </>
  )
}

/** What became of an item: outcome and decision, with what municipalities said and who voted what. */
export const outcomeOf = (asked: Asked, held: Held) => (item: Item) => {
  if (item.outcome === null && item.decision === '') return null
  const statements = held.statements.filter(({ itemId }) => itemId === item.id)
  const votes = held.votes.filter(({ itemId }) => itemId === item.id)
  return (
    <div class="sv-out">
      <p class="sv-words">
        {item.outcome !== null && <b>{meetingWords[asked.lang].outcomes[item.outcome]}.</b>} {item.decision}
      </p>
      {item.discussion !== '' && (
        <details class="sv-more sv-sm">
          <summary>{holdTexts[asked.lang].outcome.discussion}</summary>
          <p class="sv-words">{item.discussion}</p>
        </details>
      )}
      {votes.length > 0 && <Votes asked={asked} item={item.title} votes={votes} />}
      {statements.length > 0 && <Statements asked={asked} item={item.title} statements={statements} />}
    </div>
  )
}
