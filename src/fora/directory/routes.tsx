import { Hono } from 'hono'
import type { Trx } from '../../db/db.ts'
import { listMunicipalities } from '../../people/store.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { organisationRoutes } from './organisation-routes.tsx'
import { personRoutes } from './person-routes.tsx'
import { type Answer, SearchPage } from './search-page.tsx'
import { listSeatsOfFora, searchFora, searchOffices } from './search-store.ts'
import { contactsOf, type Question, ranked, readQuestion } from './search.ts'

const longestSearch = 100
const mostFora = 20
const mostOffices = 10

const findAnswer = async (asked: Asked, trx: Trx, question: Question): Promise<Answer> => {
  const { district, day } = asked
  const { terms, municipalityCode } = question
  const found = ranked(await searchFora(trx, district.id, terms, municipalityCode), question)
  const shown = found.slice(0, mostFora)
  const seats = await listSeatsOfFora(
    trx,
    district.id,
    shown.map(({ id }) => id),
    day,
  )
  const offices =
    terms.length === 0 ? [] : ranked(await searchOffices(trx, district.id, day, terms, municipalityCode), question)
  return {
    fora: shown.map((forum) => ({
      ...forum,
      contacts: contactsOf(
        seats.filter(({ forumId }) => forumId === forum.id),
        municipalityCode,
      ),
    })),
    all: found.length,
    offices: offices.slice(0, mostOffices),
  }
}

/** Who works with what, and the persons and organisations behind it. */
export const directoryRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>()
    .get(
      foraPaths.directory,
      on('fora.list', async (asked) => {
        const words = asked.query('q').slice(0, longestSearch)
        const kommune = asked.query('kommune')
        const page = await asked.read(async (trx) => {
          const municipalities = await listMunicipalities(trx, asked.district.id, asked.day)
          const chosen = municipalities.find(({ code }) => code === kommune) ?? null
          const question = readQuestion(words, chosen?.code ?? null, municipalities)
          const isAsked = question.terms.length > 0 || question.municipalityCode !== null
          return {
            municipalities,
            municipality: municipalities.find(({ code }) => code === question.municipalityCode) ?? null,
            wasNamed: chosen === null && question.municipalityCode !== null,
            answer: isAsked ? await findAnswer(asked, trx, question) : null,
          }
        })
        return asked.page(<SearchPage asked={asked} words={words} {...page} />)
      }),
    )
    .route('/', personRoutes(parts))
    .route('/', organisationRoutes(parts))
}
