import type { Child, PropsWithChildren } from 'hono/jsx'
import { FormContext } from './form-context.ts'
import { useTexts } from './frame-context.ts'

interface FilterProps {
  readonly action: string
  /** What the search finds, such as "Find forum". */
  readonly label: string
  /** The filter as it stands, by field name. */
  readonly values?: Readonly<Record<string, unknown>>
  /** Id of the `Results` that are renewed while typing. */
  readonly results?: string
  /** Sent along unseen, such as the sorting. */
  readonly hidden?: Readonly<Record<string, string>>
  readonly submit?: string
  /** Fields that are seldom needed, after the button. */
  readonly more?: Child
}

/** A search form above a list. Its address holds the whole search, so it can be sent to others. */
export const Filter = (props: PropsWithChildren<FilterProps>) => {
  const { action, label, values = {}, results, hidden = {}, submit, more, children } = props
  const texts = useTexts()
  const form = (
    <FormContext.Provider value={{ prefix: '', problems: [], values }}>
      <form class="sv-filter" role="search" aria-label={label} action={action} method="get" autocomplete="off">
        {children}
        {Object.entries(hidden).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <button class="button button-secondary" type="submit">
          {submit ?? texts.show}
        </button>
        {more}
      </form>
    </FormContext.Provider>
  )
  return results === undefined ? form : <search-as-you-type region={results}>{form}</search-as-you-type>
}

interface ResultsProps {
  readonly id: string
  /** Read out when the list is renewed, such as "12 fora". */
  readonly said: string
}

/** The part of the page that a `Filter` renews while the user types. */
export const Results = ({ id, said, children }: PropsWithChildren<ResultsProps>) => (
  <div id={id} data-said={said}>
    {children}
  </div>
)

export interface View {
  readonly label: string
  readonly href: string
  readonly count?: number
  readonly current?: boolean
}

interface ViewsProps {
  readonly label: string
  readonly views: readonly View[]
}

/** Ready-made selections of a list, with their counts in the links. */
export const Views = ({ label, views }: ViewsProps) => (
  <nav aria-label={label}>
    <ul class="sv-views nobullet-list no-max-width">
      {views.map((view) => (
        <li>
          <a href={view.href} aria-current={view.current ? 'page' : undefined}>
            {view.count === undefined ? view.label : `${view.label} ${view.count}`}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
