import { shortDay } from '../../base/language.ts'
import { Empty, PageHead, State } from '../../web/blocks.tsx'
import { Select } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Pager, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { registerTexts } from '../register/texts.ts'
import { seatTexts } from './texts.ts'
import type { OpenSeat } from './vacancy-store.ts'
import { vacancyTexts } from './vacancy-texts.ts'
import { type VacancySelection, type VacancyView, vacancyViews } from './vacancies.ts'

export const pageSize = 20

interface Choice {
  value: string
  label: string
}

interface VacancyPageProps {
  asked: Asked
  chosen: VacancySelection
  rows: readonly OpenSeat[]
  counts: Record<VacancyView, number>
  page: number
  /** Seats before any filter. */
  total: number
  fora: readonly Choice[]
  municipalities: readonly Choice[]
}

const queryOf = ({ asked, chosen, page }: Pick<VacancyPageProps, 'asked' | 'chosen' | 'page'>) => ({
  forum: chosen.forum,
  kommune: chosen.municipality,
  udvalg: chosen.view === 'all' ? null : chosen.view,
  side: page === 1 ? null : page,
  dato: asked.asOf,
})

const Missing = ({ asked, seat }: { asked: Asked; seat: OpenSeat }) => {
  const t = vacancyTexts[asked.lang]
  const day = (text: string) => shortDay(text, asked.lang)
  return (
    <>
      {seat.vacant && (
        <>
          <State kind="warn">{t.vacant}</State>
          <small>
            {seat.nextFrom !== null
              ? t.nextFrom(day(seat.nextFrom))
              : seat.vacantSince === null
                ? t.neverHeld
                : t.vacantSince(day(seat.vacantSince))}
          </small>
        </>
      )}
      {seat.expiredOn !== null && <State kind="bad">{t.expired(day(seat.expiredOn))}</State>}
    </>
  )
}

const columnsOf = (asked: Asked): Column<OpenSeat>[] => {
  const t = vacancyTexts[asked.lang]
  const columns: Column<OpenSeat>[] = [
    {
      key: 'seat',
      label: t.columns.seat,
      cell: (seat) => (
        <>
          {seat.officeId === null ? (
            seat.label
          ) : (
            <a href={onDay(inDistrict(asked.district, foraPaths.office(seat.officeId)), asked.asOf)}>{seat.label}</a>
          )}
          {seat.organisationName !== null && seat.organisationName !== seat.label && (
            <small>{seat.organisationName}</small>
          )}
        </>
      ),
    },
    {
      key: 'forum',
      label: t.columns.forum,
      cell: (seat) => (
        <a href={onDay(inDistrict(asked.district, foraPaths.forum(seat.forumSlug)), asked.asOf)}>{seat.forumName}</a>
      ),
    },
    { key: 'role', label: t.columns.role, cell: (seat) => seatTexts[asked.lang].roles[seat.role] },
    { key: 'state', label: t.columns.state, cell: (seat) => <Missing asked={asked} seat={seat} /> },
  ]
  if (asked.asOf !== null || !asked.may('offices.edit')) return columns
  return [
    ...columns,
    {
      key: 'action',
      label: t.columns.action,
      cell: (seat) =>
        seat.vacant && seat.officeId !== null ? (
          <a
            href={inDistrict(asked.district, foraPaths.changeHolder(seat.officeId))}
            aria-label={`${t.fill}: ${seat.label}, ${seat.forumName}`}
          >
            {t.fill}
          </a>
        ) : (
          <a
            href={inDistrict(asked.district, foraPaths.seat(seat.forumSlug, seat.id))}
            aria-label={`${t.renew}: ${seat.label}, ${seat.forumName}`}
          >
            {t.renew}
          </a>
        ),
    },
  ]
}

const Found = (props: VacancyPageProps) => {
  const { asked, rows, page, total } = props
  const t = vacancyTexts[asked.lang]
  const sheets = registerTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.vacancies)
  if (rows.length === 0)
    return total === 0 ? (
      <Empty title={t.none}>
        <p>{t.noneText}</p>
      </Empty>
    ) : (
      <Empty title={t.noneFound} actions={<a href={onDay(here, asked.asOf)}>{t.showAll}</a>} />
    )
  const from = (page - 1) * pageSize
  const query = queryOf(props)
  return (
    <>
      <p class="sv-sm sv-2">
        {t.download(rows.length)} <a href={withQuery(`${here}.csv`, query)}>{sheets.csv}</a>,{' '}
        <a href={withQuery(`${here}.xlsx`, query)}>{sheets.xlsx}</a>
      </p>
      <Table
        caption={t.caption(from + 1, Math.min(from + pageSize, rows.length), rows.length)}
        columns={columnsOf(asked)}
        rows={rows.slice(from, from + pageSize)}
      />
      <Pager
        page={page}
        pages={Math.ceil(rows.length / pageSize)}
        href={(number) => withQuery(here, queryOf({ ...props, page: number }))}
      />
    </>
  )
}

/** Vacant seats and terms that have run out, over all fora. */
export const VacancyPage = (props: VacancyPageProps) => {
  const { asked, chosen, rows, counts, fora, municipalities } = props
  const t = vacancyTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.vacancies)
  const { udvalg, dato } = queryOf(props)
  const hidden = { ...(udvalg !== null && { udvalg }), ...(dato !== null && { dato }) }
  return (
    <Page
      frame={asked.frame}
      title={t.title}
      current="fora"
      crumbs={[
        {
          href: onDay(inDistrict(asked.district, foraPaths.list), asked.asOf),
          label: registerTexts[asked.lang].fora,
        },
      ]}
    >
      <PageHead title={t.title} lead={t.lead} />
      <Filter
        action={here}
        label={t.find}
        results="pladser"
        hidden={hidden}
        values={{ forum: chosen.forum, kommune: chosen.municipality ?? '' }}
      >
        <Select name="forum" label={t.forum} empty={t.all} choices={fora} />
        <Select name="kommune" label={t.municipality} empty={t.all} choices={municipalities} />
      </Filter>
      <Results id="pladser" said={t.said(rows.length)}>
        <Views
          label={t.viewsLabel}
          views={vacancyViews.map((view) => ({
            label: t.views[view],
            count: counts[view],
            href: withQuery(here, { ...queryOf({ ...props, page: 1 }), udvalg: view === 'all' ? null : view }),
            current: view === chosen.view,
          }))}
        />
        <Found {...props} />
      </Results>
    </Page>
  )
}
