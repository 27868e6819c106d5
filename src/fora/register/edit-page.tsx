import type { Municipality } from '../../people/store.ts'
import { Checkbox, Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Note, PageHead } from '../../web/blocks.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths } from '../paths.ts'
import type { Category } from './choices-store.ts'
import { editTexts } from './edit-texts.ts'
import type { Forum, ForumName, GroupName } from './forum-store.ts'
import type { FormValues } from './merge.ts'
import { forumKinds, levels, opennesses } from './rules.ts'
import { registerTexts } from './texts.ts'

export interface EditChoices {
  categories: readonly Category[]
  municipalities: readonly Municipality[]
  fora: readonly ForumName[]
  groups: readonly GroupName[]
}

interface EditPageProps extends EditChoices {
  asked: Asked
  /** The forum being edited; null for a new one. */
  forum: Forum | null
  /** Field values by the form's names: as stored, or as sent when the form was refused. */
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** The form's values for a forum as it is stored. */
export const formValues = (forum: Forum): FormValues => ({
  navn: forum.name,
  art: forum.kind,
  kategori: forum.categoryId,
  niveau: forum.level ?? '',
  kommune: forum.municipalityCode ?? '',
  overordnet: forum.parentId ?? '',
  gruppe: forum.groupId ?? '',
  emne: forum.topic,
  lovgrundlag: forum.legalBasis,
  formaal: forum.purpose,
  handleplaner: forum.actionPlans,
  snitflader: forum.interfaces,
  deltagere: forum.participants,
  moeder: forum.cadence,
  aabenhed: forum.openness,
  persondata: forum.personalData ? 'ja' : '',
})

const Basics = ({ asked, forum, categories, municipalities, fora, groups }: EditPageProps) => {
  const t = editTexts[asked.lang]
  const levelNames = registerTexts[asked.lang].levels
  return (
    <>
      <h2>{t.basics}</h2>
      <Field name="navn" label={t.fields.navn} hint={t.hints.navn} />
      <Select
        name="art"
        label={t.fields.art}
        choices={forumKinds.map((kind) => ({ value: kind, label: t.kinds[kind] }))}
      />
      {categories.length === 0 && (
        <Note kind="warn">
          <a href={inDistrict(asked.district, foraPaths.categories)}>{t.noCategories}</a>
        </Note>
      )}
      <Select
        name="kategori"
        label={t.fields.kategori}
        choices={categories.map(({ id, number, name }) => ({ value: id, label: `${String(number)}. ${name}` }))}
      />
      <Select
        name="niveau"
        label={t.fields.niveau}
        empty={t.unknown}
        choices={levels.map((level) => ({ value: level, label: levelNames[level] }))}
      />
      <Select
        name="kommune"
        label={t.fields.kommune}
        hint={t.hints.kommune}
        empty={t.wholeDistrict}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Select
        name="overordnet"
        label={t.fields.overordnet}
        empty={t.none}
        choices={fora.filter(({ id }) => id !== forum?.id).map(({ id, name }) => ({ value: id, label: name }))}
      />
      {groups.length > 0 && (
        <Select
          name="gruppe"
          label={t.fields.gruppe}
          hint={t.hints.gruppe}
          empty={t.none}
          choices={groups.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </>
  )
}

/** The seven fields of the annex. */
export const AnnexPart = ({ asked }: { asked: Asked }) => {
  const t = editTexts[asked.lang]
  return (
    <>
      <h2>{t.annex}</h2>
      <TextArea name="emne" label={t.fields.emne} rows={2} />
      <TextArea name="lovgrundlag" label={t.fields.lovgrundlag} rows={2} />
      <TextArea name="formaal" label={t.fields.formaal} rows={3} />
      <TextArea name="handleplaner" label={t.fields.handleplaner} rows={2} />
      <TextArea name="snitflader" label={t.fields.snitflader} hint={t.hints.snitflader} rows={2} />
      <TextArea name="deltagere" label={t.fields.deltagere} rows={3} />
      <Field name="moeder" label={t.fields.moeder} hint={t.hints.moeder} />
    </>
  )
}

/** The form that creates or edits a forum. */
export const EditPage = (props: EditPageProps) => {
  const { asked, forum, values, problems = [] } = props
  const t = editTexts[asked.lang]
  const title = forum === null ? t.create : t.edit(forum.name)
  const list = inDistrict(asked.district, foraPaths.list)
  const back = forum === null ? list : inDistrict(asked.district, foraPaths.forum(forum.slug))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={problems}
      crumbs={[
        { href: list, label: registerTexts[asked.lang].fora },
        ...(forum === null ? [] : [{ href: back, label: forum.name }]),
      ]}
    >
      <PageHead title={title} lead={forum === null ? t.createLead : t.editLead} />
      <Form
        action={inDistrict(asked.district, forum === null ? foraPaths.create : foraPaths.edit(forum.slug))}
        values={values}
        problems={problems}
        {...(forum !== null && { version: forum.version })}
      >
        <Basics {...props} />
        <AnnexPart asked={asked} />
        <h2>{t.access}</h2>
        <Radios
          name="aabenhed"
          label={t.fields.aabenhed}
          choices={opennesses.map((openness) => ({ value: openness, label: t.openness[openness] }))}
        />
        <Checkbox name="persondata" label={t.fields.persondata} hint={t.hints.persondata} />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
