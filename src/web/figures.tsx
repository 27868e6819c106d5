import type { StateKind } from './blocks.tsx'

const mostPips = 12
const pipStep = 14

interface PipsProps {
  readonly held: number
  readonly planned?: number
  readonly missing?: number
}

/**
 * One mark for each meeting of a year: filled is held, a ring is planned, dashed is missing. More than twelve become a meter.
 * Hidden from screen readers, so the words must stand beside it: "2 af 4".
 */
export const Pips = ({ held, planned = 0, missing = 0 }: PipsProps) => {
  const all = held + planned + missing
  if (all === 0) return null
  if (all > mostPips) return <Meter part={held} whole={all} />
  const width = all * pipStep
  return (
    <svg class="sv-pips" viewBox={`0 0 ${width} 12`} width={width} height="12" aria-hidden="true">
      {Array.from({ length: all }, (_, index) => {
        const middle = index * pipStep + 6
        if (index < held) return <circle class="f-ink" cx={middle} cy="6" r="5" />
        return <circle class={index < held + planned ? 'k' : 'k k-warn k-dot'} cx={middle} cy="6" r="4.25" />
      })}
    </svg>
  )
}

interface MeterProps {
  readonly part: number
  readonly whole: number
}

const meterWidth = 60

/** How much of a whole is there. The words must stand beside it: "26 af 31". */
export const Meter = ({ part, whole }: MeterProps) => {
  const share = whole <= 0 ? 0 : Math.min(1, Math.max(0, part / whole))
  return (
    <svg class="sv-pips" viewBox={`0 0 ${meterWidth} 12`} width={meterWidth} height="12" aria-hidden="true">
      <rect class="f-line" y="2" width={meterWidth} height="8" rx="2" />
      {share > 0 && <rect class="f-ink" y="2" width={Math.max(2, Math.round(share * meterWidth))} height="8" rx="2" />}
    </svg>
  )
}

const bandWidth = 240
const bandFill = { ok: 'f-ok', way: 'f-way', warn: 'f-warn', bad: 'f-bad', none: 'f-none', todo: 'f-line' } as const

interface BandProps {
  readonly parts: readonly { readonly kind: StateKind; readonly count: number }[]
}

/** Shares of a whole in one bar, in the order given. The same counts must stand below it in words. */
export const Band = ({ parts }: BandProps) => {
  const present = parts.filter(({ count }) => count > 0)
  const whole = present.reduce((sum, { count }) => sum + count, 0)
  if (whole === 0) return null
  let from = 0
  return (
    <svg class="sv-band" viewBox={`0 0 ${bandWidth} 12`} preserveAspectRatio="none" aria-hidden="true">
      {present.map(({ kind, count }) => {
        const start = (from / whole) * bandWidth
        from += count
        const width = Math.max(1, (count / whole) * bandWidth - 1)
        return <rect class={bandFill[kind]} x={start.toFixed(1)} width={width.toFixed(1)} height="12" />
      })}
    </svg>
  )
}

interface ProgressProps {
  /** One mark for each item in order. */
  readonly marks: readonly StateKind[]
  /** Index of the item being worked on. */
  readonly current: number
}

/** How far one is through a row of items, such as the fora of an annex. The same must stand below it in words. */
export const Progress = ({ marks, current }: ProgressProps) => (
  <svg
    class="sv-band"
    viewBox={`0 0 ${Math.max(1, marks.length * 10 - 2)} 14`}
    preserveAspectRatio="none"
    aria-hidden="true"
  >
    {marks.map((mark, index) =>
      index === current ? (
        <rect class="f-ink" x={index * 10} y="0" width="8" height="14" />
      ) : (
        <rect class={bandFill[mark]} x={index * 10} y="3" width="8" height="8" />
      ),
    )}
  </svg>
)

export type Certainty = 'sure' | 'check' | 'unsure'

const certainties = {
  sure: { bars: 3, state: 'ok' },
  check: { bars: 2, state: 'warn' },
  unsure: { bars: 1, state: 'bad' },
} as const

interface SurenessProps {
  readonly level: Certainty
  /** The word for it, such as "Sikker". */
  readonly label: string
}

/** How sure a reading is: one to three bars and the word. */
export const Sureness = ({ level, label }: SurenessProps) => {
  const { bars, state } = certainties[level]
  return (
    <span class={`is-${state}`}>
      <svg class="sv-pips" viewBox="0 0 30 12" width="30" height="12" aria-hidden="true">
        {[5, 8, 11].map((height, index) => (
          <rect
            class={index < bars ? bandFill[state] : 'f-line'}
            x={index * 10}
            y={12 - height}
            width="8"
            height={height}
          />
        ))}
      </svg>
      <b>{label}</b>
    </span>
  )
}
