import { shortDay } from '../../base/language.ts'
import type { Municipality } from '../../people/store.ts'
import { Empty, Message, PageHead, Section } from '../../web/blocks.tsx'
import { DateField } from '../../web/date-input.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { weekdayOf, weekOf } from './days.ts'
import { holidaysOf } from './holidays.ts'
import type { StoredPeriod } from './period-store.ts'
import { periodTexts } from './period-texts.ts'
import { yearTexts } from './texts.ts'

interface FreeDaysPageProps {
  asked: Asked
  year: number
  periods: readonly StoredPeriod[]
  municipalities: readonly Municipality[]
  /** What was just done: periods fetched, or one removed that can be brought back. */
  said: { fetched: number } | { removed: { id: string; name: string } } | null
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

interface PeriodFieldsProps {
  asked: Asked
  municipalities: readonly Municipality[]
  period: StoredPeriod | null
}

const PeriodFields = ({ asked, municipalities, period }: PeriodFieldsProps) => {
  const t = periodTexts[asked.lang]
  return (
    <>
      <Field name="navn" label={t.fields.name} hint={t.nameHint} value={period?.name ?? ''} />
      <Select
        name="kommune"
        label={t.fields.where}
        value={period?.municipalityCode ?? ''}
        empty={t.everywhere}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <DateField name="fra" label={t.fields.from} value={period?.from ?? null} />
      <DateField name="til" label={t.fields.to} value={period?.to ?? null} />
    </>
  )
}

const Said = ({ asked, said }: FreeDaysPageProps) => {
  const t = periodTexts[asked.lang]
  if (said === null) return null
  if ('fetched' in said) return <Message kind="success" title={t.fetched(said.fetched)} />
  return (
    <Message kind="success" title={t.removed(said.removed.name)}>
      <PostButton
        action={inDistrict(asked.district, meetingPaths.restoreFreePeriod(said.removed.id))}
        label={t.undo}
        look="link"
      />
    </Message>
  )
}

const Periods = ({ asked, year, periods }: FreeDaysPageProps) => {
  const t = periodTexts[asked.lang]
  const words = yearTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  if (periods.length === 0)
    return (
      <Empty title={t.empty(year)}>
        <p>{t.emptyText}</p>
      </Empty>
    )
  return (
    <Table
      caption={t.caption(year)}
      columns={[
        { key: 'name', label: t.columns.name, cell: ({ name }) => name },
        {
          key: 'period',
          label: t.columns.period,
          cell: ({ from, to }) => (
            <>
              <span class="sv-nw">{shortDay(from, asked.lang)}</span>–<wbr />
              <span class="sv-nw">{shortDay(to, asked.lang)}</span>
              <small>{`${words.week} ${String(weekOf(from).week)}`}</small>
            </>
          ),
        },
        { key: 'where', label: t.columns.where, cell: ({ municipalityName }) => municipalityName ?? t.everywhere },
        {
          key: 'act',
          label: t.columns.act,
          cell: (period) => (
            <div class="sv-row sv-sm">
              <a href={href(meetingPaths.freePeriod(period.id))} aria-label={`${t.edit}: ${period.name}`}>
                {t.edit}
              </a>
              <PostButton
                action={href(meetingPaths.removeFreePeriod(period.id))}
                label={t.remove}
                about={period.name}
                fields={{ version: period.version }}
                look="link"
              />
            </div>
          ),
        },
      ]}
      rows={periods}
    />
  )
}

const Fetching = ({ asked, year }: FreeDaysPageProps) => {
  const t = periodTexts[asked.lang]
  const action = inDistrict(asked.district, meetingPaths.fetchFreeDays)
  return (
    <Section id="hent" title={t.fetch}>
      <p class="sv-gap">{t.fetchText}</p>
      <div class="sv-acts sv-gap">
        <PostButton action={action} label={t.usual} fields={{ aar: year, hvad: 'saedvanlige' }} />
        <PostButton action={action} label={t.lastYear(year - 1)} fields={{ aar: year, hvad: 'sidste' }} />
      </div>
    </Section>
  )
}

const Holidays = ({ asked, year }: FreeDaysPageProps) => {
  const t = periodTexts[asked.lang]
  const words = yearTexts[asked.lang]
  return (
    <Section id="helligdage" title={t.holidays}>
      <Table
        caption={t.holidaysCaption(year)}
        captionHidden
        columns={[
          { key: 'name', label: t.columns.name, cell: ({ key }) => words.holidays[key] },
          {
            key: 'day',
            label: t.day,
            cell: ({ day }) => `${words.weekdays[weekdayOf(day) - 1] ?? ''} ${shortDay(day, asked.lang)}`,
          },
        ]}
        rows={holidaysOf(year)}
      />
    </Section>
  )
}

/** The days of a year that are kept free of meetings, by the district and by each municipality. */
export const FreeDaysPage = (props: FreeDaysPageProps) => {
  const { asked, year, municipalities, values = {}, problems = [] } = props
  const t = periodTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const ofYear = (aar: number) => withQuery(href(meetingPaths.freeDays), { aar })
  return (
    <Page
      frame={asked.frame}
      title={t.titleOf(year)}
      current="meetings"
      crumbs={[{ href: href(meetingPaths.wheel), label: yearTexts[asked.lang].wheel }]}
      problems={problems}
    >
      <PageHead title={t.titleOf(year)} lead={t.lead} />
      <Said {...props} />
      <p class="sv-row">
        <a href={ofYear(year - 1)}>{t.previous(year - 1)}</a>
        <a href={ofYear(year + 1)}>{t.next(year + 1)}</a>
      </p>
      <Periods {...props} />
      <Fetching {...props} />
      <Section id="tilfoej" title={t.add}>
        <Form action={href(meetingPaths.freeDays)} problems={problems} values={values}>
          <PeriodFields asked={asked} municipalities={municipalities} period={null} />
          <Buttons submit={t.add} />
        </Form>
      </Section>
      <Holidays {...props} />
    </Page>
  )
}

interface PeriodPageProps {
  asked: Asked
  period: StoredPeriod
  municipalities: readonly Municipality[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** Edits one period. */
export const PeriodPage = ({ asked, period, municipalities, values = {}, problems = [] }: PeriodPageProps) => {
  const t = periodTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const back = withQuery(href(meetingPaths.freeDays), { aar: period.from.slice(0, 4) })
  return (
    <Page
      frame={asked.frame}
      title={t.editTitle(period.name)}
      current="meetings"
      crumbs={[{ href: back, label: t.title }]}
      problems={problems}
    >
      <h1>{t.editTitle(period.name)}</h1>
      <Form
        action={href(meetingPaths.freePeriod(period.id))}
        version={period.version}
        problems={problems}
        values={values}
      >
        <PeriodFields asked={asked} municipalities={municipalities} period={period} />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
