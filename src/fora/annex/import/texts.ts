import { defineTexts } from '../../../base/language.ts'
import type { Decision } from './rules.ts'

interface ImportTexts extends Record<string, unknown> {
  title: string
  lead: string
  upload: string
  file: string
  fileHint: string
  read: string
  chooseFile: string
  imports: string
  importsCount: (n: number) => string
  none: string
  noneText: string
  by: (name: string, at: string) => string
  left: (n: number, of: number) => string
  done: (n: number) => string
  goOn: string
  look: string
  nothingStored: string
  counts: (counts: { accepted: number; aside: number; skipped: number; open: number }) => string
  first: string
  acceptSure: (n: number) => string
  acceptSureHint: string
  accepted: (n: number) => string
  tableCaption: (n: number) => string
  columns: { name: string; change: string; sureness: string; state: string }
  changes: { new: string; changed: string; same: string; merge: string }
  decisions: Record<Decision, string>
  noName: string
  gone: string
  goneCount: (n: number) => string
  goneText: string
  close: string
  closeReason: string
  reasonGiven: (title: string) => string
  allDone: string
  toRegister: string
  toAnnex: string
  undo: string
  undone: string
  notUndone: string
  takeUp: string
  writeCategory: string
  chooseNumber: string
  patternNeedsMark: string
  chooseMunicipalities: string
}

export const importTexts = defineTexts<ImportTexts>({
  da: {
    title: 'Import af bilag 1',
    lead: 'Læs en oversigt over samarbejdsfora ind, og godkend den forum for forum. Intet gemmes i registret, før du godkender.',
    upload: 'Vælg en fil',
    file: 'Bilaget som fil',
    fileHint: 'Word (.docx), PDF med tekst, ren tekst (.txt) eller Samvirks egen .json. Højst 20 MB',
    read: 'Læs bilaget',
    chooseFile: 'Vælg den fil, der skal læses',
    imports: 'Tidligere læst ind',
    importsCount: (n) => (n === 1 ? '1 bilag' : `${n} bilag`),
    none: 'Intet bilag er læst ind endnu',
    noneText: 'Det første bilag giver registret sine fora. Det næste viser, hvad der er ændret.',
    by: (name, at) => `${name}, ${at}`,
    left: (n, of) => `${n} af ${of} fora venter`,
    done: (n) => (n === 1 ? 'Færdig, 1 forum' : `Færdig, ${n} fora`),
    goOn: 'Fortsæt gennemgangen',
    look: 'Se',
    nothingStored: 'Intet gemmes i registret, før du godkender.',
    counts: ({ accepted, aside, skipped, open }) =>
      `${accepted} godkendt, ${aside} sat til side, ${skipped} sprunget over, ${open} tilbage.`,
    first: 'Gennemgå et ad gangen',
    acceptSure: (n) => (n === 1 ? 'Godkend det sikre forum' : `Godkend alle ${n} sikre`),
    acceptSureHint: 'De øvrige står tilbage, så du kan se på dem.',
    accepted: (n) => (n === 1 ? '1 forum er godkendt' : `${n} fora er godkendt`),
    tableCaption: (n) => (n === 1 ? '1 forum i bilaget' : `${n} fora i bilaget`),
    columns: { name: 'Forum', change: 'Mod registret', sureness: 'Hvor sikkert?', state: 'Afgørelse' },
    changes: { new: 'Nyt', changed: 'Ændret', same: 'Uændret', merge: 'Måske det samme' },
    decisions: {
      pending: 'Venter',
      accepted: 'Godkendt',
      merged: 'Godkendt',
      skipped: 'Sprunget over',
      setAside: 'Sat til side',
    },
    noName: 'Forum uden navn',
    gone: 'Står ikke i bilaget',
    goneCount: (n) => (n === 1 ? '1 forum i registret' : `${n} fora i registret`),
    goneText: 'Findes forummet ikke mere, kan du nedlægge det her. Ellers bliver det i registret.',
    close: 'Nedlæg',
    closeReason: 'Begrundelse',
    reasonGiven: (title) => `Står ikke i ”${title}”`,
    allDone: 'Alle fora i bilaget er behandlet',
    toRegister: 'Se registret',
    toAnnex: 'Se det nye bilag',
    undo: 'Fortryd',
    undone: 'Godkendelsen er fortrudt. Registret er, som det var før',
    notUndone: 'Forummet er ændret siden. Ret det i registret i stedet',
    takeUp: 'Tag frem igen',
    writeCategory: 'Skriv den kategori, forummet hører under',
    chooseNumber: 'Vælg, om det skal være ét forum eller ét for hver kommune',
    patternNeedsMark: 'Skriv {kommune} dér, hvor kommunens navn skal stå',
    chooseMunicipalities: 'Vælg mindst én kommune',
  },
  en: {
    title: 'Import of annex 1',
    lead: 'Read in a list of cooperation fora and accept it forum by forum. Nothing is stored in the register until you accept.',
    upload: 'Choose a file',
    file: 'The annex as a file',
    fileHint: 'Word (.docx), PDF with text, plain text (.txt) or Samvirk’s own .json. At most 20 MB',
    read: 'Read the annex',
    chooseFile: 'Choose the file to read',
    imports: 'Read in before',
    importsCount: (n) => (n === 1 ? '1 annex' : `${n} annexes`),
    none: 'No annex has been read in yet',
    noneText: 'The first annex gives the register its fora. The next one shows what has changed.',
    by: (name, at) => `${name}, ${at}`,
    left: (n, of) => `${n} of ${of} fora wait`,
    done: (n) => (n === 1 ? 'Done, 1 forum' : `Done, ${n} fora`),
    goOn: 'Go on reviewing',
    look: 'Look',
    nothingStored: 'Nothing is stored in the register until you accept.',
    counts: ({ accepted, aside, skipped, open }) =>
      `${accepted} accepted, ${aside} set aside, ${skipped} skipped, ${open} left.`,
    first: 'Review one by one',
    acceptSure: (n) => (n === 1 ? 'Accept the sure forum' : `Accept all ${n} sure ones`),
    acceptSureHint: 'The others stay, so that you can look at them.',
    accepted: (n) => (n === 1 ? '1 forum is accepted' : `${n} fora are accepted`),
    tableCaption: (n) => (n === 1 ? '1 forum in the annex' : `${n} fora in the annex`),
    columns: { name: 'Forum', change: 'Against the register', sureness: 'How sure?', state: 'Decision' },
    changes: { new: 'New', changed: 'Changed', same: 'Unchanged', merge: 'Perhaps the same' },
    decisions: {
      pending: 'Waiting',
      accepted: 'Accepted',
      merged: 'Accepted',
      skipped: 'Skipped',
      setAside: 'Set aside',
    },
    noName: 'Forum without a name',
    gone: 'Not in the annex',
    goneCount: (n) => (n === 1 ? '1 forum of the register' : `${n} fora of the register`),
    goneText: 'If the forum exists no more, you can close it down here. Otherwise it stays in the register.',
    close: 'Close down',
    closeReason: 'Reason',
    reasonGiven: (title) => `Not in “${title}”`,
    allDone: 'Every forum of the annex has been dealt with',
    toRegister: 'See the register',
    toAnnex: 'See the new annex',
    undo: 'Undo',
    undone: 'The acceptance is undone. The register is as it was before',
    notUndone: 'The forum has been changed since. Correct it in the register instead',
    takeUp: 'Take up again',
    writeCategory: 'Write the category the forum belongs to',
    chooseNumber: 'Choose whether it is one forum or one for each municipality',
    patternNeedsMark: 'Write {kommune} where the name of the municipality is to stand',
    chooseMunicipalities: 'Choose at least one municipality',
  },
})
