import { meetingGuards } from './0005-meetings-guards.ts'

/**
 * Meetings: standing orders, meetings, agenda, papers, replies, attendance, outcomes, minutes and action points.
 * Wall-clock times are kept as `HH:MM` in Danish time, so that a meeting at ten stays at ten over the change to summer time.
 */
export const meetings = `
create schema meetings;
grant usage on schema meetings to samvirk_app;

-- How a forum runs its meetings. Without a forum it is the district's default for a kind of forum.
create table meetings.standing_orders (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid,
  kind text not null check (kind in ('districtCouncil', 'liaisonCommittee', 'localCouncil', 'localNetwork', 'workingGroup', 'standing')),
  numbering text not null check (numbering in ('meeting', 'year', 'items')),
  notice_days integer not null check (notice_days between 0 and 120),
  proposal_days integer not null check (proposal_days between 0 and 120),
  approval_days integer not null check (approval_days between 1 and 120),
  silent_approval boolean not null,
  minutes_style text not null check (minutes_style in ('decisions', 'full')),
  usual_place text not null default '',
  usual_start text not null check (usual_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  usual_minutes integer not null check (usual_minutes between 5 and 960),
  opening_majority boolean not null,
  opening_chair boolean not null,
  opening_source text not null default '',
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, forum_id) references fora.forum
);
create unique index standing_orders_of_forum on meetings.standing_orders (district, forum_id) where forum_id is not null;
create unique index standing_orders_of_kind on meetings.standing_orders (district, kind) where forum_id is null;

-- The fixed items of a new agenda. What an item carries is filled in when the agenda is made.
create table meetings.template_item (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  orders_id uuid not null,
  position integer not null,
  section text not null default '',
  title text not null check (title <> ''),
  kind text not null check (kind in ('orientation', 'discussion', 'hearing', 'decision', 'status')),
  presenter text not null default '',
  minutes integer not null check (minutes between 0 and 480),
  carries text not null default 'nothing' check (carries in ('nothing', 'lastMinutes', 'actionPoints')),
  primary key (district, id),
  foreign key (district, orders_id) references meetings.standing_orders on delete cascade
);
create index template_item_orders on meetings.template_item (district, orders_id, position);

-- Why an item or a paper may be closed. The name is shown to the public.
create table meetings.closing_ground (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  name text not null check (name <> ''),
  source text not null default '',
  active boolean not null default true,
  version integer not null default 1,
  primary key (district, id),
  unique (district, name)
);

-- Periods to keep free of meetings, such as school holidays; for the district, or for one municipality.
create table meetings.closed_period (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  municipality_code text references people.municipality,
  name text not null check (name <> ''),
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  version integer not null default 1,
  primary key (district, id),
  unique nulls not distinct (district, municipality_code, name, from_day, to_day)
);

-- A year of meetings being planned. Nothing of it is a meeting until it is created.
create table meetings.year_draft (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  year integer not null check (year between 2000 and 2199),
  rows jsonb not null default '[]',
  -- For which fora nothing, or not all, could be proposed, and why.
  not_placed jsonb not null default '[]',
  created_by text not null,
  created_at timestamptz not null default guard.now(),
  done_at timestamptz,
  version integer not null default 1,
  primary key (district, id)
);

create table meetings.meeting (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  municipality_code text references people.municipality,
  kind text not null check (kind in ('ordinary', 'extraordinary', 'individual', 'tour', 'preparatory', 'citizens', 'themeDay', 'exercise')),
  title text not null default '',
  on_day date not null,
  starts text not null check (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text not null check (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  place text not null default '',
  host text not null default '',
  state text not null default 'draft' check (state in ('draft', 'summoned', 'held', 'circulated', 'approved', 'published', 'cancelled')),
  openness text not null default 'closed' check (openness in ('closed', 'partners', 'public')),
  audience text not null default 'members' check (audience in ('members', 'partners', 'public')),
  published_to text check (published_to in ('partners', 'public')),
  -- Given at the summons, by the numbering of the forum's standing orders.
  number integer check (number > 0),
  -- What the first item is called: 1, or the next number of the year where items run across meetings.
  first_item_number integer not null default 1 check (first_item_number > 0),
  propose_by date,
  approve_by date,
  -- Whether silence counts as approval; set when the minutes go round, so that what members were told holds.
  silent_approval boolean not null default false,
  approved_how text check (approved_how in ('all', 'deadline', 'hand')),
  approval_note text not null default '',
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  prepares_id uuid,
  case_number text not null default '',
  kle_number text not null default '',
  -- The invitation's SEQUENCE of RFC 5545: one higher each time that those invited are told of a change.
  sequence integer not null default 0,
  current_item_id uuid,
  current_since timestamptz,
  live_version integer not null default 0,
  summoned_at timestamptz,
  held_at timestamptz,
  circulated_at timestamptz,
  approved_at timestamptz,
  published_at timestamptz,
  cancelled_at timestamptz,
  cancel_reason text not null default '',
  created_by text not null,
  created_at timestamptz not null default guard.now(),
  -- When anything about the meeting was last changed, for the calendars that fetch it.
  changed_at timestamptz not null default guard.now(),
  version integer not null default 1,
  primary key (district, id),
  unique (district, id, forum_id),
  foreign key (district, forum_id) references fora.forum,
  foreign key (district, prepares_id) references meetings.meeting on delete set null (prepares_id),
  check (state <> 'cancelled' or cancel_reason <> '')
);
create index meeting_day on meetings.meeting (district, on_day);
create index meeting_forum on meetings.meeting (district, forum_id, on_day);

-- Where to join from afar. Kept apart, because only those who take part may see it.
create table meetings.meeting_link (
  district text not null references people.district,
  meeting_id uuid not null,
  forum_id uuid not null,
  url text not null,
  primary key (district, meeting_id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade
);

-- The consent that opening a meeting to the public rests on.
create table meetings.opening (
  district text not null references people.district,
  meeting_id uuid not null,
  members integer not null check (members > 0),
  in_favour integer not null check (in_favour between 0 and members),
  chair_consents boolean not null,
  source text not null,
  recorded_by text not null,
  recorded_at timestamptz not null default guard.now(),
  primary key (district, meeting_id),
  foreign key (district, meeting_id) references meetings.meeting on delete cascade
);

-- Without a meeting an item stands in the forum's backlog. Items of one matter share matter_id, also across fora.
create table meetings.item (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid,
  matter_id uuid not null default gen_random_uuid(),
  sent_from_id uuid,
  position integer not null default 0,
  section text not null default '',
  title text not null check (title <> ''),
  kind text not null check (kind in ('orientation', 'discussion', 'hearing', 'decision', 'status')),
  presenter text not null default '',
  minutes integer not null default 0 check (minutes between 0 and 480),
  body text not null default '',
  recommendation text not null default '',
  concerns text not null default '',
  carries text not null default 'nothing' check (carries in ('nothing', 'lastMinutes', 'actionPoints')),
  openness text not null default 'closed' check (openness in ('closed', 'open')),
  ground_id uuid,
  review_on date,
  audience text not null default 'leads' check (audience in ('leads', 'members', 'partners', 'public')),
  backlog_reason text not null default '',
  -- Taken out of the backlog for good; it can still be brought back.
  dropped_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  unique (district, id, forum_id),
  unique (district, meeting_id, position) deferrable initially deferred,
  foreign key (district, forum_id) references fora.forum,
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, ground_id) references meetings.closing_ground
);
create index item_forum on meetings.item (district, forum_id) where meeting_id is null;
create index item_matter on meetings.item (district, matter_id);

create table meetings.item_proposal (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid,
  title text not null check (title <> ''),
  kind text not null check (kind in ('orientation', 'discussion', 'hearing', 'decision', 'status')),
  body text not null default '',
  minutes integer not null default 0 check (minutes between 0 and 480),
  account_id text not null,
  person_id uuid,
  proposed_by text not null,
  proposed_at timestamptz not null default guard.now(),
  state text not null default 'waiting' check (state in ('waiting', 'placed', 'postponed', 'declined', 'withdrawn')),
  reason text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  item_id uuid,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, forum_id) references fora.forum,
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete set null (meeting_id),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete set null (item_id),
  check (state <> 'declined' or reason <> '')
);
create index item_proposal_forum on meetings.item_proposal (district, forum_id, state);

-- A member kept out of one item, who then sees none of it in any channel.
create table meetings.exclusion (
  district text not null references people.district,
  item_id uuid not null,
  forum_id uuid not null,
  person_id uuid not null,
  reason text not null,
  noted_by text not null,
  noted_at timestamptz not null default guard.now(),
  primary key (district, item_id, person_id),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade,
  foreign key (district, person_id) references people.person
);
create index exclusion_person on meetings.exclusion (district, person_id);

create table meetings.paper (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid,
  item_id uuid not null,
  position integer not null default 0,
  title text not null check (title <> ''),
  openness text not null default 'closed' check (openness in ('closed', 'open')),
  ground_id uuid,
  review_on date,
  audience text not null default 'leads' check (audience in ('leads', 'members', 'partners', 'public')),
  removed_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade,
  foreign key (district, ground_id) references meetings.closing_ground
);
create index paper_item on meetings.paper (district, item_id, position);

-- The public and partners are given the copy without the file's own metadata, never the file itself.
create table meetings.paper_version (
  district text not null references people.district,
  paper_id uuid not null,
  number integer not null check (number > 0),
  file_id uuid not null,
  public_file_id uuid,
  preview_file_id uuid,
  name text not null,
  media_type text not null,
  size integer not null check (size > 0),
  sha256 text not null,
  pages integer,
  scan text not null check (scan in ('clean', 'unscanned')),
  words text not null default '',
  words_state text not null default 'waiting' check (words_state in ('waiting', 'read', 'none')),
  stored_by text not null,
  stored_at timestamptz not null default guard.now(),
  primary key (district, paper_id, number),
  foreign key (district, paper_id) references meetings.paper on delete cascade,
  foreign key (district, file_id) references documents.file,
  foreign key (district, public_file_id) references documents.file,
  foreign key (district, preview_file_id) references documents.file
);
create index paper_version_waiting on meetings.paper_version (words_state) where words_state = 'waiting';
create index paper_version_file on meetings.paper_version (district, file_id);
create index paper_version_public_file on meetings.paper_version (district, public_file_id);
create index paper_version_preview_file on meetings.paper_version (district, preview_file_id);

-- Only for the one who wrote it; not for the secretariat, an administrator or an auditor.
create table meetings.private_note (
  district text not null references people.district,
  item_id uuid not null,
  account_id text not null,
  words text not null,
  version integer not null default 1,
  changed_at timestamptz not null default guard.now(),
  primary key (district, item_id, account_id),
  foreign key (district, item_id) references meetings.item on delete cascade
);

-- One who is asked to come, and the answer.
create table meetings.invitation (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid,
  person_id uuid,
  name text not null,
  label text not null default '',
  role text not null check (role in ('chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson', 'guest')),
  reply text not null default 'none' check (reply in ('none', 'accepted', 'declined', 'deputy')),
  reply_reason text not null default '',
  deputy_name text not null default '',
  deputy_email text not null default '',
  deputy_person_id uuid,
  replied_at timestamptz,
  removed_at timestamptz,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, person_id) references people.person,
  foreign key (district, deputy_person_id) references people.person
);
create unique index invitation_person on meetings.invitation (district, meeting_id, person_id);
create index invitation_of_person on meetings.invitation (district, person_id);
create index invitation_of_deputy on meetings.invitation (district, deputy_person_id);

create table meetings.attendance (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid,
  person_id uuid,
  name text not null check (name <> ''),
  label text not null default '',
  -- The role of the seat as it was on the day; what becomes of the seat later does not change the minutes.
  role text check (role in ('chair', 'viceChair', 'secretary', 'member', 'deputy', 'observer', 'resourcePerson')),
  capacity text not null check (capacity in ('member', 'deputy', 'guest')),
  deputy_for text not null default '',
  status text not null check (status in ('present', 'absent', 'apologies')),
  -- A guest who takes part in one item only.
  item_id uuid,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, person_id) references people.person,
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade
);
create index attendance_meeting on meetings.attendance (district, meeting_id);

create table meetings.outcome (
  district text not null references people.district,
  item_id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  kind text check (kind in ('noted', 'discussed', 'decided', 'postponed')),
  decision text not null default '',
  discussion text not null default '',
  audience text not null default 'leads' check (audience in ('leads', 'members', 'partners', 'public')),
  decided_on date not null,
  changed_by text not null,
  changed_at timestamptz not null default guard.now(),
  version integer not null default 1,
  -- Set by a trigger.
  lexemes tsvector not null default '',
  primary key (district, item_id),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade,
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade
);
create index outcome_day on meetings.outcome (district, decided_on desc);
create index outcome_meeting on meetings.outcome (district, meeting_id);
create index outcome_lexemes on meetings.outcome using gin (lexemes);

-- What a municipality said to an item.
create table meetings.statement (
  district text not null references people.district,
  item_id uuid not null,
  forum_id uuid not null,
  municipality_code text not null references people.municipality,
  stand text not null check (stand in ('agrees', 'disagrees', 'awaits', 'none')),
  remark text not null default '',
  version integer not null default 1,
  primary key (district, item_id, municipality_code),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade
);

create table meetings.vote (
  district text not null references people.district,
  item_id uuid not null,
  forum_id uuid not null,
  name text not null,
  person_id uuid,
  vote text not null check (vote in ('for', 'against', 'abstaining')),
  primary key (district, item_id, name),
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade
);

-- Exactly one owner: a person, or an office whoever holds it.
create table meetings.action_point (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  matter_id uuid not null,
  title text not null check (title <> ''),
  owner_person_id uuid,
  owner_office_id uuid,
  due_on date not null,
  -- As it stood when the minutes were approved; what becomes of it later does not change them.
  agreed_person text,
  agreed_office text,
  agreed_due_on date,
  state text not null default 'notBegun' check (state in ('notBegun', 'onTrack', 'atRisk', 'done', 'dropped')),
  state_since date not null,
  audience text not null default 'leads' check (audience in ('leads', 'members', 'partners', 'public')),
  created_by text not null,
  created_at timestamptz not null default guard.now(),
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade,
  foreign key (district, owner_person_id) references people.person,
  foreign key (district, owner_office_id) references people.office,
  check (num_nonnulls(owner_person_id, owner_office_id) = 1)
);
create index action_point_due on meetings.action_point (district, due_on) where state not in ('done', 'dropped');
create index action_point_forum on meetings.action_point (district, forum_id);
create index action_point_item on meetings.action_point (district, item_id);
create index action_point_owner_person on meetings.action_point (district, owner_person_id);
create index action_point_owner_office on meetings.action_point (district, owner_office_id);

create table meetings.action_point_status (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  action_point_id uuid not null,
  state text not null check (state in ('notBegun', 'onTrack', 'atRisk', 'done', 'dropped')),
  comment text not null check (comment <> ''),
  said_by text not null,
  account_id text,
  at timestamptz not null default guard.now(),
  primary key (district, id),
  foreign key (district, action_point_id) references meetings.action_point on delete cascade
);
create index action_point_status_of on meetings.action_point_status (district, action_point_id, at desc);

create table meetings.approval (
  district text not null references people.district,
  meeting_id uuid not null,
  forum_id uuid not null,
  person_id uuid not null,
  name text not null,
  at timestamptz not null default guard.now(),
  -- What was approved, part by part; and, once the minutes are locked, the parts that were corrected after that.
  marks jsonb not null default '{}',
  changed text[] not null default '{}',
  primary key (district, meeting_id, person_id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, person_id) references people.person
);

create table meetings.minutes_comment (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  person_id uuid,
  name text not null,
  words text not null check (words <> ''),
  at timestamptz not null default guard.now(),
  answer text not null default '',
  answered_by text not null default '',
  answered_at timestamptz,
  -- Whether the minutes were corrected by it; null until it is answered.
  taken boolean,
  version integer not null default 1,
  primary key (district, id),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade
);
create index minutes_comment_meeting on meetings.minutes_comment (district, meeting_id);

-- A correction to minutes that are locked.
create table meetings.addendum (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  forum_id uuid not null,
  meeting_id uuid not null,
  number integer not null check (number > 0),
  item_id uuid,
  words text not null check (words <> ''),
  openness text not null default 'closed' check (openness in ('closed', 'open')),
  audience text not null default 'members' check (audience in ('leads', 'members', 'partners', 'public')),
  added_by text not null,
  added_at timestamptz not null default guard.now(),
  primary key (district, id),
  unique (district, meeting_id, number),
  foreign key (district, meeting_id, forum_id) references meetings.meeting (district, id, forum_id) on delete cascade,
  foreign key (district, item_id, forum_id) references meetings.item (district, id, forum_id) on delete cascade
);

-- A secret address of a person's own calendar. Only a hash of the secret is kept.
create table meetings.calendar_feed (
  district text not null references people.district,
  id uuid not null default gen_random_uuid(),
  account_id text not null,
  secret_hash text not null,
  created_at timestamptz not null default guard.now(),
  used_at timestamptz,
  revoked_at timestamptz,
  primary key (district, id),
  unique (district, secret_hash)
);
create index calendar_feed_account on meetings.calendar_feed (district, account_id);
${meetingGuards}
insert into meetings.closing_ground (district, name)
  select district.id, ground.name from people.district cross join (values
    ('Politiets planlægning'), ('Oplysninger om enkeltpersoner'), ('Økonomi og forhandling'), ('Sag under behandling')) as ground (name);
`
