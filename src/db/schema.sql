-- What the migrations make of an empty database. Made by `npm run schema`.

create table audit.chain (
  district text not null,
  last_number bigint not null,
  last_hash text not null
);

create table audit.entry (
  district text not null,
  number bigint not null,
  at timestamp with time zone not null,
  account_id text,
  actor_name text not null,
  request_id text not null,
  action text not null,
  subject_kind text not null,
  subject_id text not null,
  subject_name text not null,
  changes jsonb not null,
  previous_hash text not null,
  hash text not null
);

create table documents.file (
  district text not null,
  id uuid not null,
  name text not null,
  media_type text not null,
  sha256 text not null,
  bytes bytea not null,
  stored_by text not null,
  stored_at timestamp with time zone not null
);

create table fora.annex_import (
  district text not null,
  id uuid not null,
  file_id uuid not null,
  title text not null,
  lines jsonb not null,
  state text not null,
  created_by text not null,
  created_at timestamp with time zone not null
);

create table fora.annex_import_entry (
  district text not null,
  import_id uuid not null,
  position integer not null,
  proposal jsonb not null,
  decision text not null,
  forum_id uuid,
  group_id uuid,
  version integer not null
);

create table fora.category (
  district text not null,
  id uuid not null,
  number integer not null,
  name text not null,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.category_history (
  district text not null,
  id uuid not null,
  number integer not null,
  name text not null,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.composition (
  district text not null,
  id uuid not null,
  forum_id uuid,
  kind text not null,
  chair_party text,
  term_months integer,
  quotas jsonb not null,
  source text not null,
  version integer not null
);

create table fora.forum (
  district text not null,
  id uuid not null,
  slug text not null,
  name text not null,
  sort_name text not null,
  kind text not null,
  category_id uuid not null,
  position integer not null,
  group_id uuid,
  parent_id uuid,
  level text,
  municipality_code text,
  topic text not null,
  legal_basis text not null,
  purpose text not null,
  action_plans text not null,
  interfaces text not null,
  participants text not null,
  cadence text not null,
  cadence_min double precision,
  cadence_max double precision,
  openness text not null,
  personal_data boolean not null,
  status text not null,
  status_since date not null,
  status_reason text not null,
  reviewed_on date,
  search_text text not null,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.forum_group (
  district text not null,
  id uuid not null,
  category_id uuid not null,
  position integer not null,
  name text not null,
  sort_name text not null,
  topic text not null,
  legal_basis text not null,
  purpose text not null,
  action_plans text not null,
  interfaces text not null,
  participants text not null,
  cadence text not null,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.forum_group_history (
  district text not null,
  id uuid not null,
  category_id uuid not null,
  position integer not null,
  name text not null,
  sort_name text not null,
  topic text not null,
  legal_basis text not null,
  purpose text not null,
  action_plans text not null,
  interfaces text not null,
  participants text not null,
  cadence text not null,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.forum_history (
  district text not null,
  id uuid not null,
  slug text not null,
  name text not null,
  sort_name text not null,
  kind text not null,
  category_id uuid not null,
  position integer not null,
  group_id uuid,
  parent_id uuid,
  level text,
  municipality_code text,
  topic text not null,
  legal_basis text not null,
  purpose text not null,
  action_plans text not null,
  interfaces text not null,
  participants text not null,
  cadence text not null,
  cadence_min double precision,
  cadence_max double precision,
  openness text not null,
  personal_data boolean not null,
  status text not null,
  status_since date not null,
  status_reason text not null,
  reviewed_on date,
  search_text text not null,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.forum_legal_reference (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  legal_reference_id uuid not null,
  recorded_from timestamp with time zone not null
);

create table fora.forum_legal_reference_history (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  legal_reference_id uuid not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.interface (
  district text not null,
  id uuid not null,
  forum_id uuid,
  group_id uuid,
  words text not null,
  target_forum_id uuid,
  target_group_id uuid,
  confidence text not null,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.interface_history (
  district text not null,
  id uuid not null,
  forum_id uuid,
  group_id uuid,
  words text not null,
  target_forum_id uuid,
  target_group_id uuid,
  confidence text not null,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.legal_reference (
  district text not null,
  id uuid not null,
  act text not null,
  paragraph text not null,
  subject text not null,
  source text not null,
  valid_from date,
  valid_to date,
  checked_on date,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.legal_reference_history (
  district text not null,
  id uuid not null,
  act text not null,
  paragraph text not null,
  subject text not null,
  source text not null,
  valid_from date,
  valid_to date,
  checked_on date,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table fora.meeting_day (
  district text not null,
  forum_id uuid not null,
  on_day date not null,
  meeting_id uuid,
  held boolean
);

create table fora.network_place (
  district text not null,
  node text not null,
  x double precision not null,
  y double precision not null
);

create table fora.seat (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  office_id uuid,
  organisation_id uuid,
  person_id uuid,
  role text not null,
  party text,
  appointed_by text not null,
  term_ends date,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table fora.seat_history (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  office_id uuid,
  organisation_id uuid,
  person_id uuid,
  role text not null,
  party text,
  appointed_by text not null,
  term_ends date,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table links.link (
  district text not null,
  id uuid not null,
  kind text not null,
  from_kind text not null,
  from_id uuid not null,
  to_kind text not null,
  to_id uuid not null,
  made_by text not null,
  made_at timestamp with time zone not null
);

create table mail.message (
  district text not null,
  id uuid not null,
  key text not null,
  purpose text not null,
  forum_id uuid,
  meeting_id uuid,
  person_id uuid,
  setting text,
  name text not null,
  address text not null,
  subject text not null,
  words text not null,
  html text not null,
  calendar text,
  calendar_method text,
  state text not null,
  attempts integer not null,
  next_at timestamp with time zone not null,
  claimed_at timestamp with time zone,
  last_error text not null,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone
);

create table meetings.action_point (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  item_id uuid not null,
  matter_id uuid not null,
  title text not null,
  owner_person_id uuid,
  owner_office_id uuid,
  due_on date not null,
  agreed_person text,
  agreed_office text,
  agreed_due_on date,
  state text not null,
  state_since date not null,
  audience text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  version integer not null
);

create table meetings.action_point_status (
  district text not null,
  id uuid not null,
  action_point_id uuid not null,
  state text not null,
  comment text not null,
  said_by text not null,
  account_id text,
  at timestamp with time zone not null
);

create table meetings.addendum (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  number integer not null,
  item_id uuid,
  words text not null,
  openness text not null,
  audience text not null,
  added_by text not null,
  added_at timestamp with time zone not null
);

create table meetings.approval (
  district text not null,
  meeting_id uuid not null,
  forum_id uuid not null,
  person_id uuid not null,
  name text not null,
  at timestamp with time zone not null,
  marks jsonb not null,
  changed text[] not null
);

create table meetings.attendance (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid,
  person_id uuid,
  name text not null,
  label text not null,
  role text,
  capacity text not null,
  deputy_for text not null,
  status text not null,
  item_id uuid,
  version integer not null
);

create table meetings.calendar_feed (
  district text not null,
  id uuid not null,
  account_id text not null,
  secret_hash text not null,
  created_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone
);

create table meetings.closed_period (
  district text not null,
  id uuid not null,
  municipality_code text,
  name text not null,
  from_day date not null,
  to_day date not null,
  version integer not null
);

create table meetings.closing_ground (
  district text not null,
  id uuid not null,
  name text not null,
  source text not null,
  active boolean not null,
  version integer not null
);

create table meetings.exclusion (
  district text not null,
  item_id uuid not null,
  forum_id uuid not null,
  person_id uuid not null,
  reason text not null,
  noted_by text not null,
  noted_at timestamp with time zone not null
);

create table meetings.invitation (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  seat_id uuid,
  person_id uuid,
  name text not null,
  label text not null,
  role text not null,
  reply text not null,
  reply_reason text not null,
  deputy_name text not null,
  deputy_email text not null,
  deputy_person_id uuid,
  replied_at timestamp with time zone,
  removed_at timestamp with time zone,
  version integer not null
);

create table meetings.item (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid,
  matter_id uuid not null,
  sent_from_id uuid,
  position integer not null,
  section text not null,
  title text not null,
  kind text not null,
  presenter text not null,
  minutes integer not null,
  body text not null,
  recommendation text not null,
  concerns text not null,
  carries text not null,
  openness text not null,
  ground_id uuid,
  review_on date,
  audience text not null,
  backlog_reason text not null,
  dropped_at timestamp with time zone,
  version integer not null
);

create table meetings.item_proposal (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid,
  title text not null,
  kind text not null,
  body text not null,
  minutes integer not null,
  account_id text not null,
  person_id uuid,
  proposed_by text not null,
  proposed_at timestamp with time zone not null,
  state text not null,
  reason text not null,
  answered_by text not null,
  answered_at timestamp with time zone,
  item_id uuid,
  version integer not null
);

create table meetings.meeting (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  municipality_code text,
  kind text not null,
  title text not null,
  on_day date not null,
  starts text not null,
  ends text not null,
  place text not null,
  host text not null,
  state text not null,
  openness text not null,
  audience text not null,
  published_to text,
  number integer,
  first_item_number integer not null,
  propose_by date,
  approve_by date,
  silent_approval boolean not null,
  approved_how text,
  approval_note text not null,
  withdrawn_at timestamp with time zone,
  withdrawn_reason text not null,
  prepares_id uuid,
  case_number text not null,
  kle_number text not null,
  sequence integer not null,
  current_item_id uuid,
  current_since timestamp with time zone,
  live_version integer not null,
  summoned_at timestamp with time zone,
  held_at timestamp with time zone,
  circulated_at timestamp with time zone,
  approved_at timestamp with time zone,
  published_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  cancel_reason text not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null
);

create table meetings.meeting_link (
  district text not null,
  meeting_id uuid not null,
  forum_id uuid not null,
  url text not null
);

create table meetings.minutes_comment (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  item_id uuid,
  person_id uuid,
  name text not null,
  words text not null,
  at timestamp with time zone not null,
  answer text not null,
  answered_by text not null,
  answered_at timestamp with time zone,
  taken boolean,
  version integer not null
);

create table meetings.opening (
  district text not null,
  meeting_id uuid not null,
  members integer not null,
  in_favour integer not null,
  chair_consents boolean not null,
  source text not null,
  recorded_by text not null,
  recorded_at timestamp with time zone not null
);

create table meetings.outcome (
  district text not null,
  item_id uuid not null,
  forum_id uuid not null,
  meeting_id uuid not null,
  kind text,
  decision text not null,
  discussion text not null,
  audience text not null,
  decided_on date not null,
  changed_by text not null,
  changed_at timestamp with time zone not null,
  version integer not null,
  lexemes tsvector not null
);

create table meetings.paper (
  district text not null,
  id uuid not null,
  forum_id uuid not null,
  meeting_id uuid,
  item_id uuid not null,
  position integer not null,
  title text not null,
  openness text not null,
  ground_id uuid,
  review_on date,
  audience text not null,
  removed_at timestamp with time zone,
  version integer not null
);

create table meetings.paper_version (
  district text not null,
  paper_id uuid not null,
  number integer not null,
  file_id uuid not null,
  public_file_id uuid,
  preview_file_id uuid,
  name text not null,
  media_type text not null,
  size integer not null,
  sha256 text not null,
  pages integer,
  scan text not null,
  words text not null,
  words_state text not null,
  stored_by text not null,
  stored_at timestamp with time zone not null
);

create table meetings.private_note (
  district text not null,
  item_id uuid not null,
  account_id text not null,
  words text not null,
  version integer not null,
  changed_at timestamp with time zone not null
);

create table meetings.standing_orders (
  district text not null,
  id uuid not null,
  forum_id uuid,
  kind text not null,
  numbering text not null,
  notice_days integer not null,
  proposal_days integer not null,
  approval_days integer not null,
  silent_approval boolean not null,
  minutes_style text not null,
  usual_place text not null,
  usual_start text not null,
  usual_minutes integer not null,
  opening_majority boolean not null,
  opening_chair boolean not null,
  opening_source text not null,
  version integer not null
);

create table meetings.statement (
  district text not null,
  item_id uuid not null,
  forum_id uuid not null,
  municipality_code text not null,
  stand text not null,
  remark text not null,
  version integer not null
);

create table meetings.template_item (
  district text not null,
  id uuid not null,
  orders_id uuid not null,
  position integer not null,
  section text not null,
  title text not null,
  kind text not null,
  presenter text not null,
  minutes integer not null,
  carries text not null
);

create table meetings.vote (
  district text not null,
  item_id uuid not null,
  forum_id uuid not null,
  name text not null,
  person_id uuid,
  vote text not null
);

create table meetings.year_draft (
  district text not null,
  id uuid not null,
  year integer not null,
  rows jsonb not null,
  not_placed jsonb not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  done_at timestamp with time zone,
  version integer not null
);

create table notices.notice (
  district text not null,
  id uuid not null,
  person_id uuid not null,
  kind text not null,
  forum_id uuid,
  meeting_id uuid,
  item_id uuid,
  subject_id uuid,
  made_by text not null,
  made_at timestamp with time zone not null,
  read_at timestamp with time zone,
  mailed_at timestamp with time zone
);

create table notices.preference (
  district text not null,
  person_id uuid not null,
  digest text not null,
  reminders boolean not null,
  language text not null,
  secret text not null,
  digest_at timestamp with time zone,
  version integer not null
);

create table people.district (
  id text not null,
  name text not null,
  dagi_code text,
  dst_code integer,
  in_use boolean not null
);

create table people.municipality (
  code text not null,
  name text not null,
  sort_name text not null,
  region text not null
);

create table people.municipality_district (
  district text not null,
  municipality_code text not null,
  valid_from date not null,
  valid_to date
);

create table people.office (
  district text not null,
  id uuid not null,
  title text not null,
  sort_title text not null,
  organisation_id uuid,
  municipality_code text,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table people.office_history (
  district text not null,
  id uuid not null,
  title text not null,
  sort_title text not null,
  organisation_id uuid,
  municipality_code text,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table people.organisation (
  district text not null,
  id uuid not null,
  name text not null,
  sort_name text not null,
  kind text not null,
  purpose text not null,
  municipality_code text,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table people.organisation_history (
  district text not null,
  id uuid not null,
  name text not null,
  sort_name text not null,
  kind text not null,
  purpose text not null,
  municipality_code text,
  parent_id uuid,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table people.person (
  district text not null,
  id uuid not null,
  name text not null,
  sort_name text not null,
  email text,
  account_id text,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table people.person_history (
  district text not null,
  id uuid not null,
  name text not null,
  sort_name text not null,
  email text,
  account_id text,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table people.role_grant (
  district text not null,
  id uuid not null,
  account_id text not null,
  role text not null,
  municipality_code text,
  valid_from date not null,
  valid_to date,
  granted_by text not null
);

create table people.tenure (
  district text not null,
  id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null
);

create table people.tenure_history (
  district text not null,
  id uuid not null,
  office_id uuid not null,
  person_id uuid not null,
  valid_from date not null,
  valid_to date,
  version integer not null,
  recorded_from timestamp with time zone not null,
  recorded_to timestamp with time zone not null
);

create table search.entry (
  district text not null,
  kind text not null,
  subject_id uuid not null,
  part integer not null,
  forum_id uuid not null,
  municipality_code text,
  meeting_id uuid,
  item_id uuid,
  audience text not null,
  on_day date,
  title text not null,
  words text not null,
  lexemes tsvector not null
);

create table search.lexeme (
  word text not null
);

create table sign_in.attempt (
  key text not null,
  count integer not null,
  since timestamp with time zone not null
);

create table sign_in.credential (
  id text not null,
  user_id text not null,
  provider_id text not null,
  account_id text not null,
  password text,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table sign_in.passkey (
  id text not null,
  user_id text not null,
  name text,
  credential_id text not null,
  public_key text not null,
  counter bigint not null,
  device_type text not null,
  backed_up boolean not null,
  transports text,
  aaguid text,
  created_at timestamp with time zone
);

create table sign_in.second_factor (
  id text not null,
  user_id text not null,
  secret text not null,
  backup_codes text not null,
  verified boolean not null,
  failed_verification_count integer not null,
  locked_until timestamp with time zone
);

create table sign_in.session (
  id text not null,
  user_id text not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table sign_in.user_account (
  id text not null,
  name text not null,
  email text not null,
  email_verified boolean not null,
  image text,
  language text not null,
  two_factor_enabled boolean not null,
  disabled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table sign_in.verification (
  id text not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

alter table audit.chain add constraint chain_pkey PRIMARY KEY (district);

alter table audit.entry add constraint entry_pkey PRIMARY KEY (district, number);

alter table documents.file add constraint file_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table documents.file add constraint file_pkey PRIMARY KEY (district, id);

alter table fora.annex_import add constraint annex_import_district_file_id_fkey FOREIGN KEY (district, file_id) REFERENCES documents.file(district, id);

alter table fora.annex_import add constraint annex_import_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.annex_import add constraint annex_import_pkey PRIMARY KEY (district, id);

alter table fora.annex_import add constraint annex_import_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text])));

alter table fora.annex_import_entry add constraint annex_import_entry_decision_check CHECK ((decision = ANY (ARRAY['pending'::text, 'accepted'::text, 'merged'::text, 'skipped'::text, 'setAside'::text])));

alter table fora.annex_import_entry add constraint annex_import_entry_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.annex_import_entry add constraint annex_import_entry_district_import_id_fkey FOREIGN KEY (district, import_id) REFERENCES fora.annex_import(district, id) ON DELETE CASCADE;

alter table fora.annex_import_entry add constraint annex_import_entry_pkey PRIMARY KEY (district, import_id, "position");

alter table fora.category add constraint category_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.category add constraint category_district_number_key UNIQUE (district, number) DEFERRABLE INITIALLY DEFERRED;

alter table fora.category add constraint category_name_check CHECK ((name <> ''::text));

alter table fora.category add constraint category_number_check CHECK ((number > 0));

alter table fora.category add constraint category_pkey PRIMARY KEY (district, id);

alter table fora.composition add constraint composition_chair_party_check CHECK ((chair_party = ANY (ARRAY['police'::text, 'municipality'::text, 'community'::text, 'other'::text])));

alter table fora.composition add constraint composition_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.composition add constraint composition_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table fora.composition add constraint composition_kind_check CHECK ((kind = ANY (ARRAY['districtCouncil'::text, 'liaisonCommittee'::text, 'localCouncil'::text, 'localNetwork'::text, 'workingGroup'::text, 'standing'::text])));

alter table fora.composition add constraint composition_pkey PRIMARY KEY (district, id);

alter table fora.composition add constraint composition_term_months_check CHECK (((term_months >= 1) AND (term_months <= 120)));

alter table fora.forum add constraint forum_check CHECK (((status = 'active'::text) OR (status_reason <> ''::text)));

alter table fora.forum add constraint forum_check1 CHECK ((parent_id <> id));

alter table fora.forum add constraint forum_district_category_id_fkey FOREIGN KEY (district, category_id) REFERENCES fora.category(district, id);

alter table fora.forum add constraint forum_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.forum add constraint forum_district_group_id_fkey FOREIGN KEY (district, group_id) REFERENCES fora.forum_group(district, id);

alter table fora.forum add constraint forum_district_parent_id_fkey FOREIGN KEY (district, parent_id) REFERENCES fora.forum(district, id);

alter table fora.forum add constraint forum_district_slug_key UNIQUE (district, slug);

alter table fora.forum add constraint forum_kind_check CHECK ((kind = ANY (ARRAY['districtCouncil'::text, 'liaisonCommittee'::text, 'localCouncil'::text, 'localNetwork'::text, 'workingGroup'::text, 'standing'::text])));

alter table fora.forum add constraint forum_level_check CHECK ((level = ANY (ARRAY['strategic'::text, 'tactical'::text, 'operational'::text])));

alter table fora.forum add constraint forum_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table fora.forum add constraint forum_name_check CHECK ((name <> ''::text));

alter table fora.forum add constraint forum_openness_check CHECK ((openness = ANY (ARRAY['closed'::text, 'partners'::text, 'public'::text])));

alter table fora.forum add constraint forum_pkey PRIMARY KEY (district, id);

alter table fora.forum add constraint forum_slug_check CHECK ((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text));

alter table fora.forum add constraint forum_status_check CHECK ((status = ANY (ARRAY['active'::text, 'paused'::text, 'closed'::text])));

alter table fora.forum_group add constraint forum_group_district_category_id_fkey FOREIGN KEY (district, category_id) REFERENCES fora.category(district, id);

alter table fora.forum_group add constraint forum_group_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.forum_group add constraint forum_group_name_check CHECK ((name <> ''::text));

alter table fora.forum_group add constraint forum_group_pkey PRIMARY KEY (district, id);

alter table fora.forum_legal_reference add constraint forum_legal_reference_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.forum_legal_reference add constraint forum_legal_reference_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id) ON DELETE CASCADE;

alter table fora.forum_legal_reference add constraint forum_legal_reference_district_forum_id_legal_reference_id_key UNIQUE (district, forum_id, legal_reference_id);

alter table fora.forum_legal_reference add constraint forum_legal_reference_district_legal_reference_id_fkey FOREIGN KEY (district, legal_reference_id) REFERENCES fora.legal_reference(district, id) ON DELETE CASCADE;

alter table fora.forum_legal_reference add constraint forum_legal_reference_pkey PRIMARY KEY (district, id);

alter table fora.interface add constraint interface_check CHECK ((num_nonnulls(forum_id, group_id) = 1));

alter table fora.interface add constraint interface_check1 CHECK ((num_nonnulls(target_forum_id, target_group_id) <= 1));

alter table fora.interface add constraint interface_confidence_check CHECK ((confidence = ANY (ARRAY['sure'::text, 'check'::text, 'none'::text, 'confirmed'::text])));

alter table fora.interface add constraint interface_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.interface add constraint interface_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id) ON DELETE CASCADE;

alter table fora.interface add constraint interface_district_group_id_fkey FOREIGN KEY (district, group_id) REFERENCES fora.forum_group(district, id) ON DELETE CASCADE;

alter table fora.interface add constraint interface_district_target_forum_id_fkey FOREIGN KEY (district, target_forum_id) REFERENCES fora.forum(district, id) ON DELETE SET NULL (target_forum_id);

alter table fora.interface add constraint interface_district_target_group_id_fkey FOREIGN KEY (district, target_group_id) REFERENCES fora.forum_group(district, id) ON DELETE SET NULL (target_group_id);

alter table fora.interface add constraint interface_pkey PRIMARY KEY (district, id);

alter table fora.interface add constraint interface_words_check CHECK ((words <> ''::text));

alter table fora.legal_reference add constraint legal_reference_act_check CHECK ((act <> ''::text));

alter table fora.legal_reference add constraint legal_reference_check CHECK ((valid_to >= valid_from));

alter table fora.legal_reference add constraint legal_reference_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.legal_reference add constraint legal_reference_pkey PRIMARY KEY (district, id);

alter table fora.meeting_day add constraint meeting_day_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.meeting_day add constraint meeting_day_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id) ON DELETE CASCADE;

alter table fora.meeting_day add constraint meeting_day_district_meeting_id_fkey FOREIGN KEY (district, meeting_id) REFERENCES meetings.meeting(district, id) ON DELETE CASCADE;

alter table fora.meeting_day add constraint meeting_day_once UNIQUE NULLS NOT DISTINCT (district, forum_id, on_day, meeting_id);

alter table fora.network_place add constraint network_place_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.network_place add constraint network_place_pkey PRIMARY KEY (district, node);

alter table fora.seat add constraint seat_check CHECK ((valid_to >= valid_from));

alter table fora.seat add constraint seat_check1 CHECK ((num_nonnulls(office_id, organisation_id, person_id) = 1));

alter table fora.seat add constraint seat_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table fora.seat add constraint seat_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table fora.seat add constraint seat_district_office_id_fkey FOREIGN KEY (district, office_id) REFERENCES people.office(district, id);

alter table fora.seat add constraint seat_district_organisation_id_fkey FOREIGN KEY (district, organisation_id) REFERENCES people.organisation(district, id);

alter table fora.seat add constraint seat_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table fora.seat add constraint seat_party_check CHECK ((party = ANY (ARRAY['police'::text, 'municipality'::text, 'community'::text, 'other'::text])));

alter table fora.seat add constraint seat_pkey PRIMARY KEY (district, id);

alter table fora.seat add constraint seat_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'viceChair'::text, 'secretary'::text, 'member'::text, 'deputy'::text, 'observer'::text, 'resourcePerson'::text])));

alter table links.link add constraint link_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table links.link add constraint link_district_kind_from_kind_from_id_to_kind_to_id_key UNIQUE (district, kind, from_kind, from_id, to_kind, to_id);

alter table links.link add constraint link_kind_check CHECK ((kind = ANY (ARRAY['concerns'::text, 'sentOn'::text, 'cameFrom'::text])));

alter table links.link add constraint link_pkey PRIMARY KEY (district, id);

alter table mail.message add constraint message_calendar_method_check CHECK ((calendar_method = ANY (ARRAY['REQUEST'::text, 'CANCEL'::text])));

alter table mail.message add constraint message_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table mail.message add constraint message_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table mail.message add constraint message_district_key_key UNIQUE (district, key);

alter table mail.message add constraint message_district_meeting_id_fkey FOREIGN KEY (district, meeting_id) REFERENCES meetings.meeting(district, id) ON DELETE CASCADE;

alter table mail.message add constraint message_pkey PRIMARY KEY (district, id);

alter table mail.message add constraint message_setting_check CHECK ((setting = ANY (ARRAY['digest'::text, 'reminders'::text])));

alter table mail.message add constraint message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sending'::text, 'sent'::text, 'failed'::text])));

alter table meetings.action_point add constraint action_point_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table meetings.action_point add constraint action_point_check CHECK ((num_nonnulls(owner_person_id, owner_office_id) = 1));

alter table meetings.action_point add constraint action_point_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.action_point add constraint action_point_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.action_point add constraint action_point_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.action_point add constraint action_point_district_owner_office_id_fkey FOREIGN KEY (district, owner_office_id) REFERENCES people.office(district, id);

alter table meetings.action_point add constraint action_point_district_owner_person_id_fkey FOREIGN KEY (district, owner_person_id) REFERENCES people.person(district, id);

alter table meetings.action_point add constraint action_point_pkey PRIMARY KEY (district, id);

alter table meetings.action_point add constraint action_point_state_check CHECK ((state = ANY (ARRAY['notBegun'::text, 'onTrack'::text, 'atRisk'::text, 'done'::text, 'dropped'::text])));

alter table meetings.action_point add constraint action_point_title_check CHECK ((title <> ''::text));

alter table meetings.action_point_status add constraint action_point_status_comment_check CHECK ((comment <> ''::text));

alter table meetings.action_point_status add constraint action_point_status_district_action_point_id_fkey FOREIGN KEY (district, action_point_id) REFERENCES meetings.action_point(district, id) ON DELETE CASCADE;

alter table meetings.action_point_status add constraint action_point_status_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.action_point_status add constraint action_point_status_pkey PRIMARY KEY (district, id);

alter table meetings.action_point_status add constraint action_point_status_state_check CHECK ((state = ANY (ARRAY['notBegun'::text, 'onTrack'::text, 'atRisk'::text, 'done'::text, 'dropped'::text])));

alter table meetings.addendum add constraint addendum_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table meetings.addendum add constraint addendum_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.addendum add constraint addendum_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.addendum add constraint addendum_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.addendum add constraint addendum_district_meeting_id_number_key UNIQUE (district, meeting_id, number);

alter table meetings.addendum add constraint addendum_number_check CHECK ((number > 0));

alter table meetings.addendum add constraint addendum_openness_check CHECK ((openness = ANY (ARRAY['closed'::text, 'open'::text])));

alter table meetings.addendum add constraint addendum_pkey PRIMARY KEY (district, id);

alter table meetings.addendum add constraint addendum_words_check CHECK ((words <> ''::text));

alter table meetings.approval add constraint approval_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.approval add constraint approval_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.approval add constraint approval_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table meetings.approval add constraint approval_pkey PRIMARY KEY (district, meeting_id, person_id);

alter table meetings.attendance add constraint attendance_capacity_check CHECK ((capacity = ANY (ARRAY['member'::text, 'deputy'::text, 'guest'::text])));

alter table meetings.attendance add constraint attendance_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.attendance add constraint attendance_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.attendance add constraint attendance_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.attendance add constraint attendance_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table meetings.attendance add constraint attendance_name_check CHECK ((name <> ''::text));

alter table meetings.attendance add constraint attendance_pkey PRIMARY KEY (district, id);

alter table meetings.attendance add constraint attendance_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'viceChair'::text, 'secretary'::text, 'member'::text, 'deputy'::text, 'observer'::text, 'resourcePerson'::text])));

alter table meetings.attendance add constraint attendance_status_check CHECK ((status = ANY (ARRAY['present'::text, 'absent'::text, 'apologies'::text])));

alter table meetings.calendar_feed add constraint calendar_feed_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.calendar_feed add constraint calendar_feed_district_secret_hash_key UNIQUE (district, secret_hash);

alter table meetings.calendar_feed add constraint calendar_feed_pkey PRIMARY KEY (district, id);

alter table meetings.closed_period add constraint closed_period_check CHECK ((to_day >= from_day));

alter table meetings.closed_period add constraint closed_period_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.closed_period add constraint closed_period_district_municipality_code_name_from_day_to_d_key UNIQUE NULLS NOT DISTINCT (district, municipality_code, name, from_day, to_day);

alter table meetings.closed_period add constraint closed_period_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table meetings.closed_period add constraint closed_period_name_check CHECK ((name <> ''::text));

alter table meetings.closed_period add constraint closed_period_pkey PRIMARY KEY (district, id);

alter table meetings.closing_ground add constraint closing_ground_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.closing_ground add constraint closing_ground_district_name_key UNIQUE (district, name);

alter table meetings.closing_ground add constraint closing_ground_name_check CHECK ((name <> ''::text));

alter table meetings.closing_ground add constraint closing_ground_pkey PRIMARY KEY (district, id);

alter table meetings.exclusion add constraint exclusion_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.exclusion add constraint exclusion_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.exclusion add constraint exclusion_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table meetings.exclusion add constraint exclusion_pkey PRIMARY KEY (district, item_id, person_id);

alter table meetings.invitation add constraint invitation_district_deputy_person_id_fkey FOREIGN KEY (district, deputy_person_id) REFERENCES people.person(district, id);

alter table meetings.invitation add constraint invitation_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.invitation add constraint invitation_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.invitation add constraint invitation_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table meetings.invitation add constraint invitation_pkey PRIMARY KEY (district, id);

alter table meetings.invitation add constraint invitation_reply_check CHECK ((reply = ANY (ARRAY['none'::text, 'accepted'::text, 'declined'::text, 'deputy'::text])));

alter table meetings.invitation add constraint invitation_role_check CHECK ((role = ANY (ARRAY['chair'::text, 'viceChair'::text, 'secretary'::text, 'member'::text, 'deputy'::text, 'observer'::text, 'resourcePerson'::text, 'guest'::text])));

alter table meetings.item add constraint item_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table meetings.item add constraint item_carries_check CHECK ((carries = ANY (ARRAY['nothing'::text, 'lastMinutes'::text, 'actionPoints'::text])));

alter table meetings.item add constraint item_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.item add constraint item_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table meetings.item add constraint item_district_ground_id_fkey FOREIGN KEY (district, ground_id) REFERENCES meetings.closing_ground(district, id);

alter table meetings.item add constraint item_district_id_forum_id_key UNIQUE (district, id, forum_id);

alter table meetings.item add constraint item_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.item add constraint item_district_meeting_id_position_key UNIQUE (district, meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;

alter table meetings.item add constraint item_kind_check CHECK ((kind = ANY (ARRAY['orientation'::text, 'discussion'::text, 'hearing'::text, 'decision'::text, 'status'::text])));

alter table meetings.item add constraint item_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480)));

alter table meetings.item add constraint item_openness_check CHECK ((openness = ANY (ARRAY['closed'::text, 'open'::text])));

alter table meetings.item add constraint item_pkey PRIMARY KEY (district, id);

alter table meetings.item add constraint item_title_check CHECK ((title <> ''::text));

alter table meetings.item_proposal add constraint item_proposal_check CHECK (((state <> 'declined'::text) OR (reason <> ''::text)));

alter table meetings.item_proposal add constraint item_proposal_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.item_proposal add constraint item_proposal_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table meetings.item_proposal add constraint item_proposal_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE SET NULL (item_id);

alter table meetings.item_proposal add constraint item_proposal_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE SET NULL (meeting_id);

alter table meetings.item_proposal add constraint item_proposal_kind_check CHECK ((kind = ANY (ARRAY['orientation'::text, 'discussion'::text, 'hearing'::text, 'decision'::text, 'status'::text])));

alter table meetings.item_proposal add constraint item_proposal_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480)));

alter table meetings.item_proposal add constraint item_proposal_pkey PRIMARY KEY (district, id);

alter table meetings.item_proposal add constraint item_proposal_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'placed'::text, 'postponed'::text, 'declined'::text, 'withdrawn'::text])));

alter table meetings.item_proposal add constraint item_proposal_title_check CHECK ((title <> ''::text));

alter table meetings.meeting add constraint meeting_approved_how_check CHECK ((approved_how = ANY (ARRAY['all'::text, 'deadline'::text, 'hand'::text])));

alter table meetings.meeting add constraint meeting_audience_check CHECK ((audience = ANY (ARRAY['members'::text, 'partners'::text, 'public'::text])));

alter table meetings.meeting add constraint meeting_check CHECK (((state <> 'cancelled'::text) OR (cancel_reason <> ''::text)));

alter table meetings.meeting add constraint meeting_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.meeting add constraint meeting_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table meetings.meeting add constraint meeting_district_id_forum_id_key UNIQUE (district, id, forum_id);

alter table meetings.meeting add constraint meeting_district_prepares_id_fkey FOREIGN KEY (district, prepares_id) REFERENCES meetings.meeting(district, id) ON DELETE SET NULL (prepares_id);

alter table meetings.meeting add constraint meeting_ends_check CHECK ((ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));

alter table meetings.meeting add constraint meeting_first_item_number_check CHECK ((first_item_number > 0));

alter table meetings.meeting add constraint meeting_kind_check CHECK ((kind = ANY (ARRAY['ordinary'::text, 'extraordinary'::text, 'individual'::text, 'tour'::text, 'preparatory'::text, 'citizens'::text, 'themeDay'::text, 'exercise'::text])));

alter table meetings.meeting add constraint meeting_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table meetings.meeting add constraint meeting_number_check CHECK ((number > 0));

alter table meetings.meeting add constraint meeting_openness_check CHECK ((openness = ANY (ARRAY['closed'::text, 'partners'::text, 'public'::text])));

alter table meetings.meeting add constraint meeting_pkey PRIMARY KEY (district, id);

alter table meetings.meeting add constraint meeting_published_to_check CHECK ((published_to = ANY (ARRAY['partners'::text, 'public'::text])));

alter table meetings.meeting add constraint meeting_starts_check CHECK ((starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));

alter table meetings.meeting add constraint meeting_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'summoned'::text, 'held'::text, 'circulated'::text, 'approved'::text, 'published'::text, 'cancelled'::text])));

alter table meetings.meeting_link add constraint meeting_link_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.meeting_link add constraint meeting_link_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.meeting_link add constraint meeting_link_pkey PRIMARY KEY (district, meeting_id);

alter table meetings.minutes_comment add constraint minutes_comment_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.minutes_comment add constraint minutes_comment_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.minutes_comment add constraint minutes_comment_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.minutes_comment add constraint minutes_comment_pkey PRIMARY KEY (district, id);

alter table meetings.minutes_comment add constraint minutes_comment_words_check CHECK ((words <> ''::text));

alter table meetings.opening add constraint opening_check CHECK (((in_favour >= 0) AND (in_favour <= members)));

alter table meetings.opening add constraint opening_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.opening add constraint opening_district_meeting_id_fkey FOREIGN KEY (district, meeting_id) REFERENCES meetings.meeting(district, id) ON DELETE CASCADE;

alter table meetings.opening add constraint opening_members_check CHECK ((members > 0));

alter table meetings.opening add constraint opening_pkey PRIMARY KEY (district, meeting_id);

alter table meetings.outcome add constraint outcome_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table meetings.outcome add constraint outcome_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.outcome add constraint outcome_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.outcome add constraint outcome_district_meeting_id_forum_id_fkey FOREIGN KEY (district, meeting_id, forum_id) REFERENCES meetings.meeting(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.outcome add constraint outcome_kind_check CHECK ((kind = ANY (ARRAY['noted'::text, 'discussed'::text, 'decided'::text, 'postponed'::text])));

alter table meetings.outcome add constraint outcome_pkey PRIMARY KEY (district, item_id);

alter table meetings.paper add constraint paper_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table meetings.paper add constraint paper_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.paper add constraint paper_district_ground_id_fkey FOREIGN KEY (district, ground_id) REFERENCES meetings.closing_ground(district, id);

alter table meetings.paper add constraint paper_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.paper add constraint paper_openness_check CHECK ((openness = ANY (ARRAY['closed'::text, 'open'::text])));

alter table meetings.paper add constraint paper_pkey PRIMARY KEY (district, id);

alter table meetings.paper add constraint paper_title_check CHECK ((title <> ''::text));

alter table meetings.paper_version add constraint paper_version_district_file_id_fkey FOREIGN KEY (district, file_id) REFERENCES documents.file(district, id);

alter table meetings.paper_version add constraint paper_version_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.paper_version add constraint paper_version_district_paper_id_fkey FOREIGN KEY (district, paper_id) REFERENCES meetings.paper(district, id) ON DELETE CASCADE;

alter table meetings.paper_version add constraint paper_version_district_preview_file_id_fkey FOREIGN KEY (district, preview_file_id) REFERENCES documents.file(district, id);

alter table meetings.paper_version add constraint paper_version_district_public_file_id_fkey FOREIGN KEY (district, public_file_id) REFERENCES documents.file(district, id);

alter table meetings.paper_version add constraint paper_version_number_check CHECK ((number > 0));

alter table meetings.paper_version add constraint paper_version_pkey PRIMARY KEY (district, paper_id, number);

alter table meetings.paper_version add constraint paper_version_scan_check CHECK ((scan = ANY (ARRAY['clean'::text, 'unscanned'::text])));

alter table meetings.paper_version add constraint paper_version_size_check CHECK ((size > 0));

alter table meetings.paper_version add constraint paper_version_words_state_check CHECK ((words_state = ANY (ARRAY['waiting'::text, 'read'::text, 'none'::text])));

alter table meetings.private_note add constraint private_note_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.private_note add constraint private_note_district_item_id_fkey FOREIGN KEY (district, item_id) REFERENCES meetings.item(district, id) ON DELETE CASCADE;

alter table meetings.private_note add constraint private_note_pkey PRIMARY KEY (district, item_id, account_id);

alter table meetings.standing_orders add constraint standing_orders_approval_days_check CHECK (((approval_days >= 1) AND (approval_days <= 120)));

alter table meetings.standing_orders add constraint standing_orders_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.standing_orders add constraint standing_orders_district_forum_id_fkey FOREIGN KEY (district, forum_id) REFERENCES fora.forum(district, id);

alter table meetings.standing_orders add constraint standing_orders_kind_check CHECK ((kind = ANY (ARRAY['districtCouncil'::text, 'liaisonCommittee'::text, 'localCouncil'::text, 'localNetwork'::text, 'workingGroup'::text, 'standing'::text])));

alter table meetings.standing_orders add constraint standing_orders_minutes_style_check CHECK ((minutes_style = ANY (ARRAY['decisions'::text, 'full'::text])));

alter table meetings.standing_orders add constraint standing_orders_notice_days_check CHECK (((notice_days >= 0) AND (notice_days <= 120)));

alter table meetings.standing_orders add constraint standing_orders_numbering_check CHECK ((numbering = ANY (ARRAY['meeting'::text, 'year'::text, 'items'::text])));

alter table meetings.standing_orders add constraint standing_orders_pkey PRIMARY KEY (district, id);

alter table meetings.standing_orders add constraint standing_orders_proposal_days_check CHECK (((proposal_days >= 0) AND (proposal_days <= 120)));

alter table meetings.standing_orders add constraint standing_orders_usual_minutes_check CHECK (((usual_minutes >= 5) AND (usual_minutes <= 960)));

alter table meetings.standing_orders add constraint standing_orders_usual_start_check CHECK ((usual_start ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));

alter table meetings.statement add constraint statement_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.statement add constraint statement_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.statement add constraint statement_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table meetings.statement add constraint statement_pkey PRIMARY KEY (district, item_id, municipality_code);

alter table meetings.statement add constraint statement_stand_check CHECK ((stand = ANY (ARRAY['agrees'::text, 'disagrees'::text, 'awaits'::text, 'none'::text])));

alter table meetings.template_item add constraint template_item_carries_check CHECK ((carries = ANY (ARRAY['nothing'::text, 'lastMinutes'::text, 'actionPoints'::text])));

alter table meetings.template_item add constraint template_item_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.template_item add constraint template_item_district_orders_id_fkey FOREIGN KEY (district, orders_id) REFERENCES meetings.standing_orders(district, id) ON DELETE CASCADE;

alter table meetings.template_item add constraint template_item_kind_check CHECK ((kind = ANY (ARRAY['orientation'::text, 'discussion'::text, 'hearing'::text, 'decision'::text, 'status'::text])));

alter table meetings.template_item add constraint template_item_minutes_check CHECK (((minutes >= 0) AND (minutes <= 480)));

alter table meetings.template_item add constraint template_item_pkey PRIMARY KEY (district, id);

alter table meetings.template_item add constraint template_item_title_check CHECK ((title <> ''::text));

alter table meetings.vote add constraint vote_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.vote add constraint vote_district_item_id_forum_id_fkey FOREIGN KEY (district, item_id, forum_id) REFERENCES meetings.item(district, id, forum_id) ON DELETE CASCADE;

alter table meetings.vote add constraint vote_pkey PRIMARY KEY (district, item_id, name);

alter table meetings.vote add constraint vote_vote_check CHECK ((vote = ANY (ARRAY['for'::text, 'against'::text, 'abstaining'::text])));

alter table meetings.year_draft add constraint year_draft_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table meetings.year_draft add constraint year_draft_pkey PRIMARY KEY (district, id);

alter table meetings.year_draft add constraint year_draft_year_check CHECK (((year >= 2000) AND (year <= 2199)));

alter table notices.notice add constraint notice_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table notices.notice add constraint notice_district_item_id_fkey FOREIGN KEY (district, item_id) REFERENCES meetings.item(district, id) ON DELETE CASCADE;

alter table notices.notice add constraint notice_district_meeting_id_fkey FOREIGN KEY (district, meeting_id) REFERENCES meetings.meeting(district, id) ON DELETE CASCADE;

alter table notices.notice add constraint notice_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table notices.notice add constraint notice_pkey PRIMARY KEY (district, id);

alter table notices.preference add constraint preference_digest_check CHECK ((digest = ANY (ARRAY['none'::text, 'daily'::text, 'weekly'::text])));

alter table notices.preference add constraint preference_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table notices.preference add constraint preference_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table notices.preference add constraint preference_district_secret_key UNIQUE (district, secret);

alter table notices.preference add constraint preference_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])));

alter table notices.preference add constraint preference_pkey PRIMARY KEY (district, person_id);

alter table people.district add constraint district_id_check CHECK ((id ~ '^[a-z][a-z0-9-]{1,30}$'::text));

alter table people.district add constraint district_pkey PRIMARY KEY (id);

alter table people.municipality add constraint municipality_code_check CHECK ((code ~ '^[0-9]{3}$'::text));

alter table people.municipality add constraint municipality_pkey PRIMARY KEY (code);

alter table people.municipality_district add constraint municipality_district_check CHECK ((valid_to > valid_from));

alter table people.municipality_district add constraint municipality_district_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.municipality_district add constraint municipality_district_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table people.municipality_district add constraint municipality_district_pkey PRIMARY KEY (district, municipality_code, valid_from);

alter table people.office add constraint office_check CHECK ((valid_to >= valid_from));

alter table people.office add constraint office_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.office add constraint office_district_organisation_id_fkey FOREIGN KEY (district, organisation_id) REFERENCES people.organisation(district, id);

alter table people.office add constraint office_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table people.office add constraint office_pkey PRIMARY KEY (district, id);

alter table people.office add constraint office_title_check CHECK ((title <> ''::text));

alter table people.organisation add constraint organisation_check CHECK ((valid_to >= valid_from));

alter table people.organisation add constraint organisation_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.organisation add constraint organisation_district_parent_id_fkey FOREIGN KEY (district, parent_id) REFERENCES people.organisation(district, id);

alter table people.organisation add constraint organisation_kind_check CHECK ((kind = ANY (ARRAY['police'::text, 'policeStation'::text, 'municipality'::text, 'stateAuthority'::text, 'region'::text, 'court'::text, 'association'::text, 'business'::text, 'press'::text, 'other'::text])));

alter table people.organisation add constraint organisation_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table people.organisation add constraint organisation_name_check CHECK ((name <> ''::text));

alter table people.organisation add constraint organisation_pkey PRIMARY KEY (district, id);

alter table people.person add constraint person_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.person add constraint person_email_check CHECK ((email = lower(email)));

alter table people.person add constraint person_name_check CHECK ((name <> ''::text));

alter table people.person add constraint person_pkey PRIMARY KEY (district, id);

alter table people.role_grant add constraint role_grant_check CHECK ((valid_to >= valid_from));

alter table people.role_grant add constraint role_grant_check1 CHECK (((role = 'municipalCoordinator'::text) = (municipality_code IS NOT NULL)));

alter table people.role_grant add constraint role_grant_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.role_grant add constraint role_grant_municipality_code_fkey FOREIGN KEY (municipality_code) REFERENCES people.municipality(code);

alter table people.role_grant add constraint role_grant_pkey PRIMARY KEY (district, id);

alter table people.role_grant add constraint role_grant_role_check CHECK ((role = ANY (ARRAY['administrator'::text, 'auditor'::text, 'secretariat'::text, 'municipalCoordinator'::text, 'partner'::text])));

alter table people.tenure add constraint tenure_check CHECK ((valid_to >= valid_from));

alter table people.tenure add constraint tenure_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table people.tenure add constraint tenure_district_office_id_fkey FOREIGN KEY (district, office_id) REFERENCES people.office(district, id);

alter table people.tenure add constraint tenure_district_person_id_fkey FOREIGN KEY (district, person_id) REFERENCES people.person(district, id);

alter table people.tenure add constraint tenure_pkey PRIMARY KEY (district, id);

alter table search.entry add constraint entry_audience_check CHECK ((audience = ANY (ARRAY['leads'::text, 'members'::text, 'partners'::text, 'public'::text])));

alter table search.entry add constraint entry_district_fkey FOREIGN KEY (district) REFERENCES people.district(id);

alter table search.entry add constraint entry_kind_check CHECK ((kind = ANY (ARRAY['forum'::text, 'meeting'::text, 'item'::text, 'decision'::text, 'paper'::text, 'task'::text])));

alter table search.entry add constraint entry_pkey PRIMARY KEY (district, kind, subject_id, part);

alter table search.lexeme add constraint lexeme_pkey PRIMARY KEY (word);

alter table sign_in.attempt add constraint attempt_pkey PRIMARY KEY (key);

alter table sign_in.credential add constraint credential_pkey PRIMARY KEY (id);

alter table sign_in.credential add constraint credential_provider_id_account_id_key UNIQUE (provider_id, account_id);

alter table sign_in.credential add constraint credential_user_id_fkey FOREIGN KEY (user_id) REFERENCES sign_in.user_account(id) ON DELETE CASCADE;

alter table sign_in.passkey add constraint passkey_credential_id_key UNIQUE (credential_id);

alter table sign_in.passkey add constraint passkey_pkey PRIMARY KEY (id);

alter table sign_in.passkey add constraint passkey_user_id_fkey FOREIGN KEY (user_id) REFERENCES sign_in.user_account(id) ON DELETE CASCADE;

alter table sign_in.second_factor add constraint second_factor_pkey PRIMARY KEY (id);

alter table sign_in.second_factor add constraint second_factor_user_id_fkey FOREIGN KEY (user_id) REFERENCES sign_in.user_account(id) ON DELETE CASCADE;

alter table sign_in.second_factor add constraint second_factor_user_id_key UNIQUE (user_id);

alter table sign_in.session add constraint session_pkey PRIMARY KEY (id);

alter table sign_in.session add constraint session_token_key UNIQUE (token);

alter table sign_in.session add constraint session_user_id_fkey FOREIGN KEY (user_id) REFERENCES sign_in.user_account(id) ON DELETE CASCADE;

alter table sign_in.user_account add constraint user_account_email_check CHECK ((email = lower(email)));

alter table sign_in.user_account add constraint user_account_email_key UNIQUE (email);

alter table sign_in.user_account add constraint user_account_language_check CHECK ((language = ANY (ARRAY['da'::text, 'en'::text])));

alter table sign_in.user_account add constraint user_account_name_check CHECK ((name <> ''::text));

alter table sign_in.user_account add constraint user_account_pkey PRIMARY KEY (id);

alter table sign_in.verification add constraint verification_pkey PRIMARY KEY (id);

CREATE INDEX action_point_due ON meetings.action_point USING btree (district, due_on) WHERE (state <> ALL (ARRAY['done'::text, 'dropped'::text]));

CREATE INDEX action_point_forum ON meetings.action_point USING btree (district, forum_id);

CREATE INDEX action_point_item ON meetings.action_point USING btree (district, item_id);

CREATE INDEX action_point_owner_office ON meetings.action_point USING btree (district, owner_office_id);

CREATE INDEX action_point_owner_person ON meetings.action_point USING btree (district, owner_person_id);

CREATE UNIQUE INDEX action_point_pkey ON meetings.action_point USING btree (district, id);

CREATE INDEX action_point_status_of ON meetings.action_point_status USING btree (district, action_point_id, at DESC);

CREATE UNIQUE INDEX action_point_status_pkey ON meetings.action_point_status USING btree (district, id);

CREATE UNIQUE INDEX addendum_district_meeting_id_number_key ON meetings.addendum USING btree (district, meeting_id, number);

CREATE UNIQUE INDEX addendum_pkey ON meetings.addendum USING btree (district, id);

CREATE UNIQUE INDEX annex_import_entry_pkey ON fora.annex_import_entry USING btree (district, import_id, "position");

CREATE UNIQUE INDEX annex_import_pkey ON fora.annex_import USING btree (district, id);

CREATE UNIQUE INDEX approval_pkey ON meetings.approval USING btree (district, meeting_id, person_id);

CREATE UNIQUE INDEX attempt_pkey ON sign_in.attempt USING btree (key);

CREATE INDEX attempt_since ON sign_in.attempt USING btree (since);

CREATE INDEX attendance_meeting ON meetings.attendance USING btree (district, meeting_id);

CREATE UNIQUE INDEX attendance_pkey ON meetings.attendance USING btree (district, id);

CREATE INDEX calendar_feed_account ON meetings.calendar_feed USING btree (district, account_id);

CREATE UNIQUE INDEX calendar_feed_district_secret_hash_key ON meetings.calendar_feed USING btree (district, secret_hash);

CREATE UNIQUE INDEX calendar_feed_pkey ON meetings.calendar_feed USING btree (district, id);

CREATE UNIQUE INDEX category_district_number_key ON fora.category USING btree (district, number);

CREATE INDEX category_history_district_id_recorded_from_idx ON fora.category_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX category_pkey ON fora.category USING btree (district, id);

CREATE UNIQUE INDEX chain_pkey ON audit.chain USING btree (district);

CREATE UNIQUE INDEX closed_period_district_municipality_code_name_from_day_to_d_key ON meetings.closed_period USING btree (district, municipality_code, name, from_day, to_day) NULLS NOT DISTINCT;

CREATE UNIQUE INDEX closed_period_pkey ON meetings.closed_period USING btree (district, id);

CREATE UNIQUE INDEX closing_ground_district_name_key ON meetings.closing_ground USING btree (district, name);

CREATE UNIQUE INDEX closing_ground_pkey ON meetings.closing_ground USING btree (district, id);

CREATE UNIQUE INDEX composition_of_forum ON fora.composition USING btree (district, forum_id) WHERE (forum_id IS NOT NULL);

CREATE UNIQUE INDEX composition_of_kind ON fora.composition USING btree (district, kind) WHERE (forum_id IS NULL);

CREATE UNIQUE INDEX composition_pkey ON fora.composition USING btree (district, id);

CREATE INDEX credential_of_user ON sign_in.credential USING btree (user_id);

CREATE UNIQUE INDEX credential_pkey ON sign_in.credential USING btree (id);

CREATE UNIQUE INDEX credential_provider_id_account_id_key ON sign_in.credential USING btree (provider_id, account_id);

CREATE UNIQUE INDEX district_pkey ON people.district USING btree (id);

CREATE INDEX entry_at ON audit.entry USING btree (district, at DESC);

CREATE INDEX entry_item ON search.entry USING btree (district, item_id);

CREATE INDEX entry_lexemes ON search.entry USING gin (lexemes);

CREATE INDEX entry_meeting ON search.entry USING btree (district, meeting_id);

CREATE UNIQUE INDEX entry_pkey ON search.entry USING btree (district, kind, subject_id, part);

CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (district, number);

CREATE INDEX entry_subject ON audit.entry USING btree (district, subject_kind, subject_id, number DESC);

CREATE INDEX exclusion_person ON meetings.exclusion USING btree (district, person_id);

CREATE UNIQUE INDEX exclusion_pkey ON meetings.exclusion USING btree (district, item_id, person_id);

CREATE UNIQUE INDEX file_pkey ON documents.file USING btree (district, id);

CREATE UNIQUE INDEX forum_district_slug_key ON fora.forum USING btree (district, slug);

CREATE INDEX forum_group_history_district_id_recorded_from_idx ON fora.forum_group_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX forum_group_name ON fora.forum_group USING btree (district, sort_name);

CREATE UNIQUE INDEX forum_group_pkey ON fora.forum_group USING btree (district, id);

CREATE INDEX forum_history_district_id_recorded_from_idx ON fora.forum_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX forum_legal_reference_district_forum_id_legal_reference_id_key ON fora.forum_legal_reference USING btree (district, forum_id, legal_reference_id);

CREATE INDEX forum_legal_reference_history_district_id_recorded_from_idx ON fora.forum_legal_reference_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX forum_legal_reference_pkey ON fora.forum_legal_reference USING btree (district, id);

CREATE INDEX forum_name ON fora.forum USING btree (district, sort_name);

CREATE UNIQUE INDEX forum_pkey ON fora.forum USING btree (district, id);

CREATE INDEX interface_forum ON fora.interface USING btree (district, forum_id);

CREATE INDEX interface_history_district_id_recorded_from_idx ON fora.interface_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX interface_pkey ON fora.interface USING btree (district, id);

CREATE INDEX interface_target ON fora.interface USING btree (district, target_forum_id);

CREATE INDEX invitation_of_deputy ON meetings.invitation USING btree (district, deputy_person_id);

CREATE INDEX invitation_of_person ON meetings.invitation USING btree (district, person_id);

CREATE UNIQUE INDEX invitation_person ON meetings.invitation USING btree (district, meeting_id, person_id);

CREATE UNIQUE INDEX invitation_pkey ON meetings.invitation USING btree (district, id);

CREATE UNIQUE INDEX item_district_id_forum_id_key ON meetings.item USING btree (district, id, forum_id);

CREATE UNIQUE INDEX item_district_meeting_id_position_key ON meetings.item USING btree (district, meeting_id, "position");

CREATE INDEX item_forum ON meetings.item USING btree (district, forum_id) WHERE (meeting_id IS NULL);

CREATE INDEX item_matter ON meetings.item USING btree (district, matter_id);

CREATE UNIQUE INDEX item_pkey ON meetings.item USING btree (district, id);

CREATE INDEX item_proposal_forum ON meetings.item_proposal USING btree (district, forum_id, state);

CREATE UNIQUE INDEX item_proposal_pkey ON meetings.item_proposal USING btree (district, id);

CREATE INDEX legal_reference_history_district_id_recorded_from_idx ON fora.legal_reference_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX legal_reference_pkey ON fora.legal_reference USING btree (district, id);

CREATE INDEX lexeme_alike ON search.lexeme USING gin (word gin_trgm_ops);

CREATE UNIQUE INDEX lexeme_pkey ON search.lexeme USING btree (word);

CREATE UNIQUE INDEX link_district_kind_from_kind_from_id_to_kind_to_id_key ON links.link USING btree (district, kind, from_kind, from_id, to_kind, to_id);

CREATE UNIQUE INDEX link_pkey ON links.link USING btree (district, id);

CREATE INDEX link_to ON links.link USING btree (district, to_kind, to_id);

CREATE INDEX meeting_day ON meetings.meeting USING btree (district, on_day);

CREATE UNIQUE INDEX meeting_day_once ON fora.meeting_day USING btree (district, forum_id, on_day, meeting_id) NULLS NOT DISTINCT;

CREATE UNIQUE INDEX meeting_district_id_forum_id_key ON meetings.meeting USING btree (district, id, forum_id);

CREATE INDEX meeting_forum ON meetings.meeting USING btree (district, forum_id, on_day);

CREATE UNIQUE INDEX meeting_link_pkey ON meetings.meeting_link USING btree (district, meeting_id);

CREATE UNIQUE INDEX meeting_pkey ON meetings.meeting USING btree (district, id);

CREATE UNIQUE INDEX message_district_key_key ON mail.message USING btree (district, key);

CREATE INDEX message_due ON mail.message USING btree (next_at) WHERE (state = ANY (ARRAY['queued'::text, 'sending'::text]));

CREATE INDEX message_meeting ON mail.message USING btree (district, meeting_id, created_at);

CREATE UNIQUE INDEX message_pkey ON mail.message USING btree (district, id);

CREATE INDEX minutes_comment_meeting ON meetings.minutes_comment USING btree (district, meeting_id);

CREATE UNIQUE INDEX minutes_comment_pkey ON meetings.minutes_comment USING btree (district, id);

CREATE UNIQUE INDEX municipality_district_pkey ON people.municipality_district USING btree (district, municipality_code, valid_from);

CREATE UNIQUE INDEX municipality_pkey ON people.municipality USING btree (code);

CREATE UNIQUE INDEX network_place_pkey ON fora.network_place USING btree (district, node);

CREATE INDEX notice_person ON notices.notice USING btree (district, person_id, made_at DESC);

CREATE UNIQUE INDEX notice_pkey ON notices.notice USING btree (district, id);

CREATE INDEX notice_unmailed ON notices.notice USING btree (district, person_id) WHERE ((mailed_at IS NULL) AND (read_at IS NULL));

CREATE INDEX office_history_district_id_recorded_from_idx ON people.office_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX office_pkey ON people.office USING btree (district, id);

CREATE UNIQUE INDEX office_title ON people.office USING btree (district, sort_title) WHERE (valid_to IS NULL);

CREATE UNIQUE INDEX opening_pkey ON meetings.opening USING btree (district, meeting_id);

CREATE INDEX organisation_history_district_id_recorded_from_idx ON people.organisation_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX organisation_name ON people.organisation USING btree (district, sort_name) WHERE (valid_to IS NULL);

CREATE UNIQUE INDEX organisation_pkey ON people.organisation USING btree (district, id);

CREATE INDEX outcome_day ON meetings.outcome USING btree (district, decided_on DESC);

CREATE INDEX outcome_lexemes ON meetings.outcome USING gin (lexemes);

CREATE INDEX outcome_meeting ON meetings.outcome USING btree (district, meeting_id);

CREATE UNIQUE INDEX outcome_pkey ON meetings.outcome USING btree (district, item_id);

CREATE INDEX paper_item ON meetings.paper USING btree (district, item_id, "position");

CREATE UNIQUE INDEX paper_pkey ON meetings.paper USING btree (district, id);

CREATE INDEX paper_version_file ON meetings.paper_version USING btree (district, file_id);

CREATE UNIQUE INDEX paper_version_pkey ON meetings.paper_version USING btree (district, paper_id, number);

CREATE INDEX paper_version_preview_file ON meetings.paper_version USING btree (district, preview_file_id);

CREATE INDEX paper_version_public_file ON meetings.paper_version USING btree (district, public_file_id);

CREATE INDEX paper_version_waiting ON meetings.paper_version USING btree (words_state) WHERE (words_state = 'waiting'::text);

CREATE UNIQUE INDEX passkey_credential_id_key ON sign_in.passkey USING btree (credential_id);

CREATE INDEX passkey_of_user ON sign_in.passkey USING btree (user_id);

CREATE UNIQUE INDEX passkey_pkey ON sign_in.passkey USING btree (id);

CREATE INDEX person_account ON people.person USING btree (account_id);

CREATE UNIQUE INDEX person_email ON people.person USING btree (district, email);

CREATE INDEX person_history_district_id_recorded_from_idx ON people.person_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX person_pkey ON people.person USING btree (district, id);

CREATE UNIQUE INDEX preference_district_secret_key ON notices.preference USING btree (district, secret);

CREATE UNIQUE INDEX preference_pkey ON notices.preference USING btree (district, person_id);

CREATE UNIQUE INDEX private_note_pkey ON meetings.private_note USING btree (district, item_id, account_id);

CREATE INDEX role_grant_account ON people.role_grant USING btree (account_id);

CREATE UNIQUE INDEX role_grant_pkey ON people.role_grant USING btree (district, id);

CREATE INDEX seat_forum ON fora.seat USING btree (district, forum_id);

CREATE INDEX seat_history_district_id_recorded_from_idx ON fora.seat_history USING btree (district, id, recorded_from);

CREATE INDEX seat_office ON fora.seat USING btree (district, office_id);

CREATE UNIQUE INDEX seat_office_once ON fora.seat USING btree (district, forum_id, office_id) WHERE (valid_to IS NULL);

CREATE INDEX seat_person ON fora.seat USING btree (district, person_id);

CREATE UNIQUE INDEX seat_pkey ON fora.seat USING btree (district, id);

CREATE UNIQUE INDEX second_factor_pkey ON sign_in.second_factor USING btree (id);

CREATE UNIQUE INDEX second_factor_user_id_key ON sign_in.second_factor USING btree (user_id);

CREATE INDEX session_of_user ON sign_in.session USING btree (user_id);

CREATE UNIQUE INDEX session_pkey ON sign_in.session USING btree (id);

CREATE UNIQUE INDEX session_token_key ON sign_in.session USING btree (token);

CREATE UNIQUE INDEX standing_orders_of_forum ON meetings.standing_orders USING btree (district, forum_id) WHERE (forum_id IS NOT NULL);

CREATE UNIQUE INDEX standing_orders_of_kind ON meetings.standing_orders USING btree (district, kind) WHERE (forum_id IS NULL);

CREATE UNIQUE INDEX standing_orders_pkey ON meetings.standing_orders USING btree (district, id);

CREATE UNIQUE INDEX statement_pkey ON meetings.statement USING btree (district, item_id, municipality_code);

CREATE INDEX template_item_orders ON meetings.template_item USING btree (district, orders_id, "position");

CREATE UNIQUE INDEX template_item_pkey ON meetings.template_item USING btree (district, id);

CREATE UNIQUE INDEX tenure_current ON people.tenure USING btree (district, office_id) WHERE (valid_to IS NULL);

CREATE INDEX tenure_history_district_id_recorded_from_idx ON people.tenure_history USING btree (district, id, recorded_from);

CREATE INDEX tenure_person ON people.tenure USING btree (district, person_id);

CREATE UNIQUE INDEX tenure_pkey ON people.tenure USING btree (district, id);

CREATE UNIQUE INDEX user_account_email_key ON sign_in.user_account USING btree (email);

CREATE UNIQUE INDEX user_account_pkey ON sign_in.user_account USING btree (id);

CREATE INDEX verification_expires ON sign_in.verification USING btree (expires_at);

CREATE INDEX verification_identifier ON sign_in.verification USING btree (identifier);

CREATE UNIQUE INDEX verification_pkey ON sign_in.verification USING btree (id);

CREATE UNIQUE INDEX vote_pkey ON meetings.vote USING btree (district, item_id, name);

CREATE UNIQUE INDEX year_draft_pkey ON meetings.year_draft USING btree (district, id);

alter table audit.chain enable row level security;

alter table audit.entry enable row level security;

alter table documents.file enable row level security;

alter table fora.annex_import enable row level security;

alter table fora.annex_import_entry enable row level security;

alter table fora.category enable row level security;

alter table fora.category_history enable row level security;

alter table fora.composition enable row level security;

alter table fora.forum enable row level security;

alter table fora.forum_group enable row level security;

alter table fora.forum_group_history enable row level security;

alter table fora.forum_history enable row level security;

alter table fora.forum_legal_reference enable row level security;

alter table fora.forum_legal_reference_history enable row level security;

alter table fora.interface enable row level security;

alter table fora.interface_history enable row level security;

alter table fora.legal_reference enable row level security;

alter table fora.legal_reference_history enable row level security;

alter table fora.meeting_day enable row level security;

alter table fora.network_place enable row level security;

alter table fora.seat enable row level security;

alter table fora.seat_history enable row level security;

alter table links.link enable row level security;

alter table mail.message enable row level security;

alter table meetings.action_point enable row level security;

alter table meetings.action_point_status enable row level security;

alter table meetings.addendum enable row level security;

alter table meetings.approval enable row level security;

alter table meetings.attendance enable row level security;

alter table meetings.calendar_feed enable row level security;

alter table meetings.closed_period enable row level security;

alter table meetings.closing_ground enable row level security;

alter table meetings.exclusion enable row level security;

alter table meetings.invitation enable row level security;

alter table meetings.item enable row level security;

alter table meetings.item_proposal enable row level security;

alter table meetings.meeting enable row level security;

alter table meetings.meeting_link enable row level security;

alter table meetings.minutes_comment enable row level security;

alter table meetings.opening enable row level security;

alter table meetings.outcome enable row level security;

alter table meetings.paper enable row level security;

alter table meetings.paper_version enable row level security;

alter table meetings.private_note enable row level security;

alter table meetings.standing_orders enable row level security;

alter table meetings.statement enable row level security;

alter table meetings.template_item enable row level security;

alter table meetings.vote enable row level security;

alter table meetings.year_draft enable row level security;

alter table notices.notice enable row level security;

alter table notices.preference enable row level security;

alter table people.district enable row level security;

alter table people.municipality enable row level security;

alter table people.municipality_district enable row level security;

alter table people.office enable row level security;

alter table people.office_history enable row level security;

alter table people.organisation enable row level security;

alter table people.organisation_history enable row level security;

alter table people.person enable row level security;

alter table people.person_history enable row level security;

alter table people.role_grant enable row level security;

alter table people.tenure enable row level security;

alter table people.tenure_history enable row level security;

alter table search.entry enable row level security;

alter table search.lexeme enable row level security;

alter table sign_in.attempt enable row level security;

alter table sign_in.credential enable row level security;

alter table sign_in.passkey enable row level security;

alter table sign_in.second_factor enable row level security;

alter table sign_in.session enable row level security;

alter table sign_in.user_account enable row level security;

alter table sign_in.verification enable row level security;

create policy reading on audit.chain as permissive for select using (true);

create policy excluded on audit.entry as restrictive for select using (
CASE subject_kind
    WHEN 'agendaItem'::text THEN (subject_id <> ALL ((( SELECT guard.excluded() AS excluded))::text[]))
    WHEN 'proposal'::text THEN ((guard.excluded() = '{}'::uuid[]) OR (EXISTS ( SELECT 1
       FROM meetings.item_proposal p
      WHERE ((p.district = entry.district) AND ((p.id)::text = entry.subject_id)))))
    ELSE true
END);

create policy in_charge on audit.entry as permissive for select using (((district = ( SELECT guard.district() AS district)) AND (( SELECT guard.leads() AS leads) <> '{}'::uuid[]) AND
CASE
    WHEN (subject_id !~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'::text) THEN false
    WHEN (subject_kind = 'agendaItem'::text) THEN (EXISTS ( SELECT 1
       FROM meetings.item i
      WHERE ((i.district = entry.district) AND (i.id = (entry.subject_id)::uuid) AND (i.forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])))))
    WHEN (subject_kind = 'meeting'::text) THEN (EXISTS ( SELECT 1
       FROM meetings.meeting m
      WHERE ((m.district = entry.district) AND (m.id = (entry.subject_id)::uuid) AND (m.forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])))))
    WHEN (subject_kind = 'forum'::text) THEN ((action ~~ 'orders.%'::text) AND (subject_id = ANY ((( SELECT guard.leads() AS leads))::text[])))
    ELSE false
END));

create policy reading on audit.entry as permissive for select using ((( SELECT guard.everywhere() AS everywhere) OR ((( SELECT guard.reach() AS reach) = 'all'::text) AND ((district = ( SELECT guard.district() AS district)) OR ((district = '-'::text) AND (subject_id IN ( SELECT g.account_id
   FROM people.role_grant g))) OR ((district = '-'::text) AND (subject_id IN ( SELECT p.account_id
   FROM people.person p
  WHERE (p.account_id IS NOT NULL))))))));

create policy district on documents.file as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on documents.file as permissive for all using ((( SELECT guard.reach() AS reach) = 'all'::text)) with check ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy in_charge on documents.file as permissive for insert using () with check (((( SELECT guard.leads() AS leads) <> '{}'::uuid[]) AND (stored_by = COALESCE(( SELECT guard.account() AS account), ''::text))));

create policy of_paper on documents.file as permissive for select using ((EXISTS ( SELECT 1
   FROM (meetings.paper_version v
     JOIN meetings.paper p ON (((p.district = v.district) AND (p.id = v.paper_id))))
  WHERE ((v.district = file.district) AND ((v.public_file_id = file.id) OR (((v.file_id = file.id) OR (v.preview_file_id = file.id)) AND ((p.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (p.meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[])))))))));

create policy district on fora.annex_import as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.annex_import as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy writing on fora.annex_import as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.annex_import_entry as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.annex_import_entry as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy writing on fora.annex_import_entry as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.category as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.category as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.category as permissive for select using (true);

create policy writing on fora.category as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.category_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.category_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.category_history as permissive for select using (true);

create policy district on fora.composition as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.composition as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.composition as permissive for select using (((forum_id IS NULL) OR (forum_id IN ( SELECT f.id
   FROM fora.forum f))));

create policy visited on fora.composition as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy writing on fora.composition as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy admitted on fora.forum as permissive for select using ((id = ANY (( SELECT ARRAY( SELECT m.forum_id
           FROM meetings.meeting m
          WHERE (m.id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))) AS "array")::uuid[])));

create policy district on fora.forum as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum as permissive for select using (((openness = 'public'::text) OR ((openness = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR (id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (municipality_code = ANY (( SELECT guard.municipalities() AS municipalities)::text[]))));

create policy writing on fora.forum as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum_group as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_group as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum_group as permissive for select using ((EXISTS ( SELECT 1
   FROM fora.forum f
  WHERE ((f.district = forum_group.district) AND (f.group_id = forum_group.id)))));

create policy visited on fora.forum_group as restrictive for select using (((( SELECT guard.visited() AS visited) = '{}'::uuid[]) OR (EXISTS ( SELECT 1
   FROM fora.forum f
  WHERE ((f.district = forum_group.district) AND (f.group_id = forum_group.id) AND (f.id <> ALL (( SELECT guard.visited() AS visited)::uuid[])))))));

create policy writing on fora.forum_group as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum_group_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_group_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy district on fora.forum_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum_history as permissive for select using (((openness = 'public'::text) OR ((openness = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR (id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (municipality_code = ANY (( SELECT guard.municipalities() AS municipalities)::text[]))));

create policy district on fora.forum_legal_reference as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_legal_reference as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum_legal_reference as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

create policy visited on fora.forum_legal_reference as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy writing on fora.forum_legal_reference as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum_legal_reference_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_legal_reference_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy district on fora.interface as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.interface as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.interface as permissive for select using ((((forum_id IN ( SELECT f.id
   FROM fora.forum f)) OR (group_id IN ( SELECT g.id
   FROM fora.forum_group g))) AND ((target_forum_id IS NULL) OR (target_forum_id IN ( SELECT f.id
   FROM fora.forum f)))));

create policy visited on fora.interface as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy visited_target on fora.interface as restrictive for select using (((target_forum_id IS NULL) OR (target_forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy writing on fora.interface as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.interface_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.interface_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.interface_history as permissive for select using ((((forum_id IN ( SELECT f.id
   FROM fora.forum f)) OR (group_id IN ( SELECT g.id
   FROM fora.forum_group g))) AND ((target_forum_id IS NULL) OR (target_forum_id IN ( SELECT f.id
   FROM fora.forum f)))));

create policy visited on fora.interface_history as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy visited_target on fora.interface_history as restrictive for select using (((target_forum_id IS NULL) OR (target_forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy district on fora.legal_reference as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.legal_reference as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.legal_reference as permissive for select using (true);

create policy writing on fora.legal_reference as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.legal_reference_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.legal_reference_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.legal_reference_history as permissive for select using (true);

create policy district on fora.meeting_day as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.meeting_day as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.meeting_day as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

create policy visited on fora.meeting_day as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy writing on fora.meeting_day as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.network_place as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.network_place as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.network_place as permissive for select using (true);

create policy writing on fora.network_place as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.seat as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.seat as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.seat as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

create policy visited on fora.seat as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy writing on fora.seat as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.seat_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.seat_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.seat_history as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

create policy visited on fora.seat_history as restrictive for select using (((forum_id IS NULL) OR (forum_id <> ALL (( SELECT guard.visited() AS visited)::uuid[]))));

create policy district on links.link as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on links.link as restrictive for all using (((from_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])) AND (to_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy reading on links.link as permissive for select using (((( SELECT guard.account() AS account) IS NOT NULL) OR (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy writing on links.link as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (( SELECT guard.leads() AS leads) <> '{}'::uuid[])));

create policy district on mail.message as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on mail.message as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])) OR (person_id = ( SELECT guard.person() AS person))));

create policy sending on mail.message as permissive for update using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy writing on mail.message as permissive for insert using () with check (((( SELECT guard.account() AS account) IS NOT NULL) OR (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy answering on meetings.action_point as permissive for update using (((owner_person_id = ( SELECT guard.person() AS person)) OR (owner_office_id = ANY (( SELECT guard.offices() AS offices)::uuid[]))));

create policy district on meetings.action_point as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.action_point as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.action_point as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.action_point as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))))));

create policy owner on meetings.action_point as permissive for select using (((owner_person_id = ( SELECT guard.person() AS person)) OR (owner_office_id = ANY (( SELECT guard.offices() AS offices)::uuid[]))));

create policy answering on meetings.action_point_status as permissive for insert using () with check ((EXISTS ( SELECT 1
   FROM meetings.action_point a
  WHERE ((a.district = action_point_status.district) AND (a.id = action_point_status.action_point_id) AND ((a.owner_person_id = ( SELECT guard.person() AS person)) OR (a.owner_office_id = ANY (( SELECT guard.offices() AS offices)::uuid[])) OR meetings.in_charge(a.forum_id))))));

create policy district on meetings.action_point_status as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy opened on meetings.action_point_status as permissive for select using ((EXISTS ( SELECT 1
   FROM meetings.action_point a
  WHERE ((a.district = action_point_status.district) AND (a.id = action_point_status.action_point_id)))));

create policy district on meetings.addendum as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.addendum as restrictive for all using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy in_charge on meetings.addendum as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.addendum as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))))));

create policy approving on meetings.approval as permissive for insert using () with check (((person_id = ( SELECT guard.person() AS person)) AND (forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) AND (EXISTS ( SELECT 1
   FROM meetings.meeting m
  WHERE ((m.district = approval.district) AND (m.id = approval.meeting_id) AND (m.state = 'circulated'::text))))));

create policy approving_anew on meetings.approval as permissive for update using ((person_id = ( SELECT guard.person() AS person))) with check (((person_id = ( SELECT guard.person() AS person)) AND (forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) AND (EXISTS ( SELECT 1
   FROM meetings.meeting m
  WHERE ((m.district = approval.district) AND (m.id = approval.meeting_id) AND (m.state = 'circulated'::text))))));

create policy district on meetings.approval as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.approval as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy in_charge on meetings.approval as permissive for delete using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy program on meetings.approval as permissive for insert using () with check (((( SELECT guard.reach() AS reach) = 'all'::text) AND (( SELECT guard.account() AS account) IS NULL)));

create policy sitting on meetings.approval as permissive for select using (((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))));

create policy district on meetings.attendance as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.attendance as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.attendance as restrictive for all using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy in_charge on meetings.attendance as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.attendance as permissive for select using (((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[])) OR ((item_id IS NULL) AND (EXISTS ( SELECT 1
   FROM meetings.meeting m
  WHERE ((m.district = attendance.district) AND (m.id = attendance.meeting_id) AND meetings.is_published_to_reader(m.*)))))));

create policy district on meetings.calendar_feed as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy own on meetings.calendar_feed as permissive for all using ((account_id = ( SELECT guard.account() AS account)));

create policy program on meetings.calendar_feed as permissive for all using (((( SELECT guard.reach() AS reach) = 'all'::text) AND (( SELECT guard.account() AS account) IS NULL)));

create policy district on meetings.closed_period as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on meetings.closed_period as permissive for select using (true);

create policy writing on meetings.closed_period as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on meetings.closing_ground as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on meetings.closing_ground as permissive for select using (true);

create policy writing on meetings.closing_ground as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on meetings.exclusion as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.exclusion as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.exclusion as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.exclusion as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy district on meetings.invitation as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.invitation as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy in_charge on meetings.invitation as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy own on meetings.invitation as permissive for update using (((person_id = ( SELECT guard.person() AS person)) AND (forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[]))));

create policy sitting on meetings.invitation as permissive for select using (((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))));

create policy district on meetings.item as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.item as restrictive for all using ((id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.item as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.item as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))))));

create policy district on meetings.item_proposal as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.item_proposal as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.item_proposal as restrictive for all using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy in_charge on meetings.item_proposal as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy own on meetings.item_proposal as permissive for select using ((account_id = ( SELECT guard.account() AS account)));

create policy proposing on meetings.item_proposal as permissive for insert using () with check (((account_id = ( SELECT guard.account() AS account)) AND (state = 'waiting'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (( SELECT guard.municipalities() AS municipalities) <> '{}'::text[]))));

create policy withdrawing on meetings.item_proposal as permissive for update using (((account_id = ( SELECT guard.account() AS account)) AND (state = 'waiting'::text))) with check (((account_id = ( SELECT guard.account() AS account)) AND (state = ANY (ARRAY['waiting'::text, 'withdrawn'::text]))));

create policy district on meetings.meeting as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy in_charge on meetings.meeting as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.meeting as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR (forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (municipality_code = ANY (( SELECT guard.municipalities() AS municipalities)::text[])) OR (id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))));

create policy district on meetings.meeting_link as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.meeting_link as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy in_charge on meetings.meeting_link as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy sitting on meetings.meeting_link as permissive for select using (((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))));

create policy commenting on meetings.minutes_comment as permissive for insert using () with check (((person_id = ( SELECT guard.person() AS person)) AND (forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) AND (answer = ''::text)));

create policy district on meetings.minutes_comment as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.minutes_comment as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.minutes_comment as restrictive for all using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy in_charge on meetings.minutes_comment as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy sitting on meetings.minutes_comment as permissive for select using (((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))));

create policy district on meetings.opening as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy in_charge on meetings.opening as permissive for all using ((EXISTS ( SELECT 1
   FROM meetings.meeting m
  WHERE ((m.district = opening.district) AND (m.id = opening.meeting_id) AND ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (m.forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])))))));

create policy opened on meetings.opening as permissive for select using ((EXISTS ( SELECT 1
   FROM meetings.meeting m
  WHERE ((m.district = opening.district) AND (m.id = opening.meeting_id)))));

create policy district on meetings.outcome as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.outcome as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.outcome as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.outcome as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))))));

create policy district on meetings.paper as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.paper as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.paper as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.paper as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[]))))));

create policy district on meetings.paper_version as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy in_charge on meetings.paper_version as permissive for all using ((EXISTS ( SELECT 1
   FROM meetings.paper p
  WHERE ((p.district = paper_version.district) AND (p.id = paper_version.paper_id) AND ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (p.forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])))))));

create policy opened on meetings.paper_version as permissive for select using ((EXISTS ( SELECT 1
   FROM meetings.paper p
  WHERE ((p.district = paper_version.district) AND (p.id = paper_version.paper_id) AND ((paper_version.public_file_id IS NOT NULL) OR (( SELECT guard.reach() AS reach) = 'all'::text) OR (p.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (p.meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[])))))));

create policy district on meetings.private_note as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on meetings.private_note as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy own on meetings.private_note as permissive for all using (((account_id = ( SELECT guard.account() AS account)) AND (EXISTS ( SELECT 1
   FROM meetings.item i
  WHERE ((i.district = private_note.district) AND (i.id = private_note.item_id) AND ((( SELECT guard.reach() AS reach) <> 'all'::text) OR ( SELECT guard.writes() AS writes) OR (i.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[]))))))));

create policy district on meetings.standing_orders as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy in_charge on meetings.standing_orders as permissive for all using ((forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])));

create policy reading on meetings.standing_orders as permissive for select using (true);

create policy writing on meetings.standing_orders as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on meetings.statement as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.statement as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.statement as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.statement as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.statement as permissive for select using ((EXISTS ( SELECT 1
   FROM meetings.outcome o
  WHERE ((o.district = statement.district) AND (o.item_id = statement.item_id)))));

create policy district on meetings.template_item as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy in_charge on meetings.template_item as permissive for all using ((EXISTS ( SELECT 1
   FROM meetings.standing_orders o
  WHERE ((o.district = template_item.district) AND (o.id = template_item.orders_id) AND (o.forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))))));

create policy reading on meetings.template_item as permissive for select using (true);

create policy writing on meetings.template_item as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on meetings.vote as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on meetings.vote as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy excluded on meetings.vote as restrictive for all using ((item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[])));

create policy in_charge on meetings.vote as permissive for all using (((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[]))));

create policy opened on meetings.vote as permissive for select using ((EXISTS ( SELECT 1
   FROM meetings.outcome o
  WHERE ((o.district = vote.district) AND (o.item_id = vote.item_id)))));

create policy district on meetings.year_draft as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on meetings.year_draft as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy writing on meetings.year_draft as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on notices.notice as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on notices.notice as restrictive for select using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy own on notices.notice as permissive for all using ((person_id = ( SELECT guard.person() AS person)));

create policy program on notices.notice as permissive for all using (((( SELECT guard.reach() AS reach) = 'all'::text) AND (( SELECT guard.account() AS account) IS NULL)));

create policy telling on notices.notice as permissive for insert using () with check ((( SELECT guard.account() AS account) IS NOT NULL));

create policy district on notices.preference as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy own on notices.preference as permissive for all using ((person_id = ( SELECT guard.person() AS person)));

create policy program on notices.preference as permissive for all using (((( SELECT guard.reach() AS reach) = 'all'::text) AND (( SELECT guard.account() AS account) IS NULL)));

create policy reading on people.district as permissive for select using (true);

create policy writing on people.district as permissive for all using (( SELECT guard.everywhere() AS everywhere));

create policy reading on people.municipality as permissive for select using (true);

create policy writing on people.municipality as permissive for all using (( SELECT guard.everywhere() AS everywhere));

create policy reading on people.municipality_district as permissive for select using (true);

create policy writing on people.municipality_district as permissive for all using (( SELECT guard.everywhere() AS everywhere));

create policy district on people.office as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on people.office as permissive for select using (true);

create policy writing on people.office as permissive for all using (( SELECT guard.writes() AS writes));

create policy seen on people.office_history as permissive for select using (((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))) AND (( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text]))));

create policy district on people.organisation as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on people.organisation as permissive for select using (true);

create policy writing on people.organisation as permissive for all using (( SELECT guard.writes() AS writes));

create policy seen on people.organisation_history as permissive for select using (((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))) AND (( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text]))));

create policy action_point_owner on people.person as permissive for select using (((( SELECT guard.reach() AS reach) = 'member'::text) AND (id IN ( SELECT a.owner_person_id
   FROM meetings.action_point a
  WHERE ((a.owner_person_id IS NOT NULL) AND (a.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])))))));

create policy district on people.person as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on people.person as permissive for select using (((( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text])) OR (account_id = ( SELECT guard.account() AS account)) OR ((( SELECT guard.reach() AS reach) = 'member'::text) AND ((id IN ( SELECT t.person_id
   FROM people.tenure t)) OR (id IN ( SELECT s.person_id
   FROM fora.seat s
  WHERE ((s.person_id IS NOT NULL) AND (s.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])))))))));

create policy writing on people.person as permissive for all using (( SELECT guard.writes() AS writes));

create policy seen on people.person_history as permissive for select using (((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))) AND (( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text]))));

create policy district on people.role_grant as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on people.role_grant as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (account_id = ( SELECT guard.account() AS account))));

create policy writing on people.role_grant as permissive for all using (( SELECT guard.writes() AS writes));

create policy district on people.tenure as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy reading on people.tenure as permissive for select using (((( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text])) OR ((( SELECT guard.reach() AS reach) = 'member'::text) AND (office_id IN ( SELECT s.office_id
   FROM fora.seat s
  WHERE ((s.office_id IS NOT NULL) AND (s.forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[]))))))));

create policy writing on people.tenure as permissive for all using (( SELECT guard.writes() AS writes));

create policy seen on people.tenure_history as permissive for select using (((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))) AND (( SELECT guard.reach() AS reach) = ANY (ARRAY['all'::text, 'partner'::text]))));

create policy district on search.entry as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy excluded on search.entry as restrictive for all using (((item_id IS NULL) OR (item_id <> ALL (( SELECT guard.excluded() AS excluded)::uuid[]))));

create policy opened on search.entry as permissive for select using (((( SELECT guard.reach() AS reach) = 'all'::text) OR (audience = 'public'::text) OR ((audience = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR ((audience <> 'leads'::text) AND ((forum_id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (meeting_id = ANY (( SELECT guard.admitted() AS admitted)::uuid[])))) OR (forum_id = ANY (( SELECT guard.leads() AS leads)::uuid[])) OR (municipality_code = ANY (( SELECT guard.municipalities() AS municipalities)::text[]))));

create policy signing_in on sign_in.attempt as permissive for all using (true);

create policy signing_in on sign_in.credential as permissive for all using (true);

create policy signing_in on sign_in.passkey as permissive for all using (true);

create policy signing_in on sign_in.second_factor as permissive for all using (true);

create policy signing_in on sign_in.session as permissive for all using (true);

create policy signing_in on sign_in.user_account as permissive for all using (true);

create policy signing_in on sign_in.verification as permissive for all using (true);

create view fora.category_as_of as
 SELECT category.district,
    category.id,
    category.number,
    category.name,
    category.version,
    category.recorded_from
   FROM fora.category
  WHERE (category.recorded_from <= guard.as_of())
UNION ALL
 SELECT category_history.district,
    category_history.id,
    category_history.number,
    category_history.name,
    category_history.version,
    category_history.recorded_from
   FROM fora.category_history
  WHERE ((category_history.recorded_from <= guard.as_of()) AND (category_history.recorded_to > guard.as_of()));

create view fora.forum_as_of as
 SELECT forum.district,
    forum.id,
    forum.slug,
    forum.name,
    forum.sort_name,
    forum.kind,
    forum.category_id,
    forum."position",
    forum.group_id,
    forum.parent_id,
    forum.level,
    forum.municipality_code,
    forum.topic,
    forum.legal_basis,
    forum.purpose,
    forum.action_plans,
    forum.interfaces,
    forum.participants,
    forum.cadence,
    forum.cadence_min,
    forum.cadence_max,
    forum.openness,
    forum.personal_data,
    forum.status,
    forum.status_since,
    forum.status_reason,
    forum.reviewed_on,
    forum.search_text,
    forum.version,
    forum.recorded_from
   FROM fora.forum
  WHERE (forum.recorded_from <= guard.as_of())
UNION ALL
 SELECT forum_history.district,
    forum_history.id,
    forum_history.slug,
    forum_history.name,
    forum_history.sort_name,
    forum_history.kind,
    forum_history.category_id,
    forum_history."position",
    forum_history.group_id,
    forum_history.parent_id,
    forum_history.level,
    forum_history.municipality_code,
    forum_history.topic,
    forum_history.legal_basis,
    forum_history.purpose,
    forum_history.action_plans,
    forum_history.interfaces,
    forum_history.participants,
    forum_history.cadence,
    forum_history.cadence_min,
    forum_history.cadence_max,
    forum_history.openness,
    forum_history.personal_data,
    forum_history.status,
    forum_history.status_since,
    forum_history.status_reason,
    forum_history.reviewed_on,
    forum_history.search_text,
    forum_history.version,
    forum_history.recorded_from
   FROM fora.forum_history
  WHERE ((forum_history.recorded_from <= guard.as_of()) AND (forum_history.recorded_to > guard.as_of()));

create view fora.forum_group_as_of as
 SELECT forum_group.district,
    forum_group.id,
    forum_group.category_id,
    forum_group."position",
    forum_group.name,
    forum_group.sort_name,
    forum_group.topic,
    forum_group.legal_basis,
    forum_group.purpose,
    forum_group.action_plans,
    forum_group.interfaces,
    forum_group.participants,
    forum_group.cadence,
    forum_group.version,
    forum_group.recorded_from
   FROM fora.forum_group
  WHERE (forum_group.recorded_from <= guard.as_of())
UNION ALL
 SELECT forum_group_history.district,
    forum_group_history.id,
    forum_group_history.category_id,
    forum_group_history."position",
    forum_group_history.name,
    forum_group_history.sort_name,
    forum_group_history.topic,
    forum_group_history.legal_basis,
    forum_group_history.purpose,
    forum_group_history.action_plans,
    forum_group_history.interfaces,
    forum_group_history.participants,
    forum_group_history.cadence,
    forum_group_history.version,
    forum_group_history.recorded_from
   FROM fora.forum_group_history
  WHERE ((forum_group_history.recorded_from <= guard.as_of()) AND (forum_group_history.recorded_to > guard.as_of()));

create view fora.forum_legal_reference_as_of as
 SELECT forum_legal_reference.district,
    forum_legal_reference.id,
    forum_legal_reference.forum_id,
    forum_legal_reference.legal_reference_id,
    forum_legal_reference.recorded_from
   FROM fora.forum_legal_reference
  WHERE (forum_legal_reference.recorded_from <= guard.as_of())
UNION ALL
 SELECT forum_legal_reference_history.district,
    forum_legal_reference_history.id,
    forum_legal_reference_history.forum_id,
    forum_legal_reference_history.legal_reference_id,
    forum_legal_reference_history.recorded_from
   FROM fora.forum_legal_reference_history
  WHERE ((forum_legal_reference_history.recorded_from <= guard.as_of()) AND (forum_legal_reference_history.recorded_to > guard.as_of()));

create view fora.interface_as_of as
 SELECT interface.district,
    interface.id,
    interface.forum_id,
    interface.group_id,
    interface.words,
    interface.target_forum_id,
    interface.target_group_id,
    interface.confidence,
    interface.version,
    interface.recorded_from
   FROM fora.interface
  WHERE (interface.recorded_from <= guard.as_of())
UNION ALL
 SELECT interface_history.district,
    interface_history.id,
    interface_history.forum_id,
    interface_history.group_id,
    interface_history.words,
    interface_history.target_forum_id,
    interface_history.target_group_id,
    interface_history.confidence,
    interface_history.version,
    interface_history.recorded_from
   FROM fora.interface_history
  WHERE ((interface_history.recorded_from <= guard.as_of()) AND (interface_history.recorded_to > guard.as_of()));

create view fora.legal_reference_as_of as
 SELECT legal_reference.district,
    legal_reference.id,
    legal_reference.act,
    legal_reference.paragraph,
    legal_reference.subject,
    legal_reference.source,
    legal_reference.valid_from,
    legal_reference.valid_to,
    legal_reference.checked_on,
    legal_reference.version,
    legal_reference.recorded_from
   FROM fora.legal_reference
  WHERE (legal_reference.recorded_from <= guard.as_of())
UNION ALL
 SELECT legal_reference_history.district,
    legal_reference_history.id,
    legal_reference_history.act,
    legal_reference_history.paragraph,
    legal_reference_history.subject,
    legal_reference_history.source,
    legal_reference_history.valid_from,
    legal_reference_history.valid_to,
    legal_reference_history.checked_on,
    legal_reference_history.version,
    legal_reference_history.recorded_from
   FROM fora.legal_reference_history
  WHERE ((legal_reference_history.recorded_from <= guard.as_of()) AND (legal_reference_history.recorded_to > guard.as_of()));

create view fora.seat_as_of as
 SELECT seat.district,
    seat.id,
    seat.forum_id,
    seat.office_id,
    seat.organisation_id,
    seat.person_id,
    seat.role,
    seat.party,
    seat.appointed_by,
    seat.term_ends,
    seat.valid_from,
    seat.valid_to,
    seat.version,
    seat.recorded_from
   FROM fora.seat
  WHERE (seat.recorded_from <= guard.as_of())
UNION ALL
 SELECT seat_history.district,
    seat_history.id,
    seat_history.forum_id,
    seat_history.office_id,
    seat_history.organisation_id,
    seat_history.person_id,
    seat_history.role,
    seat_history.party,
    seat_history.appointed_by,
    seat_history.term_ends,
    seat_history.valid_from,
    seat_history.valid_to,
    seat_history.version,
    seat_history.recorded_from
   FROM fora.seat_history
  WHERE ((seat_history.recorded_from <= guard.as_of()) AND (seat_history.recorded_to > guard.as_of()));

create view people.office_as_of as
 SELECT office.district,
    office.id,
    office.title,
    office.sort_title,
    office.organisation_id,
    office.municipality_code,
    office.valid_from,
    office.valid_to,
    office.version,
    office.recorded_from
   FROM people.office
  WHERE (office.recorded_from <= guard.as_of())
UNION ALL
 SELECT office_history.district,
    office_history.id,
    office_history.title,
    office_history.sort_title,
    office_history.organisation_id,
    office_history.municipality_code,
    office_history.valid_from,
    office_history.valid_to,
    office_history.version,
    office_history.recorded_from
   FROM people.office_history
  WHERE ((office_history.recorded_from <= guard.as_of()) AND (office_history.recorded_to > guard.as_of()));

create view people.organisation_as_of as
 SELECT organisation.district,
    organisation.id,
    organisation.name,
    organisation.sort_name,
    organisation.kind,
    organisation.purpose,
    organisation.municipality_code,
    organisation.parent_id,
    organisation.valid_from,
    organisation.valid_to,
    organisation.version,
    organisation.recorded_from
   FROM people.organisation
  WHERE (organisation.recorded_from <= guard.as_of())
UNION ALL
 SELECT organisation_history.district,
    organisation_history.id,
    organisation_history.name,
    organisation_history.sort_name,
    organisation_history.kind,
    organisation_history.purpose,
    organisation_history.municipality_code,
    organisation_history.parent_id,
    organisation_history.valid_from,
    organisation_history.valid_to,
    organisation_history.version,
    organisation_history.recorded_from
   FROM people.organisation_history
  WHERE ((organisation_history.recorded_from <= guard.as_of()) AND (organisation_history.recorded_to > guard.as_of()));

create view people.person_as_of as
 SELECT person.district,
    person.id,
    person.name,
    person.sort_name,
    person.email,
    person.account_id,
    person.version,
    person.recorded_from
   FROM people.person
  WHERE (person.recorded_from <= guard.as_of())
UNION ALL
 SELECT person_history.district,
    person_history.id,
    person_history.name,
    person_history.sort_name,
    person_history.email,
    person_history.account_id,
    person_history.version,
    person_history.recorded_from
   FROM people.person_history
  WHERE ((person_history.recorded_from <= guard.as_of()) AND (person_history.recorded_to > guard.as_of()));

create view people.tenure_as_of as
 SELECT tenure.district,
    tenure.id,
    tenure.office_id,
    tenure.person_id,
    tenure.valid_from,
    tenure.valid_to,
    tenure.version,
    tenure.recorded_from
   FROM people.tenure
  WHERE (tenure.recorded_from <= guard.as_of())
UNION ALL
 SELECT tenure_history.district,
    tenure_history.id,
    tenure_history.office_id,
    tenure_history.person_id,
    tenure_history.valid_from,
    tenure_history.valid_to,
    tenure_history.version,
    tenure_history.recorded_from
   FROM people.tenure_history
  WHERE ((tenure_history.recorded_from <= guard.as_of()) AND (tenure_history.recorded_to > guard.as_of()));

CREATE OR REPLACE FUNCTION audit.hash_of(e audit.entry)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select encode(sha256(convert_to(string_agg(length(part)::text || ':' || part, '|' order by place), 'UTF8')), 'hex')
  from unnest(array[e.previous_hash, e.district, e.number::text, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'),
    coalesce(e.account_id, ''), e.actor_name, e.request_id, e.action, e.subject_kind, e.subject_id, e.subject_name, e.changes::text])
    with ordinality as parts(part, place)
$function$
;

CREATE OR REPLACE FUNCTION audit.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'The log is append-only' using errcode = 'insufficient_privilege';
end $function$
;

CREATE OR REPLACE FUNCTION audit.write(p_district text, p_action text, p_subject_kind text, p_subject_id text, p_subject_name text, p_changes jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION guard.account()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select guard.actor() ->> 'account' $function$
;

CREATE OR REPLACE FUNCTION guard.actor()
 RETURNS jsonb
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(nullif(current_setting('samvirk.actor', true), ''), '{}')::jsonb $function$
;

CREATE OR REPLACE FUNCTION guard.admitted()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array(select i.meeting_id from meetings.invitation i where i.district = guard.district()
    and i.deputy_person_id = guard.person() and i.reply = 'deputy' and i.removed_at is null), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.as_of()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((guard.actor() ->> 'asOf')::timestamptz, 'infinity') $function$
;

CREATE OR REPLACE FUNCTION guard.district()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select guard.actor() ->> 'district' $function$
;

CREATE OR REPLACE FUNCTION guard.everywhere()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select guard.actor() ->> 'district' = '*' $function$
;

CREATE OR REPLACE FUNCTION guard.excluded()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(array(select x.item_id from meetings.exclusion x where x.district = guard.district() and x.person_id = guard.person()), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.fora()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'fora')::uuid), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.keep_history()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  execute format('insert into %1$I.%2$I select * from jsonb_populate_record(null::%1$I.%2$I, $1)', tg_table_schema, tg_table_name || '_history')
    using to_jsonb(old) || jsonb_build_object('recorded_to', greatest(guard.now(), old.recorded_from));
  if tg_op = 'DELETE' then return old; end if;
  new.recorded_from := greatest(guard.now(), old.recorded_from);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION guard.leads()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'leads')::uuid), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.municipalities()
 RETURNS text[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'municipalities')), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.now()
 RETURNS timestamp with time zone
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((guard.actor() ->> 'now')::timestamptz, now()) $function$
;

CREATE OR REPLACE FUNCTION guard.offices()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$
  select coalesce(array(select jsonb_array_elements_text(guard.actor() -> 'offices')::uuid), '{}') $function$
;

CREATE OR REPLACE FUNCTION guard.person()
 RETURNS uuid
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select (guard.actor() ->> 'person')::uuid $function$
;

CREATE OR REPLACE FUNCTION guard.reach()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(guard.actor() ->> 'reach', 'none') $function$
;

CREATE OR REPLACE FUNCTION guard.visited()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE PARALLEL SAFE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  -- Each is asked once by a query of its own; else it would be asked again for every meeting.
  select coalesce(array(select f.id from unnest((select guard.admitted())) as a(meeting_id)
    join meetings.meeting m on m.district = (select guard.district()) and m.id = a.meeting_id
    join fora.forum f on f.district = m.district and f.id = m.forum_id
    where (select guard.reach()) <> 'all' and f.openness <> 'public' and not (f.openness = 'partners' and (select guard.reach()) = 'partner')
      and f.id <> all ((select guard.fora())::uuid[])
      and (f.municipality_code is null or f.municipality_code <> all ((select guard.municipalities())::text[]))), '{}') $function$
;

CREATE OR REPLACE PROCEDURE guard.with_history(IN place text, IN name text)
 LANGUAGE plpgsql
AS $procedure$
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
end $procedure$
;

CREATE OR REPLACE FUNCTION guard.writes()
 RETURNS boolean
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce((guard.actor() ->> 'writes')::boolean, false) $function$
;

CREATE OR REPLACE FUNCTION meetings.audience_of(rank integer)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select (array['leads', 'members', 'partners', 'public'])[rank + 1] $function$
;

CREATE OR REPLACE FUNCTION meetings.changed_since(a meetings.approval)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select array(select part from unnest(case when (select m.state from meetings.meeting m where m.district = a.district and m.id = a.meeting_id) = 'circulated'
    then meetings.parts_changed(a) else a.changed end) part where part <> all ((select guard.excluded())::text[])) $function$
;

CREATE OR REPLACE FUNCTION meetings.closed_items(p_meeting uuid)
 RETURNS TABLE(number integer, ground text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select m.first_item_number + i.position - 1, coalesce(g.name, '')
  from meetings.meeting m join meetings.item i on i.district = m.district and i.meeting_id = m.id
  left join meetings.closing_ground g on g.district = i.district and g.id = i.ground_id
  where m.id = p_meeting and m.district = guard.district() and i.openness = 'closed' and i.id <> all ((select guard.excluded())::uuid[])
    and (meetings.is_published_to_reader(m) or guard.reach() = 'all' or m.forum_id = any (guard.fora()) or m.id = any (guard.admitted()))
  order by i.position $function$
;

CREATE OR REPLACE FUNCTION meetings.decisions_with(p_words text)
 RETURNS TABLE(item_id uuid)
 LANGUAGE sql
 STABLE SECURITY DEFINER ROWS 10000
 SET search_path TO 'pg_catalog'
AS $function$
  select o.item_id from meetings.outcome o where o.district = guard.district()
    and o.lexemes @@ (to_tsquery('danish', p_words) && quote_literal('@' || guard.district())::tsquery) $function$
;

CREATE OR REPLACE FUNCTION meetings.deputy_named()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform meetings.keep_deputies_out(new.district, new.meeting_id, null, new.person_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.drop_public_copy()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from documents.file where district = old.district and id = old.public_file_id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.hand_task(p_task uuid, p_version integer, p_person uuid, p_office uuid)
 RETURNS boolean
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  with handed as (update meetings.action_point a set owner_person_id = p_person, owner_office_id = p_office, version = a.version + 1
    where a.district = guard.district() and a.id = p_task and a.version = p_version and a.item_id <> all (guard.excluded())
      and (a.owner_person_id = guard.person() or a.owner_office_id = any (guard.offices()) or a.forum_id = any (guard.leads())
        or (guard.writes() and guard.reach() = 'all'))
      and not meetings.is_kept_out(a.item_id, p_person, p_office, (guard.now() at time zone 'Europe/Copenhagen')::date)
    returning 1)
  select exists (select 1 from handed) $function$
;

CREATE OR REPLACE FUNCTION meetings.holder_of(p_office uuid, p_day date)
 RETURNS uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select t.person_id from people.tenure t where t.district = guard.district() and t.office_id = p_office
    and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day) limit 1 $function$
;

CREATE OR REPLACE FUNCTION meetings.in_charge(p_forum uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select (guard.writes() and guard.reach() = 'all') or p_forum = any (guard.leads()) $function$
;

CREATE OR REPLACE FUNCTION meetings.is_kept_out(p_item uuid, p_person uuid, p_office uuid, p_day date)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select exists (select 1 from meetings.exclusion x where x.district = guard.district() and x.item_id = p_item
    and (x.person_id = p_person or x.person_id in (select t.person_id from people.tenure t where t.district = x.district and t.office_id = p_office
      and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day)))) $function$
;

CREATE OR REPLACE FUNCTION meetings.is_published_to_reader(m meetings.meeting)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select m.state = 'published' and (m.audience = 'public' and m.published_to = 'public'
    or m.audience in ('partners', 'public') and guard.reach() = 'partner') $function$
;

CREATE OR REPLACE FUNCTION meetings.item_placed()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform meetings.keep_deputies_out(new.district, new.meeting_id, new.id, null);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.item_rank(m meetings.meeting, i meetings.item)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when m.id is null or m.state = 'draft' or (m.state = 'cancelled' and m.summoned_at is null) then 0 when i.openness = 'closed' then 1 else meetings.rank_of(m.audience) end $function$
;

CREATE OR REPLACE FUNCTION meetings.items_in_year(p_forum uuid, p_year integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select count(*)::integer from meetings.item i join meetings.meeting m on m.district = i.district and m.id = i.meeting_id
  where m.district = guard.district() and m.forum_id = p_forum and meetings.in_charge(p_forum) and m.number is not null
    and extract(year from m.on_day) = p_year $function$
;

CREATE OR REPLACE FUNCTION meetings.keep_deputies_out(p_district text, p_meeting uuid, p_item uuid, p_person uuid)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into meetings.exclusion (district, item_id, forum_id, person_id, reason, noted_by)
  select x.district, x.item_id, x.forum_id, v.deputy_person_id, x.reason, x.noted_by
  from meetings.item i join meetings.exclusion x on x.district = i.district and x.item_id = i.id
  join meetings.invitation v on v.district = i.district and v.meeting_id = i.meeting_id and v.person_id = x.person_id
  where i.district = p_district and i.meeting_id = p_meeting and (p_item is null or i.id = p_item) and (p_person is null or x.person_id = p_person)
    and v.reply = 'deputy' and v.removed_at is null and v.deputy_person_id is not null
  on conflict do nothing $function$
;

CREATE OR REPLACE FUNCTION meetings.leads_of(p_forum uuid, p_day date)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(s.person_id, t.person_id) from fora.seat s left join people.tenure t on t.district = s.district and t.office_id = s.office_id
    and t.valid_from <= p_day and (t.valid_to is null or t.valid_to > p_day)
  where s.district = guard.district() and s.forum_id = p_forum and s.role in ('chair', 'viceChair', 'secretary')
    and s.valid_from <= p_day and (s.valid_to is null or s.valid_to > p_day) and coalesce(s.person_id, t.person_id) is not null $function$
;

CREATE OR REPLACE FUNCTION meetings.mark_approval()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  new.marks := meetings.minutes_marks(new.district, new.meeting_id, new.person_id);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.member_excluded()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform meetings.keep_deputies_out(new.district, (select i.meeting_id from meetings.item i where i.district = new.district and i.id = new.item_id),
    new.item_id, new.person_id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.minutes_before(p_district text, p_meeting uuid, p_position integer)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(sum(i.minutes), 0)::integer from meetings.item i
  where i.district = p_district and i.meeting_id = p_meeting and i.position < p_position $function$
;

CREATE OR REPLACE FUNCTION meetings.minutes_mark(p_district text, p_meeting uuid, p_person uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select md5(meetings.minutes_marks(p_district, p_meeting, p_person)::text) $function$
;

CREATE OR REPLACE FUNCTION meetings.minutes_marks(p_district text, p_meeting uuid, p_person uuid)
 RETURNS jsonb
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
  where m.district = p_district and m.id = p_meeting $function$
;

CREATE OR REPLACE FUNCTION meetings.next_addendum(p_meeting uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select coalesce(max(a.number), 0) + 1 from meetings.addendum a where a.district = guard.district() and a.meeting_id = p_meeting $function$
;

CREATE OR REPLACE FUNCTION meetings.next_sequence(of_meeting uuid)
 RETURNS integer
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  update meetings.meeting m set sequence = m.sequence + 1 where m.district = guard.district() and m.id = of_meeting
    and (((guard.writes()) and guard.reach() = 'all') or m.forum_id = any (guard.leads()) or exists (select 1 from meetings.invitation i
      where i.district = m.district and i.meeting_id = m.id and i.person_id = guard.person() and i.removed_at is null))
  returning m.sequence $function$
;

CREATE OR REPLACE FUNCTION meetings.note_meeting_day()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from fora.meeting_day where district = new.district and meeting_id = new.id;
  if new.state <> 'cancelled' and new.kind in ('ordinary', 'extraordinary') then
    -- A day that was noted by hand becomes this meeting's day, so that it is counted once.
    delete from fora.meeting_day where district = new.district and forum_id = new.forum_id and on_day = new.on_day and meeting_id is null;
    insert into fora.meeting_day (district, forum_id, on_day, meeting_id, held)
      values (new.district, new.forum_id, new.on_day, new.id, new.state not in ('draft', 'summoned'));
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.outcome_rank(m meetings.meeting, open boolean)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$
  select case when m.state not in ('circulated', 'approved', 'published') then 0
    when m.state = 'published' and open then least(meetings.rank_of(m.audience), meetings.rank_of(m.published_to)) else 1 end $function$
;

CREATE OR REPLACE FUNCTION meetings.parts_changed(a meetings.approval)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select array(select coalesce(was.key, now.key) from jsonb_each(a.marks) was
    full join jsonb_each(meetings.minutes_marks(a.district, a.meeting_id, a.person_id)) now on now.key = was.key
    where was.value is distinct from now.value order by 1) $function$
;

CREATE OR REPLACE FUNCTION meetings.rank_of(openness text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
AS $function$
  select case openness when 'public' then 3 when 'partners' then 2 else 1 end $function$
;

CREATE OR REPLACE FUNCTION meetings.refuse_addendum()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_op <> 'INSERT' or not exists (select 1 from meetings.meeting m where m.district = new.district and m.id = new.meeting_id
    and m.forum_id = new.forum_id and m.state in ('approved', 'published')) then
    raise exception 'The minutes are locked' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.refuse_beyond()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if row_security_active(tg_relid) and not meetings.in_charge(old.forum_id)
    and (to_jsonb(new) - tg_argv::text[]) is distinct from (to_jsonb(old) - tg_argv::text[]) then
    raise exception 'Only those in charge may change this' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.refuse_kept_out()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if meetings.is_kept_out(new.item_id, new.owner_person_id, new.owner_office_id, (guard.now() at time zone 'Europe/Copenhagen')::date) then
    raise exception 'The owner is kept out of the item' using errcode = 'check_violation', constraint = 'owner_kept_out';
  end if;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.refuse_locked_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if old.state in ('approved', 'published') and (tg_op = 'DELETE' or new.state not in ('approved', 'published')
    or (new.forum_id, new.kind, new.title, new.on_day, new.starts, new.ends, new.place, new.host, new.number, new.first_item_number,
      new.held_at, new.approved_at, new.approved_how) is distinct from (old.forum_id, old.kind, old.title, old.on_day, old.starts, old.ends,
      old.place, old.host, old.number, old.first_item_number, old.held_at, old.approved_at, old.approved_how)) then
    raise exception 'The minutes are locked' using errcode = 'check_violation', constraint = 'minutes_locked';
  end if;
  return coalesce(new, old);
end $function$
;

CREATE OR REPLACE FUNCTION meetings.refuse_when_locked()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION meetings.renumber(p_district text, p_meeting uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if not (guard.everywhere() or guard.district() = p_district) or not exists (select 1 from meetings.meeting m
    where m.district = p_district and m.id = p_meeting and meetings.in_charge(m.forum_id)) then return; end if;
  update meetings.item i set position = o.place
  from (select x.id, row_number() over (order by x.position, x.id) as place from meetings.item x
    where x.district = p_district and x.meeting_id = p_meeting) o
  where i.district = p_district and i.id = o.id and i.position <> o.place;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.send_on(p_item uuid, p_forum uuid, p_reason text)
 RETURNS uuid
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION meetings.set_item_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare m meetings.meeting;
begin
  select * into m from meetings.meeting where district = new.district and id = new.meeting_id;
  new.audience := meetings.audience_of(meetings.item_rank(m, new));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.set_meeting_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION meetings.set_outcome_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare m meetings.meeting; opened boolean;
begin
  select * into m from meetings.meeting where district = new.district and id = new.meeting_id;
  select i.openness = 'open' into opened from meetings.item i where i.district = new.district and i.id = new.item_id;
  if tg_table_name = 'addendum' then opened := coalesce(opened, true) and to_jsonb(new) ->> 'openness' = 'open'; end if;
  new.audience := meetings.audience_of(meetings.outcome_rank(m, coalesce(opened, false)));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.set_outcome_lexemes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare title text;
begin
  select i.title into title from meetings.item i where i.district = new.district and i.id = new.item_id;
  new.lexemes := to_tsvector('danish', concat_ws(' ', title, new.decision, new.discussion)) || array_to_tsvector(array['@' || new.district]);
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.set_paper_audience()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare m meetings.meeting; i meetings.item;
begin
  select * into i from meetings.item where district = new.district and id = new.item_id;
  select * into m from meetings.meeting where district = i.district and id = i.meeting_id;
  new.forum_id := i.forum_id;
  new.meeting_id := i.meeting_id;
  new.audience := meetings.audience_of(least(meetings.item_rank(m, i),
    case when new.removed_at is not null then 0 when new.openness = 'open' then 3 else 1 end));
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.settle_approvals()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update meetings.approval a set changed = meetings.parts_changed(a) where a.district = new.district and a.meeting_id = new.id;
  return new;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.spread_forum()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update meetings.meeting set municipality_code = new.municipality_code, audience = audience where district = new.district and forum_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.spread_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  update meetings.paper set audience = audience where district = new.district and item_id = new.id;
  update meetings.outcome set audience = audience where district = new.district and item_id = new.id;
  update meetings.action_point set audience = audience where district = new.district and item_id = new.id;
  update meetings.addendum set audience = audience where district = new.district and item_id = new.id;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION meetings.spread_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION meetings.tell_followers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION meetings.withheld_items(p_meeting uuid)
 RETURNS TABLE(number integer)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select m.first_item_number + i.position - 1
  from meetings.meeting m join meetings.item i on i.district = m.district and i.meeting_id = m.id
  where m.id = p_meeting and m.district = guard.district() and i.id = any ((select guard.excluded())::uuid[])
    and (guard.reach() = 'all' or m.forum_id = any (guard.leads()))
  order by i.position $function$
;

CREATE OR REPLACE FUNCTION notices.languages_of(persons uuid[])
 RETURNS TABLE(person_id uuid, language text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select p.person_id, p.language from notices.preference p where p.district = guard.district() and p.person_id = any (persons) $function$
;

CREATE OR REPLACE FUNCTION search.alike(p_word text)
 RETURNS text[]
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public'
AS $function$
  select coalesce(array(select l.word from search.lexeme l where l.word % p_word and length(p_word) >= 4
    order by similarity(l.word, p_word) desc, l.word limit 3), '{}')
  || coalesce(array(select l.word from search.lexeme l where l.word like '%' || p_word || '%' and length(p_word) >= 5
    order by length(l.word), l.word limit 12), '{}') $function$
;

CREATE OR REPLACE FUNCTION search.forget()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  delete from search.entry where district = old.district and (subject_id = old.id or item_id = old.id or meeting_id = old.id);
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.found(p_query tsquery)
 RETURNS TABLE(kind text, subject_id uuid, part integer, forum_id uuid, on_day date, rank real)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  select e.kind, e.subject_id, e.part, e.forum_id, e.on_day,
    -- Meetings are called after their forum, so each of them would stand beside it.
    ts_rank(e.lexemes, p_query) * (case e.kind when 'meeting' then 0.4 else 1 end)::real from search.entry e
  where e.lexemes @@ (p_query && quote_literal('@' || guard.district())::tsquery) and e.district = guard.district()
    and ((select guard.reach()) = 'all' or e.audience = 'public' or (e.audience = 'partners' and (select guard.reach()) = 'partner')
      or (e.audience <> 'leads' and (e.forum_id = any ((select guard.fora())::uuid[]) or e.meeting_id = any ((select guard.admitted())::uuid[])))
      or e.forum_id = any ((select guard.leads())::uuid[]) or e.municipality_code = any ((select guard.municipalities())::text[]))
    and (e.item_id is null or e.item_id <> all ((select guard.excluded())::uuid[])) $function$
;

CREATE OR REPLACE FUNCTION search.keep_lexemes()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  insert into search.lexeme select w from unnest(tsvector_to_array(new.lexemes)) as w where w ~ '^[[:alpha:]]{4,40}$' on conflict do nothing;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.note_paper()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  if tg_table_name = 'paper_version' then perform search.put_paper(new.district, new.paper_id);
  elsif tg_op = 'UPDATE' and old.title = new.title and old.removed_at is not distinct from new.removed_at then
    update search.entry set audience = new.audience, forum_id = new.forum_id, meeting_id = new.meeting_id,
        on_day = (select m.on_day from meetings.meeting m where m.district = new.district and m.id = new.meeting_id)
      where district = new.district and kind = 'paper' and subject_id = new.id;
  else perform search.put_paper(new.district, new.id);
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.put(p_district text, p_kind text, p_subject uuid, p_part integer, p_forum uuid, p_municipality text, p_meeting uuid, p_item uuid, p_audience text, p_day date, p_title text, p_words text)
 RETURNS void
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
  insert into search.entry (district, kind, subject_id, part, forum_id, municipality_code, meeting_id, item_id, audience, on_day, title, words)
  values (p_district, p_kind, p_subject, p_part, p_forum, p_municipality, p_meeting, p_item, p_audience, p_day, p_title, p_words)
  on conflict (district, kind, subject_id, part) do update set forum_id = p_forum, municipality_code = p_municipality, meeting_id = p_meeting,
    item_id = p_item, audience = p_audience, on_day = p_day, title = p_title, words = p_words $function$
;

CREATE OR REPLACE FUNCTION search.put_decision()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION search.put_forum()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform search.put(new.district, 'forum', new.id, 0, new.id, new.municipality_code, null, null, case new.openness when 'closed' then 'members' else new.openness end,
    null, new.name, concat_ws(' ', new.topic, new.purpose, new.participants));
  -- Meetings without a title of their own are called after the forum.
  if tg_op = 'UPDATE' and old.name <> new.name then
    update search.entry e set title = new.name from meetings.meeting m where e.district = new.district and e.forum_id = new.id and e.kind = 'meeting'
      and m.district = e.district and m.id = e.subject_id and m.title = '';
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.put_item()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare on_day date;
begin
  select m.on_day into on_day from meetings.meeting m where m.district = new.district and m.id = new.meeting_id;
  perform search.put(new.district, 'item', new.id, 0, new.forum_id, null, new.meeting_id, new.id, new.audience, on_day, new.title,
    concat_ws(' · ', nullif(new.body, ''), nullif(new.recommendation, ''), nullif(new.concerns, ''), nullif(new.presenter, '')));
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.put_meeting()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
declare forum_name text;
begin
  select f.name into forum_name from fora.forum f where f.district = new.district and f.id = new.forum_id;
  perform search.put(new.district, 'meeting', new.id, 0, new.forum_id, new.municipality_code, new.id, null, new.audience, new.on_day,
    case when new.title = '' then forum_name else new.title end, new.host);
  if tg_op = 'UPDATE' and old.on_day <> new.on_day then
    update search.entry set on_day = new.on_day where district = new.district and meeting_id = new.id and kind in ('item', 'paper');
  end if;
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION search.put_paper(p_district text, p_paper uuid)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION search.put_task()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
begin
  perform search.put(new.district, 'task', new.id, 0, new.forum_id, null, new.meeting_id, new.item_id, new.audience, new.due_on, new.title, '');
  return null;
end $function$
;

CREATE OR REPLACE FUNCTION sign_in.session_of(p_token text, OUT account_id text, OUT session_id text, OUT name text, OUT email text, OUT second_factor boolean)
 RETURNS SETOF record
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog'
AS $function$
#variable_conflict use_column
begin
  return query select a.id, s.id, a.name, a.email, a.two_factor_enabled
    from sign_in.session s join sign_in.user_account a on a.id = s.user_id
    where s.token = p_token and s.expires_at > now() and a.disabled_at is null;
end $function$
;

CREATE TRIGGER append_only BEFORE DELETE OR UPDATE ON audit.entry FOR EACH ROW EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.entry FOR EACH STATEMENT EXECUTE FUNCTION audit.refuse_change();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.category FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER forgotten AFTER DELETE ON fora.forum FOR EACH ROW EXECUTE FUNCTION search.forget();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON fora.forum FOR EACH ROW EXECUTE FUNCTION search.put_forum();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER spread AFTER UPDATE ON fora.forum FOR EACH ROW WHEN (((old.openness IS DISTINCT FROM new.openness) OR (old.municipality_code IS DISTINCT FROM new.municipality_code))) EXECUTE FUNCTION meetings.spread_forum();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum_group FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum_legal_reference FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.interface FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.legal_reference FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.seat FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.action_point FOR EACH ROW EXECUTE FUNCTION meetings.set_outcome_audience();

CREATE TRIGGER forgotten AFTER DELETE ON meetings.action_point FOR EACH ROW EXECUTE FUNCTION search.forget();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON meetings.action_point FOR EACH ROW EXECUTE FUNCTION search.put_task();

CREATE TRIGGER kept_out BEFORE INSERT OR UPDATE OF owner_person_id, owner_office_id ON meetings.action_point FOR EACH ROW EXECUTE FUNCTION meetings.refuse_kept_out();

CREATE TRIGGER locked BEFORE DELETE OR UPDATE OF title, item_id, agreed_person, agreed_office, agreed_due_on ON meetings.action_point FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER own BEFORE UPDATE ON meetings.action_point FOR EACH ROW EXECUTE FUNCTION meetings.refuse_beyond('state', 'state_since', 'due_on', 'version', 'audience');

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.addendum FOR EACH ROW EXECUTE FUNCTION meetings.set_outcome_audience();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE OF meeting_id, forum_id, number, item_id, words, added_by, added_at ON meetings.addendum FOR EACH ROW EXECUTE FUNCTION meetings.refuse_addendum();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.approval FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER marked BEFORE INSERT OR UPDATE OF at ON meetings.approval FOR EACH ROW EXECUTE FUNCTION meetings.mark_approval();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.attendance FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER deputies AFTER INSERT ON meetings.exclusion FOR EACH ROW EXECUTE FUNCTION meetings.member_excluded();

CREATE TRIGGER followed AFTER INSERT OR DELETE ON meetings.exclusion FOR EACH ROW EXECUTE FUNCTION meetings.tell_followers();

CREATE TRIGGER deputies AFTER INSERT OR UPDATE OF reply, deputy_person_id ON meetings.invitation FOR EACH ROW WHEN ((new.deputy_person_id IS NOT NULL)) EXECUTE FUNCTION meetings.deputy_named();

CREATE TRIGGER own BEFORE UPDATE ON meetings.invitation FOR EACH ROW EXECUTE FUNCTION meetings.refuse_beyond('reply', 'reply_reason', 'deputy_name', 'deputy_email', 'deputy_person_id', 'replied_at', 'version');

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.item FOR EACH ROW EXECUTE FUNCTION meetings.set_item_audience();

CREATE TRIGGER deputies AFTER UPDATE ON meetings.item FOR EACH ROW WHEN (((new.meeting_id IS NOT NULL) AND (old.meeting_id IS DISTINCT FROM new.meeting_id))) EXECUTE FUNCTION meetings.item_placed();

CREATE TRIGGER followed AFTER INSERT OR DELETE OR UPDATE OF "position", title, minutes, openness, meeting_id ON meetings.item FOR EACH ROW EXECUTE FUNCTION meetings.tell_followers();

CREATE TRIGGER forgotten AFTER DELETE ON meetings.item FOR EACH ROW EXECUTE FUNCTION search.forget();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON meetings.item FOR EACH ROW EXECUTE FUNCTION search.put_item();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE OF meeting_id, "position", section, title, kind, presenter, body, recommendation, concerns ON meetings.item FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER spread AFTER UPDATE ON meetings.item FOR EACH ROW WHEN (((old.audience IS DISTINCT FROM new.audience) OR (old.openness IS DISTINCT FROM new.openness) OR (old.meeting_id IS DISTINCT FROM new.meeting_id) OR (old.title IS DISTINCT FROM new.title))) EXECUTE FUNCTION meetings.spread_item();

CREATE TRIGGER own BEFORE UPDATE ON meetings.item_proposal FOR EACH ROW EXECUTE FUNCTION meetings.refuse_beyond('state', 'version');

CREATE TRIGGER approvals BEFORE UPDATE OF state ON meetings.meeting FOR EACH ROW WHEN (((old.state = 'circulated'::text) AND (new.state = ANY (ARRAY['approved'::text, 'published'::text])))) EXECUTE FUNCTION meetings.settle_approvals();

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.set_meeting_audience();

CREATE TRIGGER followed AFTER UPDATE ON meetings.meeting FOR EACH ROW WHEN (((old.current_item_id IS DISTINCT FROM new.current_item_id) OR (old.current_since IS DISTINCT FROM new.current_since) OR (old.state IS DISTINCT FROM new.state))) EXECUTE FUNCTION meetings.tell_followers();

CREATE TRIGGER forgotten AFTER DELETE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION search.forget();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION search.put_meeting();

CREATE TRIGGER locked BEFORE DELETE OR UPDATE ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.refuse_locked_meeting();

CREATE TRIGGER noted AFTER INSERT OR UPDATE OF on_day, state, kind ON meetings.meeting FOR EACH ROW EXECUTE FUNCTION meetings.note_meeting_day();

CREATE TRIGGER spread AFTER UPDATE ON meetings.meeting FOR EACH ROW WHEN (((old.audience IS DISTINCT FROM new.audience) OR (old.state IS DISTINCT FROM new.state) OR (old.published_to IS DISTINCT FROM new.published_to))) EXECUTE FUNCTION meetings.spread_meeting();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.minutes_comment FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION meetings.set_outcome_audience();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION search.put_decision();

CREATE TRIGGER lexemes BEFORE INSERT OR UPDATE ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION meetings.set_outcome_lexemes();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE OF kind, decision, discussion ON meetings.outcome FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER audience BEFORE INSERT OR UPDATE ON meetings.paper FOR EACH ROW EXECUTE FUNCTION meetings.set_paper_audience();

CREATE TRIGGER forgotten AFTER DELETE ON meetings.paper FOR EACH ROW EXECUTE FUNCTION search.forget();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE ON meetings.paper FOR EACH ROW EXECUTE FUNCTION search.note_paper();

CREATE TRIGGER dropped AFTER UPDATE OF public_file_id ON meetings.paper_version FOR EACH ROW WHEN (((old.public_file_id IS DISTINCT FROM new.public_file_id) AND (old.public_file_id <> old.file_id))) EXECUTE FUNCTION meetings.drop_public_copy();

CREATE TRIGGER indexed AFTER INSERT OR UPDATE OF words, number ON meetings.paper_version FOR EACH ROW EXECUTE FUNCTION search.note_paper();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.statement FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER locked BEFORE INSERT OR DELETE OR UPDATE ON meetings.vote FOR EACH ROW EXECUTE FUNCTION meetings.refuse_when_locked();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.office FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.organisation FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.person FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.tenure FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_lexemes AFTER INSERT OR UPDATE OF title, words ON search.entry FOR EACH ROW EXECUTE FUNCTION search.keep_lexemes();

grant select on audit.chain to samvirk_app;

grant select on audit.entry to samvirk_app;

grant delete, insert, select on documents.file to samvirk_app;

grant delete, insert, select, update on fora.annex_import to samvirk_app;

grant delete, insert, select, update on fora.annex_import_entry to samvirk_app;

grant delete, insert, select, update on fora.category to samvirk_app;

grant select on fora.category_as_of to samvirk_app;

grant select on fora.category_history to samvirk_app;

grant delete, insert, select, update on fora.composition to samvirk_app;

grant delete, insert, select, update on fora.forum to samvirk_app;

grant select on fora.forum_as_of to samvirk_app;

grant delete, insert, select, update on fora.forum_group to samvirk_app;

grant select on fora.forum_group_as_of to samvirk_app;

grant select on fora.forum_group_history to samvirk_app;

grant select on fora.forum_history to samvirk_app;

grant delete, insert, select, update on fora.forum_legal_reference to samvirk_app;

grant select on fora.forum_legal_reference_as_of to samvirk_app;

grant select on fora.forum_legal_reference_history to samvirk_app;

grant delete, insert, select, update on fora.interface to samvirk_app;

grant select on fora.interface_as_of to samvirk_app;

grant select on fora.interface_history to samvirk_app;

grant delete, insert, select, update on fora.legal_reference to samvirk_app;

grant select on fora.legal_reference_as_of to samvirk_app;

grant select on fora.legal_reference_history to samvirk_app;

grant delete, insert, select, update on fora.meeting_day to samvirk_app;

grant delete, insert, select, update on fora.network_place to samvirk_app;

grant delete, insert, select, update on fora.seat to samvirk_app;

grant select on fora.seat_as_of to samvirk_app;

grant select on fora.seat_history to samvirk_app;

grant delete, insert, select, update on links.link to samvirk_app;

grant delete, insert, select, update on mail.message to samvirk_app;

grant delete, insert, select, update on meetings.action_point to samvirk_app;

grant delete, insert, select, update on meetings.action_point_status to samvirk_app;

grant delete, insert, select, update on meetings.addendum to samvirk_app;

grant delete, insert, select, update on meetings.approval to samvirk_app;

grant delete, insert, select, update on meetings.attendance to samvirk_app;

grant delete, insert, select, update on meetings.calendar_feed to samvirk_app;

grant delete, insert, select, update on meetings.closed_period to samvirk_app;

grant delete, insert, select, update on meetings.closing_ground to samvirk_app;

grant delete, insert, select, update on meetings.exclusion to samvirk_app;

grant delete, insert, select, update on meetings.invitation to samvirk_app;

grant delete, insert, select, update on meetings.item to samvirk_app;

grant delete, insert, select, update on meetings.item_proposal to samvirk_app;

grant delete, insert, select, update on meetings.meeting to samvirk_app;

grant delete, insert, select, update on meetings.meeting_link to samvirk_app;

grant delete, insert, select, update on meetings.minutes_comment to samvirk_app;

grant delete, insert, select, update on meetings.opening to samvirk_app;

grant delete, insert, select, update on meetings.outcome to samvirk_app;

grant delete, insert, select, update on meetings.paper to samvirk_app;

grant delete, insert, select, update on meetings.paper_version to samvirk_app;

grant delete, insert, select, update on meetings.private_note to samvirk_app;

grant delete, insert, select, update on meetings.standing_orders to samvirk_app;

grant delete, insert, select, update on meetings.statement to samvirk_app;

grant delete, insert, select, update on meetings.template_item to samvirk_app;

grant delete, insert, select, update on meetings.vote to samvirk_app;

grant delete, insert, select, update on meetings.year_draft to samvirk_app;

grant delete, insert, select, update on notices.notice to samvirk_app;

grant delete, insert, select, update on notices.preference to samvirk_app;

grant insert, select, update on people.district to samvirk_app;

grant insert, select, update on people.municipality to samvirk_app;

grant insert, select, update on people.municipality_district to samvirk_app;

grant delete, insert, select, update on people.office to samvirk_app;

grant select on people.office_as_of to samvirk_app;

grant select on people.office_history to samvirk_app;

grant delete, insert, select, update on people.organisation to samvirk_app;

grant select on people.organisation_as_of to samvirk_app;

grant select on people.organisation_history to samvirk_app;

grant delete, insert, select, update on people.person to samvirk_app;

grant select on people.person_as_of to samvirk_app;

grant select on people.person_history to samvirk_app;

grant delete, insert, select, update on people.role_grant to samvirk_app;

grant delete, insert, select, update on people.tenure to samvirk_app;

grant select on people.tenure_as_of to samvirk_app;

grant select on people.tenure_history to samvirk_app;

grant select on search.entry to samvirk_app;
