import { Fact, Facts, Message, PageHead, Section } from '../../web/blocks.tsx'
import { PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { ChangedMeanwhile } from '../changed-meanwhile.tsx'
import { meetingWords } from '../texts.ts'
import { originOf, shownOrders } from './origins.ts'
import type { TemplateItem } from './orders.ts'
import { OrdersForm, type OrdersPageProps } from './orders-form.tsx'
import { ordersTexts } from './texts.ts'

const FixedItems = ({ asked, template }: { asked: Asked; template: readonly TemplateItem[] }) => {
  const t = ordersTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const columns: Column<TemplateItem>[] = [
    {
      key: 'title',
      label: t.itemTitle,
      cell: (item) => (
        <>
          {item.title}
          {item.section !== '' && <small>{item.section}</small>}
        </>
      ),
    },
    { key: 'kind', label: t.itemKind, cell: (item) => words.itemKinds[item.kind] },
    { key: 'presenter', label: t.presenter, cell: (item) => item.presenter },
    { key: 'minutes', label: t.minutes, numeric: true, cell: (item) => String(item.minutes) },
    {
      key: 'carries',
      label: t.carries,
      cell: (item) => (item.carries === 'nothing' ? null : t.carrying[item.carries]),
    },
  ]
  return template.length === 0 ? (
    <p class="sv-2">{t.noFixed}</p>
  ) : (
    <Table caption={t.fixed} captionHidden columns={columns} rows={template} />
  )
}

/** Standing orders for one who reads them: every value, and whose it is. */
const OrdersFacts = ({ asked, orders, base, version }: OrdersPageProps) => {
  const t = ordersTexts[asked.lang]
  return (
    <Facts>
      {shownOrders(orders, asked.lang).map(({ field, label, value }) => (
        <Fact term={label}>
          {value === '' ? t.empty : value}{' '}
          <span class="sv-2">({t[originOf(field, { orders, base, own: version > 0 })]})</span>
        </Fact>
      ))}
    </Facts>
  )
}

const whoseOf = ({ version, base, isDefault }: OrdersPageProps) =>
  version > 0 ? (isDefault ? 'byDistrict' : 'own') : base.whose === 'district' ? 'districts' : 'programs'

/** Standing orders as they count, to read or to edit. */
export const OrdersPage = (props: OrdersPageProps) => {
  const { asked, title, crumbs, orders, version, base, isDefault, mayEdit, problems = [] } = props
  const t = ordersTexts[asked.lang]
  const lead = [
    `${t[whoseOf(props)]}.`,
    ...(mayEdit ? (isDefault ? [t.defaultText] : version === 0 ? [t.notOwnText] : []) : []),
  ].join(' ')
  return (
    <Page frame={asked.frame} title={title} current="meetings" crumbs={crumbs}>
      <PageHead
        title={title}
        lead={lead}
        {...(mayEdit &&
          version > 0 && {
            actions: (
              <PostButton
                action={inDistrict(asked.district, props.restore)}
                label={base.whose === 'district' ? t.restore : t.restoreProgram}
                fields={{ version }}
              />
            ),
          })}
      />
      {props.changes && <ChangedMeanwhile asked={asked} changes={props.changes} over={version === 0} />}
      {props.saved === true && <Message kind="success" title={t.saved} />}
      {props.unsaved === true && problems.length === 0 && (
        <Message kind="info" title={t.notSaved}>
          <p>{t.notSavedText}</p>
        </Message>
      )}
      {mayEdit ? (
        <OrdersForm {...props} />
      ) : (
        <>
          <OrdersFacts {...props} />
          <Section id="faste-punkter" title={t.fixed}>
            <FixedItems asked={asked} template={orders.template} />
          </Section>
        </>
      )}
    </Page>
  )
}
