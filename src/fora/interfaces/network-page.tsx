import { longDay } from '../../base/language.ts'
import type { Municipality } from '../../people/store.ts'
import { Empty, Message, PageHead } from '../../web/blocks.tsx'
import { Checkbox, Select } from '../../web/fields.tsx'
import { Filter } from '../../web/filter.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import type { Category } from '../register/choices-store.ts'
import { levels } from '../register/rules.ts'
import { registerTexts } from '../register/texts.ts'
import { connectionColumns, rowsOf } from './connection-cells.tsx'
import { addressOf, connectionKinds, type Network, type NetworkBody } from './connections.ts'
import type { NetworkLayout } from './drawing/graph.ts'
import { NetworkDrawing, NetworkKey } from './drawing/view.tsx'
import { type Losers, type NetworkChoice, ownFirst } from './network-selection.ts'
import { networkTexts } from './network-texts.ts'
import { WhatIf } from './what-if.tsx'

/** `losing` and `keptByMembers` are about the body that is thought away. */
export interface NetworkPageProps extends Losers {
  asked: Asked
  choice: NetworkChoice
  /** Everything the reader may see, and the part of it that was chosen. */
  whole: Network
  shown: Network
  layout: NetworkLayout
  /** Bodies without any connection. */
  untied: readonly NetworkBody[]
  /** How many bodies editors have moved. */
  moved: number
  categories: readonly Category[]
  municipalities: readonly Municipality[]
}

const bodyOf = ({ whole }: NetworkPageProps, id: string | null): NetworkBody | undefined =>
  whole.bodies.find((body) => body.id === id)

/** The query that stands for what the reader chose. */
const queryOf = (props: NetworkPageProps) => {
  const { asked, choice } = props
  const [body, closing] = [bodyOf(props, choice.body), bodyOf(props, choice.closing)]
  return {
    kategori: choice.category,
    niveau: choice.level,
    kommune: choice.municipality,
    art: choice.kind,
    faelles: choice.sharedFrom,
    alle: choice.all ? 'ja' : null,
    forum: body && addressOf(body),
    luk: closing && addressOf(closing),
    dato: asked.asOf,
  }
}

const here = ({ asked }: NetworkPageProps): string => inDistrict(asked.district, foraPaths.network)

const NetworkFilter = (props: NetworkPageProps) => {
  const { asked, choice, categories, municipalities } = props
  const t = networkTexts[asked.lang]
  const r = registerTexts[asked.lang]
  return (
    <Filter
      action={here(props)}
      label={t.find}
      hidden={asked.asOf === null ? {} : { dato: asked.asOf }}
      values={{
        kategori: choice.category,
        niveau: choice.level,
        kommune: choice.municipality,
        art: choice.kind,
        faelles: choice.sharedFrom,
        alle: choice.all ? 'ja' : '',
      }}
    >
      <Select
        name="kategori"
        label={t.category}
        empty={t.allCategories}
        choices={categories.map(({ number, name }) => ({ value: String(number), label: `${String(number)}. ${name}` }))}
      />
      <Select
        name="niveau"
        label={t.level}
        empty={t.all}
        choices={levels.map((level) => ({ value: level, label: r.levels[level] }))}
      />
      <Select
        name="kommune"
        label={t.municipality}
        empty={t.all}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="art"
        label={t.kind}
        empty={t.all}
        choices={connectionKinds
          .filter((kind) => kind !== 'shared')
          .map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      <Select
        name="faelles"
        label={t.shared}
        empty={t.sharedNone}
        choices={[1, 2, 3, 5].map((count) => ({ value: String(count), label: t.sharedFrom(count) }))}
      />
      <Checkbox name="alle" label={t.showAll} checked={choice.all} />
    </Filter>
  )
}

const Drawing = (props: NetworkPageProps) => {
  const { asked, choice, shown, layout } = props
  const t = networkTexts[asked.lang]
  const [body, closing] = [bodyOf(props, choice.body), bodyOf(props, choice.closing)]
  const mayArrange = asked.may('network.arrange') && asked.asOf === null
  if (shown.bodies.length === 0)
    return (
      <Empty title={t.empty} {...(props.whole.bodies.length > 0 && { actions: <a href={here(props)}>{t.whole}</a> })}>
        <p>{props.whole.bodies.length === 0 ? t.emptyText : t.emptyFilter}</p>
      </Empty>
    )
  return (
    <>
      {body && (
        <p class="sv-mt">
          {t.lit(body.name)} <a href={withQuery(here(props), { ...queryOf(props), forum: null })}>{t.unlit}</a>
        </p>
      )}
      {closing && (
        <p class="sv-mt">
          {t.without(closing.name)} <a href="#nedlaeg">{t.whatIfShow}</a>
        </p>
      )}
      <figure class="sv-fig">
        <NetworkKey layout={layout} lang={asked.lang} />
        <NetworkDrawing
          layout={layout}
          lang={asked.lang}
          chosen={choice.body}
          {...(mayArrange && {
            saving: { href: inDistrict(asked.district, foraPaths.networkPlaces), csrf: asked.frame.csrf },
          })}
        />
        <figcaption>{t.source(longDay(asked.day, asked.lang))}</figcaption>
      </figure>
    </>
  )
}

const Arranging = ({ asked, moved }: NetworkPageProps) => {
  const t = networkTexts[asked.lang]
  if (moved === 0 || asked.asOf !== null || !asked.may('network.arrange')) return null
  return (
    <div class="sv-acts">
      <PostButton
        action={inDistrict(asked.district, foraPaths.networkPlaces)}
        label={t.reset}
        fields={{ nulstil: 'ja' }}
      />
      <p class="sv-sm sv-2">{t.resetHint(moved)}</p>
    </div>
  )
}

const SameAsTable = (props: NetworkPageProps) => {
  const { asked, choice, shown } = props
  const t = networkTexts[asked.lang]
  const rows = ownFirst(rowsOf(shown.connections, shown.bodies), choice.body)
  const download = (format: string) => withQuery(`${here(props)}.${format}`, queryOf(props))
  return (
    <section aria-labelledby="tabel">
      <div class="sv-h">
        <h2 id="tabel">{t.table}</h2>
        <span class="sv-acts">
          <a href={download('csv')}>{t.csv}</a> <a href={download('xlsx')}>{t.xlsx}</a>
        </span>
      </div>
      {rows.length === 0 ? (
        <p class="sv-2">{t.empty}</p>
      ) : (
        <Table caption={t.caption(rows.length)} columns={connectionColumns(asked, 'netvaerk')} rows={rows} />
      )}
    </section>
  )
}

/** The network of fora: key, drawing, what-if, and a table with the same data. */
export const NetworkPage = (props: NetworkPageProps) => {
  const { asked, choice, whole, shown, untied, losing, keptByMembers } = props
  const t = networkTexts[asked.lang]
  const r = registerTexts[asked.lang]
  const isEmpty = whole.bodies.length === 0
  const oneSided = shown.connections.filter(({ kind }) => kind === 'oneSided').length
  return (
    <Page
      frame={asked.frame}
      title={t.title}
      current="fora"
      crumbs={[{ href: onDay(inDistrict(asked.district, foraPaths.list), asked.asOf), label: r.fora }]}
    >
      {asked.query('rettet') !== '' && (
        <Message kind="success" title={t.mended}>
          <p>{t.mendedText}</p>
        </Message>
      )}
      <PageHead
        title={t.title}
        lead={isEmpty ? t.leadEmpty : t.lead(shown.bodies.filter(({ known }) => known).length, oneSided)}
        actions={
          isEmpty ? undefined : (
            <>
              <a
                class="button button-secondary"
                href={onDay(inDistrict(asked.district, foraPaths.oneSided), asked.asOf)}
              >
                {t.oneSidedTitle}
              </a>
              <a class="button button-secondary" href="#tabel">
                {t.toTable}
              </a>
            </>
          )
        }
      />
      {!isEmpty && <NetworkFilter {...props} />}
      <Drawing {...props} />
      {untied.length > 0 && !choice.all && choice.body === null && choice.closing === null && (
        <p class="sv-sm sv-2">
          {t.untied(untied.length)}{' '}
          <a href={withQuery(here(props), { ...queryOf(props), alle: 'ja' })}>{t.showUntied}</a>
        </p>
      )}
      <Arranging {...props} />
      {!isEmpty && (
        <>
          <WhatIf
            asked={asked}
            whole={whole}
            closing={bodyOf(props, choice.closing)}
            losing={losing}
            keptByMembers={keptByMembers}
          />
          <SameAsTable {...props} />
        </>
      )}
    </Page>
  )
}
