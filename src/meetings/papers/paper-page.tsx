import type { Child } from 'hono/jsx'
import { longDay, moment } from '../../base/language.ts'
import { parseDay } from '../../base/time.ts'
import { isPictureKind, kindOfMedia } from '../../documents/file-kinds.ts'
import { Columns, Fact, Facts, Message, PageHead, Section } from '../../web/blocks.tsx'
import { dateParts } from '../../web/date-field.ts'
import { DateField } from '../../web/date-input.tsx'
import { Field, FileField, Radios, Select } from '../../web/fields.tsx'
import { Buttons, Form, PostButton } from '../../web/form.tsx'
import { Page } from '../../web/layout.tsx'
import { inDistrict } from '../../web/paths.ts'
import type { Problem } from '../../web/problem.ts'
import type { Asked } from '../../web/request.ts'
import type { Item } from '../agenda/item-store.ts'
import type { Meeting } from '../meeting/meeting-store.ts'
import { meetingPaths } from '../paths.ts'
import { acceptedEndings, itemCrumbs, ScanNotice } from './list-page.tsx'
import { aboutPaper } from './paper-list.tsx'
import type { Paper, PaperVersion } from './paper-store.ts'
import { mayChangePapers } from './rules.ts'
import { paperTexts } from './texts.ts'

/** What a refused form of the page sent, and which form it was. */
export interface Refused {
  form: 'titel' | 'udgave' | 'aabenhed'
  problems: readonly Problem[]
  values?: Readonly<Record<string, unknown>>
  /** True when somebody else changed the paper first. */
  stale?: boolean
}

interface PaperPageProps {
  asked: Asked
  item: Item
  meeting: Meeting | null
  paper: Paper
  versions: readonly PaperVersion[]
  grounds: readonly { id: string; name: string }[]
  inCharge: boolean
  scanned: boolean
  /** What was just done, as a sentence. */
  done?: string | null
  refused?: Refused
}

/** The paper itself: a picture as it is, a PDF in the page, and always a link to the file. */
export const PaperView = ({ asked, paper, framed = true }: { asked: Asked; paper: Paper; framed?: boolean }) => {
  const t = paperTexts[asked.lang]
  const kind = kindOfMedia(paper.mediaType)
  const href = (path: string) => inDistrict(asked.district, path)
  const file = href(meetingPaths.paperFile(paper.id, paper.number))
  const picture = href(meetingPaths.paperPicture(paper.id, paper.number))
  return (
    <>
      {isPictureKind(kind) && <img class="sv-paper" src={picture} alt={paper.title} loading="lazy" />}
      {kind === 'pdf' && framed && <iframe class="sv-paper" src={file} title={paper.title} loading="lazy" />}
      {kind !== 'pdf' && !isPictureKind(kind) && framed && <p>{t.noPreview}</p>}
      <p>
        <a href={file}>
          {kind === 'pdf' || isPictureKind(kind) ? t.openFile : t.download(kind)}
          <span class="sr-only">: {paper.title}</span>
        </a>{' '}
        <span class="sv-sm sv-2">({aboutPaper(paper, asked.lang)})</span>
      </p>
    </>
  )
}

const opennessWords = (asked: Asked, paper: Paper): Child => {
  const t = paperTexts[asked.lang]
  if (paper.openness === 'open') return `${t.states.open}. ${t.openTo[paper.audience]}`
  const ground = paper.ground === null ? t.closedYet : t.closedWhy(paper.ground)
  return `${ground} ${paper.reviewOn === null ? '' : t.review(longDay(paper.reviewOn, asked.lang))}`.trim()
}

const Versions = ({ asked, paper, versions }: { asked: Asked; paper: Paper; versions: readonly PaperVersion[] }) => {
  const t = paperTexts[asked.lang]
  return (
    <Section id="udgaver" title={t.versions} count={String(versions.length)}>
      <ul class="sv-rows sv-sm nobullet-list">
        {versions.map((version) => (
          <li>
            <a href={inDistrict(asked.district, meetingPaths.paperFile(paper.id, version.number))}>
              {t.versionOf(version.number)}
            </a>
            {version.number === paper.number && ` (${t.current})`}
            <br />
            <span class="sv-2">
              {version.name}, {aboutPaper(version, asked.lang)}.{' '}
              {t.storedBy(version.storedBy, moment(version.storedAt, asked.lang))}.{' '}
              {version.scan === 'unscanned' && t.wasUnscanned}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

const OpennessForm = ({
  asked,
  paper,
  grounds,
  refused,
}: Pick<PaperPageProps, 'asked' | 'paper' | 'grounds' | 'refused'>) => {
  const t = paperTexts[asked.lang]
  const own = refused?.form === 'aabenhed' ? refused : undefined
  const stored = {
    aabenhed: paper.openness,
    grund: paper.groundId ?? '',
    ...dateParts('eftersyn', paper.reviewOn === null ? null : parseDay(paper.reviewOn)),
  }
  return (
    <Section id="aabent" title={t.opennessTitle}>
      <Form
        id="aabenhedsform"
        action={inDistrict(asked.district, meetingPaths.closePaper(paper.id))}
        version={paper.version}
        values={own?.values ?? stored}
        problems={own?.problems ?? []}
      >
        <Radios
          name="aabenhed"
          label={t.fields.aabenhed}
          choices={[
            { value: 'open', label: t.openLabel, hint: t.openHint },
            { value: 'closed', label: t.closedLabel },
          ]}
        />
        <Select
          name="grund"
          label={t.fields.grund}
          empty={t.chooseGround}
          choices={grounds.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <DateField name="eftersyn" label={t.fields.eftersyn} hint={t.hints.eftersyn} />
        <Buttons submit={t.saveOpenness} />
      </Form>
    </Section>
  )
}

const ChangeForms = ({
  asked,
  paper,
  scanned,
  refused,
}: Pick<PaperPageProps, 'asked' | 'paper' | 'scanned' | 'refused'>) => {
  const t = paperTexts[asked.lang]
  const href = (path: string) => inDistrict(asked.district, path)
  const title = refused?.form === 'titel' ? refused : undefined
  const version = refused?.form === 'udgave' ? refused : undefined
  return (
    <>
      <Section id="ny-udgave" title={t.newVersion}>
        <ScanNotice asked={asked} scanned={scanned} />
        <Form
          id="udgaveform"
          action={href(meetingPaths.paperVersion(paper.id))}
          problems={version?.problems ?? []}
          upload
        >
          <FileField name="fil" label={t.fields.fil} hint={t.hints.fil} accept={acceptedEndings} />
          <Buttons submit={t.newVersionButton} />
        </Form>
      </Section>
      <Section id="ret" title={t.edit}>
        <Form
          id="titelform"
          action={href(meetingPaths.paper(paper.id))}
          version={paper.version}
          values={title?.values ?? { titel: paper.title }}
          problems={title?.problems ?? []}
        >
          <Field name="titel" label={t.fields.titel} width="full" />
          <Buttons submit={t.saveTitle} />
        </Form>
        <p class="sv-mt">{t.removeLead}</p>
        <PostButton
          action={href(meetingPaths.removePaper(paper.id))}
          label={t.remove}
          fields={{ version: paper.version }}
        />
      </Section>
    </>
  )
}

/** One paper as its reader may have it, with its versions for those who sit in the forum, and its forms for those in charge. */
export const PaperPage = (props: PaperPageProps) => {
  const { asked, item, meeting, paper, versions, inCharge, done = null, refused } = props
  const t = paperTexts[asked.lang]
  const changing = inCharge && mayChangePapers(meeting) && paper.removedAt === null
  return (
    <Page
      frame={asked.frame}
      title={paper.title}
      current="meetings"
      crumbs={itemCrumbs(asked, { item, meeting })}
      problems={refused?.problems ?? []}
    >
      <PageHead
        title={paper.title}
        lead={<a href={inDistrict(asked.district, meetingPaths.papers(item.id))}>{t.allPapers}</a>}
      />
      {done !== null && refused === undefined && <Message kind="success" title={done} />}
      {paper.removedAt !== null && (
        <Message kind="warning" title={t.removed}>
          {inCharge && mayChangePapers(meeting) && (
            <PostButton
              action={inDistrict(asked.district, meetingPaths.restorePaper(paper.id))}
              label={t.restore}
              fields={{ version: paper.version }}
            />
          )}
        </Message>
      )}
      <Columns>
        <div>
          <Section id="visning" title={t.preview}>
            <PaperView asked={asked} paper={paper} />
          </Section>
          {changing && <ChangeForms {...props} />}
        </div>
        <div>
          <Section id="fakta" title={t.facts}>
            <Facts stacked>
              <Fact term={t.openness}>{opennessWords(asked, paper)}</Fact>
              <Fact term={t.file}>
                {aboutPaper(paper, asked.lang)}. {paper.inside && paper.scan === 'unscanned' && t.wasUnscanned}
              </Fact>
            </Facts>
          </Section>
          {paper.inside && <Versions asked={asked} paper={paper} versions={versions} />}
          {inCharge && paper.removedAt === null && <OpennessForm {...props} />}
        </div>
      </Columns>
    </Page>
  )
}
