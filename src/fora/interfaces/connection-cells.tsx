import { State } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Column } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import type { Connection, NetworkBody } from './connections.ts'
import { drawingTexts } from './drawing/texts.ts'
import { networkTexts } from './network-texts.ts'

/** A connection with the bodies at its two ends. */
export interface ConnectionRow extends Connection {
  source: NetworkBody
  target: NetworkBody
}

/** The connections as rows of a table. */
export const rowsOf = (connections: readonly Connection[], bodies: readonly NetworkBody[]): ConnectionRow[] => {
  const byId = new Map(bodies.map((body) => [body.id, body]))
  return connections.flatMap((connection) => {
    const [source, target] = [byId.get(connection.from), byId.get(connection.to)]
    return source && target ? [{ ...connection, source, target }] : []
  })
}

/** Somebody has decided that what is named is no forum of the register. */
const isOutside = ({ kind, statement }: Connection): boolean =>
  kind === 'unmatched' && statement?.confidence === 'confirmed'

/** The kind of a connection in words, for the table and the export. */
export const kindInWords = (row: ConnectionRow, asked: Asked): string => {
  const t = networkTexts[asked.lang]
  return isOutside(row) ? t.outside : t.kinds[row.kind]
}

const Kind = ({ row, asked }: { row: ConnectionRow; asked: Asked }) => {
  const words = kindInWords(row, asked)
  if (row.kind === 'thread') return <span class="sv-state is-thread">{words}</span>
  if (row.kind === 'mutual') return <State kind="ok">{words}</State>
  if (row.kind === 'oneSided') return <State kind="warn">{words}</State>
  return row.kind === 'unmatched' ? <State kind="none">{words}</State> : <span class="sv-2">{words}</span>
}

const Name = ({ body, asked }: { body: NetworkBody; asked: Asked }) =>
  body.slug === null ? (
    <>{body.name}</>
  ) : (
    <a href={onDay(inDistrict(asked.district, foraPaths.forum(body.slug)), asked.asOf)}>{body.name}</a>
  )

const Next = ({ row, asked, from }: { row: ConnectionRow; asked: Asked; from: 'netvaerk' | 'liste' }) => {
  const t = networkTexts[asked.lang]
  if (row.step !== null) return <>{drawingTexts[asked.lang].steps[row.step]}</>
  if (row.kind === 'shared') return <>{t.sharedCount(row.count)}</>
  const edits = asked.may('interfaces.edit') && asked.asOf === null
  const page =
    edits && row.source.pageSlug !== null ? inDistrict(asked.district, foraPaths.interfaces(row.source.pageSlug)) : null
  const about = `${row.source.name} – ${row.target.name}`
  if (row.kind === 'unmatched' && page !== null && !isOutside(row))
    return (
      <a href={page} aria-label={`${t.correctWords}: ${about}`}>
        {t.correctWords}
      </a>
    )
  if (row.kind !== 'oneSided' || row.statement === null) return null
  if (!edits) return <span class="sv-2">{t.silent(row.target.name, row.source.name)}</span>
  return (
    <div class="sv-acts">
      <PostButton
        action={inDistrict(asked.district, foraPaths.oneSided)}
        label={t.addOtherSide}
        about={about}
        fields={{ statement: row.statement.id, fra: from }}
        look="link"
      />
      {page !== null && (
        <a href={page} aria-label={`${t.decide}: ${about}`}>
          {t.decide}
        </a>
      )}
    </div>
  )
}

/** The columns of the table beside the drawing and of the list of one-sided interfaces; `from` is the page to return to. */
export const connectionColumns = (asked: Asked, from: 'netvaerk' | 'liste'): Column<ConnectionRow>[] => {
  const t = networkTexts[asked.lang]
  const otherWords = ({ statement, target }: ConnectionRow) =>
    statement !== null && statement.words !== target.name && statement.words
  return [
    { key: 'forum', label: t.columns.forum, cell: (row) => <Name body={row.source} asked={asked} /> },
    {
      key: 'names',
      label: t.columns.names,
      cell: (row) => (
        <>
          <Name body={row.target} asked={asked} />
          {from === 'liste' && otherWords(row) && <small>”{otherWords(row)}”</small>}
          {from === 'liste' && row.statement?.confidence === 'check' && (
            <small>{row.statement.to === null ? t.several : t.check}</small>
          )}
        </>
      ),
    },
    { key: 'kind', label: t.columns.kind, cell: (row) => <Kind row={row} asked={asked} /> },
    { key: 'next', label: t.columns.next, cell: (row) => <Next row={row} asked={asked} from={from} /> },
  ]
}
