import { defineTexts } from '../../../base/language.ts'

export const printedTexts = defineTexts({
  da: {
    lead: (year: number, stand: string, fora: number) =>
      `Bilag 1 til samarbejdsplanen ${String(year)}. ${stand}. ${String(fora)} ${fora === 1 ? 'forum' : 'fora'}.`,
    download: 'Hent som',
    formats: { pdf: 'PDF', docx: 'Word', csv: 'CSV', json: 'JSON' },
    years: 'Bilaget for',
    empty: 'Bilaget er tomt',
    emptyText: 'Registret havde ingen fora, som du må se, på den dag.',
    partly: 'Du ser kun de fora, der er åbne for dig.',
    noYear: 'Der er intet bilag for det år. Vælg et andet.',
  },
  en: {
    lead: (year: number, stand: string, fora: number) =>
      `Annex 1 to the cooperation plan ${String(year)}. ${stand}. ${String(fora)} fora.`,
    download: 'Download as',
    formats: { pdf: 'PDF', docx: 'Word', csv: 'CSV', json: 'JSON' },
    years: 'The annex for',
    empty: 'The annex is empty',
    emptyText: 'The register had no fora that you may see on that day.',
    partly: 'You see only the fora that are open to you.',
    noYear: 'There is no annex for that year. Choose another.',
  },
})
