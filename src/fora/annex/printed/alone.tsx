import { annexTitle, type AnnexDocument, documentTitle, standLine } from '../print/document.ts'
import { AnnexDocumentView } from '../print/view.tsx'

/** Readable without anything else: one column, and lines between label and text. */
const styles = `
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
h2 { margin-top: 3rem; border-bottom: 1px solid } h3 { margin: 2rem 0 .5rem }
dl, dd { margin: 0 } dl > div { padding: .4rem 0; border-bottom: 1px solid #d9dde1 } dt { color: #4f5861 }
svg { width: .8em; height: .8em; margin-right: .3em }
`

/** The annex as a web page in one file, with its looks in it, to be kept or sent. */
export const annexPage = async (document: AnnexDocument): Promise<Uint8Array> => {
  const page = await (
    <html lang="da">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{documentTitle(document)}</title>
        <style>{styles}</style>
      </head>
      <body>
        <main>
          <h1>{annexTitle}</h1>
          <p>{`${document.district}, ${String(document.year)}. ${standLine(document)}.`}</p>
          <AnnexDocumentView document={document} />
        </main>
      </body>
    </html>
  )
  return new TextEncoder().encode(`<!doctype html>\n${String(page)}\n`)
}
