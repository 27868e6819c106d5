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
  'sign_in.attempt': SignInAttempt
  'sign_in.credential': SignInCredential
  'sign_in.passkey': SignInPasskey
  'sign_in.second_factor': SignInSecondFactor
  'sign_in.session': SignInSession
  'sign_in.user_account': SignInUserAccount
  'sign_in.verification': SignInVerification
}
