import { moment } from '../../base/language.ts'
import { Empty, Fact, Facts, Message, Note, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { TextArea } from '../../web/fields.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import type { Invited } from './invitation-store.ts'
import { type EmptySeat, type Finding, type Receiver, stops } from './rules.ts'
import { summonsTexts } from './texts.ts'

/** The way to a page below a meeting. */
export const crumbsTo = (asked: Asked, meeting: Meeting) => [
  { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
  {
    href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)),
    label: nameOfMeeting(meeting, asked.lang),
  },
]

/** Where something in the register is put right, for those who may. */
export const Fix = ({ asked, path, about }: { asked: Asked; path: string; about: string }) =>
  asked.may('offices.edit') ? (
    <a href={inDistrict(asked.district, path)}>
      {summonsTexts[asked.lang].fix}
      <span class="sr-only">{`: ${about}`}</span>
    </a>
  ) : null

interface CheckProps {
  asked: Asked
  meeting: Meeting
  findings: readonly Finding[]
  receivers: readonly Receiver[]
  empty: readonly EmptySeat[]
}

const findingWords = (asked: Asked, finding: Finding): string => {
  const t = summonsTexts[asked.lang]
  switch (finding.kind) {
    case 'past':
      return t.past
    case 'forumClosed':
      return t.forumClosed
    case 'late':
      return t.late(finding.days, finding.needed)
    case 'emptyAgenda':
      return t.emptyAgenda
    case 'unprepared':
      return t.unprepared
  }
}

const FindingRow = ({ asked, meeting, finding }: { asked: Asked; meeting: Meeting; finding: Finding }) => {
  const t = summonsTexts[asked.lang]
  const [label, path] =
    finding.kind === 'unprepared'
      ? [t.item(finding.number, finding.title), meetingPaths.item(finding.itemId)]
      : finding.kind === 'emptyAgenda'
        ? [meetingWords[asked.lang].meetings, meetingPaths.agenda(meeting.id)]
        : [
            nameOfMeeting(meeting, asked.lang),
            finding.kind === 'forumClosed' ? meetingPaths.cancel(meeting.id) : meetingPaths.edit(meeting.id),
          ]
  return (
    <Row
      lead={<State kind={stops(finding) ? 'bad' : 'warn'}>{t.findings[finding.kind]}</State>}
      title={finding.kind === 'unprepared' ? label : findingWords(asked, finding)}
      action={
        <a href={inDistrict(asked.district, path)}>
          {t.fix}
          <span class="sr-only">{`: ${label}`}</span>
        </a>
      }
    >
      {finding.kind === 'unprepared' && <p>{findingWords(asked, finding)}</p>}
    </Row>
  )
}

/** What the secretary should know before the summons goes out. */
const Check = ({ asked, meeting, findings, receivers, empty }: CheckProps) => {
  const t = summonsTexts[asked.lang]
  const silent = receivers.filter(({ email }) => email === null)
  const nothing = findings.length + empty.length + silent.length === 0
  return (
    <Section id="kontrol" title={t.check}>
      {nothing ? (
        <p>
          <State kind="ok">{t.allReady}</State>
        </p>
      ) : (
        <Rows columns="lead-action">
          {findings.map((finding) => (
            <FindingRow asked={asked} meeting={meeting} finding={finding} />
          ))}
          {empty.map(({ label, officeId }) => (
            <Row
              lead={<State kind="warn">{t.findings.emptySeat}</State>}
              title={label === '' ? t.unnamedSeat : label}
              action={
                <Fix
                  asked={asked}
                  about={label}
                  path={officeId === null ? meetingPaths.seats(meeting.forumSlug) : meetingPaths.changeHolder(officeId)}
                />
              }
            >
              <p>{t.emptySeat}</p>
            </Row>
          ))}
          {silent.map(({ name, personId }) => (
            <Row
              lead={<State kind="warn">{t.findings.noEmail}</State>}
              title={name}
              action={<Fix asked={asked} about={name} path={meetingPaths.editPerson(personId)} />}
            >
              <p>{t.noEmail}</p>
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Receivers = ({ asked, receivers }: { asked: Asked; receivers: readonly Receiver[] }) => {
  const t = summonsTexts[asked.lang]
  const withMail = receivers.filter(({ email }) => email !== null).length
  return (
    <Section id="modtagere" title={t.receivers} count={t.receiversCount(withMail, receivers.length - withMail)}>
      {receivers.length === 0 ? (
        <Empty title={t.nobody}>
          <p>{t.nobodyText}</p>
        </Empty>
      ) : (
        <Table
          caption={t.receivers}
          captionHidden
          rows={receivers}
          columns={[
            { key: 'name', label: t.name, cell: ({ name }) => name },
            { key: 'seat', label: t.seat, cell: ({ label }) => label },
            {
              key: 'address',
              label: t.address,
              cell: ({ email }) =>
                email === null ? <State kind="warn">{t.unknown}</State> : <State kind="ok">{t.known}</State>,
            },
          ]}
        />
      )}
      <p class="sv-sm sv-2">{t.deputiesNote}</p>
    </Section>
  )
}

const MailState = ({ asked, mail }: { asked: Asked; mail: 'smtp' | 'folder' | 'off' }) => {
  const t = summonsTexts[asked.lang]
  if (mail === 'smtp') return null
  return mail === 'off' ? (
    <Note kind="warn" title={t.mailOff}>
      <p>{t.mailOffText}</p>
    </Note>
  ) : (
    <Note title={t.mailFolder}>
      <p>
        {t.mailFolderText} <a href="/udvikling/mails">/udvikling/mails</a>.
      </p>
    </Note>
  )
}

interface SummonsPageProps extends CheckProps {
  letter: { subject: string; words: string }
  mail: 'smtp' | 'folder' | 'off'
  values?: Record<string, unknown>
  problems?: readonly Problem[]
  /** True when somebody else changed the meeting since the page was shown. */
  changed?: boolean
}

/** What to look at before the summons goes out, who gets it, and what it says. */
export const SummonsPage = (props: SummonsPageProps) => {
  const { asked, meeting, findings, receivers, letter, mail, values = {}, problems = [], changed = false } = props
  const t = summonsTexts[asked.lang]
  const withMail = receivers.filter(({ email }) => email !== null).length
  const late = findings.some(({ kind }) => kind === 'late')
  return (
    <Page frame={asked.frame} title={t.title} current="meetings" crumbs={crumbsTo(asked, meeting)} problems={problems}>
      <PageHead title={t.title} lead={nameOfMeeting(meeting, asked.lang)} />
      {changed && (
        <Message kind="warning" title={t.changed}>
          {t.changedText}
        </Message>
      )}
      <MailState asked={asked} mail={mail} />
      <Check {...props} />
      <Receivers asked={asked} receivers={receivers} />
      <Section id="mailen" title={t.letter}>
        <Facts>
          <Fact term={t.letterSubject}>{letter.subject}</Fact>
        </Facts>
        <pre class="sv-mail-source">{letter.words}</pre>
        <p class="sv-sm sv-2">{t.letterNote}</p>
      </Section>
      {!findings.some(stops) && (
        <Form
          action={inDistrict(asked.district, meetingPaths.summons(meeting.id))}
          version={meeting.version}
          values={values}
          problems={problems}
        >
          {late && <TextArea name="grund" label={t.reason} hint={t.reasonHint} />}
          <Buttons
            submit={withMail === 0 ? t.submitNobody : t.submit(withMail)}
            name="handling"
            value="send"
            cancel={{ href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)) }}
          />
        </Form>
      )}
    </Page>
  )
}

interface SentPageProps {
  asked: Asked
  meeting: Meeting
  newcomers: readonly Receiver[]
  leavers: readonly Invited[]
}

/** After the summons: who has come to the forum since, and who has left it. */
export const SentPage = ({ asked, meeting, newcomers, leavers }: SentPageProps) => {
  const t = summonsTexts[asked.lang]
  const action = inDistrict(asked.district, meetingPaths.summons(meeting.id))
  const summoned = meeting.state === 'summoned'
  return (
    <Page frame={asked.frame} title={summoned ? t.sent : t.notNow} current="meetings" crumbs={crumbsTo(asked, meeting)}>
      <PageHead
        title={summoned ? t.sent : t.notNow}
        lead={summoned && meeting.summonedAt ? t.sentOn(moment(meeting.summonedAt, asked.lang)) : t.notNowText}
        actions={<a href={inDistrict(asked.district, meetingPaths.mails(meeting.id))}>{t.seeMails}</a>}
      />
      {summoned && newcomers.length === 0 && leavers.length === 0 && (
        <p>
          <State kind="ok">{t.allInvited}</State>
        </p>
      )}
      {newcomers.length > 0 && (
        <Section id="nye" title={t.newcomers}>
          <p>{t.newcomersText}</p>
          <Rows columns="lead-action">
            {newcomers.map(({ name, label, personId, email }) => (
              <Row
                lead={email === null ? <State kind="warn">{t.findings.noEmail}</State> : label}
                title={name}
                action={
                  <PostButton
                    action={action}
                    label={t.inviteToo}
                    about={name}
                    fields={{ handling: 'ogsaa', person: personId }}
                  />
                }
              />
            ))}
          </Rows>
        </Section>
      )}
      {leavers.length > 0 && (
        <Section id="fratraadte" title={t.leavers}>
          <p>{t.leaversText}</p>
          <Rows columns="lead-action">
            {leavers.map(({ id, name, label }) => (
              <Row
                lead={label}
                title={name}
                action={
                  <PostButton
                    action={action}
                    label={t.takeOff}
                    about={name}
                    fields={{ handling: 'afmeld', invitation: id }}
                  />
                }
              />
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
