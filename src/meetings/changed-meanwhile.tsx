import type { LoggedChange } from '../audit/store.ts'
import { changesOf } from '../audit/changes.ts'
import { actionName, fieldName } from '../audit/names.ts'
import type { FieldChange } from '../audit/store.ts'
import { valueInWords } from '../audit/values.ts'
import { isUuid } from '../base/ids.ts'
import { moment } from '../base/language.ts'
import { Message } from '../web/blocks.tsx'
import type { Asked } from '../web/request.ts'
import { changedTexts } from './changed-texts.ts'

const most = 5

/** How many changes lie between what a reader saw and what is stored, as far as they are worth listing. */
export const changesBetween = (seen: number, stored: number): number => Math.min(most, Math.max(1, stored - seen))

const inWords = (asked: Asked, { field, before, after }: FieldChange): string => {
  const t = changedTexts[asked.lang]
  const value = (text: string | null) =>
    text === null || text === '' ? t.nothing : valueInWords(field, text, asked.lang)
  const [first = '', ...rest] = fieldName(field, asked.lang)
  const name = first.toUpperCase() + rest.join('')
  // An id says nothing to a reader: that the field is another is what they can use.
  return [before, after].some((text) => text !== null && isUuid(text))
    ? name
    : t.change(name, value(before), value(after))
}

/** Says who changed what after the reader opened the page. Stands above the form that still holds all they wrote. */
export const ChangedMeanwhile = ({
  asked,
  changes,
  over = false,
}: {
  asked: Asked
  changes: readonly LoggedChange[]
  /** True when what the reader wanted cannot be done any more. */
  over?: boolean
}) => {
  const t = changedTexts[asked.lang]
  return (
    <Message kind="warning" title={t.title(changes[0]?.actorName ?? '')}>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li>
              {t.at(moment(change.at, asked.lang), change.actorName, actionName(change.action, asked.lang))}
              {changesOf(change).map((field) => (
                <>
                  <br />
                  {inWords(asked, field)}
                </>
              ))}
            </li>
          ))}
        </ul>
      )}
      <p>{over ? t.nothingLeft : t.text}</p>
    </Message>
  )
}
