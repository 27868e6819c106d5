import type { Child, PropsWithChildren } from 'hono/jsx'
import { FormContext } from './form-context.ts'
import { useFrame, useTexts } from './frame-context.ts'
import { Icon } from './icon.tsx'
import type { Problem } from './problem.ts'

interface FormProps {
  readonly action: string
  readonly method?: 'post' | 'get'
  /** Version of the row being edited; sent as `version`, so that two editors cannot overwrite each other unseen. */
  readonly version?: number | string
  readonly problems?: readonly Problem[]
  /** Field values by name: what the user sent when the form was refused, else what is stored. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Needed only where two forms on a page share field names: ids become `id-name`. */
  readonly id?: string
  /** True when the form sends a file. */
  readonly upload?: boolean
  readonly label?: string
}

/** A form with its error summary, its token against forged requests and its fields wired for screen readers. */
export const Form = (props: PropsWithChildren<FormProps>) => {
  const { action, method = 'post', version, problems = [], values = {}, id, upload, label, children } = props
  const prefix = id === undefined ? '' : `${id}-`
  return (
    <FormContext.Provider value={{ prefix, problems, values }}>
      <form
        id={id}
        class="sv-form"
        action={action}
        method={method}
        enctype={upload ? 'multipart/form-data' : undefined}
        aria-label={label}
        novalidate
      >
        <ErrorSummary problems={problems} prefix={prefix} />
        {method === 'post' && <Csrf />}
        {version !== undefined && <input type="hidden" name="version" value={String(version)} />}
        {children}
      </form>
    </FormContext.Provider>
  )
}

/** The token that every form changing something must carry. Already part of `Form` and `PostButton`. */
export const Csrf = () => <input type="hidden" name="csrf" value={useFrame().csrf} />

interface ErrorSummaryProps {
  readonly problems: readonly Problem[]
  readonly prefix?: string
}

/** All problems of a form with links to their fields. Takes focus when the page opens. Part of `Form`. */
export const ErrorSummary = ({ problems, prefix = '' }: ErrorSummaryProps) => {
  const texts = useTexts()
  if (problems.length === 0) return null
  const headingId = `${prefix}problems`
  return (
    <div class="alert alert-error" role="alert" tabindex={-1} autofocus aria-labelledby={headingId}>
      <Icon name="bad" class="icon-svg alert-icon" />
      <h2 class="alert-heading" id={headingId}>
        {texts.errors(problems.length)}
      </h2>
      <ul class="nobullet-list">
        {problems.map(({ field, text }) => (
          <li>
            <a href={`#${prefix}${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface ButtonsProps {
  /** What pressing the button does, verb first. */
  readonly submit: string
  /** Sent as this name and value when the button is pressed; for forms with several buttons. */
  readonly name?: string
  readonly value?: string
  readonly cancel?: { readonly href: string; readonly label?: string }
}

/** The end of a form: its one primary button, further buttons as children, and the way out. */
export const Buttons = ({ submit, name, value, cancel, children }: PropsWithChildren<ButtonsProps>) => {
  const texts = useTexts()
  return (
    <div class="sv-acts sv-mt">
      <button class="button button-primary" type="submit" name={name} value={value}>
        {submit}
      </button>
      {children}
      {cancel && <a href={cancel.href}>{cancel.label ?? texts.cancel}</a>}
    </div>
  )
}

interface PostButtonProps {
  readonly action: string
  readonly label: Child
  /** Says what the button concerns where several on a page read the same. */
  readonly about?: string
  /** Sent along as hidden fields. */
  readonly fields?: Readonly<Record<string, string | number>>
  readonly look?: 'primary' | 'secondary' | 'link'
}

const looks = { primary: 'button button-primary', secondary: 'button button-secondary', link: 'sv-link' } as const

/** A form that is one button, for what changes something in one click. */
export const PostButton = ({ action, label, about, fields = {}, look = 'secondary' }: PostButtonProps) => (
  <form class="sv-post" action={action} method="post">
    <Csrf />
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={String(value)} />
    ))}
    <button class={looks[look]} type="submit">
      {label}
      {about !== undefined && <span class="sr-only">{`: ${about}`}</span>}
    </button>
  </form>
)
