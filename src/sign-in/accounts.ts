import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Language } from '../base/language.ts'
import type { Engine } from './engine.ts'
import { type PasswordFault, passwordFault } from './passwords.ts'

/** An account as an administrator sees it. */
export interface Account {
  id: string
  name: string
  email: string
  language: Language
  disabledAt: Date | null
  secondFactor: boolean
  createdAt: Date
}

export type AccountFault = PasswordFault | 'emailTaken' | 'emailInvalid'

interface NewAccount {
  name: string
  email: string
  /** Null for somebody who signs in with the organisation's own service only. */
  password: string | null
  language?: Language
}

const select = ({ db }: Engine) =>
  db
    .selectFrom('sign_in.user_account')
    .select(['id', 'name', 'email', 'language', 'disabled_at as disabledAt', 'created_at as createdAt'])
    .select('two_factor_enabled as secondFactor')

export const listAccounts = (engine: Engine): Promise<Account[]> => select(engine).orderBy('email').execute()

export const findAccount = async (engine: Engine, id: string): Promise<Account | null> =>
  (await select(engine).where('id', '=', id).executeTakeFirst()) ?? null

export const findAccountByEmail = async (engine: Engine, email: string): Promise<Account | null> =>
  (await select(engine).where('email', '=', email.trim().toLowerCase()).executeTakeFirst()) ?? null

/**
 * Makes an account. The administrator who makes it vouches for the e-mail. There is no other way to get one.
 * @returns the id of the account, or why it was not made.
 */
export async function createAccount(
  engine: Engine,
  { name, email: given, password, language = 'da' }: NewAccount,
): Promise<{ accountId: string } | { fault: AccountFault }> {
  const email = given.trim().toLowerCase()
  if (!z.email().safeParse(email).success) return { fault: 'emailInvalid' }
  const fault = password === null ? null : passwordFault(password, { email, name })
  if (fault !== null) return { fault }
  const hashed = password === null ? null : await (await engine.auth().$context).password.hash(password)
  const accountId = randomUUID()
  const done = await engine.db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('sign_in.user_account')
      .values({ id: accountId, name: name.trim(), email, email_verified: true, language })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .executeTakeFirstOrThrow()
    if (numInsertedOrUpdatedRows !== 1n) return false
    if (hashed !== null) await trx.insertInto('sign_in.credential').values(passwordRow(accountId, hashed)).execute()
    return true
  })
  return done ? { accountId } : { fault: 'emailTaken' }
}

const passwordRow = (accountId: string, hashed: string) => ({
  id: randomUUID(),
  user_id: accountId,
  provider_id: 'credential',
  account_id: accountId,
  password: hashed,
})

/**
 * Gives an account a new password and ends all its sessions; for an administrator, who need not know the old one.
 * @returns why the password cannot be used, or null when it was set.
 */
export async function setPassword(engine: Engine, account: Account, password: string): Promise<PasswordFault | null> {
  const fault = passwordFault(password, account)
  if (fault !== null) return fault
  const hashed = await (await engine.auth().$context).password.hash(password)
  await engine.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('sign_in.credential')
      .values(passwordRow(account.id, hashed))
      .onConflict((conflict) => conflict.columns(['provider_id', 'account_id']).doUpdateSet({ password: hashed }))
      .execute()
    await trx.deleteFrom('sign_in.session').where('user_id', '=', account.id).execute()
  })
  return null
}

/** Closes an account and ends all its sessions, or opens it again. Nothing is deleted: the log still names it. */
export async function setDisabled(engine: Engine, accountId: string, disabled: boolean): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await trx
      .updateTable('sign_in.user_account')
      .set({ disabled_at: disabled ? engine.clock() : null, updated_at: engine.clock() })
      .where('id', '=', accountId)
      .execute()
    if (disabled) await trx.deleteFrom('sign_in.session').where('user_id', '=', accountId).execute()
  })
}

/** Takes the second factor from somebody who has lost it, and ends their sessions; for an administrator. */
export async function resetSecondFactor(engine: Engine, accountId: string): Promise<void> {
  await engine.db.transaction().execute(async (trx) => {
    await trx.deleteFrom('sign_in.second_factor').where('user_id', '=', accountId).execute()
    await trx
      .updateTable('sign_in.user_account')
      .set({ two_factor_enabled: false })
      .where('id', '=', accountId)
      .execute()
    await trx.deleteFrom('sign_in.session').where('user_id', '=', accountId).execute()
  })
}

/** Changes what others see as the account's name. */
export async function rename(engine: Engine, accountId: string, name: string): Promise<void> {
  await engine.db
    .updateTable('sign_in.user_account')
    .set({ name, updated_at: engine.clock() })
    .where('id', '=', accountId)
    .execute()
  await engine.note({ kind: 'nameChanged', accountId, name })
}
