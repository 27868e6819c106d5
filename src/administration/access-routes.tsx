import { Hono } from 'hono'
import { readAs } from '../db/tx.ts'
import { editTexts } from '../fora/register/edit-texts.ts'
import { seatsOfAccount } from '../fora/seats/roles-store.ts'
import { type Actor, identityOf, publicActor } from '../people/actor.ts'
import { findActor } from '../people/actor-store.ts'
import { may, type Permission, permissions } from '../people/permissions.ts'
import { type Asked, handlersOf, type RequestEnv } from '../web/request.ts'
import { roleName, roleNames } from '../web/role-names.ts'
import { AccessPage, type Simulated } from './accounts-pages.tsx'
import { listAccountPersons, listGrants } from './grants-store.ts'
import type { AdministrationParts } from './parts.ts'
import { administrationPaths } from './paths.ts'
import { listForaSeen } from './reach-store.ts'
import { administrationTexts } from './texts.ts'

const isPermission = (name: string): name is Permission => name in permissions

/** What an actor sees and may do, found by reading the register as that actor. */
async function simulate(asked: Asked, parts: AdministrationParts, actor: Actor): Promise<Simulated> {
  const names = administrationTexts[asked.lang].permissions
  const all = Object.keys(permissions).filter(isPermission)
  const seen = await readAs(parts.db, { ...identityOf(actor), writes: false }, (trx) =>
    listForaSeen(trx, asked.district.id),
  )
  return {
    roles: roleNames(actor, asked.lang) || roleName[asked.lang].public,
    fora: seen.map(({ slug, name, openness }) => ({ slug, name, openness: editTexts[asked.lang].openness[openness] })),
    allowed: all.filter((permission) => may(actor, permission)).map((permission) => names[permission]),
    refused: all.filter((permission) => !may(actor, permission)).map((permission) => names[permission]),
  }
}

/** "Hvad kan denne person se?" */
export const accessRoutes = (parts: AdministrationParts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    administrationPaths.access,
    on('access.simulate', async (asked) => {
      const here = await asked.read(async (trx) => [
        ...(await listGrants(trx, asked.district.id, asked.today)),
        ...(await listAccountPersons(trx, asked.district.id)),
      ])
      const ids = new Set(here.map(({ accountId }) => accountId))
      const accounts = (await parts.signIn.listAccounts()).filter(({ id }) => ids.has(id))
      const account = accounts.find(({ id }) => id === asked.query('bruger')) ?? null
      const visitor = publicActor(asked.district.id, asked.actor.requestId)
      const actor: Actor =
        account === null
          ? visitor
          : await asked.read((trx) =>
              findActor(
                trx,
                { accountId: account.id, name: account.name },
                { district: asked.district.id, on: asked.today, requestId: asked.actor.requestId },
                seatsOfAccount,
              ),
            )
      const simulated = asked.c.req.query('bruger') === undefined ? null : await simulate(asked, parts, actor)
      return asked.page(
        <AccessPage asked={asked} accounts={accounts} chosen={account?.id ?? ''} simulated={simulated} />,
      )
    }),
  )
}
