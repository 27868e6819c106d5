import type { Child } from 'hono/jsx'
import { Select } from '../../web/fields.tsx'
import { Filter, Views } from '../../web/filter.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { type Choice, filterQuery, oneself } from './choice.ts'
import type { FilterChoices } from './find-events.ts'
import { yearTexts } from './texts.ts'

interface EventFilterProps {
  readonly asked: Asked
  readonly choice: Choice
  readonly choices: FilterChoices
  /** Where the form leads, within the district. */
  readonly path: string
  readonly hidden: Readonly<Record<string, string>>
  /** The fields that come first, such as the year. */
  readonly first?: Child
}

/** Whose meetings are shown: a municipality's, a forum's, a person's. */
export const EventFilter = ({ asked, choice, choices, path, hidden, first }: EventFilterProps) => {
  const t = yearTexts[asked.lang]
  const isListed = choices.persons.some(({ id }) => id === choice.person)
  const whose = [
    ...(asked.actor.personId === null ? [] : [{ value: oneself, label: t.mine }]),
    // One who has left every forum can still be asked for by an address.
    ...(choices.person !== null && !isListed ? [{ value: choice.person ?? '', label: choices.person }] : []),
    ...choices.persons
      .filter(({ id }) => id !== asked.actor.personId)
      .map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <Filter
      action={inDistrict(asked.district, path)}
      label={t.find}
      hidden={hidden}
      values={{ kommune: choice.municipality ?? '', forum: choice.forum ?? '', person: choice.person ?? '' }}
    >
      {first}
      <Select
        name="kommune"
        label={t.municipality}
        empty={t.allMunicipalities}
        choices={choices.municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="forum"
        label={t.forum}
        empty={t.allFora}
        choices={choices.fora.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {whose.length > 0 && <Select name="person" label={t.whose} empty={t.everyone} choices={whose} />}
    </Filter>
  )
}

export type EventView = 'wheel' | 'month' | 'list'

interface EventViewsProps {
  readonly asked: Asked
  readonly choice: Choice
  readonly current: EventView
}

/** The ways to see the same: as a wheel, by month, as a list. */
export const EventViews = ({ asked, choice, current }: EventViewsProps) => {
  const t = yearTexts[asked.lang]
  const href = (path: string, more: Record<string, string | number | null> = {}) =>
    withQuery(inDistrict(asked.district, path), { aar: choice.year, ...more, ...filterQuery(choice) })
  return (
    <Views
      label={t.viewsLabel}
      views={[
        { label: t.views.wheel, href: href(meetingPaths.wheel), current: current === 'wheel' },
        { label: t.views.month, href: href(meetingPaths.calendar), current: current === 'month' },
        {
          label: t.views.list,
          href: href(meetingPaths.calendar, { visning: 'liste' }),
          current: current === 'list',
        },
        { label: t.views.meetings, href: inDistrict(asked.district, meetingPaths.list) },
      ]}
    />
  )
}
