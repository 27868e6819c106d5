import { Empty, Message, PageHead, Row, Rows, Section, State } from '../../../web/blocks.tsx'
import { Field } from '../../../web/fields.tsx'
import { Progress, Sureness } from '../../../web/figures.tsx'
import { Form, PostButton } from '../../../web/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { inDistrict, withQuery } from '../../../web/paths.ts'
import type { Problem } from '../../../web/problem.ts'
import type { Asked } from '../../../web/request.ts'
import { type Column, Table } from '../../../web/table.tsx'
import { foraPaths } from '../../paths.ts'
import { categoryText } from '../reading/proposal.ts'
import { readingTexts } from '../reading/texts.ts'
import type { RegisterEntry } from '../register-store.ts'
import { type ComparedEntry, type Comparison, nextOpen } from './comparison.ts'
import { markOf } from './review-page.tsx'
import { type Decision, isOpen } from './rules.ts'
import type { ImportSummary } from './store.ts'
import { importTexts } from './texts.ts'

interface OverviewPageProps {
  asked: Asked
  annex: ImportSummary
  comparison: Comparison
  /** What was just done: entries accepted at once, or an acceptance undone or not. */
  done: { accepted: number | null; undone: 'ja' | 'nej' | null }
  /** A refused closing: the forum and what was wrong. */
  problems?: readonly Problem[]
  closing?: { forumId: string; values: Readonly<Record<string, unknown>> }
}

const columnsOf = ({ asked, annex }: OverviewPageProps): Column<ComparedEntry>[] => {
  const t = importTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.import(annex.id))
  return [
    {
      key: 'name',
      label: t.columns.name,
      cell: ({ position, forum }) => (
        <>
          <a href={withQuery(here, { forum: position })}>{forum.name.value || t.noName}</a>
          <small>{categoryText(forum.category)}</small>
        </>
      ),
    },
    {
      key: 'change',
      label: t.columns.change,
      cell: ({ change, doubtfulPair, entry }) =>
        change === null ? null : (
          <>
            {doubtfulPair ? t.changes.merge : t.changes[change]}
            {doubtfulPair && entry !== null && <small>{entry.name}</small>}
          </>
        ),
    },
    {
      key: 'sureness',
      label: t.columns.sureness,
      cell: ({ forum }) => (
        <Sureness level={forum.confidence} label={readingTexts[asked.lang].confidence[forum.confidence]} />
      ),
    },
    {
      key: 'state',
      label: t.columns.state,
      cell: ({ decision, forum, position, version, undoable }) => (
        <>
          <State kind={markOf(decision)}>{t.decisions[decision]}</State>{' '}
          {undoable && (
            <PostButton
              action={here}
              label={t.undo}
              about={forum.name.value}
              look="link"
              fields={{ forum: position, version, handling: 'fortryd' }}
            />
          )}
        </>
      ),
    },
  ]
}

/** One forum of the register that the annex does not have, and the form that closes it down. */
const GoneForum = ({ props, gone }: { props: OverviewPageProps; gone: RegisterEntry }) => {
  const { asked, annex, closing, problems = [] } = props
  const t = importTexts[asked.lang]
  const isRefused = closing?.forumId === gone.id
  return (
    <Row
      lead={<State kind="warn">{t.gone}</State>}
      title={
        gone.slug === null ? (
          gone.name
        ) : (
          <a href={inDistrict(asked.district, foraPaths.forum(gone.slug))}>{gone.name}</a>
        )
      }
    >
      <Form
        action={inDistrict(asked.district, foraPaths.importClose(annex.id))}
        id={`nedlaeg-${gone.id}`}
        version={gone.version}
        label={`${t.close}: ${gone.name}`}
        {...(isRefused && { problems, values: closing.values })}
      >
        <input type="hidden" name="forum" value={gone.id} />
        <Field name="grund" label={t.closeReason} value={t.reasonGiven(annex.title)} autocomplete="off" width="full" />
        <p class="sv-acts sv-mt">
          <button class="button button-secondary" type="submit">
            {t.close}
            <span class="sr-only">{`: ${gone.name}`}</span>
          </button>
        </p>
      </Form>
    </Row>
  )
}

const Actions = ({ asked, annex, comparison }: OverviewPageProps) => {
  const t = importTexts[asked.lang]
  const sure = comparison.entries.filter((entry) => entry.sure).length
  const next = nextOpen(comparison.entries, 0)
  if (next === null)
    return (
      <>
        <a href={inDistrict(asked.district, foraPaths.annex)}>{t.toAnnex}</a>
        <a class="button button-primary" href={inDistrict(asked.district, foraPaths.list)}>
          {t.toRegister}
        </a>
      </>
    )
  const first = withQuery(inDistrict(asked.district, foraPaths.import(annex.id)), { forum: next })
  return (
    <>
      <a class={sure === 0 ? 'button button-primary' : 'button button-secondary'} href={first}>
        {t.first}
      </a>
      {sure > 0 && (
        <PostButton
          action={inDistrict(asked.district, foraPaths.importSure(annex.id))}
          label={t.acceptSure(sure)}
          look="primary"
        />
      )}
    </>
  )
}

/** All fora of an uploaded annex, what became of each, and what the register has that the annex does not. */
export const OverviewPage = (props: OverviewPageProps) => {
  const { asked, annex, comparison, done, problems = [] } = props
  const { entries, gone } = comparison
  const t = importTexts[asked.lang]
  const count = (...kinds: Decision[]) => entries.filter(({ decision }) => kinds.includes(decision)).length
  const open = entries.filter(({ decision }) => isOpen(decision)).length
  return (
    <Page
      frame={asked.frame}
      title={annex.title}
      current="fora"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: 'Fora' },
        { href: inDistrict(asked.district, foraPaths.imports), label: t.title },
      ]}
    >
      {done.accepted !== null && (
        <Message kind="success" title={t.accepted(done.accepted)}>
          {open > 0 && <p>{t.acceptSureHint}</p>}
        </Message>
      )}
      {done.undone === 'ja' && <Message kind="success" title={t.undone} />}
      {done.undone === 'nej' && <Message kind="warning" title={t.notUndone} />}
      <PageHead title={annex.title} lead={open > 0 ? t.nothingStored : t.allDone} actions={<Actions {...props} />} />
      <Progress marks={entries.map(({ decision }) => markOf(decision))} current={-1} />
      <p class="sv-sm sv-2">
        {t.counts({
          accepted: count('accepted', 'merged'),
          aside: count('setAside'),
          skipped: count('skipped'),
          open: count('pending'),
        })}
      </p>
      {entries.length === 0 ? (
        <Empty title={t.none} />
      ) : (
        <Table caption={t.tableCaption(entries.length)} columns={columnsOf(props)} rows={entries} />
      )}
      {gone.length > 0 && (
        <Section id="udgaaet" title={t.gone} count={t.goneCount(gone.length)}>
          <p class="sv-2">{t.goneText}</p>
          <Rows columns="lead">
            {gone.map((one) => (
              <GoneForum props={props} gone={one} />
            ))}
          </Rows>
        </Section>
      )}
    </Page>
  )
}
