import type { FileKind, ZipKind } from '../file-kinds.ts'

/** A PDF, or a picture as JPEG, that becomes part of a joined PDF; under a heading of its own in the bookmarks. */
export interface JoinPart {
  /** The bookmark above; parts that follow each other under the same one share it. Empty for a part of its own. */
  chapter: string
  title: string
  kind: 'pdf' | 'jpg'
  bytes: Uint8Array
}

/** A page as it is read, in points, with its lines of text from the upper left corner. */
export interface PageText {
  width: number
  height: number
  lines: readonly { text: string; x: number; y: number; size: number }[]
}

/** What can be asked of the separate process, and what comes back. */
export interface Tasks {
  /** The text of a file, line by line. */
  lines: { order: { kind: 'docx' | 'pdf'; bytes: Uint8Array }; done: readonly string[] }
  /** Words for the search, from any kind whose text can be read. */
  words: { order: { kind: FileKind; bytes: Uint8Array }; done: string }
  /** What a file says, line by line in its order, for a rendition of its text. */
  text: { order: { kind: ZipKind; bytes: Uint8Array }; done: readonly string[] }
  /**
   * A PDF for the archive: the level of PDF/A that it has already, or its pages with their text in their places and the
   * numbers of those with pictures.
   */
  archive: {
    order: { bytes: Uint8Array }
    done: { level: string | null; pages: readonly PageText[]; pictured: readonly number[] }
  }
  /** Is it whole, and how many pages or slides are there, where that can be told? */
  inspect: { order: { kind: 'pdf' | ZipKind; bytes: Uint8Array }; done: number | null }
  /** The file without what it says of those who made it. */
  strip: { order: { kind: 'pdf' | ZipKind; bytes: Uint8Array; title: string }; done: Uint8Array }
  /** One tagged PDF of many, with bookmarks; `skipped` are the places of parts that could not be opened for it. */
  join: {
    order: { title: string; lang: string; parts: readonly JoinPart[] }
    done: { bytes: Uint8Array; skipped: readonly number[] }
  }
}
export type TaskName = keyof Tasks
export type Order = { [T in TaskName]: { task: T } & Tasks[T]['order'] }[TaskName]
