import { shortDay } from '../base/language.ts'
import { grantable, type GrantedRole } from '../people/permissions.ts'
import type { Municipality } from '../people/store.ts'
import type { Account } from '../sign-in/accounts.ts'
import { Columns, Empty, Fact, Facts, Note, PageHead, Rows, Section, State } from '../web/blocks.tsx'
import { Field, Select } from '../web/fields.tsx'
import { Filter, Results } from '../web/filter.tsx'
import { Buttons, Form, PostButton } from '../web/form.tsx'
import { Page } from '../web/layout.tsx'
import { inDistrict } from '../web/paths.ts'
import type { Problem } from '../web/problem.ts'
import type { Asked } from '../web/request.ts'
import { roleName } from '../web/role-names.ts'
import { Table } from '../web/table.tsx'
import type { AccountPerson, GrantRow } from './grants-store.ts'
import { administrationPaths } from './paths.ts'
import { administrationTexts } from './texts.ts'

export interface AccountRow {
  account: Account
  grants: readonly GrantRow[]
}

const grantText = (grant: GrantRow, asked: Asked): string =>
  grant.municipalityName === null
    ? roleName[asked.lang][grant.role]
    : `${roleName[asked.lang][grant.role]}, ${grant.municipalityName}`

interface ListProps {
  asked: Asked
  rows: readonly AccountRow[]
  words: string
  role: string
  roles: readonly GrantedRole[]
}

/** Who can sign in, with their roles in the district. */
export const AccountsPage = ({ asked, rows, words, role, roles }: ListProps) => {
  const t = administrationTexts[asked.lang]
  const here = inDistrict(asked.district, administrationPaths.accounts)
  return (
    <Page frame={asked.frame} title={t.accounts} current="accounts">
      <PageHead
        title={t.accounts}
        lead={t.accountsLead(rows.length)}
        actions={
          <>
            <a class="button button-secondary" href={inDistrict(asked.district, administrationPaths.access)}>
              {t.simulate}
            </a>
            <a class="button button-primary" href={inDistrict(asked.district, administrationPaths.createAccount)}>
              {t.create}
            </a>
          </>
        }
      />
      <Filter action={here} label={t.findAccount} results="accounts" values={{ q: words, rolle: role }}>
        <Field name="q" type="search" label={t.words} width="full" />
        <Select
          name="rolle"
          label={t.role}
          empty={t.allRoles}
          choices={roles.map((value) => ({ value, label: roleName[asked.lang][value] }))}
        />
      </Filter>
      <Results id="accounts" said={String(rows.length)}>
        {rows.length === 0 ? (
          <Empty title={t.noneFound} />
        ) : (
          <Table
            caption={t.caption(rows.length)}
            rows={rows}
            columns={[
              {
                key: 'name',
                label: t.columns.name,
                cell: ({ account }) => (
                  <a href={inDistrict(asked.district, administrationPaths.account(account.id))}>{account.name}</a>
                ),
              },
              { key: 'email', label: t.columns.email, cell: ({ account }) => account.email },
              {
                key: 'roles',
                label: t.columns.roles,
                cell: ({ grants }) =>
                  grants.length === 0 ? (
                    <span class="sv-2">{t.noRoles}</span>
                  ) : (
                    grants.map((grant) => <div class="sv-cap">{grantText(grant, asked)}</div>)
                  ),
              },
              {
                key: 'factor',
                label: t.columns.factor,
                cell: ({ account }) => (account.secondFactor ? t.factorOn : t.factorOff),
              },
              {
                key: 'state',
                label: t.columns.state,
                cell: ({ account }) =>
                  account.disabledAt === null ? (
                    <State kind="ok">{t.active}</State>
                  ) : (
                    <State kind="none">{t.disabled}</State>
                  ),
              },
            ]}
          />
        )}
      </Results>
    </Page>
  )
}

interface CreateProps {
  asked: Asked
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  municipalities: readonly Municipality[]
}

const RoleFields = ({ asked, municipalities }: Pick<CreateProps, 'asked' | 'municipalities'>) => {
  const t = administrationTexts[asked.lang]
  return (
    <>
      <Select
        name="rolle"
        label={t.role}
        empty={t.none}
        choices={grantable(asked.actor).map((value) => ({ value, label: roleName[asked.lang][value] }))}
      />
      <Select
        name="kommune"
        label={t.municipality}
        hint={t.municipalityHint}
        empty={t.none}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </>
  )
}

export const CreateAccountPage = ({ asked, values = {}, problems = [], municipalities }: CreateProps) => {
  const t = administrationTexts[asked.lang]
  const list = inDistrict(asked.district, administrationPaths.accounts)
  return (
    <Page
      frame={asked.frame}
      title={t.create}
      current="accounts"
      problems={problems}
      crumbs={[{ href: list, label: t.accounts }]}
    >
      <PageHead title={t.create} lead={t.createLead} />
      <Form action={inDistrict(asked.district, administrationPaths.createAccount)} values={values} problems={problems}>
        <Field name="navn" label={t.name} autocomplete="off" />
        <Field name="email" type="email" label={t.email} autocomplete="off" />
        <Field name="password" type="password" label={t.password} hint={t.passwordHint} autocomplete="new-password" />
        <RoleFields asked={asked} municipalities={municipalities} />
        <Buttons submit={t.create} cancel={{ href: list }} />
      </Form>
    </Page>
  )
}

interface AccountProps extends AccountRow {
  asked: Asked
  person: AccountPerson | null
  municipalities: readonly Municipality[]
  problems?: readonly Problem[]
}

/** One account: its roles, and its access to signing in. */
export const AccountPage = ({ asked, account, grants, person, municipalities, problems = [] }: AccountProps) => {
  const t = administrationTexts[asked.lang]
  const here = inDistrict(asked.district, administrationPaths.account(account.id))
  const press = (deed: string, label: string) => (
    <PostButton action={here} label={label} about={account.name} fields={{ handling: deed }} />
  )
  return (
    <Page
      frame={asked.frame}
      title={account.name}
      current="accounts"
      problems={problems}
      crumbs={[{ href: inDistrict(asked.district, administrationPaths.accounts), label: t.accounts }]}
    >
      <PageHead title={account.name} lead={account.email} />
      <Columns kind="even">
        <div>
          <Section id="roller" title={t.grants}>
            <p class="sv-sm sv-2">{t.grantsLead}</p>
            <Rows columns="pair">
              {grants.map((grant) => (
                <li>
                  <span class="sv-cap">
                    <b>{grantText(grant, asked)}</b>
                    <small>{`${t.since(shortDay(grant.validFrom, asked.lang))}, ${t.by(grant.grantedBy)}`}</small>
                  </span>
                  <PostButton
                    action={here}
                    label={t.endGrant}
                    about={grantText(grant, asked)}
                    fields={{ handling: 'fjern', rolleId: grant.id }}
                    look="link"
                  />
                </li>
              ))}
            </Rows>
            <Form action={here} problems={problems}>
              <input type="hidden" name="handling" value="giv" />
              <RoleFields asked={asked} municipalities={municipalities} />
              <Buttons submit={t.addGrant} />
            </Form>
          </Section>
        </div>
        <div>
          <Section id="adgang" title={t.actions}>
            <Facts stacked>
              <Fact term={t.columns.state}>{account.disabledAt === null ? t.active : t.disabled}</Fact>
              <Fact term={t.columns.factor}>{account.secondFactor ? t.factorOn : t.factorOff}</Fact>
              <Fact term={t.person}>{person === null ? t.noPerson : person.name}</Fact>
            </Facts>
            <div class="sv-acts sv-gap">
              {account.disabledAt === null ? press('spaer', t.disable) : press('aabn', t.enable)}
              {account.secondFactor && press('totrin', t.resetFactor)}
            </div>
            <Form action={here} id="ny">
              <input type="hidden" name="handling" value="adgangskode" />
              <Field
                name="password"
                type="password"
                label={t.setPassword}
                hint={t.passwordHint}
                autocomplete="new-password"
              />
              <Buttons submit={t.savePassword} />
            </Form>
          </Section>
          <p class="sv-mt">
            <a href={`${inDistrict(asked.district, administrationPaths.access)}?bruger=${account.id}`}>{t.simulate}</a>
          </p>
        </div>
      </Columns>
    </Page>
  )
}

export interface Simulated {
  roles: string
  fora: readonly { slug: string; name: string; openness: string }[]
  allowed: readonly string[]
  refused: readonly string[]
}

interface AccessProps {
  asked: Asked
  accounts: readonly Account[]
  chosen: string
  simulated: Simulated | null
}

/** What one person, or the public, sees in the register today: made by asking as that person. */
export const AccessPage = ({ asked, accounts, chosen, simulated }: AccessProps) => {
  const t = administrationTexts[asked.lang]
  return (
    <Page
      frame={asked.frame}
      title={t.simulate}
      current="accounts"
      crumbs={[{ href: inDistrict(asked.district, administrationPaths.accounts), label: t.accounts }]}
    >
      <PageHead title={t.simulate} lead={t.simulateLead} />
      <Filter
        action={inDistrict(asked.district, administrationPaths.access)}
        label={t.simulate}
        values={{ bruger: chosen }}
      >
        <Select
          name="bruger"
          label={t.choosePerson}
          choices={[
            { value: '', label: t.anonymous },
            ...accounts.map(({ id, name, email }) => ({ value: id, label: `${name}, ${email}` })),
          ]}
        />
      </Filter>
      {simulated !== null && (
        <Columns>
          <Section id="fora" title={t.theirFora} count={t.sees(simulated.fora.length)}>
            {simulated.fora.length === 0 ? (
              <Note>{t.seesNone}</Note>
            ) : (
              <Rows columns="pair">
                {simulated.fora.map(({ slug, name, openness }) => (
                  <li>
                    <a href={inDistrict(asked.district, `/fora/${slug}`)}>{name}</a>
                    <span class="sv-sm sv-2">{openness}</span>
                  </li>
                ))}
              </Rows>
            )}
          </Section>
          <Section id="maa" title={t.theirPermissions}>
            <Facts stacked>
              <Fact term={t.theirRoles}>{simulated.roles}</Fact>
              <Fact term={t.theirPermissions}>{simulated.allowed.join(', ')}</Fact>
              <Fact term={t.notAllowed}>{simulated.refused.join(', ')}</Fact>
            </Facts>
          </Section>
        </Columns>
      )}
    </Page>
  )
}
