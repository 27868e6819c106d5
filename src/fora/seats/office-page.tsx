import { longDay, moment, shortDay } from '../../base/language.ts'
import { Columns, Empty, Fact, Facts, Note, PageHead, Section, State } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { type HolderChange, holderOn, type Tenure, undoingOf } from './holder-rules.ts'
import type { OfficeSeat } from './holder-store.ts'
import type { Office } from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { timeOf } from './periods.ts'
import { seatTexts } from './texts.ts'

export interface OfficePageProps {
  asked: Asked
  office: Office
  tenures: readonly Tenure[]
  /** False when the actor may not see who holds offices, so that silence is not taken for a vacant one. */
  holderKnown: boolean
  seats: readonly OfficeSeat[]
  lastChange: HolderChange | null
}

const Holder = ({ asked, tenures, holderKnown }: OfficePageProps) => {
  const t = officeTexts[asked.lang]
  const holder = holderOn(tenures, asked.day)
  const coming = tenures.find(({ validFrom }) => validFrom > asked.day)
  if (holder === null && !holderKnown) return <span class="sv-2">{t.hidden}</span>
  return (
    <>
      {holder === null ? (
        <State kind="warn">{t.noHolder}</State>
      ) : (
        <>
          <a href={onDay(inDistrict(asked.district, foraPaths.person(holder.personId)), asked.asOf)}>
            {holder.personName}
          </a>{' '}
          {t.since(longDay(holder.validFrom, asked.lang))}
          {holder.validTo !== null && `. ${t.leaves(longDay(holder.validTo, asked.lang))}`}
        </>
      )}
      {coming !== undefined && (
        <>
          <br />
          {t.coming(coming.personName, longDay(coming.validFrom, asked.lang))}
        </>
      )}
    </>
  )
}

const Holders = ({ asked, tenures }: OfficePageProps) => {
  const t = officeTexts[asked.lang]
  const columns: Column<Tenure>[] = [
    {
      key: 'person',
      label: t.person,
      cell: (row) => (
        <a href={onDay(inDistrict(asked.district, foraPaths.person(row.personId)), asked.asOf)}>{row.personName}</a>
      ),
    },
    { key: 'from', label: t.from, cell: (row) => shortDay(row.validFrom, asked.lang) },
    {
      key: 'to',
      label: t.to,
      cell: (row) =>
        row.validTo !== null ? (
          shortDay(row.validTo, asked.lang)
        ) : (
          <State kind="ok">{timeOf(row, asked.day) === 'future' ? t.toCome : t.stillHolds}</State>
        ),
    },
  ]
  return (
    <Section id="personer" title={t.holders}>
      {tenures.length === 0 ? (
        <p class="sv-2">{t.neverHeld}</p>
      ) : (
        <Table caption={t.holders} captionHidden columns={columns} rows={tenures} />
      )}
    </Section>
  )
}

const Seats = ({ asked, seats }: OfficePageProps) => {
  const t = officeTexts[asked.lang]
  const columns: Column<OfficeSeat>[] = [
    {
      key: 'forum',
      label: t.forum,
      cell: (row) => <a href={onDay(inDistrict(asked.district, foraPaths.forum(row.slug)), asked.asOf)}>{row.name}</a>,
    },
    { key: 'role', label: t.role, cell: (row) => seatTexts[asked.lang].roles[row.role] },
    {
      key: 'meetings',
      label: t.meetings,
      cell: ({ meetings: [next] }) =>
        next === undefined ? <span class="sv-2">{t.noMeetings}</span> : shortDay(next, asked.lang),
    },
  ]
  return (
    <Section id="pladser" title={t.seatsTitle} count={seats.length}>
      {seats.length === 0 ? (
        <Empty title={t.seatsNone}>
          <p>{t.seatsNoneText}</p>
        </Empty>
      ) : (
        <Table caption={t.seatsTitle} captionHidden columns={columns} rows={seats} />
      )}
    </Section>
  )
}

/** The latest change can be taken back, so that a mistake costs one click. */
const Undo = ({ asked, office, tenures, lastChange }: OfficePageProps) => {
  const t = officeTexts[asked.lang]
  const undoing = undoingOf(tenures, lastChange)
  if (undoing === null || lastChange === null || asked.asOf !== null || !asked.may('offices.edit')) return null
  return (
    <Note title={t.undoTitle}>
      <p>
        {t.lastChange(lastChange.actorName, moment(lastChange.at, asked.lang))}{' '}
        {undoing.remove !== null
          ? t.undoRemoves(undoing.remove.personName, undoing.reopen?.personName ?? null)
          : undoing.reopen !== null && t.undoReopens(undoing.reopen.personName)}
      </p>
      <div class="sv-gap">
        <PostButton
          action={inDistrict(asked.district, foraPaths.undoHolder(office.id))}
          label={t.undo}
          fields={{ version: office.version }}
        />
      </div>
    </Note>
  )
}

/** One office: who holds it, who held it, and its seats in fora. */
export const OfficePage = (props: OfficePageProps) => {
  const { asked, office, tenures, holderKnown } = props
  const t = officeTexts[asked.lang]
  const editable = asked.asOf === null && asked.may('offices.edit')
  const vacant = holderKnown && holderOn(tenures, asked.day) === null
  return (
    <Page
      frame={asked.frame}
      title={office.title}
      current="offices"
      crumbs={[{ href: onDay(inDistrict(asked.district, foraPaths.offices), asked.asOf), label: t.offices }]}
    >
      <PageHead
        title={office.title}
        {...(asked.asOf === null
          ? office.organisationName !== null && { lead: t.atOrganisation(office.organisationName) }
          : { lead: t.leadAsOf(longDay(asked.asOf, asked.lang)) })}
        actions={
          editable ? (
            <>
              <a class="button button-secondary" href={inDistrict(asked.district, foraPaths.editOffice(office.id))}>
                {t.edit}
              </a>
              <a class="button button-primary" href={inDistrict(asked.district, foraPaths.changeHolder(office.id))}>
                {vacant ? t.fill : t.change}
              </a>
            </>
          ) : undefined
        }
      />
      <Columns>
        <div>
          <Facts>
            <Fact term={t.now}>
              <Holder {...props} />
            </Fact>
            <Fact term={t.organisation}>
              {office.organisationId === null ? (
                t.noOrganisation
              ) : (
                <a href={onDay(inDistrict(asked.district, foraPaths.organisation(office.organisationId)), asked.asOf)}>
                  {office.organisationName}
                </a>
              )}
            </Fact>
            {office.municipalityName !== null && <Fact term={t.municipality}>{office.municipalityName}</Fact>}
            {office.validTo !== null && <Fact term={t.ended}>{longDay(office.validTo, asked.lang)}</Fact>}
          </Facts>
          <Seats {...props} />
        </div>
        <div>
          {(holderKnown || tenures.length > 0) && <Holders {...props} />}
          <Undo {...props} />
        </div>
      </Columns>
    </Page>
  )
}
