/** A document of headings, paragraphs, terms and tables, ready to be printed in any form. Danish, whoever reads it. */
export interface Sheet {
  title: string
  district: string
  /** What kind of document it is, above the title: "Referat". */
  kind: string
  /** The moment in the file's own metadata; the same sheet and moment give the same bytes. */
  at: Date
  blocks: readonly SheetBlock[]
}

export type SheetBlock =
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  /** Words in which line breaks are kept. */
  | { kind: 'text'; text: string; look?: 'plain' | 'quiet' | 'strong' }
  | { kind: 'facts'; facts: readonly { term: string; text: string }[] }
  /** The first column names the row. */
  | { kind: 'table'; caption: string; head: readonly string[]; rows: readonly (readonly string[])[] }
  | { kind: 'closed'; text: string }

export const heading = (level: 1 | 2 | 3, text: string): SheetBlock => ({ kind: 'heading', level, text })
export const text = (words: string, look: 'plain' | 'quiet' | 'strong' = 'plain'): SheetBlock[] =>
  words.trim() === '' ? [] : [{ kind: 'text', text: words, look }]
