import { PageHead } from '../../web/blocks.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Table } from '../../web/table.tsx'
import { type ForumKind, forumKinds } from '../../fora/register/rules.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { ordersTexts } from './texts.ts'

/** Where the district begins for each kind of forum. */
export const DefaultOrdersPage = ({ asked, written }: { asked: Asked; written: ReadonlySet<string> }) => {
  const t = ordersTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Page
      frame={asked.frame}
      title={t.allOrders}
      current="meetings"
      crumbs={[{ href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings }]}
    >
      <PageHead title={t.allOrders} lead={t.allLead} actions={<a href={href(meetingPaths.grounds)}>{t.grounds}</a>} />
      <Table<ForumKind>
        caption={t.allOrders}
        captionHidden
        columns={[
          {
            key: 'kind',
            label: t.kind,
            cell: (kind) => <a href={href(meetingPaths.defaultOrders(kind))}>{t.kinds[kind]}</a>,
          },
          { key: 'whose', label: t.whose, cell: (kind) => (written.has(kind) ? t.byDistrict : t.byProgram) },
        ]}
        rows={[...forumKinds]}
      />
    </Page>
  )
}
