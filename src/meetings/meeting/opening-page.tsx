import type { LoggedChange } from '../../audit/store.ts'
import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { Message, Note, PageHead, Section } from '../../web/blocks.tsx'
import { Checkbox, Field, Radios } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { isInCharge } from '../find.ts'
import type { Orders } from '../orders/orders.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { isEditable } from './form-rules.ts'
import type { Meeting } from './meeting-store.ts'
import { openableTo } from './opening-rules.ts'
import type { Opening } from './opening-store.ts'
import { openingTexts } from './opening-texts.ts'
import { nameOfMeeting } from './wording.ts'

const ruleOf = ({ openingMajority, openingChair }: Orders) =>
  openingMajority ? (openingChair ? 'both' : 'majority') : openingChair ? 'chair' : 'none'

const consentWords = (asked: Asked, opening: Opening): string => {
  const t = openingTexts[asked.lang]
  const said = [t.consent(opening.inFavour, opening.members), ...(opening.chairConsents ? [t.chairSaidYes] : [])].join(
    ', ',
  )
  const source = opening.source === '' ? '' : ` ${t.source(opening.source)}.`
  const day = longDay(dayOf(opening.recordedAt), asked.lang)
  // The public reads no names of persons.
  return `${said}.${source} ${asked.may('persons.see') ? t.noted(opening.recordedBy, day) : t.notedOn(day)}.`
}

/** Who may follow a meeting, and the consent it rests on; for the meeting's own page. */
export const OpeningSection = ({
  asked,
  meeting,
  opening,
}: {
  asked: Asked
  meeting: Meeting
  opening: Opening | null
}) => {
  const t = openingTexts[asked.lang]
  return (
    <Section id="aabenhed" title={t.heading}>
      <p class="sv-sm">{t.now[meeting.openness]}</p>
      {opening !== null && <p class="sv-sm sv-2">{consentWords(asked, opening)}</p>}
      {isInCharge(asked, meeting) && isEditable(meeting.state) && (
        <p class="sv-sm">
          <a href={inDistrict(asked.district, meetingPaths.opening(meeting.id))}>{t.change}</a>
        </p>
      )}
    </Section>
  )
}

interface OpeningPageProps {
  asked: Asked
  meeting: Meeting
  orders: Orders
  opening: Opening | null
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** What others changed while the reader wrote; null when the page is not outdated. */
  changes?: readonly LoggedChange[] | null
}

const OpeningForm = ({ asked, meeting, values, problems = [] }: OpeningPageProps) => {
  const t = openingTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return (
    <Form
      action={inDistrict(asked.district, meetingPaths.opening(meeting.id))}
      version={meeting.version}
      values={values}
      problems={problems}
    >
      <Radios
        name="aabenhed"
        label={t.openness}
        choices={(['closed', ...openableTo(meeting.forumOpenness)] as const).map((openness) => ({
          value: openness,
          label: words.openness[openness],
          hint: t.hints[openness],
        }))}
      />
      <Field name="medlemmer" label={t.members} width="short" inputmode="numeric" />
      <Field name="for" label={t.inFavour} width="short" inputmode="numeric" />
      <Checkbox name="formand" label={t.chair} />
      <Buttons submit={t.save} cancel={{ href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)) }} />
    </Form>
  )
}

/** Opens a meeting to others than its members, by the rule of the standing orders, or closes it again. */
export const OpeningPage = (props: OpeningPageProps) => {
  const { asked, meeting, orders, opening, changes = null } = props
  const t = openingTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const title = t.title(nameOfMeeting(meeting, asked.lang))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.meeting(meeting.id)), label: nameOfMeeting(meeting, asked.lang) },
      ]}
    >
      <PageHead title={title} lead={t.lead} />
      {changes !== null && <ChangedMeanwhile asked={asked} changes={changes} />}
      <Note title={t.rule}>
        <p>
          {t.rules[ruleOf(orders)]} {orders.openingSource === '' ? t.noSource : `${t.source(orders.openingSource)}.`}{' '}
          <a href={href(meetingPaths.orders(meeting.forumSlug))}>{t.toOrders}</a>
        </p>
        {opening !== null && <p>{consentWords(asked, opening)}</p>}
        {meeting.forumOpenness === 'partners' && (
          <p>
            {t.onlyPartnersForum} {t.changeForum}
          </p>
        )}
      </Note>
      {meeting.forumOpenness === 'closed' && meeting.openness === 'closed' ? (
        <Message kind="info" title={t.onlyMembersForum}>
          <p>{t.changeForum}</p>
        </Message>
      ) : (
        <OpeningForm {...props} />
      )}
    </Page>
  )
}
