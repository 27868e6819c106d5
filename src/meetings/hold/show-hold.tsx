import type { Asked } from '../../web/request.ts'
import { HoldPage } from './hold-page.tsx'
import { ItemPanel } from './item-panel.tsx'
import { readHold } from './read-hold.ts'
import { byScript } from './saving.tsx'
import type { Refused } from './saving-form.tsx'
import { holdTexts } from './texts.ts'

interface Chosen {
  meetingId?: string
  itemId?: string
  refused?: Refused
}

/** The page a meeting is run from, with an item chosen, and a form as it was refused. */
export async function showHold(asked: Asked, { refused, ...chosen }: Chosen = {}): Promise<Response> {
  const { view, item } = await asked.read((trx) => readHold(asked, trx, chosen))
  const settled = asked.query('gemt')
  const said = asked.query('skiftet') !== '' ? 'moved' : settled !== '' && refused === undefined ? 'saved' : undefined
  const panel =
    item === null ? (
      <p>{holdTexts[asked.lang].chooseItem}</p>
    ) : (
      <ItemPanel asked={asked} meeting={view.meeting} view={item} refused={refused} />
    )
  return asked.page(
    <HoldPage asked={asked} view={{ ...view, ...(refused && { refused }), ...(said && { said }) }} panel={panel} />,
    refused === undefined ? 200 : 422,
  )
}

/** A form that cannot be stored: back on its page as it was sent, or as a list of what is wrong for the page's script. */
export const refuse = (
  asked: Asked,
  refused: Refused,
  chosen: { meetingId: string; itemId?: string },
): Response | Promise<Response> =>
  byScript(asked) ? asked.c.json({ problems: refused.problems }, 422) : showHold(asked, { ...chosen, refused })
