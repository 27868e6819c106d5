import type { Municipality } from '../../people/store.ts'
import { Section } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber } from '../rules.ts'
import type { Task } from '../tasks/task-store.ts'
import { meetingWords } from '../texts.ts'
import type { Voter } from './forms.ts'
import type { OwnerChoice } from './hold-store.ts'
import { OutcomeForm, StatementsForm, TaskForm, VotesForm } from './item-forms.tsx'
import type { Statement, StoredOutcome, Vote } from './outcome-store.ts'
import { isRunning } from './rules.ts'
import type { Refused } from './saving-form.tsx'
import { holdTexts } from './texts.ts'

/** What is noted of one item, with what the forms offer to choose from. */
export interface ItemView {
  item: Item
  outcome: StoredOutcome
  statements: readonly Statement[]
  votes: readonly Vote[]
  voters: readonly Voter[]
  tasks: readonly Task[]
  municipalities: readonly Municipality[]
  owners: readonly OwnerChoice[]
  /** True when the forum's minutes tell the discussion, too. */
  full: boolean
}

interface ItemPanelProps {
  asked: Asked
  meeting: Meeting
  view: ItemView
  refused: Refused | undefined
}

/** One item as it is being dealt with. */
export const ItemPanel = ({ asked, meeting, view, refused }: ItemPanelProps) => {
  const t = holdTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const { item } = view
  const about = [words.itemKinds[item.kind], item.minutes > 0 ? words.minutes(item.minutes) : '', item.presenter]
  const given = { asked, item, refused }
  return (
    <Section
      id="punkt"
      title={`${String(itemNumber(meeting.firstItemNumber, item.position))}. ${item.title}`}
      count={about.filter((part) => part !== '').join(', ')}
    >
      {item.openness === 'closed' && <p class="sv-sm sv-2">{words.itemOpenness.closed}</p>}
      {item.recommendation !== '' && <p class="sv-src">{item.recommendation}</p>}
      {isRunning(meeting) && item.id !== meeting.currentItemId && (
        <PostButton
          action={inDistrict(asked.district, meetingPaths.moveToItem(meeting.id))}
          label={t.makeCurrent}
          fields={{ punkt: item.id, sted: meeting.liveVersion }}
        />
      )}
      <OutcomeForm {...given} outcome={view.outcome} full={view.full} />
      <StatementsForm {...given} statements={view.statements} municipalities={view.municipalities} />
      <VotesForm {...given} voters={view.voters} votes={view.votes} />
      <TaskForm {...given} tasks={view.tasks} owners={view.owners} />
      {item.outcome !== 'postponed' && (
        <div class="sv-gap">
          <PostButton
            action={inDistrict(asked.district, meetingPaths.postponeItem(item.id))}
            label={t.postpone.button}
            about={item.title}
          />
          <p class="sv-sm sv-2">{t.postpone.hint}</p>
        </div>
      )}
    </Section>
  )
}
