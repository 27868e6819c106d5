import { type CalendarDay, day, yearOf } from '../../base/time.ts'
import type { Asked } from '../../web/request.ts'
import { isHeld } from '../rules.ts'
import { nameOf } from './day-names.ts'
import { type Ring, ringOf } from './events.ts'
import type { Events } from './find-events.ts'
import { yearTexts } from './texts.ts'
import { angleOf, arc, type Mark, type PlacedMark, placeMarks, placeRings, pointAt, size } from './wheel.ts'

const middle = size / 2
const edge = 330

/** The marks of the wheel: every meeting that is not cancelled, and every deadline. */
const marksOf = ({ meetings, deadlines }: Events): Mark[] => [
  ...meetings
    .filter(({ state }) => state !== 'cancelled')
    .map((meeting) => ({ ring: ringOf(meeting.forumKind), day: meeting.onDay, done: isHeld(meeting.state) })),
  ...deadlines.map(({ day: on, done }) => ({ ring: 'deadline' as const, day: on, done })),
]

const Months = ({ asked, year, inner }: { asked: Asked; year: number; inner: number }) => (
  <>
    {Array.from({ length: 12 }, (_, month) => {
      const first = day(`${String(year)}-${String(month + 1).padStart(2, '0')}-01`)
      const next =
        month === 11
          ? day(`${String(year + 1)}-01-01`)
          : day(`${String(year)}-${String(month + 2).padStart(2, '0')}-01`)
      const [from, to] = [angleOf(first, year), angleOf(next, year)]
      const [a, b] = [pointAt(from, inner), pointAt(from, edge)]
      return (
        <>
          <path id={`m${String(month)}`} class="sv-guide" d={arc(edge + 7.5, from, to)} />
          <path class="k k-line" d={`M${String(a.x)} ${String(a.y)}L${String(b.x)} ${String(b.y)}`} />
          <text class="t-2">
            <textPath href={`#m${String(month)}`} startOffset="50%" text-anchor="middle">
              {nameOf(first, asked.lang, 'shortMonth')}
            </textPath>
          </text>
        </>
      )
    })}
  </>
)

const MarkView = ({ asked, mark }: { asked: Asked; mark: PlacedMark }) => {
  const { x, y, radius } = mark
  if (mark.ring === 'deadline') {
    const r = radius > 5 ? 7 : 5
    return (
      <path
        class={mark.done ? 'f-ink' : 'k k-ground'}
        d={`M${String(x)} ${String(y - r)}l${String(r)} ${String(r)} ${String(-r)} ${String(r)} ${String(-r)} ${String(-r)}Z`}
      />
    )
  }
  return (
    <>
      {mark.done ? (
        <circle class="f-ink" cx={x} cy={y} r={radius} />
      ) : (
        <circle class="k k-ground" cx={x} cy={y} r={radius - 1} />
      )}
      {mark.labelled && (
        <text class="t-xs halo" x={x} y={y + radius + 14} text-anchor="middle">
          {nameOf(mark.day, asked.lang, 'shortDay')}
        </text>
      )}
    </>
  )
}

const Hand = ({ today, year, inner }: { today: CalendarDay; year: number; inner: number }) => {
  const angle = angleOf(today, year)
  const [a, b] = [pointAt(angle, inner), pointAt(angle, edge)]
  return <path class="k k-today" d={`M${String(a.x)} ${String(a.y)}L${String(b.x)} ${String(b.y)}`} />
}

// What scrolls must be reached by keyboard.
const scrolling = { role: 'region', tabindex: 0 } as const

interface WheelProps {
  readonly asked: Asked
  readonly year: number
  readonly events: Events
}

/** The year as a wheel. The table beside it says the same. */
export const Wheel = ({ asked, year, events }: WheelProps) => {
  const t = yearTexts[asked.lang]
  const marks = marksOf(events)
  const places = placeRings(marks)
  const inner = places.at(-1)?.inner ?? 84
  const placed = placeMarks(marks, year, places)
  const isThisYear = yearOf(asked.today) === year
  const count = marks.filter(({ ring }) => ring !== 'deadline').length
  return (
    <div class="sv-scroll sv-wheel" {...scrolling} aria-label={t.drawing}>
      <svg viewBox={`0 0 ${String(size)} ${String(size)}`} role="img" aria-labelledby="hjul-navn hjul-om">
        <title id="hjul-navn">{t.title(year)}</title>
        <desc id="hjul-om">{t.described(count, events.deadlines.length)}</desc>
        <Months asked={asked} year={year} inner={inner} />
        <circle class="k k-line" cx={middle} cy={middle} r={edge} />
        {places.map((place) => (
          <circle class="k k-line" cx={middle} cy={middle} r={place.inner} />
        ))}
        {placed.map((mark) => (
          <MarkView asked={asked} mark={mark} />
        ))}
        {isThisYear && <Hand today={asked.today} year={year} inner={inner} />}
        {places.map(({ ring, outer }) => (
          <RingName ring={ring} outer={outer} words={t.rings[ring]} />
        ))}
        <circle class="f-ground" cx={middle} cy={middle} r={Math.min(62, inner - 2)} />
        <text class="t-y t-b" x={middle} y={middle + 4} text-anchor="middle">
          {String(year)}
        </text>
        {isThisYear && (
          <text class="t-2" x={middle} y={middle + 26} text-anchor="middle">
            {t.todayIs(nameOf(asked.today, asked.lang, 'shortDay'))}
          </text>
        )}
      </svg>
    </div>
  )
}

const RingName = ({ ring, outer, words }: { ring: Ring; outer: number; words: string }) => (
  <>
    <path id={`ring-${ring}`} class="sv-guide" d={arc(outer - 14, 0.02, Math.min(1.5, 160 / outer))} />
    <text class="t-2">
      <textPath href={`#ring-${ring}`}>{words}</textPath>
    </text>
  </>
)

/** What the marks stand for. */
export const WheelKey = ({ asked }: { readonly asked: Asked }) => {
  const t = yearTexts[asked.lang].key
  const diamond = 'M20 1l7 7-7 7-7-7Z'
  const keys = [
    { mark: <circle class="f-ink" cx="20" cy="8" r="7" />, words: t.held },
    { mark: <circle class="k" cx="20" cy="8" r="6" />, words: t.planned },
    { mark: <path class="f-ink" d={diamond} />, words: t.kept },
    { mark: <path class="k" d={diamond} />, words: t.due },
  ]
  return (
    <ul class="sv-key nobullet-list no-max-width" aria-label={t.label}>
      {keys.map(({ mark, words }) => (
        <li>
          <svg viewBox="0 0 40 16" aria-hidden="true">
            {mark}
          </svg>
          {words}
        </li>
      ))}
    </ul>
  )
}
