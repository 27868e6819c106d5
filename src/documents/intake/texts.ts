import { defineTexts } from '../../base/language.ts'
import type { RefusalReason } from './refusal.ts'

/** Why a file was refused, and what the user can do about it. */
export const intakeTexts = defineTexts<Record<RefusalReason, string>>({
  da: {
    empty: 'Filen er tom.',
    tooLarge: 'Filen er større end 20 MB.',
    wrongType: 'Filtypen kan ikke læses. Brug en fil, der ender på .docx, .pdf, .txt eller .json.',
    mismatch: 'Filens indhold passer ikke til dens endelse. Gem den igen i det program, den er lavet i.',
    encrypted: 'Filen er beskyttet med adgangskode. Fjern beskyttelsen, og prøv igen.',
    damaged: 'Filen er beskadiget eller ikke hentet helt. Find originalen, og prøv igen.',
    noText: 'Filen indeholder ingen tekst. En scannet PDF skal først gennem tekstgenkendelse.',
    zipBomb: 'Filen fylder unormalt meget, når den pakkes ud, og er derfor afvist.',
    tooComplex: 'Filen er for omfattende til at blive læst. Gem kun bilaget i en fil for sig.',
    macro:
      'Filen indeholder makroer og er derfor afvist. Gem den uden makroer (.docx, .xlsx eller .pptx), og prøv igen.',
    hidden: 'Filen har ark, rækker, kolonner eller dias, der er skjult. Vis eller slet dem, og prøv igen.',
  },
  en: {
    empty: 'The file is empty.',
    tooLarge: 'The file is larger than 20 MB.',
    wrongType: 'This type of file cannot be read. Use a file ending in .docx, .pdf, .txt or .json.',
    mismatch: 'The contents of the file do not fit its ending. Save it again in the program it was made with.',
    encrypted: 'The file is protected by a password. Remove the protection and try again.',
    damaged: 'The file is damaged or incomplete. Find the original and try again.',
    noText: 'The file contains no text. A scanned PDF must go through text recognition first.',
    zipBomb: 'The file becomes abnormally large when unpacked and was therefore refused.',
    tooComplex: 'The file is too extensive to read. Save only the annex in a file of its own.',
    macro:
      'The file contains macros and was therefore refused. Save it without macros (.docx, .xlsx or .pptx) and try again.',
    hidden: 'The file has hidden sheets, rows, columns or slides. Show or delete them and try again.',
  },
})
