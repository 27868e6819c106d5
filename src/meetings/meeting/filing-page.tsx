import { PageHead, Section } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { ClashField } from '../../web/two-editors.tsx'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { meetingFormTexts } from './form-texts.ts'
import type { Meeting } from './meeting-store.ts'
import { nameOfMeeting } from './wording.ts'

/** What a meeting is filed under, by the names of the form. */
export const filingValues = ({ caseNumber, kleNumber }: Meeting): Record<string, string> => ({
  sagsnummer: caseNumber,
  kle: kleNumber,
})

/** Both fields, for the page that shows what two editors made of them. */
export const filingClash = (asked: Asked): ClashField[] => {
  const t = meetingFormTexts[asked.lang]
  return [
    { name: 'sagsnummer', logged: 'caseNumber', label: t.caseNumber },
    { name: 'kle', logged: 'kleNumber', label: t.kle },
  ]
}

interface FilingProps {
  asked: Asked
  meeting: Meeting
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

const FilingForm = ({ asked, meeting, values, problems = [], cancel }: FilingProps & { cancel?: string }) => {
  const t = meetingFormTexts[asked.lang]
  return (
    <Form
      action={inDistrict(asked.district, meetingPaths.filing(meeting.id))}
      version={meeting.version}
      values={values ?? filingValues(meeting)}
      problems={problems}
      id="journal-tal"
    >
      <Field name="sagsnummer" label={t.caseNumber} width="short" />
      <Field name="kle" label={t.kle} hint={t.kleHint} width="short" />
      <Buttons submit={t.saveFiling} {...(cancel !== undefined && { cancel: { href: cancel } })} />
    </Form>
  )
}

/** For the meeting's own page: what it is filed under can be noted when all else is locked. */
export const FilingSection = ({ asked, meeting }: FilingProps) =>
  isLocked(meeting.state) && isInCharge(asked, meeting) ? (
    <Section id="journal" title={meetingFormTexts[asked.lang].filing}>
      <FilingForm asked={asked} meeting={meeting} />
    </Section>
  ) : null

/** The same form on a page of its own, where something was wrong with it. */
export const FilingPage = (props: FilingProps) => {
  const { asked, meeting } = props
  const t = meetingFormTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const name = nameOfMeeting(meeting, asked.lang)
  const title = t.filingTitle(name)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.meeting(meeting.id)), label: name },
      ]}
    >
      <PageHead title={title} lead={t.filingLead} />
      <FilingForm {...props} cancel={href(meetingPaths.meeting(meeting.id))} />
    </Page>
  )
}
