import { beforeEach, expect, test } from 'vitest'
import { grant, testApp } from '../../../test/app.ts'
import { aCategory, aForum, anInterface, anOffice, aPerson, aSeat, aTenure } from '../../../test/builders.ts'
import { emptied, testDatabase } from '../../../test/db.ts'
import { countStatements } from '../../../test/queries.ts'

let category: string
beforeEach(async () => {
  await emptied()
  await grant('sekretariat', 'secretariat')
  category = await aCategory()
})

const statementsFor = async (path: string): Promise<number> => {
  const database = await testDatabase()
  const { as } = testApp(database)
  return countStatements(database, async () => {
    expect((await as('sekretariat').get(path)).status).toBe(200)
  })
}

const aForumWithAll = async (name: string): Promise<string> => {
  const forum = await aForum({ categoryId: category, name })
  const office = await anOffice(`Leder af ${name}`)
  await aTenure(office, await aPerson(`Person i ${name}`))
  await aSeat(forum, office)
  await anInterface({ from: { forum }, words: 'SSP' })
  return forum
}

test.each([
  '/mvsj/fora/netvaerk',
  '/mvsj/fora/netvaerk?faelles=1',
  '/mvsj/fora/ensidige-snitflader',
  '/mvsj/fora/overblik',
])('%s takes no more statements for ten fora than for one', async (path) => {
  await aForumWithAll('Første råd')
  const one = await statementsFor(path)
  expect(one).toBeGreaterThan(3)
  for (let number = 2; number <= 10; number += 1) await aForumWithAll(`Råd ${String(number)}`)
  expect(await statementsFor(path)).toBe(one)
})
