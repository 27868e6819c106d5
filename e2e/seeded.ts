import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { afterAll, inject } from 'vitest'

/** A copy of the demonstration in which this SQL was run, for the program of one file; gone after its tests. */
export async function seededFolder(sql: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-'))
  afterAll(() => rm(folder, { recursive: true, force: true }))
  await cp(inject('demoFolder'), folder, { recursive: true })
  const database = await PGlite.create({ dataDir: join(folder, 'database'), extensions: { pg_trgm } })
  await database.exec(sql)
  await database.close()
  return folder
}

/** SQL for an action point from the latest council meeting that is over, owned by somebody, due on a day. */
export const councilTask = (title: string, owner: { office: string } | { person: string }, dueOn: string): string => `
  insert into meetings.action_point
    (district, forum_id, meeting_id, item_id, matter_id, title, ${'office' in owner ? 'owner_office_id' : 'owner_person_id'}, due_on, state_since, created_by, created_at)
    select item.district, item.forum_id, item.meeting_id, item.id, item.matter_id, '${title}', owner.id, '${dueOn}', meeting.on_day, 'Ane Eksempel', meeting.on_day
    from meetings.item as item
    join meetings.meeting as meeting on meeting.district = item.district and meeting.id = item.meeting_id
    join fora.forum as forum on forum.district = item.district and forum.id = item.forum_id and forum.name = 'Kredsrådet'
    join ${'office' in owner ? 'people.office' : 'people.person'} as owner on owner.district = item.district
      and ${'office' in owner ? `owner.title = '${owner.office}'` : `owner.name = '${owner.person}'`}
    where meeting.state in ('circulated', 'approved', 'published') and item.openness = 'open'
      and exists (select from meetings.outcome as outcome where outcome.district = item.district and outcome.item_id = item.id)
    order by meeting.on_day desc, item.position desc limit 1;`
