import { FieldError } from '../../web/field-frame.tsx'
import { useField } from '../../web/form-context.ts'

interface CellFieldProps {
  name: string
  /** Column and row, for those who do not see the table. */
  label: string
}

/** One of several values, in a cell of a table whose heads are its label. */
export const CellSelect = ({
  name,
  label,
  choices,
}: CellFieldProps & { choices: readonly { value: string; label: string }[] }) => {
  const field = useField(name)
  return (
    <>
      <FieldError field={field} />
      <select class="form-select" id={field.id} name={name} aria-label={label} autocomplete="off">
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === field.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </>
  )
}

/** One line of text, in a cell of a table whose heads are its label. */
export const CellText = ({ name, label }: CellFieldProps) => {
  const field = useField(name)
  return (
    <>
      <FieldError field={field} />
      <input
        class="form-input"
        id={field.id}
        name={name}
        type="text"
        value={field.value}
        aria-label={label}
        aria-describedby={field.error === null ? undefined : field.errorId}
        aria-invalid={field.error === null ? undefined : 'true'}
        autocomplete="off"
      />
    </>
  )
}
