import { moment } from '../../base/language.ts'
import { Empty, Message, Note, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, paths } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { yearTexts } from '../year/texts.ts'
import type { OwnFeed } from './feed-store.ts'
import { calendarTexts } from './texts.ts'

interface SubscribePageProps {
  readonly asked: Asked
  readonly baseUrl: string
  readonly feeds: readonly OwnFeed[]
  /** The fora the reader sits in. */
  readonly fora: readonly { slug: string; name: string }[]
  /** The secret just made: shown this once. */
  readonly secret: string | null
  readonly said: 'revoked' | 'tooMany' | null
}

/** An account can have this many addresses at a time. */
export const mostFeeds = 10

/** The same address as calendar programs open it: they take `webcal:` for something to subscribe to. */
const asWebcal = (address: string): string => address.replace(/^https?:/, 'webcal:')

const Made = ({ asked, baseUrl, secret }: SubscribePageProps) => {
  const t = calendarTexts[asked.lang]
  if (secret === null) return null
  const address = `${baseUrl}${inDistrict(asked.district, meetingPaths.ownCalendar(`${secret}.ics`))}`
  return (
    <Message kind="success" title={t.made}>
      <p>{t.madeText}</p>
      <Field name="adresse" label={t.address} value={address} width="full" />
      <p>
        <a href={asWebcal(address)}>{t.openNow}</a>
      </p>
    </Message>
  )
}

const Own = (props: SubscribePageProps) => {
  const { asked, feeds, said } = props
  const t = calendarTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Section id="egen" title={t.own}>
      {asked.actor.accountId === null ? (
        <p class="sv-gap">
          <a href={paths.signIn}>{t.signInFirst}</a>
        </p>
      ) : (
        <>
          <p class="sv-gap">{t.ownText}</p>
          {said === 'tooMany' && <Note kind="warn" title={t.tooMany(mostFeeds)} />}
          {feeds.length === 0 ? (
            <Empty title={t.ownEmpty}>
              <p>{t.ownEmptyText}</p>
            </Empty>
          ) : (
            <Rows columns="pair">
              {feeds.map((feed, index) => {
                const made = t.createdOn(feeds.length - index, moment(feed.createdAt, asked.lang))
                return (
                  <li>
                    <div>
                      {made}
                      <div class="sv-2 sv-sm">
                        {feed.usedAt === null ? t.unused : t.used(moment(feed.usedAt, asked.lang))}
                      </div>
                    </div>
                    <PostButton
                      action={href(meetingPaths.revokeCalendar(feed.id))}
                      label={t.revoke}
                      about={made}
                      look="link"
                    />
                  </li>
                )
              })}
            </Rows>
          )}
          <div class="sv-acts sv-gap">
            <PostButton action={href(meetingPaths.subscribe)} label={t.make} look="primary" />
          </div>
        </>
      )}
    </Section>
  )
}

const Open = ({ asked, baseUrl, fora }: SubscribePageProps) => {
  const t = calendarTexts[asked.lang]
  const row = (name: string, path: string) => {
    const address = `${baseUrl}${inDistrict(asked.district, path)}`
    return (
      <li>
        <div>
          <h3>{name}</h3>
          <div class="sv-2 sv-sm">{address}</div>
        </div>
        <a href={asWebcal(address)} aria-label={`${t.openNow}: ${name}`}>
          {t.openNow}
        </a>
      </li>
    )
  }
  return (
    <Section id="aabne" title={t.open}>
      <p class="sv-gap">{t.openText}</p>
      <Rows columns="pair">
        {row(t.all, meetingPaths.publicCalendar)}
        {fora.map(({ slug, name }) => row(name, meetingPaths.forumCalendar(slug)))}
      </Rows>
    </Section>
  )
}

/** How to get the meetings into one's own calendar program: one's own by a secret address, and the open ones. */
export const SubscribePage = (props: SubscribePageProps) => {
  const { asked, said } = props
  const t = calendarTexts[asked.lang]
  const crumbs = [{ href: inDistrict(asked.district, meetingPaths.calendar), label: t.calendar }]
  return (
    <Page frame={asked.frame} title={t.subscribe} current="meetings" crumbs={crumbs}>
      <PageHead title={t.subscribe} lead={t.subscribeLead} />
      {said === 'revoked' && <Message kind="success" title={t.revoked} />}
      <Made {...props} />
      <Own {...props} />
      <Open {...props} />
      <Section id="saadan" title={t.how}>
        <ul class="sv-gap">
          {t.programs.map((words) => (
            <li>{words}</li>
          ))}
        </ul>
      </Section>
      <p class="sv-gap">
        <a href={inDistrict(asked.district, meetingPaths.wheel)}>{yearTexts[asked.lang].wheel}</a>
      </p>
    </Page>
  )
}
