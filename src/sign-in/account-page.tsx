import { moment } from '../base/language.ts'
import { Message, PageHead, Row, Rows, Section, State } from '../web/blocks.tsx'
import { Field } from '../web/fields.tsx'
import { Buttons, Form, PostButton } from '../web/form.tsx'
import type { Frame } from '../web/frame.ts'
import { Page } from '../web/layout.tsx'
import { paths } from '../web/paths.ts'
import type { Problem } from '../web/problem.ts'
import { browserName } from './browser-name.ts'
import type { Session } from './engine.ts'
import type { Passkey, SessionRow } from './own-account.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { signInPaths } from './paths.ts'
import { signInTexts } from './texts.ts'

/** What was just done; `?gemt=` in the address. */
export const accountNotices = [
  'saved',
  'passwordChanged',
  'factorStopped',
  'revoked',
  'keyAdded',
  'keyRemoved',
] as const
export type AccountNotice = (typeof accountNotices)[number]

/** Which of the page's forms was refused. */
export type AccountForm = 'navn' | 'adgangskode' | 'totrin'

interface AccountPageProps {
  readonly frame: Frame
  readonly session: Session
  readonly sessions: readonly SessionRow[]
  /** Null where the address has no name passkeys could belong to. */
  readonly passkeys: readonly Passkey[] | null
  readonly notice?: AccountNotice | null
  readonly refused?: {
    readonly form: AccountForm
    readonly problems: readonly Problem[]
    readonly values: Readonly<Record<string, unknown>>
  }
}

/** The reader's own account: name, password, second factor, passkeys, and where they are signed in. */
export const AccountPage = (props: AccountPageProps) => {
  const { frame, session, sessions, passkeys, notice = null, refused } = props
  const { account: texts } = signInTexts[frame.lang]
  const stateOf = (form: AccountForm) => (refused?.form === form ? refused : { problems: [], values: {} })
  return (
    <Page frame={frame} title={texts.title} problems={refused?.problems ?? []}>
      {notice !== null && <Message kind="success" title={texts[notice]} />}
      <PageHead title={texts.title} lead={texts.emailHint(session.email)} />
      <Section id="navn-h" title={texts.nameTitle}>
        <Form id="navn-form" action={signInPaths.name} {...stateOf('navn')}>
          <Field name="navn" label={texts.name} hint={texts.nameHint} value={session.name} autocomplete="name" />
          <Buttons submit={texts.saveName} />
        </Form>
      </Section>
      <Section id="adgangskode-h" title={texts.passwordTitle}>
        <Form id="adgangskode-form" action={signInPaths.password} {...stateOf('adgangskode')}>
          <Field name="nuvaerende" label={texts.current} type="password" autocomplete="current-password" />
          <Field name="ny" label={texts.wanted} hint={texts.wantedHint} type="password" autocomplete="new-password" />
          <Buttons submit={texts.savePassword} />
        </Form>
      </Section>
      <SecondFactor frame={frame} on={session.secondFactor} {...stateOf('totrin')} />
      {passkeys !== null && <Passkeys frame={frame} passkeys={passkeys} />}
      <Sessions frame={frame} sessions={sessions} here={session.sessionId} />
    </Page>
  )
}

interface SecondFactorProps {
  readonly frame: Frame
  readonly on: boolean
  readonly problems: readonly Problem[]
  readonly values: Readonly<Record<string, unknown>>
}

const SecondFactor = ({ frame, on, problems }: SecondFactorProps) => {
  const { account: texts } = signInTexts[frame.lang]
  return (
    <Section
      id="totrin-h"
      title={texts.factorTitle}
      count={<State kind={on ? 'ok' : 'none'}>{on ? texts.factorOn : texts.factorOff}</State>}
    >
      <p class="sv-2">{texts.factorLead}</p>
      <Form id="totrin-form" action={on ? signInPaths.factorStop : signInPaths.factorStart} problems={problems}>
        <Field name="password" label={texts.factorPassword} type="password" autocomplete="current-password" />
        <Buttons submit={on ? texts.factorStop : texts.factorStart}>
          {on && (
            <button class="button button-secondary" type="submit" formaction={signInPaths.backupCodes}>
              {texts.codes}
            </button>
          )}
        </Buttons>
      </Form>
    </Section>
  )
}

const Passkeys = ({ frame, passkeys }: { readonly frame: Frame; readonly passkeys: readonly Passkey[] }) => {
  const { account: texts } = signInTexts[frame.lang]
  return (
    <Section id="noegler-h" title={texts.keysTitle}>
      <p class="sv-2">{texts.keysLead}</p>
      {passkeys.length === 0 ? (
        <p>{texts.keysNone}</p>
      ) : (
        <Rows columns="lead-action" label={texts.keysTitle}>
          {passkeys.map(({ id, name, createdAt }) => (
            <Row
              lead={createdAt === null ? '' : moment(createdAt, frame.lang)}
              title={name ?? texts.keyUnnamed}
              action={
                <PostButton
                  action={signInPaths.removePasskey}
                  label={texts.keyRemove}
                  about={`${name ?? texts.keyUnnamed} ${createdAt === null ? '' : moment(createdAt, frame.lang)}`}
                  fields={{ id }}
                  look="link"
                />
              }
            />
          ))}
        </Rows>
      )}
      <div class="sv-gap">
        <PasskeyButton
          mode="register"
          label={texts.keyAdd}
          failed={texts.keyFailed}
          next={`${paths.account}?gemt=keyAdded`}
        />
      </div>
      <noscript>
        <p class="sv-2">{texts.keysScript}</p>
      </noscript>
    </Section>
  )
}

interface SessionsProps {
  readonly frame: Frame
  readonly sessions: readonly SessionRow[]
  readonly here: string
}

const Sessions = ({ frame, sessions, here }: SessionsProps) => {
  const { account: texts } = signInTexts[frame.lang]
  return (
    <Section id="sessioner-h" title={texts.sessionsTitle} count={sessions.length}>
      <Rows columns="lead-action" label={texts.sessionsTitle}>
        {sessions.map(({ id, createdAt, sender, browser }) => {
          const name = browserName(browser, frame.lang) ?? texts.unknownBrowser
          return (
            <Row
              lead={id === here ? <State kind="ok">{texts.here}</State> : ''}
              title={name}
              action={
                id === here ? undefined : (
                  <PostButton
                    action={signInPaths.revoke}
                    label={texts.revoke}
                    about={`${name}, ${moment(createdAt, frame.lang)}`}
                    fields={{ id }}
                    look="link"
                  />
                )
              }
            >
              {[texts.since(moment(createdAt, frame.lang)), sender].filter(Boolean).join(', ')}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
