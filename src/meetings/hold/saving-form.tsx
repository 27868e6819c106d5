import type { PropsWithChildren } from 'hono/jsx'
import { Form } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { Values } from './rules.ts'
import { holdTexts } from './texts.ts'

/** A form that was refused, to be shown again as it was sent. */
export interface Refused {
  form: string
  values: Readonly<Record<string, unknown>>
  problems: readonly Problem[]
}

interface SavingFormProps {
  asked: Asked
  /** Tells the forms of a page apart: before every id, and part of where the browser keeps unsent text. */
  id: string
  /** The meeting or item the form is about. */
  about: string
  /** Within the district. */
  action: string
  /** What the form is called, and what its button says. */
  words: { heading: string; save: string }
  /** What the form started from, by its own names; null for a form that adds something and is sent by its button alone. */
  base: Values | null
  refused?: Refused | undefined
  /** What the form says of its saving where that is not about note-takers. */
  says?: Partial<(typeof holdTexts)['da']['saving']>
}

const baseOf = (base: Values, refused: Refused | undefined): string => {
  const sent = refused?.values['foer']
  return typeof sent === 'string' ? sent : JSON.stringify(base)
}

/** A form whose text is never lost: with script it is stored as one types, and kept in the browser until it is. */
export const SavingForm = (props: PropsWithChildren<SavingFormProps>) => {
  const { asked, id, about, action, words, base, says = {}, children } = props
  const t = holdTexts[asked.lang].saving
  const refused = props.refused?.form === id ? props.refused : undefined
  return (
    <hold-form
      data-key={`${asked.actor.accountId ?? ''}:${about}:${id}`}
      data-mode={base === null ? 'add' : 'save'}
      data-words={JSON.stringify({ ...t, ...says })}
    >
      <Form
        id={id}
        action={inDistrict(asked.district, action)}
        label={words.heading}
        values={refused?.values ?? base ?? {}}
        problems={refused?.problems ?? []}
      >
        {base !== null && <input type="hidden" name="foer" value={baseOf(base, refused)} />}
        {children}
        <div class="sv-acts sv-mt">
          <button class="button button-secondary" type="submit">
            {words.save}
          </button>
          <p class="sv-sm sv-2" role="status" data-status />
        </div>
      </Form>
    </hold-form>
  )
}

/** A part of the page that is folded away until it is used, with a few words on what it holds. */
export const Fold = ({
  title,
  holds,
  open,
  gap = false,
  children,
}: PropsWithChildren<{ title: string; holds: string; open: boolean; gap?: boolean }>) => (
  <details class={gap ? 'sv-more sv-gap' : 'sv-more'} open={open}>
    <summary>
      {title} {holds !== '' && <small class="sv-2">{holds}</small>}
    </summary>
    {children}
  </details>
)
