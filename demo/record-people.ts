import { sortKey } from '../src/base/danish.ts'
import { type CalendarDay, day } from '../src/base/time.ts'
import { type DemoOffice, demoOffices, officesSince } from './offices.ts'
import { demoOrganisations } from './organisations.ts'
import { demoPeople } from './people.ts'
import { logAll, type Recording } from './recording.ts'
import { begun, onDay, type When } from './when.ts'

/** When an office changed hands, or fell vacant, after the register was begun; null when it did not. */
export function laterChange(
  { since, former, formerUntil, holder }: DemoOffice,
  today: CalendarDay,
): { on: CalendarDay; to: string | null } | null {
  const when: When | null = formerUntil ?? (former === undefined ? null : since)
  if (when === null) return null
  const on = onDay(when, today)
  return on > begun(today) ? { on, to: holder } : null
}

async function recordOrganisations({ trx, district, organisations }: Recording): Promise<void> {
  const rows = demoOrganisations.map(({ name, kind, purpose, municipality, part }) => ({
    district,
    id: organisations.add(name),
    name,
    sort_name: sortKey(name),
    kind,
    purpose,
    municipality_code: municipality ?? null,
    parent_id: part === undefined ? null : organisations.of(part),
    valid_from: officesSince,
  }))
  await trx.insertInto('people.organisation').values(rows).execute()
}

async function recordOffices({ trx, district, organisations, offices }: Recording): Promise<void> {
  const rows = demoOffices.map(({ title, organisation, municipality }) => ({
    district,
    id: offices.add(title),
    title,
    sort_title: sortKey(title),
    organisation_id: organisations.of(organisation),
    municipality_code: municipality ?? null,
    valid_from: officesSince,
  }))
  await trx.insertInto('people.office').values(rows).execute()
}

async function recordPersons(
  { trx, district, people }: Recording,
  accounts: ReadonlyMap<string, string>,
): Promise<void> {
  const rows = demoPeople.map(({ name, email, account }) => ({
    district,
    id: people.add(name),
    name,
    sort_name: sortKey(name),
    email,
    account_id: account === null ? null : (accounts.get(account) ?? null),
  }))
  await trx.insertInto('people.person').values(rows).execute()
}

/** Who held an office when the register was begun, and before. */
function tenuresOf(office: DemoOffice, today: CalendarDay): { name: string; from: When; to: CalendarDay | null }[] {
  const { holder, former, since, formerUntil } = office
  const later = laterChange(office, today)
  if (later !== null)
    return former === undefined
      ? []
      : [{ name: former, from: formerUntil === undefined ? officesSince : since, to: null }]
  const start = onDay(since, today)
  return [
    ...(former === undefined ? [] : [{ name: former, from: day(officesSince), to: start }]),
    ...(holder === null ? [] : [{ name: holder, from: start, to: null }]),
  ]
}

/** The organisations, offices and people of the register as it was begun. */
export async function recordPeople(recording: Recording, accounts: ReadonlyMap<string, string>): Promise<void> {
  const { trx, district, today, offices, people } = recording
  await recordOrganisations(recording)
  await recordOffices(recording)
  await recordPersons(recording, accounts)
  const tenures = demoOffices.flatMap((office) =>
    tenuresOf(office, today).map(({ name, from, to }) => ({
      district,
      office_id: offices.of(office.title),
      person_id: people.of(name),
      valid_from: onDay(from, today),
      valid_to: to,
    })),
  )
  await trx.insertInto('people.tenure').values(tenures).execute()
  await logAll(recording, [
    ...demoOffices.map(({ title }) => ({
      action: 'office.created',
      subjectKind: 'office',
      subjectId: offices.of(title),
      subjectName: title,
    })),
    ...demoPeople.map(({ name }) => ({
      action: 'person.created',
      subjectKind: 'person',
      subjectId: people.of(name),
      subjectName: name,
    })),
  ])
}
