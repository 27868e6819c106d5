import { shortDay } from '../../base/language.ts'
import { Empty, Section, State } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { registerTexts } from '../register/texts.ts'
import type { Composition } from './composition.ts'
import { CompositionNote } from './composition-note.tsx'
import { isVacant } from './rules.ts'
import type { SeatRow } from './store.ts'
import { seatTexts } from './texts.ts'

interface ForumSeatsProps {
  asked: Asked
  forum: { slug: string; name: string }
  /** The seats of the day shown. */
  seats: readonly SeatRow[]
  composition: Composition | null
}

interface CellProps {
  asked: Asked
  seat: SeatRow
}

const Linked = ({ asked, path, label }: { asked: Asked; path: string; label: string }) => (
  <a href={onDay(inDistrict(asked.district, path), asked.asOf)}>{label}</a>
)

const OwnerCell = ({ asked, seat }: CellProps) => {
  if (asked.may('persons.see') && seat.officeId !== null)
    return <Linked asked={asked} path={foraPaths.office(seat.officeId)} label={seat.label} />
  if (asked.may('persons.see') && seat.personId === null && seat.organisationId !== null)
    return <Linked asked={asked} path={foraPaths.organisation(seat.organisationId)} label={seat.label} />
  if (seat.label === '') return <span class="sv-2">{seatTexts[asked.lang].ownSeat}</span>
  return <>{seat.label}</>
}

const HolderCell = ({ asked, seat }: CellProps) => {
  const t = seatTexts[asked.lang]
  if (isVacant(seat))
    return (
      <>
        <State kind="warn">{t.vacant}</State>
        {seat.vacantSince !== null && <small>{t.vacantSince(shortDay(seat.vacantSince, asked.lang))}</small>}
      </>
    )
  if (seat.holderId !== null && seat.holderName !== null)
    return <Linked asked={asked} path={foraPaths.person(seat.holderId)} label={seat.holderName} />
  return <span class="sv-2">{seat.officeId === null ? t.sentByOrganisation : t.hidden}</span>
}

const SinceCell = ({ asked, seat }: CellProps) => {
  const t = seatTexts[asked.lang]
  if (isVacant(seat) && seat.officeId !== null && asked.may('offices.edit') && asked.asOf === null)
    return (
      <a
        href={inDistrict(asked.district, foraPaths.changeHolder(seat.officeId))}
        aria-label={`${t.fill}: ${seat.label}`}
      >
        {t.fill}
      </a>
    )
  return <>{shortDay(seat.since, asked.lang)}</>
}

/** The seats of a forum on its page, who sits there, and where its composition departs from what was agreed. */
export const ForumSeats = ({ asked, forum, seats, composition }: ForumSeatsProps) => {
  const t = registerTexts[asked.lang]
  const s = seatTexts[asked.lang]
  const seesPersons = asked.may('persons.see')
  const columns: Column<SeatRow>[] = [
    { key: 'office', label: s.belongsTo, cell: (seat) => <OwnerCell asked={asked} seat={seat} /> },
    ...(seesPersons
      ? [{ key: 'holder', label: s.now, cell: (seat: SeatRow) => <HolderCell asked={asked} seat={seat} /> }]
      : []),
    { key: 'role', label: s.role, cell: (seat) => s.roles[seat.role] },
    { key: 'since', label: s.since, cell: (seat) => <SinceCell asked={asked} seat={seat} /> },
  ]
  return (
    <Section
      id="pladser"
      title={t.seats}
      count={t.seatsCount(seats.length, seesPersons ? seats.filter(isVacant).length : 0)}
      {...(asked.may('seats.edit') &&
        asked.asOf === null && {
          link: { href: inDistrict(asked.district, foraPaths.seats(forum.slug)), label: t.editSeats },
        })}
    >
      {seats.length === 0 ? (
        <Empty title={s.none}>
          <p>{s.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={s.caption(forum.name, shortDay(asked.day, asked.lang))}
          captionHidden
          columns={columns}
          rows={seats}
        />
      )}
      <CompositionNote asked={asked} forum={forum} composition={composition} seats={seats} />
    </Section>
  )
}
