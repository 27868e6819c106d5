import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../../../test/app.ts'
import { aCategory, aForum } from '../../../../test/builders.ts'
import { asOwner, emptied } from '../../../../test/db.ts'
import { readPage } from '../../../../test/page.ts'
import { closePdf } from '../../../documents/typst.ts'

let as: ReturnType<typeof testApp>['as']
beforeEach(async () => {
  as = testApp(await emptied()).as
  await grant('sekretariat', 'secretariat')
  const categoryId = await aCategory()
  await aForum({ categoryId, name: 'Kredsrådet', openness: 'public' })
  await aForum({ categoryId, name: 'Lukket råd', openness: 'closed' })
  await aForum({ categoryId, name: 'Nedlagt råd', openness: 'public', status: 'closed' })
})
afterAll(() => {
  closePdf()
})

const names = async (account: string | null, query = '') => {
  const { fora } = JSON.parse(await (await as(account).get(`/mvsj/fora/bilag.json${query}`)).text()) as {
    fora: { name: string; change: string; changedFields: string[] }[]
  }
  return fora.map(({ name, change }) => `${name}: ${change}`)
}

describe('the annex from the register', () => {
  test('shows each reader what is open to them', async () => {
    expect(await names('sekretariat')).toEqual(['Kredsrådet: same', 'Lukket råd: same'])
    expect(await names(null)).toEqual(['Kredsrådet: same'])
    const page = readPage(await (await as(null).get('/mvsj/fora/bilag')).text())
    expect(page.heading()).toContain('Oversigt over samarbejdsfora')
    expect(page.text()).not.toContain('Lukket råd')
  })

  test.each(['pdf', 'docx', 'csv', 'json'])('comes as %s, and the download is logged', async (format) => {
    const answer = await as('sekretariat').get(`/mvsj/fora/bilag.${format}?aar=2026`)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100)
    expect(answer.headers.get('content-disposition')).toContain(`bilag-1-mvsj-2026.${format}`)
    expect(
      await asOwner(`select subject_id from audit.entry where action = 'annex.exported' order by number desc limit 1`),
    ).toEqual([{ subject_id: `2026.${format}` }])
  })

  test('tells a public browser that it already has it', async () => {
    for (const path of ['/mvsj/fora/bilag', '/mvsj/fora/bilag.csv']) {
      const first = await as(null).get(path)
      const mark = first.headers.get('etag') ?? ''
      expect(mark).not.toBe('')
      expect((await as(null).get(path, { 'if-none-match': mark })).status).toBe(304)
      await asOwner(`update fora.forum set topic = topic || '!' where openness = 'public'`)
      expect((await as(null).get(path, { 'if-none-match': mark })).status).toBe(200)
      expect((await as('sekretariat').get(path)).headers.get('cache-control')).toContain('private')
    }
  })

  test('marks what changed since the same day a year before', async () => {
    await asOwner(`update fora.forum set recorded_from = '2025-09-01' where name = 'Kredsrådet'`)
    await asOwner(`delete from fora.forum_history`)
    expect(await names('sekretariat')).toEqual(['Kredsrådet: new', 'Lukket råd: same'])
    expect(await names('sekretariat', '?aar=2024')).toEqual(['Lukket råd: same'])
  })

  test('there is none for a year far away', async () => {
    for (const year of ['1999', '2030', 'abc'])
      expect((await as(null).get(`/mvsj/fora/bilag?aar=${year}`)).status).toBe(422)
  })
})
