import { moment } from '../../base/language.ts'
import { cadenceInWords, parseCadence } from '../../fora/cadence/rules.ts'
import { Note, PageHead, Row, Rows, Section, State } from '../../web/blocks.tsx'
import { Checkboxes, Field, Radios } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { capital } from './day-names.ts'
import type { YearDraft } from './draft-store.ts'
import { planTexts } from './plan-texts.ts'
import { yearTexts } from './texts.ts'

interface PlanPageProps {
  asked: Asked
  year: number
  fora: readonly { id: string; name: string; cadence: string; meetings: number }[]
  drafts: readonly YearDraft[]
  /** False when no days are kept free in the year, not even the school holidays. */
  hasFreeDays: boolean
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** Begins the plan of a year: which year, and for whom. Shows what is there and the plans under way. */
export const PlanPage = ({ asked, year, fora, drafts, hasFreeDays, values = {}, problems = [] }: PlanPageProps) => {
  const t = planTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const crumbs = [{ href: href(meetingPaths.wheel), label: yearTexts[asked.lang].wheel }]
  return (
    <Page frame={asked.frame} title={t.plan} current="meetings" crumbs={crumbs} problems={problems}>
      <PageHead title={t.plan} lead={t.planLead} actions={<a href={href(meetingPaths.freeDays)}>{t.freeDays}</a>} />
      {!hasFreeDays && (
        <Note kind="warn" title={t.noFreeDays(year)}>
          <p>
            {t.noFreeDaysText} <a href={withQuery(href(meetingPaths.freeDays), { aar: year })}>{t.freeDays}</a>
          </p>
        </Note>
      )}
      <Form action={href(meetingPaths.planYear)} problems={problems} values={values}>
        <Field name="aar" label={t.year} value={String(year)} inputmode="numeric" width="short" />
        <Radios
          name="hvem"
          label={t.fora}
          hint={t.foraHint}
          value="alle"
          choices={[
            { value: 'alle', label: t.chooseAll },
            { value: 'valgte', label: t.chooseSome },
          ]}
        />
        <details class="sv-more sv-gap" open={problems.length > 0}>
          <summary>{t.someFora}</summary>
          <Checkboxes
            name="fora"
            label={t.forum}
            choices={fora.map(({ id, name, cadence, meetings }) => ({
              value: id,
              label: name,
              hint: t.has(capital(cadenceInWords(parseCadence(cadence), asked.lang)), meetings),
            }))}
          />
        </details>
        <Buttons submit={t.choose} cancel={{ href: href(meetingPaths.wheel) }} />
      </Form>
      {drafts.length > 0 && (
        <Section id="planer" title={t.drafts}>
          <Rows>
            {drafts.map((draft) => (
              <Row
                lead={
                  <State kind={draft.doneAt === null ? 'todo' : 'ok'}>
                    {draft.doneAt === null ? t.waiting : t.done}
                  </State>
                }
                title={<a href={href(meetingPaths.yearDraft(draft.id))}>{t.draft(draft.year)}</a>}
              >
                {t.draftOf(draft.createdBy, moment(draft.createdAt, asked.lang))}
              </Row>
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
