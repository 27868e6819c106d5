/**
 * The role the program works as, what it may read of the actor it works for, districts, the people of the
 * cooperation, and the log.
 */
export const foundation = `
do $$ begin
  create role samvirk_app nologin nobypassrls;
exception when duplicate_object or unique_violation then null;
end $$;
grant samvirk_app to current_user;

create schema guard;
grant usage on schema guard to samvirk_app;

-- The actor of the transaction, set by transact(): who, in which district, how far they see, whether they may write.
create function guard.actor() returns jsonb language sql stable parallel safe
  as $$ select coalesce(nullif(current_setting('samvirk.actor', true), ''), '{}')::jsonb $$;
create function guard.reach() returns text language sql stable parallel safe
  as $$ select coalesce(guard.actor() ->> 'reach', 'none') $$;
create function guard.writes() returns boolean language sql stable parallel safe
  as $$ select coalesce((guard.actor() ->> 'writes')::boolean, false) $$;
create function guard.district() returns text language sql stable parallel safe
  as $$ select guard.actor() ->> 'district' $$;
-- True for commands and jobs, which work in every district.
create function guard.everywhere() returns boolean language sql stable parallel safe
  as $$ select guard.actor() ->> 'district' = '*' $$;
create function guard.account() returns text language sql stable parallel safe
  as $$ select guard.actor() ->> 'account' $$;
create function guard.fora() returns uuid[] language sql stable parallel safe
  as $$ select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'fora')::uuid), '{}') $$;
create function guard.municipalities() returns text[] language sql stable parallel safe
  as $$ select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'municipalities')), '{}') $$;
-- The program's own clock, so that a demonstration can be set in another year.
create function guard.now() returns timestamptz language sql stable parallel safe
  as $$ select coalesce((guard.actor() ->> 'now')::timestamptz, now()) $$;
-- The moment the register is to be shown at.
create function guard.as_of() returns timestamptz language sql stable parallel safe
  as $$ select coalesce((guard.actor() ->> 'asOf')::timestamptz, 'infinity') $$;

-- Keeps what a row said before it was changed or removed, so that it can be shown as it stood.
create function guard.keep_history() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
begin
  execute format('insert into %1$I.%2$I select * from jsonb_populate_record(null::%1$I.%2$I, $1)', tg_table_schema, tg_table_name || '_history')
    using to_jsonb(old) || jsonb_build_object('recorded_to', greatest(guard.now(), old.recorded_from));
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_from := greatest(guard.now(), old.recorded_from);
  return new;
end $$;

-- Gives a table a history and a view of it as it stood at guard.as_of().
create procedure guard.with_history(place text, name text) language plpgsql as $$
declare columns text;
begin
  execute format('create table %1$I.%2$I_history (like %1$I.%2$I, recorded_to timestamptz not null)', place, name);
  execute format('create index on %1$I.%2$I_history (district, id, recorded_from)', place, name);
  execute format('create trigger keep_history before update or delete on %1$I.%2$I for each row execute function guard.keep_history()', place, name);
  select string_agg(quote_ident(a.attname), ', ' order by a.attnum) into columns
    from pg_attribute a where a.attrelid = format('%I.%I', place, name)::regclass and a.attnum > 0 and not a.attisdropped;
  execute format('create view %1$I.%2$I_as_of with (security_invoker = true) as
    select %3$s from %1$I.%2$I where recorded_from <= guard.as_of()
    union all
    select %3$s from %1$I.%2$I_history where recorded_from <= guard.as_of() and recorded_to > guard.as_of()', place, name, columns);
end $$;

create schema people;
grant usage on schema people to samvirk_app;

create table people.district (
  id text primary key check (id ~ '^[a-z][a-z0-9-]{1,30}$'),
  name text not null,
  dagi_code text,
  dst_code integer,
  in_use boolean not null default false
);
create table people.municipality (
  code text primary key check (code ~ '^[0-9]{3}$'),
  name text not null,
  sort_name text not null,
  region text not null
);
create table people.municipality_district (
  district text not null references people.district,
  municipality_code text not null references people.municipality,
  valid_from date not null,
  valid_to date check (valid_to > valid_from),
  primary key (district, municipality_code, valid_from)
);

create table people.organisation (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  sort_name text not null,
  kind text not null check (kind in ('police', 'policeStation', 'municipality', 'stateAuthority', 'region', 'court', 'association', 'business', 'press', 'other')),
  purpose text not null default '',
  municipality_code text references people.municipality,
  parent_id uuid,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, parent_id) references people.organisation
);
create unique index organisation_name on people.organisation (district, sort_name) where valid_to is null;
call guard.with_history('people', 'organisation');

create table people.office (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  title text not null check (title <> ''),
  sort_title text not null,
  organisation_id uuid,
  municipality_code text references people.municipality,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, organisation_id) references people.organisation
);
create unique index office_title on people.office (district, sort_title) where valid_to is null;
call guard.with_history('people', 'office');

create table people.person (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  sort_name text not null,
  email text check (email = lower(email)),
  account_id text,
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id)
);
create unique index person_email on people.person (district, email);
create index person_account on people.person (account_id);
call guard.with_history('people', 'person');

-- A person holds an office for a period. At most one holder at a time.
create table people.tenure (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  office_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, office_id) references people.office,
  foreign key (district, person_id) references people.person
);
create unique index tenure_current on people.tenure (district, office_id) where valid_to is null;
create index tenure_person on people.tenure (district, person_id);
call guard.with_history('people', 'tenure');

create table people.role_grant (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  account_id text not null,
  role text not null check (role in ('administrator', 'auditor', 'secretariat', 'municipalCoordinator', 'partner')),
  municipality_code text references people.municipality,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  granted_by text not null,
  primary key (district, id),
  check ((role = 'municipalCoordinator') = (municipality_code is not null))
);
create index role_grant_account on people.role_grant (account_id);

create schema audit;
grant usage on schema audit to samvirk_app;
create table audit.entry (
  district text not null,
  number bigint not null,
  at timestamptz not null,
  account_id text,
  actor_name text not null,
  request_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  changes jsonb not null default '[]',
  previous_hash text not null,
  hash text not null,
  primary key (district, number)
);
create index entry_subject on audit.entry (district, subject_kind, subject_id, number desc);
create index entry_at on audit.entry (district, at desc);
create table audit.chain (
  district text primary key,
  last_number bigint not null,
  last_hash text not null
);

-- What the hash of an entry covers: every column but the hash itself, each with its length so that none can be moved to its neighbour.
create function audit.hash_of(e audit.entry) returns text language sql immutable as $$
  select encode(sha256(convert_to(string_agg(length(part)::text || ':' || part, '|' order by place), 'UTF8')), 'hex')
  from unnest(array[e.previous_hash, e.district, e.number::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    coalesce(e.account_id, ''), e.actor_name, e.request_id, e.action, e.subject_kind, e.subject_id, e.subject_name, e.changes::text])
    with ordinality as parts(part, place)
$$;

-- The only way into the log. The caller gives no number and no hash.
create function audit.write(p_district text, p_action text, p_subject_kind text, p_subject_id text, p_subject_name text, p_changes jsonb)
returns bigint language plpgsql security definer set search_path = pg_catalog as $$
declare e audit.entry; c audit.chain;
begin
  insert into audit.chain values (p_district, 0, '') on conflict do nothing;
  select * into c from audit.chain where district = p_district for update;
  e.district := p_district;
  e.number := c.last_number + 1;
  e.at := guard.now();
  e.account_id := guard.account();
  e.actor_name := coalesce(guard.actor() ->> 'name', '');
  e.request_id := coalesce(guard.actor() ->> 'request', '');
  e.action := p_action;
  e.subject_kind := p_subject_kind;
  e.subject_id := p_subject_id;
  e.subject_name := p_subject_name;
  e.changes := p_changes;
  e.previous_hash := c.last_hash;
  e.hash := audit.hash_of(e);
  insert into audit.entry select e.*;
  update audit.chain set last_number = e.number, last_hash = e.hash where district = p_district;
  return e.number;
end $$;

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'The log is append-only' using errcode = 'insufficient_privilege';
end $$;
create trigger append_only before update or delete on audit.entry for each row execute function audit.refuse_change();
create trigger never_emptied before truncate on audit.entry for each statement execute function audit.refuse_change();

-- Row-level security: the last guard under the program's own checks.
do $$
declare t text;
begin
  foreach t in array array['organisation', 'office', 'person', 'tenure', 'role_grant'] loop
    execute format('alter table people.%I enable row level security', t);
    execute format('create policy district on people.%I as restrictive to samvirk_app
      using ((select guard.everywhere()) or district = (select guard.district()))', t);
    execute format('create policy writing on people.%I for all to samvirk_app using ((select guard.writes()))', t);
    execute format('grant select, insert, update, delete on people.%I to samvirk_app', t);
  end loop;
  foreach t in array array['organisation', 'office', 'person', 'tenure'] loop
    execute format('alter table people.%I_history enable row level security', t);
    execute format('create policy seen on people.%I_history for select to samvirk_app using
      (((select guard.everywhere()) or district = (select guard.district())) and (select guard.reach()) in (''all'', ''partner''))', t);
    execute format('grant select on people.%I_history, people.%I_as_of to samvirk_app', t, t);
  end loop;
end $$;
-- Offices and organisations are public facts; persons and who holds an office are for those who take part.
create policy reading on people.organisation for select to samvirk_app using (true);
create policy reading on people.office for select to samvirk_app using (true);
create policy reading on people.role_grant for select to samvirk_app
  using ((select guard.reach()) = 'all' or account_id = (select guard.account()));
grant select on people.district, people.municipality, people.municipality_district to samvirk_app;
grant insert, update on people.district, people.municipality, people.municipality_district to samvirk_app;

alter table people.district enable row level security;
alter table people.municipality enable row level security;
alter table people.municipality_district enable row level security;
create policy reading on people.district for select to samvirk_app using (true);
create policy reading on people.municipality for select to samvirk_app using (true);
create policy reading on people.municipality_district for select to samvirk_app using (true);
create policy writing on people.district for all to samvirk_app using ((select guard.everywhere()));
create policy writing on people.municipality for all to samvirk_app using ((select guard.everywhere()));
create policy writing on people.municipality_district for all to samvirk_app using ((select guard.everywhere()));

alter table audit.entry enable row level security;
-- The log of the district, and of signing in the part that concerns the district's own accounts.
create policy reading on audit.entry for select to samvirk_app using (
  (select guard.everywhere())
  or ((select guard.reach()) = 'all' and (
    district = (select guard.district())
    or (district = '-' and subject_id in (select g.account_id from people.role_grant g))
    or (district = '-' and subject_id in (select p.account_id from people.person p where p.account_id is not null)))));
grant select on audit.entry to samvirk_app;
alter table audit.chain enable row level security;
create policy reading on audit.chain for select to samvirk_app using (true);
grant select on audit.chain to samvirk_app;

revoke execute on all functions in schema guard, audit from public;
grant execute on all functions in schema guard, audit to samvirk_app;
`
