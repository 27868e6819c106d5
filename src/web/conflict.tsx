import { moment } from '../base/language.ts'
import { Changes } from './changes.tsx'
import { conflictTexts } from './conflict-texts.ts'
import { Buttons, Form } from './form.tsx'
import type { Frame } from './frame.ts'
import { Icon } from './icon.tsx'
import { Page, type Crumb } from './layout.tsx'

/** A field that two people changed at the same time. */
export interface ConflictField {
  readonly name: string
  readonly label: string
  /** The text both started from. */
  readonly base: string
  readonly mine: string
  readonly theirs: string
  /** What to show instead, where the values are choices and not text. */
  readonly shown?: { readonly base: string; readonly mine: string; readonly theirs: string }
}

interface ConflictPageProps {
  readonly frame: Frame
  readonly title: string
  readonly current?: string
  readonly crumbs?: readonly Crumb[]
  /** Address of the form that was refused; it receives the chosen texts under their own names. */
  readonly action: string
  /** The version now stored. */
  readonly version: number | string
  readonly theirName: string
  readonly theirTime: Date
  readonly fields: readonly ConflictField[]
  /** The rest of what the user sent, by field name. */
  readonly others?: Readonly<Record<string, string>>
  readonly cancel: string
}

/** Two people changed the same text: shows both, with what each changed, and lets the user choose. Nothing is lost. */
export const ConflictPage = (props: ConflictPageProps) => {
  const {
    frame,
    title,
    current,
    crumbs = [],
    action,
    version,
    theirName,
    theirTime,
    fields,
    others = {},
    cancel,
  } = props
  const texts = conflictTexts[frame.lang]
  return (
    <Page frame={frame} title={title} crumbs={crumbs} {...(current === undefined ? {} : { current })}>
      <h1>{title}</h1>
      <div class="alert alert-warning" role="alert">
        <Icon name="warn" class="icon-svg alert-icon" />
        <p class="alert-heading">{texts.heading(theirName)}</p>
        <p class="alert-text">{texts.choose(fields.map(({ label }) => label))}</p>
      </div>
      <Form action={action} version={version}>
        {Object.entries(others).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {fields.map((field) => (
          <fieldset class="sv-gap">
            <legend class="form-label">{texts.which(field.label)}</legend>
            <div class="sv-cols is-even sv-gap">
              <Version field={field} side="mine" heading={texts.mine} note={null} />
              <Version
                field={field}
                side="theirs"
                heading={texts.theirs(theirName)}
                note={texts.saved(moment(theirTime, frame.lang))}
              />
            </div>
          </fieldset>
        ))}
        <Buttons submit={texts.save} cancel={{ href: cancel }} />
      </Form>
    </Page>
  )
}

interface VersionProps {
  readonly field: ConflictField
  readonly side: 'mine' | 'theirs'
  readonly heading: string
  readonly note: string | null
}

const Version = ({ field, side, heading, note }: VersionProps) => {
  const id = `${field.name}-${side}`
  return (
    <div>
      <div class="form-group-radio">
        <input
          class="form-radio"
          type="radio"
          id={id}
          name={field.name}
          value={field[side]}
          // Whoever left a field as it was keeps what the other made of it.
          checked={(side === 'mine') === (field.mine !== field.base)}
        />
        <label for={id}>
          <b>{heading}</b>
          {note !== null && `, ${note}`}
        </label>
      </div>
      <p class="sv-src">
        <Changes before={(field.shown ?? field).base} after={(field.shown ?? field)[side]} />
      </p>
    </div>
  )
}
