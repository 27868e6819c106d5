import { z } from 'zod'
import type { Language } from '../../base/language.ts'
import { freeText } from '../../web/free-text.ts'
import { itemFormTexts, subjectShape } from '../agenda/forms.ts'
import { answers } from './rules.ts'
import { proposalTexts } from './texts.ts'

/** The form by which an item is proposed. */
export const proposalForm = (lang: Language) => z.object(subjectShape(lang))

/** The answer to a proposal. */
export const answerForm = (lang: Language) =>
  z.object({
    svar: z.enum(answers, proposalTexts[lang].problems.answer),
    moede: z
      .union([z.literal(''), z.uuid()], proposalTexts[lang].problems.noMeeting)
      .default('')
      .transform((id) => (id === '' ? null : id)),
    grund: freeText(lang, 1000).default(''),
    version: z.coerce.number(itemFormTexts[lang].version).int().min(0).max(1_000_000_000),
  })
