import { shortDay } from '../../base/language.ts'
import { Columns, PageHead } from '../../web/blocks.tsx'
import { Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page, type Crumb } from '../../web/layout.tsx'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { ClashField } from '../../web/two-editors.tsx'
import { itemKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { ItemFields } from './agenda-store.ts'
import { itemTexts } from './item-texts.ts'
import type { Related, RelatedChoice, RelatedKind } from './related-store.ts'

interface EditItemProps {
  asked: Asked
  title: string
  crumbs: readonly Crumb[]
  action: string
  cancel: string
  submit: string
  version: number
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  choices: readonly RelatedChoice[]
}

/** An item's fields by the names of the form. */
export const itemValues = (item: ItemFields, related: readonly Related[]): Record<string, string> => {
  const chosen = (kind: RelatedKind) =>
    related.find((one) => one.link === 'concerns' && one.outward && one.kind === kind)?.id ?? ''
  return {
    titel: item.title,
    afsnit: item.section,
    art: item.kind,
    oplaeg: item.presenter,
    minutter: String(item.minutes),
    sag: item.body,
    indstilling: item.recommendation,
    angaar: item.concerns,
    forum: chosen('forum'),
    punkt: chosen('agendaItem'),
    opgave: chosen('actionPoint'),
  }
}

const labelOf = (asked: Asked, choice: RelatedChoice): string => {
  const day = choice.onDay === null ? '' : shortDay(choice.onDay, asked.lang)
  const outcome = choice.outcome === null ? '' : meetingWords[asked.lang].outcomes[choice.outcome]
  const about = [choice.forumName, day, outcome].filter((part) => part !== '').join(', ')
  return about === '' ? choice.title : `${choice.title} (${about})`
}

/** Every field of the form, for the page that shows what two editors made of it. */
export const clashFields = (asked: Asked, choices: readonly RelatedChoice[]): ClashField[] => {
  const t = itemTexts[asked.lang]
  const kinds: Readonly<Record<string, string>> = meetingWords[asked.lang].itemKinds
  const shown = (id: string) => {
    const choice = choices.find((one) => one.id === id)
    return choice === undefined ? t.none : labelOf(asked, choice)
  }
  return [
    { name: 'titel', logged: 'title', label: t.fields.titel },
    { name: 'afsnit', logged: 'section', label: t.fields.afsnit },
    { name: 'art', logged: 'kind', label: t.fields.art, shown: (kind) => kinds[kind] ?? '' },
    { name: 'oplaeg', logged: 'presenter', label: t.fields.oplaeg },
    { name: 'minutter', logged: 'minutes', label: t.fields.minutter },
    { name: 'sag', logged: 'body', label: t.fields.sag },
    { name: 'indstilling', logged: 'recommendation', label: t.fields.indstilling },
    { name: 'angaar', logged: 'concerns', label: t.fields.angaar },
    { name: 'forum', logged: '', label: t.fields.forum, shown },
    { name: 'punkt', logged: '', label: t.fields.punkt, shown },
    { name: 'opgave', logged: '', label: t.fields.opgave, shown },
  ]
}

const Concerns = ({ asked, choices }: { asked: Asked; choices: readonly RelatedChoice[] }) => {
  const t = itemTexts[asked.lang]
  const of = (kind: RelatedKind) =>
    choices
      .filter((choice) => choice.kind === kind)
      .map((choice) => ({ value: choice.id, label: labelOf(asked, choice) }))
  return (
    <section aria-labelledby="angaar-alt">
      <h2 id="angaar-alt">{t.more}</h2>
      <Field name="angaar" label={t.fields.angaar} width="full" />
      <Select name="forum" label={t.fields.forum} choices={of('forum')} empty={t.none} />
      <Select name="punkt" label={t.fields.punkt} choices={of('agendaItem')} empty={t.none} />
      <Select name="opgave" label={t.fields.opgave} choices={of('actionPoint')} empty={t.none} />
    </section>
  )
}

/** The form that adds or edits an item: everything about it in one page. */
export const EditItemPage = (props: EditItemProps) => {
  const { asked, title, crumbs, action, cancel, submit, version, values, problems = [], choices } = props
  const t = itemTexts[asked.lang]
  const words = meetingWords[asked.lang]
  return (
    <Page frame={asked.frame} title={title} current="meetings" crumbs={crumbs} problems={problems}>
      <PageHead title={title} />
      <Form action={action} version={version} values={values} problems={problems}>
        <Columns kind="even">
          <div>
            <Field name="titel" label={t.fields.titel} hint={t.hints.titel} width="full" />
            <Radios
              name="art"
              label={t.fields.art}
              choices={itemKinds.map((kind) => ({ value: kind, label: words.itemKinds[kind] }))}
            />
            <Field name="oplaeg" label={t.fields.oplaeg} width="full" />
            <Field
              name="minutter"
              label={t.fields.minutter}
              hint={t.hints.minutter}
              inputmode="numeric"
              width="short"
            />
            <Field name="afsnit" label={t.fields.afsnit} hint={t.hints.afsnit} width="full" />
          </div>
          <div>
            <TextArea name="sag" label={t.fields.sag} hint={t.hints.sag} rows={8} />
            <TextArea name="indstilling" label={t.fields.indstilling} hint={t.hints.indstilling} rows={4} />
          </div>
        </Columns>
        <Concerns asked={asked} choices={choices} />
        <Buttons submit={submit} cancel={{ href: cancel }} />
      </Form>
    </Page>
  )
}
