import { createContext, useContext } from 'hono/jsx'
import type { Problem } from './problem.ts'

/** What the fields of a form read from the form around them. */
export interface FormState {
  /** Put before every id, so that two forms on one page may have fields of the same name. */
  readonly prefix: string
  readonly problems: readonly Problem[]
  /** Field values as text, by field name; what the user sent, when the form was refused. */
  readonly values: Readonly<Record<string, unknown>>
}

const outside: FormState = { prefix: '', problems: [], values: {} }

export const FormContext = createContext<FormState>(outside)

export interface FieldState {
  /** Id of the field's first control; the error summary links to it. */
  readonly id: string
  readonly hintId: string
  readonly errorId: string
  readonly error: string | null
  readonly value: string
  readonly values: readonly string[]
}

const texts = (value: unknown): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap(texts)
  if (typeof value === 'string') return [value]
  return typeof value === 'number' || typeof value === 'boolean' ? [String(value)] : []
}

/** Ids, error and value of one field; a value given to the field itself gives way to what the user sent. */
export const useField = (name: string, given?: string | readonly string[]): FieldState => {
  const { prefix, problems, values } = useContext(FormContext)
  // A browser sends nothing for an unticked box, so after a refusal a missing name means empty, not "as stored".
  const refused = problems.length > 0 && Object.keys(values).length > 0
  const sent = texts(name in values || refused ? values[name] : given)
  const id = `${prefix}${name}`
  return {
    id,
    hintId: `${id}-hint`,
    errorId: `${id}-error`,
    error: problems.find(({ field }) => field === name)?.text ?? null,
    value: sent[0] ?? '',
    values: sent,
  }
}

/** Ids of the hint and error that stand there, for `aria-describedby`. */
export const describedBy = (field: FieldState, hint: unknown): string | undefined => {
  const ids = [hint === undefined ? null : field.hintId, field.error === null ? null : field.errorId]
  return ids.filter((id) => id !== null).join(' ') || undefined
}
