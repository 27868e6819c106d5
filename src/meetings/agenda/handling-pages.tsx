import { longDay } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { DateField } from '../../web/date-input.tsx'
import { Fact, Facts, Message, Note, PageHead, Rows, Section } from '../../web/blocks.tsx'
import { Checkboxes, Field, Radios, Select, TextArea } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import type { Ground, ItemForum } from './backlog-store.ts'
import type { Exclusion } from './exclusion-store.ts'
import { handlingTexts } from './handling-texts.ts'
import { nameOfItem, type PlacedItem } from './placed.ts'

interface HandlingProps {
  asked: Asked
  placed: PlacedItem
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

const frameOf = (asked: Asked, placed: PlacedItem, title: string, problems: readonly Problem[] = []) => ({
  frame: asked.frame,
  title,
  current: 'meetings',
  problems,
  crumbs: [
    { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
    { href: inDistrict(asked.district, meetingPaths.item(placed.item.id)), label: nameOfItem(placed) },
  ],
})

/** Takes an item off its agenda, or puts it away from the backlog: both want a reason. */
export const ReasonPage = (props: HandlingProps & { way: 'remove' | 'drop' }) => {
  const { asked, placed, way, values = {}, problems = [] } = props
  const t = handlingTexts[asked.lang]
  const name = nameOfItem(placed)
  const title = way === 'remove' ? t.removeTitle(name) : t.dropTitle(name)
  const action = way === 'remove' ? meetingPaths.removeItem(placed.item.id) : meetingPaths.dropItem(placed.item.id)
  return (
    <Page {...frameOf(asked, placed, title, problems)}>
      <PageHead title={title} lead={way === 'remove' ? t.removeLead : t.dropLead} />
      <Form action={inDistrict(asked.district, action)} values={values} problems={problems}>
        <Field name="grund" label={way === 'remove' ? t.removeReason : t.dropReason} width="full" />
        <Buttons
          submit={way === 'remove' ? t.removeSubmit : t.dropSubmit}
          cancel={{ href: inDistrict(asked.district, meetingPaths.item(placed.item.id)) }}
        />
      </Form>
    </Page>
  )
}

/** Says why an item cannot be taken off. */
export const NotRemovablePage = ({ asked, placed }: HandlingProps) => {
  const t = handlingTexts[asked.lang]
  return (
    <Page {...frameOf(asked, placed, t.notRemovable)}>
      <PageHead title={t.notRemovable} lead={t.notRemovableText} />
    </Page>
  )
}

interface ClosingProps extends HandlingProps {
  grounds: readonly Ground[]
  /** True when somebody else changed the item while the form was open. */
  clash?: boolean
}

/** Opens or closes an item; closing takes a ground and a day to look at it again. */
export const ClosingPage = ({ asked, placed, grounds, clash = false, values = {}, problems = [] }: ClosingProps) => {
  const t = handlingTexts[asked.lang]
  const { item } = placed
  const title = t.closingTitle(nameOfItem(placed))
  return (
    <Page {...frameOf(asked, placed, title, problems)}>
      <PageHead title={title} lead={t.closingLead} />
      {clash && (
        <Message kind="warning" title={t.clash}>
          {t.clashText}
        </Message>
      )}
      {clash && (
        <Section id="nu" title={t.now}>
          <Facts>
            <Fact term={t.closingHow}>{meetingWords[asked.lang].itemOpenness[item.openness]}</Fact>
            {item.ground !== null && <Fact term={t.ground}>{item.ground}</Fact>}
            {item.reviewOn !== null && <Fact term={t.review}>{longDay(item.reviewOn, asked.lang)}</Fact>}
          </Facts>
        </Section>
      )}
      <Form
        action={inDistrict(asked.district, meetingPaths.closeItem(item.id))}
        version={item.version}
        values={values}
        problems={problems}
      >
        <Radios
          name="aabenhed"
          label={t.closingHow}
          choices={[
            { value: 'open', label: t.closingOpen, hint: t.closingOpenHint },
            { value: 'closed', label: t.closingClosed, hint: t.closingClosedHint },
          ]}
        />
        <Select
          name="grund"
          label={t.ground}
          hint={t.groundHint}
          choices={grounds.map(({ id, name }) => ({ value: id, label: name }))}
          empty={t.choose}
        />
        <DateField name="vurderes" label={t.review} hint={t.reviewHint} />
        <Buttons submit={t.closingSave} cancel={{ href: inDistrict(asked.district, meetingPaths.item(item.id)) }} />
      </Form>
    </Page>
  )
}

/** A person who sits in the forum, with the seat. */
export interface Seated {
  personId: string
  name: string
  label: string
}

interface ExclusionProps extends HandlingProps {
  excluded: readonly Exclusion[]
  /** Those of the forum who still have access. */
  seated: readonly Seated[]
}

/** Who is kept out of an item, and who is to be. */
export const ExclusionPage = ({ asked, placed, excluded, seated, values = {}, problems = [] }: ExclusionProps) => {
  const t = handlingTexts[asked.lang]
  const title = t.exclusionTitle(nameOfItem(placed))
  const action = inDistrict(asked.district, meetingPaths.excludeFrom(placed.item.id))
  return (
    <Page {...frameOf(asked, placed, title, problems)}>
      <PageHead title={title} lead={t.exclusionLead} />
      <Section id="uden-adgang" title={t.excluded} {...(excluded.length > 0 && { count: excluded.length })}>
        {excluded.length === 0 ? (
          <p class="sv-2">{t.nobodyExcluded}</p>
        ) : (
          <Rows columns="pair">
            {excluded.map((one) => (
              <li>
                <span>
                  <b>{one.name}</b> {one.reason}{' '}
                  <span class="sv-sm sv-2">{t.noted(one.notedBy, longDay(dayOf(one.notedAt), asked.lang))}</span>
                </span>
                <PostButton
                  action={action}
                  label={t.lift}
                  about={one.name}
                  fields={{ ophaev: one.personId }}
                  look="link"
                />
              </li>
            ))}
          </Rows>
        )}
      </Section>
      <Section id="ny" title={t.exclude}>
        {seated.length === 0 ? (
          <p class="sv-2">{t.noPersons}</p>
        ) : (
          <Form action={action} values={values} problems={problems}>
            <Checkboxes
              name="person"
              label={t.persons}
              choices={seated.map(({ personId, name, label }) => ({
                value: personId,
                label: name,
                ...(label !== name && { hint: label }),
              }))}
            />
            <Field name="grund" label={t.exclusionReason} hint={t.exclusionReasonHint} width="full" />
            <Buttons
              submit={t.exclusionSubmit}
              cancel={{ href: inDistrict(asked.district, meetingPaths.item(placed.item.id)) }}
            />
          </Form>
        )}
      </Section>
    </Page>
  )
}

/** Sends an item on to the backlog of another forum, or of its own. */
export const SendOnPage = ({
  asked,
  placed,
  fora,
  values = {},
  problems = [],
}: HandlingProps & { fora: readonly ItemForum[] }) => {
  const t = handlingTexts[asked.lang]
  const title = t.sendTitle(nameOfItem(placed))
  return (
    <Page {...frameOf(asked, placed, title, problems)}>
      <PageHead title={title} />
      <Note>
        <p>{t.sendLead}</p>
      </Note>
      <Form
        action={inDistrict(asked.district, meetingPaths.sendItemOn(placed.item.id))}
        values={values}
        problems={problems}
      >
        <Select
          name="forum"
          label={t.sendForum}
          choices={fora.map(({ id, name }) => ({ value: id, label: id === placed.forum.id ? t.again(name) : name }))}
          empty={t.choose}
        />
        <TextArea name="grund" label={t.sendReason} hint={t.sendReasonHint} rows={3} />
        <Buttons
          submit={t.sendSubmit}
          cancel={{ href: inDistrict(asked.district, meetingPaths.item(placed.item.id)) }}
        />
      </Form>
    </Page>
  )
}
