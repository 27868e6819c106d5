import { defineTexts, listed } from '../base/language.ts'

/** Texts of the page where two people changed the same thing. */
export const conflictTexts = defineTexts({
  da: {
    heading: (name: string) => `${name === '' ? 'En anden' : name} har gemt en ændring, mens du skrev`,
    choose: (labels: readonly string[]) =>
      labels.length === 0
        ? 'I har ikke rettet det samme. Gem for at beholde begges ændringer.'
        : `Din tekst er ikke gået tabt. Vælg, hvad der skal stå i ${listed(labels, 'da')}. Resten af begges ændringer beholdes.`,
    which: (label: string) => `${label}: hvilken tekst skal gælde?`,
    mine: 'Din tekst',
    theirs: (name: string) => (name === '' ? 'Den gemte tekst' : `Teksten fra ${name}`),
    saved: (at: string) => `gemt ${at}`,
    save: 'Gem',
  },
  en: {
    heading: (name: string) => `${name === '' ? 'Somebody else' : name} saved a change while you were writing`,
    choose: (labels: readonly string[]) =>
      labels.length === 0
        ? 'You did not change the same things. Save to keep the changes of both.'
        : `Your text is not lost. Choose what ${listed(labels, 'en')} shall say. The other changes of both are kept.`,
    which: (label: string) => `${label}: which text shall stand?`,
    mine: 'Your text',
    theirs: (name: string) => (name === '' ? 'The stored text' : `The text from ${name}`),
    saved: (at: string) => `saved ${at}`,
    save: 'Save',
  },
})
