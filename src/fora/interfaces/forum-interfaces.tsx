import { Row, Rows, Section, State } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths, onDay } from '../paths.ts'
import type { InterfaceRow } from './store.ts'
import { interfaceTexts } from './texts.ts'

interface ForumInterfacesProps {
  asked: Asked
  forum: { slug: string; name: string }
  /** Statements the forum makes, and statements others make about it. */
  interfaces: readonly InterfaceRow[]
  /** What the forum is called in the network: its group where it belongs to one. */
  node: string
}

interface StatementProps {
  asked: Asked
  forum: { slug: string; name: string }
  row: InterfaceRow
}

const NameOf = ({ asked, slug, label }: { asked: Asked; slug: string | null; label: string }) =>
  slug === null ? (
    <>{label}</>
  ) : (
    <a href={onDay(inDistrict(asked.district, foraPaths.forum(slug)), asked.asOf)}>{label}</a>
  )

const mayMend = (asked: Asked): boolean => asked.may('interfaces.edit') && asked.asOf === null

/** The one click that makes a one-sided interface mutual. */
const Mend = ({ asked, forum, row, label, about }: StatementProps & { label: string; about: string }) =>
  mayMend(asked) ? (
    <PostButton
      action={inDistrict(asked.district, foraPaths.interfaces(forum.slug))}
      label={label}
      about={about}
      fields={{ statement: row.id }}
      look="link"
    />
  ) : null

/** What the forum says of another; `returned` when the other names it too. */
const Outgoing = ({ asked, forum, row, returned }: StatementProps & { returned: boolean }) => {
  const s = interfaceTexts[asked.lang]
  if (row.to === null || row.toName === null)
    return (
      <Row lead={<State kind="none">{s.unmatched}</State>} title={s.names(forum.name, row.words)}>
        {s.unmatchedText}
      </Row>
    )
  const other = <NameOf asked={asked} slug={row.toSlug} label={row.toName} />
  if (returned)
    return (
      <Row
        lead={<State kind="ok">{s.mutual}</State>}
        title={
          <>
            {s.and(forum.name)}
            {other}
          </>
        }
      >
        {s.mutualText}
      </Row>
    )
  return (
    <Row
      lead={<State kind="warn">{s.oneSided}</State>}
      title={
        <>
          {s.namesStart(forum.name)}
          {other}
        </>
      }
      action={<Mend asked={asked} forum={forum} row={row} label={s.addOtherSide} about={row.toName} />}
    >
      {s.notNamedBack(row.toName, forum.name)}
    </Row>
  )
}

/** What another says of the forum, which says nothing back. */
const Incoming = ({ asked, forum, row }: StatementProps) => {
  const s = interfaceTexts[asked.lang]
  return (
    <Row
      lead={<State kind="warn">{s.oneSided}</State>}
      title={
        <>
          <NameOf asked={asked} slug={row.fromSlug} label={row.fromName} />
          {s.namesEnd(forum.name)}
        </>
      }
      action={<Mend asked={asked} forum={forum} row={row} label={s.confirm} about={row.fromName} />}
    >
      {s.notNamedBack(forum.name, row.fromName)}
    </Row>
  )
}

/** A forum's interfaces both ways, on its page. */
export const ForumInterfaces = ({ asked, forum, interfaces, node }: ForumInterfacesProps) => {
  const s = interfaceTexts[asked.lang]
  const outgoing = interfaces.filter(({ from }) => from === node)
  const incoming = interfaces.filter(({ from, to }) => to === node && from !== node)
  const named = new Set(outgoing.map(({ to }) => to))
  const naming = new Set(incoming.map(({ from }) => from))
  const onlyIncoming = incoming.filter(({ from }) => !named.has(from))
  return (
    <Section
      id="snitflader"
      title={s.interfaces}
      link={{
        href: withQuery(inDistrict(asked.district, foraPaths.network), { forum: forum.slug }),
        label: s.seeInNetwork,
      }}
    >
      {outgoing.length + onlyIncoming.length === 0 ? (
        <p class="sv-2">{s.none}</p>
      ) : (
        <Rows columns="lead-action">
          {outgoing.map((row) => (
            <Outgoing asked={asked} forum={forum} row={row} returned={row.to !== null && naming.has(row.to)} />
          ))}
          {onlyIncoming.map((row) => (
            <Incoming asked={asked} forum={forum} row={row} />
          ))}
        </Rows>
      )}
      {mayMend(asked) && (
        <p class="sv-sm">
          <a href={inDistrict(asked.district, foraPaths.interfaces(forum.slug))}>{s.edit}</a>
        </p>
      )}
    </Section>
  )
}
