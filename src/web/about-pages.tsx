import { PageHead } from './blocks.tsx'
import type { Frame } from './frame.ts'
import { Page } from './layout.tsx'
import { type AboutKey, aboutTexts } from './about-texts.ts'

/** A page of plain text about the program: what it is, how accessible it is, what it keeps of personal data. */
export const AboutPage = ({ frame, about }: { frame: Frame; about: AboutKey }) => {
  const { title, lead, sections } = aboutTexts[frame.lang][about]
  return (
    <Page frame={frame} title={title}>
      <PageHead title={title} lead={lead} />
      {sections.map(({ heading, text }) => (
        <section>
          <h2>{heading}</h2>
          {text.map((paragraph) => (
            <p>{paragraph}</p>
          ))}
        </section>
      ))}
    </Page>
  )
}
