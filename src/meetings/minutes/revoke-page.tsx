import { TextArea } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'

/** What can be taken back: circulated minutes, or a publication. */
export type Revocable = 'takeBack' | 'withdraw'

/** One question before something is taken back: why. */
export const RevokePage = ({
  asked,
  meeting,
  what,
  values,
  problems = [],
  ...rest
}: FormPageProps & { what: Revocable }) => {
  const t = approvalTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <FormPage asked={asked} meeting={meeting} title={t[what]} problems={problems} {...rest}>
      <p>{t.revokeLead[what]}</p>
      <Form
        action={href(meetingPaths[what](meeting.id))}
        version={meeting.version}
        problems={problems}
        {...(values && { values })}
      >
        <TextArea name="grund" label={t.reason} hint={t.reasonHint} rows={2} />
        <Buttons submit={t[what]} cancel={{ href: href(meetingPaths.minutes(meeting.id)) }} />
      </Form>
    </FormPage>
  )
}
