import { Csrf } from '../../web/form.tsx'
import { Icon } from '../../web/icon.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { Carried } from './carried.tsx'
import type { Item } from './item-store.ts'
import { inSections, isRemovable, isSetApart, stepFrom } from './rules.ts'
import { agendaTexts } from './texts.ts'
import { describeItem } from './words.tsx'

/** The item that was just moved and the button that did it, which keeps the focus. */
export interface JustMoved {
  id: string
  way: 'op' | 'ned' | 'plads'
}

interface EditableAgendaProps {
  asked: Asked
  meeting: Meeting
  items: readonly Item[]
  moved: JustMoved | null
}

type ItemProps = EditableAgendaProps & { item: Item }

const Step = ({ asked, meeting, items, item, moved, way }: ItemProps & { way: 'op' | 'ned' }) => {
  const t = agendaTexts[asked.lang]
  const step = way === 'op' ? -1 : 1
  const to = stepFrom(items, item.id, step)
  if (to === null) return null
  // At either end of the agenda the button that was pressed is gone, so the other one takes the focus.
  const pressed = moved?.id === item.id && moved.way !== 'plads'
  const focused = pressed && (moved.way === way || stepFrom(items, item.id, step === 1 ? -1 : 1) === null)
  return (
    <form class="sv-post" action={inDistrict(asked.district, meetingPaths.moveItem(meeting.id))} method="post">
      <Csrf />
      <input type="hidden" name="punkt" value={item.id} />
      <input type="hidden" name="til" value={String(itemNumber(meeting.firstItemNumber, to))} />
      <input type="hidden" name="vej" value={way} />
      <button class="sv-link sv-step" type="submit" autofocus={focused}>
        <Icon name={way === 'op' ? 'up' : 'down'} /> {way === 'op' ? t.up : t.down}
        <span class="sr-only">{`: ${item.title}`}</span>
      </button>
    </form>
  )
}

const Placing = ({ asked, meeting, item, moved }: ItemProps) => {
  const t = agendaTexts[asked.lang]
  return (
    <form class="sv-place" action={inDistrict(asked.district, meetingPaths.moveItem(meeting.id))} method="post">
      <Csrf />
      <input type="hidden" name="punkt" value={item.id} />
      <input type="hidden" name="vej" value="plads" />
      <input
        class="form-input"
        name="til"
        inputmode="numeric"
        autocomplete="off"
        aria-label={t.placeOf(item.title)}
        value={String(itemNumber(meeting.firstItemNumber, item.position))}
        autofocus={moved?.id === item.id && moved.way === 'plads'}
      />
      <button class="sv-link" type="submit">
        {t.move}
        <span class="sr-only">{`: ${item.title}`}</span>
      </button>
    </form>
  )
}

const Row = (props: ItemProps) => {
  const { asked, meeting, item } = props
  const t = agendaTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const number = itemNumber(meeting.firstItemNumber, item.position)
  return (
    <li
      class={isSetApart(item) ? 'sv-lock' : undefined}
      id={`punkt-${item.id}`}
      data-item={item.id}
      data-number={String(number)}
      data-title={item.title}
    >
      <div>
        <b>{words.clock(itemStarts(meeting.starts, item))}</b>
      </div>
      <div>
        <h3>
          <a href={href(meetingPaths.item(item.id))}>
            {number}. {item.title}
          </a>
        </h3>
        <p class="sv-sm sv-2">
          {`${describeItem(item, asked.lang)}${item.presenter === '' ? '' : '.'} ${item.openness === 'open' ? `${t.open}.` : ''}`}
        </p>
        {item.openness === 'closed' && (
          <p class="sv-sm">
            <Icon name="lock" /> {t.closed}
          </p>
        )}
        <Carried asked={asked} item={item} />
        <div class="sv-acts sv-order">
          <Step {...props} way="op" />
          <Step {...props} way="ned" />
          <Placing {...props} />
          <a href={href(meetingPaths.editItem(item.id))}>
            {t.edit}
            <span class="sr-only">{`: ${item.title}`}</span>
          </a>
          {isRemovable(item, meeting) && (
            <a href={href(meetingPaths.removeItem(item.id))}>
              {t.remove}
              <span class="sr-only">{`: ${item.title}`}</span>
            </a>
          )}
        </div>
      </div>
    </li>
  )
}

/** The agenda with the means to order it: buttons, a number to write, and dragging where there is a script. */
export const EditableAgenda = (props: EditableAgendaProps) => {
  const { asked, meeting, items } = props
  const t = agendaTexts[asked.lang]
  return (
    <agenda-order
      action={inDistrict(asked.district, meetingPaths.moveItem(meeting.id))}
      region="dagsordenens-punkter"
      said={t.dragged}
      failed={t.failed}
    >
      <div id="dagsordenens-punkter">
        {inSections(items).map(({ section, items: together }) => (
          <>
            {section !== '' && <p class="sv-part">{section}</p>}
            <ol class="sv-agenda no-max-width" aria-label={section === '' ? undefined : section}>
              {together.map((item) => (
                <Row {...props} item={item} />
              ))}
            </ol>
          </>
        ))}
      </div>
    </agenda-order>
  )
}
