import { Note, PageHead, State } from '../../web/blocks.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { foraPaths } from '../paths.ts'
import { editTexts } from '../register/edit-texts.ts'
import { type ForumKind, forumKinds } from '../register/rules.ts'
import { registerTexts } from '../register/texts.ts'
import { type ComposedSeat, type Composition, countByParty } from './composition.ts'
import { CompositionNote } from './composition-note.tsx'
import { compositionTexts } from './composition-texts.ts'
import { parties } from './rules.ts'
import { TakenNote } from './taken-note.tsx'
import { seatTexts } from './texts.ts'

interface FilledForm {
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  /** Who saved first, when somebody did. */
  takenBy?: string
}

/** The part of an address that stands for a kind of forum. */
export const kindPaths: Record<ForumKind, string> = {
  districtCouncil: 'kredsraad',
  liaisonCommittee: 'kontaktudvalg',
  localCouncil: 'lokalraad',
  localNetwork: 'lokalraad-plus',
  workingGroup: 'arbejdsgruppe',
  standing: 'samarbejdsforum',
}

const textOf = (value: number | null): string => (value === null ? '' : String(value))

/** The form's values for rules as they are stored. */
export const compositionValues = (composition: Composition | null): Record<string, string> => ({
  formand: composition?.chairParty ?? '',
  maaneder: textOf(composition?.termMonths ?? null),
  kilde: composition?.source ?? '',
  ...Object.fromEntries(
    parties.flatMap((party) => {
      const quota = composition?.quotas.find((each) => each.party === party)
      return [
        [`min-${party}`, textOf(quota?.min ?? null)],
        [`max-${party}`, textOf(quota?.max ?? null)],
      ]
    }),
  ),
})

const quotasInWords = (asked: Asked, composition: Composition | null): string => {
  const t = compositionTexts[asked.lang]
  return (composition?.quotas ?? [])
    .filter(({ min, max }) => min !== null || max !== null)
    .map(({ party, min, max }) => `${seatTexts[asked.lang].parties[party]} ${t.range(min, max)}`)
    .join(', ')
}

const storedNow = (asked: Asked, composition: Composition | null): Record<string, string> => {
  const t = compositionTexts[asked.lang]
  const chair = composition?.chairParty ?? null
  const months = composition?.termMonths ?? null
  return {
    [t.chair]: chair === null ? t.anyChair : seatTexts[asked.lang].parties[chair],
    [t.term]: months === null ? '' : t.months(months),
    [t.seats]: quotasInWords(asked, composition),
    [t.source]: composition?.source ?? '',
  }
}

interface RulesFormProps extends FilledForm {
  asked: Asked
  action: string
  back: string
  composition: Composition | null
  /** 0 where the rules are stored for the first time. */
  version: number
  /** How many seats each side has now, where it is one forum. */
  counts: ReturnType<typeof countByParty> | null
}

const RulesForm = ({ asked, action, back, composition, version, counts, values, problems = [] }: RulesFormProps) => {
  const t = compositionTexts[asked.lang]
  const { parties: names } = seatTexts[asked.lang]
  return (
    <Form action={action} version={version} values={values ?? compositionValues(composition)} problems={problems}>
      <Select
        name="formand"
        label={t.chairField}
        empty={t.anyChair}
        choices={parties.map((party) => ({ value: party, label: names[party] }))}
      />
      <Field name="maaneder" label={t.termField} hint={t.termHint} inputmode="numeric" width="short" />
      <h2>{t.seats}</h2>
      <p class="sv-2">{t.seatsHint}</p>
      {parties.map((party) => (
        <div class="form-group">
          <fieldset>
            <legend class="form-label">
              {names[party]}
              {counts !== null && <span class="sv-2"> – {t.actual(counts[party])}</span>}
            </legend>
            <div class="sv-minmax">
              <Field name={`min-${party}`} label={t.min} inputmode="numeric" width="short" />
              <Field name={`max-${party}`} label={t.max} inputmode="numeric" width="short" />
            </div>
          </fieldset>
        </div>
      ))}
      <Field name="kilde" label={t.sourceField} hint={t.sourceHint} width="full" />
      <Buttons submit={t.save} cancel={{ href: back }} />
    </Form>
  )
}

interface CompositionPageProps extends FilledForm {
  asked: Asked
  forum: { slug: string; name: string }
  composition: Composition | null
  seats: readonly ComposedSeat[]
}

/** How one forum is to be put together. */
export const CompositionPage = (props: CompositionPageProps) => {
  const { asked, forum, composition, seats, takenBy, ...form } = props
  const t = compositionTexts[asked.lang]
  const title = t.title(forum.name)
  const back = inDistrict(asked.district, foraPaths.forum(forum.slug))
  const action = inDistrict(asked.district, foraPaths.composition(forum.slug))
  const version = composition?.own === true ? composition.version : 0
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={form.problems ?? []}
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
        { href: back, label: forum.name },
      ]}
    >
      <PageHead title={title} lead={t.lead} />
      {takenBy !== undefined && <TakenNote asked={asked} name={takenBy} stored={storedNow(asked, composition)} />}
      <CompositionNote asked={asked} forum={forum} composition={composition} seats={seats} linked={false} />
      <Note>
        <p>
          {composition === null ? t.noneNow : composition.own ? t.ownNow : t.defaultNow}{' '}
          <a href={inDistrict(asked.district, foraPaths.compositions)}>{t.seeDefaults}</a>
        </p>
        {version > 0 && <PostButton action={action} label={t.useDefault} fields={{ standard: 'ja', version }} />}
      </Note>
      <RulesForm
        asked={asked}
        action={action}
        back={back}
        composition={composition}
        version={version}
        counts={countByParty(seats)}
        {...form}
      />
    </Page>
  )
}

interface DefaultPageProps extends FilledForm {
  asked: Asked
  kind: ForumKind
  composition: Composition | null
}

const defaultCrumbs = (asked: Asked) => [
  { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
]

/** The district's default for one kind of forum. */
export const DefaultPage = ({ asked, kind, composition, takenBy, ...form }: DefaultPageProps) => {
  const t = compositionTexts[asked.lang]
  const title = t.defaultTitle(editTexts[asked.lang].kinds[kind].toLocaleLowerCase(asked.lang))
  const back = inDistrict(asked.district, foraPaths.compositions)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={form.problems ?? []}
      crumbs={[...defaultCrumbs(asked), { href: back, label: t.defaults }]}
    >
      <PageHead title={title} lead={t.defaultLead} />
      {takenBy !== undefined && <TakenNote asked={asked} name={takenBy} stored={storedNow(asked, composition)} />}
      <RulesForm
        asked={asked}
        action={inDistrict(asked.district, foraPaths.compositionDefault(kindPaths[kind]))}
        back={back}
        composition={composition}
        version={composition?.version ?? 0}
        counts={null}
        {...form}
      />
    </Page>
  )
}

interface DefaultsPageProps {
  asked: Asked
  defaults: ReadonlyMap<ForumKind, Composition>
}

/** The district's defaults, one for each kind of forum. */
export const DefaultsPage = ({ asked, defaults }: DefaultsPageProps) => {
  const t = compositionTexts[asked.lang]
  const { parties: names } = seatTexts[asked.lang]
  const kindName = (kind: ForumKind) => editTexts[asked.lang].kinds[kind]
  const columns: Column<ForumKind>[] = [
    {
      key: 'kind',
      label: t.kind,
      cell: (kind) => (
        <a
          href={inDistrict(asked.district, foraPaths.compositionDefault(kindPaths[kind]))}
          aria-label={`${defaults.has(kind) ? t.edit : t.setUp}: ${kindName(kind)}`}
        >
          {kindName(kind)}
        </a>
      ),
    },
    {
      key: 'chair',
      label: t.chair,
      cell: (kind) => {
        const composition = defaults.get(kind)
        if (composition === undefined) return <State kind="none">{t.notSet}</State>
        return composition.chairParty === null ? t.anyChair : names[composition.chairParty]
      },
    },
    {
      key: 'term',
      label: t.term,
      cell: (kind) => {
        const months = defaults.get(kind)?.termMonths ?? null
        return months === null ? null : t.months(months)
      },
    },
    {
      key: 'seats',
      label: t.seats,
      cell: (kind) => quotasInWords(asked, defaults.get(kind) ?? null),
    },
    { key: 'source', label: t.source, cell: (kind) => defaults.get(kind)?.source ?? null },
  ]
  return (
    <Page frame={asked.frame} title={t.defaults} current="fora" crumbs={defaultCrumbs(asked)}>
      <PageHead title={t.defaults} lead={t.defaultsLead} />
      <Table caption={t.defaults} captionHidden columns={columns} rows={forumKinds} />
    </Page>
  )
}
