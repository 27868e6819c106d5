import type { Language } from '../../base/language.ts'
import { kindOfMedia } from '../../documents/file-kinds.ts'
import { Section } from '../../web/blocks.tsx'
import { Icon } from '../../web/icon.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Asked } from '../../web/request.ts'
import { isInCharge } from '../find.ts'
import { meetingPaths } from '../paths.ts'
import type { MeetingState } from '../rules.ts'
import type { Paper } from './paper-store.ts'
import { mayChangePapers } from './rules.ts'
import { paperTexts, sizeWords } from './texts.ts'

/** "PDF, 18 sider". */
export const aboutPaper = (paper: Pick<Paper, 'mediaType' | 'pages' | 'size'>, lang: Language): string =>
  paperTexts[lang].about(kindOfMedia(paper.mediaType), paper.pages, sizeWords(paper.size, lang))

/** The papers of an item in order, with kind, pages, and whether they are closed. Nothing where there are none. */
export const PaperList = ({ asked, papers }: { asked: Asked; papers: readonly Paper[] }) => {
  const t = paperTexts[asked.lang]
  if (papers.length === 0) return null
  return (
    <ul class="sv-papers nobullet-list no-max-width">
      {papers.map((paper) => (
        <li>
          <Icon name={paper.openness === 'closed' ? 'lock' : 'doc'} />{' '}
          <a href={inDistrict(asked.district, meetingPaths.paper(paper.id))}>{paper.title}</a>{' '}
          <span class="sv-sm sv-2">
            ({aboutPaper(paper, asked.lang)}
            {paper.openness === 'closed' && `, ${t.closed}`})
          </span>
        </li>
      ))}
    </ul>
  )
}

/** The papers of an item on its own page, with the way to add some for those in charge. */
export const PapersSection = ({
  asked,
  item,
  meeting,
  papers,
}: {
  asked: Asked
  item: { id: string; forumId: string }
  meeting: { state: MeetingState } | null
  papers: readonly Paper[]
}) => {
  const t = paperTexts[asked.lang]
  const inCharge = isInCharge(asked, item)
  const changing = inCharge && mayChangePapers(meeting)
  if (papers.length === 0 && !changing) return null
  return (
    <Section
      id="bilag"
      title={t.title}
      count={t.papers(papers.length)}
      {...(inCharge && {
        link: {
          href: inDistrict(asked.district, meetingPaths.papers(item.id)),
          label: changing ? t.manage : t.manageOpenness,
        },
      })}
    >
      {papers.length === 0 ? <p class="sv-2">{t.none}</p> : <PaperList asked={asked} papers={papers} />}
    </Section>
  )
}

/** The papers of each item, from one list of a meeting's papers. */
export const papersByItem = (papers: readonly Paper[]): ((item: { id: string }) => readonly Paper[]) => {
  const byItem = Map.groupBy(papers, ({ itemId }) => itemId)
  return ({ id }) => byItem.get(id) ?? []
}
