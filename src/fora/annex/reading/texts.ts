import { defineTexts, listed } from '../../../base/language.ts'
import type { Language } from '../../../base/language.ts'
import type { Confidence, ProposalNote, RefusedReading } from './proposal.ts'

interface ReadingTexts extends Record<string, unknown> {
  confidence: Record<Confidence, string>
  missing: string
  nameMissing: string
  strayWord: (word: string) => string
  misspelt: (word: string, suggestion: string) => string
  misspeltLabel: (label: string) => string
  labelTwice: string
  notMunicipality: (names: readonly string[]) => string
  noParagraph: string
  cadenceUnparsed: string
  cadenceVaries: string
  numberedName: string
  refused: Record<RefusedReading['code'], string>
  jsonRefused: { notJson: string; notAnnex: (place: string) => string; noFora: string }
}

export const readingTexts = defineTexts<ReadingTexts>({
  da: {
    confidence: { sure: 'Sikker', check: 'Se efter', unsure: 'Usikker' },
    missing: 'Bilaget siger intet her.',
    nameMissing: 'Forummet har ingen overskrift.',
    strayWord: (word) => `Hører »${word}« med til navnet?`,
    misspelt: (word, suggestion) => `»${word}« staves et andet sted »${suggestion}«.`,
    misspeltLabel: (label) => `Feltet hedder »${label}« i bilaget.`,
    labelTwice: 'Feltet står to gange i bilaget; teksterne er sat sammen.',
    notMunicipality: (names) =>
      names.length === 1
        ? `${names[0]} er ikke en af kredsens kommuner.`
        : `${listed(names, 'da')} er ikke blandt kredsens kommuner.`,
    noParagraph: 'Der er ikke nævnt nogen paragraf.',
    cadenceUnparsed: 'Antallet af møder kan ikke læses af ordene.',
    cadenceVaries: 'Antallet af møder er forskelligt.',
    numberedName: 'Overskriften kan være en kategori uden et forum under.',
    refused: {
      empty: 'Dokumentet er tomt.',
      noLabels:
        'Dokumentet ligner ikke et bilag over samarbejdsfora: ingen af felterne (Emne, Formål, Deltagere …) findes i det.',
      tooFewFields: 'Dokumentet ligner ikke et bilag over samarbejdsfora: der er for få af de syv felter.',
    },
    jsonRefused: {
      notJson: 'Filen er ikke gyldig JSON.',
      notAnnex: (place) => `Filen er ikke et bilag, som Samvirk kan læse. Se efter ved: ${place}.`,
      noFora: 'Filen indeholder ingen fora.',
    },
  },
  en: {
    confidence: { sure: 'Sure', check: 'Check', unsure: 'Unsure' },
    missing: 'The annex says nothing here.',
    nameMissing: 'The forum has no heading.',
    strayWord: (word) => `Is “${word}” part of the name?`,
    misspelt: (word, suggestion) => `“${word}” is spelt “${suggestion}” elsewhere.`,
    misspeltLabel: (label) => `The field is called “${label}” in the annex.`,
    labelTwice: 'The field stands twice in the annex; the texts were joined.',
    notMunicipality: (names) =>
      names.length === 1
        ? `${names[0]} is not a municipality of the district.`
        : `${listed(names, 'en')} are not municipalities of the district.`,
    noParagraph: 'No section of an act is named.',
    cadenceUnparsed: 'The number of meetings cannot be read from the words.',
    cadenceVaries: 'The number of meetings varies.',
    numberedName: 'The heading may be a category without a forum below it.',
    refused: {
      empty: 'The document is empty.',
      noLabels:
        'The document does not look like an annex of fora: it has none of the fields (Emne, Formål, Deltagere …).',
      tooFewFields: 'The document does not look like an annex of fora: it has too few of the seven fields.',
    },
    jsonRefused: {
      notJson: 'The file is not valid JSON.',
      notAnnex: (place) => `The file is not an annex that Samvirk can read. Look at: ${place}.`,
      noFora: 'The file contains no fora.',
    },
  },
})

/** The sentence for a note. */
export const noteText = (note: ProposalNote, lang: Language): string => {
  const texts = readingTexts[lang]
  switch (note.code) {
    case 'strayWord':
      return texts.strayWord(note.word)
    case 'misspelt':
      return texts.misspelt(note.word, note.suggestion)
    case 'misspeltLabel':
      return texts.misspeltLabel(note.label)
    case 'notMunicipality':
      return texts.notMunicipality(note.names)
    case 'missing':
    case 'nameMissing':
    case 'labelTwice':
    case 'noParagraph':
    case 'cadenceUnparsed':
    case 'cadenceVaries':
    case 'numberedName':
      return texts[note.code]
  }
}
