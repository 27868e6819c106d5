import { beforeEach, describe, expect, test } from 'vitest'
import { grant, testApp } from '../../test/app.ts'
import { aCategory, aForum, aPerson } from '../../test/builders.ts'
import { asOwner, emptied } from '../../test/db.ts'
import { readPage } from '../../test/page.ts'

let app: ReturnType<typeof testApp>
beforeEach(async () => {
  app = testApp(await emptied())
  await grant('admin', 'administrator')
  await grant('sekretariat', 'secretariat')
  await grant('revisor', 'auditor')
})

const text = async (account: string | null, path: string) => (await app.as(account).get(path)).text()

const newAccount = {
  navn: 'Eva Testrup',
  email: 'eva@example.test',
  password: 'lang-nok-adgang-77',
  rolle: 'secretariat',
  kommune: '',
}
const accountId = async (email: string) =>
  String((await asOwner('select id from sign_in.user_account where email = $1', [email]))[0]?.['id'])

describe('accounts', () => {
  test('an administrator makes an account with a role, tied to the person with the same work e-mail', async () => {
    const person = await aPerson('Eva Testrup')
    await asOwner(`update people.person set email = 'eva@example.test' where id = $1`, [person])
    const answer = await app.as('admin').post('/mvsj/brugere/opret', newAccount)
    expect(answer.status).toBe(303)
    const id = await accountId('eva@example.test')
    expect(answer.headers.get('location')).toBe(`/mvsj/brugere/${id}`)
    expect((await asOwner('select account_id from people.person where id = $1', [person]))[0]).toEqual({
      account_id: id,
    })
    expect((await app.as(id).get('/mvsj/fora/opret')).status).toBe(200)
    expect(await text('admin', '/mvsj/log')).toContain('Bruger oprettet')
  })

  test('a weak password is refused, and the form keeps the rest', async () => {
    const answer = await app.as('admin').post('/mvsj/brugere/opret', { ...newAccount, password: 'kort' })
    expect(answer.status).toBe(422)
    const page = readPage(await answer.text())
    expect(page.byLabel('Navn').value).toBe('Eva Testrup')
    expect(page.alert()).toContain('mindst 12 tegn')
  })

  test('an account stays in sight when its last role ends, and can be disabled', async () => {
    await app.as('admin').post('/mvsj/brugere/opret', newAccount)
    const id = await accountId('eva@example.test')
    const page = readPage(await text('admin', `/mvsj/brugere/${id}`))
    const button = page.buttons().find((name) => name.startsWith('Fjern rollen')) ?? ''
    expect((await app.as('admin').post(`/mvsj/brugere/${id}`, page.form(button).values)).status).toBe(303)
    expect((await app.as('admin').post(`/mvsj/brugere/${id}`, { handling: 'spaer' })).status).toBe(303)
    expect(await text('admin', `/mvsj/brugere/${id}`)).toContain('Spærret')
  })

  test('an account that nobody would find again is not made', async () => {
    const answer = await app.as('admin').post('/mvsj/brugere/opret', { ...newAccount, rolle: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Vælg en rolle')
  })

  test('a coordinator needs a municipality', async () => {
    const answer = await app.as('admin').post('/mvsj/brugere/opret', { ...newAccount, rolle: 'municipalCoordinator' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Vælg en kommune')
  })

  test('the last administrator stays', async () => {
    await app.as('admin').post('/mvsj/brugere/opret', { ...newAccount, rolle: 'administrator' })
    const id = await accountId('eva@example.test')
    await asOwner(`delete from people.role_grant where account_id = 'admin'`)
    const page = readPage(await text(id, `/mvsj/brugere/${id}`))
    const { values } = page.form('Fjern rollen: administrator')
    const answer = await app.as(id).post(`/mvsj/brugere/${id}`, values)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('mindst én administrator')
  })

  test('signing in of an account that another district has too is not this administrator’s to touch', async () => {
    await app.as('admin').post('/mvsj/brugere/opret', newAccount)
    const id = await accountId('eva@example.test')
    await grant(id, 'partner', { district: 'ns' })
    const answer = await app
      .as('admin')
      .post(`/mvsj/brugere/${id}`, { handling: 'adgangskode', password: 'overtaget-af-en-anden-9' })
    expect(answer.status).toBe(403)
  })

  test('a known account from elsewhere gets the role, and keeps its password', async () => {
    await grant('admin-ns', 'administrator', { district: 'ns' })
    await app.as('admin-ns').post('/ns/brugere/opret', newAccount)
    const [before] = await asOwner('select password from sign_in.credential')
    expect((await app.as('admin').post('/mvsj/brugere/opret', newAccount)).status).toBe(303)
    expect(await asOwner('select password from sign_in.credential')).toEqual([before])
  })

  test.each(['sekretariat', 'revisor', null])('%s may not manage accounts', async (account) => {
    expect((await app.as(account).get('/mvsj/brugere')).status).toBe(403)
    expect((await app.as(account).post('/mvsj/brugere/opret', newAccount)).status).toBe(403)
  })
})

describe('the log', () => {
  test('is for administrator and auditor', async () => {
    expect((await app.as('admin').get('/mvsj/log')).status).toBe(200)
    expect((await app.as('revisor').get('/mvsj/log')).status).toBe(200)
    expect((await app.as('sekretariat').get('/mvsj/log')).status).toBe(403)
    expect((await app.as(null).get('/mvsj/log')).status).toBe(403)
  })

  test('holds every refusal, with the reader and the address', async () => {
    const day = `q=${encodeURIComponent('GET /mvsj/brugere')}`
    await app.as('sekretariat').get('/mvsj/brugere')
    const found = await text('revisor', `/mvsj/log?${day}&haendelse=access.refused`)
    expect(found).toContain('Adgang nægtet')
    expect(found).toContain('GET /mvsj/brugere: accounts.manage')
    expect(found).toContain('sekretariat')
  })

  test('survives any query', async () => {
    expect(
      (await app.as('revisor').get(`/mvsj/log?q=${encodeURIComponent("%' or 1=1 --_")}&fra=2026-99-99&side=-1&til=x`))
        .status,
    ).toBe(200)
  })

  test('is exported as a spreadsheet, which is logged too', async () => {
    const answer = await app.as('revisor').get('/mvsj/log.csv')
    expect(answer.headers.get('content-type')).toContain('text/csv')
    expect(await text('revisor', '/mvsj/log')).toContain('Log hentet')
  })
})

describe('what a person can see', () => {
  test('is found by asking as that person', async () => {
    const category = await aCategory()
    await aForum({ categoryId: category, name: 'Lukket råd', openness: 'closed' })
    await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public' })
    await app.as('admin').post('/mvsj/brugere/opret', { ...newAccount, rolle: 'partner' })
    const id = await accountId('eva@example.test')
    const partner = readPage(await text('admin', `/mvsj/brugere/adgang?bruger=${id}`)).text()
    expect(partner).toContain('1 forum')
    expect(partner).toContain('Kredsrådet')
    expect(partner).not.toContain('Lukket råd')
    expect(await text('admin', '/mvsj/brugere/adgang?bruger=')).toContain('1 forum')
  })
})
