import { Hono } from 'hono'
import type { Problem } from '../../web/problem.ts'
import { withQuery } from '../../web/paths.ts'
import { readDate } from '../../web/date-field.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import type { TaskOwner } from '../tasks/rules.ts'
import { addTask, isKeptOut, listTasksOfMeeting } from '../tasks/task-store.ts'
import { taskTexts } from '../tasks/texts.ts'
import { taskForm } from './forms.ts'
import { listOwners, type OwnerChoice } from './hold-store.ts'
import { logOfItem } from './item-routes.tsx'
import { lockItem } from './outcome-store.ts'
import { minutedItem } from './read-hold.ts'
import { theOneNamed } from './rules.ts'
import { byScript, forScript, unlessLocked } from './saving.tsx'
import { refuse } from './show-hold.tsx'
import { holdTexts } from './texts.ts'

const ownerOf = ({ officeId, personId }: OwnerChoice): TaskOwner | null =>
  officeId !== null ? { ownerOfficeId: officeId } : personId !== null ? { ownerPersonId: personId } : null

async function add(asked: Asked): Promise<Response> {
  const t = holdTexts[asked.lang].tasks.problems
  const district = asked.district.id
  const { data, values, problems: wrong } = await asked.form(taskForm(asked.lang))
  const { item, meeting, chosen, owner, keptOut } = await asked.read(async (trx) => {
    const found = await minutedItem(asked, trx)
    const owners = await listOwners(trx, district, found.item.forumId, asked.today)
    const named = data === null ? null : theOneNamed(owners, data.ejer)
    const meant = named === null ? null : ownerOf(named)
    const out = meant !== null && (await isKeptOut(trx, found.item.id, meant, asked.today))
    return { ...found, chosen: named, owner: meant, keptOut: out }
  })
  const due = readDate(values, 'frist')
  const problems: Problem[] = [...wrong]
  if (data !== null && owner === null) problems.push({ field: 'ejer', text: t.owner })
  if (keptOut) problems.push({ field: 'ejer', text: taskTexts[asked.lang].problems.ownerKeptOut(chosen?.label ?? '') })
  if (due === null || due === 'bad') problems.push({ field: 'frist', text: t.due })
  else if (due < asked.today) problems.push({ field: 'frist', text: t.past })
  if (data === null || owner === null || due === null || due === 'bad' || problems.length > 0)
    return refuse(asked, { form: 'opfoelgning', values, problems }, { meetingId: meeting.id, itemId: item.id })
  await unlessLocked(asked, meeting.state, () =>
    asked.change(async (trx, log) => {
      // A form that is sent twice gives one action point.
      await lockItem(trx, district, item.id)
      // The minutes may have been approved while this one waited.
      await minutedItem(asked, trx)
      const there = await listTasksOfMeeting(trx, district, meeting.id)
      const { ownerPersonId = null, ownerOfficeId = null } = owner
      const isSame = (task: (typeof there)[number]) =>
        task.itemId === item.id &&
        task.title === data.opgave &&
        task.dueOn === due &&
        task.ownerPersonId === ownerPersonId &&
        task.ownerOfficeId === ownerOfficeId
      if (there.some(isSame)) return
      const by = asked.actor.name
      await addTask(trx, district, { item, title: data.opgave, ...owner, dueOn: due, createdBy: by })
      await log(
        logOfItem('task.added', item, [
          { field: 'task', before: null, after: data.opgave },
          { field: 'taskOwner', before: null, after: chosen?.title ?? '' },
          { field: 'dueOn', before: null, after: due },
        ]),
      )
    }),
  )
  const onward = withQuery(meetingPaths.hold(meeting.id), { punkt: item.id, gemt: 'opfoelgning' })
  return byScript(asked) ? asked.c.json({ onward: `/${district}${onward}` }) : asked.goTo(onward)
}

/** Action points given at the meeting. */
export const heldTaskRoutes = (parts: Parts) =>
  new Hono<RequestEnv>().post(
    meetingPaths.addTask(':id'),
    handlersOf(parts)('meetings.run', (asked) => forScript(asked, () => add(asked))),
  )
