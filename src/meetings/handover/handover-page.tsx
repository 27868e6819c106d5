import { longDay } from '../../base/language.ts'
import { Empty, Fact, Facts, PageHead, Section } from '../../web/blocks.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { TasksSection } from '../tasks/tasks-section.tsx'
import type { Task } from '../tasks/task-store.ts'
import type { Handed, HandedForum } from './handover-store.ts'
import { handoverTexts } from './texts.ts'

interface HandoverProps {
  asked: Asked
  handed: Handed
  fora: readonly HandedForum[]
  coming: readonly Meeting[]
  minuted: readonly Meeting[]
  tasks: readonly Task[]
}

const ForumPart = ({ asked, forum, coming, minuted, tasks }: HandoverProps & { forum: HandedForum }) => {
  const t = handoverTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const of = <Row extends { forumId: string }>(rows: readonly Row[]) =>
    rows.filter(({ forumId }) => forumId === forum.id)
  const [last] = of(minuted)
  const own = of(tasks)
  return (
    <>
      <Section id={forum.slug} title={forum.name}>
        <Facts>
          <Fact term={t.lastMinutes}>
            {last === undefined ? (
              <span class="sv-2">{t.noMinutes}</span>
            ) : (
              <a href={href(meetingPaths.minutes(last.id))}>{nameOfMeeting(last, asked.lang)}</a>
            )}
          </Fact>
          <Fact term={t.coming}>
            {of(coming).length === 0 ? (
              <span class="sv-2">{t.noComing}</span>
            ) : (
              of(coming).map((meeting) => (
                <div>
                  <a href={href(meetingPaths.meeting(meeting.id))}>{longDay(meeting.onDay, asked.lang)}</a>{' '}
                  {meetingWords[asked.lang].at(meeting.starts, meeting.ends)}
                </div>
              ))
            )}
          </Fact>
          <Fact term={t.sits}>
            {forum.sits.map(({ title, name }) => (
              <div>
                {title}
                {name !== null && <span class="sv-2">, {name}</span>}
              </div>
            ))}
          </Fact>
          <Fact term={t.orders}>
            <a href={href(meetingPaths.orders(forum.slug))} aria-label={t.about(t.seeOrders, forum.name)}>
              {t.seeOrders}
            </a>
          </Fact>
        </Facts>
        {own.length === 0 && <p class="sv-2">{t.noTasks}</p>}
      </Section>
      <TasksSection asked={asked} tasks={own} ofMany title={t.tasks(forum.name)} id={`opgaver-${forum.slug}`} />
    </>
  )
}

/** What the holder of an office or a seat takes over: for each forum its last minutes, open action points, meetings, rules and people. */
export const HandoverPage = (props: HandoverProps) => {
  const { asked, handed, fora } = props
  const t = handoverTexts[asked.lang]
  const title = t.title[handed.kind](handed.title)
  return (
    <Page frame={asked.frame} title={title} current="work">
      <PageHead
        title={title}
        lead={
          handed.holderName === null || handed.holderFrom === null
            ? t.leadVacant
            : t.lead[handed.kind](handed.holderName, longDay(handed.holderFrom, asked.lang))
        }
      />
      {fora.length === 0 ? (
        <Empty title={t.noFora}>
          <p>{t.noForaText}</p>
        </Empty>
      ) : (
        fora.map((forum) => <ForumPart {...props} forum={forum} />)
      )}
    </Page>
  )
}
