import { shortDay } from '../../base/language.ts'
import { parseDay } from '../../base/time.ts'
import { Empty, Message, PageHead, Section, State } from '../../web/blocks.tsx'
import { dateParts } from '../../web/date-field.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, Radios, Select } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { registerTexts } from '../register/texts.ts'
import type { Composition } from './composition.ts'
import { CompositionNote } from './composition-note.tsx'
import { timeOf } from './periods.ts'
import { isVacant, parties, type Party, seatOwners, seatRoles } from './rules.ts'
import { seatEditTexts } from './seat-edit-texts.ts'
import type { SeatRow } from './store.ts'
import { TakenNote } from './taken-note.tsx'
import { seatTexts } from './texts.ts'

interface ForumOfSeats {
  id: string
  slug: string
  name: string
}

interface FilledForm {
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

interface SeatsPageProps extends FilledForm {
  asked: Asked
  forum: ForumOfSeats
  /** Every seat the forum has, has had and is to have. */
  seats: readonly SeatRow[]
  composition: Composition | null
  /** Names of offices, organisations and persons, offered while typing. */
  names: readonly string[]
  /** Why a seat could not be restored. */
  refusal?: string
}

const crumbsOf = (asked: Asked, forum: ForumOfSeats) => [
  { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
  { href: inDistrict(asked.district, foraPaths.forum(forum.slug)), label: forum.name },
]

/** Role, party and who appointed: what a new seat and an old one have in common. */
const SeatFields = ({ asked }: { asked: Asked }) => {
  const t = seatEditTexts[asked.lang]
  const s = seatTexts[asked.lang]
  return (
    <>
      <Select name="rolle" label={t.role} choices={seatRoles.map((role) => ({ value: role, label: s.roles[role] }))} />
      <Select
        name="part"
        label={t.party}
        hint={t.partyHint}
        empty={t.followsOrganisation}
        choices={parties.map((party) => ({ value: party, label: s.parties[party] }))}
      />
      <Field name="udpeget" label={t.appointedBy} />
    </>
  )
}

const TermField = ({ asked, composition }: { asked: Asked; composition: Composition | null }) => {
  const t = seatEditTexts[asked.lang]
  const months = composition?.termMonths ?? null
  return <DateField name="periode" label={t.termEnds} {...(months !== null && { hint: t.termHint(months) })} />
}

const seatColumns = ({ asked, forum }: SeatsPageProps, former: boolean): Column<SeatRow>[] => {
  const t = seatEditTexts[asked.lang]
  const s = seatTexts[asked.lang]
  const day = (text: string) => shortDay(text, asked.lang)
  return [
    { key: 'seat', label: t.columns.seat, cell: (seat) => seat.label },
    ...(former
      ? []
      : [
          {
            key: 'now',
            label: t.columns.now,
            cell: (seat: SeatRow) =>
              isVacant(seat) ? (
                <State kind="warn">{s.vacant}</State>
              ) : (
                (seat.holderName ?? <span class="sv-2">{s.sentByOrganisation}</span>)
              ),
          },
        ]),
    { key: 'role', label: t.columns.role, cell: (seat) => s.roles[seat.role] },
    { key: 'party', label: t.columns.party, cell: (seat) => s.parties[seat.party] },
    {
      key: 'period',
      label: t.columns.period,
      cell: (seat) => (
        <>
          {seat.validTo === null ? t.from(day(seat.validFrom)) : t.until(day(seat.validFrom), day(seat.validTo))}
          {!former && seat.termEnds !== null && <small>{t.termEndsOn(day(seat.termEnds))}</small>}
        </>
      ),
    },
    {
      key: 'action',
      label: t.columns.action,
      cell: (seat) =>
        former ? (
          <PostButton
            action={inDistrict(asked.district, foraPaths.restoreSeat(forum.slug, seat.id))}
            label={t.restore}
            about={seat.label}
            fields={{ version: seat.version }}
            look="link"
          />
        ) : (
          <div class="sv-acts">
            <a
              href={inDistrict(asked.district, foraPaths.seat(forum.slug, seat.id))}
              aria-label={`${t.edit}: ${seat.label}`}
            >
              {t.edit}
            </a>
            {seat.officeId !== null && (
              <a
                href={inDistrict(asked.district, foraPaths.changeHolder(seat.officeId))}
                aria-label={`${isVacant(seat) ? s.fill : t.change}: ${seat.label}`}
              >
                {isVacant(seat) ? s.fill : t.change}
              </a>
            )}
          </div>
        ),
    },
  ]
}

const AddSeat = ({ asked, forum, composition, names, values, problems = [] }: SeatsPageProps) => {
  const t = seatEditTexts[asked.lang]
  return (
    <Section id="tilfoej" title={t.add}>
      <Form
        action={inDistrict(asked.district, foraPaths.seats(forum.slug))}
        problems={problems}
        values={values ?? { art: 'office', rolle: 'member', ...dateParts('fra', asked.today) }}
      >
        <Radios
          name="art"
          label={t.kind}
          choices={seatOwners.map((owner) => ({ value: owner, label: t.kinds[owner], hint: t.kindHints[owner] }))}
        />
        <Field name="navn" label={t.name} hint={t.nameHint} width="full" autocomplete="off" suggestions={names} />
        <SeatFields asked={asked} />
        <DateField name="fra" label={t.start} />
        <TermField asked={asked} composition={composition} />
        <Buttons
          submit={t.addSeat}
          cancel={{ href: inDistrict(asked.district, foraPaths.forum(forum.slug)), label: t.backTo }}
        />
      </Form>
    </Section>
  )
}

/** The seats of a forum: those there are, a form for one more, and those that were. */
export const SeatsPage = (props: SeatsPageProps) => {
  const { asked, forum, seats, composition, problems = [], refusal } = props
  const t = seatEditTexts[asked.lang]
  const title = t.title(forum.name)
  const current = seats.filter((seat) => timeOf(seat, asked.today) !== 'former')
  const former = seats.filter((seat) => timeOf(seat, asked.today) === 'former')
  return (
    <Page frame={asked.frame} title={title} current="fora" problems={problems} crumbs={crumbsOf(asked, forum)}>
      <PageHead title={title} lead={t.lead} />
      {refusal !== undefined && (
        <Message kind="error" title={t.cannotRestore}>
          <p>
            {refusal}. {t.restored}
          </p>
        </Message>
      )}
      <Section id="nu" title={t.current} count={t.count(current.length)}>
        {current.length === 0 ? (
          <Empty title={t.none}>
            <p>{t.noneText}</p>
          </Empty>
        ) : (
          <Table caption={t.current} captionHidden columns={seatColumns(props, false)} rows={current} />
        )}
        <CompositionNote
          asked={asked}
          forum={forum}
          composition={composition}
          seats={current.filter((seat) => timeOf(seat, asked.today) === 'current')}
        />
      </Section>
      <AddSeat {...props} />
      {former.length > 0 && (
        <Section id="tidligere" title={t.former} count={t.count(former.length)}>
          <Table caption={t.former} captionHidden columns={seatColumns(props, true)} rows={former} />
        </Section>
      )}
    </Page>
  )
}

interface SeatPageProps extends FilledForm {
  asked: Asked
  forum: ForumOfSeats
  seat: SeatRow
  composition: Composition | null
  /** Who saved first, when somebody did. */
  takenBy?: string
}

/** The form's values for a seat as it is stored. `party` is null where it follows the organisation. */
export const seatValues = (seat: SeatRow, party: Party | null): Record<string, string> => ({
  rolle: seat.role,
  part: party ?? '',
  udpeget: seat.appointedBy,
  ...dateParts('fra', parseDay(seat.validFrom)),
  ...dateParts('periode', seat.termEnds === null ? null : parseDay(seat.termEnds)),
  ...dateParts('slut', seat.validTo === null ? null : parseDay(seat.validTo)),
})

const storedNow = (asked: Asked, seat: SeatRow): Record<string, string> => {
  const t = seatEditTexts[asked.lang]
  const s = seatTexts[asked.lang]
  const day = (text: string | null) => (text === null ? '' : shortDay(text, asked.lang))
  return {
    [t.role]: s.roles[seat.role],
    [t.columns.party]: s.parties[seat.party],
    [t.appointedBy]: seat.appointedBy,
    [t.start]: day(seat.validFrom),
    [t.termEnds]: day(seat.termEnds),
    [t.ends]: day(seat.validTo),
  }
}

/** Changes one seat, or ends it. */
export const SeatPage = ({ asked, forum, seat, composition, values, problems = [], takenBy }: SeatPageProps) => {
  const t = seatEditTexts[asked.lang]
  const title = t.editTitle(seat.label)
  const back = inDistrict(asked.district, foraPaths.seats(forum.slug))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={problems}
      crumbs={[...crumbsOf(asked, forum), { href: back, label: registerTexts[asked.lang].seats }]}
    >
      <PageHead title={title} lead={t.editLead(forum.name)} />
      {takenBy !== undefined && <TakenNote asked={asked} name={takenBy} stored={storedNow(asked, seat)} />}
      <Form
        action={inDistrict(asked.district, foraPaths.seat(forum.slug, seat.id))}
        version={seat.version}
        values={values ?? {}}
        problems={problems}
      >
        <SeatFields asked={asked} />
        <DateField name="fra" label={t.start} />
        <TermField asked={asked} composition={composition} />
        <DateField name="slut" label={t.ends} hint={t.endsHint} />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
