import { Section } from '../../web/blocks.tsx'
import type { Asked } from '../../web/request.ts'
import { approvalTexts } from './approval-texts.ts'
import type { Medians } from './rules.ts'
import { minutesTexts } from './texts.ts'

/** Days, or that there are none yet. */
export const medianWords = (days: number | null, lang: Asked['lang']): string =>
  days === null ? approvalTexts[lang].overview.never : minutesTexts[lang].days(days)

/** How long a forum's minutes take, for the side column of its meetings. Nothing before the first meeting is held. */
export const MediansSection = ({ asked, medians }: { asked: Asked; medians: Medians | null }) => {
  const t = approvalTexts[asked.lang].overview
  if (medians === null) return null
  return (
    <Section id="referater" title={t.title}>
      <p>{t.daysText(medianWords(medians.circulated, asked.lang), medianWords(medians.published, asked.lang))}</p>
      <p class="sv-sm sv-2">{t.days}</p>
    </Section>
  )
}
