import { slugOf } from '../src/base/danish.ts'
import { demoAccounts } from './accounts.ts'
import { demoFora } from './fora.ts'
import { demoOffices } from './offices.ts'

export interface DemoPerson {
  name: string
  email: string
  /** The e-mail address of the account that is theirs. */
  account: string | null
}

const addressOf = (name: string, domain: string): string => `${slugOf(name).replaceAll('-', '.')}@${domain}`

const named = [
  ...demoOffices.flatMap(({ holder, former, domain }) =>
    [holder, former ?? null].flatMap((name) => (name === null ? [] : [{ name, domain }])),
  ),
  ...demoFora.flatMap(({ seats }) =>
    seats.flatMap(({ owner, name }) => (owner === 'person' ? [{ name, domain: 'lokalsamfund.example' }] : [])),
  ),
]

/** Everybody in the register, each once. All are invented. */
export const demoPeople: readonly DemoPerson[] = [
  ...new Map(
    named.map(({ name, domain }) => {
      const account = demoAccounts.find((each) => each.name === name && each.person)?.email ?? null
      return [name, { name, email: account ?? addressOf(name, domain), account }]
    }),
  ).values(),
]
