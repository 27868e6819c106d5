import { beforeAll, describe, expect, test } from 'vitest'
import { may, type Permission } from '../src/people/permissions.ts'
import { grant, testApp } from './app.ts'
import { aCategory, aForum, anOffice, aPerson, aSeat, aTenure } from './builders.ts'
import { emptied } from './db.ts'

/** Every address within a district and the permission it needs. A route that is not here fails the test. */
const needed: Record<string, Permission> = {
  'GET /fora': 'fora.list',
  'GET /fora.csv': 'register.export',
  'GET /fora.xlsx': 'register.export',
  'GET /fora/netvaerk': 'fora.list',
  'GET /fora/netvaerk.csv': 'register.export',
  'GET /fora/netvaerk.xlsx': 'register.export',
  'POST /fora/netvaerk/steder': 'network.arrange',
  'GET /fora/ensidige-snitflader': 'fora.list',
  'GET /fora/ensidige-snitflader.csv': 'register.export',
  'GET /fora/ensidige-snitflader.xlsx': 'register.export',
  'POST /fora/ensidige-snitflader': 'interfaces.edit',
  'GET /fora/:slug/snitflader': 'interfaces.edit',
  'POST /fora/:slug/snitflader': 'interfaces.edit',
  'GET /fora/overblik': 'overview.see',
  'GET /fora/overblik/:fil': 'overview.see',
  'GET /fora/kategorier': 'forum.edit',
  'POST /fora/kategorier': 'forum.edit',
  'GET /fora/samlet/:id': 'forum.edit',
  'POST /fora/samlet/:id': 'forum.edit',
  'GET /hvem-arbejder-med': 'fora.list',
  'GET /personer': 'persons.see',
  'GET /personer.csv': 'persons.see',
  'GET /personer.xlsx': 'persons.see',
  'GET /personer/:id': 'persons.see',
  'GET /personer/:id/ret': 'offices.edit',
  'POST /personer/:id/ret': 'offices.edit',
  'GET /organisationer': 'fora.list',
  'GET /organisationer.csv': 'register.export',
  'GET /organisationer.xlsx': 'register.export',
  'GET /organisationer/opret': 'offices.edit',
  'POST /organisationer/opret': 'offices.edit',
  'GET /organisationer/:id/ret': 'offices.edit',
  'POST /organisationer/:id/ret': 'offices.edit',
  'GET /organisationer/:id': 'fora.list',
  'GET /lovgrundlag': 'fora.list',
  'GET /lovgrundlag.csv': 'register.export',
  'GET /lovgrundlag.xlsx': 'register.export',
  'GET /lovgrundlag/fora-uden': 'overview.see',
  'GET /lovgrundlag/opret': 'law.edit',
  'POST /lovgrundlag/opret': 'law.edit',
  'GET /lovgrundlag/:id/ret': 'law.edit',
  'POST /lovgrundlag/:id/ret': 'law.edit',
  'POST /lovgrundlag/:id/kontrolleret': 'law.edit',
  'GET /lovgrundlag/:id': 'fora.list',
  'GET /fora/:slug/lovgrundlag': 'law.edit',
  'POST /fora/:slug/lovgrundlag': 'law.edit',
  'GET /moeder': 'meetings.list',
  'GET /moeder.csv': 'meetings.list',
  'GET /moeder.xlsx': 'meetings.list',
  'GET /moeder/opret': 'meetings.run',
  'POST /moeder/opret': 'meetings.run',
  'GET /moeder/:id/ret': 'meetings.run',
  'POST /moeder/:id/ret': 'meetings.run',
  'GET /moeder/:id/aflys': 'meetings.run',
  'POST /moeder/:id/aflys': 'meetings.run',
  'POST /moeder/:id/aflys/fortryd': 'meetings.run',
  'GET /moeder/:id/aabning': 'meetings.run',
  'POST /moeder/:id/aabning': 'meetings.run',
  'GET /moeder/:id/journalnumre': 'meetings.run',
  'POST /moeder/:id/journalnumre': 'meetings.run',
  'GET /moeder/forretningsordener': 'meetings.settings',
  'GET /moeder/forretningsordener/:kind': 'meetings.settings',
  'POST /moeder/forretningsordener/:kind': 'meetings.settings',
  'POST /moeder/forretningsordener/:kind/nulstil': 'meetings.settings',
  'GET /moeder/lukkegrunde': 'meetings.settings',
  'POST /moeder/lukkegrunde': 'meetings.settings',
  'GET /moeder/lukkegrunde/:id': 'meetings.settings',
  'POST /moeder/lukkegrunde/:id': 'meetings.settings',
  'GET /fora/:slug/forretningsorden': 'meetings.list',
  'POST /fora/:slug/forretningsorden': 'meetings.run',
  'POST /fora/:slug/forretningsorden/nulstil': 'meetings.run',
  'GET /fora/:slug/moeder': 'meetings.list',
  'GET /moeder/:id': 'meetings.list',
  'GET /beslutninger': 'meetings.list',
  'GET /beslutninger.csv': 'meetings.list',
  'GET /beslutninger.xlsx': 'meetings.list',
  'GET /meddelelser': 'meetings.list',
  'GET /overdragelse/:id': 'meetings.list',
  'GET /meddelelser/indstillinger': 'meetings.list',
  'POST /meddelelser/indstillinger': 'meetings.list',
  'GET /meddelelser/afmeld': 'meetings.list',
  'POST /meddelelser/afmeld': 'meetings.list',
  'POST /meddelelser/laest': 'meetings.list',
  'POST /meddelelser/:id/laest': 'meetings.list',
  'GET /opgaver': 'meetings.list',
  'GET /opgaver.csv': 'meetings.list',
  'GET /opgaver.xlsx': 'meetings.list',
  'GET /opgaver/:id': 'meetings.list',
  'POST /opgaver/:id': 'meetings.list',
  'POST /opgaver/:id/frist': 'meetings.list',
  'POST /opgaver/:id/videre': 'meetings.list',
  'GET /moeder/forslag': 'meetings.run',
  'GET /moeder/forslag/:id': 'meetings.run',
  'POST /moeder/forslag/:id': 'meetings.run',
  'POST /moeder/forslag/:id/traek': 'meetings.propose',
  'GET /fora/:slug/forslag': 'meetings.propose',
  'POST /fora/:slug/forslag': 'meetings.propose',
  'GET /fora/:slug/emner': 'meetings.run',
  'POST /fora/:slug/emner': 'meetings.run',
  'GET /fora/:slug/emner/nyt': 'meetings.run',
  'POST /fora/:slug/emner/nyt': 'meetings.run',
  'GET /moeder/:id/dagsorden': 'meetings.run',
  'GET /moeder/:id/dagsorden/nyt': 'meetings.run',
  'POST /moeder/:id/dagsorden/nyt': 'meetings.run',
  'POST /moeder/:id/dagsorden/flyt': 'meetings.run',
  'POST /moeder/:id/dagsorden/faste': 'meetings.run',
  'POST /moeder/:id/dagsorden/kopi': 'meetings.run',
  'POST /moeder/:id/dagsorden/fra-emner': 'meetings.run',
  'GET /punkter/:id': 'meetings.list',
  'GET /punkter/:id/ret': 'meetings.run',
  'POST /punkter/:id/ret': 'meetings.run',
  'GET /punkter/:id/fjern': 'meetings.run',
  'POST /punkter/:id/fjern': 'meetings.run',
  'GET /punkter/:id/laeg-vaek': 'meetings.run',
  'POST /punkter/:id/laeg-vaek': 'meetings.run',
  'POST /punkter/:id/hent-frem': 'meetings.run',
  'GET /punkter/:id/aabenhed': 'meetings.run',
  'POST /punkter/:id/aabenhed': 'meetings.run',
  'GET /punkter/:id/inhabilitet': 'meetings.run',
  'POST /punkter/:id/inhabilitet': 'meetings.run',
  'GET /punkter/:id/send-videre': 'meetings.run',
  'POST /punkter/:id/send-videre': 'meetings.run',
  'GET /sager/:id': 'meetings.list',
  'GET /mit-arbejde': 'fora.list',
  'GET /mit-arbejde/gennemgang': 'forum.edit',
  'GET /import': 'annex.import',
  'POST /import': 'annex.import',
  'GET /import/:id': 'annex.import',
  'POST /import/:id/sikre': 'annex.import',
  'POST /import/:id/nedlaeg': 'annex.import',
  'POST /import/:id': 'annex.import',
  'GET /fora/bilag': 'register.export',
  'GET /fora/bilag.pdf': 'register.export',
  'GET /fora/bilag.docx': 'register.export',
  'GET /fora/bilag.csv': 'register.export',
  'GET /fora/bilag.json': 'register.export',
  'GET /fora/opret': 'forum.create',
  'POST /fora/opret': 'forum.create',
  'GET /fora/:slug/ret': 'forum.edit',
  'POST /fora/:slug/ret': 'forum.edit',
  'GET /embeder': 'persons.see',
  'GET /embeder.csv': 'persons.see',
  'GET /embeder.xlsx': 'persons.see',
  'GET /embeder/opret': 'offices.edit',
  'POST /embeder/opret': 'offices.edit',
  'GET /embeder/:id/ret': 'offices.edit',
  'POST /embeder/:id/ret': 'offices.edit',
  'GET /embeder/:id': 'persons.see',
  'POST /embeder/:id/fortryd': 'offices.edit',
  'GET /embeder/:id/skift': 'offices.edit',
  'POST /embeder/:id/skift': 'offices.edit',
  'GET /fora/ledige-pladser': 'overview.see',
  'GET /fora/ledige-pladser.csv': 'overview.see',
  'GET /fora/ledige-pladser.xlsx': 'overview.see',
  'GET /fora/sammensaetning': 'composition.edit',
  'GET /fora/sammensaetning/:kind': 'composition.edit',
  'POST /fora/sammensaetning/:kind': 'composition.edit',
  'GET /fora/:slug/sammensaetning': 'composition.edit',
  'POST /fora/:slug/sammensaetning': 'composition.edit',
  'GET /fora/:slug/pladser': 'seats.edit',
  'POST /fora/:slug/pladser': 'seats.edit',
  'GET /fora/:slug/pladser/:seat': 'seats.edit',
  'POST /fora/:slug/pladser/:seat': 'seats.edit',
  'POST /fora/:slug/pladser/:seat/gendan': 'seats.edit',
  'GET /fora/:slug': 'fora.list',
  'GET /fora/:slug/historik': 'history.see',
  'GET /fora/:slug/status': 'forum.edit',
  'POST /fora/:slug/status': 'forum.edit',
  'GET /fora/:slug/moededage': 'meetingDays.edit',
  'POST /fora/:slug/moededage': 'meetingDays.edit',
  'GET /soeg': 'meetings.list',
  'GET /moeder/:id/referat': 'meetings.list',
  'GET /moeder/:id/referat.pdf': 'meetings.list',
  'GET /moeder/:id/referat.docx': 'meetings.list',
  'GET /moeder/:id/referat/send-ud': 'meetings.run',
  'POST /moeder/:id/referat/send-ud': 'meetings.run',
  'GET /moeder/:id/referat/traek-tilbage': 'meetings.run',
  'POST /moeder/:id/referat/traek-tilbage': 'meetings.run',
  'GET /moeder/:id/referat/afslut': 'meetings.run',
  'POST /moeder/:id/referat/afslut': 'meetings.run',
  'GET /moeder/:id/referat/rettelse': 'meetings.run',
  'POST /moeder/:id/referat/rettelse': 'meetings.run',
  'GET /moeder/:id/referat/offentliggoer': 'meetings.run',
  'POST /moeder/:id/referat/offentliggoer': 'meetings.run',
  'GET /moeder/:id/referat/traek-offentliggoerelse': 'meetings.run',
  'POST /moeder/:id/referat/traek-offentliggoerelse': 'meetings.run',
  'POST /moeder/:id/referat/godkend': 'meetings.takePart',
  'POST /moeder/:id/referat/bemaerkning': 'meetings.takePart',
  'POST /moeder/:id/referat/bemaerkning/:bemaerkning': 'meetings.run',
  'POST /moeder/:id/referat/paamind': 'meetings.run',
  'POST /moeder/:id/referat/rettelse/:rettelse': 'meetings.run',
  'GET /moeder/:id/journal.zip': 'journal.export',
  'GET /moeder/referater': 'overview.see',
  'GET /moeder/referater.csv': 'overview.see',
  'GET /moeder/referater.xlsx': 'overview.see',
  'GET /punkter/:id/bilag': 'meetings.list',
  'POST /punkter/:id/bilag': 'meetings.run',
  'POST /punkter/:id/bilag/flyt': 'meetings.run',
  'GET /bilag/:id': 'meetings.list',
  'POST /bilag/:id': 'meetings.run',
  'POST /bilag/:id/udgave': 'meetings.run',
  'POST /bilag/:id/aabenhed': 'meetings.run',
  'POST /bilag/:id/fjern': 'meetings.run',
  'POST /bilag/:id/gendan': 'meetings.run',
  'GET /bilag/:id/:number': 'meetings.list',
  'GET /bilag/:id/:number/billede': 'meetings.list',
  'GET /moeder/:id/laes': 'meetings.list',
  'GET /moeder/:id/samlet.pdf': 'meetings.list',
  'GET /moeder/:id/bilag.pdf': 'meetings.list',
  'POST /punkter/:id/note': 'meetings.list',
  'GET /moeder/:id/indkald': 'meetings.run',
  'POST /moeder/:id/indkald': 'meetings.run',
  'GET /moeder/:id/svar': 'meetings.list',
  'POST /moeder/:id/svar': 'meetings.list',
  'POST /moeder/:id/svar/paamind': 'meetings.run',
  'GET /moeder/:id/mails': 'meetings.run',
  'POST /moeder/:id/mails': 'meetings.run',
  'GET /moeder/:id/afhold': 'meetings.run',
  'GET /moeder/:id/afhold/direkte': 'meetings.list',
  'POST /moeder/:id/afhold/start': 'meetings.run',
  'POST /moeder/:id/afhold/punkt': 'meetings.run',
  'POST /moeder/:id/afhold/slut': 'meetings.run',
  'POST /moeder/:id/afhold/fremmoede': 'meetings.run',
  'POST /moeder/:id/afhold/gaest': 'meetings.run',
  'POST /moeder/:id/afhold/gaest/fjern': 'meetings.run',
  'POST /punkter/:id/udfald': 'meetings.run',
  'POST /punkter/:id/svar': 'meetings.run',
  'POST /punkter/:id/stemmer': 'meetings.run',
  'POST /punkter/:id/udsaet': 'meetings.run',
  'POST /punkter/:id/opfoelgning': 'meetings.run',
  'GET /log': 'audit.see',
  'GET /log.csv': 'audit.see',
  'GET /brugere/adgang': 'access.simulate',
  'GET /brugere': 'accounts.manage',
  'GET /brugere/opret': 'accounts.manage',
  'POST /brugere/opret': 'accounts.manage',
  'GET /brugere/:id': 'accounts.manage',
  'POST /brugere/:id': 'accounts.manage',
  'GET /aarshjul': 'meetings.list',
  'GET /aarshjul/fridage': 'meetings.settings',
  'POST /aarshjul/fridage': 'meetings.settings',
  'POST /aarshjul/fridage/hent': 'meetings.settings',
  'GET /aarshjul/fridage/:id': 'meetings.settings',
  'POST /aarshjul/fridage/:id': 'meetings.settings',
  'POST /aarshjul/fridage/:id/fjern': 'meetings.settings',
  'POST /aarshjul/fridage/:id/gendan': 'meetings.settings',
  'GET /aarshjul/planlaeg': 'meetings.planYear',
  'POST /aarshjul/planlaeg': 'meetings.planYear',
  'GET /aarshjul/planlaeg/:id': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/opret': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/fortryd': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/kasser': 'meetings.planYear',
  'GET /aarshjul/planlaeg/:id/raekker/:key': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/raekker/:key': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/raekker/:key/udelad': 'meetings.planYear',
  'POST /aarshjul/planlaeg/:id/raekker/:key/igen': 'meetings.planYear',
  'GET /kalender': 'meetings.list',
  'GET /kalender.csv': 'register.export',
  'GET /kalender.xlsx': 'register.export',
  'GET /kalender/udvalg.ics': 'register.export',
  'GET /kalender/abonner': 'meetings.list',
  'POST /kalender/abonner': 'meetings.list',
  'POST /kalender/abonner/:id/luk': 'meetings.list',
  'GET /kalender.ics': 'meetings.list',
  'GET /fora/:slug/kalender.ics': 'meetings.list',
  'GET /kalender/:fil': 'meetings.list',
}

const none = { grants: [], fora: [] }
const granted = (role: Parameters<typeof grant>[1], municipalityCode: string | null = null) => ({
  grants: [{ role, municipalityCode }],
  fora: [],
})

let app: ReturnType<typeof testApp>
let forumId: string
const holders = () =>
  ({
    admin: granted('administrator'),
    sekretariat: granted('secretariat'),
    revisor: granted('auditor'),
    kommune: granted('municipalCoordinator', '259'),
    partner: granted('partner'),
    formand: { grants: [], fora: [{ forumId, lead: true }] },
    medlem: { grants: [], fora: [{ forumId, lead: false }] },
    ukendt: none,
    offentlig: none,
  }) as const

beforeAll(async () => {
  app = testApp(await emptied())
  await grant('admin', 'administrator')
  await grant('sekretariat', 'secretariat')
  await grant('revisor', 'auditor')
  await grant('kommune', 'municipalCoordinator', { municipality: '259' })
  await grant('partner', 'partner')
  forumId = await aForum({ categoryId: await aCategory(), name: 'Kredsrådet', openness: 'public' })
  for (const [account, role] of [
    ['formand', 'chair'],
    ['medlem', 'member'],
  ] as const) {
    const office = await anOffice(`Embede for ${account}`)
    await aTenure(office, await aPerson(account, account))
    await aSeat(forumId, office, role)
  }
})

const addressOf = (path: string): string =>
  path
    .replace(':slug', 'kredsraadet')
    .replace(':fil', 'fora.csv')
    .replace(':kind', 'localCouncil')
    .replace(/:(id|seat)/, '00000000-0000-4000-8000-000000000000')

describe('every address within a district', () => {
  test('stands in the table', () => {
    const routes = app.app.routes
      .filter(({ method, path }) => path.startsWith('/:kreds/') && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.slice('/:kreds'.length)}`)
    expect([...new Set(routes)].filter((route) => !(route in needed))).toEqual([])
    expect(Object.keys(needed).filter((route) => !routes.includes(route))).toEqual([])
  })

  test.each(Object.entries(needed))('%s needs %s', async (route, permission) => {
    const [method = '', path = ''] = route.split(' ')
    const address = `/mvsj${addressOf(path)}`
    const refused: string[] = []
    const expected: string[] = []
    for (const [account, holder] of Object.entries(holders())) {
      const as = app.as(account === 'offentlig' ? null : account)
      const answer = method === 'GET' ? await as.get(address) : await as.post(address)
      expect(answer.status, `${account} at ${route}`).toBeLessThan(500)
      if (answer.status === 403) refused.push(account)
      if (!may(holder, permission)) expected.push(account)
    }
    // Being asked to sign in is no access either, but not a refusal: those pages are nobody's until somebody is known.
    expect(refused).toEqual(path.startsWith('/mit-arbejde') && permission === 'fora.list' ? refused : expected)
  })

  test('of another district is nobody’s without a role there', async () => {
    for (const path of ['/ns/fora/opret', '/ns/log', '/ns/brugere', '/ns/personer', '/ns/import'])
      for (const account of ['admin', 'sekretariat', 'medlem', null])
        expect((await app.as(account).get(path)).status, `${String(account)} at ${path}`).toBe(403)
  })

  test('of a district that is not in use does not exist', async () => {
    expect((await app.as('admin').get('/fyn/fora')).status).toBe(404)
    expect((await app.as('admin').get('/findes-ikke/fora')).status).toBe(404)
  })

  test('takes no form without its token, and none from elsewhere', async () => {
    const send = (headers: Record<string, string>, fields: Record<string, string>) =>
      app.app.request('http://127.0.0.1:3000/mvsj/fora/kategorier', {
        method: 'POST',
        headers: { 'x-test-account': 'sekretariat', 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      })
    expect((await send({}, {})).status).toBe(403)
    expect((await send({ cookie: 'samvirk-form=abc' }, { csrf: 'abd' })).status).toBe(403)
    expect(
      (await send({ cookie: 'samvirk-form=abc', origin: 'https://elsewhere.example' }, { csrf: 'abc' })).status,
    ).toBe(403)
    expect((await send({ cookie: 'samvirk-form=abc', 'sec-fetch-site': 'cross-site' }, { csrf: 'abc' })).status).toBe(
      403,
    )
    expect((await send({ cookie: 'samvirk-form=abc', origin: 'http://127.0.0.1:3000' }, { csrf: 'abc' })).status).toBe(
      303,
    )
  })
})
