import type { Child } from 'hono/jsx'
import { Message } from '../../web/blocks.tsx'
import type { Asked } from '../../web/request.ts'
import { officeTexts } from './office-texts.ts'

interface TakenNoteProps {
  asked: Asked
  /** Who saved first; empty when the log does not tell. */
  name: string
  /** What is stored now, where it helps to see it. */
  children?: Child
}

/** Somebody else was first (409): nothing is lost, and the form below holds what was written. */
export const TakenNote = ({ asked, name, children }: TakenNoteProps) => {
  const t = officeTexts[asked.lang]
  return (
    <Message kind="warning" title={t.conflict(name === '' ? t.somebody : name)}>
      <p>{t.conflictText}</p>
      {children}
    </Message>
  )
}
