import { longDay } from '../../base/language.ts'
import { Empty, Message, PageHead } from '../../web/blocks.tsx'
import { dateParts } from '../../web/date-field.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, Radios, Select } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { ClashField } from '../../web/two-editors.tsx'
import type { Orders } from '../orders/orders.ts'
import { meetingPaths } from '../paths.ts'
import { isLocked, meetingKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { yearTexts } from '../year/texts.ts'
import { type DayDoubt, proposedToPrepare, usualEnd } from './form-rules.ts'
import type { FormForum, PreparableMeeting } from './form-store.ts'
import { meetingFormTexts } from './form-texts.ts'
import type { Meeting } from './meeting-store.ts'
import { meetingTexts } from './texts.ts'
import { nameOfMeeting } from './wording.ts'

/** What the form is made from. */
export interface FormGround {
  forum: FormForum
  orders: Orders
  preparable: readonly PreparableMeeting[]
  /** The forum's latest meeting with an agenda; null when there is none to copy. */
  latest: { id: string; onDay: string; place: string; host: string } | null
}

/** A new meeting as the standing orders say, with the latest meeting's place where they say nothing. */
export const newMeetingValues = (ground: FormGround): Record<string, string> => ({
  art: 'ordinary',
  fra: meetingWords.da.clock(ground.orders.usualStart),
  til: meetingWords.da.clock(usualEnd(ground.orders)),
  sted: ground.orders.usualPlace === '' ? (ground.latest?.place ?? '') : ground.orders.usualPlace,
  vaert: ground.latest?.host ?? '',
  forbereder: proposedToPrepare(ground.forum.kind, ground.preparable) ?? '',
  dagsorden: 'faste',
})

/** A stored meeting by the names of the form. */
export const meetingValues = (meeting: Meeting, link: string | null): Record<string, string> => ({
  art: meeting.kind,
  titel: meeting.title,
  ...dateParts('dag', meeting.onDay),
  fra: meetingWords.da.clock(meeting.starts),
  til: meetingWords.da.clock(meeting.ends),
  sted: meeting.place,
  vaert: meeting.host,
  link: link ?? '',
  ...dateParts('forslag', meeting.proposeBy),
  forbereder: meeting.preparesId ?? '',
  sagsnummer: meeting.caseNumber,
  kle: meeting.kleNumber,
})

/** Every field of the form, for the page that shows what two editors made of it. */
export const clashFields = (asked: Asked, { preparable }: FormGround): ClashField[] => {
  const t = meetingFormTexts[asked.lang]
  const { clock, kinds }: { clock: (time: string) => string; kinds: Readonly<Record<string, string>> } =
    meetingWords[asked.lang]
  const prepared = new Map(preparable.map((one) => [one.id, nameOfMeeting(one, asked.lang)]))
  return [
    { name: 'art', logged: 'meetingKind', label: t.kind, shown: (kind) => kinds[kind] ?? '' },
    { name: 'dag', logged: 'onDay', label: t.day, day: true },
    { name: 'fra', logged: 'starts', label: t.starts, shown: clock },
    { name: 'til', logged: 'ends', label: t.ends, shown: clock },
    { name: 'sted', logged: 'place', label: t.place },
    { name: 'link', logged: 'link', label: t.link },
    { name: 'vaert', logged: 'host', label: t.host },
    { name: 'titel', logged: 'title', label: t.title },
    { name: 'forslag', logged: 'proposeBy', label: t.proposeBy, day: true },
    { name: 'forbereder', logged: 'prepares', label: t.prepares, shown: (id) => prepared.get(id) ?? t.preparesNone },
    { name: 'sagsnummer', logged: 'caseNumber', label: t.caseNumber },
    { name: 'kle', logged: 'kleNumber', label: t.kle },
  ]
}

interface FormPageProps {
  asked: Asked
  ground: FormGround
  /** Null for a new meeting. */
  meeting: Meeting | null
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** What speaks against the day, said before it is saved. */
  doubts?: { onDay: string; found: readonly DayDoubt[] }
}

const doubtWords = (asked: Asked, doubt: DayDoubt): string => {
  const t = meetingFormTexts[asked.lang].doubt
  if (doubt.kind === 'holiday') return t.holiday(yearTexts[asked.lang].holidays[doubt.holiday])
  if (doubt.kind === 'sameDay') return t.sameDay(meetingWords[asked.lang].clock(doubt.starts))
  return doubt.kind === 'period' ? t.period(doubt.name) : t.weekend
}

const Fields = ({ asked, ground }: FormPageProps) => {
  const t = meetingFormTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return (
    <>
      <Select
        name="art"
        label={t.kind}
        choices={meetingKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
      />
      <DateField name="dag" label={t.day} />
      <Field name="fra" label={t.starts} width="short" />
      <Field name="til" label={t.ends} width="short" />
      <Field name="sted" label={t.place} />
      <Field name="link" type="url" label={t.link} hint={t.linkHint} />
      <Field name="vaert" label={t.host} />
      <Field name="titel" label={t.title} hint={t.titleHint} />
      <DateField name="forslag" label={t.proposeBy} hint={t.proposeByHint(ground.orders.proposalDays)} />
      {ground.preparable.length > 0 && (
        <Select
          name="forbereder"
          label={t.prepares}
          empty={t.preparesNone}
          choices={ground.preparable.map((one) => ({ value: one.id, label: nameOfMeeting(one, asked.lang) }))}
        />
      )}
      <Field name="sagsnummer" label={t.caseNumber} width="short" />
      <Field name="kle" label={t.kle} hint={t.kleHint} width="short" />
    </>
  )
}

const AgendaField = ({ asked, ground }: FormPageProps) => {
  const t = meetingFormTexts[asked.lang]
  const { template } = ground.orders
  return (
    <Radios
      name="dagsorden"
      label={t.agenda}
      choices={[
        { value: 'faste', label: t.agendas.faste, hint: t.fixed(template.length) },
        ...(ground.latest === null
          ? []
          : [{ value: 'kopi', label: t.agendaCopy(longDay(ground.latest.onDay, asked.lang)), hint: t.copyHint }]),
        { value: 'tom', label: t.agendas.tom },
      ]}
    />
  )
}

/** The form of a meeting: what is known is filled in, so that little is typed. */
export const MeetingFormPage = (props: FormPageProps) => {
  const { asked, ground, meeting, values, problems = [], doubts } = props
  const t = meetingFormTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const title = meeting === null ? t.createTitle(ground.forum.name) : t.editTitle(nameOfMeeting(meeting, asked.lang))
  const back = meeting === null ? meetingPaths.forumMeetings(ground.forum.slug) : meetingPaths.meeting(meeting.id)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.forumMeetings(ground.forum.slug)), label: ground.forum.name },
      ]}
    >
      <PageHead title={title} {...(meeting === null && { lead: t.lead })} />
      {meeting?.state === 'summoned' && (
        <Message kind="info" title={t.told}>
          <p>{t.toldText}</p>
        </Message>
      )}
      {doubts !== undefined && (
        <Message kind="warning" title={t.doubts}>
          <ul>
            {doubts.found.map((doubt) => (
              <li>{doubtWords(asked, doubt)}</li>
            ))}
          </ul>
          <p>{t.doubtsText}</p>
        </Message>
      )}
      <Form
        action={meeting === null ? href(meetingPaths.create) : href(meetingPaths.edit(meeting.id))}
        values={values}
        problems={problems}
        {...(meeting !== null && { version: meeting.version })}
      >
        {meeting === null && <input type="hidden" name="forum" value={ground.forum.slug} />}
        {doubts !== undefined && <input type="hidden" name="set" value={doubts.onDay} />}
        <Fields {...props} />
        {meeting === null && <AgendaField {...props} />}
        <Buttons submit={meeting === null ? meetingTexts[asked.lang].create : t.save} cancel={{ href: href(back) }} />
      </Form>
    </Page>
  )
}

/** Asks for the forum first, where the address does not say it. */
export const ChooseForumPage = ({ asked, fora }: { asked: Asked; fora: readonly { slug: string; name: string }[] }) => {
  const t = meetingFormTexts[asked.lang]
  const title = meetingTexts[asked.lang].create
  const list = inDistrict(asked.district, meetingPaths.list)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[{ href: list, label: meetingWords[asked.lang].meetings }]}
    >
      <PageHead title={title} />
      {fora.length === 0 ? (
        <Empty title={t.noFora} actions={<a href={list}>{meetingWords[asked.lang].meetings}</a>}>
          <p>{t.noForaText}</p>
        </Empty>
      ) : (
        <Form action={inDistrict(asked.district, meetingPaths.create)} method="get">
          <Select
            name="forum"
            label={t.chooseForum}
            choices={fora.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <Buttons submit={t.go} cancel={{ href: list }} />
        </Form>
      )}
    </Page>
  )
}

/** Says why a meeting cannot be edited any more. */
export const FixedMeetingPage = ({ asked, meeting }: { asked: Asked; meeting: Meeting }) => {
  const t = meetingFormTexts[asked.lang]
  const title = t.editTitle(nameOfMeeting(meeting, asked.lang))
  return (
    <Page frame={asked.frame} title={title} current="meetings">
      <PageHead title={title} />
      <Empty
        title={t.fixedNow}
        actions={<a href={inDistrict(asked.district, meetingPaths.meeting(meeting.id))}>{t.back}</a>}
      >
        <p>{isLocked(meeting.state) ? t.fixedNowText.locked : t.fixedNowText.cancelled}</p>
      </Empty>
    </Page>
  )
}
