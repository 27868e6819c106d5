import { Agent, type ClientRequest, request } from 'node:http'
import type { ClientBase } from 'pg'
import { type Figures, figuresOf } from './measure.ts'

interface Setting {
  base: string
  cookie: string
  district: string
  owner: ClientBase
}

const items = 20

/** A meeting of today with an agenda, that runs and has come to its first item. */
async function aRunningMeeting(owner: ClientBase, district: string): Promise<{ id: string; items: string[] }> {
  await owner.query('reset role')
  const { rows } = await owner.query<{ id: string }>(
    `insert into meetings.meeting (district, forum_id, kind, on_day, starts, ends, state, created_by)
     select district, id, 'ordinary', current_date, '08:00', '16:00', 'summoned', 'bench' from fora.forum
     where district = $1 and slug = 'forum-1' returning id`,
    [district],
  )
  const id = rows[0]?.id ?? ''
  const made = await owner.query<{ id: string }>(
    `insert into meetings.item (district, forum_id, meeting_id, position, title, kind, minutes)
     select m.district, m.forum_id, m.id, n, 'Punkt om trafik ' || n, 'discussion', 20 from meetings.meeting m, generate_series(1, ${String(items)}) n
     where m.id = $1 returning id`,
    [id],
  )
  await owner.query(
    `update meetings.meeting set current_since = now(), current_item_id = $2, live_version = 1 where id = $1`,
    [id, made.rows[0]?.id],
  )
  return { id, items: made.rows.map((row) => row.id) }
}

/** One who follows; `heard` is called with each state of the meeting. */
const follow = (address: string, cookie: string, heard: (data: string) => void): ClientRequest => {
  const agent = new Agent({ keepAlive: false })
  const sent = request(address, { agent, headers: { cookie, accept: 'text/event-stream' } }, (answer) => {
    if (answer.statusCode !== 200) throw new Error(`${address} answered ${String(answer.statusCode)}`)
    answer.setEncoding('utf8')
    answer.on('data', (text: string) => {
      const [, data] = /^data: (.*)$/m.exec(text) ?? []
      if (data !== undefined) heard(data)
    })
    answer.on('error', () => undefined)
  })
  sent.on('error', () => undefined)
  sent.end()
  return sent
}

/**
 * How long it takes from the moment a note-taker presses "next" until each of the followers has been told, in milliseconds,
 * over a number of presses. Each follower has a connection of its own.
 */
export async function measureLive(
  { base, cookie, district, owner }: Setting,
  followers = 200,
  presses = 30,
): Promise<Figures> {
  const meeting = await aRunningMeeting(owner, district)
  const path = `${base}/${district}/moeder/${meeting.id}/afhold`
  const csrf = /samvirk-form=([^;]+)/.exec(cookie)?.[1] ?? ''
  const durations: number[] = []
  let [pressedAt, waiting, allTold] = [0, followers, (): void => undefined]
  let told = new Promise<void>((resolve) => (allTold = resolve))
  const heard = () => {
    if (pressedAt > 0) durations.push(performance.now() - pressedAt)
    waiting -= 1
    if (waiting === 0) allTold()
  }
  const open = Array.from({ length: followers }, () => follow(`${path}/direkte`, cookie, heard))
  const begun = performance.now()
  try {
    await told
    for (let press = 1; press <= presses; press++) {
      waiting = followers
      told = new Promise<void>((resolve) => (allTold = resolve))
      pressedAt = performance.now()
      const answer = await fetch(`${path}/punkt`, {
        method: 'POST',
        headers: { cookie },
        body: new URLSearchParams({ csrf, punkt: meeting.items[press % items] ?? '', sted: String(press) }),
        redirect: 'manual',
      })
      if (answer.status !== 303) throw new Error(`Moving on answered ${String(answer.status)}`)
      await told
    }
    return figuresOf(durations, (performance.now() - begun) / 1000)
  } finally {
    for (const stream of open) stream.destroy()
    await owner.query(`update meetings.meeting set current_since = null, current_item_id = null where id = $1`, [
      meeting.id,
    ])
  }
}
