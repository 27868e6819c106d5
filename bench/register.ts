import type { ClientBase } from 'pg'

/** What a synthetic district holds: somewhat more than the largest annex known. */
export const size = {
  fora: 45,
  seatsPerForum: 12,
  offices: 180,
  organisations: 40,
  meetingDays: 4,
  interfacesPerForum: 2,
}

/**
 * Makes districts of the same shape, as the owner of the database. Names are put together from words of the field, so
 * that searching has something to tell apart.
 */
export async function makeDistricts(owner: ClientBase, from: number, to: number): Promise<void> {
  await owner.query('reset role')
  await owner.query(
    `insert into people.district (id, name, in_use) select 'bench-' || d, 'Prøvekreds ' || d, true from generate_series($1::int, $2::int) d`,
    [from, to],
  )
  const statements = [
    `insert into people.organisation (district, name, sort_name, kind, valid_from)
     select id, 'Myndighed ' || n, 'myndighed ' || n, (array['police','municipality','stateAuthority','association'])[1 + n % 4], '2020-01-01' from made, generate_series(1, ${String(size.organisations)}) n`,
    `insert into people.office (district, title, sort_title, organisation_id, valid_from)
     select o.district, 'Leder ' || n || ' i ' || o.name, 'leder ' || n || ' i ' || o.sort_name, o.id, '2020-01-01'
     from people.organisation o join made on made.id = o.district, generate_series(1, ${String(Math.floor(size.offices / size.organisations))}) n`,
    `insert into people.person (district, name, sort_name, email)
     select o.district, 'Prøve ' || row_number() over (partition by o.district order by o.id), 'prove ' || row_number() over (partition by o.district order by o.id),
       'p' || row_number() over (partition by o.district order by o.id) || '@' || o.district || '.example' from people.office o join made on made.id = o.district`,
    `insert into people.tenure (district, office_id, person_id, valid_from)
     select o.district, o.id, p.id, '2021-01-01' from (select *, row_number() over (partition by district order by id) n from people.office) o
     join made on made.id = o.district join (select *, row_number() over (partition by district order by id) n from people.person) p on p.district = o.district and p.n = o.n where o.n % 20 <> 0`,
    `insert into fora.category (district, number, name)
     select id, n, 'Emneområde ' || n from made, generate_series(1, 14) n`,
    `insert into fora.legal_reference (district, act, paragraph, checked_on) select id, 'Prøvelov ' || n, '§ ' || n, '2026-01-01' from made, generate_series(1, 12) n`,
    `insert into fora.forum (district, slug, name, sort_name, category_id, position, level, topic, purpose, participants, cadence, cadence_min, openness, status_since)
     select made.id, 'forum-' || n, (array['Råd','Udvalg','Netværk','Møde','Nævn'])[1 + n % 5] || ' om ' || (array['trafik','rusmidler','bander','psykiatri','beredskab','dyreværn','skoler'])[1 + n % 7] || ' ' || n,
       (array['rad','udvalg','netvark','mode','navn'])[1 + n % 5] || ' ' || lpad(n::text, 3, '0'), c.id, n, (array['strategic','tactical','operational'])[1 + n % 3],
       'Samarbejde om ' || (array['trafik','rusmidler','bander','psykiatri','beredskab','dyreværn','skoler'])[1 + n % 7], repeat('Fælles forståelse og koordineret indsats. ', 6),
       repeat('Ledere og repræsentanter fra myndigheder. ', 6), (array['Mindst 4','2','Efter behov','1-2','Hver anden måned'])[1 + n % 5], 4, 'partners', '2020-01-01'
     from made join generate_series(1, ${String(size.fora)}) n on true join fora.category c on c.district = made.id and c.number = 1 + n % 14`,
    `insert into fora.seat (district, forum_id, office_id, role, valid_from)
     select f.district, f.id, o.id, case when k = 0 then 'chair' else 'member' end, '2021-01-01'
     from (select *, row_number() over (partition by district order by id) n from fora.forum) f join made on made.id = f.district
     join generate_series(0, ${String(size.seatsPerForum - 1)}) k on true
     join (select *, row_number() over (partition by district order by id) n from people.office) o on o.district = f.district and o.n = 1 + (f.n * 7 + k * 13) % ${String(size.offices)}
     on conflict do nothing`,
    `insert into fora.interface (district, forum_id, words, target_forum_id, confidence)
     select f.district, f.id, g.name, g.id, 'sure' from (select *, row_number() over (partition by district order by id) n from fora.forum) f join made on made.id = f.district
     join generate_series(1, ${String(size.interfacesPerForum)}) k on true
     join (select *, row_number() over (partition by district order by id) n from fora.forum) g on g.district = f.district and g.n = 1 + (f.n * 3 + k * 5) % ${String(size.fora)} and g.id <> f.id`,
    `insert into fora.forum_legal_reference (district, forum_id, legal_reference_id)
     select f.district, f.id, r.id from fora.forum f join made on made.id = f.district join lateral (select id from fora.legal_reference r where r.district = f.district order by r.id limit 1) r on true`,
    `insert into fora.meeting_day (district, forum_id, on_day)
     select f.district, f.id, make_date(extract(year from now())::int, 1 + k * 3, 10) from fora.forum f join made on made.id = f.district, generate_series(0, ${String(size.meetingDays - 1)}) k`,
  ]
  await owner.query('begin')
  await owner.query(
    `create temporary table made on commit drop as select 'bench-' || d as id from generate_series(${String(from)}, ${String(to)}) d`,
  )
  for (const statement of statements) await owner.query(statement)
  await owner.query('commit')
  await owner.query('analyze')
}
