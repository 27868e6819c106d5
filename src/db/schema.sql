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
  on_day date not null
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

alter table fora.meeting_day add constraint meeting_day_pkey PRIMARY KEY (district, forum_id, on_day);

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

CREATE UNIQUE INDEX annex_import_entry_pkey ON fora.annex_import_entry USING btree (district, import_id, "position");

CREATE UNIQUE INDEX annex_import_pkey ON fora.annex_import USING btree (district, id);

CREATE UNIQUE INDEX attempt_pkey ON sign_in.attempt USING btree (key);

CREATE INDEX attempt_since ON sign_in.attempt USING btree (since);

CREATE UNIQUE INDEX category_district_number_key ON fora.category USING btree (district, number);

CREATE INDEX category_history_district_id_recorded_from_idx ON fora.category_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX category_pkey ON fora.category USING btree (district, id);

CREATE UNIQUE INDEX chain_pkey ON audit.chain USING btree (district);

CREATE UNIQUE INDEX composition_of_forum ON fora.composition USING btree (district, forum_id) WHERE (forum_id IS NOT NULL);

CREATE UNIQUE INDEX composition_of_kind ON fora.composition USING btree (district, kind) WHERE (forum_id IS NULL);

CREATE UNIQUE INDEX composition_pkey ON fora.composition USING btree (district, id);

CREATE INDEX credential_of_user ON sign_in.credential USING btree (user_id);

CREATE UNIQUE INDEX credential_pkey ON sign_in.credential USING btree (id);

CREATE UNIQUE INDEX credential_provider_id_account_id_key ON sign_in.credential USING btree (provider_id, account_id);

CREATE UNIQUE INDEX district_pkey ON people.district USING btree (id);

CREATE INDEX entry_at ON audit.entry USING btree (district, at DESC);

CREATE UNIQUE INDEX entry_pkey ON audit.entry USING btree (district, number);

CREATE INDEX entry_subject ON audit.entry USING btree (district, subject_kind, subject_id, number DESC);

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

CREATE INDEX legal_reference_history_district_id_recorded_from_idx ON fora.legal_reference_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX legal_reference_pkey ON fora.legal_reference USING btree (district, id);

CREATE UNIQUE INDEX meeting_day_pkey ON fora.meeting_day USING btree (district, forum_id, on_day);

CREATE UNIQUE INDEX municipality_district_pkey ON people.municipality_district USING btree (district, municipality_code, valid_from);

CREATE UNIQUE INDEX municipality_pkey ON people.municipality USING btree (code);

CREATE UNIQUE INDEX network_place_pkey ON fora.network_place USING btree (district, node);

CREATE INDEX office_history_district_id_recorded_from_idx ON people.office_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX office_pkey ON people.office USING btree (district, id);

CREATE UNIQUE INDEX office_title ON people.office USING btree (district, sort_title) WHERE (valid_to IS NULL);

CREATE INDEX organisation_history_district_id_recorded_from_idx ON people.organisation_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX organisation_name ON people.organisation USING btree (district, sort_name) WHERE (valid_to IS NULL);

CREATE UNIQUE INDEX organisation_pkey ON people.organisation USING btree (district, id);

CREATE UNIQUE INDEX passkey_credential_id_key ON sign_in.passkey USING btree (credential_id);

CREATE INDEX passkey_of_user ON sign_in.passkey USING btree (user_id);

CREATE UNIQUE INDEX passkey_pkey ON sign_in.passkey USING btree (id);

CREATE INDEX person_account ON people.person USING btree (account_id);

CREATE UNIQUE INDEX person_email ON people.person USING btree (district, email);

CREATE INDEX person_history_district_id_recorded_from_idx ON people.person_history USING btree (district, id, recorded_from);

CREATE UNIQUE INDEX person_pkey ON people.person USING btree (district, id);

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

CREATE UNIQUE INDEX tenure_current ON people.tenure USING btree (district, office_id) WHERE (valid_to IS NULL);

CREATE INDEX tenure_history_district_id_recorded_from_idx ON people.tenure_history USING btree (district, id, recorded_from);

CREATE INDEX tenure_person ON people.tenure USING btree (district, person_id);

CREATE UNIQUE INDEX tenure_pkey ON people.tenure USING btree (district, id);

CREATE UNIQUE INDEX user_account_email_key ON sign_in.user_account USING btree (email);

CREATE UNIQUE INDEX user_account_pkey ON sign_in.user_account USING btree (id);

CREATE INDEX verification_expires ON sign_in.verification USING btree (expires_at);

CREATE INDEX verification_identifier ON sign_in.verification USING btree (identifier);

CREATE UNIQUE INDEX verification_pkey ON sign_in.verification USING btree (id);

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

alter table sign_in.attempt enable row level security;

alter table sign_in.credential enable row level security;

alter table sign_in.passkey enable row level security;

alter table sign_in.second_factor enable row level security;

alter table sign_in.session enable row level security;

alter table sign_in.user_account enable row level security;

alter table sign_in.verification enable row level security;

create policy reading on audit.chain as permissive for select using (true);

create policy reading on audit.entry as permissive for select using ((( SELECT guard.everywhere() AS everywhere) OR ((( SELECT guard.reach() AS reach) = 'all'::text) AND ((district = ( SELECT guard.district() AS district)) OR ((district = '-'::text) AND (subject_id IN ( SELECT g.account_id
   FROM people.role_grant g))) OR ((district = '-'::text) AND (subject_id IN ( SELECT p.account_id
   FROM people.person p
  WHERE (p.account_id IS NOT NULL))))))));

create policy district on documents.file as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on documents.file as permissive for all using ((( SELECT guard.reach() AS reach) = 'all'::text)) with check ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

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

create policy writing on fora.composition as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum as permissive for select using (((openness = 'public'::text) OR ((openness = 'partners'::text) AND (( SELECT guard.reach() AS reach) = 'partner'::text)) OR (id = ANY (( SELECT guard.fora() AS fora)::uuid[])) OR (municipality_code = ANY (( SELECT guard.municipalities() AS municipalities)::text[]))));

create policy writing on fora.forum as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum_group as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_group as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.forum_group as permissive for select using ((EXISTS ( SELECT 1
   FROM fora.forum f
  WHERE ((f.district = forum_group.district) AND (f.group_id = forum_group.id)))));

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

create policy writing on fora.forum_legal_reference as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.forum_legal_reference_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.forum_legal_reference_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy district on fora.interface as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.interface as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.interface as permissive for select using ((((forum_id IN ( SELECT f.id
   FROM fora.forum f)) OR (group_id IN ( SELECT g.id
   FROM fora.forum_group g))) AND ((target_forum_id IS NULL) OR (target_forum_id IN ( SELECT f.id
   FROM fora.forum f)))));

create policy writing on fora.interface as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.interface_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.interface_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.interface_history as permissive for select using ((((forum_id IN ( SELECT f.id
   FROM fora.forum f)) OR (group_id IN ( SELECT g.id
   FROM fora.forum_group g))) AND ((target_forum_id IS NULL) OR (target_forum_id IN ( SELECT f.id
   FROM fora.forum f)))));

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

create policy writing on fora.meeting_day as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.network_place as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.network_place as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.network_place as permissive for select using (true);

create policy writing on fora.network_place as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.seat as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.seat as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.seat as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

create policy writing on fora.seat as permissive for all using ((( SELECT guard.writes() AS writes) AND (( SELECT guard.reach() AS reach) = 'all'::text)));

create policy district on fora.seat_history as restrictive for all using ((( SELECT guard.everywhere() AS everywhere) OR (district = ( SELECT guard.district() AS district))));

create policy everything on fora.seat_history as permissive for select using ((( SELECT guard.reach() AS reach) = 'all'::text));

create policy opened on fora.seat_history as permissive for select using ((forum_id IN ( SELECT f.id
   FROM fora.forum f)));

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

CREATE OR REPLACE FUNCTION guard.reach()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
AS $function$ select coalesce(guard.actor() ->> 'reach', 'none') $function$
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

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum_group FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.forum_legal_reference FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.interface FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.legal_reference FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON fora.seat FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.office FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.organisation FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.person FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

CREATE TRIGGER keep_history BEFORE DELETE OR UPDATE ON people.tenure FOR EACH ROW EXECUTE FUNCTION guard.keep_history();

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
