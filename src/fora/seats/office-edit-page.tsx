import { longDay } from '../../base/language.ts'
import { parseDay } from '../../base/time.ts'
import type { Municipality } from '../../people/store.ts'
import { PageHead } from '../../web/blocks.tsx'
import { dateParts } from '../../web/date-field.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import type { Named, Office } from './office-store.ts'
import { officeTexts } from './office-texts.ts'
import { TakenNote } from './taken-note.tsx'

interface OfficeEditProps {
  asked: Asked
  /** The office being edited; null for a new one. */
  office: Office | null
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** Who saved first, when somebody did. */
  takenBy?: string
  municipalities: readonly Municipality[]
  organisations: readonly Named[]
}

/** The form's values for an office as it is stored. */
export const officeValues = (office: Office): Record<string, string> => ({
  titel: office.title,
  organisation: office.organisationId ?? '',
  kommune: office.municipalityCode ?? '',
  ...dateParts('ophoer', office.validTo === null ? null : parseDay(office.validTo)),
})

const storedNow = (asked: Asked, office: Office): Record<string, string> => {
  const t = officeTexts[asked.lang]
  return {
    [t.columns.title]: office.title,
    [t.organisation]: office.organisationName ?? '',
    [t.municipality]: office.municipalityName ?? '',
    [t.ended]: office.validTo === null ? t.ongoing : longDay(office.validTo, asked.lang),
  }
}

/** The form that creates or edits an office. */
export const OfficeEditPage = (props: OfficeEditProps) => {
  const { asked, office, values, problems = [], takenBy, municipalities, organisations } = props
  const t = officeTexts[asked.lang]
  const title = office === null ? t.createTitle : t.editTitle(office.title)
  const list = inDistrict(asked.district, foraPaths.offices)
  const back = office === null ? list : inDistrict(asked.district, foraPaths.office(office.id))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="offices"
      problems={problems}
      crumbs={[{ href: list, label: t.offices }, ...(office === null ? [] : [{ href: back, label: office.title }])]}
    >
      <PageHead title={title} lead={office === null ? t.createLead : t.editLead} />
      {takenBy !== undefined && office !== null && (
        <TakenNote asked={asked} name={takenBy} stored={storedNow(asked, office)} />
      )}
      <Form
        action={inDistrict(asked.district, office === null ? foraPaths.createOffice : foraPaths.editOffice(office.id))}
        values={values}
        problems={problems}
        {...(office !== null && { version: office.version })}
      >
        <Field name="titel" label={t.titleField} hint={t.titleHint} width="full" />
        <Select
          name="organisation"
          label={t.organisationField}
          empty={t.unknown}
          choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Select
          name="kommune"
          label={t.municipalityField}
          empty={t.unknown}
          choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        />
        {office !== null && <DateField name="ophoer" label={t.endsField} hint={t.endsHint} />}
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
