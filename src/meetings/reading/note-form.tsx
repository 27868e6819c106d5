import { Message, Section } from '../../web/blocks.tsx'
import { TextArea } from '../../web/fields.tsx'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { SavingForm } from '../hold/saving-form.tsx'
import { meetingPaths } from '../paths.ts'
import type { PrivateNote } from './note-store.ts'
import { mayNote } from './rules.ts'
import { readingTexts } from './texts.ts'

/** A note that was refused, with what was written. */
export interface RefusedNote {
  itemId: string
  problems: readonly Problem[]
  values: Readonly<Record<string, unknown>>
}

export interface NoteProps {
  asked: Asked
  item: { id: string; title: string }
  /** The reader's own note; undefined where they have written none. */
  note: PrivateNote | undefined
  refused: RefusedNote | undefined
  /** The page to come back to: the item's own, or the reading view. */
  back?: 'punkt' | 'laes'
}

/** The form of an item's note, by which the page is told what was just saved. */
export const noteFormId = (item: { id: string }): string => `note-${item.id}`

const isSaved = ({ asked, item }: NoteProps): boolean => asked.query('gemt') === noteFormId(item)

/** What the reader notes about an item, for themselves alone. Stored as it is typed, and by its button. */
const NoteForm = (props: NoteProps) => {
  const { asked, item, note, refused, back = 'laes' } = props
  const t = readingTexts[asked.lang]
  return (
    <SavingForm
      asked={asked}
      id={noteFormId(item)}
      about={item.id}
      action={`${meetingPaths.note(item.id)}?til=${back}`}
      words={{ heading: t.noteOf(item.title), save: t.save }}
      base={{ note: note?.words ?? '' }}
      refused={refused === undefined ? undefined : { ...refused, form: noteFormId(item) }}
      says={{ clash: t.clash }}
    >
      {isSaved(props) && <Message kind="success" title={t.saved} />}
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} />
    </SavingForm>
  )
}

/** The same, folded away where nothing has been noted yet, so that the agenda can be read through. */
export const FoldedNote = (props: NoteProps) => {
  const { asked, item, note, refused } = props
  const t = readingTexts[asked.lang]
  return (
    <details class="sv-own" open={isSaved(props) || refused !== undefined || (note?.words ?? '') !== ''}>
      <summary>
        {t.note}
        <span class="sr-only">: {item.title}</span>
      </summary>
      <NoteForm {...props} />
    </details>
  )
}

/** The reader's own note on the page of an item; not for those who have none. */
export const OwnNote = ({
  asked,
  item,
  note,
}: {
  asked: Asked
  item: NoteProps['item'] & { forumId: string }
  note: PrivateNote | undefined
}) =>
  mayNote(asked.actor, item) ? (
    <Section id="min-note" title={readingTexts[asked.lang].note}>
      <NoteForm asked={asked} item={item} note={note} refused={undefined} back="punkt" />
    </Section>
  ) : null
