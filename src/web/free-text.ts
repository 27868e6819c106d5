import { z } from 'zod'
import { looksLikeCpr } from '../base/cpr.ts'
import { defineTexts, type Language } from '../base/language.ts'

const freeTextTexts = defineTexts({
  da: {
    choose: 'Vælg en af mulighederne',
    tooLong: (most: number) => `Brug højst ${String(most)} tegn`,
    cpr: 'Teksten ligner et CPR-nummer. Fjern tallet. Oplysninger om borgere må ikke stå her',
  },
  en: {
    choose: 'Choose one of the options',
    tooLong: (most: number) => `Use at most ${String(most)} characters`,
    cpr: 'The text looks like a civil registration number. Remove it. Nothing about citizens may stand here',
  },
})

/** Signs without a shape of their own that turn or break up the text around them. The joiner in some emoji is none of them. */
const unseen = /[\p{Bidi_Control}\u200B\u2060\uFEFF]/gu

/** Free text in a general forum: no civil registration number, no invisible control characters, a sensible length. */
export const freeText = (lang: Language, most: number) =>
  z
    .string({ error: freeTextTexts[lang].choose })
    .transform((text) =>
      text
        .replaceAll('\r\n', '\n')
        .replaceAll(/[^\P{Cc}\n\t]/gu, '')
        .replaceAll(unseen, '')
        .trim(),
    )
    .pipe(
      z
        .string()
        .max(most, freeTextTexts[lang].tooLong(most))
        .refine((text) => !looksLikeCpr(text), freeTextTexts[lang].cpr),
    )
