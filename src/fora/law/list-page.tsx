import { type Language, shortDay } from '../../base/language.ts'
import { Empty, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Filter, Results, Views } from '../../web/filter.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { Downloads } from '../directory/parts.tsx'
import { foraPaths, onDay } from '../paths.ts'
import {
  isUnchecked,
  type LawChoice,
  type LawView,
  lawViews,
  nameOf,
  saysNone,
  type selectLaw,
  type LawRow,
  type LegalReference,
} from './rules.ts'
import type { LawForum } from './store.ts'
import { lawTexts } from './texts.ts'

/** When the reference applies, in words; silence is said. */
export const validWords = (row: LegalReference, today: string, lang: Language): string => {
  const t = lawTexts[lang]
  if (row.validTo !== null && row.validTo < today) return t.ended(shortDay(row.validTo, lang))
  const parts = [
    row.validFrom === null ? '' : t.validFrom(shortDay(row.validFrom, lang)),
    row.validTo === null ? '' : t.validTo(shortDay(row.validTo, lang)),
  ].filter((part) => part !== '')
  return parts.length === 0 ? t.noDates : parts.join(' ')
}

export const CheckedCell = ({ asked, row }: { asked: Asked; row: LegalReference }) => {
  const t = lawTexts[asked.lang]
  if (row.checkedOn === null) return <State kind="warn">{t.never}</State>
  return (
    <>
      <div class="sv-nw">{shortDay(row.checkedOn, asked.lang)}</div>
      {isUnchecked(row, asked.day) && (
        <div>
          <State kind="warn">{t.tooOld}</State>
        </div>
      )}
    </>
  )
}

/** Notes with one click that somebody looked today. Carries the version, so that a newer text is not vouched for unseen. */
export const CheckButton = ({ asked, row, back }: { asked: Asked; row: LegalReference; back: string }) => {
  const t = lawTexts[asked.lang]
  return (
    <PostButton
      action={inDistrict(asked.district, `${foraPaths.legalReference(row.id)}/kontrolleret`)}
      label={t.check}
      about={nameOf(row)}
      fields={{ version: row.version, tilbage: back }}
      look="link"
    />
  )
}

interface LawPageProps {
  asked: Asked
  chosen: LawChoice
  found: ReturnType<typeof selectLaw>
  /** References before any filter; decides what an empty list says. */
  total: number
  /** Null for readers who are not shown which fora lack a legal basis. */
  without: number | null
}

const queryOf = (asked: Asked, { view, words, sort, descending }: LawChoice) => ({
  q: words,
  udvalg: view === 'all' ? null : view,
  sorter: sort === 'act' ? null : sort,
  omvendt: descending ? 'ja' : null,
  dato: asked.asOf,
})

const columnsOf = (asked: Asked): Column<LawRow>[] => {
  const t = lawTexts[asked.lang]
  const mayCheck = asked.may('law.edit') && asked.asOf === null
  return [
    {
      key: 'act',
      label: t.act,
      sortable: true,
      cell: (row) => (
        <a href={onDay(inDistrict(asked.district, foraPaths.legalReference(row.id)), asked.asOf)}>{nameOf(row)}</a>
      ),
    },
    {
      key: 'subject',
      label: t.subject,
      cell: (row) => (row.subject === '' ? <span class="sv-2">{t.noSubject}</span> : row.subject),
    },
    {
      key: 'valid',
      label: t.valid,
      cell: (row) => <span class="sv-nw">{validWords(row, asked.day, asked.lang)}</span>,
    },
    {
      key: 'source',
      label: t.source,
      cell: (row) =>
        row.source === '' ? (
          <State kind="none">{t.noSource}</State>
        ) : (
          <a class="sv-nw" href={row.source} aria-label={`${t.openSource}: ${nameOf(row)}`}>
            {t.openSource}
          </a>
        ),
    },
    { key: 'fora', label: t.fora, sortable: true, numeric: true, cell: (row) => row.fora },
    {
      key: 'checked',
      label: t.checked,
      sortable: true,
      cell: (row) => (
        <>
          <CheckedCell asked={asked} row={row} />
          {mayCheck && row.checkedOn !== asked.today && <CheckButton asked={asked} row={row} back="liste" />}
        </>
      ),
    },
  ]
}

const Found = ({ asked, chosen, found }: LawPageProps) => {
  const t = lawTexts[asked.lang]
  const query = queryOf(asked, chosen)
  return (
    <>
      <Downloads asked={asked} path={foraPaths.legalReferences} query={query} what={t.said(found.rows.length)} />
      <Table
        caption={t.caption(found.rows.length, t.sortings[chosen.sort])}
        columns={columnsOf(asked)}
        rows={found.rows}
        sort={{
          key: chosen.sort,
          descending: chosen.descending,
          href: (key, descending) =>
            withQuery(inDistrict(asked.district, foraPaths.legalReferences), {
              ...query,
              sorter: key === 'act' ? null : key,
              omvendt: descending ? 'ja' : null,
            }),
        }}
      />
    </>
  )
}

const Nothing = ({ asked, total }: LawPageProps) => {
  const t = lawTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.legalReferences)
  if (total > 0)
    return (
      <Empty title={t.noneHere} actions={<a href={here}>{t.showAll}</a>}>
        <p>{t.noneHereText}</p>
      </Empty>
    )
  if (!asked.may('law.edit'))
    return (
      <Empty title={t.empty}>
        <p>{t.emptyPublic}</p>
      </Empty>
    )
  return (
    <Empty title={t.empty} actions={<a href={inDistrict(asked.district, foraPaths.foraWithoutLaw)}>{t.foraWithout}</a>}>
      <p>{t.emptyText}</p>
    </Empty>
  )
}

/** The legal references of the district: what they are, whether they still hold, and how many fora rest on each. */
export const LawPage = (props: LawPageProps) => {
  const { asked, chosen, found, without } = props
  const t = lawTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.legalReferences)
  const offered = lawViews.filter((view) => view === 'all' || view === chosen.view || found.counts[view] > 0)
  const viewHref = (view: LawView) => withQuery(here, queryOf(asked, { ...chosen, view }))
  const hidden = {
    ...(chosen.view !== 'all' && { udvalg: chosen.view }),
    ...(chosen.sort !== 'act' && { sorter: chosen.sort }),
    ...(chosen.descending && { omvendt: 'ja' }),
    ...(asked.asOf && { dato: asked.asOf }),
  }
  return (
    <Page frame={asked.frame} title={t.law} current="law">
      <PageHead
        title={t.law}
        lead={t.lead}
        actions={
          asked.may('law.edit') && asked.asOf === null ? (
            <a class="button button-primary" href={inDistrict(asked.district, foraPaths.createLegalReference)}>
              {t.create}
            </a>
          ) : undefined
        }
      />
      <Filter action={here} label={t.find} results="lov" hidden={hidden} values={{ q: chosen.words }}>
        <Field name="q" type="search" label={t.search} width="full" />
      </Filter>
      <Results id="lov" said={t.said(found.rows.length)}>
        <Views
          label={t.viewsLabel}
          views={[
            ...offered.map((view) => ({
              label: t.views[view],
              count: found.counts[view],
              href: viewHref(view),
              current: view === chosen.view,
            })),
            ...(without === null
              ? []
              : [{ label: t.foraWithout, count: without, href: inDistrict(asked.district, foraPaths.foraWithoutLaw) }]),
          ]}
        />
        {found.rows.length === 0 ? <Nothing {...props} /> : <Found {...props} />}
      </Results>
    </Page>
  )
}

/** What can be mended first: nothing written, then words that may point to a law, then those said to have none. */
const urgency = ({ legalBasis }: LawForum): number => (legalBasis === '' ? 0 : saysNone(legalBasis) ? 2 : 1)

/** The fora that are tied to no reference, with what the annex says about each. */
export const ForaWithoutLawPage = ({ asked, fora }: { asked: Asked; fora: readonly LawForum[] }) => {
  const t = lawTexts[asked.lang]
  const list = inDistrict(asked.district, foraPaths.legalReferences)
  const lead = ({ legalBasis }: LawForum) =>
    legalBasis === '' ? (
      <State kind="warn">{t.nothing}</State>
    ) : saysNone(legalBasis) ? (
      <State kind="none">{t.saysNone}</State>
    ) : (
      <State kind="todo">{t.hasWords}</State>
    )
  return (
    <Page frame={asked.frame} title={t.withoutTitle} current="law" crumbs={[{ href: list, label: t.law }]}>
      <PageHead title={t.withoutTitle} lead={t.withoutLead} />
      {fora.length === 0 ? (
        <Empty title={t.allHave} actions={<a href={withQuery(list, { udvalg: 'unchecked' })}>{t.views.unchecked}</a>}>
          <p>{t.allHaveText}</p>
        </Empty>
      ) : (
        <Section id="fora" title={t.without(fora.length)}>
          <Rows columns="lead-action">
            {fora
              .toSorted((a, b) => urgency(a) - urgency(b))
              .map((forum) => (
                <Row
                  lead={lead(forum)}
                  title={<a href={inDistrict(asked.district, foraPaths.forum(forum.slug))}>{forum.name}</a>}
                  action={
                    asked.may('law.edit') && (
                      <a
                        href={inDistrict(asked.district, foraPaths.law(forum.slug))}
                        aria-label={`${t.findLaw}: ${forum.name}`}
                      >
                        {t.findLaw}
                      </a>
                    )
                  }
                >
                  {forum.legalBasis}
                </Row>
              ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
