import { longDay } from '../../base/language.ts'
import { Columns, Empty, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Radios, TextArea } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { editTexts } from './edit-texts.ts'
import type { Forum, MeetingDay } from './forum-store.ts'
import { registerTexts } from './texts.ts'

interface ForumFormProps {
  asked: Asked
  forum: Forum
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

const crumbsOf = ({ asked, forum }: ForumFormProps) => [
  { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
  { href: inDistrict(asked.district, foraPaths.forum(forum.slug)), label: forum.name },
]

/** Pauses, closes or reopens a forum, or notes that it was reviewed. */
export const StatusPage = (props: ForumFormProps) => {
  const { asked, forum, problems = [] } = props
  const t = editTexts[asked.lang]
  const title = t.statusTitle(forum.name)
  const choices = (['active', 'paused', 'closed', 'reviewed'] as const).map((value) => ({
    value,
    label: t.statuses[value],
  }))
  return (
    <Page frame={asked.frame} title={title} current="fora" problems={problems} crumbs={crumbsOf(props)}>
      <PageHead title={title} lead={t.statusHint} />
      <Form
        action={inDistrict(asked.district, foraPaths.status(forum.slug))}
        version={forum.version}
        problems={problems}
        values={props.values ?? { status: forum.status, grund: forum.statusReason }}
      >
        <Radios name="status" label={t.status} choices={choices} />
        <TextArea name="grund" label={t.reason} hint={t.reasonHint} rows={2} />
        <Buttons submit={t.saveStatus} cancel={{ href: inDistrict(asked.district, foraPaths.forum(forum.slug)) }} />
      </Form>
    </Page>
  )
}

/** The days a forum met or is to meet this year, noted by hand. */
export const MeetingDaysPage = (props: ForumFormProps & { days: readonly MeetingDay[] }) => {
  const { asked, forum, days, problems = [] } = props
  const t = editTexts[asked.lang]
  const title = t.daysTitle(forum.name)
  const action = inDistrict(asked.district, foraPaths.meetingDays(forum.slug))
  return (
    <Page frame={asked.frame} title={title} current="fora" problems={problems} crumbs={crumbsOf(props)}>
      <PageHead title={title} lead={t.daysLead} />
      <Columns kind="even">
        <Form action={action} problems={problems} values={props.values ?? {}}>
          <DateField name="dag" label={t.day} />
          <Buttons submit={t.saveDay} cancel={{ href: inDistrict(asked.district, foraPaths.forum(forum.slug)) }} />
        </Form>
        {days.length === 0 ? (
          <Empty title={t.noDays} />
        ) : (
          <Section id="dage" title={t.days}>
            <Rows columns="pair">
              {days.map(({ onDay, meetingId, byHand }) => (
                <li>
                  <b>{longDay(onDay, asked.lang)}</b>
                  {byHand && (
                    <PostButton
                      action={action}
                      label={t.removeDay}
                      about={longDay(onDay, asked.lang)}
                      fields={{ slet: onDay }}
                      look="link"
                    />
                  )}
                  {meetingId !== null && (
                    <a
                      href={inDistrict(asked.district, foraPaths.meeting(meetingId))}
                      aria-label={t.seeMeetingOf(longDay(onDay, asked.lang))}
                    >
                      {t.seeMeeting}
                    </a>
                  )}
                </li>
              ))}
            </Rows>
          </Section>
        )}
      </Columns>
    </Page>
  )
}
