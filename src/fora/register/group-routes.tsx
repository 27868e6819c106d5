import { Hono } from 'hono'
import { sortKey } from '../../base/danish.ts'
import { notFound } from '../../base/errors.ts'
import { isUuid } from '../../base/ids.ts'
import { changedFields } from '../../audit/store.ts'
import { PageHead } from '../../web/blocks.tsx'
import { Field } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import { type Asked, handlersOf, type Parts, type RequestEnv } from '../../web/request.ts'
import { renewInterfaces } from '../interfaces/renew.ts'
import { foraPaths } from '../paths.ts'
import { AnnexPart } from './edit-page.tsx'
import { editTexts } from './edit-texts.ts'
import { listGroupNames } from './forum-store.ts'
import { groupForm } from './forms.ts'
import { changeGroup, findGroup, type Group } from './group-store.ts'
import { registerTexts } from './texts.ts'

interface GroupPageProps {
  asked: Asked
  group: Group
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

const storedValues = (group: Group) => ({
  navn: group.name,
  emne: group.topic,
  lovgrundlag: group.legalBasis,
  formaal: group.purpose,
  handleplaner: group.actionPlans,
  snitflader: group.interfaces,
  deltagere: group.participants,
  moeder: group.cadence,
})

/** The wording that stands once in the annex for several fora. */
const GroupPage = ({ asked, group, values, problems = [] }: GroupPageProps) => {
  const t = editTexts[asked.lang]
  const title = t.group(group.name)
  const list = inDistrict(asked.district, foraPaths.list)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="fora"
      problems={problems}
      crumbs={[{ href: list, label: registerTexts[asked.lang].fora }]}
    >
      <PageHead title={title} lead={t.groupLead(group.fora)} />
      <Form
        action={inDistrict(asked.district, foraPaths.group(group.id))}
        version={group.version}
        values={values ?? storedValues(group)}
        problems={problems}
      >
        <Field name="navn" label={t.fields.navn} hint={t.hints.navn} />
        <AnnexPart asked={asked} />
        <Buttons submit={t.save} cancel={{ href: list }} />
      </Form>
    </Page>
  )
}

const annexOf = ({ id: _, version: __, fora: ___, ...fields }: Group) => fields

/** Editing an annex entry that stands for several fora. */
export const groupRoutes = (parts: Parts) => {
  const on = handlersOf(parts)
  const find = (asked: Asked) =>
    asked.read(
      async (trx) =>
        (isUuid(asked.param('id')) ? await findGroup(trx, asked.district.id, asked.param('id')) : undefined) ??
        notFound(),
    )
  return new Hono<RequestEnv>()
    .get(
      foraPaths.group(':id'),
      on('forum.edit', async (asked) => asked.page(<GroupPage asked={asked} group={await find(asked)} />)),
    )
    .post(
      foraPaths.group(':id'),
      on('forum.edit', async (asked) => {
        const group = await find(asked)
        const { data, values, problems } = await asked.form(groupForm(asked.lang))
        const others = await asked.read((trx) => listGroupNames(trx, asked.district.id))
        const isTaken =
          data !== null && others.some(({ id, name }) => id !== group.id && sortKey(name) === sortKey(data.navn))
        const wrong = isTaken ? [{ field: 'navn', text: editTexts[asked.lang].groupTaken }] : problems
        if (data === null || wrong.length > 0)
          return asked.page(<GroupPage asked={asked} group={group} values={values} problems={wrong} />, 422)
        const fields = {
          name: data.navn,
          topic: data.emne,
          legalBasis: data.lovgrundlag,
          purpose: data.formaal,
          actionPlans: data.handleplaner,
          interfaces: data.snitflader,
          participants: data.deltagere,
          cadence: data.moeder,
        }
        const done = await asked.change(async (trx, log) => {
          if (!(await changeGroup(trx, asked.district.id, { id: group.id, version: data.version }, fields)))
            return false
          if (fields.interfaces !== group.interfaces)
            await renewInterfaces(trx, asked.district.id, { groupId: group.id, words: fields.interfaces })
          await log({
            action: 'group.changed',
            subjectKind: 'group',
            subjectId: group.id,
            subjectName: fields.name,
            changes: changedFields(annexOf(group), fields),
          })
          return true
        })
        if (done) return asked.goTo(foraPaths.list)
        const stale = [{ field: 'navn', text: editTexts[asked.lang].statusConflict }]
        return asked.page(<GroupPage asked={asked} group={await find(asked)} values={values} problems={stale} />, 409)
      }),
    )
}
