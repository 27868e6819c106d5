import { longDay } from '../../base/language.ts'
import { Icon } from '../../web/icon.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import type { Item } from './item-store.ts'
import { agendaTexts } from './texts.ts'

/** What a fixed item brings along by itself. `quiet` leaves out that there is nothing, which a reader with less access might misread. */
export const Carried = ({ asked, item, quiet = false }: { asked: Asked; item: Item; quiet?: boolean }) => {
  const t = agendaTexts[asked.lang]
  const nothing = item.carries === 'actionPoints' ? (item.openTasks ?? 0) === 0 : item.lastMeetingId === null
  if (quiet && nothing) return null
  if (item.carries === 'actionPoints')
    return (
      <p class="sv-sm">
        <a href={`${inDistrict(asked.district, meetingPaths.item(item.id))}#opgaver`}>
          {t.openTasks(item.openTasks ?? 0)}
        </a>
      </p>
    )
  if (item.carries !== 'lastMinutes') return null
  return (
    <p class="sv-sm">
      <Icon name="doc" />{' '}
      {item.lastMeetingId === null || item.lastMeetingOn === null ? (
        <span class="sv-2">{t.noLastMinutes}</span>
      ) : (
        <a href={inDistrict(asked.district, meetingPaths.minutes(item.lastMeetingId))}>
          {t.lastMinutes(longDay(item.lastMeetingOn, asked.lang))}
        </a>
      )}
    </p>
  )
}
