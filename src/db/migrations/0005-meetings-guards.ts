/** Who may see and change what is in the schema `meetings`, and what follows when a state changes. */
export const meetingGuards = `
create function guard.person() returns uuid language sql stable parallel safe as $$ select (guard.actor() ->> 'person')::uuid $$;
create function guard.leads() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'leads')::uuid), '{}') $$;
create function guard.offices() returns uuid[] language sql stable parallel safe as $$
  select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'offices')::uuid), '{}') $$;
-- The items that the actor is kept out of.
create function guard.excluded() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select coalesce(array(select x.item_id from meetings.exclusion x where x.district = guard.district() and x.person_id = guard.person()), '{}') $$;
-- The meetings that the actor comes to as somebody's deputy.
create function guard.admitted() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
  select coalesce(array(select i.meeting_id from meetings.invitation i where i.district = guard.district()
    and i.deputy_person_id = guard.person() and i.reply = 'deputy' and i.removed_at is null), '{}') $$;
-- The fora that the actor knows of only by such a meeting.
create function guard.visited() returns uuid[] language sql stable parallel safe security definer set search_path = pg_catalog as $$
  -- Each is asked once by a query of its own; else it would be asked again for every meeting.
  select coalesce(array(select f.id from unnest((select guard.admitted())) as a(meeting_id)
    join meetings.meeting m on m.district = (select guard.district()) and m.id = a.meeting_id
    join fora.forum f on f.district = m.district and f.id = m.forum_id
    where (select guard.reach()) <> 'all' and f.openness <> 'public' and not (f.openness = 'partners' and (select guard.reach()) = 'partner')
      and f.id <> all ((select guard.fora())::uuid[])
      and (f.municipality_code is null or f.municipality_code <> all ((select guard.municipalities())::text[]))), '{}') $$;
revoke execute on function guard.person(), guard.leads(), guard.offices(), guard.excluded(), guard.admitted(), guard.visited() from public;
grant execute on function guard.person(), guard.leads(), guard.offices(), guard.excluded(), guard.admitted(), guard.visited() to samvirk_app;

-- Closed until opened: the audience of a row is worked out from the states of what it stands in, never typed.
create function meetings.rank_of(openness text) returns integer language sql immutable parallel safe as $$
  select case openness when 'public' then 3 when 'partners' then 2 else 1 end $$;
create function meetings.audience_of(rank integer) returns text language sql immutable parallel safe as $$
  select (array['leads', 'members', 'partners', 'public'])[rank + 1] $$;

create function meetings.set_meeting_audience() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare forum_rank integer;
begin
  select meetings.rank_of(f.openness) into forum_rank from fora.forum f where f.district = new.district and f.id = new.forum_id;
  -- A draft is opened to others when it is summoned; one that is called off before that stays with the members.
  new.audience := meetings.audience_of(case
    when new.state = 'draft' or (new.state = 'cancelled' and new.summoned_at is null) then 1
    else least(forum_rank, greatest(meetings.rank_of(new.openness),
      case when new.state = 'published' then meetings.rank_of(new.published_to) else 1 end)) end);
  -- Told to every calendar that fetches the meeting, so it says nothing of how far a running one has come.
  if tg_op = 'INSERT' or (new.on_day, new.starts, new.ends, new.place, new.title, new.kind, new.number, new.sequence, new.audience,
      new.state = 'draft', new.state = 'cancelled') is distinct from (old.on_day, old.starts, old.ends, old.place, old.title, old.kind,
      old.number, old.sequence, old.audience, old.state = 'draft', old.state = 'cancelled') then
    new.changed_at := guard.now();
  end if;
  return new;
end $$;
create trigger audience before insert or update on meetings.meeting for each row execute function meetings.set_meeting_audience();

create function meetings.item_rank(m meetings.meeting, i meetings.item) returns integer language sql immutable as $$
  select case when m.id is null or m.state = 'draft' or (m.state = 'cancelled' and m.summoned_at is null) then 0 when i.openness = 'closed' then 1 else meetings.rank_of(m.audience) end $$;
-- What was said and decided is for those in charge until the minutes are circulated, and beyond the members only when published.
create function meetings.outcome_rank(m meetings.meeting, open boolean) returns integer language sql immutable as $$
  select case when m.state not in ('circulated', 'approved', 'published') then 0
    when m.state = 'published' and open then least(meetings.rank_of(m.audience), meetings.rank_of(m.published_to)) else 1 end $$;
-- True for a reader outside the forum whom the published minutes are for.
create function meetings.is_published_to_reader(m meetings.meeting) returns boolean language sql stable as $$
  select m.state = 'published' and (m.audience = 'public' and m.published_to = 'public'
    or m.audience in ('partners', 'public') and guard.reach() = 'partner') $$;

create function meetings.set_item_audience() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare m meetings.meeting;
begin
  select * into m from meetings.meeting where district = new.district and id = new.meeting_id;
  new.audience := meetings.audience_of(meetings.item_rank(m, new));
  return new;
end $$;
create trigger audience before insert or update on meetings.item for each row execute function meetings.set_item_audience();

create function meetings.set_paper_audience() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare m meetings.meeting; i meetings.item;
begin
  select * into i from meetings.item where district = new.district and id = new.item_id;
  select * into m from meetings.meeting where district = i.district and id = i.meeting_id;
  new.forum_id := i.forum_id;
  new.meeting_id := i.meeting_id;
  new.audience := meetings.audience_of(least(meetings.item_rank(m, i),
    case when new.removed_at is not null then 0 when new.openness = 'open' then 3 else 1 end));
  return new;
end $$;
create trigger audience before insert or update on meetings.paper for each row execute function meetings.set_paper_audience();

-- For what hangs on an item: outcome, action point, addendum. An addendum without an item is judged by its own openness.
create function meetings.set_outcome_audience() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare m meetings.meeting; opened boolean;
begin
  select * into m from meetings.meeting where district = new.district and id = new.meeting_id;
  select i.openness = 'open' into opened from meetings.item i where i.district = new.district and i.id = new.item_id;
  if tg_table_name = 'addendum' then opened := coalesce(opened, true) and to_jsonb(new) ->> 'openness' = 'open'; end if;
  new.audience := meetings.audience_of(meetings.outcome_rank(m, coalesce(opened, false)));
  return new;
end $$;
create trigger audience before insert or update on meetings.outcome for each row execute function meetings.set_outcome_audience();
-- The words an outcome is found by, with its item's title among them. The district keeps the index from going through others' rows.
create function meetings.set_outcome_lexemes() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare title text;
begin
  select i.title into title from meetings.item i where i.district = new.district and i.id = new.item_id;
  new.lexemes := to_tsvector('danish', concat_ws(' ', title, new.decision, new.discussion)) || array_to_tsvector(array['@' || new.district]);
  return new;
end $$;
create trigger lexemes before insert or update on meetings.outcome for each row execute function meetings.set_outcome_lexemes();
create trigger audience before insert or update on meetings.action_point for each row execute function meetings.set_outcome_audience();
create trigger audience before insert or update on meetings.addendum for each row execute function meetings.set_outcome_audience();

create function meetings.spread_item() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update meetings.paper set audience = audience where district = new.district and item_id = new.id;
  update meetings.outcome set audience = audience where district = new.district and item_id = new.id;
  update meetings.action_point set audience = audience where district = new.district and item_id = new.id;
  update meetings.addendum set audience = audience where district = new.district and item_id = new.id;
  return null;
end $$;
create trigger spread after update on meetings.item for each row
  when (old.audience is distinct from new.audience or old.openness is distinct from new.openness or old.meeting_id is distinct from new.meeting_id
    or old.title is distinct from new.title)
  execute function meetings.spread_item();

create function meetings.spread_meeting() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update meetings.item set audience = audience where district = new.district and meeting_id = new.id;
  update meetings.paper set audience = audience where district = new.district and meeting_id = new.id;
  update meetings.outcome set audience = audience where district = new.district and meeting_id = new.id;
  update meetings.action_point set audience = audience where district = new.district and meeting_id = new.id;
  update meetings.addendum set audience = audience where district = new.district and meeting_id = new.id;
  if new.state in ('approved', 'published') and old.state not in ('approved', 'published') then
    update meetings.action_point a set agreed_due_on = a.due_on,
      agreed_person = (select p.name from people.person p where p.district = a.district and p.id = a.owner_person_id),
      agreed_office = (select o.title from people.office o where o.district = a.district and o.id = a.owner_office_id)
      where a.district = new.district and a.meeting_id = new.id;
  end if;
  return null;
end $$;
create trigger spread after update on meetings.meeting for each row
  when (old.audience is distinct from new.audience or old.state is distinct from new.state or old.published_to is distinct from new.published_to) execute function meetings.spread_meeting();

create function meetings.spread_forum() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update meetings.meeting set municipality_code = new.municipality_code, audience = audience where district = new.district and forum_id = new.id;
  return null;
end $$;
create trigger spread after update on fora.forum for each row
  when (old.openness is distinct from new.openness or old.municipality_code is distinct from new.municipality_code)
  execute function meetings.spread_forum();

-- Minutes that are approved are locked; what is wrong in them is corrected by an addendum.
create function meetings.refuse_when_locked() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb; stands text; concerned uuid;
begin
  row := case when tg_op = 'INSERT' then to_jsonb(new) else to_jsonb(old) end;
  concerned := coalesce((row ->> 'meeting_id')::uuid,
    (select i.meeting_id from meetings.item i where i.district = row ->> 'district' and i.id = (row ->> 'item_id')::uuid));
  select m.state into stands from meetings.meeting m where m.district = row ->> 'district' and m.id = concerned;
  -- Whoever approves in this moment is waited for, and waits for this change. The meeting is locked before what stands in it.
  if stands in ('held', 'circulated') then
    select m.state into stands from meetings.meeting m where m.district = row ->> 'district' and m.id = concerned for share;
  end if;
  if stands in ('approved', 'published') then
    raise exception 'The minutes are locked' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return coalesce(new, old);
end $$;
create trigger locked before insert or delete or update of kind, decision, discussion on meetings.outcome for each row execute function meetings.refuse_when_locked();
create trigger locked before insert or update or delete on meetings.statement for each row execute function meetings.refuse_when_locked();
create trigger locked before insert or update or delete on meetings.vote for each row execute function meetings.refuse_when_locked();
create trigger locked before insert or update or delete on meetings.attendance for each row execute function meetings.refuse_when_locked();
create trigger locked before insert or delete or update of meeting_id, position, section, title, kind, presenter, body, recommendation, concerns
  on meetings.item for each row execute function meetings.refuse_when_locked();
create trigger locked before delete or update of title, item_id, agreed_person, agreed_office, agreed_due_on
  on meetings.action_point for each row when (pg_trigger_depth() = 0) execute function meetings.refuse_when_locked();
create trigger locked before insert or update or delete on meetings.approval for each row execute function meetings.refuse_when_locked();
create trigger locked before insert or update or delete on meetings.minutes_comment for each row execute function meetings.refuse_when_locked();

-- What a person finds printed in the minutes of a meeting, part by part: 'meeting', 'attendance', and each item by its id. An item that
-- they are kept out of is no part of it.
create function meetings.minutes_marks(p_district text, p_meeting uuid, p_person uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select jsonb_build_object(
    'meeting', md5(jsonb_build_array(f.name, m.kind, m.title, m.number, m.on_day, m.starts, m.ends, m.place, m.host)::text),
    'attendance', md5(jsonb_build_array((select jsonb_agg(jsonb_build_array(a.name, a.label, a.role, a.capacity, a.deputy_for, a.status) order by a.id)
      from meetings.attendance a where a.district = m.district and a.meeting_id = m.id and a.item_id is null))::text))
    || coalesce((select jsonb_object_agg(i.id::text, md5(jsonb_build_array(
        m.first_item_number + i.position, i.title, i.kind, i.presenter, i.body, i.recommendation, i.openness, g.name, o.kind, o.decision, o.discussion,
        (select jsonb_agg(jsonb_build_array(s.municipality_code, s.stand, s.remark) order by s.municipality_code) from meetings.statement s
          where s.district = i.district and s.item_id = i.id and (s.stand <> 'none' or s.remark <> '')),
        (select jsonb_agg(jsonb_build_array(v.name, v.vote) order by v.name) from meetings.vote v where v.district = i.district and v.item_id = i.id),
        (select jsonb_agg(jsonb_build_array(a.name, a.label, a.status) order by a.id) from meetings.attendance a
          where a.district = i.district and a.meeting_id = i.meeting_id and a.item_id = i.id),
        (select jsonb_agg(jsonb_build_array(t.title, t.owner_person_id, t.owner_office_id, t.due_on) order by t.id) from meetings.action_point t
          where t.district = i.district and t.item_id = i.id))::text))
      from meetings.item i left join meetings.outcome o on o.district = i.district and o.item_id = i.id
      left join meetings.closing_ground g on g.district = i.district and g.id = i.ground_id
      where i.district = m.district and i.meeting_id = m.id and not exists (select 1 from meetings.exclusion x
        where x.district = i.district and x.item_id = i.id and x.person_id = p_person)), '{}')
  from meetings.meeting m join fora.forum f on f.district = m.district and f.id = m.forum_id
  where m.district = p_district and m.id = p_meeting $$;
-- The same as one word, for a page to say what it showed.
create function meetings.minutes_mark(p_district text, p_meeting uuid, p_person uuid) returns text language sql stable as $$
  select md5(meetings.minutes_marks(p_district, p_meeting, p_person)::text) $$;
-- The parts that read otherwise than when they were approved.
create function meetings.parts_changed(a meetings.approval) returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select array(select coalesce(was.key, now.key) from jsonb_each(a.marks) was
    full join jsonb_each(meetings.minutes_marks(a.district, a.meeting_id, a.person_id)) now on now.key = was.key
    where was.value is distinct from now.value order by 1) $$;
-- The same as far as the actor may know of them; of locked minutes, those corrected before they were locked.
create function meetings.changed_since(a meetings.approval) returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select array(select part from unnest(case when (select m.state from meetings.meeting m where m.district = a.district and m.id = a.meeting_id) = 'circulated'
    then meetings.parts_changed(a) else a.changed end) part where part <> all ((select guard.excluded())::text[])) $$;
create function meetings.mark_approval() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  new.marks := meetings.minutes_marks(new.district, new.meeting_id, new.person_id);
  return new;
end $$;
create trigger marked before insert or update of at on meetings.approval for each row execute function meetings.mark_approval();
-- Keeps what was corrected after each approval, before the minutes are locked.
create function meetings.settle_approvals() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  update meetings.approval a set changed = meetings.parts_changed(a) where a.district = new.district and a.meeting_id = new.id;
  return new;
end $$;
create trigger approvals before update of state on meetings.meeting for each row
  when (old.state = 'circulated' and new.state in ('approved', 'published')) execute function meetings.settle_approvals();

create function meetings.refuse_locked_meeting() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if old.state in ('approved', 'published') and (tg_op = 'DELETE' or new.state not in ('approved', 'published')
    or (new.forum_id, new.kind, new.title, new.on_day, new.starts, new.ends, new.place, new.host, new.number, new.first_item_number,
      new.held_at, new.approved_at, new.approved_how) is distinct from (old.forum_id, old.kind, old.title, old.on_day, old.starts, old.ends,
      old.place, old.host, old.number, old.first_item_number, old.held_at, old.approved_at, old.approved_how)) then
    raise exception 'The minutes are locked' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return coalesce(new, old);
end $$;
create trigger locked before update or delete on meetings.meeting for each row execute function meetings.refuse_locked_meeting();

-- An addendum corrects what is locked, and is itself never changed; only its openness is.
create function meetings.refuse_addendum() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op <> 'INSERT' or not exists (select 1 from meetings.meeting m where m.district = new.district and m.id = new.meeting_id
    and m.forum_id = new.forum_id and m.state in ('approved', 'published')) then
    raise exception 'The minutes are locked' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return new;
end $$;
create trigger locked before insert or delete or update of meeting_id, forum_id, number, item_id, words, added_by, added_at
  on meetings.addendum for each row execute function meetings.refuse_addendum();

-- Whoever follows a meeting while it runs is told that something of it changed, by its id alone; what they may see of it is read for each.
create function meetings.tell_followers() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare row jsonb; was jsonb; concerned uuid;
begin
  row := case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
  was := case when tg_op = 'INSERT' then row else to_jsonb(old) end;
  for concerned in
    select m.id from meetings.meeting m where m.district = row ->> 'district' and (tg_table_name = 'meeting' or m.current_since is not null)
      and m.id in (case when tg_table_name = 'meeting' then (row ->> 'id')::uuid end, (row ->> 'meeting_id')::uuid, (was ->> 'meeting_id')::uuid,
        (select i.meeting_id from meetings.item i where i.district = row ->> 'district' and i.id = (row ->> 'item_id')::uuid)) loop
    perform pg_notify('samvirk_live', (row ->> 'district') || ' ' || concerned::text);
  end loop;
  return null;
end $$;
create trigger followed after update on meetings.meeting for each row
  when (old.current_item_id is distinct from new.current_item_id or old.current_since is distinct from new.current_since or old.state is distinct from new.state)
  execute function meetings.tell_followers();
create trigger followed after insert or delete or update of position, title, minutes, openness, meeting_id on meetings.item
  for each row execute function meetings.tell_followers();
create trigger followed after insert or delete on meetings.exclusion for each row execute function meetings.tell_followers();

-- The register of fora counts meeting days. Those of meetings are kept in step here; others are noted by hand.
alter table fora.meeting_day drop constraint meeting_day_pkey;
alter table fora.meeting_day add column meeting_id uuid;
-- Whether the meeting took place; null for a day noted by hand, which counts as held once it is over.
alter table fora.meeting_day add column held boolean;
alter table fora.meeting_day add constraint meeting_day_once unique nulls not distinct (district, forum_id, on_day, meeting_id);
alter table fora.meeting_day add foreign key (district, meeting_id) references meetings.meeting on delete cascade;
create function meetings.note_meeting_day() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from fora.meeting_day where district = new.district and meeting_id = new.id;
  if new.state <> 'cancelled' and new.kind in ('ordinary', 'extraordinary') then
    -- A day that was noted by hand becomes this meeting's day, so that it is counted once.
    delete from fora.meeting_day where district = new.district and forum_id = new.forum_id and on_day = new.on_day and meeting_id is null;
    insert into fora.meeting_day (district, forum_id, on_day, meeting_id, held)
      values (new.district, new.forum_id, new.on_day, new.id, new.state not in ('draft', 'summoned'));
  end if;
  return null;
end $$;
create trigger noted after insert or update of on_day, state, kind on meetings.meeting for each row execute function meetings.note_meeting_day();

-- When an item begins, counted in minutes from the start; what a reader may not see takes its time all the same.
create function meetings.minutes_before(p_district text, p_meeting uuid, p_position integer) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(sum(i.minutes), 0)::integer from meetings.item i
  where i.district = p_district and i.meeting_id = p_meeting and i.position < p_position $$;

-- True for those who prepare and minute the meetings of a forum.
create function meetings.in_charge(p_forum uuid) returns boolean language sql stable as $$
  select (guard.writes() and guard.reach() = 'all') or p_forum = any (guard.leads()) $$;

-- Closes the gaps in the order of an agenda, past items that the actor is kept out of, so that nobody can tell them by a fault.
create function meetings.renumber(p_district text, p_meeting uuid) returns void language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not (guard.everywhere() or guard.district() = p_district) or not exists (select 1 from meetings.meeting m
    where m.district = p_district and m.id = p_meeting and meetings.in_charge(m.forum_id)) then return; end if;
  update meetings.item i set position = o.place
  from (select x.id, row_number() over (order by x.position, x.id) as place from meetings.item x
    where x.district = p_district and x.meeting_id = p_meeting) o
  where i.district = p_district and i.id = o.id and i.position <> o.place;
end $$;

-- Sends an item on to the backlog of a forum, where the sender may have no say. It arrives closed, and whoever is kept out of it stays out.
-- Null when it was sent there before, or the actor is not in charge of it.
create function meetings.send_on(p_item uuid, p_forum uuid, p_reason text) returns uuid
language plpgsql security definer set search_path = pg_catalog as $$
declare source meetings.item; made uuid;
begin
  select * into source from meetings.item i where i.district = guard.district() and i.id = p_item and i.id <> all (guard.excluded()) for update;
  if source.id is null or not meetings.in_charge(source.forum_id)
    or not exists (select 1 from fora.forum f where f.district = source.district and f.id = p_forum and f.status <> 'closed')
    or exists (select 1 from meetings.item i where i.district = source.district and i.sent_from_id = source.id and i.forum_id = p_forum) then
    return null;
  end if;
  insert into meetings.item (district, forum_id, matter_id, sent_from_id, title, kind, presenter, minutes, body, recommendation, concerns,
      ground_id, review_on, backlog_reason)
    values (source.district, p_forum, source.matter_id, source.id, source.title, source.kind, source.presenter, source.minutes, source.body,
      source.recommendation, source.concerns, source.ground_id, source.review_on, p_reason) returning id into made;
  insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by, noted_at)
    select x.district, made, p_forum, x.person_id, x.reason, x.noted_by, x.noted_at from meetings.exclusion x
    where x.district = source.district and x.item_id = source.id;
  return made;
end $$;

-- Whoever comes for a member who is kept out of an item is kept out of it too, until somebody in charge lets them in.
create function meetings.keep_deputies_out(p_district text, p_meeting uuid, p_item uuid, p_person uuid) returns void
language sql security definer set search_path = pg_catalog as $$
  insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
  select x.district, x.item_id, x.forum_id, v.deputy_person_id, x.reason, x.noted_by
  from meetings.item i join meetings.exclusion x on x.district = i.district and x.item_id = i.id
  join meetings.invitation v on v.district = i.district and v.meeting_id = i.meeting_id and v.person_id = x.person_id
  where i.district = p_district and i.meeting_id = p_meeting and (p_item is null or i.id = p_item) and (p_person is null or x.person_id = p_person)
    and v.reply = 'deputy' and v.removed_at is null and v.deputy_person_id is not null
  on conflict do nothing $$;
revoke execute on function meetings.keep_deputies_out(text, uuid, uuid, uuid) from public;
create function meetings.deputy_named() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform meetings.keep_deputies_out(new.district, new.meeting_id, null, new.person_id);
  return null;
end $$;
create trigger deputies after insert or update of reply, deputy_person_id on meetings.invitation for each row
  when (new.deputy_person_id is not null) execute function meetings.deputy_named();
create function meetings.member_excluded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform meetings.keep_deputies_out(new.district, (select i.meeting_id from meetings.item i where i.district = new.district and i.id = new.item_id),
    new.item_id, new.person_id);
  return null;
end $$;
create trigger deputies after insert on meetings.exclusion for each row execute function meetings.member_excluded();
create function meetings.item_placed() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform meetings.keep_deputies_out(new.district, new.meeting_id, new.id, null);
  return null;
end $$;
create trigger deputies after update on meetings.item for each row
  when (new.meeting_id is not null and old.meeting_id is distinct from new.meeting_id) execute function meetings.item_placed();

-- The numbers and grounds of the items that a reader of the minutes may not see.
create function meetings.closed_items(p_meeting uuid) returns table (number integer, ground text)
language sql stable security definer set search_path = pg_catalog as $$
  select m.first_item_number + i.position - 1, coalesce(g.name, '')
  from meetings.meeting m join meetings.item i on i.district = m.district and i.meeting_id = m.id
  left join meetings.closing_ground g on g.district = i.district and g.id = i.ground_id
  where m.id = p_meeting and m.district = guard.district() and i.openness = 'closed' and i.id <> all ((select guard.excluded())::uuid[])
    and (meetings.is_published_to_reader(m) or guard.reach() = 'all' or m.forum_id = any (guard.fora()) or m.id = any (guard.admitted()))
  order by i.position $$;

-- How many items the numbered meetings of a forum's year have, those that the summoner is kept out of counted too.
create function meetings.items_in_year(p_forum uuid, p_year integer) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::integer from meetings.item i join meetings.meeting m on m.district = i.district and m.id = i.meeting_id
  where m.district = guard.district() and m.forum_id = p_forum and meetings.in_charge(p_forum) and m.number is not null
    and extract(year from m.on_day) = p_year $$;

-- The number of the next correction, those that the writer is kept out of counted too.
create function meetings.next_addendum(p_meeting uuid) returns integer
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(max(a.number), 0) + 1 from meetings.addendum a where a.district = guard.district() and a.meeting_id = p_meeting $$;

-- The numbers of the items that one in charge of a meeting is kept out of: an export must say that it is not whole.
create function meetings.withheld_items(p_meeting uuid) returns table (number integer)
language sql stable security definer set search_path = pg_catalog as $$
  select m.first_item_number + i.position - 1
  from meetings.meeting m join meetings.item i on i.district = m.district and i.meeting_id = m.id
  where m.id = p_meeting and m.district = guard.district() and i.id = any ((select guard.excluded())::uuid[])
    and (guard.reach() = 'all' or m.forum_id = any (guard.leads()))
  order by i.position $$;

do $$
declare
  t text;
  everything text := '(select guard.reach()) = ''all''';
  in_charge text := 'forum_id = any ((select guard.leads())::uuid[])';
  sitting text := 'forum_id = any ((select guard.fora())::uuid[])';
  seen text;
begin
  foreach t in array array['standing_orders', 'template_item', 'closing_ground', 'closed_period', 'year_draft', 'meeting', 'meeting_link',
    'opening', 'item', 'item_proposal', 'exclusion', 'paper', 'paper_version', 'private_note', 'invitation', 'attendance', 'outcome',
    'statement', 'vote', 'action_point', 'action_point_status', 'approval', 'minutes_comment', 'addendum', 'calendar_feed'] loop
    execute format('alter table meetings.%I enable row level security', t);
    execute format('create policy district on meetings.%I as restrictive to samvirk_app
      using ((select guard.everywhere()) or district = (select guard.district()))', t);
    execute format('grant select, insert, update, delete on meetings.%I to samvirk_app', t);
  end loop;

  -- Settings of the district: read by everyone who takes part, changed by those who keep the register.
  foreach t in array array['standing_orders', 'template_item', 'closing_ground', 'closed_period'] loop
    execute format('create policy reading on meetings.%I for select to samvirk_app using (true)', t);
  end loop;
  foreach t in array array['standing_orders', 'template_item', 'closing_ground', 'closed_period', 'year_draft'] loop
    execute format('create policy writing on meetings.%I for all to samvirk_app using ((select guard.writes()) and %s)', t, everything);
  end loop;
  execute format('create policy reading on meetings.year_draft for select to samvirk_app using (%s)', everything);
  -- A forum's own standing orders are also changed by those who lead it.
  execute format('create policy in_charge on meetings.standing_orders for all to samvirk_app using (%s)', in_charge);
  execute format('create policy in_charge on meetings.template_item for all to samvirk_app using (exists (select 1 from meetings.standing_orders o
    where o.district = template_item.district and o.id = template_item.orders_id and o.%s))', in_charge);

  -- What belongs to a forum is changed by those in charge of it.
  foreach t in array array['meeting', 'meeting_link', 'item', 'exclusion', 'paper', 'invitation', 'attendance', 'outcome', 'statement',
    'vote', 'action_point', 'addendum', 'item_proposal', 'minutes_comment'] loop
    execute format('create policy in_charge on meetings.%I for all to samvirk_app using (((select guard.writes()) and %s) or %s)', t, everything, in_charge);
  end loop;
  -- Nobody approves for another; minutes that are taken back lose their approvals.
  execute format('create policy in_charge on meetings.approval for delete to samvirk_app using (((select guard.writes()) and %s) or %s)', everything, in_charge);
  -- An auditor reads everything and writes nothing.
  foreach t in array array['meeting_link', 'exclusion', 'invitation', 'attendance', 'statement', 'vote', 'item_proposal', 'minutes_comment', 'approval'] loop
    execute format('create policy everything on meetings.%I for select to samvirk_app using (%s)', t, everything);
  end loop;

  foreach t in array array['item', 'paper', 'outcome', 'action_point', 'addendum'] loop
    seen := format('%s or audience = ''public'' or (audience = ''partners'' and (select guard.reach()) = ''partner'')
      or (audience <> ''leads'' and (%s or meeting_id = any ((select guard.admitted())::uuid[])))', everything, sitting);
    execute format('create policy opened on meetings.%I for select to samvirk_app using (%s)', t, seen);
  end loop;
  -- Exclusion binds everyone, whatever else they may.
  execute 'create policy excluded on meetings.item as restrictive to samvirk_app using (id <> all ((select guard.excluded())::uuid[]))';
  foreach t in array array['paper', 'outcome', 'action_point', 'statement', 'vote', 'private_note'] loop
    execute format('create policy excluded on meetings.%I as restrictive to samvirk_app using (item_id <> all ((select guard.excluded())::uuid[]))', t);
  end loop;
  foreach t in array array['addendum', 'minutes_comment', 'attendance', 'item_proposal'] loop
    execute format('create policy excluded on meetings.%I as restrictive to samvirk_app
      using (item_id is null or item_id <> all ((select guard.excluded())::uuid[]))', t);
  end loop;
  execute 'create policy excluded on meetings.exclusion as restrictive to samvirk_app using (item_id <> all ((select guard.excluded())::uuid[]))';

  -- What all members see of each other.
  foreach t in array array['meeting_link', 'invitation', 'minutes_comment', 'approval'] loop
    execute format('create policy sitting on meetings.%I for select to samvirk_app
      using (%s or meeting_id = any ((select guard.admitted())::uuid[]))', t, sitting);
  end loop;
  -- What follows the outcome of its item.
  foreach t in array array['statement', 'vote'] loop
    execute format('create policy opened on meetings.%1$I for select to samvirk_app using (exists (select 1 from meetings.outcome o
      where o.district = %1$I.district and o.item_id = %1$I.item_id))', t);
  end loop;
end $$;

create policy opened on meetings.meeting for select to samvirk_app using (
  (select guard.reach()) = 'all' or audience = 'public' or (audience = 'partners' and (select guard.reach()) = 'partner')
  or forum_id = any ((select guard.fora())::uuid[]) or municipality_code = any ((select guard.municipalities())::text[])
  or id = any ((select guard.admitted())::uuid[]));
-- Who comes as somebody's deputy sees the forum that the meeting is of, but nothing else that is closed in it.
create policy admitted on fora.forum for select to samvirk_app using (id = any ((select array(
  select m.forum_id from meetings.meeting m where m.id = any ((select guard.admitted())::uuid[])))::uuid[]));
do $$
declare t text;
begin
  foreach t in array array['seat', 'seat_history', 'composition', 'interface', 'interface_history', 'forum_legal_reference', 'meeting_day'] loop
    execute format('create policy visited on fora.%I as restrictive for select to samvirk_app
      using (forum_id is null or forum_id <> all ((select guard.visited())::uuid[]))', t);
  end loop;
  foreach t in array array['interface', 'interface_history'] loop
    execute format('create policy visited_target on fora.%I as restrictive for select to samvirk_app
      using (target_forum_id is null or target_forum_id <> all ((select guard.visited())::uuid[]))', t);
  end loop;
end $$;
create policy visited on fora.forum_group as restrictive for select to samvirk_app using ((select guard.visited()) = '{}'
  or exists (select 1 from fora.forum f where f.district = forum_group.district and f.group_id = forum_group.id
    and f.id <> all ((select guard.visited())::uuid[])));
create policy opened on meetings.opening for select to samvirk_app using (exists (select 1 from meetings.meeting m
  where m.district = opening.district and m.id = opening.meeting_id));
create policy in_charge on meetings.opening for all to samvirk_app using (exists (select 1 from meetings.meeting m
  where m.district = opening.district and m.id = opening.meeting_id
    and (((select guard.writes()) and (select guard.reach()) = 'all') or m.forum_id = any ((select guard.leads())::uuid[]))));
-- Who came is read with the minutes; by the public once these are published.
create policy opened on meetings.attendance for select to samvirk_app using (
  forum_id = any ((select guard.fora())::uuid[]) or meeting_id = any ((select guard.admitted())::uuid[])
  or (item_id is null and exists (select 1 from meetings.meeting m where m.district = attendance.district and m.id = attendance.meeting_id
    and meetings.is_published_to_reader(m))));

-- A member's own doings.
create policy own on meetings.item_proposal for select to samvirk_app using (account_id = (select guard.account()));
create policy proposing on meetings.item_proposal for insert to samvirk_app with check (account_id = (select guard.account())
  and state = 'waiting' and (forum_id = any ((select guard.fora())::uuid[]) or (select guard.municipalities()) <> '{}'));
create policy withdrawing on meetings.item_proposal for update to samvirk_app using (account_id = (select guard.account()) and state = 'waiting')
  with check (account_id = (select guard.account()) and state in ('waiting', 'withdrawn'));
-- One who reads everything and changes nothing, an auditor, has no notes but to the fora they sit in.
create policy own on meetings.private_note for all to samvirk_app using (account_id = (select guard.account())
  and exists (select 1 from meetings.item i where i.district = private_note.district and i.id = private_note.item_id
    and ((select guard.reach()) <> 'all' or (select guard.writes()) or i.forum_id = any ((select guard.fora())::uuid[]))));
create policy own on meetings.invitation for update to samvirk_app using (
  person_id = (select guard.person()) and forum_id = any ((select guard.fora())::uuid[]));
-- Whoever is not in charge changes only the columns named, and so says no more than what is theirs to say.
create function meetings.refuse_beyond() returns trigger language plpgsql set search_path = pg_catalog as $$
begin
  if row_security_active(tg_relid) and not meetings.in_charge(old.forum_id)
    and (to_jsonb(new) - tg_argv::text[]) is distinct from (to_jsonb(old) - tg_argv::text[]) then
    raise exception 'Only those in charge may change this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger own before update on meetings.invitation for each row execute function meetings.refuse_beyond(
  'reply', 'reply_reason', 'deputy_name', 'deputy_email', 'deputy_person_id', 'replied_at', 'version');
create trigger own before update on meetings.action_point for each row execute function meetings.refuse_beyond(
  'state', 'state_since', 'due_on', 'version', 'audience');
create trigger own before update on meetings.item_proposal for each row execute function meetings.refuse_beyond('state', 'version');
-- One who names a deputy makes a new invitation, and so takes the meeting's next number for it.
create function meetings.next_sequence(of_meeting uuid) returns integer language sql security definer set search_path = pg_catalog as $$
  update meetings.meeting m set sequence = m.sequence + 1 where m.district = guard.district() and m.id = of_meeting
    and (((guard.writes()) and guard.reach() = 'all') or m.forum_id = any (guard.leads()) or exists (select 1 from meetings.invitation i
      where i.district = m.district and i.meeting_id = m.id and i.person_id = guard.person() and i.removed_at is null))
  returning m.sequence $$;
revoke execute on function meetings.next_sequence(uuid) from public;
grant execute on function meetings.next_sequence(uuid) to samvirk_app;
create policy commenting on meetings.minutes_comment for insert to samvirk_app with check (
  person_id = (select guard.person()) and forum_id = any ((select guard.fora())::uuid[]) and answer = '');
create policy program on meetings.approval for insert to samvirk_app with check ((select guard.reach()) = 'all' and (select guard.account()) is null);
create policy approving on meetings.approval for insert to samvirk_app with check (
  person_id = (select guard.person()) and forum_id = any ((select guard.fora())::uuid[]) and exists (select 1 from meetings.meeting m
    where m.district = approval.district and m.id = approval.meeting_id and m.state = 'circulated'));
-- What was corrected since is approved anew.
create policy approving_anew on meetings.approval for update to samvirk_app using (person_id = (select guard.person()))
  with check (person_id = (select guard.person()) and forum_id = any ((select guard.fora())::uuid[]) and exists (select 1 from meetings.meeting m
    where m.district = approval.district and m.id = approval.meeting_id and m.state = 'circulated'));
create policy owner on meetings.action_point for select to samvirk_app using (
  owner_person_id = (select guard.person()) or owner_office_id = any ((select guard.offices())::uuid[]));
create policy answering on meetings.action_point for update to samvirk_app using (
  owner_person_id = (select guard.person()) or owner_office_id = any ((select guard.offices())::uuid[]));
create policy opened on meetings.action_point_status for select to samvirk_app using (exists (select 1 from meetings.action_point a
  where a.district = action_point_status.district and a.id = action_point_status.action_point_id));
create policy answering on meetings.action_point_status for insert to samvirk_app with check (exists (select 1 from meetings.action_point a
  where a.district = action_point_status.district and a.id = action_point_status.action_point_id and (a.owner_person_id = (select guard.person())
    or a.owner_office_id = any ((select guard.offices())::uuid[]) or meetings.in_charge(a.forum_id))));
create policy own on meetings.calendar_feed for all to samvirk_app using (account_id = (select guard.account()));
create policy program on meetings.calendar_feed for all to samvirk_app using ((select guard.reach()) = 'all' and (select guard.account()) is null);

-- Those who do not sit in the forum know only of the version that has a copy for them.
create policy opened on meetings.paper_version for select to samvirk_app using (exists (select 1 from meetings.paper p
  where p.district = paper_version.district and p.id = paper_version.paper_id and (paper_version.public_file_id is not null
    or (select guard.reach()) = 'all' or p.forum_id = any ((select guard.fora())::uuid[]) or p.meeting_id = any ((select guard.admitted())::uuid[]))));
-- A copy without metadata is made anew when it is needed, so an old one need not be kept.
create function meetings.drop_public_copy() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from documents.file where district = old.district and id = old.public_file_id;
  return null;
end $$;
create trigger dropped after update of public_file_id on meetings.paper_version for each row
  when (old.public_file_id is distinct from new.public_file_id and old.public_file_id <> old.file_id) execute function meetings.drop_public_copy();
create policy in_charge on meetings.paper_version for all to samvirk_app using (exists (select 1 from meetings.paper p
  where p.district = paper_version.district and p.id = paper_version.paper_id
    and (((select guard.writes()) and (select guard.reach()) = 'all') or p.forum_id = any ((select guard.leads())::uuid[]))));

-- The bytes of a paper. Those who do not sit in the forum are given only the copy without metadata.
create policy of_paper on documents.file for select to samvirk_app using (exists (select 1 from meetings.paper_version v
  join meetings.paper p on p.district = v.district and p.id = v.paper_id
  where v.district = file.district and (v.public_file_id = file.id
    or ((v.file_id = file.id or v.preview_file_id = file.id) and (p.forum_id = any ((select guard.fora())::uuid[]) or p.meeting_id = any ((select guard.admitted())::uuid[]))))));
create policy in_charge on documents.file for insert to samvirk_app with check (
  (select guard.leads()) <> '{}' and stored_by = coalesce((select guard.account()), ''));

-- A member sees who has the action points of the forum, also one who does not sit there.
create policy action_point_owner on people.person for select to samvirk_app using ((select guard.reach()) = 'member' and id in (
  select a.owner_person_id from meetings.action_point a where a.owner_person_id is not null and a.forum_id = any ((select guard.fora())::uuid[])));
-- True when an owner, or who holds the owning office today, is kept out of an item and so could never see an action point of it.
-- Asked by people who may not read who is kept out.
create function meetings.is_kept_out(p_item uuid, p_person uuid, p_office uuid, p_day date) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select 1 from meetings.exclusion x where x.district = guard.district() and x.item_id = p_item
    and (x.person_id = p_person or x.person_id in (select t.person_id from people.tenure t where t.district = x.district and t.office_id = p_office
      and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day)))) $$;
create function meetings.refuse_kept_out() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  if meetings.is_kept_out(new.item_id, new.owner_person_id, new.owner_office_id, (guard.now() at time zone 'Europe/Copenhagen')::date) then
    raise exception 'The owner is kept out of the item' using errcode = 'check_violation', constraint = 'owner_kept_out';
  end if;
  return new;
end $$;
create trigger kept_out before insert or update of owner_person_id, owner_office_id on meetings.action_point
  for each row execute function meetings.refuse_kept_out();
-- An action point is given to another by its owner or by those in charge. The former owner may not see it afterwards, so it is done here.
create function meetings.hand_task(p_task uuid, p_version integer, p_person uuid, p_office uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  with handed as (update meetings.action_point a set owner_person_id = p_person, owner_office_id = p_office, version = a.version + 1
    where a.district = guard.district() and a.id = p_task and a.version = p_version and a.item_id <> all (guard.excluded())
      and (a.owner_person_id = guard.person() or a.owner_office_id = any (guard.offices()) or a.forum_id = any (guard.leads())
        or (guard.writes() and guard.reach() = 'all'))
      and not meetings.is_kept_out(a.item_id, p_person, p_office, (guard.now() at time zone 'Europe/Copenhagen')::date)
    returning 1)
  select exists (select 1 from handed) $$;
-- Who is to be told about a forum: its chair, vice-chair and secretary on a day.
create function meetings.leads_of(p_forum uuid, p_day date) returns setof uuid
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(s.person_id, t.person_id) from fora.seat s left join people.tenure t on t.district = s.district and t.office_id = s.office_id
    and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day)
  where s.district = guard.district() and s.forum_id = p_forum and s.role in ('chair', 'viceChair', 'secretary')
    and s.valid_from <= p_day and (s.valid_to is null or s.valid_to > p_day) and coalesce(s.person_id, t.person_id) is not null $$;
-- Who holds an office on a day.
create function meetings.holder_of(p_office uuid, p_day date) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select t.person_id from people.tenure t where t.district = guard.district() and t.office_id = p_office
    and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day) limit 1 $$;
-- The items whose outcome or title has the words. Row-level security would keep the index unused; it still decides what is shown of them.
create function meetings.decisions_with(p_words text) returns table (item_id uuid)
language sql stable rows 10000 security definer set search_path = pg_catalog as $$
  select o.item_id from meetings.outcome o where o.district = guard.district()
    and o.lexemes @@ (to_tsquery('danish', p_words) && quote_literal('@' || guard.district())::tsquery) $$;

-- Those in charge of a forum read what was done to its items and meetings, so that they can be told who was first.
create policy in_charge on audit.entry for select to samvirk_app using (
  district = (select guard.district()) and (select guard.leads()) <> '{}' and case
    when subject_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then false
    when subject_kind = 'agendaItem' then exists (select 1 from meetings.item i where i.district = entry.district and i.id = entry.subject_id::uuid
      and i.forum_id = any ((select guard.leads())::uuid[]))
    when subject_kind = 'meeting' then exists (select 1 from meetings.meeting m where m.district = entry.district and m.id = entry.subject_id::uuid
      and m.forum_id = any ((select guard.leads())::uuid[]))
    when subject_kind = 'forum' then action like 'orders.%' and subject_id = any ((select guard.leads())::text[]) else false end);
-- Exclusion reaches the log too: what is logged about an item stands under the item's id.
create policy excluded on audit.entry as restrictive for select to samvirk_app using (
  case subject_kind when 'agendaItem' then subject_id <> all ((select guard.excluded())::text[])
    -- A proposal is out of sight with the item it became.
    when 'proposal' then guard.excluded() = '{}' or exists (select 1 from meetings.item_proposal p
      where p.district = entry.district and p.id::text = entry.subject_id)
    else true end);
`
