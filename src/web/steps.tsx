import type { Child } from 'hono/jsx'
import { useTexts } from './frame-context.ts'

export interface Step {
  readonly title: string
  readonly text?: Child
  readonly href?: string
}

interface StepGuideProps {
  readonly steps: readonly Step[]
  /** Index of the step being filled in. */
  readonly current: number
}

/** The steps of a form in several pages. Steps before the current one may be links back. */
export const StepGuide = ({ steps, current }: StepGuideProps) => (
  <nav aria-label={useTexts().steps}>
    <ol class="step-indicator no-max-width">
      {steps.map((step, index) => (
        <li
          class={index === current ? 'current' : index > current ? 'disabled' : undefined}
          aria-current={index === current ? 'step' : undefined}
        >
          <StepLink step={step} number={index + 1} open={index < current} />
        </li>
      ))}
    </ol>
  </nav>
)

const StepLink = ({ step, number, open }: { readonly step: Step; readonly number: number; readonly open: boolean }) => {
  const content = (
    <>
      <span class="step-number">
        <span>{number}</span>
      </span>
      <span>
        <span class="step-title">{step.title}</span>
        {step.text !== undefined && <span class="step-information">{step.text}</span>}
      </span>
    </>
  )
  return open && step.href !== undefined ? (
    <a class="step" href={step.href}>
      {content}
    </a>
  ) : (
    <span class="step">{content}</span>
  )
}

interface StateLineProps {
  readonly label: string
  readonly steps: readonly Step[]
  /** Index of the state it is in now. */
  readonly current: number
  /** Den røde tråd, from proposal to evaluation; the only use of its colour. */
  readonly thread?: boolean
  /** Upright on wide screens too. */
  readonly upright?: boolean
}

/** A line of states: passed, present and to come. */
export const StateLine = ({ label, steps, current, thread, upright }: StateLineProps) => (
  <ol
    class={['sv-steps no-max-width', thread ? 'is-thread' : '', upright ? 'is-down' : ''].filter(Boolean).join(' ')}
    aria-label={label}
  >
    {steps.map((step, index) => (
      <li aria-current={index === current ? 'step' : undefined} class={index > current ? 'is-next' : undefined}>
        <b>{step.title}</b>
        {step.text !== undefined && <span>{step.text}</span>}
      </li>
    ))}
  </ol>
)
