import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../test/app.ts'
import { aCategory, aForum } from '../../test/builders.ts'
import { asOwner, emptied } from '../../test/db.ts'
import { readPage } from '../../test/page.ts'

let app: ReturnType<typeof testApp>
beforeEach(async () => {
  app = testApp(await emptied())
  await grant('sekretariat', 'secretariat')
  await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
})

describe('a page for everyone', () => {
  test('is not sent again when it has not changed, and leaves no cookie', async () => {
    const first = await app.app.request('http://127.0.0.1:3000/mvsj/fora')
    const tag = first.headers.get('etag')
    expect(tag).toMatch(/^W\//)
    expect(first.headers.get('set-cookie')).toBeNull()
    expect(first.headers.get('cache-control')).toBe('public, no-cache')
    const again = await app.app.request('http://127.0.0.1:3000/mvsj/fora', { headers: { 'if-none-match': tag ?? '' } })
    expect(again.status).toBe(304)
    await asOwner(`update fora.forum set name = 'Kredsrådet for alle'`)
    const changed = await app.app.request('http://127.0.0.1:3000/mvsj/fora', {
      headers: { 'if-none-match': tag ?? '' },
    })
    expect(changed.status).toBe(200)
  })

  test('of somebody signed in is kept by nobody else', async () => {
    const answer = await app.as('sekretariat').get('/mvsj/fora')
    expect(answer.headers.get('cache-control')).toBe('private, no-cache')
    expect(answer.headers.get('vary')?.toLowerCase()).toContain('cookie')
  })

  test('allows no script or style but the program’s own', async () => {
    const answer = await app.as(null).get('/mvsj/fora')
    const policy = answer.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('strict-transport-security')).toBeNull()
  })
})

describe('addresses', () => {
  test('without a district lead to the reader’s own', async () => {
    expect((await app.as('sekretariat').get('/fora?q=bander')).headers.get('location')).toBe('/mvsj/fora?q=bander')
    expect((await app.as('sekretariat').get('/')).headers.get('location')).toBe('/mvsj/mit-arbejde')
    for (const path of ['/moeder', '/aarshjul', '/kalender.ics', '/opgaver', '/soeg?q=lys', '/log'])
      expect((await app.as('sekretariat').get(path)).headers.get('location')).toBe(`/mvsj${path}`)
  })

  test('lead to the list of districts when there are several and nobody is known', async () => {
    expect((await app.as(null).get('/fora')).headers.get('location')).toBe('/')
    const page = readPage(await (await app.as(null).get('/')).text())
    expect(page.links()).toContain('Midt- og Vestsjællands Politi')
  })

  test('lead to the only district there is', async () => {
    await asOwner(`update people.district set in_use = id = 'mvsj'`)
    expect((await app.as(null).get('/fora')).headers.get('location')).toBe('/mvsj/fora')
  })

  test('that do not exist say so in plain words, with a reference', async () => {
    const answer = await app.as(null).get('/mvsj/findes-ikke')
    expect(answer.status).toBe(404)
    expect(readPage(await answer.text()).text()).toMatch(/Henvisning: [0-9a-f-]{36}/)
  })
})

describe('the language', () => {
  test('is kept in a cookie and taken out of the address', async () => {
    const answer = await app.as(null).get('/mvsj/fora?q=x&sprog=en')
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe('/mvsj/fora?q=x')
    expect(answer.headers.get('set-cookie')).toContain('samvirk-sprog=en')
  })

  test.each(['/om', '/tilgaengelighed', '/persondata', '/mvsj/fora', '/log-ind'])(
    'of %s is English when asked for',
    async (path) => {
      const answer = await app.app.request(`http://127.0.0.1:3000${path}`, { headers: { cookie: 'samvirk-sprog=en' } })
      const html = await answer.text()
      expect(html).toContain('<html lang="en">')
      expect(html).toContain('Skip to content')
    },
  )
})

test('a form larger than the program takes is refused with its own page', async () => {
  const answer = await app
    .as('sekretariat')
    .post('/mvsj/import', { fil: new File([new Uint8Array(22 * 1024 * 1024)], 'stor.txt') })
  expect(answer.status).toBe(413)
  const page = readPage(await answer.text())
  expect(page.text().toLowerCase()).toContain('20 mb')
  expect(page.buttons()).toContain('Log ud')
})

test('a form that is sent after signing out says so, and that nothing is lost in the browser', async () => {
  const answer = await app.as(null).post('/mvsj/fora/kredsraadet/ret', { navn: 'Nyt' })
  expect(answer.status).toBe(403)
  const page = readPage(await answer.text())
  expect(page.heading()).toBe('Du er logget ud')
  expect(page.text()).toContain('kopiér det, du skrev')
  expect(readPage(await (await app.as(null).get('/mvsj/fora/kredsraadet/ret')).text()).heading()).toContain(
    'ikke adgang',
  )
})

describe('refused accesses in the log', () => {
  const from = (address: string, headers: Record<string, string> = {}) =>
    app.app.request('http://127.0.0.1:3000/mvsj/log', { headers }, { incoming: { socket: { remoteAddress: address } } })
  const logged = async (since: unknown): Promise<Record<string, unknown[]>> =>
    Object.fromEntries(
      (
        await asOwner(
          `select action, count(*)::int as count, max(changes::text) as changes from audit.entry where district = 'mvsj' and number > $1 group by action`,
          [since],
        )
      ).map(({ action, count, changes }) => [String(action), [count, changes]]),
    )
  const lastNumber = async () =>
    (await asOwner(`select coalesce(max(number), 0) as last from audit.entry where district = 'mvsj'`))[0]?.['last']

  test('of nobody in particular become a number when one sender has many in an hour', async () => {
    const before = await lastNumber()
    for (let time = 0; time < 45; time += 1) expect((await from('203.0.113.7')).status).toBe(403)
    await from('203.0.113.8')
    const found = await logged(before)
    expect(found['access.refused']?.[0]).toBe(21)
    expect(found['access.refusedOften']?.[0]).toBe(1)
    expect(String(found['access.refusedOften']?.[1])).toContain('"40"')
  })

  test('of somebody signed in are all there', async () => {
    const before = await lastNumber()
    const signedIn = { cookie: 'samvirk-form=test-token', 'x-test-account': 'sekretariat' }
    for (let time = 0; time < 25; time += 1) await from('203.0.113.9', signedIn)
    expect((await logged(before))['access.refused']?.[0]).toBe(25)
  })
})

test('the program tells that it and its database are well, and how it does', async () => {
  expect(await (await app.app.request('http://127.0.0.1:3000/health')).json()).toEqual({ status: 'ok' })
  expect(await (await app.app.request('http://127.0.0.1:3000/metrics')).text()).toContain('samvirk_request_seconds')
})
