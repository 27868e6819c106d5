import { listed, moment } from '../../base/language.ts'
import { reasonOf } from '../../mail/rules.ts'
import type { StoredMail } from '../../mail/outbox-store.ts'
import { mailTexts } from '../../mail/texts.ts'
import { Empty, Message, Note, PageHead, State } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { crumbsTo, Fix } from './summons-pages.tsx'
import { summonsTexts } from './texts.ts'

const MailStanding = ({ asked, mail }: { asked: Asked; mail: StoredMail }) => {
  const t = summonsTexts[asked.lang]
  const reason = mail.lastError === '' ? null : reasonOf(mail.lastError)
  const why = reason === null ? null : mailTexts[asked.lang].reasons[reason]
  if (mail.state === 'sent')
    return <State kind="ok">{mail.sentAt === null ? t.mails : t.sentAt(moment(mail.sentAt, asked.lang))}</State>
  if (mail.state !== 'failed')
    return <State kind="way">{why === null ? t.waiting : t.waitingAgain(why, moment(mail.nextAt, asked.lang))}</State>
  return (
    <>
      <State kind={mail.outdated ? 'none' : 'bad'}>{t.failed}</State>
      <p>
        {mail.outdated && t.outdated}
        {!mail.outdated && why}{' '}
        {!mail.outdated && mail.personId !== null && reason === 'unknownAddress' && (
          <Fix asked={asked} about={mail.name} path={meetingPaths.editPerson(mail.personId)} />
        )}
      </p>
      {/^\d/.test(mail.lastError) && <p class="sv-sm sv-2">{t.serverSaid(mail.lastError)}</p>}
    </>
  )
}

/** True for a mail that did not arrive and should. */
const isMissing = ({ state, outdated }: StoredMail): boolean => state === 'failed' && !outdated

/** What became of every mail about a meeting. */
export const MailsPage = ({
  asked,
  meeting,
  mails,
  unreachable,
}: {
  asked: Asked
  meeting: Meeting
  mails: readonly StoredMail[]
  /** Those invited whose address is not known. */
  unreachable: readonly string[]
}) => {
  const t = summonsTexts[asked.lang]
  const action = inDistrict(asked.district, meetingPaths.mails(meeting.id))
  const failed = mails.filter(isMissing).length
  return (
    <Page frame={asked.frame} title={t.mails} current="meetings" crumbs={crumbsTo(asked, meeting)}>
      <PageHead
        title={t.mails}
        lead={`${nameOfMeeting(meeting, asked.lang)}. ${t.mailsLead}`}
        {...(failed > 1 && { actions: <PostButton action={action} label={t.sendAllAgain(failed)} /> })}
      />
      {unreachable.length > 0 && (
        <Note kind="warn" title={t.unreachable}>
          <p>{`${listed(unreachable, asked.lang)}. ${t.unreachableText}`}</p>
        </Note>
      )}
      {mails.length === 0 ? (
        <Empty title={t.noMails} />
      ) : (
        <Table
          caption={t.mailsCaption(mails.length)}
          rows={mails}
          columns={[
            {
              key: 'to',
              label: t.to,
              cell: ({ name, address }) => (
                <>
                  {name}
                  <br />
                  <span class="sv-sm sv-2">{address}</span>
                </>
              ),
            },
            { key: 'what', label: t.what, cell: ({ purpose }) => t.purposes[purpose] },
            { key: 'state', label: t.state, cell: (mail) => <MailStanding asked={asked} mail={mail} /> },
            ...(failed > 0
              ? [
                  {
                    key: 'again',
                    label: t.sendAgain,
                    cell: (mail: StoredMail) =>
                      isMissing(mail) && (
                        <PostButton
                          action={action}
                          label={t.sendAgain}
                          about={mail.name}
                          fields={{ mail: mail.id }}
                          look="link"
                        />
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
    </Page>
  )
}

/** Tells those in charge on the meeting's page that the forum has changed since the summons. */
export const ComingsNote = ({
  asked,
  meeting,
  comings,
}: {
  asked: Asked
  meeting: Meeting
  comings: { newcomers: readonly unknown[]; leavers: readonly unknown[] }
}) => {
  const t = summonsTexts[asked.lang]
  const { newcomers, leavers } = comings
  if (newcomers.length + leavers.length === 0) return null
  return (
    <Message kind="warning" title={t.comings(newcomers.length, leavers.length)}>
      <a href={inDistrict(asked.district, meetingPaths.summons(meeting.id))}>{t.seeComings}</a>
    </Message>
  )
}

/** Tells those in charge on the meeting's page that some did not get their mail. */
export const FailedMails = ({ asked, meeting, failed }: { asked: Asked; meeting: Meeting; failed: number }) => {
  const t = summonsTexts[asked.lang]
  if (failed === 0) return null
  return (
    <Message kind="warning" title={t.failedHere(failed)}>
      <a href={inDistrict(asked.district, meetingPaths.mails(meeting.id))}>{t.seeFailed}</a>
    </Message>
  )
}
