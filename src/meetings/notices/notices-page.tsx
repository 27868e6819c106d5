import { languages, moment, shortDay } from '../../base/language.ts'
import type { Digest, Preference } from '../../notices/preferences-store.ts'
import { Empty, Message, PageHead, Row, Rows, State } from '../../web/blocks.tsx'
import { Radios } from '../../web/fields.tsx'
import { Views } from '../../web/filter.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import type { Notice } from './notice-list-store.ts'
import { groupOf, type NoticeGroup, noticeGroups } from './rules.ts'
import { noticeTexts } from './texts.ts'

export type NoticeView = NoticeGroup | 'unread' | 'all'

interface NoticesProps {
  asked: Asked
  /** Null for an account that belongs to no person. */
  notices: readonly Notice[] | null
  view: NoticeView
}

/** Where a notice leads. */
const hrefOf = (asked: Asked, notice: Notice): string => {
  const to = (path: string) => inDistrict(asked.district, path)
  const group = groupOf[notice.kind]
  if (group === 'tasks' && notice.subjectId !== null) return to(meetingPaths.task(notice.subjectId))
  if (notice.kind === 'officeTakenOver' && notice.subjectId !== null) return to(meetingPaths.handover(notice.subjectId))
  if (notice.kind === 'proposalReceived') return to(meetingPaths.proposals)
  if (notice.kind === 'itemReceived') return to(meetingPaths.backlog(notice.forumSlug ?? ''))
  if (group === 'proposals') return to(meetingPaths.propose(notice.forumSlug ?? ''))
  if (notice.meetingId === null) return to(meetingPaths.list)
  return to(group === 'minutes' ? meetingPaths.minutes(notice.meetingId) : meetingPaths.meeting(notice.meetingId))
}

/** "Kredsrådet 5. feb. 2026", or the forum alone. */
const placeOf = (asked: Asked, { forumName, meetingDay }: Notice): string =>
  [forumName ?? '', meetingDay === null ? '' : shortDay(meetingDay, asked.lang)].filter((part) => part !== '').join(' ')

const NoticeRow = ({ asked, notice }: { asked: Asked; notice: Notice }) => {
  const t = noticeTexts[asked.lang]
  const kind = t.kinds[notice.kind]
  const title = notice.subjectTitle ?? placeOf(asked, notice)
  return (
    <Row
      lead={<State kind={notice.readAt === null ? 'way' : 'none'}>{notice.readAt === null ? t.new : t.read}</State>}
      title={<a href={hrefOf(asked, notice)}>{t.about(kind, title)}</a>}
      action={
        notice.readAt === null && (
          <PostButton
            action={inDistrict(asked.district, `${meetingPaths.notices}/${notice.id}/laest`)}
            label={t.markRead}
            about={t.about(kind, title)}
            look="link"
          />
        )
      }
    >
      {[notice.subjectTitle === null ? '' : placeOf(asked, notice), moment(notice.madeAt, asked.lang)]
        .filter((part) => part !== '')
        .join(', ')}{' '}
      {notice.madeBy !== '' && t.by(notice.madeBy)}
    </Row>
  )
}

const fits = (view: NoticeView, notice: Notice): boolean =>
  view === 'all' || (view === 'unread' ? notice.readAt === null : groupOf[notice.kind] === view)

/** What has happened that the reader should know, the latest first. */
export const NoticesPage = ({ asked, notices, view }: NoticesProps) => {
  const t = noticeTexts[asked.lang]
  const here = inDistrict(asked.district, meetingPaths.notices)
  const all = notices ?? []
  const shown = all.filter((notice) => fits(view, notice))
  const unread = all.filter(({ readAt }) => readAt === null).length
  const views = (['all', 'unread', ...noticeGroups] as const).map((one) => ({
    label: one === 'all' ? t.all : one === 'unread' ? t.onlyUnread : t.groups[one],
    count: all.filter((notice) => fits(one, notice)).length,
    href: withQuery(here, { udvalg: one === 'all' ? null : one }),
    current: one === view,
  }))
  return (
    <Page frame={asked.frame} title={t.notices} current="notices">
      <PageHead
        title={t.notices}
        lead={all.length === 0 ? t.lead : t.unread(unread)}
        {...(notices !== null && {
          actions: (
            <>
              {unread > 0 && <PostButton action={`${here}/laest`} label={t.markAll} />}
              <a href={inDistrict(asked.district, meetingPaths.noticeSettings)}>{t.settings}</a>
            </>
          ),
        })}
      />
      {notices === null ? (
        <Empty title={t.noPerson}>
          <p>{t.noPersonText}</p>
        </Empty>
      ) : all.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <>
          <Views label={t.viewsLabel} views={views} />
          {shown.length === 0 ? (
            <Empty title={t.noneHere} actions={<a href={here}>{t.showAll}</a>} />
          ) : (
            <Rows columns="lead-action">
              {shown.map((notice) => (
                <NoticeRow asked={asked} notice={notice} />
              ))}
            </Rows>
          )}
        </>
      )}
    </Page>
  )
}

interface SettingsProps {
  asked: Asked
  preference: Preference
  /** The secret of a mail's link, for a reader who is not signed in. */
  secret: string
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  saved?: boolean
  changedElsewhere?: boolean
}

const digestOrder: readonly Digest[] = ['weekly', 'daily', 'none']

/** Which mails a person gets. Reached from every mail, also without signing in. */
export const NoticeSettingsPage = (props: SettingsProps) => {
  const { asked, preference, secret, values = {}, problems = [], saved = false, changedElsewhere = false } = props
  const t = noticeTexts[asked.lang]
  const crumbs = secret === '' ? [{ href: inDistrict(asked.district, meetingPaths.notices), label: t.notices }] : []
  return (
    <Page frame={asked.frame} title={t.settings} current="notices" crumbs={crumbs} problems={problems}>
      <PageHead title={t.settings} lead={t.settingsLead} />
      {saved && <Message kind="success" title={t.saved} />}
      {changedElsewhere && (
        <Message kind="warning" title={t.changedElsewhere}>
          <p>{t.changedElsewhereText}</p>
        </Message>
      )}
      <Form
        action={withQuery(inDistrict(asked.district, meetingPaths.noticeSettings), { noegle: secret })}
        version={preference.version}
        values={values}
        problems={problems}
      >
        <Radios
          name="samlet"
          label={t.digest}
          value={preference.digest}
          choices={digestOrder.map((digest) => ({ value: digest, label: t.digests[digest] }))}
        />
        <Radios
          name="paamind"
          label={t.reminders}
          hint={t.remindersHint}
          value={preference.reminders ? 'ja' : 'nej'}
          choices={[
            { value: 'ja', label: t.yes },
            { value: 'nej', label: t.no },
          ]}
        />
        <Radios
          name="sprog"
          label={t.language}
          value={preference.language}
          choices={languages.map((language) => ({ value: language, label: t.languages[language] }))}
        />
        <Buttons submit={t.save} />
      </Form>
    </Page>
  )
}
