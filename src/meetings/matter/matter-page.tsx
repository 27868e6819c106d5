import { shortDay } from '../../base/language.ts'
import { PageHead, Row, Rows, Section } from '../../web/blocks.tsx'
import { Icon } from '../../web/icon.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { StateLine } from '../../web/steps.tsx'
import { meetingPaths } from '../paths.ts'
import { isHeld } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { MatterStep } from './matter-store.ts'
import { matterTexts } from './texts.ts'

interface MatterProps {
  asked: Asked
  /** At least one. */
  steps: readonly MatterStep[]
}

/** What became of the matter at one step, in a few words. */
const standing = (asked: Asked, step: MatterStep): string => {
  const t = matterTexts[asked.lang]
  if (step.droppedAt !== null) return t.dropped
  if (step.onDay === null || step.meetingState === null) return t.waits
  if (step.meetingState === 'cancelled') return t.cancelled
  if (step.outcome !== null) return meetingWords[asked.lang].outcomes[step.outcome]
  return isHeld(step.meetingState) ? t.noOutcome : t.ahead
}

const isPast = ({ meetingState }: MatterStep): boolean => meetingState !== null && isHeld(meetingState)

/** A matter from where it was raised to where it was decided, as a line and as a list. */
export const MatterPage = ({ asked, steps }: MatterProps) => {
  const t = matterTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const title = t.title(steps.at(-1)?.title ?? '')
  const nameOfSender = (step: MatterStep) => steps.find(({ itemId }) => itemId === step.sentFromId)?.forumName
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      crumbs={[{ href: inDistrict(asked.district, meetingPaths.list), label: words.meetings }]}
    >
      <PageHead title={title} lead={t.lead} />
      <StateLine
        label={t.line}
        current={steps.findLastIndex(isPast)}
        steps={steps.map((step) => ({
          title: step.forumName,
          text: `${step.onDay === null ? '' : `${shortDay(step.onDay, asked.lang)}. `}${standing(asked, step)}`,
        }))}
      />
      <Section id="punkter" title={t.list} count={steps.length}>
        <Rows>
          {steps.map((step) => {
            const sender = nameOfSender(step)
            return (
              <Row
                lead={step.onDay === null ? t.waits : shortDay(step.onDay, asked.lang)}
                title={
                  <>
                    <a href={inDistrict(asked.district, meetingPaths.item(step.itemId))}>{step.title}</a>
                    {', '}
                    {step.meetingId === null ? (
                      step.forumName
                    ) : (
                      <a href={inDistrict(asked.district, meetingPaths.meeting(step.meetingId))}>{step.forumName}</a>
                    )}
                  </>
                }
              >
                {step.openness === 'closed' && (
                  <>
                    <Icon name="lock" /> {t.closed}.{' '}
                  </>
                )}
                {[words.itemKinds[step.kind], sender === undefined ? '' : t.sentOn(sender)]
                  .filter((part) => part !== '')
                  .join('. ')}
                {'. '}
                <b>{standing(asked, step)}.</b> {step.decision}
              </Row>
            )
          })}
        </Rows>
      </Section>
    </Page>
  )
}
