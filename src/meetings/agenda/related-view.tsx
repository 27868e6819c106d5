import { foraPaths } from '../../fora/paths.ts'
import { longDay } from '../../base/language.ts'
import { Rows, Section } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import type { Item } from './item-store.ts'
import { itemTexts } from './item-texts.ts'
import type { Related } from './related-store.ts'

const pathOf = ({ kind, id, slug }: Related): string =>
  kind === 'forum' ? foraPaths.forum(slug ?? '') : kind === 'agendaItem' ? meetingPaths.item(id) : meetingPaths.task(id)

/** Why the other thing stands there, seen from the item. */
const labelOf = (asked: Asked, one: Related): string => {
  const t = itemTexts[asked.lang]
  if (one.link === 'sentOn') return one.outward ? t.sentTo : t.sentFrom
  if (one.link === 'cameFrom') return one.outward ? t.sentFrom : t.sentTo
  if (!one.outward) return t.pointsHere
  return one.kind === 'forum' ? t.forum : one.kind === 'agendaItem' ? t.earlierItem : t.task
}

/** What an item concerns and what points to it, both ways; nothing where there is nothing. */
export const RelatedSections = ({
  asked,
  item,
  related,
}: {
  asked: Asked
  item: Item
  related: readonly Related[]
}) => {
  const t = itemTexts[asked.lang]
  if (item.concerns === '' && related.length === 0) return null
  return (
    <Section id="angaar" title={t.concerns}>
      {item.concerns !== '' && <p class="sv-gap">{item.concerns}</p>}
      {related.length > 0 && (
        <Rows columns="pair" small>
          {related.map((one) => (
            <li>
              <span class="sv-2">{labelOf(asked, one)}</span>{' '}
              <span>
                <a href={inDistrict(asked.district, pathOf(one))}>{one.title}</a>{' '}
                {[one.forumName ?? '', one.onDay === null ? '' : longDay(one.onDay, asked.lang)]
                  .filter((part) => part !== '')
                  .join(', ')}
              </span>
            </li>
          ))}
        </Rows>
      )}
    </Section>
  )
}
