/** What leaves the program or waits for a person: mail, notices, links between things, and the search index. */
export const post = `
create schema mail;
grant usage on schema mail to samvirk_app;

-- Every mail is written here in the transaction that causes it, and sent from here. The key makes the same mail one.
create table mail.message (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  key text not null,
  purpose text not null,
  forum_id uuid,
  meeting_id uuid,
  person_id uuid,
  -- The setting that turns mails of this kind off; null for those that always come.
  setting text check (setting in ('digest', 'reminders')),
  name text not null,
  address text not null,
  subject text not null,
  words text not null,
  html text not null,
  calendar text,
  calendar_method text check (calendar_method in ('REQUEST', 'CANCEL')),
  state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'failed')),
  attempts integer not null default 0,
  next_at timestamptz not null default guard.now(),
  claimed_at timestamptz,
  last_error text not null default '',
  created_at timestamptz not null default guard.now(),
  sent_at timestamptz,
  primary key (district, id),
  unique (district, key),
  foreign key (district, forum_id) references fora.forum,
  foreign key (district, meeting_id) references meetings.meeting on delete cascade
);
create index message_due on mail.message (next_at) where state in ('queued', 'sending');
create index message_meeting on mail.message (district, meeting_id, created_at);
alter table mail.message enable row level security;
create policy district on mail.message as restrictive to samvirk_app
  using ((select guard.everywhere()) or district = (select guard.district()));
create policy reading on mail.message for select to samvirk_app using (
  (select guard.reach()) = 'all' or forum_id = any ((select guard.leads())::uuid[]) or person_id = (select guard.person()));
create policy writing on mail.message for insert to samvirk_app with check (
  (select guard.account()) is not null or (select guard.reach()) = 'all');
create policy sending on mail.message for update to samvirk_app using (
  ((select guard.writes()) and (select guard.reach()) = 'all') or forum_id = any ((select guard.leads())::uuid[]));
grant select, insert, update, delete on mail.message to samvirk_app;

create schema notices;
grant usage on schema notices to samvirk_app;

-- Something a person should know. Only what it is about is kept; the words are made when it is read, from what the reader may see then.
create table notices.notice (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  person_id uuid not null,
  kind text not null,
  forum_id uuid,
  meeting_id uuid,
  item_id uuid,
  subject_id uuid,
  made_by text not null default '',
  made_at timestamptz not null default guard.now(),
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (district, id),
  foreign key (district, person_id) references people.person,
  foreign key (district, meeting_id) references meetings.meeting on delete cascade,
  foreign key (district, item_id) references meetings.item on delete cascade
);
create index notice_person on notices.notice (district, person_id, made_at desc);
create index notice_unmailed on notices.notice (district, person_id) where mailed_at is null and read_at is null;

-- How a person wants to be told, and in which language. The secret makes the one-click settings of a mail work.
create table notices.preference (
  district text not null references people.district,
  person_id uuid not null,
  digest text not null default 'weekly' check (digest in ('none', 'daily', 'weekly')),
  reminders boolean not null default true,
  language text not null default 'da' check (language in ('da', 'en')),
  secret text not null,
  digest_at timestamptz,
  version integer not null default 1,
  primary key (district, person_id),
  unique (district, secret),
  foreign key (district, person_id) references people.person
);
do $$
declare t text;
begin
  foreach t in array array['notice', 'preference'] loop
    execute format('alter table notices.%I enable row level security', t);
    execute format('create policy district on notices.%I as restrictive to samvirk_app
      using ((select guard.everywhere()) or district = (select guard.district()))', t);
    execute format('create policy own on notices.%I for all to samvirk_app using (person_id = (select guard.person()))', t);
    execute format('create policy program on notices.%I for all to samvirk_app
      using ((select guard.reach()) = ''all'' and (select guard.account()) is null)', t);
    execute format('grant select, insert, update, delete on notices.%I to samvirk_app', t);
  end loop;
end $$;
-- Whoever writes to persons knows the language they have chosen, and nothing else of their settings.
create function notices.languages_of(persons uuid[]) returns table (person_id uuid, language text)
language sql stable security definer set search_path = pg_catalog as $$
  select p.person_id, p.language from notices.preference p where p.district = guard.district() and p.person_id = any (persons) $$;
revoke execute on function notices.languages_of(uuid[]) from public;
grant execute on function notices.languages_of(uuid[]) to samvirk_app;

create policy telling on notices.notice for insert to samvirk_app with check ((select guard.account()) is not null);
create policy excluded on notices.notice as restrictive for select to samvirk_app
  using (item_id is null or item_id <> all ((select guard.excluded())::uuid[]));

-- Typed links between things: what something concerns, was sent on to, or came from.
create schema links;
grant usage on schema links to samvirk_app;
create table links.link (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  kind text not null check (kind in ('concerns', 'sentOn', 'cameFrom')),
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  made_by text not null,
  made_at timestamptz not null default guard.now(),
  primary key (district, id),
  unique (district, kind, from_kind, from_id, to_kind, to_id)
);
create index link_to on links.link (district, to_kind, to_id);
alter table links.link enable row level security;
create policy district on links.link as restrictive to samvirk_app
  using ((select guard.everywhere()) or district = (select guard.district()));
create policy excluded on links.link as restrictive to samvirk_app using (
  from_id <> all ((select guard.excluded())::uuid[]) and to_id <> all ((select guard.excluded())::uuid[]));
create policy reading on links.link for select to samvirk_app using ((select guard.account()) is not null or (select guard.reach()) = 'all');
create policy writing on links.link for all to samvirk_app using (
  ((select guard.writes()) and (select guard.reach()) = 'all') or (select guard.leads()) <> '{}');
grant select, insert, update, delete on links.link to samvirk_app;
`
