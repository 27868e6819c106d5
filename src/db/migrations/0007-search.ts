/**
 * The search index. Rows are written by triggers, so that nothing can change without its words following, and carry the
 * audience of what they stand for. The index finds; what a reader may see is decided once more by row-level security.
 */
export const search = `
create schema search;
grant usage on schema search to samvirk_app;

create table search.entry (
  district text not null references people.district,
  kind text not null check (kind in ('forum', 'meeting', 'item', 'decision', 'paper', 'task')),
  subject_id uuid not null,
  -- Long papers are kept in parts, so that an excerpt is made quickly.
  part integer not null default 0,
  forum_id uuid not null,
  municipality_code text,
  meeting_id uuid,
  item_id uuid,
  audience text not null check (audience in ('leads', 'members', 'partners', 'public')),
  on_day date,
  title text not null,
  words text not null default '',
  -- The district stands among the lexemes, so that the index need not go through other districts' rows.
  lexemes tsvector not null generated always as (setweight(to_tsvector('danish', title), 'A') || setweight(to_tsvector('danish', words), 'C')
    || array_to_tsvector(array['@' || district])) stored,
  primary key (district, kind, subject_id, part)
);
create index entry_lexemes on search.entry using gin (lexemes);
create index entry_item on search.entry (district, item_id);
create index entry_meeting on search.entry (district, meeting_id);

-- Every lexeme in use, to find what a misspelt word may stand for. Nobody reads it but search.alike.
create table search.lexeme (word text primary key);
create index lexeme_alike on search.lexeme using gin (word gin_trgm_ops);

create function search.keep_lexemes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into search.lexeme select w from unnest(tsvector_to_array(new.lexemes)) as w where w ~ '^[[:alpha:]]{4,40}$' on conflict do nothing;
  return null;
end $$;
create trigger keep_lexemes after insert or update of title, words on search.entry for each row execute function search.keep_lexemes();

-- Lexemes that a misspelt one may stand for, likest first, and compounds that it is a part of, shortest first.
create function search.alike(p_word text) returns text[] language sql stable security definer set search_path = pg_catalog, public as $$
  select coalesce(array(select l.word from search.lexeme l where l.word % p_word and length(p_word) >= 4
    order by similarity(l.word, p_word) desc, l.word limit 3), '{}')
  || coalesce(array(select l.word from search.lexeme l where l.word like '%' || p_word || '%' and length(p_word) >= 5
    order by length(l.word), l.word limit 12), '{}') $$;

create function search.put(p_district text, p_kind text, p_subject uuid, p_part integer, p_forum uuid, p_municipality text, p_meeting uuid, p_item uuid,
  p_audience text, p_day date, p_title text, p_words text) returns void language sql security definer set search_path = pg_catalog as $$
  insert into search.entry (district, kind, subject_id, part, forum_id, municipality_code, meeting_id, item_id, audience, on_day, title, words)
  values (p_district, p_kind, p_subject, p_part, p_forum, p_municipality, p_meeting, p_item, p_audience, p_day, p_title, p_words)
  on conflict (district, kind, subject_id, part) do update set forum_id = p_forum, municipality_code = p_municipality, meeting_id = p_meeting,
    item_id = p_item, audience = p_audience, on_day = p_day, title = p_title, words = p_words $$;

create function search.put_forum() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform search.put(new.district, 'forum', new.id, 0, new.id, new.municipality_code, null, null, case new.openness when 'closed' then 'members' else new.openness end,
    null, new.name, concat_ws(' ', new.topic, new.purpose, new.participants));
  -- Meetings without a title of their own are called after the forum.
  if tg_op = 'UPDATE' and old.name <> new.name then
    update search.entry e set title = new.name from meetings.meeting m where e.district = new.district and e.forum_id = new.id and e.kind = 'meeting'
      and m.district = e.district and m.id = e.subject_id and m.title = '';
  end if;
  return null;
end $$;
create trigger indexed after insert or update on fora.forum for each row execute function search.put_forum();

create function search.put_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare forum_name text;
begin
  select f.name into forum_name from fora.forum f where f.district = new.district and f.id = new.forum_id;
  perform search.put(new.district, 'meeting', new.id, 0, new.forum_id, new.municipality_code, new.id, null, new.audience, new.on_day,
    case when new.title = '' then forum_name else new.title end, new.host);
  if tg_op = 'UPDATE' and old.on_day <> new.on_day then
    update search.entry set on_day = new.on_day where district = new.district and meeting_id = new.id and kind in ('item', 'paper');
  end if;
  return null;
end $$;
create trigger indexed after insert or update on meetings.meeting for each row execute function search.put_meeting();

create function search.put_item() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare on_day date;
begin
  select m.on_day into on_day from meetings.meeting m where m.district = new.district and m.id = new.meeting_id;
  perform search.put(new.district, 'item', new.id, 0, new.forum_id, null, new.meeting_id, new.id, new.audience, on_day, new.title,
    concat_ws(' · ', nullif(new.body, ''), nullif(new.recommendation, ''), nullif(new.concerns, ''), nullif(new.presenter, '')));
  return null;
end $$;
create trigger indexed after insert or update on meetings.item for each row execute function search.put_item();

create function search.put_decision() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare title text;
begin
  if new.decision = '' and new.discussion = '' then
    delete from search.entry where district = new.district and kind = 'decision' and subject_id = new.item_id;
    return null;
  end if;
  select i.title into title from meetings.item i where i.district = new.district and i.id = new.item_id;
  perform search.put(new.district, 'decision', new.item_id, 0, new.forum_id, null, new.meeting_id, new.item_id, new.audience, new.decided_on, title,
    concat_ws(' ', new.decision, new.discussion));
  return null;
end $$;
create trigger indexed after insert or update on meetings.outcome for each row execute function search.put_decision();

create function search.put_task() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform search.put(new.district, 'task', new.id, 0, new.forum_id, null, new.meeting_id, new.item_id, new.audience, new.due_on, new.title, '');
  return null;
end $$;
create trigger indexed after insert or update on meetings.action_point for each row execute function search.put_task();

create function search.put_paper(p_district text, p_paper uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
declare p meetings.paper; v meetings.paper_version; on_day date; parts integer;
begin
  select * into p from meetings.paper where district = p_district and id = p_paper;
  select * into v from meetings.paper_version where district = p_district and paper_id = p_paper order by number desc limit 1;
  if p.removed_at is not null or v.paper_id is null then
    delete from search.entry where district = p_district and kind = 'paper' and subject_id = p_paper;
    return;
  end if;
  select m.on_day into on_day from meetings.meeting m where m.district = p_district and m.id = p.meeting_id;
  parts := greatest(1, ceil(length(v.words) / 4000.0)::integer);
  for n in 0 .. parts - 1 loop
    -- Each part begins a little before the last one ended, so that no word is cut for good.
    perform search.put(p_district, 'paper', p_paper, n, p.forum_id, null, p.meeting_id, p.item_id, p.audience, on_day, p.title,
      substring(v.words from greatest(1, n * 4000 - 80) for 4080));
  end loop;
  delete from search.entry where district = p_district and kind = 'paper' and subject_id = p_paper and part >= parts;
end $$;
create function search.note_paper() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_table_name = 'paper_version' then perform search.put_paper(new.district, new.paper_id);
  elsif tg_op = 'UPDATE' and old.title = new.title and old.removed_at is not distinct from new.removed_at then
    update search.entry set audience = new.audience, forum_id = new.forum_id, meeting_id = new.meeting_id,
        on_day = (select m.on_day from meetings.meeting m where m.district = new.district and m.id = new.meeting_id)
      where district = new.district and kind = 'paper' and subject_id = new.id;
  else perform search.put_paper(new.district, new.id);
  end if;
  return null;
end $$;
create trigger indexed after insert or update on meetings.paper for each row execute function search.note_paper();
create trigger indexed after insert or update of words, number on meetings.paper_version for each row execute function search.note_paper();

create function search.forget() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from search.entry where district = old.district and (subject_id = old.id or item_id = old.id or meeting_id = old.id);
  return null;
end $$;
create trigger forgotten after delete on fora.forum for each row execute function search.forget();
create trigger forgotten after delete on meetings.meeting for each row execute function search.forget();
create trigger forgotten after delete on meetings.item for each row execute function search.forget();
create trigger forgotten after delete on meetings.paper for each row execute function search.forget();
create trigger forgotten after delete on meetings.action_point for each row execute function search.forget();

-- What the reader may see of what the words meet. Made as a function of its own, because row-level security keeps the planner from
-- using the index of a table it guards; the condition here is the one of the policy below.
create function search.found(p_query tsquery) returns table (kind text, subject_id uuid, part integer, forum_id uuid, on_day date, rank real)
language sql stable security definer set search_path = pg_catalog as $$
  select e.kind, e.subject_id, e.part, e.forum_id, e.on_day,
    -- Meetings are called after their forum, so each of them would stand beside it.
    ts_rank(e.lexemes, p_query) * (case e.kind when 'meeting' then 0.4 else 1 end)::real from search.entry e
  where e.lexemes @@ (p_query && quote_literal('@' || guard.district())::tsquery) and e.district = guard.district()
    and ((select guard.reach()) = 'all' or e.audience = 'public' or (e.audience = 'partners' and (select guard.reach()) = 'partner')
      or (e.audience <> 'leads' and (e.forum_id = any ((select guard.fora())::uuid[]) or e.meeting_id = any ((select guard.admitted())::uuid[])))
      or e.forum_id = any ((select guard.leads())::uuid[]) or e.municipality_code = any ((select guard.municipalities())::text[]))
    and (e.item_id is null or e.item_id <> all ((select guard.excluded())::uuid[])) $$;

alter table search.entry enable row level security;
create policy district on search.entry as restrictive to samvirk_app
  using ((select guard.everywhere()) or district = (select guard.district()));
create policy excluded on search.entry as restrictive to samvirk_app
  using (item_id is null or item_id <> all ((select guard.excluded())::uuid[]));
create policy opened on search.entry for select to samvirk_app using (
  (select guard.reach()) = 'all' or audience = 'public' or (audience = 'partners' and (select guard.reach()) = 'partner')
  or (audience <> 'leads' and (forum_id = any ((select guard.fora())::uuid[]) or meeting_id = any ((select guard.admitted())::uuid[])))
  or forum_id = any ((select guard.leads())::uuid[]) or municipality_code = any ((select guard.municipalities())::text[]));
grant select on search.entry to samvirk_app;
alter table search.lexeme enable row level security;
revoke execute on all functions in schema search from public;
grant execute on function search.found(tsquery), search.alike(text) to samvirk_app;

select search.put(f.district, 'forum', f.id, 0, f.id, f.municipality_code, null, null, case f.openness when 'closed' then 'members' else f.openness end,
  null, f.name, concat_ws(' ', f.topic, f.purpose, f.participants)) from fora.forum f;
`
