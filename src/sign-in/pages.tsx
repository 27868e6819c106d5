import { Message, PageHead } from '../web/blocks.tsx'
import { Field } from '../web/fields.tsx'
import { Buttons, Form } from '../web/form.tsx'
import type { Frame } from '../web/frame.ts'
import { Page } from '../web/layout.tsx'
import { paths, withQuery } from '../web/paths.ts'
import type { Problem } from '../web/problem.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { signInPaths } from './paths.ts'
import { signInTexts } from './texts.ts'

interface SignInPageProps {
  readonly frame: Frame
  /** Where to go after signing in; a path on this site. */
  readonly next: string
  readonly oidcName: string | null
  readonly passkeys: boolean
  readonly problems?: readonly Problem[]
  readonly values?: Readonly<Record<string, unknown>>
  /** What stands above the form. */
  readonly notice?: 'signedOut' | 'oidcUnavailable' | 'locked'
}

/** E-mail and password; other ways beneath. Works without script, apart from passkeys. */
export const SignInPage = (props: SignInPageProps) => {
  const { frame, next, oidcName, passkeys, problems = [], values = {}, notice } = props
  const texts = signInTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.title} problems={problems}>
      <div class="sv-lone">
        {notice === 'signedOut' && <Message kind="success" title={texts.signedOut} />}
        {notice === 'oidcUnavailable' && oidcName !== null && (
          <Message kind="warning" title={texts.oidcUnavailable(oidcName)}>
            {texts.oidcUnavailableText}
          </Message>
        )}
        <h1>{texts.title}</h1>
        <Form action={paths.signIn} problems={problems} values={values}>
          <input type="hidden" name="next" value={next} />
          <Field name="email" label={texts.email} type="email" autocomplete="username" />
          <Field name="password" label={texts.password} type="password" autocomplete="current-password" />
          <Buttons submit={texts.submit} />
        </Form>
        {notice === 'locked' && <p class="sv-mt">{texts.lockedHint}</p>}
        {(oidcName !== null || passkeys) && (
          <div class="sv-acts sv-mt2">
            {oidcName !== null && (
              <a class="button button-secondary" href={withQuery(signInPaths.oidc, { next })}>
                {texts.with(oidcName)}
              </a>
            )}
            {passkeys && (
              <PasskeyButton mode="sign-in" label={texts.passkey} failed={texts.passkeyFailed} next={next} />
            )}
          </div>
        )}
        <p class="sv-2 sv-mt2">{texts.noAccount}</p>
      </div>
    </Page>
  )
}

interface CodePageProps {
  readonly frame: Frame
  readonly next: string
  readonly problems?: readonly Problem[]
}

/** The second step for accounts with a second factor. */
export const CodePage = ({ frame, next, problems = [] }: CodePageProps) => {
  const { code: texts } = signInTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.title} problems={problems}>
      <div class="sv-lone">
        <PageHead title={texts.title} lead={texts.lead} />
        <Form action={signInPaths.code} problems={problems}>
          <input type="hidden" name="next" value={next} />
          <Field name="kode" label={texts.label} hint={texts.hint} autocomplete="one-time-code" width="short" />
          <Buttons
            submit={texts.submit}
            cancel={{ href: withQuery(paths.signIn, { next }), label: texts.startAgain }}
          />
        </Form>
      </div>
    </Page>
  )
}

interface RefusedPageProps {
  readonly frame: Frame
  readonly oidcName: string
}

/** The organisation's own service sent somebody Samvirk does not know, or an answer that could not be verified. */
export const RefusedPage = ({ frame, oidcName }: RefusedPageProps) => {
  const texts = signInTexts[frame.lang]
  return (
    <Page frame={frame} title={texts.refusedTitle}>
      <div class="sv-lone">
        <h1>{texts.refusedTitle}</h1>
        <p class="font-lead">{texts.refusedText(oidcName)}</p>
        <p>{texts.refusedNext}</p>
        <p class="sv-acts sv-gap">
          <a class="button button-primary" href={paths.signIn}>
            {texts.tryAgain}
          </a>
        </p>
      </div>
    </Page>
  )
}
