import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

// Made by `npm run schema` from the migrated database.

type Timestamp = ColumnType<Date, Date | string, Date | string>
type TimestampWithDefault = ColumnType<Date, Date | string | undefined, Date | string>
/** Read as a parsed value that is yet to be checked; written as text. */
type Json = ColumnType<unknown, string, string>
type JsonWithDefault = ColumnType<unknown, string | undefined, string>

interface AuditChain {
  district: string
  last_number: string
  last_hash: string
}

interface AuditEntry {
  district: string
  number: string
  at: Timestamp
  account_id: string | null
  actor_name: string
  request_id: string
  action: string
  subject_kind: string
  subject_id: string
  subject_name: string
  changes: JsonWithDefault
  previous_hash: string
  hash: string
}

interface DocumentsFile {
  district: string
  id: Generated<string>
  name: string
  media_type: string
  sha256: string
  bytes: Buffer
  stored_by: string
  stored_at: TimestampWithDefault
}

interface ForaAnnexImport {
  district: string
  id: Generated<string>
  file_id: string
  title: string
  lines: Json
  state: Generated<'open' | 'done'>
  created_by: string
  created_at: TimestampWithDefault
}

interface ForaAnnexImportEntry {
  district: string
  import_id: string
  position: number
  proposal: Json
  decision: Generated<'pending' | 'accepted' | 'merged' | 'skipped' | 'setAside'>
  forum_id: string | null
  group_id: string | null
  version: Generated<number>
}

interface ForaCategory {
  district: string
  id: Generated<string>
  number: number
  name: string
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaCategoryHistory {
  district: string
  id: string
  number: number
  name: string
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaComposition {
  district: string
  id: Generated<string>
  forum_id: string | null
  kind: 'districtCouncil' | 'liaisonCommittee' | 'localCouncil' | 'localNetwork' | 'workingGroup' | 'standing'
  chair_party: 'police' | 'municipality' | 'community' | 'other' | null
  term_months: number | null
  quotas: JsonWithDefault
  source: Generated<string>
  version: Generated<number>
}

interface ForaForum {
  district: string
  id: Generated<string>
  slug: string
  name: string
  sort_name: string
  kind: Generated<'districtCouncil' | 'liaisonCommittee' | 'localCouncil' | 'localNetwork' | 'workingGroup' | 'standing'>
  category_id: string
  position: Generated<number>
  group_id: string | null
  parent_id: string | null
  level: 'strategic' | 'tactical' | 'operational' | null
  municipality_code: string | null
  topic: Generated<string>
  legal_basis: Generated<string>
  purpose: Generated<string>
  action_plans: Generated<string>
  interfaces: Generated<string>
  participants: Generated<string>
  cadence: Generated<string>
  cadence_min: number | null
  cadence_max: number | null
  openness: Generated<'closed' | 'partners' | 'public'>
  personal_data: Generated<boolean>
  status: Generated<'active' | 'paused' | 'closed'>
  status_since: string
  status_reason: Generated<string>
  reviewed_on: string | null
  search_text: GeneratedAlways<string>
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaForumGroup {
  district: string
  id: Generated<string>
  category_id: string
  position: Generated<number>
  name: string
  sort_name: string
  topic: Generated<string>
  legal_basis: Generated<string>
  purpose: Generated<string>
  action_plans: Generated<string>
  interfaces: Generated<string>
  participants: Generated<string>
  cadence: Generated<string>
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaForumGroupHistory {
  district: string
  id: string
  category_id: string
  position: number
  name: string
  sort_name: string
  topic: string
  legal_basis: string
  purpose: string
  action_plans: string
  interfaces: string
  participants: string
  cadence: string
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaForumHistory {
  district: string
  id: string
  slug: string
  name: string
  sort_name: string
  kind: string
  category_id: string
  position: number
  group_id: string | null
  parent_id: string | null
  level: string | null
  municipality_code: string | null
  topic: string
  legal_basis: string
  purpose: string
  action_plans: string
  interfaces: string
  participants: string
  cadence: string
  cadence_min: number | null
  cadence_max: number | null
  openness: string
  personal_data: boolean
  status: string
  status_since: string
  status_reason: string
  reviewed_on: string | null
  search_text: string
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaForumLegalReference {
  district: string
  id: Generated<string>
  forum_id: string
  legal_reference_id: string
  recorded_from: TimestampWithDefault
}

interface ForaForumLegalReferenceHistory {
  district: string
  id: string
  forum_id: string
  legal_reference_id: string
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaInterface {
  district: string
  id: Generated<string>
  forum_id: string | null
  group_id: string | null
  words: string
  target_forum_id: string | null
  target_group_id: string | null
  confidence: 'sure' | 'check' | 'none' | 'confirmed'
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaInterfaceHistory {
  district: string
  id: string
  forum_id: string | null
  group_id: string | null
  words: string
  target_forum_id: string | null
  target_group_id: string | null
  confidence: string
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaLegalReference {
  district: string
  id: Generated<string>
  act: string
  paragraph: Generated<string>
  subject: Generated<string>
  source: Generated<string>
  valid_from: string | null
  valid_to: string | null
  checked_on: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaLegalReferenceHistory {
  district: string
  id: string
  act: string
  paragraph: string
  subject: string
  source: string
  valid_from: string | null
  valid_to: string | null
  checked_on: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface ForaMeetingDay {
  district: string
  forum_id: string
  on_day: string
  meeting_id: string | null
  held: boolean | null
}

interface ForaNetworkPlace {
  district: string
  node: string
  x: number
  y: number
}

interface ForaSeat {
  district: string
  id: Generated<string>
  forum_id: string
  office_id: string | null
  organisation_id: string | null
  person_id: string | null
  role: Generated<'chair' | 'viceChair' | 'secretary' | 'member' | 'deputy' | 'observer' | 'resourcePerson'>
  party: 'police' | 'municipality' | 'community' | 'other' | null
  appointed_by: Generated<string>
  term_ends: string | null
  valid_from: string
  valid_to: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface ForaSeatHistory {
  district: string
  id: string
  forum_id: string
  office_id: string | null
  organisation_id: string | null
  person_id: string | null
  role: string
  party: string | null
  appointed_by: string
  term_ends: string | null
  valid_from: string
  valid_to: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface LinksLink {
  district: string
  id: Generated<string>
  kind: 'concerns' | 'sentOn' | 'cameFrom'
  from_kind: string
  from_id: string
  to_kind: string
  to_id: string
  made_by: string
  made_at: TimestampWithDefault
}

interface MailMessage {
  district: string
  id: Generated<string>
  key: string
  purpose: string
  forum_id: string | null
  meeting_id: string | null
  person_id: string | null
  setting: 'digest' | 'reminders' | null
  name: string
  address: string
  subject: string
  words: string
  html: string
  calendar: string | null
  calendar_method: 'REQUEST' | 'CANCEL' | null
  state: Generated<'queued' | 'sending' | 'sent' | 'failed'>
  attempts: Generated<number>
  next_at: TimestampWithDefault
  claimed_at: Timestamp | null
  last_error: Generated<string>
  created_at: TimestampWithDefault
  sent_at: Timestamp | null
}

interface MeetingsActionPoint {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string
  item_id: string
  matter_id: string
  title: string
  owner_person_id: string | null
  owner_office_id: string | null
  due_on: string
  agreed_person: string | null
  agreed_office: string | null
  agreed_due_on: string | null
  state: Generated<'notBegun' | 'onTrack' | 'atRisk' | 'done' | 'dropped'>
  state_since: string
  audience: Generated<'leads' | 'members' | 'partners' | 'public'>
  created_by: string
  created_at: TimestampWithDefault
  version: Generated<number>
}

interface MeetingsActionPointStatus {
  district: string
  id: Generated<string>
  action_point_id: string
  state: 'notBegun' | 'onTrack' | 'atRisk' | 'done' | 'dropped'
  comment: string
  said_by: string
  account_id: string | null
  at: TimestampWithDefault
}

interface MeetingsAddendum {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string
  number: number
  item_id: string | null
  words: string
  openness: Generated<'closed' | 'open'>
  audience: Generated<'leads' | 'members' | 'partners' | 'public'>
  added_by: string
  added_at: TimestampWithDefault
}

interface MeetingsApproval {
  district: string
  meeting_id: string
  forum_id: string
  person_id: string
  name: string
  at: TimestampWithDefault
  marks: JsonWithDefault
  changed: Generated<string[]>
}

interface MeetingsAttendance {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string
  seat_id: string | null
  person_id: string | null
  name: string
  label: Generated<string>
  role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'deputy' | 'observer' | 'resourcePerson' | null
  capacity: 'member' | 'deputy' | 'guest'
  deputy_for: Generated<string>
  status: 'present' | 'absent' | 'apologies'
  item_id: string | null
  version: Generated<number>
}

interface MeetingsCalendarFeed {
  district: string
  id: Generated<string>
  account_id: string
  secret_hash: string
  created_at: TimestampWithDefault
  used_at: Timestamp | null
  revoked_at: Timestamp | null
}

interface MeetingsClosedPeriod {
  district: string
  id: Generated<string>
  municipality_code: string | null
  name: string
  from_day: string
  to_day: string
  version: Generated<number>
}

interface MeetingsClosingGround {
  district: string
  id: Generated<string>
  name: string
  source: Generated<string>
  active: Generated<boolean>
  version: Generated<number>
}

interface MeetingsExclusion {
  district: string
  item_id: string
  forum_id: string
  person_id: string
  reason: string
  noted_by: string
  noted_at: TimestampWithDefault
}

interface MeetingsInvitation {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string
  seat_id: string | null
  person_id: string | null
  name: string
  label: Generated<string>
  role: 'chair' | 'viceChair' | 'secretary' | 'member' | 'deputy' | 'observer' | 'resourcePerson' | 'guest'
  reply: Generated<'none' | 'accepted' | 'declined' | 'deputy'>
  reply_reason: Generated<string>
  deputy_name: Generated<string>
  deputy_email: Generated<string>
  deputy_person_id: string | null
  replied_at: Timestamp | null
  removed_at: Timestamp | null
  version: Generated<number>
}

interface MeetingsItem {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string | null
  matter_id: Generated<string>
  sent_from_id: string | null
  position: Generated<number>
  section: Generated<string>
  title: string
  kind: 'orientation' | 'discussion' | 'hearing' | 'decision' | 'status'
  presenter: Generated<string>
  minutes: Generated<number>
  body: Generated<string>
  recommendation: Generated<string>
  concerns: Generated<string>
  carries: Generated<'nothing' | 'lastMinutes' | 'actionPoints'>
  openness: Generated<'closed' | 'open'>
  ground_id: string | null
  review_on: string | null
  audience: Generated<'leads' | 'members' | 'partners' | 'public'>
  backlog_reason: Generated<string>
  dropped_at: Timestamp | null
  version: Generated<number>
}

interface MeetingsItemProposal {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string | null
  title: string
  kind: 'orientation' | 'discussion' | 'hearing' | 'decision' | 'status'
  body: Generated<string>
  minutes: Generated<number>
  account_id: string
  person_id: string | null
  proposed_by: string
  proposed_at: TimestampWithDefault
  state: Generated<'waiting' | 'placed' | 'postponed' | 'declined' | 'withdrawn'>
  reason: Generated<string>
  answered_by: Generated<string>
  answered_at: Timestamp | null
  item_id: string | null
  version: Generated<number>
}

interface MeetingsMeeting {
  district: string
  id: Generated<string>
  forum_id: string
  municipality_code: string | null
  kind: 'ordinary' | 'extraordinary' | 'individual' | 'tour' | 'preparatory' | 'citizens' | 'themeDay' | 'exercise'
  title: Generated<string>
  on_day: string
  starts: string
  ends: string
  place: Generated<string>
  host: Generated<string>
  state: Generated<'draft' | 'summoned' | 'held' | 'circulated' | 'approved' | 'published' | 'cancelled'>
  openness: Generated<'closed' | 'partners' | 'public'>
  audience: Generated<'members' | 'partners' | 'public'>
  published_to: 'partners' | 'public' | null
  number: number | null
  first_item_number: Generated<number>
  propose_by: string | null
  approve_by: string | null
  silent_approval: Generated<boolean>
  approved_how: 'all' | 'deadline' | 'hand' | null
  approval_note: Generated<string>
  withdrawn_at: Timestamp | null
  withdrawn_reason: Generated<string>
  prepares_id: string | null
  case_number: Generated<string>
  kle_number: Generated<string>
  sequence: Generated<number>
  current_item_id: string | null
  current_since: Timestamp | null
  live_version: Generated<number>
  summoned_at: Timestamp | null
  held_at: Timestamp | null
  circulated_at: Timestamp | null
  approved_at: Timestamp | null
  published_at: Timestamp | null
  cancelled_at: Timestamp | null
  cancel_reason: Generated<string>
  created_by: string
  created_at: TimestampWithDefault
  changed_at: TimestampWithDefault
  version: Generated<number>
}

interface MeetingsMeetingLink {
  district: string
  meeting_id: string
  forum_id: string
  url: string
}

interface MeetingsMinutesComment {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string
  item_id: string | null
  person_id: string | null
  name: string
  words: string
  at: TimestampWithDefault
  answer: Generated<string>
  answered_by: Generated<string>
  answered_at: Timestamp | null
  taken: boolean | null
  version: Generated<number>
}

interface MeetingsOpening {
  district: string
  meeting_id: string
  members: number
  in_favour: number
  chair_consents: boolean
  source: string
  recorded_by: string
  recorded_at: TimestampWithDefault
}

interface MeetingsOutcome {
  district: string
  item_id: string
  forum_id: string
  meeting_id: string
  kind: 'noted' | 'discussed' | 'decided' | 'postponed' | null
  decision: Generated<string>
  discussion: Generated<string>
  audience: Generated<'leads' | 'members' | 'partners' | 'public'>
  decided_on: string
  changed_by: string
  changed_at: TimestampWithDefault
  version: Generated<number>
  lexemes: Generated<string>
}

interface MeetingsPaper {
  district: string
  id: Generated<string>
  forum_id: string
  meeting_id: string | null
  item_id: string
  position: Generated<number>
  title: string
  openness: Generated<'closed' | 'open'>
  ground_id: string | null
  review_on: string | null
  audience: Generated<'leads' | 'members' | 'partners' | 'public'>
  removed_at: Timestamp | null
  version: Generated<number>
}

interface MeetingsPaperVersion {
  district: string
  paper_id: string
  number: number
  file_id: string
  public_file_id: string | null
  preview_file_id: string | null
  name: string
  media_type: string
  size: number
  sha256: string
  pages: number | null
  scan: 'clean' | 'unscanned'
  words: Generated<string>
  words_state: Generated<'waiting' | 'read' | 'none'>
  stored_by: string
  stored_at: TimestampWithDefault
}

interface MeetingsPrivateNote {
  district: string
  item_id: string
  account_id: string
  words: string
  version: Generated<number>
  changed_at: TimestampWithDefault
}

interface MeetingsStandingOrders {
  district: string
  id: Generated<string>
  forum_id: string | null
  kind: 'districtCouncil' | 'liaisonCommittee' | 'localCouncil' | 'localNetwork' | 'workingGroup' | 'standing'
  numbering: 'meeting' | 'year' | 'items'
  notice_days: number
  proposal_days: number
  approval_days: number
  silent_approval: boolean
  minutes_style: 'decisions' | 'full'
  usual_place: Generated<string>
  usual_start: string
  usual_minutes: number
  opening_majority: boolean
  opening_chair: boolean
  opening_source: Generated<string>
  version: Generated<number>
}

interface MeetingsStatement {
  district: string
  item_id: string
  forum_id: string
  municipality_code: string
  stand: 'agrees' | 'disagrees' | 'awaits' | 'none'
  remark: Generated<string>
  version: Generated<number>
}

interface MeetingsTemplateItem {
  district: string
  id: Generated<string>
  orders_id: string
  position: number
  section: Generated<string>
  title: string
  kind: 'orientation' | 'discussion' | 'hearing' | 'decision' | 'status'
  presenter: Generated<string>
  minutes: number
  carries: Generated<'nothing' | 'lastMinutes' | 'actionPoints'>
}

interface MeetingsVote {
  district: string
  item_id: string
  forum_id: string
  name: string
  person_id: string | null
  vote: 'for' | 'against' | 'abstaining'
}

interface MeetingsYearDraft {
  district: string
  id: Generated<string>
  year: number
  rows: JsonWithDefault
  not_placed: JsonWithDefault
  created_by: string
  created_at: TimestampWithDefault
  done_at: Timestamp | null
  version: Generated<number>
}

interface NoticesNotice {
  district: string
  id: Generated<string>
  person_id: string
  kind: string
  forum_id: string | null
  meeting_id: string | null
  item_id: string | null
  subject_id: string | null
  made_by: Generated<string>
  made_at: TimestampWithDefault
  read_at: Timestamp | null
  mailed_at: Timestamp | null
}

interface NoticesPreference {
  district: string
  person_id: string
  digest: Generated<'none' | 'daily' | 'weekly'>
  reminders: Generated<boolean>
  language: Generated<'da' | 'en'>
  secret: string
  digest_at: Timestamp | null
  version: Generated<number>
}

interface PeopleDistrict {
  id: string
  name: string
  dagi_code: string | null
  dst_code: number | null
  in_use: Generated<boolean>
}

interface PeopleMunicipality {
  code: string
  name: string
  sort_name: string
  region: string
}

interface PeopleMunicipalityDistrict {
  district: string
  municipality_code: string
  valid_from: string
  valid_to: string | null
}

interface PeopleOffice {
  district: string
  id: Generated<string>
  title: string
  sort_title: string
  organisation_id: string | null
  municipality_code: string | null
  valid_from: string
  valid_to: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface PeopleOfficeHistory {
  district: string
  id: string
  title: string
  sort_title: string
  organisation_id: string | null
  municipality_code: string | null
  valid_from: string
  valid_to: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface PeopleOrganisation {
  district: string
  id: Generated<string>
  name: string
  sort_name: string
  kind: 'police' | 'policeStation' | 'municipality' | 'stateAuthority' | 'region' | 'court' | 'association' | 'business' | 'press' | 'other'
  purpose: Generated<string>
  municipality_code: string | null
  parent_id: string | null
  valid_from: string
  valid_to: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface PeopleOrganisationHistory {
  district: string
  id: string
  name: string
  sort_name: string
  kind: string
  purpose: string
  municipality_code: string | null
  parent_id: string | null
  valid_from: string
  valid_to: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface PeoplePerson {
  district: string
  id: Generated<string>
  name: string
  sort_name: string
  email: string | null
  account_id: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface PeoplePersonHistory {
  district: string
  id: string
  name: string
  sort_name: string
  email: string | null
  account_id: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface PeopleRoleGrant {
  district: string
  id: Generated<string>
  account_id: string
  role: 'administrator' | 'auditor' | 'secretariat' | 'municipalCoordinator' | 'partner'
  municipality_code: string | null
  valid_from: string
  valid_to: string | null
  granted_by: string
}

interface PeopleTenure {
  district: string
  id: Generated<string>
  office_id: string
  person_id: string
  valid_from: string
  valid_to: string | null
  version: Generated<number>
  recorded_from: TimestampWithDefault
}

interface PeopleTenureHistory {
  district: string
  id: string
  office_id: string
  person_id: string
  valid_from: string
  valid_to: string | null
  version: number
  recorded_from: Timestamp
  recorded_to: Timestamp
}

interface SearchEntry {
  district: string
  kind: 'forum' | 'meeting' | 'item' | 'decision' | 'paper' | 'task'
  subject_id: string
  part: Generated<number>
  forum_id: string
  municipality_code: string | null
  meeting_id: string | null
  item_id: string | null
  audience: 'leads' | 'members' | 'partners' | 'public'
  on_day: string | null
  title: string
  words: Generated<string>
  lexemes: GeneratedAlways<string>
}

interface SearchLexeme {
  word: string
}

interface SignInAttempt {
  key: string
  count: number
  since: Timestamp
}

interface SignInCredential {
  id: string
  user_id: string
  provider_id: string
  account_id: string
  password: string | null
  access_token: string | null
  refresh_token: string | null
  id_token: string | null
  access_token_expires_at: Timestamp | null
  refresh_token_expires_at: Timestamp | null
  scope: string | null
  created_at: TimestampWithDefault
  updated_at: TimestampWithDefault
}

interface SignInPasskey {
  id: string
  user_id: string
  name: string | null
  credential_id: string
  public_key: string
  counter: string
  device_type: string
  backed_up: boolean
  transports: string | null
  aaguid: string | null
  created_at: TimestampWithDefault
}

interface SignInSecondFactor {
  id: string
  user_id: string
  secret: string
  backup_codes: string
  verified: Generated<boolean>
  failed_verification_count: Generated<number>
  locked_until: Timestamp | null
}

interface SignInSession {
  id: string
  user_id: string
  token: string
  expires_at: Timestamp
  ip_address: string | null
  user_agent: string | null
  created_at: TimestampWithDefault
  updated_at: TimestampWithDefault
}

interface SignInUserAccount {
  id: string
  name: string
  email: string
  email_verified: Generated<boolean>
  image: string | null
  language: Generated<'da' | 'en'>
  two_factor_enabled: Generated<boolean>
  disabled_at: Timestamp | null
  created_at: TimestampWithDefault
  updated_at: TimestampWithDefault
}

interface SignInVerification {
  id: string
  identifier: string
  value: string
  expires_at: Timestamp
  created_at: TimestampWithDefault
  updated_at: TimestampWithDefault
}

/** Every table by its schema and name. */
export interface Tables {
  'audit.chain': AuditChain
  'audit.entry': AuditEntry
  'documents.file': DocumentsFile
  'fora.annex_import': ForaAnnexImport
  'fora.annex_import_entry': ForaAnnexImportEntry
  'fora.category': ForaCategory
  'fora.category_history': ForaCategoryHistory
  'fora.composition': ForaComposition
  'fora.forum': ForaForum
  'fora.forum_group': ForaForumGroup
  'fora.forum_group_history': ForaForumGroupHistory
  'fora.forum_history': ForaForumHistory
  'fora.forum_legal_reference': ForaForumLegalReference
  'fora.forum_legal_reference_history': ForaForumLegalReferenceHistory
  'fora.interface': ForaInterface
  'fora.interface_history': ForaInterfaceHistory
  'fora.legal_reference': ForaLegalReference
  'fora.legal_reference_history': ForaLegalReferenceHistory
  'fora.meeting_day': ForaMeetingDay
  'fora.network_place': ForaNetworkPlace
  'fora.seat': ForaSeat
  'fora.seat_history': ForaSeatHistory
  'links.link': LinksLink
  'mail.message': MailMessage
  'meetings.action_point': MeetingsActionPoint
  'meetings.action_point_status': MeetingsActionPointStatus
  'meetings.addendum': MeetingsAddendum
  'meetings.approval': MeetingsApproval
  'meetings.attendance': MeetingsAttendance
  'meetings.calendar_feed': MeetingsCalendarFeed
  'meetings.closed_period': MeetingsClosedPeriod
  'meetings.closing_ground': MeetingsClosingGround
  'meetings.exclusion': MeetingsExclusion
  'meetings.invitation': MeetingsInvitation
  'meetings.item': MeetingsItem
  'meetings.item_proposal': MeetingsItemProposal
  'meetings.meeting': MeetingsMeeting
  'meetings.meeting_link': MeetingsMeetingLink
  'meetings.minutes_comment': MeetingsMinutesComment
  'meetings.opening': MeetingsOpening
  'meetings.outcome': MeetingsOutcome
  'meetings.paper': MeetingsPaper
  'meetings.paper_version': MeetingsPaperVersion
  'meetings.private_note': MeetingsPrivateNote
  'meetings.standing_orders': MeetingsStandingOrders
  'meetings.statement': MeetingsStatement
  'meetings.template_item': MeetingsTemplateItem
  'meetings.vote': MeetingsVote
  'meetings.year_draft': MeetingsYearDraft
  'notices.notice': NoticesNotice
  'notices.preference': NoticesPreference
  'people.district': PeopleDistrict
  'people.municipality': PeopleMunicipality
  'people.municipality_district': PeopleMunicipalityDistrict
  'people.office': PeopleOffice
  'people.office_history': PeopleOfficeHistory
  'people.organisation': PeopleOrganisation
  'people.organisation_history': PeopleOrganisationHistory
  'people.person': PeoplePerson
  'people.person_history': PeoplePersonHistory
  'people.role_grant': PeopleRoleGrant
  'people.tenure': PeopleTenure
  'people.tenure_history': PeopleTenureHistory
  'search.entry': SearchEntry
  'search.lexeme': SearchLexeme
  'sign_in.attempt': SignInAttempt
  'sign_in.credential': SignInCredential
  'sign_in.passkey': SignInPasskey
  'sign_in.second_factor': SignInSecondFactor
  'sign_in.session': SignInSession
  'sign_in.user_account': SignInUserAccount
  'sign_in.verification': SignInVerification
}
