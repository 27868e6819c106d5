import { Empty, Message, PageHead, Section } from '../../web/blocks.tsx'
import { FileField } from '../../web/fields.tsx'
import { Buttons, Csrf, Form, PostButton } from '../../web/form.tsx'
import { Icon } from '../../web/icon.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { nameOfMeeting } from '../meeting/wording.ts'
import { meetingPaths } from '../paths.ts'
import { meetingWords } from '../texts.ts'
import { aboutPaper } from './paper-list.tsx'
import type { Paper } from './paper-store.ts'
import { mayChangePapers } from './rules.ts'
import { paperTexts } from './texts.ts'

/** Endings that are offered when a file is chosen; the content is judged all the same. */
export const acceptedEndings = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.png,.jpg,.jpeg,.webp,.txt,.csv'

/** The way from the list of meetings down to an item. */
export const itemCrumbs = (asked: Asked, { item, meeting }: { item: Item | null; meeting: Meeting | null }) => [
  { href: inDistrict(asked.district, meetingPaths.list), label: meetingWords[asked.lang].meetings },
  ...(meeting === null
    ? []
    : [
        {
          href: inDistrict(asked.district, meetingPaths.meeting(meeting.id)),
          label: nameOfMeeting(meeting, asked.lang),
        },
      ]),
  ...(item === null ? [] : [{ href: inDistrict(asked.district, meetingPaths.item(item.id)), label: item.title }]),
]

/** Says that no scanner is set up, where it matters: beside the forms that take files. */
export const ScanNotice = ({ asked, scanned }: { asked: Asked; scanned: boolean }) => {
  const t = paperTexts[asked.lang]
  if (scanned) return null
  return (
    <Message kind="warning" title={t.unscanned}>
      <p>{t.unscannedText}</p>
    </Message>
  )
}

const MoveButton = ({ asked, paper, up }: { asked: Asked; paper: Paper; up: boolean }) => {
  const t = paperTexts[asked.lang]
  return (
    <form class="sv-post" action={inDistrict(asked.district, meetingPaths.movePaper(paper.itemId))} method="post">
      <Csrf />
      <input type="hidden" name="bilag" value={paper.id} />
      <input type="hidden" name="retning" value={up ? 'op' : 'ned'} />
      <button class="sv-link" type="submit">
        <Icon name={up ? 'up' : 'down'} /> {up ? t.up : t.down}
        <span class="sr-only">: {paper.title}</span>
      </button>
    </form>
  )
}

const PaperRow = ({ asked, paper, first, last, changing }: RowProps) => {
  const t = paperTexts[asked.lang]
  return (
    <li>
      <h3>
        <a href={inDistrict(asked.district, meetingPaths.paper(paper.id))}>{paper.title}</a>
      </h3>
      <p class="sv-sm sv-2">
        <Icon name={paper.openness === 'closed' ? 'lock' : 'doc'} /> {aboutPaper(paper, asked.lang)},{' '}
        {paper.openness === 'closed' ? t.closed : t.open}
        {paper.inside && `. ${t.versionOf(paper.number)}`}
      </p>
      {changing && (
        <div class="sv-acts sv-sm">
          {!first && <MoveButton asked={asked} paper={paper} up />}
          {!last && <MoveButton asked={asked} paper={paper} up={false} />}
        </div>
      )}
    </li>
  )
}
interface RowProps {
  asked: Asked
  paper: Paper
  first: boolean
  last: boolean
  changing: boolean
}

const Removed = ({ asked, papers }: { asked: Asked; papers: readonly Paper[] }) => {
  const t = paperTexts[asked.lang]
  if (papers.length === 0) return null
  return (
    <Section id="fjernede" title={t.removedPapers} count={t.papers(papers.length)}>
      <ul class="sv-rows nobullet-list no-max-width">
        {papers.map((paper) => (
          <li>
            <h3>
              <a href={inDistrict(asked.district, meetingPaths.paper(paper.id))}>{paper.title}</a>
            </h3>
            <PostButton
              action={inDistrict(asked.district, meetingPaths.restorePaper(paper.id))}
              label={t.restore}
              about={paper.title}
              fields={{ version: paper.version }}
              look="link"
            />
          </li>
        ))}
      </ul>
    </Section>
  )
}

interface PapersPageProps {
  asked: Asked
  item: Item
  meeting: Meeting | null
  papers: readonly Paper[]
  /** True for one in charge of the meeting. */
  inCharge: boolean
  /** True where a virus scanner is set up. */
  scanned: boolean
  /** How many papers were just added. */
  added?: number | null
  problems?: readonly Problem[]
}

/** The papers of one agenda item; for those in charge also adding, ordering and taking away. */
export const PapersPage = (props: PapersPageProps) => {
  const { asked, item, meeting, papers, inCharge, scanned, added = null, problems = [] } = props
  const t = paperTexts[asked.lang]
  const changing = inCharge && mayChangePapers(meeting)
  const present = papers.filter(({ removedAt }) => removedAt === null)
  return (
    <Page
      frame={asked.frame}
      title={t.of(item.title)}
      current="meetings"
      crumbs={itemCrumbs(asked, { item, meeting })}
      problems={problems}
    >
      <PageHead title={t.of(item.title)} lead={inCharge ? t.lead : t.leadReader} />
      {added !== null && problems.length === 0 && <Message kind="success" title={t.added(added)} />}
      {inCharge && !changing && <Message kind="info" title={t.locked} />}
      <Section id="bilag" title={t.title} count={t.papers(present.length)}>
        {present.length === 0 ? (
          <Empty title={t.none}>{changing && <p>{t.noneLead}</p>}</Empty>
        ) : (
          <ul class="sv-rows nobullet-list no-max-width">
            {present.map((paper, index) => (
              <PaperRow
                asked={asked}
                paper={paper}
                first={index === 0}
                last={index === present.length - 1}
                changing={changing}
              />
            ))}
          </ul>
        )}
      </Section>
      {changing && (
        <Section id="laeg-ind" title={t.add}>
          <ScanNotice asked={asked} scanned={scanned} />
          <Form action={inDistrict(asked.district, meetingPaths.papers(item.id))} problems={problems} upload>
            <FileField name="fil" label={t.files} hint={t.filesHint} accept={acceptedEndings} multiple />
            <Buttons
              submit={t.addButton}
              cancel={{ href: inDistrict(asked.district, meetingPaths.item(item.id)), label: t.backToItem }}
            />
          </Form>
        </Section>
      )}
      {inCharge && <Removed asked={asked} papers={papers.filter(({ removedAt }) => removedAt !== null)} />}
    </Page>
  )
}
