import { longDay, shortDay } from '../../base/language.ts'
import { Columns, Fact, Facts, Section } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Field, Radios, Select } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { StepGuide } from '../../web/steps.tsx'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { ownerChoices, taskField } from './handover.ts'
import type { Handing } from './handing.ts'
import { type KnownPerson, openTenure, personLabel, type Tenure } from './holder-rules.ts'
import type { OfficeSeat } from './holder-store.ts'
import { holderTexts } from './holder-texts.ts'
import type { Office } from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { TakenNote } from './taken-note.tsx'
import { seatTexts } from './texts.ts'

interface HolderProps {
  asked: Asked
  office: Office
  /** Latest first. */
  tenures: readonly Tenure[]
  seats: readonly OfficeSeat[]
}

interface HolderFormProps extends HolderProps {
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  persons: readonly KnownPerson[]
  /** Who saved first, when somebody did. */
  takenBy?: string
}

/** Where the office stands before the change, in one sentence. */
const standing = ({ asked, tenures }: HolderProps): string => {
  const t = holderTexts[asked.lang]
  const [latest] = tenures
  if (latest === undefined) return t.neverHeld
  if (latest.validTo !== null) return t.vacantSince(longDay(latest.validTo, asked.lang))
  const from = longDay(latest.validFrom, asked.lang)
  return latest.validFrom > asked.today ? t.comes(latest.personName, from) : t.held(latest.personName, from)
}

const crumbsOf = ({ asked, office }: HolderProps) => [
  { href: inDistrict(asked.district, foraPaths.offices), label: officeTexts[asked.lang].offices },
  { href: inDistrict(asked.district, foraPaths.office(office.id)), label: office.title },
]

const Steps = ({ asked, office, current }: HolderProps & { current: number }) => {
  const t = holderTexts[asked.lang]
  return (
    <StepGuide
      current={current}
      steps={[
        {
          title: t.stepOffice,
          text: office.title,
          href: inDistrict(asked.district, foraPaths.office(office.id)),
        },
        { title: t.stepPerson },
        { title: t.stepCheck },
      ]}
    />
  )
}

/** The second step: who takes over and from when, or that nobody does. */
export const HolderPage = (props: HolderFormProps) => {
  const { asked, office, tenures, seats, values, problems = [], persons, takenBy } = props
  const t = holderTexts[asked.lang]
  const canVacate = openTenure(tenures) !== null
  return (
    <Page frame={asked.frame} title={t.title} current="offices" problems={problems} crumbs={crumbsOf(props)}>
      <Columns kind="form">
        <Steps {...props} current={1} />
        <div>
          <h1>{t.title}</h1>
          <p class="sv-2">
            {office.title}. {standing(props)} {t.follows(new Set(seats.map(({ forumId }) => forumId)).size)}
          </p>
          {takenBy !== undefined && (
            <TakenNote asked={asked} name={takenBy} stored={{ [office.title]: standing(props) }} />
          )}
          <Form
            action={inDistrict(asked.district, foraPaths.changeHolder(office.id))}
            version={office.version}
            values={values}
            problems={problems}
          >
            {canVacate && (
              <Radios
                name="hvad"
                label={t.what}
                value="person"
                choices={[
                  { value: 'person', label: t.person },
                  { value: 'ledig', label: t.vacate, hint: t.vacateHint },
                ]}
              />
            )}
            <Field
              name="navn"
              label={t.name}
              hint={t.nameHint}
              autocomplete="off"
              suggestions={persons.map(personLabel)}
            />
            <Field name="mail" type="email" label={t.email} hint={t.emailHint} autocomplete="off" />
            <DateField name="fra" label={t.from} hint={t.fromHint} />
            <Buttons
              submit={t.next}
              cancel={{ href: inDistrict(asked.district, foraPaths.office(office.id)) }}
              name="trin"
              value="kontrol"
            />
          </Form>
        </div>
      </Columns>
    </Page>
  )
}

export interface NewHolder {
  name: string
  email: string | null
  /** False when the person is created by the change. */
  known: boolean
}

interface CheckProps extends HolderProps {
  /** Null when the office is left vacant. */
  person: NewHolder | null
  from: string
  /** The form's own fields, sent again when the change is stored. */
  fields: Readonly<Record<string, string>>
  version: number
  /** What the one who leaves must hand to others. */
  handing: Handing
  values: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
}

const shownMeetings = 3

/** Each open action point of the one who leaves, with the choice of who gets it. */
const TasksToHand = ({ asked, office, person, handing }: CheckProps) => {
  const t = holderTexts[asked.lang]
  if (handing.tasks.length === 0) return null
  return (
    <Section id="opgaver" title={t.tasks} count={handing.tasks.length}>
      <p class="sv-2">{t.tasksLead}</p>
      {handing.tasks.map((task) => (
        <Select
          name={taskField(task)}
          label={task.title}
          hint={t.taskHint(task.forumName, shortDay(task.dueOn, asked.lang))}
          {...(person !== null && { value: ownerChoices.office })}
          {...(person === null && { empty: t.chooseOwner })}
          choices={[
            ...(person === null
              ? []
              : [
                  { value: ownerChoices.office, label: t.toOffice(office.title) },
                  { value: ownerChoices.holder, label: t.toPerson(person.name) },
                ]),
            ...handing.offices
              .filter(({ forumIds }) => forumIds.includes(task.forumId))
              .map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      ))}
    </Section>
  )
}

const Handover = ({ asked, seats, handing }: CheckProps) => {
  const t = holderTexts[asked.lang]
  const columns: Column<OfficeSeat>[] = [
    {
      key: 'forum',
      label: t.forum,
      cell: (row) => <a href={inDistrict(asked.district, foraPaths.forum(row.slug))}>{row.name}</a>,
    },
    { key: 'role', label: t.role, cell: (row) => seatTexts[asked.lang].roles[row.role] },
    {
      key: 'meetings',
      label: t.meetings,
      cell: ({ meetings }) =>
        meetings.length === 0 ? (
          <span class="sv-2">{t.noMeetings}</span>
        ) : (
          <>
            {meetings
              .slice(0, shownMeetings)
              .map((day) => shortDay(day, asked.lang))
              .join(', ')}
            {meetings.length > shownMeetings && ` ${t.more(meetings.length - shownMeetings)}`}
          </>
        ),
    },
  ]
  return (
    <Section id="overdragelse" title={t.handover} count={seats.length}>
      {seats.length === 0 ? (
        <p class="sv-2">{t.noSeats}</p>
      ) : (
        <Table caption={t.handover} captionHidden columns={columns} rows={seats} />
      )}
      {handing.tasks.length === 0 && (
        <Facts>
          <Fact term={t.tasks}>{t.noTasks}</Fact>
        </Facts>
      )}
    </Section>
  )
}

/** The third step: the change as it will be stored, and what follows with the office. */
export const HolderCheckPage = (props: CheckProps) => {
  const { asked, office, tenures, person, from, fields, version, values, problems } = props
  const t = holderTexts[asked.lang]
  const open = openTenure(tenures)
  return (
    <Page frame={asked.frame} title={t.checkTitle} current="offices" problems={problems} crumbs={crumbsOf(props)}>
      <Columns kind="form">
        <Steps {...props} current={2} />
        <div>
          <h1>{t.checkTitle}</h1>
          <p class="sv-2">{t.notYet}</p>
          <Facts>
            <Fact term={t.office}>{office.title}</Fact>
            <Fact term={t.until}>{open === null ? t.nobody : open.personName}</Fact>
            <Fact term={t.afterwards}>
              {person === null ? (
                t.leftVacant
              ) : (
                <>
                  {person.name}
                  {person.email !== null && `, ${person.email}`}
                  <span class="sv-2"> – {person.known ? t.known : t.newPerson}</span>
                </>
              )}
            </Fact>
            <Fact term={t.start}>{longDay(from, asked.lang)}</Fact>
          </Facts>
          <Handover {...props} />
          <Form
            action={inDistrict(asked.district, foraPaths.changeHolder(office.id))}
            version={version}
            values={values}
            problems={problems}
          >
            <TasksToHand {...props} />
            {Object.entries(fields).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Buttons
              submit={t.save}
              name="trin"
              value="gem"
              cancel={{ href: inDistrict(asked.district, foraPaths.office(office.id)) }}
            >
              <button class="button button-secondary" type="submit" name="trin" value="ret">
                {t.back}
              </button>
            </Buttons>
          </Form>
        </div>
      </Columns>
    </Page>
  )
}
