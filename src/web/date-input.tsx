import type { CalendarDay } from '../base/time.ts'
import { dateParts } from './date-field.ts'
import { Grouped, type FieldProps } from './field-frame.tsx'
import { useField, type FieldState } from './form-context.ts'
import { useFrame, useTexts } from './frame-context.ts'

interface DateFieldProps extends Omit<FieldProps, 'value'> {
  readonly value?: CalendarDay | null
}

/** A day in three parts, read back with `readDate`. Without a hint of its own it shows today as the example. */
export const DateField = ({ value = null, hint, ...props }: DateFieldProps) => {
  const texts = useTexts()
  const [year, month, day] = useFrame().today.split('-').map(Number)
  const field = useField(props.name)
  const stored = dateParts(props.name, value)
  const parts = [
    { suffix: 'dag', label: texts.day, group: 'day' },
    { suffix: 'maaned', label: texts.month, group: 'month' },
    { suffix: 'aar', label: texts.year, group: 'year' },
  ]
  return (
    <Grouped field={field} hint={hint ?? texts.dateHint(day ?? 1, month ?? 1, year ?? 2000)} {...props}>
      <div class="date-group">
        {parts.map(({ suffix, label, group }, index) => (
          <Part
            field={field}
            name={`${props.name}-${suffix}`}
            id={index === 0 ? field.id : `${field.id}-${suffix}`}
            label={label}
            group={group}
            stored={stored[`${props.name}-${suffix}`] ?? ''}
          />
        ))}
      </div>
    </Grouped>
  )
}

interface PartProps {
  readonly field: FieldState
  readonly name: string
  readonly id: string
  readonly label: string
  readonly group: string
  readonly stored: string
}

const Part = ({ field, name, id, label, group, stored }: PartProps) => (
  <div class={`form-group form-group-${group}`}>
    <label class="form-label" for={id}>
      {label}
    </label>
    <input
      class="form-input"
      id={id}
      name={name}
      type="text"
      inputmode="numeric"
      autocomplete="off"
      value={useField(name, stored).value}
      aria-invalid={field.error === null ? undefined : 'true'}
    />
  </div>
)
