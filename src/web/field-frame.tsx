import type { Child, PropsWithChildren } from 'hono/jsx'
import { describedBy, type FieldState } from './form-context.ts'
import { useTexts } from './frame-context.ts'

/** What every kind of field is given. */
export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: Child
  /** Stored value; what the user sent goes before it. */
  readonly value?: string
}

interface GroupProps extends FieldProps {
  readonly field: FieldState
}

/** The error of a field, when it has one. */
export const FieldError = ({ field }: { readonly field: FieldState }) => {
  const texts = useTexts()
  if (field.error === null) return null
  return (
    <span class="form-error-message" id={field.errorId}>
      <span class="sr-only">{texts.errorPrefix}</span>
      {field.error}
    </span>
  )
}

export const groupClass = (field: FieldState) => (field.error === null ? 'form-group' : 'form-group form-error')

/** A field with one control: label, hint and error above it. */
export const Labelled = ({ field, label, hint, children }: PropsWithChildren<GroupProps>) => (
  <div class={groupClass(field)}>
    <label class="form-label" for={field.id}>
      {label}
    </label>
    {hint !== undefined && (
      <span class="form-hint" id={field.hintId}>
        {hint}
      </span>
    )}
    <FieldError field={field} />
    {children}
  </div>
)

/** A field with several controls: a fieldset whose legend asks the question. */
export const Grouped = ({ field, label, hint, children }: PropsWithChildren<GroupProps>) => (
  <div class={groupClass(field)}>
    <fieldset aria-describedby={describedBy(field, hint)}>
      <legend class="form-label">{label}</legend>
      {hint !== undefined && (
        <span class="form-hint" id={field.hintId}>
          {hint}
        </span>
      )}
      <FieldError field={field} />
      {children}
    </fieldset>
  </div>
)
