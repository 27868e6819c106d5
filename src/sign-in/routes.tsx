import { Hono, type MiddlewareHandler } from 'hono'
import { paths, withQuery } from '../web/paths.ts'
import { frameOf, type RequestEnv } from '../web/request.ts'
import { accountRoutes } from './account-routes.tsx'
import { callerOf, sentForm, setCookies, type SignInRouteParts, wallTime } from './asked.ts'
import { passkeyPaths } from './auth.ts'
import { codeForm, localPath, signInForm } from './forms.ts'
import { requestInHand } from './note.ts'
import type { SignInOutcome } from './password-sign-in.ts'
import { CodePage, RefusedPage, SignInPage } from './pages.tsx'
import { signInPaths } from './paths.ts'
import { signInTexts } from './texts.ts'

/** These pages are one reader's own, and the log names their requests. */
const personal: MiddlewareHandler<RequestEnv> = (c, next) => {
  c.header('cache-control', 'no-store')
  return requestInHand.run(c.var.requestId, next)
}

/** What a refused first step says, without telling whether the e-mail is known. */
const refusalText = (outcome: SignInOutcome, lang: 'da' | 'en'): string => {
  const texts = signInTexts[lang]
  if (outcome.kind !== 'locked') return texts.refused
  return outcome.until === null ? texts.lockedAWhile : texts.locked(wallTime(outcome.until, lang))
}

/** Signing in and out, and the reader's own account. Addresses of no district. */
export function signInRoutes(parts: SignInRouteParts): Hono<RequestEnv> {
  const { signIn } = parts
  const app = new Hono<RequestEnv>()
  for (const path of ['/log-ind', '/log-ind/*', '/log-ud', '/konto', '/konto/*', '/api/auth/*']) app.use(path, personal)
  const ways = () => ({ oidcName: signIn.oidcName, passkeys: signIn.hasPasskeys() })

  app.get(paths.signIn, (c) => {
    const next = localPath(c.req.query('next'))
    if (c.var.actor.accountId !== null) return c.redirect(next, 303)
    const notice = c.req.query('ud') === undefined ? {} : ({ notice: 'signedOut' } as const)
    return c.html(<SignInPage frame={frameOf(parts, c)} next={next} {...ways()} {...notice} />)
  })

  app.post(paths.signIn, async (c) => {
    const { lang } = c.var
    const { values, data, problems } = await sentForm(c, signInForm(lang))
    const shared = { frame: frameOf(parts, c), next: localPath(values['next']), values, ...ways() }
    if (data === null) return c.html(<SignInPage {...shared} problems={problems} />, 422)
    const outcome = await signIn.signIn(callerOf(c), data.email, data.password)
    setCookies(c, outcome.cookies)
    if (outcome.kind === 'signedIn') return c.redirect(shared.next, 303)
    if (outcome.kind === 'secondFactor') return c.redirect(withQuery(signInPaths.code, { next: shared.next }), 303)
    const problem = { field: 'email', text: refusalText(outcome, lang) }
    if (outcome.kind === 'locked') return c.html(<SignInPage {...shared} problems={[problem]} notice="locked" />, 429)
    return c.html(<SignInPage {...shared} problems={[problem]} />, 422)
  })

  app.get(signInPaths.code, (c) => c.html(<CodePage frame={frameOf(parts, c)} next={localPath(c.req.query('next'))} />))

  app.post(signInPaths.code, async (c) => {
    const { lang } = c.var
    const texts = signInTexts[lang]
    const { values, data, problems } = await sentForm(c, codeForm(lang))
    const shared = { frame: frameOf(parts, c), next: localPath(values['next']) }
    if (data === null) return c.html(<CodePage {...shared} problems={problems} />, 422)
    const outcome = await signIn.verifySecondFactor(callerOf(c), data.kode)
    setCookies(c, outcome.cookies)
    if (outcome.kind === 'signedIn') return c.redirect(shared.next, 303)
    if (outcome.kind === 'refused')
      return c.html(<CodePage {...shared} problems={[{ field: 'kode', text: texts.code.wrong }]} />, 422)
    const text = outcome.kind === 'locked' ? texts.lockedAWhile : texts.code.expired
    const status = outcome.kind === 'locked' ? 429 : 422
    return c.html(<SignInPage {...shared} {...ways()} problems={[{ field: 'email', text }]} />, status)
  })

  app.get(signInPaths.oidc, async (c) => {
    const next = localPath(c.req.query('next'))
    const started = signIn.oidcName === null ? null : await signIn.startOidc(callerOf(c), next)
    if (started === null) return c.notFound()
    const page = <SignInPage frame={frameOf(parts, c)} next={next} {...ways()} notice="oidcUnavailable" />
    if (started === 'unavailable') return c.html(page, 503)
    if (started === 'locked') return c.html(page, 429)
    setCookies(c, started.cookies)
    return c.redirect(started.url, 303)
  })

  app.get(signInPaths.oidcAnswer, async (c) => {
    if (signIn.oidcName === null) return c.notFound()
    const { outcome, next } = await signIn.finishOidc(callerOf(c), new URL(c.req.url).searchParams)
    setCookies(c, outcome.cookies)
    if (outcome.kind === 'signedIn') return c.redirect(localPath(next), 303)
    return c.html(<RefusedPage frame={frameOf(parts, c)} oidcName={signIn.oidcName} />, 403)
  })

  for (const step of passkeyPaths)
    app.on(['GET', 'POST'], `${signInPaths.passkey}/${step}`, (c) => signIn.passkeyStep(callerOf(c), step, c.req.raw))

  app.post(paths.signOut, async (c) => {
    setCookies(c, await signIn.signOut(callerOf(c)))
    return c.redirect(`${paths.signIn}?ud`, 303)
  })

  app.route('/', accountRoutes(parts))
  return app
}
