import type { Child } from 'hono/jsx'
import { longDay, shortDay } from '../../base/language.ts'
import { type CalendarDay, daysBetween, parseDay } from '../../base/time.ts'
import { Columns, Empty, Fact, Facts, PageHead, Row, Rows, Section, State, type StateKind } from '../../web/blocks.tsx'
import { Meter } from '../../web/figures.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import { fulfilmentOf } from '../register/rules.ts'
import { seatTexts } from '../seats/texts.ts'
import { type gatherWork, type OwnForum, taskHref } from './gather.ts'
import { named, type Reviewed, type Task, type TaskKind } from './rules.ts'
import { workTexts } from './texts.ts'

type Work = Awaited<ReturnType<typeof gatherWork>>

interface WorkPageProps {
  asked: Asked
  work: Work
  /** Sections of the rooms above the register. */
  more?: readonly Child[]
}

const NothingAsked = ({ asked, work }: WorkPageProps) => {
  const t = workTexts[asked.lang]
  const link = (path: string, label: string) => <a href={inDistrict(asked.district, path)}>{label}</a>
  if (asked.may('forum.edit'))
    return (
      <Empty title={t.nothing} {...(work.fora === 0 && { actions: link(foraPaths.imports, t.importAnnex) })}>
        <p>{work.fora === 0 ? t.nothingEmpty : t.nothingSecretariat}</p>
      </Empty>
    )
  if (asked.may('audit.see'))
    return (
      <Empty title={t.nothing} actions={link('/log', t.log)}>
        <p>{t.nothingAuditor}</p>
      </Empty>
    )
  return (
    <Empty title={t.nothing}>
      <p>{t.nothingOwn}</p>
    </Empty>
  )
}

const taskStates: Record<TaskKind, StateKind> = {
  imports: 'way',
  vacant: 'warn',
  expired: 'bad',
  meetings: 'warn',
  oneSided: 'warn',
  unmatched: 'none',
  law: 'warn',
  review: 'todo',
}

const TaskRow = ({ asked, task }: { asked: Asked; task: Task }) => {
  const t = workTexts[asked.lang]
  const { first, more } = named(task.names)
  const words = first.join(', ')
  const appoints = task.kind === 'vacant' && !asked.may('seats.edit')
  const title = appoints ? t.appoint(task.count) : t.tasks[task.kind](task.count)
  return (
    <Row
      lead={<State kind={taskStates[task.kind]}>{t.leads[task.kind]}</State>}
      title={title}
      action={
        <a href={taskHref(asked, task)} aria-label={`${t.actions[task.kind]}: ${title}`}>
          {t.actions[task.kind]}
        </a>
      }
    >
      {t.reasons[task.kind]}
      {more === 0 ? words : t.more(words, more)}.
    </Row>
  )
}

const meetingState = (asked: Asked, { row }: OwnForum) => {
  const t = workTexts[asked.lang]
  if (row.status !== 'active') return <State kind="none">{t[row.status]}</State>
  const { state, missing } = fulfilmentOf(row)
  if (state === 'missing') return <State kind="warn">{t.missing(missing)}</State>
  return state === 'notAssessable' ? (
    <State kind="none">{t.notAssessable}</State>
  ) : (
    <State kind="ok">{t.onCourse}</State>
  )
}

/** "Formand, Borgmester i Køge"; the office alone where its title already says the role. */
const seatWords = (asked: Asked, { place }: OwnForum): string => {
  const role = seatTexts[asked.lang].roles[place.role]
  if (place.officeTitle === null) return role
  return place.officeTitle.startsWith(role)
    ? place.officeTitle
    : workTexts[asked.lang].throughOffice(role, place.officeTitle)
}

const OwnFora = ({ asked, work }: WorkPageProps) => {
  const t = workTexts[asked.lang]
  const when = (day: string) => (day === asked.today ? t.today : shortDay(day, asked.lang))
  return (
    <Section id="mine-fora" title={t.mine} count={t.mineCount(new Set(work.ownFora.map(({ row }) => row.id)).size)}>
      {work.ownFora.length === 0 ? (
        <Empty title={t.noFora} actions={<a href={inDistrict(asked.district, foraPaths.list)}>{t.allFora}</a>}>
          <p>{t.noForaText}</p>
        </Empty>
      ) : (
        <Rows columns="lead-action">
          {work.ownFora.map((own) => (
            <Row
              lead={own.next === null ? <span class="sv-2">{t.notPlanned}</span> : <b>{when(own.next)}</b>}
              title={<a href={inDistrict(asked.district, foraPaths.forum(own.row.slug))}>{own.row.name}</a>}
              action={<span class="sv-sm">{meetingState(asked, own)}</span>}
            >
              {seatWords(asked, own)}
            </Row>
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Fresh = ({ asked, work }: WorkPageProps) => {
  const t = workTexts[asked.lang]
  const { freshness, law } = work
  const { oldest } = freshness
  if (freshness.fora === 0) return null
  const neverWords = oldest === null ? t.neverAny : t.neverCount(freshness.never)
  return (
    <Section id="frisk" title={t.fresh}>
      <Facts stacked>
        <Fact term={t.reviewed}>
          <Meter part={freshness.reviewed} whole={freshness.fora} />
          {t.withinYear(freshness.reviewed, freshness.fora)}
        </Fact>
        {asked.may('overview.see') && (
          <Fact term={t.lawChecked}>
            {law.all === 0 ? (
              <span class="sv-2">{t.noneYet}</span>
            ) : (
              <>
                <Meter part={law.checked} whole={law.all} />
                {t.withinYear(law.checked, law.all)}
              </>
            )}
          </Fact>
        )}
        <Fact term={t.oldest}>
          {oldest !== null && (
            <div>
              {t.days(oldest.days)}
              <a href={inDistrict(asked.district, foraPaths.forum(oldest.forum.slug))}>{oldest.forum.name}</a>
            </div>
          )}
          {freshness.never > 0 &&
            (asked.may('forum.edit') ? (
              <a href={inDistrict(asked.district, foraPaths.review)}>{neverWords}</a>
            ) : (
              <span class="sv-2">{neverWords}</span>
            ))}
        </Fact>
      </Facts>
    </Section>
  )
}

/** What the register asks the reader to do; it says so when there is nothing. */
const AskedOf = ({ asked, work }: WorkPageProps) => {
  const t = workTexts[asked.lang]
  return (
    <Section id="bedt" title={t.asked} {...(work.tasks.length > 0 && { count: t.askedCount(work.tasks.length) })}>
      {work.tasks.length === 0 ? (
        <NothingAsked asked={asked} work={work} />
      ) : (
        <Rows columns="lead-action">
          {work.tasks.map((task) => (
            <TaskRow asked={asked} task={task} />
          ))}
        </Rows>
      )}
    </Section>
  )
}

/** The reader's own page: what they are asked to do first, then their fora, and how fresh the register is. */
export const WorkPage = (props: WorkPageProps) => {
  const { asked, work, more = [] } = props
  const t = workTexts[asked.lang]
  const isStranger = asked.actor.grants.length === 0 && asked.actor.fora.length === 0 && asked.actor.personId === null
  return (
    <Page frame={asked.frame} title={t.title} current="work">
      <PageHead title={t.title} lead={longDay(asked.today, asked.lang)} />
      {isStranger ? (
        <Empty title={t.noRole} actions={<a href={inDistrict(asked.district, foraPaths.list)}>{t.allFora}</a>}>
          <p>{t.noRoleText}</p>
        </Empty>
      ) : (
        <Columns>
          <div>
            {(work.tasks.length > 0 || more.every((part) => part === null)) && <AskedOf {...props} />}
            {more}
            <OwnFora {...props} />
          </div>
          <div>
            <Fresh {...props} />
          </div>
        </Columns>
      )}
    </Page>
  )
}

const ReviewLead = ({ forum, today, asked }: { forum: Reviewed; today: CalendarDay; asked: Asked }) => {
  const t = workTexts[asked.lang]
  const since = parseDay(forum.reviewedOn ?? '')
  return (
    <State kind={since === null ? 'warn' : 'todo'}>
      {since === null ? t.never : t.daysAgo(daysBetween(since, today))}
    </State>
  )
}

/** The fora that nobody has gone through within a year, the oldest first. */
export const ReviewPage = ({ asked, fora }: { asked: Asked; fora: readonly Reviewed[] }) => {
  const t = workTexts[asked.lang]
  return (
    <Page
      frame={asked.frame}
      title={t.reviewTitle}
      current="work"
      crumbs={[{ href: inDistrict(asked.district, foraPaths.work), label: t.title }]}
    >
      <PageHead title={t.reviewTitle} {...(fora.length > 0 && { lead: t.reviewLead(fora.length) })} />
      {fora.length === 0 ? (
        <Empty title={t.allReviewed}>
          <p>{t.allReviewedText}</p>
        </Empty>
      ) : (
        <Section id="aeldst" title={t.oldestFirst} count={String(fora.length)}>
          <Rows columns="lead-action">
            {fora.map((forum) => (
              <Row
                lead={<ReviewLead forum={forum} today={asked.today} asked={asked} />}
                title={<a href={inDistrict(asked.district, foraPaths.forum(forum.slug))}>{forum.name}</a>}
                action={
                  <a
                    href={inDistrict(asked.district, foraPaths.status(forum.slug))}
                    aria-label={`${t.review}: ${forum.name}`}
                  >
                    {t.review}
                  </a>
                }
              >
                {forum.reviewedOn === null ? t.neverReviewed : t.reviewedOn(longDay(forum.reviewedOn, asked.lang))}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
