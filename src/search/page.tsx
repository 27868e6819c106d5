import { shortDay } from '../base/language.ts'
import { foraPaths } from '../fora/paths.ts'
import type { ForumName } from '../fora/register/forum-store.ts'
import { piecesOf } from '../meetings/decisions/rules.ts'
import { meetingPaths } from '../meetings/paths.ts'
import { Empty, PageHead, Row, Rows, Section } from '../web/blocks.tsx'
import { Field, Select } from '../web/fields.tsx'
import { Filter, Results, Views } from '../web/filter.tsx'
import { Page } from '../web/layout.tsx'
import { inDistrict, withQuery } from '../web/paths.ts'
import type { Asked } from '../web/request.ts'
import { Pager } from '../web/table.tsx'
import { endedExcerpt, type EntryKind, entryKinds, mostPages, pageSize, saysSomething } from './rules.ts'
import type { Found, FoundPerson, Hit } from './search-store.ts'
import { searchTexts } from './texts.ts'

export interface SearchAsked {
  words: string
  kind: EntryKind | null
  forum: string
  from: string
  to: string
  page: number
}

interface SearchPageProps {
  asked: Asked
  search: SearchAsked
  fora: readonly ForumName[]
  /** Null before anything is asked. */
  found: Found | null
  persons: readonly FoundPerson[]
}

const hrefOf = (asked: Asked, hit: Hit): string => {
  const paths: Record<EntryKind, () => string> = {
    forum: () => foraPaths.forum(hit.forumSlug ?? ''),
    meeting: () => meetingPaths.meeting(hit.id),
    item: () => meetingPaths.item(hit.id),
    decision: () => meetingPaths.item(hit.id),
    paper: () => meetingPaths.paper(hit.id),
    task: () => meetingPaths.task(hit.id),
  }
  return inDistrict(asked.district, paths[hit.kind]())
}

const addressOf = (asked: Asked, search: SearchAsked, part: { kind?: EntryKind | null; page?: number }): string =>
  inDistrict(
    asked.district,
    withQuery(meetingPaths.search, {
      q: search.words,
      slags: part.kind === undefined ? search.kind : part.kind,
      forum: search.forum,
      fra: search.from,
      til: search.to,
      side: part.page,
    }),
  )

const Marked = ({ text }: { text: string }) => (
  <>{piecesOf(text).map((piece) => (piece.found ? <mark>{piece.text}</mark> : piece.text))}</>
)

/** The day stands in the link, since meetings and fixed items are called the same from time to time. */
const HitRow = ({ asked, hit }: { asked: Asked; hit: Hit }) => {
  const t = searchTexts[asked.lang]
  const day = hit.onDay === null ? null : shortDay(hit.onDay, asked.lang)
  const isDue = hit.kind === 'task'
  const title = piecesOf(hit.title)
    .map(({ text }) => text)
    .join('')
  const about = [title === hit.forumName ? null : hit.forumName, isDue && day !== null ? t.due(day) : null]
  return (
    <Row
      lead={<span class="sv-2">{t.one[hit.kind]}</span>}
      title={
        <a href={hrefOf(asked, hit)}>
          <Marked text={hit.title} />
          {day !== null && !isDue && `, ${day}`}
        </a>
      }
    >
      {about.some((part) => part !== null) && <p>{about.filter((part) => part !== null).join(', ')}</p>}
      {saysSomething(hit.excerpt) && (
        <p>
          <Marked text={endedExcerpt(hit.excerpt, hit.end)} />
        </p>
      )}
    </Row>
  )
}

/** How many entries answer in all, and how many of the kind that was chosen. */
const countsOf = (found: Found, kind: EntryKind | null): { all: number; chosen: number } => {
  const all = Object.values(found.counts).reduce((sum, count) => sum + count, 0)
  return { all, chosen: kind === null ? all : (found.counts[kind] ?? 0) }
}

const Nothing = ({ asked, search }: SearchPageProps) => {
  const t = searchTexts[asked.lang]
  const isNarrowed = search.forum !== '' || search.from !== '' || search.to !== ''
  const everywhere = inDistrict(asked.district, withQuery(meetingPaths.search, { q: search.words }))
  return (
    <Empty title={t.nothing(search.words)} {...(isNarrowed && { actions: <a href={everywhere}>{t.everywhere}</a> })}>
      <p>{t.nothingText}</p>
    </Empty>
  )
}

const Answer = (props: SearchPageProps & { found: Found }) => {
  const { asked, search, found, persons } = props
  const t = searchTexts[asked.lang]
  const { all, chosen } = countsOf(found, search.kind)
  if (all === 0 && persons.length === 0) return <Nothing {...props} />
  return (
    <>
      <Views
        label={t.views}
        views={[
          { label: t.all, href: addressOf(asked, search, { kind: null }), count: all, current: search.kind === null },
          ...entryKinds
            .filter((kind) => (found.counts[kind] ?? 0) > 0 || kind === search.kind)
            .map((kind) => ({
              label: t.kinds[kind],
              href: addressOf(asked, search, { kind }),
              count: found.counts[kind] ?? 0,
              current: search.kind === kind,
            })),
        ]}
      />
      {persons.length > 0 && search.kind === null && search.page === 1 && (
        <Section id="personer" title={t.persons} count={String(persons.length)}>
          <Rows columns="pair">
            {persons.map(({ id, name, offices }) => (
              <li>
                <a href={inDistrict(asked.district, foraPaths.person(id))}>{name}</a>
                <span class="sv-2">{offices.join(', ')}</span>
              </li>
            ))}
          </Rows>
        </Section>
      )}
      {chosen === 0 && search.kind !== null && (
        <Empty
          title={t.noneOfKind(t.kinds[search.kind])}
          actions={<a href={addressOf(asked, search, { kind: null })}>{t.allKinds}</a>}
        >
          <p>{t.noneOfKindText}</p>
        </Empty>
      )}
      {chosen > 0 && found.hits.length === 0 && (
        <Empty title={t.pastLast} actions={<a href={addressOf(asked, search, {})}>{t.firstPage}</a>} />
      )}
      {found.hits.length > 0 && (
        <Section id="fundet" title={t.results} count={t.found(chosen)}>
          <Rows>
            {found.hits.map((hit) => (
              <HitRow asked={asked} hit={hit} />
            ))}
          </Rows>
        </Section>
      )}
      <Pager
        page={search.page}
        pages={Math.min(mostPages, Math.ceil(chosen / pageSize))}
        href={(page) => addressOf(asked, search, { page })}
      />
    </>
  )
}

/** Search over everything the reader may see. */
export const SearchPage = (props: SearchPageProps) => {
  const { asked, search, fora, found, persons } = props
  const t = searchTexts[asked.lang]
  const count = found === null ? 0 : countsOf(found, search.kind).chosen + (search.kind === null ? persons.length : 0)
  return (
    <Page frame={asked.frame} title={t.title}>
      <PageHead title={t.title} lead={t.lead} />
      <Filter
        action={inDistrict(asked.district, meetingPaths.search)}
        label={t.label}
        results="svar"
        submit={t.title}
        values={{ q: search.words, forum: search.forum, fra: search.from, til: search.to }}
        hidden={search.kind === null ? {} : { slags: search.kind }}
      >
        <Field name="q" type="search" label={t.words} hint={t.hint} width="full" />
        <Select
          name="forum"
          label={t.forum}
          empty={t.allFora}
          choices={fora.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <Field name="fra" label={t.from} inputmode="numeric" width="short" />
        <Field name="til" label={t.to} inputmode="numeric" width="short" />
      </Filter>
      <Results id="svar" said={found === null ? t.before : t.found(count)}>
        {found === null ? (
          <Empty title={t.before}>
            <p>{t.beforeText}</p>
          </Empty>
        ) : (
          <Answer {...props} found={found} />
        )}
      </Results>
    </Page>
  )
}
