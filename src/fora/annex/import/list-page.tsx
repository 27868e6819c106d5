import { moment } from '../../../base/language.ts'
import { Empty, PageHead, Row, Rows, Section, State } from '../../../web/blocks.tsx'
import { FileField } from '../../../web/fields.tsx'
import { Buttons, Form } from '../../../web/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { inDistrict } from '../../../web/paths.ts'
import type { Problem } from '../../../web/problem.ts'
import type { Asked } from '../../../web/request.ts'
import { foraPaths } from '../../paths.ts'
import type { ImportSummary } from './store.ts'
import { importTexts } from './texts.ts'

interface ImportsPageProps {
  asked: Asked
  imports: readonly ImportSummary[]
  problems?: readonly Problem[]
}

/** Where an annex is uploaded, and those that were before. */
export const ImportsPage = ({ asked, imports, problems = [] }: ImportsPageProps) => {
  const t = importTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.imports)
  return (
    <Page
      frame={asked.frame}
      title={t.title}
      current="fora"
      problems={problems}
      crumbs={[{ href: inDistrict(asked.district, foraPaths.list), label: 'Fora' }]}
    >
      <PageHead title={t.title} lead={t.lead} />
      <Form action={here} upload problems={problems} label={t.upload}>
        <FileField name="fil" label={t.file} hint={t.fileHint} accept=".docx,.pdf,.txt,.json" />
        <Buttons submit={t.read} />
      </Form>
      {imports.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <Section id="tidligere" title={t.imports} count={t.importsCount(imports.length)}>
          <Rows columns="lead-action">
            {imports.map((annex) => (
              <Row
                lead={
                  annex.open > 0 ? (
                    <State kind="way">{t.left(annex.open, annex.entries)}</State>
                  ) : (
                    <State kind="ok">{t.done(annex.entries)}</State>
                  )
                }
                title={<a href={inDistrict(asked.district, foraPaths.import(annex.id))}>{annex.title}</a>}
                action={
                  <a
                    href={inDistrict(asked.district, foraPaths.import(annex.id))}
                    aria-label={`${annex.open > 0 ? t.goOn : t.look}: ${annex.title}`}
                  >
                    {annex.open > 0 ? t.goOn : t.look}
                  </a>
                }
              >
                {annex.fileName}. {t.by(annex.createdBy, moment(annex.createdAt, asked.lang))}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
