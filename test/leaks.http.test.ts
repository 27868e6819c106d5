import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../src/db/db.ts'
import { followJobs } from '../src/meetings/notices/follow-jobs.ts'
import { grant, testApp } from './app.ts'
import {
  aCategory,
  aForum,
  aMeeting,
  anActionPoint,
  anExclusion,
  anItem,
  anOffice,
  anOutcome,
  aPerson,
  aSeat,
  aTenure,
} from './builders.ts'
import { asOwner, emptied } from './db.ts'

/** Words that stand nowhere else, one for each place something closed can be written. None has a Danish ending that a stemmer would take. */
const planted = {
  title: 'Kvasartitlum',
  body: 'Kvasarbodum',
  recommendation: 'Kvasarindstillum',
  presenter: 'Kvasarpresentum',
  concerns: 'Kvasarvedrum',
  decision: 'Kvasarbeslutum',
  discussion: 'Kvasardrøftum',
  remark: 'Kvasartilkendum',
  paperTitle: 'Kvasarbilagum',
  fileName: 'Kvasarfilum',
  paperWords: 'Kvasarbilagstekstum',
  task: 'Kvasaropgavum',
  taskComment: 'Kvasarstatum',
  comment: 'Kvasarbemærkum',
  exclusion: 'Kvasarinhabilum',
  addendum: 'Kvasartilføjum',
} as const
const note = 'Kvasarnotum'
const proposal = 'Kvasarforslagum'
const backlog = 'Kvasarrestum'
const everyWord = [...Object.values(planted), note, proposal, backlog]
/** The title of an item that everybody may see. */
const open = 'Åbent punkt'
const timeout = 900_000

const readers = [
  'excluded',
  'excludedSecretary',
  'otherMember',
  'coordinator',
  'partner',
  'stranger',
  'public',
] as const
type Reader = (typeof readers)[number]

let app: ReturnType<typeof testApp>
let database: Database
/** Everything an address can name. */
let ids: Record<string, string>
let addresses: readonly string[]

const seated = async (account: string, forumId: string, role = 'member'): Promise<string> => {
  const office = await anOffice(`Embede for ${account}`)
  const person = await aPerson(`Person ${account}`, account)
  await aTenure(office, person)
  await aSeat(forumId, office, role)
  await asOwner(`update people.person set email = $2 where id = $1`, [person, `${account.toLowerCase()}@kreds.example`])
  if (role === 'chair') ids['office'] = office
  if (role === 'viceChair') ids['person'] = person
  return person
}

const aFile = async (name: string, words: string): Promise<string> =>
  String(
    (
      await asOwner(
        `insert into documents.file (district, name, media_type, sha256, bytes, stored_by)
         values ('mvsj', $1, 'text/plain', $2, convert_to($2, 'UTF8'), 'formand') returning id`,
        [name, words],
      )
    )[0]?.['id'],
  )

const plant = async (forumId: string, meetingId: string): Promise<string> => {
  const item = await anItem({ forumId, meetingId, title: planted.title, position: 2, presenter: planted.presenter })
  await asOwner(`update meetings.item set body = $2, recommendation = $3, concerns = $4 where id = $1`, [
    item,
    planted.body,
    planted.recommendation,
    planted.concerns,
  ])
  await anOutcome(item, planted.decision)
  await asOwner(`update meetings.outcome set discussion = $2 where item_id = $1`, [item, planted.discussion])
  await asOwner(
    `insert into meetings.statement (district, item_id, forum_id, municipality_code, stand, remark) values ('mvsj', $1, $2, '259', 'agrees', $3)`,
    [item, forumId, planted.remark],
  )
  const [paper] = await asOwner(
    `insert into meetings.paper (district, forum_id, item_id, title) values ('mvsj', $1, $2, $3) returning id`,
    [forumId, item, planted.paperTitle],
  )
  ids['paper'] = String(paper?.['id'])
  await asOwner(
    `insert into meetings.paper_version (district, paper_id, number, file_id, name, media_type, size, sha256, scan, words, words_state, stored_by)
     values ('mvsj', $1, 1, $2, $3, 'text/plain', 10, 'x', 'unscanned', $4, 'read', 'formand')`,
    [
      ids['paper'],
      await aFile(`${planted.fileName}.txt`, planted.paperWords),
      `${planted.fileName}.txt`,
      planted.paperWords,
    ],
  )
  await asOwner(
    `insert into meetings.minutes_comment (district, forum_id, meeting_id, item_id, name, words) values ('mvsj', $1, $2, $3, 'Formand', $4)`,
    [forumId, meetingId, item, planted.comment],
  )
  await asOwner(
    `insert into meetings.private_note (district, item_id, account_id, words) values ('mvsj', $1, 'formand', $2)`,
    [item, note],
  )
  return item
}

beforeAll(async () => {
  database = await emptied()
  app = testApp(database)
  ids = {}
  const category = await aCategory()
  const forumId = await aForum({ categoryId: category, name: 'Kredsrådet', openness: 'public', municipality: '259' })
  const other = await aForum({ categoryId: category, name: 'Kontaktudvalget', openness: 'partners' })
  await grant('sekretariat', 'secretariat')
  await grant('admin', 'administrator')
  await grant('revisor', 'auditor')
  await grant('partner', 'partner')
  await grant('coordinator', 'municipalCoordinator', { municipality: '259' })
  await grant('excludedSecretary', 'secretariat')
  await seated('formand', forumId, 'chair')
  const excluded = await seated('excluded', forumId, 'viceChair')
  await seated('otherMember', other)
  const secretary = await aPerson('Person excludedSecretary', 'excludedSecretary')
  const meetingId = await aMeeting({ forumId, openness: 'public', onDay: '2026-04-16', state: 'draft' })
  ids['meeting'] = meetingId
  ids['open'] = await anItem({ forumId, meetingId, title: open, openness: 'open' })
  await anOutcome(ids['open'], 'Åben beslutning')
  const item = await plant(forumId, meetingId)
  ids['item'] = item
  ids['matter'] = String((await asOwner(`select matter_id from meetings.item where id = $1`, [item]))[0]?.['matter_id'])
  ids['task'] = await anActionPoint({
    itemId: item,
    title: planted.task,
    ownerOfficeId: ids['office'] ?? '',
    dueOn: '2026-03-01',
  })
  await asOwner(
    `insert into meetings.action_point_status (district, action_point_id, state, comment, said_by) values ('mvsj', $1, 'onTrack', $2, 'Formand')`,
    [ids['task'], planted.taskComment],
  )
  await anExclusion(item, excluded)
  await anExclusion(item, secretary)
  await asOwner(`update meetings.exclusion set reason = $1`, [planted.exclusion])
  await asOwner(
    `insert into meetings.item_proposal (district, forum_id, meeting_id, title, kind, account_id, proposed_by) values ('mvsj', $1, $2, $3, 'decision', 'formand', 'Formand')`,
    [forumId, meetingId, proposal],
  )
  await anItem({ forumId, meetingId: null, title: backlog })
  for (const person of [excluded, secretary])
    await asOwner(
      `insert into notices.notice (district, person_id, kind, forum_id, meeting_id, item_id, subject_id) values ('mvsj', $1, 'taskGiven', $2, $3, $4, $5)`,
      [person, forumId, meetingId, item, ids['task']],
    )
  // What was done is in the log, and mail is on its way.
  expect(
    (await app.as('sekretariat').post(`/mvsj/moeder/${meetingId}/indkald`, { handling: 'send', version: '1' })).status,
  ).toBe(303)
  expect(
    (
      await app.as('sekretariat').post(`/mvsj/punkter/${item}/inhabilitet`, {
        person: String(ids['person']),
        grund: planted.exclusion,
      })
    ).status,
  ).toBeLessThan(500)
  addresses = await everyAddress()
}, timeout)

/** Lists can be sorted and filtered in many ways; that many of each are enough to see what they show. */
const mostOfOnePage = 3
const longestWait = 10_000

/** A stream of events has no end, so it is read until it has said something. */
const firstWords = async (response: Response): Promise<string> => {
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  if (reader === undefined) return ''
  let words = ''
  let late: NodeJS.Timeout | undefined
  const patience = new Promise<null>((resolve) => (late = setTimeout(() => resolve(null), longestWait)))
  while (!words.includes('data:')) {
    const chunk = await Promise.race([reader.read(), patience])
    if (chunk === null || chunk.done) break
    words += chunk.value
  }
  clearTimeout(late)
  void reader.cancel()
  return words
}

const pdfWords = async (bytes: Uint8Array): Promise<string> => {
  const { text } = await extractText(await getDocumentProxy(bytes.slice(), { verbosity: 0 }), { mergePages: true })
  return text
}

const beginsWith = (bytes: Uint8Array, sign: string): boolean =>
  new TextDecoder('latin1').decode(bytes.subarray(0, sign.length)) === sign

/** All text of a file, also inside a PDF, an office file or a zip, and in files inside those. */
async function wordsIn(bytes: Uint8Array): Promise<string> {
  const plain = new TextDecoder().decode(bytes)
  if (beginsWith(bytes, '%PDF')) return `${plain} ${await pdfWords(bytes)}`
  if (!beginsWith(bytes, 'PK')) return plain
  const parts = await Promise.all(
    Object.entries(unzipSync(bytes)).map(async ([name, part]) => `${name} ${await wordsIn(part)}`),
  )
  return `${plain} ${parts.join(' ')}`
}

/** All text an answer holds, with its headers. */
async function wordsOf(response: Response): Promise<string> {
  const head = JSON.stringify([...response.headers])
  if ((response.headers.get('content-type') ?? '').startsWith('text/event-stream'))
    return head + (await firstWords(response))
  return head + (await wordsIn(new Uint8Array(await response.arrayBuffer())))
}

/** Each parameter of an address by every id there is that may stand there. */
const addressesOf = (pattern: string): string[] => {
  const valuesOf = (name: string): readonly string[] =>
    ({ ':slug': ['kredsraadet'], ':number': ['1'], ':kind': ['districtCouncil'] })[name] ?? Object.values(ids)
  const fill = (path: string): string[] => {
    const name = /:[a-zA-Z]+/.exec(path)?.[0]
    return name === undefined ? [path] : valuesOf(name).flatMap((value) => fill(path.replace(name, value)))
  }
  return fill(pattern)
}

const routesOf = (method: string): string[] => [
  ...new Set(
    app.app.routes
      .filter((route) => route.method === method && route.path.startsWith('/:kreds/'))
      .map(({ path }) => path.replace('/:kreds', '/mvsj')),
  ),
]

/** What all planted words begin with. */
const beginning = 'kvasar'
const searches = [
  ...everyWord.map((word) => `/mvsj/soeg?q=${encodeURIComponent(word)}`),
  ...['soeg', 'opgaver', 'beslutninger', 'moeder'].map((page) => `/mvsj/${page}?q=${beginning}`),
]

/** What was asked for stands in the answer's own form and address, and is no leak. */
const withoutQuestion = (text: string, address: string): string => {
  const asked = new URL(address, 'http://localhost').searchParams.get('q')
  return asked === null
    ? text
    : text.replaceAll(asked, '').replaceAll(encodeURIComponent(asked), '').replaceAll(asked.toLowerCase(), '')
}

/** Every address that is somebody's: one that neither the secretariat nor the chair can open is nobody's. */
async function everyAddress(): Promise<string[]> {
  const found: string[] = []
  for (const address of routesOf('GET').flatMap(addressesOf))
    for (const account of ['sekretariat', 'formand']) {
      const response = await app.as(account).get(address)
      void response.body?.cancel()
      if (response.status === 404) continue
      found.push(address)
      break
    }
  return found
}

interface Answer {
  status: number
  text: string
}

/** Every address of the program and every link on the pages an account meets; null is the public. */
async function crawl(account: string | null): Promise<Map<string, Answer>> {
  const as = app.as(account)
  const said = new Map<string, Answer>()
  const asked = new Map<string, number>()
  const waiting = [...addresses, ...searches, '/', '/konto']
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    const page = address.split('?')[0] ?? ''
    if (said.has(address) || (!searches.includes(address) && (asked.get(page) ?? 0) >= mostOfOnePage)) continue
    asked.set(page, (asked.get(page) ?? 0) + 1)
    const response = await as.get(address)
    const text = await wordsOf(response)
    said.set(address, { status: response.status, text: withoutQuestion(text, address) })
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) continue
    for (const [, href = ''] of text.matchAll(/(?:href|src)="(\/mvsj\/[^"#]*)/g))
      waiting.push(href.replaceAll('&amp;', '&').replace(/[?&]sprog=\w+/, ''))
  }
  return said
}

/** The words that the answers hold, with where. */
const wordsMet = (said: ReadonlyMap<string, Answer>, words: readonly string[]) =>
  [...said].flatMap(([address, { text }]) =>
    words.filter((word) => text.toLowerCase().includes(word.toLowerCase())).map((word) => ({ word, address })),
  )

/** An answer is a page, a way onward, or a refusal; a fault of the program says nothing about leaks. */
const proper = new Set([200, 302, 303, 403, 404, 409, 422])

/** Readers who may not know of the item; a member who is excluded is one of those in charge of the forum otherwise. */
const forbidden = (reader: Reader): string[] => [
  ...Object.values(planted),
  note,
  ...(reader === 'excluded' || reader === 'excludedSecretary' ? [] : [proposal, backlog]),
]

const states = [
  `state = 'summoned', current_item_id = (select id from meetings.item where title = '${planted.title}'), current_since = now()`,
  `state = 'published', published_to = 'public'`,
]

describe.each(states)('with the meeting at %s', (state) => {
  beforeAll(async () => {
    await asOwner(`update meetings.meeting set ${state}`)
    if (state.includes('published'))
      await asOwner(
        `insert into meetings.addendum (district, forum_id, meeting_id, number, item_id, words, added_by)
         select 'mvsj', forum_id, meeting_id, 1, id, $1, 'Formand' from meetings.item where title = $2`,
        [planted.addendum, planted.title],
      )
  })

  test.each(readers)('%s meets no closed word anywhere, but what is open', { timeout }, async (reader) => {
    const said = await crawl(reader === 'public' ? null : reader)
    expect(wordsMet(said, forbidden(reader))).toEqual([])
    const strange = [...said].filter(([, { status }]) => !proper.has(status))
    expect(strange.map(([address, { status }]) => `${String(status)} at ${address}`)).toEqual([])
    expect(said.size).toBeGreaterThan(100)
    const pages = new Map([...said].filter(([, { status }]) => status === 200))
    expect(pages.size).toBeGreaterThan(20)
    expect(wordsMet(pages, [open]).map(({ address }) => address)).toContain(`/mvsj/moeder/${String(ids['meeting'])}`)
  })

  test('the chair meets every word, so that each would be found', { timeout }, async () => {
    const met = new Set(wordsMet(await crawl('formand'), everyWord).map(({ word }) => word))
    // Comments are shown with the minutes, and a correction is added when these are locked.
    const later = state.includes('published') ? [] : [planted.comment, planted.addendum]
    expect(everyWord.filter((word) => !met.has(word))).toEqual(later)
  })

  test('the note of another is nobody else’s', { timeout }, async () => {
    for (const account of ['sekretariat', 'admin', 'revisor'])
      for (const address of [
        `/mvsj/punkter/${String(ids['item'])}`,
        `/mvsj/moeder/${String(ids['meeting'])}/laes`,
        '/mvsj/log',
      ])
        expect(await wordsOf(await app.as(account).get(address)), address).not.toContain(note)
  })
})

test('no mail holds a closed word: summons, reminders and digests', async () => {
  const monday = () => new Date('2026-03-16T08:00:00Z')
  const isAccountOpen = () => Promise.resolve(true)
  const baseUrl = () => 'http://127.0.0.1:3000'
  for (const job of followJobs({ db: database.db, clock: monday, baseUrl, isAccountOpen })) await job.run()
  const mails = await asOwner(`select address, subject, words, html, calendar from mail.message`)
  expect(mails.length).toBeGreaterThan(3)
  const text = JSON.stringify(mails).toLowerCase()
  expect(text).toContain('kredsrådet')
  expect(everyWord.filter((word) => text.includes(word.toLowerCase()))).toEqual([])
})
