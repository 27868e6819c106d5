import { Section } from '../../web/blocks.tsx'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { registerTexts } from '../register/texts.ts'
import { Downloads, ForumLink, href } from './links.tsx'
import { type Overlap, overlapLimits, type OverviewForum } from './rules.ts'
import type { VacantSeat } from './tables.ts'
import { overviewTexts } from './texts.ts'
import { shortPercent } from './wording.ts'

/** How many seats stand empty, with the lists that name them. */
export const Vacancies = ({ asked, vacant }: { asked: Asked; vacant: readonly VacantSeat[] }) => {
  const t = overviewTexts[asked.lang]
  const fora = new Set(vacant.map(({ forum }) => forum.id)).size
  return (
    <Section id="ledige" title={t.vacant}>
      {vacant.length === 0 ? (
        <p class="sv-2">{t.vacantNone}</p>
      ) : (
        <>
          <Downloads asked={asked} table="ledige-pladser" title={t.vacant} />
          <p>{t.vacantText(vacant.length, fora)}</p>
          <p class="sv-acts">
            <a href={href(asked, foraPaths.vacancies)}>{t.vacantList}</a>
            <a href={href(asked, foraPaths.list, { udvalg: 'vacant' })}>{t.vacantFora}</a>
          </p>
        </>
      )}
    </Section>
  )
}

/** Pairs of fora that are nearly the same, with the rule that finds them. */
export const Overlaps = ({ asked, overlaps }: { asked: Asked; overlaps: readonly Overlap[] }) => {
  const t = overviewTexts[asked.lang]
  const percent = (part: number) => shortPercent(part, asked.lang)
  const columns: Column<Overlap>[] = [
    { key: 'forum', label: t.forum, cell: ({ a }) => <ForumLink asked={asked} forum={a} /> },
    { key: 'other', label: t.other, cell: ({ b }) => <ForumLink asked={asked} forum={b} /> },
    { key: 'members', label: t.sharedMembers, cell: (row) => t.shared(row.shared, row.either, percent(row.members)) },
    { key: 'topic', label: t.topic, cell: ({ topic }) => percent(topic) },
  ]
  return (
    <Section id="overlap" title={t.overlaps}>
      <p class="sv-2 sv-gap">
        {t.overlapsRule(percent(overlapLimits.members), overlapLimits.atLeast, percent(overlapLimits.topic))}
      </p>
      {overlaps.length === 0 ? (
        <p>{t.overlapsNone}</p>
      ) : (
        <>
          <Downloads asked={asked} table="overlap" title={t.overlaps} />
          <Table caption={t.overlapsCaption(overlaps.length)} columns={columns} rows={overlaps} />
        </>
      )}
    </Section>
  )
}

/** Fora that rest on no legal reference and name no legal basis. */
export const WithoutLaw = ({ asked, fora }: { asked: Asked; fora: readonly OverviewForum[] }) => {
  const t = overviewTexts[asked.lang]
  const columns: Column<OverviewForum>[] = [
    { key: 'forum', label: t.forum, cell: (forum) => <ForumLink asked={asked} forum={forum} /> },
    { key: 'category', label: t.category, cell: ({ categoryName }) => categoryName },
    {
      key: 'words',
      label: registerTexts[asked.lang].fields.legalBasis,
      cell: ({ legalBasis }) => legalBasis || <span class="sv-2">{registerTexts[asked.lang].fieldMissing}</span>,
    },
  ]
  return (
    <Section id="lov" title={t.law} link={{ href: href(asked, foraPaths.legalReferences), label: t.lawList }}>
      <p class="sv-2 sv-gap">{fora.length === 0 ? t.lawNone : t.lawText}</p>
      {fora.length > 0 && (
        <>
          <Downloads asked={asked} table="uden-lovgrundlag" title={t.law} />
          <Table caption={t.foraCount(fora.length)} columns={columns} rows={fora} />
        </>
      )}
    </Section>
  )
}
