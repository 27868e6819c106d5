import { seatTexts } from '../../fora/seats/texts.ts'
import { Field, Select } from '../../web/fields.tsx'
import { PostButton } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber } from '../rules.ts'
import type { Attendance } from './attendance-store.ts'
import { CellSelect, CellText } from './cell-fields.tsx'
import { comings, seatedOf, valuesOfAttendance } from './forms.ts'
import { Fold, type Refused, SavingForm } from './saving-form.tsx'
import { holdTexts } from './texts.ts'

interface AttendanceFormProps {
  asked: Asked
  meeting: Meeting
  items: readonly Item[]
  attendance: readonly Attendance[]
  refused: Refused | undefined
}

/** How many of those asked were there, a deputy counted as the seat. */
const presentOf = (attendance: readonly Attendance[]): { present: number; all: number } => {
  const seated = seatedOf(attendance)
  return { present: seated.filter(({ status }) => status === 'present').length, all: seated.length }
}

/** The office and, where it is another than member, the role: "Kontorchef, sekretær". */
const seatWords = ({ name, label, role }: Attendance, lang: Asked['lang']): string =>
  [
    ...(label === name || label === '' ? [] : [label]),
    ...(role === null || role === 'member' ? [] : [seatTexts[lang].roles[role].toLowerCase()]),
  ].join(', ')

const Guests = ({ asked, meeting, items, attendance, refused }: AttendanceFormProps) => {
  const t = holdTexts[asked.lang].attendance
  const guests = attendance.filter(({ capacity }) => capacity === 'guest')
  const numberOf = (itemId: string | null) => {
    const item = items.find(({ id }) => id === itemId)
    return item === undefined ? null : itemNumber(meeting.firstItemNumber, item.position)
  }
  return (
    <>
      <h3 class="sv-gap">{t.guests}</h3>
      {guests.length > 0 && (
        <Table
          caption={t.guests}
          captionHidden
          rows={guests}
          columns={[
            { key: 'navn', label: t.guestName, cell: ({ name }) => name },
            { key: 'hvorfra', label: t.guestLabel, cell: ({ label }) => label },
            {
              key: 'punkt',
              label: t.guestItem,
              cell: ({ itemId }) => {
                const number = numberOf(itemId)
                return number === null ? t.wholeMeeting : t.guestAt(number)
              },
            },
            {
              key: 'fjern',
              label: t.removeGuest,
              cell: ({ id, name }) => (
                <PostButton
                  action={inDistrict(asked.district, meetingPaths.removeGuest(meeting.id))}
                  label={t.removeGuest}
                  about={name}
                  fields={{ gaest: id }}
                  look="link"
                />
              ),
            },
          ]}
        />
      )}
      <SavingForm
        asked={asked}
        id="gaest"
        about={meeting.id}
        action={meetingPaths.addGuest(meeting.id)}
        words={{ heading: t.addGuest, save: t.addGuest }}
        base={null}
        refused={refused}
      >
        <Field name="gaest" label={t.guestName} autocomplete="off" />
        <Field name="hvorfra" label={t.guestLabel} autocomplete="off" />
        <Select
          name="punkt"
          label={t.guestItem}
          empty={t.wholeMeeting}
          choices={items.map((item) => ({
            value: item.id,
            label: t.item(itemNumber(meeting.firstItemNumber, item.position), item.title),
          }))}
        />
      </SavingForm>
    </>
  )
}

/** Who came: seats with deputies, and guests. */
export const AttendanceForm = (props: AttendanceFormProps) => {
  const { asked, meeting, attendance, refused } = props
  const t = holdTexts[asked.lang].attendance
  const seated = seatedOf(attendance)
  const { present, all } = presentOf(attendance)
  const asName = ({ label, name, deputyFor }: Attendance) => label || deputyFor || name
  return (
    <Fold
      title={t.note}
      holds={t.present(present, all)}
      open={refused?.form === 'fremmoede' || refused?.form === 'gaest' || present === 0}
    >
      {seated.length > 0 && (
        <SavingForm
          asked={asked}
          id="fremmoede"
          about={meeting.id}
          action={meetingPaths.attendance(meeting.id)}
          words={t}
          base={valuesOfAttendance(seated)}
          refused={refused}
        >
          <Table
            caption={t.heading}
            captionHidden
            rows={seated}
            columns={[
              {
                key: 'navn',
                label: t.guestName,
                cell: (row) => (
                  <>
                    {row.capacity === 'deputy' ? row.deputyFor : row.name}
                    <small>{seatWords(row, asked.lang)}</small>
                  </>
                ),
              },
              {
                key: 'kom',
                label: t.status,
                cell: (row) => (
                  <CellSelect
                    name={`kom-${row.id}`}
                    label={`${t.status}, ${asName(row)}`}
                    choices={comings.map((coming) => ({ value: coming, label: t.statuses[coming] }))}
                  />
                ),
              },
              {
                key: 'for',
                label: t.deputyName,
                cell: (row) => <CellText name={`for-${row.id}`} label={t.deputyNameOf(asName(row))} />,
              },
            ]}
          />
        </SavingForm>
      )}
      <Guests {...props} />
    </Fold>
  )
}
