import { Empty, Message, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Select } from '../../web/fields.tsx'
import { Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import type { ForumDetail } from '../register/forum-store.ts'
import { registerTexts } from '../register/texts.ts'
import { matchTexts } from './match-texts.ts'
import { matchOne, type Named } from './matching.ts'
import type { InterfaceRow } from './store.ts'

/** A forum or group that can be chosen, as the form sends it. */
export interface TargetChoice extends Named {
  group: boolean
}

export const targetValue = ({ id, group }: { id: string; group: boolean }): string => `${group ? 'g' : 'f'}:${id}`

interface MatchPageProps {
  asked: Asked
  forum: ForumDetail
  node: string
  /** Statements made for the forum itself or its group. */
  own: readonly InterfaceRow[]
  /** Every statement of the district that names the forum or its group, or that the forum could answer. */
  statements: readonly InterfaceRow[]
  known: readonly TargetChoice[]
  /** The statement whose form was refused. */
  refused?: { statement: string; values: Record<string, unknown>; problems: readonly Problem[] }
}

const chosenTarget = (row: InterfaceRow): string =>
  row.toGroupId !== null
    ? targetValue({ id: row.toGroupId, group: true })
    : row.toForumId !== null
      ? targetValue({ id: row.toForumId, group: false })
      : ''

const stateOf = ({ confidence, to }: InterfaceRow, t: (typeof matchTexts)['da']) => {
  if (confidence === 'confirmed')
    return <State kind="ok">{to === null ? t.confirmedNobody : t.confidence.confirmed}</State>
  if (confidence === 'sure') return <State kind="ok">{t.confidence.sure}</State>
  return <State kind={confidence === 'check' ? 'warn' : 'none'}>{t.confidence[confidence]}</State>
}

/** Those most like the words first, then all others in their order. */
const choicesFor = (row: InterfaceRow, { known, forum, asked }: MatchPageProps) => {
  const t = matchTexts[asked.lang]
  const { candidates } = matchOne(row.words, known, forum.id)
  const likely = candidates.flatMap((id) => known.find((one) => one.id === id) ?? [])
  const others = known.filter(({ id }) => !candidates.includes(id) && id !== forum.id)
  return [
    ...likely.map((one) => ({ value: targetValue(one), label: t.candidate(one.name) })),
    ...others.map((one) => ({ value: targetValue(one), label: one.name })),
  ]
}

const Statement = ({ row, props }: { row: InterfaceRow; props: MatchPageProps }) => {
  const { asked, forum, node, statements, refused } = props
  const t = matchTexts[asked.lang]
  const action = inDistrict(asked.district, foraPaths.interfaces(forum.slug))
  const isMutual = statements.some(({ from, to }) => from === row.to && to === node)
  const isRefused = refused?.statement === row.id
  return (
    <Row
      lead={stateOf(row, t)}
      title={`”${row.words}”`}
      action={
        <PostButton
          action={action}
          label={t.remove}
          about={row.words}
          fields={{ statement: row.id, handling: 'fjern' }}
          look="link"
        />
      }
    >
      {row.to !== null && row.to !== node && row.toName !== null && (
        <div>{isMutual ? t.mutualText : t.oneSided(row.toName, forum.name)}</div>
      )}
      {row.to !== null && row.to !== node && !isMutual && (
        <PostButton
          action={action}
          label={t.addOtherSide}
          about={row.words}
          fields={{ statement: row.id }}
          look="link"
        />
      )}
      <Form
        id={`s-${row.id}`}
        action={action}
        version={row.version}
        label={row.words}
        problems={isRefused ? refused.problems : []}
        values={isRefused ? refused.values : {}}
      >
        <input type="hidden" name="statement" value={row.id} />
        <input type="hidden" name="handling" value="ret" />
        <Select
          name="maal"
          label={t.names}
          empty={t.nobody}
          value={chosenTarget(row)}
          choices={choicesFor(row, props)}
        />
        <div class="sv-acts sv-gap">
          <button class="button button-secondary" type="submit">
            {t.save}
          </button>
        </div>
      </Form>
    </Row>
  )
}

const NamedBy = (props: MatchPageProps) => {
  const { asked, forum, node, statements, own } = props
  const t = matchTexts[asked.lang]
  const action = inDistrict(asked.district, foraPaths.interfaces(forum.slug))
  const incoming = statements.filter(({ from, to }) => to === node && from !== node)
  const named = new Set(own.map(({ to }) => to))
  return (
    <Section id="andre" title={t.others(forum.groupName ?? forum.name)}>
      {incoming.length === 0 ? (
        <p class="sv-2">{t.noneNamed}</p>
      ) : (
        <Rows columns="lead-action">
          {incoming.map((row) => (
            <Row
              lead={
                <State kind={named.has(row.from) ? 'ok' : 'warn'}>
                  {named.has(row.from) ? t.mutual : t.oneSidedState}
                </State>
              }
              title={
                row.fromSlug === null ? (
                  row.fromName
                ) : (
                  <a href={inDistrict(asked.district, foraPaths.forum(row.fromSlug))}>{row.fromName}</a>
                )
              }
              action={
                !named.has(row.from) && (
                  <PostButton
                    action={action}
                    label={t.addOtherSide}
                    about={row.fromName}
                    fields={{ statement: row.id }}
                    look="link"
                  />
                )
              }
            >
              {named.has(row.from) ? t.mutualText : t.oneSided(forum.groupName ?? forum.name, row.fromName)} ”
              {row.words}”
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** Edits which fora the statements of one forum name, and removes or answers them. */
export const MatchPage = (props: MatchPageProps) => {
  const { asked, forum, own, refused } = props
  const t = matchTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const page = inDistrict(asked.district, foraPaths.forum(forum.slug))
  return (
    <Page
      frame={asked.frame}
      title={t.title(forum.name)}
      current="fora"
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: r.fora },
        { href: page, label: forum.name },
      ]}
      problems={refused?.problems ?? []}
    >
      {asked.query('gemt') !== '' && <Message kind="success" title={t.saved} />}
      <PageHead
        title={t.title(forum.name)}
        lead={t.lead}
        actions={
          <a class="button button-secondary" href={page}>
            {t.back}
          </a>
        }
      />
      {forum.groupName !== null && <p class="sv-2">{t.group(forum.groupName)}</p>}
      <Section
        id="felt"
        title={t.field}
        link={{ href: inDistrict(asked.district, foraPaths.edit(forum.slug)), label: t.editField }}
      >
        <p class="sv-src">{forum.interfaces === '' ? r.fieldMissing : forum.interfaces}</p>
      </Section>
      <Section id="egne" title={t.own(forum.name)} count={t.ownCount(own.length)}>
        {own.length === 0 ? (
          <Empty title={t.none} />
        ) : (
          <Rows columns="lead-action">
            {own.map((row) => (
              <Statement row={row} props={props} />
            ))}
          </Rows>
        )}
        {own.length > 0 && <p class="sv-sm sv-2">{t.removeHint}</p>}
      </Section>
      <NamedBy {...props} />
    </Page>
  )
}
