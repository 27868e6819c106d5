import type { LoggedChange } from '../../audit/store.ts'
import { Section } from '../../web/blocks.tsx'
import { Checkbox, Field, Radios, Select } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import type { Crumb } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { itemKinds } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import { carrying, minutesStyles, numberings } from './forms.ts'
import { type Base, type OrdersField, valueInWords } from './origins.ts'
import type { Orders } from './orders.ts'
import { ordersTexts } from './texts.ts'

/** What the page of standing orders is made from, to read or to edit. */
export interface OrdersPageProps {
  asked: Asked
  title: string
  crumbs: readonly Crumb[]
  orders: Orders
  /** Version of the owner's own orders; 0 when more general ones count. */
  version: number
  base: Base
  /** True for the district's default for a kind. */
  isDefault: boolean
  mayEdit: boolean
  action: string
  restore: string
  cancel: string
  values: Readonly<Record<string, unknown>>
  /** How many fixed items the form shows. */
  rows: number
  problems?: readonly Problem[]
  /** The row that a button has just changed, while nothing is saved. */
  unsaved?: boolean
  saved?: boolean
  /** What others changed while the reader had the page open; null when it is not outdated. */
  changes?: readonly LoggedChange[] | null
}

/** What the more general standing orders say of a field. */
const baseHint = ({ asked, base }: OrdersPageProps, field: OrdersField): string => {
  const t = ordersTexts[asked.lang]
  const words = valueInWords(field, base.orders, asked.lang)
  return (base.whose === 'district' ? t.base : t.baseProgram)(words === '' ? t.empty : words)
}

const Times = (props: OrdersPageProps) => {
  const t = ordersTexts[props.asked.lang]
  return (
    <>
      <Radios
        name="nummerering"
        label={t.numbering}
        hint={baseHint(props, 'numbering')}
        choices={numberings.map((value) => ({ value, label: t.numberings[value] }))}
      />
      <Field
        name="indkaldelse"
        label={t.noticeDays}
        hint={baseHint(props, 'noticeDays')}
        width="short"
        inputmode="numeric"
      />
      <Field
        name="forslag"
        label={t.proposalDays}
        hint={baseHint(props, 'proposalDays')}
        width="short"
        inputmode="numeric"
      />
      <Field
        name="godkendelse"
        label={t.approvalDays}
        hint={baseHint(props, 'approvalDays')}
        width="short"
        inputmode="numeric"
      />
      <Checkbox name="stiltiende" label={t.silentApproval} hint={baseHint(props, 'silentApproval')} />
      <Radios
        name="referat"
        label={t.minutesStyle}
        hint={baseHint(props, 'minutesStyle')}
        choices={minutesStyles.map((value) => ({ value, label: t.minutesStyles[value] }))}
      />
      <Field name="sted" label={t.usualPlace} hint={baseHint(props, 'usualPlace')} />
      <Field name="start" label={t.usualStart} hint={baseHint(props, 'usualStart')} width="short" />
      <Field
        name="varighed"
        label={t.usualMinutes}
        hint={baseHint(props, 'usualMinutes')}
        width="short"
        inputmode="numeric"
      />
    </>
  )
}

const Opening = (props: OrdersPageProps) => {
  const t = ordersTexts[props.asked.lang]
  return (
    <>
      <Checkbox name="flertal" label={t.openingMajority} hint={baseHint(props, 'openingMajority')} />
      <Checkbox name="formand" label={t.openingChair} hint={baseHint(props, 'openingChair')} />
      <Field
        name="kilde"
        label={t.openingSource}
        hint={`${t.openingSourceHint}. ${baseHint(props, 'openingSource')}`}
      />
    </>
  )
}

interface ItemProps extends OrdersPageProps {
  number: number
}

const textOf = (values: Readonly<Record<string, unknown>>, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value : ''
}

const ItemButton = ({ value, label, about }: { value: string; label: string; about: string }) => (
  <button class="sv-link" type="submit" name="handling" value={value}>
    {label}
    <span class="sr-only">{`: ${about}`}</span>
  </button>
)

const FixedItem = ({ asked, number, rows, values, problems = [] }: ItemProps) => {
  const t = ordersTexts[asked.lang]
  const row = String(number)
  const title = textOf(values, `titel-${row}`)
  const about = title === '' ? t.item(number) : title
  const wrong = problems.some(({ field }) => field.endsWith(`-${row}`))
  return (
    <li>
      <div class="sv-fixed">
        <details class="sv-more" open={wrong || title === ''}>
          <summary>{`${row}. ${about}`}</summary>
          <Field name={`titel-${row}`} label={t.itemTitle} />
          <Field name={`afsnit-${row}`} label={t.section} />
          <Select
            name={`art-${row}`}
            label={t.itemKind}
            choices={itemKinds.map((kind) => ({ value: kind, label: meetingWords[asked.lang].itemKinds[kind] }))}
          />
          <Field name={`oplaeg-${row}`} label={t.presenter} />
          <Field name={`minutter-${row}`} label={t.minutes} width="short" inputmode="numeric" />
          <Select
            name={`baerer-${row}`}
            label={t.carries}
            choices={carrying.map((value) => ({ value, label: t.carrying[value] }))}
          />
          <Field name={`plads-${row}`} label={t.place} width="short" inputmode="numeric" />
        </details>
        <div class="sv-acts">
          {number > 1 && <ItemButton value={`op-${row}`} label={t.up} about={about} />}
          {number < rows && <ItemButton value={`ned-${row}`} label={t.down} about={about} />}
          <ItemButton value={`fjern-${row}`} label={t.remove} about={about} />
        </div>
      </div>
    </li>
  )
}

/** The form of standing orders. The buttons beside a fixed item change the form; only the last one saves. */
export const OrdersForm = (props: OrdersPageProps) => {
  const { asked, action, cancel, version, values, problems = [], rows } = props
  const t = ordersTexts[asked.lang]
  return (
    <Form action={inDistrict(asked.district, action)} version={version} values={values} problems={problems}>
      {/* The key Enter presses the first button of a form, so saving comes first too. */}
      <input class="sr-only" type="submit" name="handling" value="gem" tabindex={-1} aria-hidden="true" />
      <Section id="tider" title={t.times}>
        <Times {...props} />
      </Section>
      <Section id="aabning" title={t.opening}>
        <Opening {...props} />
      </Section>
      <Section id="faste-punkter" title={t.fixed}>
        <p class="sv-2">{rows === 0 ? t.noFixed : t.fixedLead}</p>
        <ol class="sv-rows nobullet-list no-max-width">
          {Array.from({ length: rows }, (_, index) => (
            <FixedItem {...props} number={index + 1} />
          ))}
        </ol>
        <button class="button button-secondary sv-gap" type="submit" name="handling" value="tilfoej">
          {t.add}
        </button>
      </Section>
      <Buttons submit={t.save} name="handling" value="gem" cancel={{ href: inDistrict(asked.district, cancel) }} />
    </Form>
  )
}
