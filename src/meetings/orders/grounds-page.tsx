import { Empty, PageHead, Section, State } from '../../web/blocks.tsx'
import { Checkbox, Field } from '../../web/fields.tsx'
import { Buttons, Form } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import { type Column, Table } from '../../web/table.tsx'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import type { Ground } from './ground-store.ts'
import { ordersTexts } from './texts.ts'

const crumbsOf = (asked: Asked) => [
  { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
  { href: inDistrict(asked.district, meetingPaths.allOrders), label: ordersTexts[asked.lang].allOrders },
]

interface GroundFormProps {
  asked: Asked
  ground: Ground | null
  values?: Readonly<Record<string, unknown>>
  problems?: readonly Problem[]
}

const GroundForm = ({ asked, ground, values = {}, problems = [] }: GroundFormProps) => {
  const t = ordersTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Form
      action={href(ground === null ? meetingPaths.grounds : meetingPaths.ground(ground.id))}
      values={values}
      problems={problems}
      {...(ground !== null && { version: ground.version })}
    >
      <Field name="navn" label={t.groundName} />
      <Field name="kilde" label={t.groundSource} hint={t.groundSourceHint} />
      {ground !== null && <Checkbox name="brug" label={t.inUse} />}
      <Buttons
        submit={ground === null ? t.addGround : t.saveGround}
        {...(ground !== null && { cancel: { href: href(meetingPaths.grounds) } })}
      />
    </Form>
  )
}

/** The grounds for closing, and a form for one more. */
export const GroundsPage = ({
  asked,
  grounds,
  values,
  problems,
}: Omit<GroundFormProps, 'ground'> & { grounds: readonly Ground[] }) => {
  const t = ordersTexts[asked.lang]
  const columns: Column<Ground>[] = [
    {
      key: 'name',
      label: t.ground,
      cell: (row) => <a href={inDistrict(asked.district, meetingPaths.ground(row.id))}>{row.name}</a>,
    },
    {
      key: 'source',
      label: t.groundSource,
      cell: (row) => (row.source === '' ? <span class="sv-2">{t.noSource}</span> : row.source),
    },
    { key: 'used', label: t.used, cell: (row) => t.usedCount(row.used) },
    {
      key: 'active',
      label: t.whose,
      cell: (row) => <State kind={row.active ? 'ok' : 'none'}>{row.active ? t.inUse : t.retired}</State>,
    },
  ]
  return (
    <Page frame={asked.frame} title={t.grounds} current="meetings" crumbs={crumbsOf(asked)}>
      <PageHead title={t.grounds} lead={t.groundsLead} />
      {grounds.length === 0 ? (
        <Empty title={t.noGrounds}>
          <p>{t.noGroundsText}</p>
        </Empty>
      ) : (
        <Table caption={t.grounds} captionHidden columns={columns} rows={grounds} />
      )}
      <Section id="ny" title={t.addGround}>
        <GroundForm asked={asked} ground={null} {...(values && { values })} {...(problems && { problems })} />
      </Section>
    </Page>
  )
}

/** Renames a ground, or takes it out of use. */
export const GroundPage = (props: GroundFormProps & { ground: Ground }) => {
  const { asked } = props
  const t = ordersTexts[asked.lang]
  return (
    <Page
      frame={asked.frame}
      title={t.editGround}
      current="meetings"
      crumbs={[...crumbsOf(asked), { href: inDistrict(asked.district, meetingPaths.grounds), label: t.grounds }]}
    >
      <PageHead title={t.editGround} />
      <GroundForm {...props} />
    </Page>
  )
}
