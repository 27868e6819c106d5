import type { Child } from 'hono/jsx'
import { Grouped, groupClass, Labelled, FieldError, type FieldProps } from './field-frame.tsx'
import { describedBy, useField, type FieldState } from './form-context.ts'

const control = (field: FieldState, name: string, hint: Child | undefined) => ({
  class: 'form-input',
  id: field.id,
  name,
  'aria-describedby': describedBy(field, hint),
  'aria-invalid': field.error === null ? undefined : ('true' as const),
})

interface TextFieldProps extends FieldProps {
  readonly type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'number'
  readonly autocomplete?: string
  readonly inputmode?: 'numeric' | 'decimal' | 'email'
  readonly width?: 'short' | 'full'
  /** Known values offered while typing. */
  readonly suggestions?: readonly string[]
}

/** One line of text. A password is never sent back to the page. */
export const Field = ({ type = 'text', autocomplete, inputmode, width, suggestions, ...props }: TextFieldProps) => {
  const field = useField(props.name, props.value)
  const listId = suggestions === undefined ? undefined : `${field.id}-list`
  const shared = control(field, props.name, props.hint)
  return (
    <Labelled field={field} {...props}>
      <input
        {...shared}
        class={width === undefined ? shared.class : `${shared.class} sv-${width}`}
        type={type}
        value={type === 'password' ? undefined : field.value}
        autocomplete={autocomplete}
        inputmode={inputmode}
        list={listId}
      />
      {suggestions !== undefined && (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option value={suggestion} />
          ))}
        </datalist>
      )}
    </Labelled>
  )
}

interface TextAreaProps extends FieldProps {
  readonly rows?: number
}

/** Several lines of text. */
export const TextArea = ({ rows = 3, ...props }: TextAreaProps) => {
  const field = useField(props.name, props.value)
  return (
    <Labelled field={field} {...props}>
      {/* A browser drops the first line break in a textarea, so one is put before the user's own. */}
      <textarea {...control(field, props.name, props.hint)} rows={rows}>{`\n${field.value}`}</textarea>
    </Labelled>
  )
}

interface FileFieldProps extends FieldProps {
  /** Endings and media types, as in the attribute `accept`. */
  readonly accept: string
  /** True when several files may be chosen at once. */
  readonly multiple?: boolean
}

/** A file to send; the form needs `upload`. */
export const FileField = ({ accept, multiple, ...props }: FileFieldProps) => {
  const field = useField(props.name)
  return (
    <Labelled field={field} {...props}>
      <input
        {...control(field, props.name, props.hint)}
        class="form-input sv-file"
        type="file"
        accept={accept}
        multiple={multiple}
      />
    </Labelled>
  )
}

export interface Choice {
  readonly value: string
  readonly label: Child
  readonly hint?: Child
}

interface SelectProps extends FieldProps {
  readonly choices: readonly (Choice & { readonly label: string })[]
  /** Text of a first, empty choice; leave out where one value must always stand. */
  readonly empty?: string
}

/** One of several values from a list. */
export const Select = ({ choices, empty, ...props }: SelectProps) => {
  const field = useField(props.name, props.value)
  return (
    <Labelled field={field} {...props}>
      <select {...control(field, props.name, props.hint)} class="form-select">
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map(({ value, label }) => (
          <option value={value} selected={value === field.value}>
            {label}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

interface OptionProps {
  readonly kind: 'radio' | 'checkbox'
  readonly id: string
  readonly name: string
  readonly choice: Choice
  readonly checked: boolean
  readonly field?: FieldState
}

const Option = ({ kind, id, name, choice, checked, field }: OptionProps) => {
  const hintId = choice.hint === undefined ? null : `${id}-hint`
  const described = [hintId, field?.error ? field.errorId : null].filter((part) => part !== null).join(' ')
  return (
    <div class={`form-group-${kind}`}>
      <input
        class={`form-${kind}`}
        type={kind}
        id={id}
        name={name}
        value={choice.value}
        checked={checked}
        aria-describedby={described || undefined}
        aria-invalid={kind === 'checkbox' && field?.error ? 'true' : undefined}
      />
      <label for={id}>{choice.label}</label>
      {hintId !== null && (
        <span class="form-hint" id={hintId}>
          {choice.hint}
        </span>
      )}
    </div>
  )
}

interface ChoicesProps extends Omit<FieldProps, 'value'> {
  readonly choices: readonly Choice[]
}

/** One of a few values, all in view. */
export const Radios = ({ choices, value, ...props }: ChoicesProps & { readonly value?: string }) => {
  const field = useField(props.name, value)
  return (
    <Grouped field={field} {...props}>
      {choices.map((choice, index) => (
        <Option
          kind="radio"
          id={index === 0 ? field.id : `${field.id}-${index + 1}`}
          name={props.name}
          choice={choice}
          checked={choice.value === field.value}
        />
      ))}
    </Grouped>
  )
}

/** Any of a few values; the form sends the name once for each. */
export const Checkboxes = ({
  choices,
  value = [],
  ...props
}: ChoicesProps & { readonly value?: readonly string[] }) => {
  const field = useField(props.name, value)
  return (
    <Grouped field={field} {...props}>
      {choices.map((choice, index) => (
        <Option
          kind="checkbox"
          id={index === 0 ? field.id : `${field.id}-${index + 1}`}
          name={props.name}
          choice={choice}
          checked={field.values.includes(choice.value)}
        />
      ))}
    </Grouped>
  )
}

interface CheckboxProps {
  readonly name: string
  readonly label: Child
  readonly hint?: Child
  readonly checked?: boolean
}

/** Yes or nothing: the form sends `ja` under the name when it is ticked. */
export const Checkbox = ({ name, label, hint, checked = false }: CheckboxProps) => {
  const field = useField(name, checked ? 'ja' : '')
  return (
    <div class={groupClass(field)}>
      <FieldError field={field} />
      <Option
        kind="checkbox"
        id={field.id}
        name={name}
        choice={{ value: 'ja', label, hint }}
        checked={field.value === 'ja'}
        field={field}
      />
    </div>
  )
}
