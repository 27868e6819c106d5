import type { Language } from '../../base/language.ts'
import { meetingWords } from '../texts.ts'
import type { Item } from './item-store.ts'

/** "Beslutning, 40 min. Politidirektøren": what the meeting is to do with an item, for how long, and who presents it. */
export const describeItem = (item: Pick<Item, 'kind' | 'minutes' | 'presenter'>, lang: Language): string => {
  const words = meetingWords[lang]
  const kind =
    item.minutes > 0 ? `${words.itemKinds[item.kind]}, ${words.minutes(item.minutes)}` : words.itemKinds[item.kind]
  return item.presenter === '' ? kind : `${kind}${kind.endsWith('.') ? '' : '.'} ${item.presenter}`
}

/** A stored text as paragraphs; lines that begin with a hyphen become a list. */
export const Words = ({ text }: { text: string }) => (
  <div class="sv-words">
    {text
      .split(/\n{2,}/)
      .filter((block) => block.trim() !== '')
      .map((block) => {
        const lines = block.split('\n')
        return lines.every((line) => /^\s*[-*] /.test(line)) ? (
          <ul>
            {lines.map((line) => (
              <li>{line.replace(/^\s*[-*] /, '')}</li>
            ))}
          </ul>
        ) : (
          <p>{block}</p>
        )
      })}
  </div>
)
