import { defineTexts, type Language } from '../../base/language.ts'
import type { FileKind } from '../../documents/file-kinds.ts'
import type { RefusalReason } from '../../documents/intake/refusal.ts'

/** Why a paper's file was refused, and what to do about it. Nothing of a refused file is kept. */
export type PaperFault = Exclude<RefusalReason, 'noText'> | 'infected' | 'scanDown' | 'cpr' | 'known'

const kindNames: Record<FileKind, string> = {
  pdf: 'PDF',
  docx: 'Word',
  xlsx: 'Excel',
  pptx: 'PowerPoint',
  odt: 'OpenDocument',
  ods: 'OpenDocument',
  png: 'PNG',
  jpg: 'JPEG',
  webp: 'WebP',
  txt: 'tekst',
  csv: 'CSV',
}

const many = (count: number, one: string, more: string): string => `${String(count)} ${count === 1 ? one : more}`

export const paperTexts = defineTexts({
  da: {
    title: 'Bilag',
    of: (item: string) => `Bilag til: ${item}`,
    lead: 'Bilag er lukkede, til du åbner dem. Medlemmerne ser dem, når mødet er indkaldt.',
    leadReader: 'Bilagene til punktet, i den rækkefølge de gennemgås.',
    none: 'Punktet har ingen bilag',
    noneLead: 'Vælg en eller flere filer nedenfor.',
    papers: (count: number) => many(count, 'bilag', 'bilag'),
    about: (kind: FileKind, pages: number | null, size: string) =>
      [
        kindNames[kind],
        pages === null ? size : many(pages, kind === 'pptx' ? 'dias' : 'side', kind === 'pptx' ? 'dias' : 'sider'),
      ].join(', '),
    kilobytes: (count: number) => `${String(count)} kB`,
    megabytes: (count: string) => `${count} MB`,
    closed: 'lukket',
    open: 'åbent',
    states: { closed: 'Lukket bilag', open: 'Åbent bilag' },
    closedWhy: (ground: string) => `Lukket. Grund: ${ground}.`,
    closedYet: 'Lukket, fordi det ikke er åbnet endnu.',
    review: (day: string) => `Vurderes igen ${day}.`,
    openTo: {
      leads: 'Mødet er ikke indkaldt endnu, så kun de ansvarlige ser bilaget.',
      members: 'Punktet eller mødet er lukket, så kun medlemmerne ser bilaget.',
      partners: 'Samarbejdspartnerne kan se bilaget.',
      public: 'Alle kan se bilaget.',
    },
    add: 'Læg bilag ind',
    manage: 'Læg bilag ind og ret dem',
    manageOpenness: 'Åbn eller luk bilag',
    files: 'Filer',
    filesHint:
      'PDF, Word, Excel, PowerPoint, OpenDocument, billeder, tekst og CSV. Højst 20 MB i alt. Du kan vælge flere på en gang.',
    addButton: 'Læg filerne ind',
    unscanned: 'Filer bliver ikke undersøgt for virus her',
    unscannedText:
      'Der er ikke sat en virusscanner op til Samvirk. Læg kun filer ind, som din egen maskine har undersøgt.',
    wasUnscanned: 'Filen er ikke undersøgt for virus.',
    added: (count: number) => (count === 1 ? 'Bilaget er lagt ind' : `${String(count)} bilag er lagt ind`),
    someRefused: (stored: number) =>
      stored === 0
        ? 'Intet er lagt ind.'
        : `${stored === 1 ? 'Det ene bilag, der kunne bruges,' : `De ${String(stored)} bilag, der kunne bruges,`} er lagt ind.`,
    refused: (name: string, reason: string) => `${name}: ${reason}`,
    chooseFile: 'Vælg mindst en fil',
    up: 'Flyt op',
    down: 'Flyt ned',
    edit: 'Ret',
    fields: {
      titel: 'Titel',
      fil: 'Ny fil',
      aabenhed: 'Hvem må se bilaget?',
      grund: 'Grund til at lukke',
      eftersyn: 'Vurderes igen',
    },
    hints: {
      fil: 'Den nye udgave bliver den, der vises. De gamle bliver gemt.',
      eftersyn: 'Den dag skal nogen vurdere, om bilaget stadig skal være lukket.',
    },
    chooseGround: 'Vælg en grund',
    openLabel: 'Åbent: bilaget følger punktet og mødet',
    openHint:
      'Samarbejdspartnere og offentligheden får en kopi uden forfatter, firma, kommentarer, slettet tekst og talernoter.',
    closedLabel: 'Lukket: kun medlemmerne',
    saveTitle: 'Gem titlen',
    saveOpenness: 'Gem',
    opennessTitle: 'Åbent eller lukket',
    newVersion: 'Læg en ny udgave ind',
    newVersionButton: 'Læg udgaven ind',
    versions: 'Udgaver',
    versionOf: (number: number) => `Udgave ${String(number)}`,
    storedBy: (name: string, when: string) => `${name}, ${when}`,
    current: 'Vises nu',
    same: 'Det er den samme fil som den, der vises nu. Der er ikke lavet en ny udgave.',
    stored: 'Den nye udgave er lagt ind og vises nu.',
    saved: 'Ændringen er gemt.',
    remove: 'Fjern bilaget',
    removeLead: 'Bilaget forsvinder fra dagsordenen. Det kan gendannes.',
    removed: 'Bilaget er fjernet og vises kun for dem, der har ansvar for mødet.',
    removedPapers: 'Fjernede bilag',
    restore: 'Gendan',
    file: 'Fil',
    download: (kind: FileKind) => `Hent filen (${kindNames[kind]})`,
    openFile: 'Åbn filen for sig',
    preview: 'Visning',
    noPreview: 'Filen kan ikke vises her. Hent den for at læse den.',
    backToItem: 'Tilbage til punktet',
    allPapers: 'Alle bilag til punktet',
    facts: 'Om bilaget',
    openness: 'Åbenhed',
    locked: 'Referatet er godkendt, så bilagene kan ikke ændres. De kan stadig åbnes og lukkes.',
    faults: {
      empty: 'Filen er tom. Se efter, om den er gemt helt, og vælg den igen.',
      tooLarge: 'Filen er større end 20 MB. Gem den med mindre billeder, eller del den i to.',
      wrongType: 'Filtypen kan ikke bruges. Gem filen som PDF, og vælg den igen.',
      mismatch: 'Filens indhold passer ikke til dens endelse. Gem den igen i det program, den er lavet i.',
      encrypted:
        'Filen er beskyttet med adgangskode, så andre kan ikke læse den. Fjern adgangskoden, og vælg den igen.',
      damaged: 'Filen er beskadiget eller ikke hentet helt. Find originalen, og vælg den igen.',
      zipBomb: 'Filen fylder unormalt meget, når den pakkes ud, og er derfor afvist.',
      tooComplex: 'Filen er for omfattende til at blive undersøgt. Del den i flere filer.',
      macro:
        'Filen indeholder makroer, og dem tager vi ikke imod. Gem den uden makroer (.docx, .xlsx eller .pptx) eller som PDF.',
      hidden:
        'Filen har ark, rækker, kolonner, dias eller pivotdata, der er skjult, og som andre ville kunne finde. Vis eller slet dem, og læg filen ind som en ny udgave.',
      infected: 'Der er fundet virus i filen. Den er ikke gemt, og fundet er noteret i loggen.',
      scanDown: 'Filen kunne ikke undersøges for virus lige nu. Den er ikke gemt. Prøv igen om lidt.',
      cpr: 'Filens navn ligner et CPR-nummer. Giv filen et andet navn. Oplysninger om borgere må ikke stå her.',
      known: 'Filen ligger her allerede. Den er ikke lagt ind igen.',
    } satisfies Record<PaperFault, string>,
    changedMeanwhile: 'En anden har ændret bilaget imens. Dit valg er ikke gemt. Se det efter, og gem igen.',
    notOpened: 'Bilaget kan ikke åbnes, fordi dets skjulte oplysninger ikke kan fjernes:',
    problems: {
      title: 'Skriv en titel',
      choose: 'Vælg, om bilaget er åbent eller lukket',
      noGround: 'Vælg en grund til at lukke bilaget',
      noReview: 'Skriv den dag, lukningen skal vurderes igen',
      reviewPast: 'Skriv en dag, der kommer',
      reviewFar: 'Skriv en dag inden for de næste ti år',
      day: 'Skriv en dag, der findes',
    },
    contents: 'Indhold',
  },
  en: {
    title: 'Papers',
    of: (item: string) => `Papers for: ${item}`,
    lead: 'Papers are closed until you open them. Members see them once the meeting is summoned.',
    leadReader: 'The papers of the item, in the order they are gone through.',
    none: 'The item has no papers',
    noneLead: 'Choose one or more files below.',
    papers: (count: number) => many(count, 'paper', 'papers'),
    about: (kind: FileKind, pages: number | null, size: string) =>
      [
        kind === 'txt' ? 'text' : kindNames[kind],
        pages === null ? size : many(pages, kind === 'pptx' ? 'slide' : 'page', kind === 'pptx' ? 'slides' : 'pages'),
      ].join(', '),
    kilobytes: (count: number) => `${String(count)} kB`,
    megabytes: (count: string) => `${count} MB`,
    closed: 'closed',
    open: 'open',
    states: { closed: 'Closed paper', open: 'Open paper' },
    closedWhy: (ground: string) => `Closed. Ground: ${ground}.`,
    closedYet: 'Closed, because it has not been opened yet.',
    review: (day: string) => `To be reviewed on ${day}.`,
    openTo: {
      leads: 'The meeting is not summoned yet, so only those in charge see the paper.',
      members: 'The item or the meeting is closed, so only the members see the paper.',
      partners: 'Partners can see the paper.',
      public: 'Everyone can see the paper.',
    },
    add: 'Add papers',
    manage: 'Add and change papers',
    manageOpenness: 'Open or close papers',
    files: 'Files',
    filesHint:
      'PDF, Word, Excel, PowerPoint, OpenDocument, pictures, text and CSV. At most 20 MB together. You can choose several at once.',
    addButton: 'Add the files',
    unscanned: 'Files are not scanned for viruses here',
    unscannedText: 'No virus scanner has been set up for Samvirk. Add only files that your own computer has scanned.',
    wasUnscanned: 'The file has not been scanned for viruses.',
    added: (count: number) => (count === 1 ? 'The paper has been added' : `${String(count)} papers have been added`),
    someRefused: (stored: number) =>
      stored === 0
        ? 'Nothing has been added.'
        : `${stored === 1 ? 'The one paper that could be used' : `The ${String(stored)} papers that could be used`} ${stored === 1 ? 'has' : 'have'} been added.`,
    refused: (name: string, reason: string) => `${name}: ${reason}`,
    chooseFile: 'Choose at least one file',
    up: 'Move up',
    down: 'Move down',
    edit: 'Edit',
    fields: {
      titel: 'Title',
      fil: 'New file',
      aabenhed: 'Who may see the paper?',
      grund: 'Ground for closing',
      eftersyn: 'To be reviewed on',
    },
    hints: {
      fil: 'The new version becomes the one that is shown. The old ones are kept.',
      eftersyn: 'On that day somebody must review whether the paper must still be closed.',
    },
    chooseGround: 'Choose a ground',
    openLabel: 'Open: the paper follows its item and meeting',
    openHint: 'Partners and the public get a copy without author, company, comments, deleted text and speaker notes.',
    closedLabel: 'Closed: members only',
    saveTitle: 'Save the title',
    saveOpenness: 'Save',
    opennessTitle: 'Open or closed',
    newVersion: 'Add a new version',
    newVersionButton: 'Add the version',
    versions: 'Versions',
    versionOf: (number: number) => `Version ${String(number)}`,
    storedBy: (name: string, when: string) => `${name}, ${when}`,
    current: 'Shown now',
    same: 'This is the same file as the one shown now. No new version was made.',
    stored: 'The new version has been added and is shown now.',
    saved: 'The change is saved.',
    remove: 'Remove the paper',
    removeLead: 'The paper disappears from the agenda. It can be restored.',
    removed: 'The paper has been removed and is shown only to those in charge of the meeting.',
    removedPapers: 'Removed papers',
    restore: 'Restore',
    file: 'File',
    download: (kind: FileKind) => `Download the file (${kind === 'txt' ? 'text' : kindNames[kind]})`,
    openFile: 'Open the file by itself',
    preview: 'View',
    noPreview: 'The file cannot be shown here. Download it to read it.',
    backToItem: 'Back to the item',
    allPapers: 'All papers of the item',
    facts: 'About the paper',
    openness: 'Openness',
    locked: 'The minutes are approved, so the papers cannot be changed. They can still be opened and closed.',
    faults: {
      empty: 'The file is empty. See whether it was saved completely, and choose it again.',
      tooLarge: 'The file is larger than 20 MB. Save it with smaller pictures, or split it in two.',
      wrongType: 'This type of file cannot be used. Save the file as a PDF and choose it again.',
      mismatch: 'The contents of the file do not fit its ending. Save it again in the program it was made with.',
      encrypted:
        'The file is protected by a password, so others cannot read it. Remove the password and choose it again.',
      damaged: 'The file is damaged or incomplete. Find the original and choose it again.',
      zipBomb: 'The file becomes abnormally large when unpacked and was therefore refused.',
      tooComplex: 'The file is too extensive to be examined. Split it into several files.',
      macro:
        'The file contains macros, which are not accepted. Save it without macros (.docx, .xlsx or .pptx) or as a PDF.',
      hidden:
        'The file has hidden sheets, rows, columns, slides or pivot data that others could find. Show or delete them, and add the file as a new version.',
      infected: 'A virus was found in the file. It is not stored, and the finding is noted in the log.',
      scanDown: 'The file could not be scanned for viruses just now. It is not stored. Try again shortly.',
      cpr: 'The name of the file looks like a civil registration number. Give the file another name. Nothing about citizens may stand here.',
      known: 'The file is here already. It was not added again.',
    },
    changedMeanwhile:
      'Somebody else changed the paper meanwhile. Your choice is not saved. Look it over and save again.',
    notOpened: 'The paper cannot be opened, because its hidden information cannot be removed:',
    problems: {
      title: 'Write a title',
      choose: 'Choose whether the paper is open or closed',
      noGround: 'Choose a ground for closing the paper',
      noReview: 'Write the day on which the closing is to be reviewed',
      reviewPast: 'Write a day to come',
      reviewFar: 'Write a day within the next ten years',
      day: 'Write a day that exists',
    },
    contents: 'Contents',
  },
})

/** "340 kB" or "2,5 MB". */
export const sizeWords = (bytes: number, lang: Language): string => {
  const t = paperTexts[lang]
  if (bytes < 1_000_000) return t.kilobytes(Math.max(1, Math.round(bytes / 1000)))
  const count = new Intl.NumberFormat(lang === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 }).format(
    bytes / 1_000_000,
  )
  return t.megabytes(count)
}
