import { defineTexts } from '../../base/language.ts'

export const journalTexts = defineTexts({
  da: {
    tooLarge: (most: number) =>
      `Mødets bilag fylder mere end ${most} MB og kan ikke hentes i én fil. Hent bilagene hver for sig fra mødets side.`,
    agenda: 'Dagsorden',
    papers: 'Bilag',
    withheld: (numbers: string) => `Punkt ${numbers} er ikke med: den, der hentede filen, er inhabil.`,
    paperClosed: 'lukket',
    rendition: (name: string) => `Gengivelse til arkivet af ${name}. Originalen ligger i mappen originaler.`,
  },
  en: {
    tooLarge: (most: number) =>
      `The papers of the meeting are larger than ${most} MB and cannot be fetched in one file. Fetch them one by one from the page of the meeting.`,
    agenda: 'Agenda',
    papers: 'Papers',
    withheld: (numbers: string) => `Item ${numbers} is not included: whoever fetched the file is excluded from it.`,
    paperClosed: 'closed',
    rendition: (name: string) => `Rendition of ${name} for the archive. The original is in the folder originaler.`,
  },
})
