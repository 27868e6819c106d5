import { longDay } from '../../base/language.ts'
import type { CalendarDay } from '../../base/time.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, Select } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { YearDraft } from './draft-store.ts'
import type { DraftRow } from './draft.ts'
import { planTexts } from './plan-texts.ts'
import { yearTexts } from './texts.ts'

interface RowPageProps {
  asked: Asked
  draft: YearDraft
  /** Null for one that is added. */
  row: DraftRow | null
  fora: readonly { id: string; name: string }[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

/** What a row is called: its forum and its day. */
export const nameOfRow = (row: DraftRow, fora: RowPageProps['fora'], asked: Asked): string =>
  planTexts[asked.lang].editTitle(fora.find(({ id }) => id === row.forumId)?.name ?? '', longDay(row.onDay, asked.lang))

/** Edits one meeting of a plan, or adds one. */
export const RowPage = ({ asked, draft, row, fora, values = {}, problems = [] }: RowPageProps) => {
  const t = planTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const title = row === null ? t.addTitle : nameOfRow(row, fora, asked)
  const back = href(meetingPaths.yearDraft(draft.id))
  const clock = (time: string | undefined) => (time === undefined ? '' : words.clock(time))
  const onDay: CalendarDay | null = row?.onDay ?? null
  const crumbs = [
    { href: href(meetingPaths.wheel), label: yearTexts[asked.lang].wheel },
    { href: back, label: t.draft(draft.year) },
  ]
  return (
    <Page frame={asked.frame} title={title} current="meetings" crumbs={crumbs} problems={problems}>
      <h1>{title}</h1>
      <Form
        action={href(meetingPaths.yearDraftRow(draft.id, row?.key ?? 'nyt'))}
        version={row?.version ?? 0}
        problems={problems}
        values={values}
      >
        {row === null && (
          <Select
            name="forum"
            label={t.forum}
            empty=""
            choices={fora.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <DateField name="dag" label={t.day} value={onDay} />
        <Field name="fra" label={t.starts} hint={t.timeHint} value={clock(row?.starts)} width="short" />
        <Field name="til" label={t.ends} value={clock(row?.ends)} width="short" />
        <Field name="sted" label={t.place} value={row?.place ?? ''} />
        <Select
          name="art"
          label={t.kind}
          value={row?.kind ?? 'ordinary'}
          choices={meetingKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        />
        <Buttons submit={t.save} cancel={{ href: back }} />
      </Form>
    </Page>
  )
}
