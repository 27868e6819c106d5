import { addDays } from '../../base/time.ts'
import type { WorkPart } from '../../fora/own-work/part.ts'
import { Note, Row, Rows, Section } from '../../web/blocks.tsx'
import { inDistrict } from '../../web/paths.ts'
import { listTakenOver } from '../handover/handover-store.ts'
import { countUnread } from '../notices/notice-list-store.ts'
import { meetingPaths } from '../paths.ts'
import { listTasks } from './list-store.ts'
import { taskTexts } from './texts.ts'
import { dueWords, TaskStanding } from './wording.tsx'

const shown = 5
/** How long a new holder is pointed to what follows with the office. */
const newForDays = 60

/** The reader's own open action points, what is unread, and the office just taken over, for "Mit arbejde". */
export const ownFollowUp: WorkPart = async (asked, trx) => {
  const { actor, district, today } = asked
  const { personId } = actor
  if (personId === null) return null
  const t = taskTexts[asked.lang]
  const choice = {
    view: 'mine',
    words: '',
    forumId: null,
    ownerId: null,
    state: null,
    period: null,
    sort: 'due',
    descending: false,
  } as const
  const tasks = await listTasks(trx, district.id, choice, { personId, offices: actor.offices, today }, null)
  const unread = await countUnread(trx, district.id, personId)
  const taken = await listTakenOver(trx, district.id, personId, { since: addDays(today, -newForDays), today })
  const href = (path: string) => inDistrict(district, path)
  if (tasks.length === 0 && unread === 0 && taken.length === 0) return null
  return (
    <>
      {taken.map((handed) => (
        <Note title={t.takenOver[handed.kind](handed.title)}>
          <p>
            <a href={href(meetingPaths.handover(handed.id))} aria-label={t.about(t.takenOverLink, handed.title)}>
              {t.takenOverLink}
            </a>
          </p>
        </Note>
      ))}
      {unread > 0 && (
        <p class="sv-gap">
          <a href={href(`${meetingPaths.notices}?udvalg=unread`)}>{t.unread(unread)}</a>
        </p>
      )}
      {tasks.length > 0 && (
        <Section
          id="mine-opgaver"
          title={t.mine}
          link={{ href: href(`${meetingPaths.tasks}?udvalg=mine`), label: t.allMine(tasks.length) }}
        >
          <Rows columns="lead-action">
            {tasks.slice(0, shown).map((task) => (
              <Row
                lead={<TaskStanding asked={asked} task={task} />}
                title={<a href={href(meetingPaths.task(task.id))}>{task.title}</a>}
                action={
                  <a
                    href={href(`${meetingPaths.task(task.id)}#giv-status`)}
                    aria-label={t.about(t.answerOne, task.title)}
                  >
                    {t.answerOne}
                  </a>
                }
              >
                {[dueWords(task.dueOn, asked.lang), task.forumName ?? ''].filter((part) => part !== '').join(', ')}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </>
  )
}
