import { Columns, Empty, Fact, Facts, PageHead, Rows, Section, State } from '../../web/blocks.tsx'
import { Field, Select, TextArea } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import type { Municipality } from '../../people/store.ts'
import { foraPaths, onDay } from '../paths.ts'
import { seatTexts } from '../seats/texts.ts'
import type { OfficeRow, OrganisationRow, OrganisationSeat } from './organisations-store.ts'
import { LoadSection } from './person-page.tsx'
import { loadOf, organisationKinds } from './rules.ts'
import { directoryTexts } from './texts.ts'

interface OrganisationPageProps {
  asked: Asked
  organisation: OrganisationRow
  parts: readonly OrganisationRow[]
  offices: readonly OfficeRow[]
  seats: readonly OrganisationSeat[]
}

const Offices = ({ asked, offices }: OrganisationPageProps) => {
  const t = directoryTexts[asked.lang]
  const seesPersons = asked.may('persons.see')
  // A member sees only the holders they sit with, so to them an office without a name is not known to be vacant.
  const seesAllHolders = asked.may('overview.see')
  const link = (path: string, label: string) => (
    <a href={onDay(inDistrict(asked.district, path), asked.asOf)}>{label}</a>
  )
  const columns: Column<OfficeRow>[] = [
    {
      key: 'office',
      label: t.office,
      cell: (row) => (seesPersons ? link(foraPaths.office(row.id), row.title) : row.title),
    },
    ...(seesPersons
      ? [
          {
            key: 'holder',
            label: t.holder,
            cell: (row: OfficeRow) =>
              row.holderId !== null && row.holderName !== null ? (
                link(foraPaths.person(row.holderId), row.holderName)
              ) : seesAllHolders ? (
                <State kind="warn">{t.vacant}</State>
              ) : (
                <span class="sv-2">{t.notShown}</span>
              ),
          },
        ]
      : []),
  ]
  return (
    <Section id="embeder" title={t.offices}>
      {offices.length === 0 ? (
        <Empty title={t.noOffices}>{asked.may('offices.edit') && <p>{t.noOfficesText}</p>}</Empty>
      ) : (
        <Table caption={t.offices} captionHidden columns={columns} rows={offices} />
      )}
    </Section>
  )
}

const Seats = ({ asked, seats }: OrganisationPageProps) => {
  const t = directoryTexts[asked.lang]
  const s = seatTexts[asked.lang]
  const columns: Column<OrganisationSeat>[] = [
    {
      key: 'forum',
      label: t.forum,
      cell: (row) => (
        <>
          <a href={onDay(inDistrict(asked.district, foraPaths.forum(row.slug)), asked.asOf)}>{row.forumName}</a>
          {row.status !== 'active' && <small>{t[row.status]}</small>}
        </>
      ),
    },
    { key: 'through', label: t.through, cell: (row) => row.officeTitle ?? t.itself },
    { key: 'role', label: t.role, cell: (row) => s.roles[row.role] },
  ]
  return (
    <Section id="pladser" title={t.seats} count={t.loadFora(loadOf(seats).fora)}>
      {seats.length === 0 ? (
        <Empty title={t.noSeats}>{asked.may('seats.edit') && <p>{t.noSeatsText}</p>}</Empty>
      ) : (
        <Table caption={t.seats} captionHidden columns={columns} rows={seats} />
      )}
    </Section>
  )
}

/** One organisation: what the cooperation is for, its parts and offices, and where it sits. */
export const OrganisationPage = (props: OrganisationPageProps) => {
  const { asked, organisation, parts, seats } = props
  const t = directoryTexts[asked.lang]
  const link = (id: string, name: string) => (
    <a href={onDay(inDistrict(asked.district, foraPaths.organisation(id)), asked.asOf)}>{name}</a>
  )
  return (
    <Page
      frame={asked.frame}
      title={organisation.name}
      current="offices"
      crumbs={[
        { href: onDay(inDistrict(asked.district, foraPaths.organisations), asked.asOf), label: t.organisations },
      ]}
    >
      <PageHead
        title={organisation.name}
        lead={t.kinds[organisation.kind]}
        actions={
          asked.may('offices.edit') && asked.asOf === null ? (
            <a
              class="button button-secondary"
              href={inDistrict(asked.district, `${foraPaths.organisation(organisation.id)}/ret`)}
            >
              {t.edit}
            </a>
          ) : undefined
        }
      />
      <Columns>
        <div>
          <Section id="formaal" title={t.purpose}>
            {organisation.purpose === '' ? <State kind="none">{t.missing}</State> : <p>{organisation.purpose}</p>}
          </Section>
          <Offices {...props} />
          <Seats {...props} />
        </div>
        <div>
          <LoadSection asked={asked} load={loadOf(seats)} />
          <Section id="hvor" title={t.organisation}>
            <Facts stacked>
              <Fact term={t.municipality}>{organisation.municipalityName ?? t.noMunicipality}</Fact>
              {organisation.parentId !== null && organisation.parentName !== null && (
                <Fact term={t.partOf}>{link(organisation.parentId, organisation.parentName)}</Fact>
              )}
            </Facts>
          </Section>
          {parts.length > 0 && (
            <Section id="dele" title={t.parts}>
              <Rows columns="pair" small>
                {parts.map((part) => (
                  <li>
                    <b>{link(part.id, part.name)}</b>
                    <span>{part.municipalityName ?? t.kinds[part.kind]}</span>
                  </li>
                ))}
              </Rows>
            </Section>
          )}
        </div>
      </Columns>
    </Page>
  )
}

interface EditOrganisationProps {
  asked: Asked
  /** Null for a new one. */
  organisation: OrganisationRow | null
  municipalities: readonly Municipality[]
  others: readonly OrganisationRow[]
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** The form that creates or edits an organisation. */
export const EditOrganisationPage = (props: EditOrganisationProps) => {
  const { asked, organisation, municipalities, others, values, problems = [] } = props
  const t = directoryTexts[asked.lang]
  const title = organisation === null ? t.create : t.editOrganisation(organisation.name)
  const list = inDistrict(asked.district, foraPaths.organisations)
  const back = organisation === null ? list : inDistrict(asked.district, foraPaths.organisation(organisation.id))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="offices"
      problems={problems}
      crumbs={[
        { href: list, label: t.organisations },
        ...(organisation === null ? [] : [{ href: back, label: organisation.name }]),
      ]}
    >
      <PageHead title={title} />
      <Form
        action={organisation === null ? inDistrict(asked.district, foraPaths.createOrganisation) : `${back}/ret`}
        values={values}
        problems={problems}
        {...(organisation !== null && { version: organisation.version })}
      >
        <Field name="navn" label={t.fields.navn} />
        <Select
          name="art"
          label={t.fields.art}
          choices={organisationKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
        />
        <Select
          name="kommune"
          label={t.fields.kommune}
          hint={t.hints.station}
          empty={t.noMunicipality}
          choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        <Select
          name="del"
          label={t.fields.del}
          empty={t.none}
          choices={others
            .filter(({ id }) => id !== organisation?.id)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextArea name="formaal" label={t.fields.formaal} hint={t.hints.formaal} rows={4} />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
