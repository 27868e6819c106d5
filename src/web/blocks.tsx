import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'

interface PageHeadProps {
  readonly title: string
  readonly lead?: Child
  /** Buttons and links on the right; at most one primary. */
  readonly actions?: Child
}

/** The page's h1 with one line on what it is, and what can be done here. */
export const PageHead = ({ title, lead, actions }: PageHeadProps) => (
  <div class="sv-head">
    <div>
      <h1>{title}</h1>
      {lead !== undefined && <p class="sv-2">{lead}</p>}
    </div>
    {actions !== undefined && <div class="sv-acts">{actions}</div>}
  </div>
)

interface ColumnsProps {
  /** side: fluid and a narrow one; even: two alike; form: step guide and form; doc: contents and text. */
  readonly kind?: 'side' | 'even' | 'form' | 'doc'
}

/** Two columns on wide screens, one below the other on narrow ones. Takes exactly two children. */
export const Columns = ({ kind = 'side', children }: PropsWithChildren<ColumnsProps>) => (
  <div class={kind === 'side' ? 'sv-cols' : `sv-cols is-${kind}`}>{children}</div>
)

interface SectionProps {
  /** Id of the heading; links may lead to it. */
  readonly id: string
  readonly title: string
  /** A count or a few words on the right. */
  readonly count?: Child
  readonly link?: { readonly href: string; readonly label: string }
}

/** A part of a page under its own h2. */
export const Section = ({ id, title, count, link, children }: PropsWithChildren<SectionProps>) => (
  <section aria-labelledby={id}>
    <div class="sv-h">
      <h2 id={id}>{title}</h2>
      {count !== undefined && <small class="sv-2">{count}</small>}
      {link && <a href={link.href}>{link.label}</a>}
    </div>
    {children}
  </section>
)

export type StateKind = 'ok' | 'way' | 'warn' | 'bad' | 'none' | 'todo'

/** A state: shape, word and colour together. */
export const State = ({ kind, children }: PropsWithChildren<{ readonly kind: StateKind }>) => (
  <span class={`sv-state is-${kind}`}>
    <Icon name={kind} />
    <span>{children}</span>
  </span>
)

interface FactsProps {
  /** True in a side column: the text stands under its term. */
  readonly stacked?: boolean
}

/** Terms and their texts; takes `Fact`. */
export const Facts = ({ stacked, children }: PropsWithChildren<FactsProps>) => (
  <dl class={stacked ? 'sv-facts sv-kv' : 'sv-facts'}>{children}</dl>
)

export const Fact = ({ term, children }: PropsWithChildren<{ readonly term: string }>) => (
  <div>
    <dt>{term}</dt>
    <dd>{children}</dd>
  </div>
)

interface RowsProps {
  /** Columns of each `Row` on wide screens: lead and body; lead, body and action; label and value; or only a body. */
  readonly columns?: 'lead' | 'lead-action' | 'pair' | 'one'
  readonly small?: boolean
  readonly label?: string
}

const rowColumns = { lead: 'c2', 'lead-action': 'c3', pair: 'sv-kvl', one: '' } as const

/** A list of rows divided by hairlines; takes `Row`, or plain `li` for the columns "pair" and "one". */
export const Rows = ({ columns = 'lead', small, label, children }: PropsWithChildren<RowsProps>) => (
  <ul
    class={['sv-rows', rowColumns[columns], small ? 'sv-sm' : '', 'nobullet-list no-max-width']
      .filter(Boolean)
      .join(' ')}
    aria-label={label}
  >
    {children}
  </ul>
)

interface RowProps {
  /** A day or a state. */
  readonly lead: Child
  readonly title: Child
  readonly action?: Child
}

/** One row: lead, title with a line under it, and what to do. */
export const Row = ({ lead, title, action, children }: PropsWithChildren<RowProps>) => (
  <li>
    <div>{lead}</div>
    <div>
      <h3>{title}</h3>
      {children && <div class="sv-2 sv-sm">{children}</div>}
    </div>
    {action !== undefined && <div class="sv-r">{action}</div>}
  </li>
)

interface NoteProps {
  readonly kind?: 'plain' | 'warn' | 'bad'
  readonly title?: string
}

/** A remark beside the text. */
export const Note = ({ kind = 'plain', title, children }: PropsWithChildren<NoteProps>) => (
  <div class={kind === 'plain' ? 'sv-note' : `sv-note is-${kind}`}>
    {title !== undefined && (
      <p>
        <b>{title}</b>
      </p>
    )}
    {children}
  </div>
)

interface EmptyProps {
  readonly title: string
  readonly actions?: Child
}

/** Stands where a list would, when there is nothing to list: says why, and what can be done. */
export const Empty = ({ title, actions, children }: PropsWithChildren<EmptyProps>) => (
  <div class="sv-empty sv-gap">
    <p>
      <b>{title}</b>
    </p>
    {children && <div class="sv-2">{children}</div>}
    {actions !== undefined && <div class="sv-acts sv-gap">{actions}</div>}
  </div>
)

interface MessageProps {
  readonly kind: 'success' | 'info' | 'warning' | 'error'
  readonly title: string
}

const messageIcons = { success: 'ok', info: 'way', warning: 'warn', error: 'bad' } as const

/** A message across the page, such as what was just stored. Read out when the page opens. */
export const Message = ({ kind, title, children }: PropsWithChildren<MessageProps>) => (
  <div class={`alert alert-${kind}`} role={kind === 'error' ? 'alert' : 'status'}>
    <Icon name={messageIcons[kind]} class="icon-svg alert-icon" />
    <p class="alert-heading">{title}</p>
    {children && <div class="alert-text">{children}</div>}
  </div>
)
