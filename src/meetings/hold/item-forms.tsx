import { shortDay } from '../../base/language.ts'
import type { Municipality } from '../../people/store.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import type { Item } from '../agenda/item-store.ts'
import { meetingPaths } from '../paths.ts'
import { outcomeKinds } from '../rules.ts'
import type { Task } from '../tasks/task-store.ts'
import { meetingWords } from '../texts.ts'
import { CellSelect, CellText } from './cell-fields.tsx'
import { valuesOfOutcome, valuesOfStatements, valuesOfVotes, type Voter } from './forms.ts'
import type { OwnerChoice } from './hold-store.ts'
import type { Statement, StoredOutcome, Vote } from './outcome-store.ts'
import { phrases } from './phrase-texts.ts'
import { stands, voteKinds } from './rules.ts'
import { Fold, type Refused, SavingForm } from './saving-form.tsx'
import { holdTexts } from './texts.ts'

interface ItemFormProps {
  asked: Asked
  item: Item
  refused: Refused | undefined
}

interface OutcomeFormProps extends ItemFormProps {
  outcome: StoredOutcome
  /** True when the minutes are to tell the discussion, too. */
  full: boolean
}

/** What became of the item, with the words of the minutes. */
export const OutcomeForm = ({ asked, item, outcome, full, refused }: OutcomeFormProps) => {
  const t = holdTexts[asked.lang].outcome
  const words = meetingWords[asked.lang].outcomes
  const discussion = <TextArea name="droeftelse" label={t.discussion} rows={6} />
  return (
    <SavingForm
      asked={asked}
      id="udfald"
      about={item.id}
      action={meetingPaths.outcome(item.id)}
      words={t}
      base={valuesOfOutcome(outcome)}
      refused={refused}
    >
      <Radios
        name="udfald"
        label={t.kind}
        choices={[...outcomeKinds.map((kind) => ({ value: kind, label: words[kind] })), { value: '', label: t.unset }]}
      />
      <phrase-buttons
        data-label={t.insert}
        data-phrases={JSON.stringify(phrases[asked.lang].all.map(({ kind, words: said }) => ({ kind, words: said })))}
      >
        <Select
          name="standard"
          label={t.phrase}
          hint={t.phraseHint}
          empty=""
          choices={phrases[asked.lang].all.map(({ key, kind, words: said }) => ({
            value: key,
            label: `${words[kind]}: ${said}`,
          }))}
        />
      </phrase-buttons>
      <TextArea name="beslutning" label={t.decision} hint={t.decisionHint} rows={4} />
      {full || outcome.discussion !== '' ? (
        discussion
      ) : (
        <details class="sv-more sv-gap">
          <summary>{t.writeDiscussion}</summary>
          {discussion}
        </details>
      )}
    </SavingForm>
  )
}

interface StatementsFormProps extends ItemFormProps {
  statements: readonly Statement[]
  municipalities: readonly Municipality[]
}

/** What each municipality says to the item. */
export const StatementsForm = ({ asked, item, statements, municipalities, refused }: StatementsFormProps) => {
  const t = holdTexts[asked.lang].statements
  return (
    <Fold
      title={t.heading}
      holds={t.given(statements.length)}
      open={statements.length > 0 || refused?.form === 'svar'}
      gap
    >
      <SavingForm
        asked={asked}
        id="svar"
        about={item.id}
        action={meetingPaths.statements(item.id)}
        words={t}
        base={valuesOfStatements(municipalities, statements)}
        refused={refused}
      >
        <p>
          <button class="button button-secondary" type="submit" name="alle" value="agrees" data-answers="agrees">
            {t.allAgree}
          </button>
        </p>
        <Table
          caption={t.heading}
          captionHidden
          rows={municipalities}
          columns={[
            { key: 'kommune', label: t.municipality, cell: ({ name }) => name },
            {
              key: 'svar',
              label: t.stand,
              cell: ({ code, name }) => (
                <CellSelect
                  name={`svar-${code}`}
                  label={t.of(t.stand, name)}
                  choices={stands.toReversed().map((stand) => ({ value: stand, label: t.stands[stand] }))}
                />
              ),
            },
            {
              key: 'bem',
              label: t.remark,
              cell: ({ code, name }) => <CellText name={`bem-${code}`} label={t.of(t.remark, name)} />,
            },
          ]}
        />
      </SavingForm>
    </Fold>
  )
}

interface VotesFormProps extends ItemFormProps {
  voters: readonly Voter[]
  votes: readonly Vote[]
}

/** Who voted what, where a vote is wanted. */
export const VotesForm = ({ asked, item, voters, votes, refused }: VotesFormProps) => {
  const t = holdTexts[asked.lang].votes
  const count = (kind: Vote['vote']) => votes.filter(({ vote }) => vote === kind).length
  const sum = votes.length === 0 ? '' : t.sum(count('for'), count('against'), count('abstaining'))
  return (
    <Fold title={t.heading} holds={sum} open={votes.length > 0 || refused?.form === 'stemmer'} gap>
      {voters.length === 0 ? (
        <p class="sv-sm sv-2">{t.nobody}</p>
      ) : (
        <SavingForm
          asked={asked}
          id="stemmer"
          about={item.id}
          action={meetingPaths.votes(item.id)}
          words={t}
          base={valuesOfVotes(voters, votes)}
          refused={refused}
        >
          <Table
            caption={t.heading}
            captionHidden
            rows={voters}
            columns={[
              { key: 'navn', label: t.name, cell: ({ name }) => name },
              {
                key: 'stemme',
                label: t.vote,
                cell: ({ field, name }) => (
                  <CellSelect
                    name={field}
                    label={`${t.vote}, ${name}`}
                    choices={[
                      { value: '', label: t.none },
                      ...voteKinds.map((kind) => ({ value: kind, label: t.kinds[kind] })),
                    ]}
                  />
                ),
              },
            ]}
          />
        </SavingForm>
      )}
    </Fold>
  )
}

interface TaskFormProps extends ItemFormProps {
  tasks: readonly Task[]
  owners: readonly OwnerChoice[]
}

/** The action points of the item, and a new one with exactly one owner and a deadline. */
export const TaskForm = ({ asked, item, tasks, owners, refused }: TaskFormProps) => {
  const t = holdTexts[asked.lang].tasks
  return (
    <>
      <h3 class="sv-gap" id="opfoelgning-liste">
        {t.heading}
      </h3>
      {tasks.length === 0 ? (
        <p class="sv-sm sv-2">{t.none}</p>
      ) : (
        <Table
          caption={t.caption}
          captionHidden
          rows={tasks}
          columns={[
            {
              key: 'hvad',
              label: t.what,
              cell: ({ id, title }) => <a href={inDistrict(asked.district, meetingPaths.task(id))}>{title}</a>,
            },
            { key: 'hvem', label: t.who, cell: ({ ownerName }) => ownerName ?? '' },
            { key: 'frist', label: t.due, cell: ({ dueOn }) => shortDay(dueOn, asked.lang) },
          ]}
        />
      )}
      <SavingForm
        asked={asked}
        id="opfoelgning"
        about={item.id}
        action={meetingPaths.addTask(item.id)}
        words={{ heading: t.add, save: t.add }}
        base={null}
        refused={refused}
      >
        <Field name="opgave" label={t.what} width="full" autocomplete="off" />
        <Field
          name="ejer"
          label={t.owner}
          hint={t.ownerHint}
          width="full"
          autocomplete="off"
          suggestions={owners.map(({ label }) => label)}
        />
        <DateField name="frist" label={t.due} />
      </SavingForm>
    </>
  )
}
