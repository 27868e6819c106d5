/** The register of fora: categories, fora, seats, interfaces, legal references, annex imports and stored files. */
export const fora = `
create extension if not exists pg_trgm;

create schema documents;
grant usage on schema documents to samvirk_app;
create table documents.file (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  stored_by text not null,
  stored_at timestamptz not null default guard.now(),
  primary key (district, id)
);

create schema fora;
grant usage on schema fora to samvirk_app;

create table fora.category (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  number integer not null check (number > 0),
  name text not null check (name <> ''),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  unique (district, number) deferrable initially deferred
);
call guard.with_history('fora', 'category');

-- One entry in the printed annex that stands for several fora, such as the local councils.
create table fora.forum_group (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  category_id uuid not null,
  position integer not null default 0,
  name text not null check (name <> ''),
  sort_name text not null,
  topic text not null default '',
  legal_basis text not null default '',
  purpose text not null default '',
  action_plans text not null default '',
  interfaces text not null default '',
  participants text not null default '',
  cadence text not null default '',
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, category_id) references fora.category
);
create unique index forum_group_name on fora.forum_group (district, sort_name);
call guard.with_history('fora', 'forum_group');

create table fora.forum (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  slug text not null check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  name text not null check (name <> ''),
  sort_name text not null,
  kind text not null default 'standing' check (kind in ('districtCouncil', 'liaisonCommittee', 'localCouncil', 'localNetwork', 'workingGroup', 'standing')),
  category_id uuid not null,
  position integer not null default 0,
  group_id uuid,
  parent_id uuid,
  level text check (level in ('strategic', 'tactical', 'operational')),
  municipality_code text references people.municipality,
  topic text not null default '',
  legal_basis text not null default '',
  purpose text not null default '',
  action_plans text not null default '',
  interfaces text not null default '',
  participants text not null default '',
  cadence text not null default '',
  cadence_min double precision,
  cadence_max double precision,
  openness text not null default 'closed' check (openness in ('closed', 'partners', 'public')),
  personal_data boolean not null default false,
  status text not null default 'active' check (status in ('active', 'paused', 'closed')),
  status_since date not null,
  status_reason text not null default '',
  reviewed_on date,
  search_text text not null generated always as (lower(name || ' ' || topic || ' ' || purpose || ' ' || participants)) stored,
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  unique (district, slug),
  foreign key (district, category_id) references fora.category,
  foreign key (district, group_id) references fora.forum_group,
  foreign key (district, parent_id) references fora.forum,
  check (status = 'active' or status_reason <> ''),
  check (parent_id <> id)
);
create index forum_name on fora.forum (district, sort_name);
call guard.with_history('fora', 'forum');

create table fora.seat (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  office_id uuid,
  organisation_id uuid,
  person_id uuid,
  role text not null default 'member' check (role in ('chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson')),
  party text check (party in ('police', 'municipality', 'community', 'other')),
  appointed_by text not null default '',
  term_ends date,
  valid_from date not null,
  valid_to date check (valid_to >= valid_from),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, forum_id) references fora.forum,
  foreign key (district, office_id) references people.office,
  foreign key (district, organisation_id) references people.organisation,
  foreign key (district, person_id) references people.person,
  check (num_nonnulls(office_id, organisation_id, person_id) = 1)
);
create index seat_forum on fora.seat (district, forum_id);
create index seat_office on fora.seat (district, office_id);
create index seat_person on fora.seat (district, person_id);
create unique index seat_office_once on fora.seat (district, forum_id, office_id) where valid_to is null;
call guard.with_history('fora', 'seat');

-- How a council is to be put together. Without a forum it is the district's default for a kind of forum.
create table fora.composition (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid,
  kind text not null check (kind in ('districtCouncil', 'liaisonCommittee', 'localCouncil', 'localNetwork', 'workingGroup', 'standing')),
  chair_party text check (chair_party in ('police', 'municipality', 'community', 'other')),
  term_months integer check (term_months between 1 and 120),
  quotas jsonb not null default '[]',
  source text not null default '',
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, forum_id) references fora.forum
);
create unique index composition_of_forum on fora.composition (district, forum_id) where forum_id is not null;
create unique index composition_of_kind on fora.composition (district, kind) where forum_id is null;

create table fora.interface (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid,
  group_id uuid,
  words text not null check (words <> ''),
  target_forum_id uuid,
  target_group_id uuid,
  confidence text not null check (confidence in ('sure', 'check', 'none', 'confirmed')),
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, forum_id) references fora.forum on delete cascade,
  foreign key (district, group_id) references fora.forum_group on delete cascade,
  foreign key (district, target_forum_id) references fora.forum on delete set null (target_forum_id),
  foreign key (district, target_group_id) references fora.forum_group on delete set null (target_group_id),
  check (num_nonnulls(forum_id, group_id) = 1),
  check (num_nonnulls(target_forum_id, target_group_id) <= 1)
);
create index interface_forum on fora.interface (district, forum_id);
create index interface_target on fora.interface (district, target_forum_id);
call guard.with_history('fora', 'interface');

create table fora.legal_reference (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  act text not null check (act <> ''),
  paragraph text not null default '',
  subject text not null default '',
  source text not null default '',
  valid_from date,
  valid_to date check (valid_to >= valid_from),
  checked_on date,
  version integer not null default 1,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id)
);
call guard.with_history('fora', 'legal_reference');

create table fora.forum_legal_reference (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  legal_reference_id uuid not null,
  recorded_from timestamptz not null default guard.now(),
  primary key (district, id),
  unique (district, forum_id, legal_reference_id),
  foreign key (district, forum_id) references fora.forum on delete cascade,
  foreign key (district, legal_reference_id) references fora.legal_reference on delete cascade
);
call guard.with_history('fora', 'forum_legal_reference');

-- The days a forum met or is to meet, noted by hand.
create table fora.meeting_day (
  district text not null references people.district,
  forum_id uuid not null,
  on_day date not null,
  primary key (district, forum_id, on_day),
  foreign key (district, forum_id) references fora.forum on delete cascade
);

create table fora.network_place (
  district text not null references people.district,
  node text not null,
  x double precision not null,
  y double precision not null,
  primary key (district, node)
);

-- An annex that is being read in. Nothing of it is in the register until an entry is accepted.
create table fora.annex_import (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  file_id uuid not null,
  title text not null,
  lines jsonb not null,
  state text not null default 'open' check (state in ('open', 'done')),
  created_by text not null,
  created_at timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, file_id) references documents.file
);
create table fora.annex_import_entry (
  district text not null references people.district,
  import_id uuid not null,
  position integer not null,
  proposal jsonb not null,
  decision text not null default 'pending' check (decision in ('pending', 'accepted', 'merged', 'skipped', 'setAside')),
  forum_id uuid,
  group_id uuid,
  version integer not null default 1,
  primary key (district, import_id, position),
  foreign key (district, import_id) references fora.annex_import on delete cascade
);

do $$
declare t text;
begin
  foreach t in array array['category', 'forum_group', 'forum', 'seat', 'composition', 'interface', 'legal_reference',
    'forum_legal_reference', 'meeting_day', 'network_place', 'annex_import', 'annex_import_entry'] loop
    execute format('alter table fora.%I enable row level security', t);
    execute format('create policy district on fora.%I as restrictive to samvirk_app
      using ((select guard.everywhere()) or district = (select guard.district()))', t);
    execute format('create policy writing on fora.%I for all to samvirk_app
      using ((select guard.writes()) and (select guard.reach()) = ''all'')', t);
    execute format('create policy everything on fora.%I for select to samvirk_app using ((select guard.reach()) = ''all'')', t);
    execute format('grant select, insert, update, delete on fora.%I to samvirk_app', t);
  end loop;
  foreach t in array array['category', 'forum_group', 'forum', 'seat', 'interface', 'legal_reference', 'forum_legal_reference'] loop
    execute format('alter table fora.%I_history enable row level security', t);
    execute format('create policy district on fora.%I_history as restrictive to samvirk_app
      using ((select guard.everywhere()) or district = (select guard.district()))', t);
    execute format('create policy everything on fora.%I_history for select to samvirk_app using ((select guard.reach()) = ''all'')', t);
    execute format('grant select on fora.%I_history, fora.%I_as_of to samvirk_app', t, t);
  end loop;
end $$;
alter table documents.file enable row level security;
create policy district on documents.file as restrictive to samvirk_app
  using ((select guard.everywhere()) or district = (select guard.district()));
create policy everything on documents.file for all to samvirk_app
  using ((select guard.reach()) = 'all') with check ((select guard.writes()) and (select guard.reach()) = 'all');
grant select, insert, delete on documents.file to samvirk_app;

-- Who sees a forum: everyone when it is public, those who take part when it is open to partners, its members always,
-- and a municipality's coordinator the fora of that municipality.
create policy opened on fora.forum for select to samvirk_app using (
  openness = 'public'
  or (openness = 'partners' and (select guard.reach()) = 'partner')
  or id = any ((select guard.fora())::uuid[])
  or municipality_code = any ((select guard.municipalities())::text[])
);
create policy opened on fora.forum_history for select to samvirk_app using (
  openness = 'public'
  or (openness = 'partners' and (select guard.reach()) = 'partner')
  or id = any ((select guard.fora())::uuid[])
  or municipality_code = any ((select guard.municipalities())::text[])
);
create policy opened on fora.category for select to samvirk_app using (true);
create policy opened on fora.category_history for select to samvirk_app using (true);
create policy opened on fora.forum_group for select to samvirk_app
  using (exists (select 1 from fora.forum f where f.district = forum_group.district and f.group_id = forum_group.id));
create policy opened on fora.seat for select to samvirk_app using (forum_id in (select f.id from fora.forum f));
create policy opened on fora.seat_history for select to samvirk_app using (forum_id in (select f.id from fora.forum f));
create policy opened on fora.composition for select to samvirk_app
  using (forum_id is null or forum_id in (select f.id from fora.forum f));
create policy opened on fora.interface for select to samvirk_app using (
  (forum_id in (select f.id from fora.forum f) or group_id in (select g.id from fora.forum_group g))
  and (target_forum_id is null or target_forum_id in (select f.id from fora.forum f)));
create policy opened on fora.interface_history for select to samvirk_app using (
  (forum_id in (select f.id from fora.forum f) or group_id in (select g.id from fora.forum_group g))
  and (target_forum_id is null or target_forum_id in (select f.id from fora.forum f)));
create policy opened on fora.legal_reference for select to samvirk_app using (true);
create policy opened on fora.legal_reference_history for select to samvirk_app using (true);
create policy opened on fora.forum_legal_reference for select to samvirk_app using (forum_id in (select f.id from fora.forum f));
create policy opened on fora.meeting_day for select to samvirk_app using (forum_id in (select f.id from fora.forum f));
create policy opened on fora.network_place for select to samvirk_app using (true);

-- Persons: all to those who take part; to a member, oneself and those one sits with; to the public, nobody.
create policy reading on people.tenure for select to samvirk_app using (
  (select guard.reach()) in ('all', 'partner')
  or ((select guard.reach()) = 'member' and office_id in
    (select s.office_id from fora.seat s where s.office_id is not null and s.forum_id = any ((select guard.fora())::uuid[]))));
create policy reading on people.person for select to samvirk_app using (
  (select guard.reach()) in ('all', 'partner')
  or account_id = (select guard.account())
  or ((select guard.reach()) = 'member' and (
    id in (select t.person_id from people.tenure t)
    or id in (select s.person_id from fora.seat s where s.person_id is not null and s.forum_id = any ((select guard.fora())::uuid[])))));
`
