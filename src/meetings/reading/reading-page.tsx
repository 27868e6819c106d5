import { Columns, Empty, PageHead, Section } from '../../web/blocks.tsx'
import { Icon } from '../../web/icon.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isPictureKind, kindOfMedia } from '../../documents/file-kinds.ts'
import type { ClosedItem, Item } from '../agenda/item-store.ts'
import { Words } from '../agenda/words.tsx'
import type { Meeting } from '../meeting/meeting-store.ts'
import { describeMeeting, nameOfMeeting } from '../meeting/wording.ts'
import { aboutPaper, papersByItem } from '../papers/paper-list.tsx'
import { PaperView } from '../papers/paper-page.tsx'
import type { Paper } from '../papers/paper-store.ts'
import { meetingPaths } from '../paths.ts'
import { itemNumber, itemStarts } from '../rules.ts'
import { meetingWords } from '../texts.ts'
import type { PrivateNote } from './note-store.ts'
import { FoldedNote, type NoteProps, type RefusedNote } from './note-form.tsx'
import { mayNote } from './rules.ts'
import { readingTexts } from './texts.ts'

export interface Reading {
  meeting: Meeting
  items: readonly Item[]
  closed: readonly ClosedItem[]
  papers: readonly Paper[]
  notes: readonly PrivateNote[]
}

interface ReadingPageProps extends Reading {
  asked: Asked
  refused?: RefusedNote
}

const anchor = (item: { id: string }) => `punkt-${item.id}`

const Papers = ({ asked, papers }: { asked: Asked; papers: readonly Paper[] }) => {
  const t = readingTexts[asked.lang]
  if (papers.length === 0) return null
  return (
    <>
      <h3>{t.papers}</h3>
      {papers.map((paper) => {
        const kind = kindOfMedia(paper.mediaType)
        return (
          <div>
            <p>
              <Icon name={paper.openness === 'closed' ? 'lock' : 'doc'} />{' '}
              <a href={inDistrict(asked.district, meetingPaths.paper(paper.id))}>{paper.title}</a>{' '}
              <span class="sv-sm sv-2">({aboutPaper(paper, asked.lang)})</span>
            </p>
            {isPictureKind(kind) && <PaperView asked={asked} paper={paper} framed={false} />}
            {kind === 'pdf' && (
              <details>
                <summary>{t.show(paper.title)}</summary>
                <PaperView asked={asked} paper={paper} />
              </details>
            )}
          </div>
        )
      })}
    </>
  )
}

const Part = ({ title, words }: { title: string; words: string }) =>
  words === '' ? null : (
    <>
      <h3>{title}</h3>
      <Words text={words} />
    </>
  )

interface ItemProps extends Omit<NoteProps, 'item'> {
  item: Item
  meeting: Meeting
  papers: readonly Paper[]
  before: Item | undefined
  after: Item | undefined
  /** Not everyone who may read has notes. */
  noting: boolean
}

const ReadItem = ({ asked, meeting, item, papers, before, after, noting, ...note }: ItemProps) => {
  const t = readingTexts[asked.lang]
  const words = meetingWords[asked.lang]
  const facts = [
    words.clock(itemStarts(meeting.starts, item)),
    words.itemKinds[item.kind],
    item.minutes > 0 ? words.minutes(item.minutes) : '',
    item.presenter,
  ]
  return (
    <article id={anchor(item)} aria-labelledby={`${anchor(item)}-navn`} tabindex={-1}>
      <h2 id={`${anchor(item)}-navn`}>
        {itemNumber(meeting.firstItemNumber, item.position)}. {item.title}
      </h2>
      <p class="sv-2">{facts.filter((fact) => fact !== '').join(', ')}</p>
      {item.openness === 'closed' && (
        <p class="sv-sm">
          <Icon name="lock" /> {words.itemOpenness.closed}
        </p>
      )}
      <Part title={t.case} words={item.body} />
      <Part title={t.concerns} words={item.concerns} />
      <Part title={t.recommendation} words={item.recommendation} />
      <Papers asked={asked} papers={papers} />
      {noting && <FoldedNote asked={asked} item={item} {...note} />}
      <p class="sv-jump">
        {before && (
          <a href={`#${anchor(before)}`}>
            {t.previous}
            <span class="sr-only">: {before.title}</span>
          </a>
        )}
        {after && (
          <a href={`#${anchor(after)}`}>
            {t.next}
            <span class="sr-only">: {after.title}</span>
          </a>
        )}
        <a href="#punkter" aria-label={`${t.toTop}: ${item.title}`}>
          {t.toTop}
        </a>
      </p>
    </article>
  )
}

const Contents = ({
  asked,
  meeting,
  items,
  closed,
}: Pick<ReadingPageProps, 'asked' | 'meeting' | 'items' | 'closed'>) => {
  const t = readingTexts[asked.lang]
  const numbered = items.map((item) => ({ number: itemNumber(meeting.firstItemNumber, item.position), item }))
  const seen = new Set(numbered.map(({ number }) => number))
  const rows = [...numbered, ...closed.filter(({ number }) => !seen.has(number))].toSorted(
    (a, b) => a.number - b.number,
  )
  return (
    <div class="sv-contents">
      <Section id="punkter" title={t.contents}>
        <ul class="sv-rows nobullet-list">
          {rows.map((row) => (
            <li>
              {'item' in row ? (
                <a href={`#${anchor(row.item)}`}>
                  {row.number}. {row.item.title}
                </a>
              ) : (
                <>
                  <Icon name="lock" /> {t.closedHere(row.number, row.ground)}
                </>
              )}
            </li>
          ))}
        </ul>
        <p class="sv-sm sv-2 sv-mt">{t.keys}</p>
      </Section>
    </div>
  )
}

/** The whole agenda with its papers on one page, made to be read on a tablet before and during the meeting. */
export const ReadingPage = ({ asked, meeting, items, closed, papers, notes, refused }: ReadingPageProps) => {
  const t = readingTexts[asked.lang]
  const title = t.title(nameOfMeeting(meeting, asked.lang))
  const noting = mayNote(asked.actor, meeting)
  const papersOf = papersByItem(papers)
  const href = (path: string) => inDistrict(asked.district, path)
  return (
    <Page
      frame={asked.frame}
      title={title}
      current="meetings"
      problems={refused?.problems ?? []}
      crumbs={[
        { href: href(meetingPaths.list), label: meetingWords[asked.lang].meetings },
        { href: href(meetingPaths.meeting(meeting.id)), label: nameOfMeeting(meeting, asked.lang) },
      ]}
    >
      <PageHead
        title={title}
        lead={
          <>
            {describeMeeting(meeting, asked.lang)} {noting ? t.lead : t.leadReader}
          </>
        }
        actions={
          items.length > 0 && (
            <>
              <a class="button button-secondary" href={href(meetingPaths.bundle(meeting.id))}>
                {t.bundle}
              </a>
              {papers.length > 0 && (
                <a class="button button-secondary" href={href(meetingPaths.allPapers(meeting.id))}>
                  {t.allPapers}
                </a>
              )}
            </>
          )
        }
      />
      {items.length === 0 && closed.length === 0 ? (
        <Empty title={t.noItems} actions={<a href={href(meetingPaths.meeting(meeting.id))}>{t.toMeeting}</a>}>
          <p>{t.noItemsLead}</p>
        </Empty>
      ) : (
        <agenda-keys>
          <Columns kind="doc">
            <Contents asked={asked} meeting={meeting} items={items} closed={closed} />
            <div class="sv-read">
              {items.map((item, index) => (
                <ReadItem
                  asked={asked}
                  meeting={meeting}
                  item={item}
                  papers={papersOf(item)}
                  note={notes.find(({ itemId }) => itemId === item.id)}
                  noting={noting}
                  refused={refused?.itemId === item.id ? refused : undefined}
                  before={items[index - 1]}
                  after={items[index + 1]}
                />
              ))}
            </div>
          </Columns>
        </agenda-keys>
      )}
    </Page>
  )
}
