import { Message, Section } from '../../web/blocks.tsx'
import { TextArea } from '../../web/fields.tsx'
import { Form } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import type { PrivateNote } from './note-store.ts'
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
  /** True just after it was saved. */
  saved: boolean
  refused: RefusedNote | undefined
  /** The page to come back to: the item's own, or the reading view. */
  back?: 'punkt' | 'laes'
}

/** What the reader notes about an item, for themselves alone. */
export const NoteForm = ({ asked, item, note, saved, refused, back = 'laes' }: NoteProps) => {
  const t = readingTexts[asked.lang]
  return (
    <Form
      id={`note-${item.id}`}
      label={t.noteOf(item.title)}
      action={inDistrict(asked.district, meetingPaths.note(item.id))}
      version={note?.version ?? 0}
      values={refused?.values ?? { note: note?.words ?? '' }}
      problems={refused?.problems ?? []}
    >
      {saved && <Message kind="success" title={t.saved} />}
      <input type="hidden" name="tilbage" value={back} />
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} />
      <div class="sv-acts sv-mt">
        <button class="button button-secondary" type="submit">
          {t.save}
        </button>
      </div>
    </Form>
  )
}

/** The same, folded away where nothing has been noted yet, so that the agenda can be read through. */
export const FoldedNote = (props: NoteProps) => {
  const { asked, item, note, saved, refused } = props
  const t = readingTexts[asked.lang]
  return (
    <details open={saved || refused !== undefined || (note?.words ?? '') !== ''}>
      <summary>
        {t.note}
        <span class="sr-only">: {item.title}</span>
      </summary>
      <NoteForm {...props} />
    </details>
  )
}

/** The reader's own note on the page of an item; not for visitors, who have none. */
export const OwnNote = ({
  asked,
  item,
  note,
}: {
  asked: Asked
  item: NoteProps['item']
  note: PrivateNote | undefined
}) =>
  asked.actor.accountId === null ? null : (
    <Section id="min-note" title={readingTexts[asked.lang].note}>
      <NoteForm
        asked={asked}
        item={item}
        note={note}
        saved={asked.query('note') === item.id}
        refused={undefined}
        back="punkt"
      />
    </Section>
  )
