import { moment } from '../base/language.ts'
import { Empty, Fact, Facts, PageHead, Section } from '../web/blocks.tsx'
import type { Frame } from '../web/frame.ts'
import { Page } from '../web/layout.tsx'
import { Table } from '../web/table.tsx'
import type { FolderMail } from './folder.ts'
import { mailTexts } from './texts.ts'

/** Where the mails of the folder are shown; outside any district. */
export const folderPath = '/udvikling/mails'

/** The mails that would have been sent. */
export const FolderPage = ({ frame, mails }: { frame: Frame; mails: readonly FolderMail[] }) => {
  const t = mailTexts[frame.lang]
  return (
    <Page frame={frame} title={t.folder}>
      <PageHead title={t.folder} lead={t.folderLead} />
      {mails.length === 0 ? (
        <Empty title={t.none}>
          <p>{t.noneText}</p>
        </Empty>
      ) : (
        <Table
          caption={t.caption(mails.length)}
          rows={mails}
          columns={[
            {
              key: 'subject',
              label: t.subject,
              cell: ({ id, subject }) => <a href={`${folderPath}/${id}`}>{subject}</a>,
            },
            { key: 'to', label: t.to, cell: ({ name, address }) => `${name}, ${address}` },
            { key: 'at', label: t.at, cell: ({ at }) => moment(at, frame.lang) },
          ]}
        />
      )}
    </Page>
  )
}

const Source = ({ id, title, text }: { id: string; title: string; text: string }) => (
  <Section id={id} title={title}>
    <pre class="sv-mail-source">{text}</pre>
  </Section>
)

/** One mail: its text, its HTML as source, and what goes into a calendar. */
export const FolderMailPage = ({ frame, mail }: { frame: Frame; mail: FolderMail }) => {
  const t = mailTexts[frame.lang]
  return (
    <Page frame={frame} title={mail.subject} crumbs={[{ href: folderPath, label: t.folder }]}>
      <PageHead title={mail.subject} actions={<a href={`${folderPath}/${mail.id}.eml`}>{t.download}</a>} />
      <Facts>
        <Fact term={t.from}>{mail.from}</Fact>
        <Fact term={t.to}>{`${mail.name}, ${mail.address}`}</Fact>
        <Fact term={t.at}>{moment(mail.at, frame.lang)}</Fact>
      </Facts>
      <Source id="tekst" title={t.words} text={mail.words} />
      <Source id="html" title={t.html} text={mail.html} />
      {mail.calendar !== null && <Source id="kalender" title={t.calendar} text={mail.calendar} />}
    </Page>
  )
}
