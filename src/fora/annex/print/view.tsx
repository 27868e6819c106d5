import type { FC } from 'hono/jsx'
import {
  annexFields,
  categoryHeading,
  changeSummary,
  changeWords,
  coversWords,
  fieldLabels,
  fieldValue,
  notePrefixes,
} from './document.ts'
import type { AnnexCategory, AnnexDocument, AnnexEntry } from './document.ts'

const ChangeSign: FC<{ kind: 'new' | 'changed' }> = ({ kind }) => (
  <svg class="sv-i" viewBox="0 0 16 16" aria-hidden="true">
    <path d={kind === 'new' ? 'M6.7 1.5h2.6v5.2h5.2v2.6H9.3v5.2H6.7V9.3H1.5V6.7h5.2Z' : 'M3 2 14 8 3 14Z'} />
  </svg>
)

/** A label may break after its slash: its column is narrower than its longest word. */
const breakable = (label: string) => label.split('/').map((part, index) => (index === 0 ? part : ['/', <wbr />, part]))

const idOf = (category: number, entry: number): string => `forum-${String(category)}-${String(entry)}`

const EntryView: FC<{ document: AnnexDocument; entry: AnnexEntry; id: string }> = ({ document, entry, id }) => {
  const change = changeWords(document, entry)
  const covers = coversWords(entry)
  const changed = document.since !== null && entry.change === 'changed' ? entry.changedFields : []
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{entry.name}</h3>
      {covers !== null && <p class="sv-2">{`${notePrefixes.covers} ${covers}`}</p>}
      {change !== null && (
        <p class="sv-state is-way">
          <ChangeSign kind={entry.change === 'new' ? 'new' : 'changed'} />
          <span>{`${notePrefixes.since} ${change}`}</span>
        </p>
      )}
      <dl class="sv-facts">
        {annexFields.map((field) => (
          <div>
            <dt>
              {breakable(fieldLabels[field])}
              {changed.includes(field) && (
                <>
                  {' '}
                  <span class="sv-state is-way">
                    <ChangeSign kind="changed" />
                    <span>ændret</span>
                  </span>
                </>
              )}
            </dt>
            <dd>
              {fieldValue(entry, field)
                .split('\n')
                .map((line, index) => (index === 0 ? line : [<br />, line]))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

const Contents: FC<{ categories: readonly AnnexCategory[] }> = ({ categories }) => (
  <nav class="sv-toc" aria-labelledby="indhold">
    <h2 id="indhold">Indhold</h2>
    <ol>
      {categories.map((category) => (
        <li>
          <a href={`#kategori-${String(category.number)}`}>{categoryHeading(category)}</a>
          <ol>
            {category.entries.map((entry, index) => (
              <li>
                <a href={`#${idOf(category.number, index)}`}>{entry.name}</a>
              </li>
            ))}
          </ol>
        </li>
      ))}
    </ol>
  </nav>
)

/** The annex as part of a page whose h1 is the annex's title: h2 for a category, h3 for a forum. Always in Danish. */
export const AnnexDocumentView: FC<{ document: AnnexDocument }> = ({ document }) => {
  const changes = changeSummary(document)
  return (
    <article lang="da" class="sv-annex">
      {changes && (
        <section aria-labelledby="aendringer">
          <h2 id="aendringer">{changes.heading}</h2>
          <ul>
            {changes.lines.map((line) => (
              <li>{line}</li>
            ))}
          </ul>
        </section>
      )}
      <Contents categories={document.categories} />
      {document.categories.map((category) => (
        <section aria-labelledby={`kategori-${String(category.number)}`}>
          <div class="sv-h">
            <h2 id={`kategori-${String(category.number)}`}>{categoryHeading(category)}</h2>
          </div>
          {category.entries.map((entry, index) => (
            <EntryView document={document} entry={entry} id={idOf(category.number, index)} />
          ))}
        </section>
      ))}
    </article>
  )
}
