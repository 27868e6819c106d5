import { type Context, Hono } from 'hono'
import { NotFound } from '../base/errors.ts'
import { paths, withQuery } from '../web/paths.ts'
import type { Problem } from '../web/problem.ts'
import { frameOf, type RequestEnv } from '../web/request.ts'
import { type AccountForm, type AccountNotice, accountNotices, AccountPage } from './account-page.tsx'
import { callerOf, sentForm, setCookies, type SignInRouteParts } from './asked.ts'
import type { Session } from './engine.ts'
import { BackupCodesPage, FactorPage } from './factor-pages.tsx'
import { codeForm, confirmForm, nameForm, passwordForm } from './forms.ts'
import { signInPaths } from './paths.ts'
import { signInTexts } from './texts.ts'

type Asked = Context<RequestEnv>

type Own = (c: Asked, session: Session) => Response | Promise<Response>
interface Refusal {
  form: AccountForm
  problems: readonly Problem[]
  values: Record<string, unknown>
}

const faultsOf = (c: Asked) => signInTexts[c.var.lang].faults

/** What the routes of the account page share. */
const accountPages = (parts: SignInRouteParts) => {
  const { signIn } = parts
  const page = async (c: Asked, session: Session, refused?: Refusal) => {
    const sessions = await signIn.listSessions(session)
    const passkeys = signIn.hasPasskeys() ? await signIn.listPasskeys(session) : null
    const notice = refused ? null : (accountNotices.find((known) => known === c.req.query('gemt')) ?? null)
    const shared = { frame: frameOf(parts, c), session, sessions, passkeys, notice }
    return c.html(<AccountPage {...shared} {...(refused && { refused })} />, refused ? 422 : 200)
  }
  return {
    page,
    /** Gives the signed-in reader's session, or leads to the sign-in page. */
    own: (answer: Own) => async (c: Asked) => {
      const session = await signIn.currentSession(c.req.raw.headers)
      return session === null ? c.redirect(withQuery(paths.signIn, { next: paths.account }), 303) : answer(c, session)
    },
    done: (c: Asked, notice: AccountNotice) => c.redirect(withQuery(paths.account, { gemt: notice }), 303),
    refuse: (c: Asked, session: Session, form: AccountForm, field: string, fault: keyof ReturnType<typeof faultsOf>) =>
      page(c, session, { form, problems: [{ field, text: faultsOf(c)[fault] }], values: {} }),
  }
}

/** The reader's own account: everybody who is signed in may see and change their own, and nobody else's. */
export function accountRoutes(parts: SignInRouteParts): Hono<RequestEnv> {
  const { signIn } = parts
  const app = new Hono<RequestEnv>()

  const { own, page, done, refuse } = accountPages(parts)

  app.get(
    paths.account,
    own((c, session) => page(c, session)),
  )

  app.post(
    signInPaths.name,
    own(async (c, session) => {
      const { values, data, problems } = await sentForm(c, nameForm(c.var.lang))
      if (data === null) return page(c, session, { form: 'navn', problems, values })
      await signIn.rename(session, data.navn)
      return done(c, 'saved')
    }),
  )

  app.post(
    signInPaths.password,
    own(async (c, session) => {
      const { values, data, problems } = await sentForm(c, passwordForm(c.var.lang))
      if (data === null) return page(c, session, { form: 'adgangskode', problems, values })
      const changed = await signIn.changePassword(callerOf(c), session, data.nuvaerende, data.ny)
      if ('fault' in changed) {
        const field = changed.fault === 'wrongPassword' ? 'nuvaerende' : 'ny'
        return refuse(c, session, 'adgangskode', field, changed.fault)
      }
      setCookies(c, changed.cookies)
      return done(c, 'passwordChanged')
    }),
  )

  app.post(
    signInPaths.revoke,
    own(async (c, session) => {
      const { id } = await c.req.parseBody()
      if (typeof id !== 'string' || !(await signIn.revokeSession(session, id))) throw new NotFound()
      return done(c, 'revoked')
    }),
  )

  app.post(
    signInPaths.removePasskey,
    own(async (c, session) => {
      const { id } = await c.req.parseBody()
      if (typeof id !== 'string' || !(await signIn.removePasskey(session, id))) throw new NotFound()
      return done(c, 'keyRemoved')
    }),
  )

  app.route('/', factorRoutes(parts))
  return app
}

/** The second factor: on with a first code, off and new backup codes with the password. */
function factorRoutes(parts: SignInRouteParts): Hono<RequestEnv> {
  const { signIn } = parts
  const app = new Hono<RequestEnv>()
  const { own, page, done, refuse } = accountPages(parts)

  app.post(
    signInPaths.factorStart,
    own(async (c, session) => {
      const { values, data, problems } = await sentForm(c, confirmForm(c.var.lang))
      if (data === null) return page(c, session, { form: 'totrin', problems, values })
      const started = await signIn.startSecondFactor(callerOf(c), data.password)
      return started ? c.redirect(signInPaths.factor, 303) : refuse(c, session, 'totrin', 'password', 'wrongPassword')
    }),
  )

  app.get(
    signInPaths.factor,
    own(async (c, session) => {
      const uri = await signIn.pendingSecondFactor(session)
      if (uri === null) return c.redirect(paths.account, 303)
      return c.html(<FactorPage frame={frameOf(parts, c)} uri={uri} />)
    }),
  )

  app.post(
    signInPaths.factor,
    own(async (c, session) => {
      const { data, problems } = await sentForm(c, codeForm(c.var.lang))
      const uri = await signIn.pendingSecondFactor(session)
      if (uri === null) return c.redirect(paths.account, 303)
      const on = data === null ? null : await signIn.confirmSecondFactor(callerOf(c), session, data.kode)
      if (on === null) {
        const wrong = { field: 'kode', text: signInTexts[c.var.lang].code.wrong }
        return c.html(
          <FactorPage frame={frameOf(parts, c)} uri={uri} problems={problems.length > 0 ? problems : [wrong]} />,
          422,
        )
      }
      setCookies(c, on.cookies)
      return c.html(<BackupCodesPage frame={frameOf(parts, c)} codes={on.backupCodes} turnedOn />)
    }),
  )

  app.post(
    signInPaths.factorStop,
    own(async (c, session) => {
      const { values, data, problems } = await sentForm(c, confirmForm(c.var.lang))
      if (data === null) return page(c, session, { form: 'totrin', problems, values })
      const cookies = await signIn.stopSecondFactor(callerOf(c), session, data.password)
      if (cookies === null) return refuse(c, session, 'totrin', 'password', 'wrongPassword')
      setCookies(c, cookies)
      return done(c, 'factorStopped')
    }),
  )

  app.post(
    signInPaths.backupCodes,
    own(async (c, session) => {
      const { values, data, problems } = await sentForm(c, confirmForm(c.var.lang))
      if (data === null) return page(c, session, { form: 'totrin', problems, values })
      const codes = await signIn.renewBackupCodes(callerOf(c), session, data.password)
      if (codes === null) return refuse(c, session, 'totrin', 'password', 'wrongPassword')
      return c.html(<BackupCodesPage frame={frameOf(parts, c)} codes={codes} turnedOn={false} />)
    }),
  )
  return app
}
