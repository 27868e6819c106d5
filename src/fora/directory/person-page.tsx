import type { Child } from 'hono/jsx'
import { listed, numbered, shortDay } from '../../base/language.ts'
import { Columns, Empty, Fact, Facts, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { seatTexts } from '../seats/texts.ts'
import type { Person, TenureRow } from './persons-store.ts'
import type { PersonPlace } from './places-store.ts'
import { type Load, loadOf, periodOn } from './rules.ts'
import { directoryTexts } from './texts.ts'

interface PersonPageProps {
  asked: Asked
  person: Person
  tenures: readonly TenureRow[]
  places: readonly PersonPlace[]
}

const periodWords = (asked: Asked, period: { since: string; until: string | null }): string => {
  const t = directoryTexts[asked.lang]
  const since = shortDay(period.since, asked.lang)
  if (period.until !== null) return t.between(since, shortDay(period.until, asked.lang))
  return periodOn(asked.day, period) === 'coming' ? t.from(since) : t.since(since)
}

const useLink = (asked: Asked) => (path: string, label: Child) => (
  <a href={onDay(inDistrict(asked.district, path), asked.asOf)}>{label}</a>
)

const Offices = ({ asked, tenures }: { asked: Asked; tenures: readonly TenureRow[] }) => {
  const t = directoryTexts[asked.lang]
  const link = useLink(asked)
  return (
    <Rows columns="lead">
      {tenures.map((tenure) => (
        <Row
          lead={<span class="sv-2">{periodWords(asked, tenure)}</span>}
          title={link(foraPaths.office(tenure.officeId), tenure.title)}
        >
          {tenure.organisationId !== null && tenure.organisationName !== null
            ? link(foraPaths.organisation(tenure.organisationId), tenure.organisationName)
            : t.noMunicipality}
        </Row>
      ))}
    </Rows>
  )
}

const Places = ({ asked, places, caption }: { asked: Asked; places: readonly PersonPlace[]; caption: string }) => {
  const t = directoryTexts[asked.lang]
  const s = seatTexts[asked.lang]
  const link = useLink(asked)
  const columns: Column<PersonPlace>[] = [
    {
      key: 'forum',
      label: t.forum,
      cell: (row) => (
        <>
          {link(foraPaths.forum(row.slug), row.forumName)}
          {row.status !== 'active' && <small>{t[row.status]}</small>}
        </>
      ),
    },
    { key: 'role', label: t.role, cell: (row) => s.roles[row.role] },
    {
      key: 'through',
      label: t.through,
      cell: (row) =>
        row.officeId === null || row.officeTitle === null
          ? t.own
          : link(foraPaths.office(row.officeId), row.officeTitle),
    },
    { key: 'period', label: t.period, cell: (row) => <span class="sv-nw">{periodWords(asked, row)}</span> },
  ]
  return <Table caption={caption} captionHidden columns={columns} rows={places} />
}

/** What the seats ask in a year, with the reservations that belong to it. */
export const LoadSection = ({ asked, load }: { asked: Asked; load: Load }) => {
  const t = directoryTexts[asked.lang]
  return (
    <Section id="moeder" title={t.load}>
      <p class="sv-big">{load.meetings === 0 ? t.noLoad : t.loadWords(numbered(load.meetings, asked.lang, 1))}</p>
      {load.withoutNumber > 0 && (
        <p class="sv-sm">
          <State kind="none">{t.loadUnknown(load.withoutNumber)}</State>
        </p>
      )}
      <p class="sv-sm sv-2">
        {t.loadRule}
        {!asked.may('history.see') && ` ${t.onlyVisible}`}
      </p>
    </Section>
  )
}

const Former = ({ asked, tenures, places }: Omit<PersonPageProps, 'person'>) => {
  const t = directoryTexts[asked.lang]
  return (
    <Section id="tidligere" title={t.former}>
      {tenures.length + places.length === 0 ? (
        <p class="sv-2">{t.noFormer}</p>
      ) : (
        <>
          {tenures.length > 0 && <Offices asked={asked} tenures={tenures} />}
          {places.length > 0 && <Places asked={asked} places={places} caption={t.former} />}
        </>
      )}
    </Section>
  )
}

/** One person: offices and fora now and formerly, and how many meetings it makes. */
export const PersonPage = ({ asked, person, tenures, places }: PersonPageProps) => {
  const t = directoryTexts[asked.lang]
  const isFormer = (period: { since: string; until: string | null }) => periodOn(asked.day, period) === 'former'
  const isNow = (period: { since: string; until: string | null }) => periodOn(asked.day, period) === 'now'
  const held = tenures.filter((tenure) => !isFormer(tenure))
  const seats = places.filter((place) => !isFormer(place))
  const municipalities = [...new Set(held.flatMap(({ municipalityName }) => municipalityName ?? []))]
  const titles = held.filter(isNow).map(({ title }) => title)
  return (
    <Page
      frame={asked.frame}
      title={person.name}
      current="offices"
      crumbs={[{ href: onDay(inDistrict(asked.district, foraPaths.persons), asked.asOf), label: t.persons }]}
    >
      <PageHead
        title={person.name}
        lead={titles.length === 0 ? t.noOffice : listed(titles, asked.lang)}
        actions={
          asked.may('offices.edit') && asked.asOf === null ? (
            <a class="button button-secondary" href={inDistrict(asked.district, `${foraPaths.person(person.id)}/ret`)}>
              {t.edit}
            </a>
          ) : undefined
        }
      />
      <Columns>
        <div>
          <Section id="embeder" title={t.officesNow}>
            {held.length === 0 ? <p class="sv-2">{t.noOffice}</p> : <Offices asked={asked} tenures={held} />}
          </Section>
          <Section id="fora" title={t.foraNow} count={t.loadFora(loadOf(seats.filter(isNow)).fora)}>
            {seats.length === 0 ? (
              <Empty title={t.noForaNow}>
                <p>{t.noForaText}</p>
              </Empty>
            ) : (
              <Places asked={asked} places={seats} caption={t.foraNow} />
            )}
          </Section>
          <Former asked={asked} tenures={tenures.filter(isFormer)} places={places.filter(isFormer)} />
        </div>
        <div>
          <LoadSection asked={asked} load={loadOf(places.filter(isNow))} />
          <Section id="kontakt" title={t.contact}>
            <Facts stacked>
              <Fact term={t.email}>
                {person.email === null ? (
                  <span class="sv-2">{t.noEmail}</span>
                ) : (
                  <a href={`mailto:${person.email}`}>{person.email}</a>
                )}
              </Fact>
              <Fact term={t.municipality}>
                {municipalities.length === 0 ? t.noMunicipality : listed(municipalities, asked.lang)}
              </Fact>
            </Facts>
          </Section>
        </div>
      </Columns>
    </Page>
  )
}

interface EditPersonProps {
  asked: Asked
  person: Person
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** The form for a person's name and address. Offices change hands on the page of the office. */
export const EditPersonPage = ({ asked, person, values, problems = [] }: EditPersonProps) => {
  const t = directoryTexts[asked.lang]
  const title = t.editPerson(person.name)
  const back = inDistrict(asked.district, foraPaths.person(person.id))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="offices"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.persons), label: t.persons },
        { href: back, label: person.name },
      ]}
    >
      <PageHead title={title} lead={t.editPersonLead} />
      <Form action={`${back}/ret`} version={person.version} values={values} problems={problems}>
        <Field name="navn" label={t.fields.navn} hint={t.hints.navn} />
        <Field name="email" type="email" label={t.fields.email} autocomplete="off" />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
