import type { ClientBase } from 'pg'

/** What a year of a synthetic district holds. */
export const yearSize = { meetings: 200, itemsPerMeeting: 8, itemsOfLongMeeting: 20 }

/** The meeting with many items in a district, which is measured. */
export const longMeetingOf = (district: string): string => `md5('${district} long')::uuid`

const words = `(array['trafik ved skolerne','rusmidler i nattelivet','bander og unge','psykisk sårbare borgere','beredskab ved store arrangementer','dyreværn på gårde','tryghed i boligområder','hastighed på landeveje','indbrud i sommerhuse','samarbejde med foreninger'])`
const said = `(array['Politiet og kommunen aftalte en fælles indsats i foråret.','Forslaget blev vedtaget, og sekretariatet følger op.','Punktet udsættes, til tallene er klar.','Rådet bad om en status på næste møde.'])`

/**
 * Meetings of past years in districts, with agendas, decisions, tasks and the text of papers. The triggers are off while
 * the rows are made, so what they would write is written here: audiences and the search indexes.
 */
export async function makeMeetings(
  owner: ClientBase,
  districts: readonly string[],
  years: readonly number[],
): Promise<void> {
  const statements = [
    `insert into meetings.meeting (district, id, forum_id, kind, on_day, starts, ends, place, state, audience, number, held_at, created_by)
     select f.district, case when y.year = $2::int and f.n = 1 and k = 0 then md5(f.district || ' long')::uuid else gen_random_uuid() end, f.id, 'ordinary',
       make_date(y.year, 1 + ((f.n * 3 + k * 2) % 12)::int, 1 + ((f.n * 7 + k) % 28)::int), '10:00', '12:00', 'Rådhuset',
       case when y.year = $2::int and k = 3 then 'summoned' else 'approved' end, 'members', k + 1, make_date(y.year, 1, 1), 'bench'
     from (select *, row_number() over (partition by district order by id) n, count(*) over (partition by district) fora from fora.forum where district = any ($1)) f
     cross join unnest($3::int[]) y(year) cross join generate_series(0, ${String(yearSize.meetings)} / f.fora::int - 1) k`,
    `insert into meetings.item (district, forum_id, meeting_id, position, title, kind, minutes, body, openness, audience)
     select m.district, m.forum_id, m.id, n, initcap(left(t, 1)) || substring(t from 2) || ' ' || n, 'discussion', 10, repeat('Sagen handler om ' || t || '. ', 4),
       case when n % 5 = 0 then 'closed' else 'open' end, 'members'
     from meetings.meeting m cross join generate_series(1, case when m.id = md5(m.district || ' long')::uuid then ${String(yearSize.itemsOfLongMeeting)} else ${String(yearSize.itemsPerMeeting)} end) n
     cross join lateral (select ${words}[1 + abs(hashtext(m.id::text || n)) % 10] t) w where m.district = any ($1) and extract(year from m.on_day) = any ($3::int[]) and $2 > 0`,
    `insert into meetings.outcome (district, item_id, forum_id, meeting_id, kind, decision, audience, decided_on, changed_by, lexemes)
     select i.district, i.id, i.forum_id, i.meeting_id, 'decided', d.words, 'members', m.on_day, 'bench',
       to_tsvector('danish', i.title || ' ' || d.words) || array_to_tsvector(array['@' || i.district])
     from meetings.item i join meetings.meeting m on m.district = i.district and m.id = i.meeting_id
     cross join lateral (select ${said}[1 + i.position % 4] || ' ' || i.title as words) d
     where i.district = any ($1) and m.state = 'approved' and extract(year from m.on_day) = any ($3::int[]) and $2 > 0`,
    `insert into meetings.action_point (district, forum_id, meeting_id, item_id, matter_id, title, owner_office_id, due_on, state, state_since, audience, created_by)
     select i.district, i.forum_id, i.meeting_id, i.id, i.matter_id, 'Opfølgning: ' || i.title, (select s.office_id from fora.seat s where s.district = i.district and s.forum_id = i.forum_id limit 1),
       m.on_day + 60, case when i.position = 2 and extract(year from m.on_day) = $2::int then 'onTrack' else 'done' end, m.on_day, 'members', 'bench'
     from meetings.item i join meetings.meeting m on m.district = i.district and m.id = i.meeting_id
     where i.district = any ($1) and i.position % 4 = 2 and m.state = 'approved' and extract(year from m.on_day) = any ($3::int[])`,
    `insert into search.entry (district, kind, subject_id, forum_id, meeting_id, audience, on_day, title)
     select m.district, 'meeting', m.id, m.forum_id, m.id, m.audience, m.on_day, f.name from meetings.meeting m
     join fora.forum f on f.district = m.district and f.id = m.forum_id where m.district = any ($1) and extract(year from m.on_day) = any ($3::int[]) and $2 > 0`,
    `insert into search.entry (district, kind, subject_id, forum_id, meeting_id, item_id, audience, on_day, title, words)
     select i.district, k.kind, case k.kind when 'paper' then gen_random_uuid() else i.id end, i.forum_id, i.meeting_id, i.id, i.audience, m.on_day, i.title,
       case k.kind when 'item' then i.body when 'decision' then o.decision else repeat(i.body || ' ' || o.decision || ' ', 12) end
     from meetings.item i join meetings.meeting m on m.district = i.district and m.id = i.meeting_id
     left join meetings.outcome o on o.district = i.district and o.item_id = i.id
     cross join (values ('item'), ('decision'), ('paper')) k(kind)
     where i.district = any ($1) and extract(year from m.on_day) = any ($3::int[]) and $2 > 0 and (k.kind = 'item' or o.item_id is not null) and (k.kind <> 'paper' or i.position % 3 = 0)`,
    `insert into search.lexeme select distinct w from search.entry e, unnest(tsvector_to_array(e.lexemes)) w
     where e.district = any ($1) and w ~ '^[[:alpha:]]{4,40}$' and $2 > 0 and cardinality($3::int[]) > 0 on conflict do nothing`,
  ]
  await owner.query('reset role')
  await owner.query(`set session_replication_role = 'replica'`)
  for (const statement of statements) await owner.query(statement, [districts, new Date().getFullYear(), years])
  await owner.query(`set session_replication_role = 'origin'`)
  await owner.query('vacuum analyze')
}

/** Makes an account one of those who sit in the forum whose long meeting is measured. */
export const seatAccount = async (owner: ClientBase, district: string, accountId: string): Promise<void> => {
  await owner.query(
    `update people.person set account_id = $2 where district = $1 and id = (select t.person_id from meetings.meeting m
       join fora.seat s on s.district = m.district and s.forum_id = m.forum_id
       join people.tenure t on t.district = s.district and t.office_id = s.office_id
       where m.district = $1 and m.id = ${longMeetingOf(district)} and s.role = 'member' limit 1)`,
    [district, accountId],
  )
}
