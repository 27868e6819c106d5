import type { Language } from '../../../base/language.ts'
import { listed } from '../../../base/language.ts'
import type { Municipality } from '../../../people/store.ts'
import { Message, Note, PageHead, Section, type StateKind } from '../../../web/blocks.tsx'
import { Changes } from '../../../web/changes.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '../../../web/fields.tsx'
import { Progress, Sureness } from '../../../web/figures.tsx'
import { Buttons, Form, PostButton } from '../../../web/form.tsx'
import { Page } from '../../../web/layout.tsx'
import { inDistrict, withQuery } from '../../../web/paths.ts'
import type { Problem } from '../../../web/problem.ts'
import type { Asked } from '../../../web/request.ts'
import { foraPaths } from '../../paths.ts'
import { readingTexts } from '../reading/texts.ts'
import type { RegisterEntry } from '../register-store.ts'
import type { ComparedEntry } from './comparison.ts'
import type { ReviewField, SourceLine } from './review-fields.ts'
import { formNames } from './review-fields.ts'
import { reviewTexts } from './review-texts.ts'
import { type Decision, isOpen, namePattern, type ProposedSeat } from './rules.ts'
import type { ImportSummary } from './store.ts'
import { importTexts } from './texts.ts'

export interface ReviewPageProps {
  asked: Asked
  annex: ImportSummary
  entries: readonly ComparedEntry[]
  entry: ComparedEntry
  /** The entry of the register it would be merged with. */
  target: RegisterEntry | null
  fields: readonly ReviewField[]
  lines: readonly string[]
  seats: readonly ProposedSeat[]
  municipalities: readonly Municipality[]
  register: readonly RegisterEntry[]
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
  conflict?: boolean
}

export const markOf = (decision: Decision): StateKind =>
  decision === 'accepted' || decision === 'merged'
    ? 'ok'
    : decision === 'setAside'
      ? 'warn'
      : decision === 'skipped'
        ? 'none'
        : 'todo'

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A source line with the words in question marked. */
const Marked = ({ line, words }: { line: SourceLine; words: readonly string[] }) => {
  if (words.length === 0) return <li>{line.text}</li>
  const parts = line.text.split(new RegExp(`(${words.map(escaped).join('|')})`, 'u'))
  return <li>{parts.map((part, index) => (index % 2 === 1 ? <mark>{part}</mark> : part))}</li>
}

const Source = ({ field, lang }: { field: ReviewField; lang: Language }) => {
  const t = reviewTexts[lang]
  const [first] = field.source
  if (first === undefined)
    return <p class="sv-src sv-2">{field.key === 'category' ? field.value : t.nothingInSource}</p>
  return (
    <ol class="sv-src sv-lines no-max-width" start={first.number} aria-label={t.sourceOf(t.fields[field.key])}>
      {field.source.map((line) => (
        <Marked line={line} words={field.marked} />
      ))}
    </ol>
  )
}

const oneLine = new Set(['name', 'category', 'cadence'])

/** The source of a field, the proposal and how sure it is. */
const FieldPair = ({ field, lang }: { field: ReviewField; lang: Language }) => {
  const t = reviewTexts[lang]
  const name = formNames[field.key]
  const label = t.fields[field.key]
  const word = readingTexts[lang].confidence[field.confidence]
  const hint = field.confidence === 'sure' ? {} : { hint: <span class="sr-only">{`${word}: ${field.reason}`}</span> }
  return (
    <div class="sv-pair">
      <Source field={field} lang={lang} />
      <div>
        {oneLine.has(field.key) ? (
          <Field name={name} label={label} value={field.value} autocomplete="off" width="full" {...hint} />
        ) : (
          <TextArea name={name} label={label} value={field.value} rows={field.value.length > 90 ? 3 : 2} {...hint} />
        )}
        {field.registered !== null && (
          <Radios
            name={`valg-${name}`}
            label={t.whichWords(label)}
            value="bilag"
            choices={[
              {
                value: 'bilag',
                label: (
                  <>
                    {t.ofAnnex} <Changes before={field.registered} after={field.value} />
                  </>
                ),
              },
              { value: 'register', label: `${t.ofRegister} ${field.registered}` },
            ]}
          />
        )}
      </div>
      <div>
        <Sureness level={field.confidence} label={word} />
        <div class="sv-sm sv-2">{field.reason}</div>
      </div>
    </div>
  )
}

/** What the register already knows of the forum. */
const Against = ({ entry, target, fields, asked }: ReviewPageProps) => {
  const t = reviewTexts[asked.lang]
  if (target === null) return null
  const different = fields.filter(({ registered }) => registered !== null).map(({ key }) => t.fields[key].toLowerCase())
  return (
    <Note kind={entry.doubtfulPair ? 'warn' : 'plain'} title={t.against(target.name)}>
      <p>
        {different.length === 0 ? t.isSame : t.isChanged(target.name, listed(different, asked.lang))}
        {entry.doubtfulPair && !target.closed && ` ${t.isDoubtful(target.name)}`}
        {target.closed && ` ${t.isClosed}`}
      </p>
    </Note>
  )
}

/** The name without a word that hardly belongs to it. */
const plainName = ({ forum: { name } }: ComparedEntry): string =>
  name.note?.code === 'strayWord' ? name.value.replace(name.note.word, '').trim() : name.value

/** One forum, or one for each municipality. */
const NumberChoice = ({ asked, entry, municipalities }: ReviewPageProps) => {
  const t = reviewTexts[asked.lang]
  return (
    <div class="sv-gap">
      <input type="hidden" name="sporg" value="antal" />
      <Radios
        name="antal"
        label={t.number}
        choices={[
          { value: 'hver', label: t.each(municipalities.length), hint: t.eachHint },
          { value: 'et', label: t.one, hint: t.oneHint },
        ]}
      />
      <Field
        name="moenster"
        label={t.pattern}
        hint={t.patternHint}
        value={namePattern(plainName(entry))}
        autocomplete="off"
        width="full"
      />
      <Checkboxes
        name="kommune"
        label={t.municipalities}
        choices={municipalities.map(({ code, name }) => ({ value: code, label: name }))}
        value={municipalities.map(({ code }) => code)}
      />
    </div>
  )
}

const ReviewForm = (props: ReviewPageProps) => {
  const { asked, annex, entry, target, fields, seats, values = {}, problems = [] } = props
  const t = reviewTexts[asked.lang]
  const count = (level: ReviewField['confidence']) => fields.filter(({ confidence }) => confidence === level).length
  const [first, last] = entry.forum.sourceLines
  return (
    <Form
      action={inDistrict(asked.district, foraPaths.import(annex.id))}
      version={entry.version}
      values={values}
      problems={problems}
      label={entry.forum.name.value}
    >
      <input type="hidden" name="forum" value={String(entry.position)} />
      <input type="hidden" name="fundet" value={entry.entry?.id ?? ''} />
      <input type="hidden" name="maal" value={target?.id ?? ''} />
      <input type="hidden" name="maalversion" value={String(target?.version ?? 0)} />
      <div class="sv-h">
        <h2>{entry.forum.name.value || importTexts[asked.lang].noName}</h2>
        <small class="sv-2">
          {t.fieldCount({ sure: count('sure'), check: count('check'), unsure: count('unsure') })}
        </small>
      </div>
      <Against {...props} />
      <div class="sv-pair sv-pairhead sv-sm" aria-hidden="true">
        <b>{t.sourceHead(first, last)}</b>
        <b>{t.proposalHead}</b>
        <b>{t.surenessHead}</b>
      </div>
      {fields.map((field) => (
        <FieldPair field={field} lang={asked.lang} />
      ))}
      {entry.forum.perMunicipality && target === null && <NumberChoice {...props} />}
      {seats.length > 0 && target?.isGroup !== true && (
        <div class="sv-gap">
          <Checkboxes
            name="plads"
            label={t.seats}
            hint={t.seatsHint}
            choices={seats.map(({ index, kind, name }) => ({
              value: String(index),
              label: `${name} (${kind === 'office' ? t.seatOffice : t.seatOrganisation})`,
            }))}
          />
        </div>
      )}
      <Buttons submit={t.accept} name="handling" value="godkend">
        <button class="button button-secondary" type="submit" name="handling" value="saetaside">
          {t.setAside}
        </button>
        <button class="button button-secondary" type="submit" name="handling" value="spring">
          {t.skip}
        </button>
      </Buttons>
    </Form>
  )
}

const MergeForm = ({ asked, annex, entry, target, register }: ReviewPageProps) => {
  const t = reviewTexts[asked.lang]
  if (register.length === 0) return null
  return (
    <Section id="flet" title={t.merge}>
      <p class="sv-2">{t.mergeText}</p>
      <form class="sv-form" method="get" action={inDistrict(asked.district, foraPaths.import(annex.id))}>
        <input type="hidden" name="forum" value={String(entry.position)} />
        <Select
          name="flet"
          label={t.mergeWith}
          value={target?.id ?? 'ny'}
          choices={[
            { value: 'ny', label: t.mergeNew },
            ...register.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
        <p class="sv-acts sv-mt">
          <button class="button button-secondary" type="submit">
            {t.mergeShow}
          </button>
        </p>
      </form>
    </Section>
  )
}

/** An entry that is decided: what was decided, the source, and the way back. */
const DecidedEntry = ({ asked, annex, entry, lines, register }: ReviewPageProps) => {
  const t = reviewTexts[asked.lang]
  const own = importTexts[asked.lang]
  const { decision } = entry
  if (isOpen(decision) || decision === 'pending' || decision === 'setAside') return null
  const slug = register.find(({ id }) => id === entry.forumId)?.slug ?? null
  const back = { forum: entry.position, version: entry.version }
  const action = inDistrict(asked.district, foraPaths.import(annex.id))
  return (
    <>
      <Section id="afgoerelse" title={entry.forum.name.value || own.noName}>
        <p>{t.decided[decision]}</p>
        <div class="sv-acts">
          {slug !== null && <a href={inDistrict(asked.district, foraPaths.forum(slug))}>{t.toForum}</a>}
          {decision === 'skipped' && (
            <PostButton action={action} label={own.takeUp} fields={{ ...back, handling: 'tagfrem' }} />
          )}
          {entry.undoable && <PostButton action={action} label={own.undo} fields={{ ...back, handling: 'fortryd' }} />}
        </div>
      </Section>
      <Section id="kilde" title={t.source}>
        <ol class="sv-src sv-lines no-max-width" start={entry.forum.sourceLines[0]}>
          {lines.map((line) => (
            <li>{line.replaceAll('\t', ' ').trim()}</li>
          ))}
        </ol>
      </Section>
    </>
  )
}

/** One forum of an annex beside the lines it was read from. */
export const ReviewPage = (props: ReviewPageProps) => {
  const { asked, annex, entries, entry, problems = [] } = props
  const t = reviewTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.import(annex.id))
  const count = (...kinds: Decision[]) => entries.filter(({ decision }) => kinds.includes(decision)).length
  const to = (position: number) => withQuery(here, { forum: position })
  return (
    <Page
      frame={asked.frame}
      title={`${t.title}: ${entry.forum.name.value}`}
      current="fora"
      problems={problems}
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: 'Fora' },
        { href: inDistrict(asked.district, foraPaths.imports), label: importTexts[asked.lang].title },
        { href: here, label: annex.title },
      ]}
    >
      {props.conflict === true && (
        <Message kind="warning" title={isOpen(entry.decision) ? t.conflictRegister : t.conflict} />
      )}
      <PageHead
        title={t.title}
        lead={t.lead(entry.position, entries.length, annex.title)}
        actions={
          <>
            {entry.position > 1 && <a href={to(entry.position - 1)}>{t.previous}</a>}
            {entry.position < entries.length && <a href={to(entry.position + 1)}>{t.next}</a>}
            <a href={here}>{t.overview}</a>
          </>
        }
      />
      <Progress marks={entries.map(({ decision }) => markOf(decision))} current={entry.position - 1} />
      <p class="sv-sm sv-2">
        {t.progress({
          accepted: count('accepted', 'merged'),
          aside: count('setAside'),
          skipped: count('skipped'),
          left: count('pending') - (entry.decision === 'pending' ? 1 : 0),
        })}
      </p>
      {isOpen(entry.decision) ? (
        <>
          <ReviewForm {...props} />
          <MergeForm {...props} />
        </>
      ) : (
        <DecidedEntry {...props} />
      )}
    </Page>
  )
}
