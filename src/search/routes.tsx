import { Hono } from 'hono'
import { listForumNames } from '../fora/register/forum-store.ts'
import { meetingPaths } from '../meetings/paths.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../web/request.ts'
import { type SearchAsked, SearchPage } from './page.tsx'
import { entryKinds, mostPages, pageSize, wordsOf } from './rules.ts'
import { findEntries, findPersons } from './search-store.ts'

const longestQuestion = 200

const yearIn = (text: string): string => (/^(19|20|21)\d{2}$/.test(text) ? text : '')

const readSearch = (asked: Asked): SearchAsked => {
  const page = Number(asked.query('side'))
  const years = [yearIn(asked.query('fra')), yearIn(asked.query('til'))] as const
  const isBackwards = years[0] !== '' && years[1] !== '' && years[0] > years[1]
  return {
    words: asked.query('q').slice(0, longestQuestion),
    kind: entryKinds.find((kind) => kind === asked.query('slags')) ?? null,
    forum: asked.query('forum').slice(0, 100),
    from: years[isBackwards ? 1 : 0],
    to: years[isBackwards ? 0 : 1],
    page: Number.isInteger(page) && page > 0 ? Math.min(page, mostPages) : 1,
  }
}

const answer = async (asked: Asked) => {
  const search = readSearch(asked)
  const words = wordsOf(search.words)
  const district = asked.district.id
  const view = await asked.read(async (trx) => {
    const fora = await listForumNames(trx, district)
    if (words.length === 0) return { fora, found: null, persons: [] }
    const found = await findEntries(trx, district, {
      words,
      kind: search.kind,
      forumId: fora.find(({ slug }) => slug === search.forum)?.id ?? null,
      from: search.from === '' ? null : `${search.from}-01-01`,
      to: search.to === '' ? null : `${search.to}-12-31`,
      limit: pageSize,
      offset: (search.page - 1) * pageSize,
    })
    const persons = asked.may('persons.see') ? await findPersons(trx, district, words, asked.today) : []
    return { fora, found, persons }
  })
  return asked.page(<SearchPage asked={asked} search={search} {...view} />)
}

/** The search page. */
export const searchRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().get(meetingPaths.search, handlersOf(parts)('meetings.list', answer))
