import { changedFields } from '../../audit/store.ts'
import type { Handover } from '../../fora/seats/handover.ts'
import { tell } from '../../notices/notices-store.ts'
import { findTask, handTaskTo, listKeptOut, listOpenTasksOfPerson } from '../tasks/task-store.ts'
import { taskTexts } from '../tasks/texts.ts'
import { handoverTexts } from './texts.ts'

/** What the change of holder in the register asks of the action points. */
export const handoverOfTasks: Handover = {
  openTasks: async (trx, district, personId, forumIds) =>
    (await listOpenTasksOfPerson(trx, district, personId, forumIds)).map((task) => ({
      id: task.id,
      version: task.version,
      title: task.title,
      forumId: task.forumId,
      forumName: task.forumName ?? '',
      dueOn: task.dueOn,
    })),
  keptOut: listKeptOut,
  hand: async (asked, trx, log, { task, from, to, tellPersonId }) => {
    const found = await findTask(trx, asked.district.id, task.id)
    if (found === undefined) return false
    const done = await handTaskTo(
      trx,
      asked.district.id,
      { ...found, version: task.version },
      {
        owner: 'officeId' in to ? { ownerOfficeId: to.officeId } : { ownerPersonId: to.personId },
        tellPersonId,
        comment: taskTexts.da.handedComment(from, to.name, handoverTexts.da.reason),
        by: asked.actor.name,
        accountId: asked.actor.accountId,
      },
    )
    if (done)
      await log({
        action: 'task.handed',
        subjectKind: 'agendaItem',
        subjectId: found.itemId,
        subjectName: found.title,
        changes: changedFields({ taskOwner: from }, { taskOwner: to.name }),
      })
    return done
  },
  tellHolder: (trx, district, { personId, officeId, by }) =>
    tell(trx, district, { kind: 'officeTakenOver', personIds: [personId], subjectId: officeId, by }),
}
