import { Fact, Facts, Message } from '../../web/blocks.tsx'
import type { Asked } from '../../web/request.ts'
import { officeTexts } from './office-texts.ts'

interface TakenNoteProps {
  asked: Asked
  /** Who saved first; empty when the log does not tell. */
  name: string
  /** What is stored now, by the labels of the form; shown beside what was written. */
  stored: Readonly<Record<string, string>>
}

/** "(valgfri)" after the label of a field says nothing about what is stored. */
const remark = / \([^()]*\)$/

/** Somebody else was first (409): shows what is stored now, while the form below holds what was written. */
export const TakenNote = ({ asked, name, stored }: TakenNoteProps) => {
  const t = officeTexts[asked.lang]
  return (
    <Message kind="warning" title={t.conflict(name === '' ? t.somebody : name)}>
      <p>{t.conflictText}</p>
      <p>
        <b>{t.storedNow}</b>
      </p>
      <Facts>
        {Object.entries(stored).map(([term, text]) => (
          <Fact term={term.replace(remark, '')}>{text === '' ? t.unknown : text}</Fact>
        ))}
      </Facts>
    </Message>
  )
}
