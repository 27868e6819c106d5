import { Columns, Fact, Facts, PageHead, Rows, Section, State } from '../../web/blocks.tsx'
import { parseDay } from '../../base/time.ts'
import { DateField } from '../../web/date-input.tsx'
import { dateParts } from '../../web/date-field.ts'
import { Field, TextArea } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { foraPaths, onDay } from '../paths.ts'
import { CheckButton, CheckedCell, validWords } from './list-page.tsx'
import { nameOf, type LegalReference } from './rules.ts'
import type { LawForum } from './store.ts'
import { lawTexts } from './texts.ts'

interface ReferencePageProps {
  asked: Asked
  reference: LegalReference
  fora: readonly LawForum[]
}

/** One legal reference and the fora that rest on it. */
export const ReferencePage = ({ asked, reference, fora }: ReferencePageProps) => {
  const t = lawTexts[asked.lang]
  const title = nameOf(reference)
  const editable = asked.may('law.edit') && asked.asOf === null
  const here = inDistrict(asked.district, foraPaths.legalReference(reference.id))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="law"
      crumbs={[{ href: onDay(inDistrict(asked.district, foraPaths.legalReferences), asked.asOf), label: t.law }]}
    >
      <PageHead
        title={title}
        lead={reference.subject === '' ? undefined : reference.subject}
        actions={
          editable ? (
            <a class="button button-secondary" href={`${here}/ret`}>
              {t.edit}
            </a>
          ) : undefined
        }
      />
      <Columns>
        <div>
          <Section id="fora" title={t.rests} count={String(fora.length)}>
            {fora.length === 0 ? (
              <p class="sv-2">{t.noFora}</p>
            ) : (
              <Rows columns="one">
                {fora.map(({ slug, name }) => (
                  <li>
                    <a href={onDay(inDistrict(asked.district, foraPaths.forum(slug)), asked.asOf)}>{name}</a>
                  </li>
                ))}
              </Rows>
            )}
          </Section>
        </div>
        <div>
          <Section id="fakta" title={t.about}>
            <Facts stacked>
              <Fact term={t.valid}>{validWords(reference, asked.day, asked.lang)}</Fact>
              <Fact term={t.source}>
                {reference.source === '' ? (
                  <State kind="none">{t.noSource}</State>
                ) : (
                  <a href={reference.source}>{t.openSource}</a>
                )}
              </Fact>
              <Fact term={t.checked}>
                <CheckedCell asked={asked} row={reference} />
                {editable && reference.checkedOn !== asked.today && (
                  <CheckButton asked={asked} row={reference} back="side" />
                )}
              </Fact>
            </Facts>
          </Section>
        </div>
      </Columns>
    </Page>
  )
}

/** The form's values for a reference as it is stored. */
export const lawValues = (reference: LegalReference): Record<string, string> => {
  const parts = (name: string, day: string | null) => dateParts(name, day === null ? null : parseDay(day))
  return {
    lov: reference.act,
    paragraf: reference.paragraph,
    emne: reference.subject,
    kilde: reference.source,
    ...parts('fra', reference.validFrom),
    ...parts('til', reference.validTo),
    ...parts('set', reference.checkedOn),
  }
}

interface EditLawProps {
  asked: Asked
  /** Null for a new one. */
  reference: LegalReference | null
  values: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** The form that creates or edits a legal reference. */
export const EditLawPage = ({ asked, reference, values, problems = [] }: EditLawProps) => {
  const t = lawTexts[asked.lang]
  const title = reference === null ? t.create : t.editTitle(nameOf(reference))
  const list = inDistrict(asked.district, foraPaths.legalReferences)
  const back = reference === null ? list : inDistrict(asked.district, foraPaths.legalReference(reference.id))
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="law"
      problems={problems}
      crumbs={[{ href: list, label: t.law }, ...(reference === null ? [] : [{ href: back, label: nameOf(reference) }])]}
    >
      <PageHead title={title} />
      <Form
        action={reference === null ? inDistrict(asked.district, foraPaths.createLegalReference) : `${back}/ret`}
        values={values}
        problems={problems}
        {...(reference !== null && { version: reference.version })}
      >
        <Field name="lov" label={t.fields.lov} hint={t.hints.lov} />
        <Field name="paragraf" label={t.fields.paragraf} hint={t.hints.paragraf} />
        <TextArea name="emne" label={t.fields.emne} rows={2} />
        <Field name="kilde" type="url" label={t.fields.kilde} width="full" />
        <DateField name="fra" label={t.fields.fra} />
        <DateField name="til" label={t.fields.til} />
        <DateField name="set" label={t.fields.set} />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
