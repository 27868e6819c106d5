import { foraPaths } from '../../fora/paths.ts'
import { listed } from '../../base/language.ts'
import { Empty, Note, Section } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Checkbox, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Views } from '../../web/filter.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import { meetingPaths } from '../paths.ts'
import { approvalTexts } from './approval-texts.ts'
import { FormPage, type FormPageProps } from './form-page.tsx'
import { MinutesBody } from './minutes-body.tsx'
import { isSeen, type Minutes, type MinutesStyle } from './rules.ts'

/** Those in charge count the minutes as approved, such as at a meeting. */
export const ClosePage = ({ asked, meeting, values, problems = [], ...rest }: FormPageProps) => {
  const t = approvalTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <FormPage asked={asked} meeting={meeting} title={t.close} problems={problems} {...rest}>
      <p>{t.closeLead}</p>
      <Note kind="warn">
        <p>{t.lockWarning}</p>
      </Note>
      <Form
        action={href(meetingPaths.closeApproval(meeting.id))}
        version={meeting.version}
        problems={problems}
        {...(values && { values })}
      >
        <DateField name="moede" label={t.closeDay} hint={t.closeDayHint} />
        <TextArea name="grund" label={t.reason} rows={2} />
        <Buttons submit={t.closeButton} cancel={{ href: href(meetingPaths.minutes(meeting.id)) }} />
      </Form>
    </FormPage>
  )
}

/** A correction to locked minutes. */
export const AddendumPage = ({
  asked,
  meeting,
  minutes,
  next,
  values,
  problems = [],
}: FormPageProps & { minutes: Minutes; next: number }) => {
  const t = approvalTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <FormPage asked={asked} meeting={meeting} title={t.correct} problems={problems}>
      <p>{t.addendumLead}</p>
      <Form action={href(meetingPaths.addendum(meeting.id))} problems={problems} {...(values && { values })}>
        <input type="hidden" name="nummer" value={String(next)} />
        <Select
          name="punkt"
          label={t.addendumItem}
          empty={t.whole}
          choices={minutes.entries
            .filter(isSeen)
            .map(({ id, number, title }) => ({ value: id, label: `${String(number)}. ${title}` }))}
        />
        <TextArea name="ord" label={t.addendumWords} rows={4} />
        <Checkbox name="aaben" label={t.addendumOpen} />
        <Buttons submit={t.addendumButton} cancel={{ href: href(meetingPaths.minutes(meeting.id)) }} />
      </Form>
    </FormPage>
  )
}

interface PublishPageProps extends FormPageProps {
  /** To whom the forum's openness lets the minutes be published; empty for a closed forum. */
  choices: readonly ('partners' | 'public')[]
  to: 'partners' | 'public'
  /** The open part, as those readers will see it. */
  open: Minutes
  style: MinutesStyle
  /** Items the reader is kept out of, so that the preview lacks them. */
  withheld: readonly number[]
}

/** Who is to read the minutes, and exactly what they will see. */
export const PublishPage = (props: PublishPageProps) => {
  const { asked, meeting, choices, to, open, style, withheld, values, problems = [] } = props
  const t = approvalTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <FormPage asked={asked} meeting={meeting} title={t.publish} problems={problems}>
      {choices.length === 0 ? (
        <Empty title={t.forumClosed} actions={<a href={href(foraPaths.forum(meeting.forumSlug))}>{t.toForum}</a>}>
          <p>{t.forumClosedText}</p>
        </Empty>
      ) : (
        <>
          <p>{t.publishLead}</p>
          <Form
            action={href(meetingPaths.publish(meeting.id))}
            version={meeting.version}
            problems={problems}
            values={values ?? { til: to }}
          >
            <Radios
              name="til"
              label={t.publishTo}
              choices={choices.map((choice) => ({ value: choice, label: t.to[choice] }))}
            />
            <Buttons submit={t.publish} cancel={{ href: href(meetingPaths.minutes(meeting.id)) }} />
          </Form>
          <Section id="visning" title={t.preview[to]}>
            {choices.length > 1 && (
              <Views
                label={t.publishTo}
                views={choices.map((choice) => ({
                  label: t.showPreview[choice],
                  href: withQuery(href(meetingPaths.publish(meeting.id)), { til: choice }),
                  current: choice === to,
                }))}
              />
            )}
            {withheld.length > 0 && (
              <Note kind="warn">
                <p>{t.excludedFrom(listed(withheld.map(String), asked.lang))}</p>
              </Note>
            )}
          </Section>
          <div class="sv-read">
            <MinutesBody asked={asked} minutes={open} minutesStyle={style} />
          </div>
        </>
      )}
    </FormPage>
  )
}
