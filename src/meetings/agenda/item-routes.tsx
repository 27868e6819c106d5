import { Hono } from 'hono'
import { isUuid } from '../../base/ids.ts'
import type { Trx } from '../../db/db.ts'
import { Message, Section } from '../../web/blocks.tsx'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { outcomeOf } from '../hold/held-parts.tsx'
import { type Held, readHeld } from '../hold/read-held.ts'
import { countMatter } from '../matter/matter-store.ts'
import { PapersSection } from '../papers/paper-list.tsx'
import { listPapersOfItem } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { OwnNote } from '../reading/note-form.tsx'
import { findOwnNote } from '../reading/note-store.ts'
import { listOpenTasksOfForum } from '../tasks/task-store.ts'
import { findForumById } from './backlog-store.ts'
import { handlingTexts } from './handling-texts.ts'
import { ItemPage, type ItemView } from './item-page.tsx'
import { itemTexts } from './item-texts.ts'
import { listItems } from './item-store.ts'
import { askedPlacedItem } from './placed.ts'
import { listRelated } from './related-store.ts'

/** Everything the page of an item shows that is the agenda's own. */
export const findItemView = async (asked: Asked, trx: Trx): Promise<ItemView> => {
  const placed = await askedPlacedItem(asked, trx)
  const { item, meeting } = placed
  const district = asked.district.id
  const near = meeting === null ? [] : await listItems(trx, district, meeting.id)
  const at = near.findIndex(({ id }) => id === item.id)
  return {
    ...placed,
    previous: near[at - 1] ?? null,
    next: near[at + 1] ?? null,
    related: await listRelated(trx, district, item.id),
    inMatter: await countMatter(trx, district, item.matterId),
    tasks: item.carries === 'actionPoints' ? await listOpenTasksOfForum(trx, district, item.forumId) : [],
  }
}

/** What came of the item, where anything did and it is the reader's to read. */
const readOutcome = async (asked: Asked, trx: Trx, { item, meeting }: ItemView): Promise<Held | null> =>
  meeting === null || (item.outcome === null && item.decision === '') ? null : await readHeld(asked, trx, meeting)

/** The page of an item. */
export const itemRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  return new Hono<RequestEnv>().get(
    meetingPaths.item(':id'),
    on('meetings.list', async (asked) => {
      const { view, held, sentTo, papers, note } = await asked.read(async (trx) => {
        const found = await findItemView(asked, trx)
        const sent = asked.query('sendt')
        return {
          view: found,
          held: await readOutcome(asked, trx, found),
          papers: await listPapersOfItem(trx, asked.district.id, found.item.id),
          note: await findOwnNote(trx, asked.district.id, found.item.id),
          sentTo: isUuid(sent) ? ((await findForumById(trx, asked.district.id, sent)) ?? null) : null,
        }
      })
      const t = handlingTexts[asked.lang]
      return asked.page(
        <ItemPage
          asked={asked}
          view={view}
          papers={
            <PapersSection
              asked={asked}
              item={view.item}
              meeting={view.meeting}
              papers={papers.filter(({ removedAt }) => removedAt === null)}
            />
          }
          {...(held !== null && {
            outcome: (
              <Section id="udfald" title={itemTexts[asked.lang].outcome}>
                {outcomeOf(asked, held)(view.item)}
              </Section>
            ),
          })}
          {...(view.meeting !== null && { note: <OwnNote asked={asked} item={view.item} note={note} /> })}
          {...(sentTo !== null && { message: <Message kind="success" title={t.sent(sentTo.name)} /> })}
        />,
      )
    }),
  )
}
