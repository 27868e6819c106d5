import { moment } from '../../base/language.ts'
import { dayOf } from '../../base/time.ts'
import { changesOf } from '../../audit/changes.ts'
import { actionName, fieldName } from '../../audit/names.ts'
import { valueInWords } from '../../audit/values.ts'
import { PageHead } from '../../web/blocks.tsx'
import { Changes } from '../../web/changes.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict, withQuery } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { Pager, Table } from '../../web/table.tsx'
import { foraPaths, onDay } from '../paths.ts'
import { editTexts } from './edit-texts.ts'
import type { Forum, HistoryEntry } from './forum-store.ts'
import { registerTexts } from './texts.ts'

export const historyPageSize = 25

interface HistoryPageProps {
  asked: Asked
  forum: Forum
  entries: readonly HistoryEntry[]
  total: number
  page: number
}

const isId = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** Everything that was done to a forum, with each text word by word. */
export const HistoryPage = ({ asked, forum, entries, total, page }: HistoryPageProps) => {
  const t = editTexts[asked.lang]
  const here = inDistrict(asked.district, foraPaths.history(forum.slug))
  const forumHref = inDistrict(asked.district, foraPaths.forum(forum.slug))
  const from = (page - 1) * historyPageSize
  return (
    <Page
      frame={asked.frame}
      title={t.historyTitle(forum.name)}
      current="fora"
      crumbs={[
        { href: inDistrict(asked.district, foraPaths.list), label: registerTexts[asked.lang].fora },
        { href: forumHref, label: forum.name },
      ]}
    >
      <PageHead title={t.historyTitle(forum.name)} />
      <Table
        caption={t.historyCaption(Math.min(from + 1, total), from + entries.length, total)}
        rows={entries}
        columns={[
          {
            key: 'at',
            label: t.historyColumns.at,
            cell: (entry) => (
              <>
                {moment(entry.at, asked.lang)}
                <small>
                  <a
                    href={onDay(forumHref, dayOf(entry.at))}
                    aria-label={`${t.seeDay}: ${moment(entry.at, asked.lang)}`}
                  >
                    {t.seeDay}
                  </a>
                </small>
              </>
            ),
          },
          { key: 'who', label: t.historyColumns.who, cell: (entry) => entry.actorName },
          { key: 'what', label: t.historyColumns.what, cell: (entry) => actionName(entry.action, asked.lang) },
          {
            key: 'changes',
            label: t.historyColumns.changes,
            cell: (entry) =>
              changesOf(entry)
                .filter(({ before, after }) => !isId.test(before ?? '') && !isId.test(after ?? ''))
                .map(({ field, before, after }) => (
                  <div class="sv-cap">
                    <b>{fieldName(field, asked.lang)}</b>:{' '}
                    <Changes
                      before={valueInWords(field, before ?? '', asked.lang)}
                      after={valueInWords(field, after ?? '', asked.lang)}
                    />
                  </div>
                )),
          },
        ]}
      />
      <Pager
        page={page}
        pages={Math.ceil(total / historyPageSize)}
        href={(number) => withQuery(here, { side: number === 1 ? null : number })}
      />
    </Page>
  )
}
