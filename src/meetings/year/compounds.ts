/** Words that often end a long Danish compound: it may be parted before them. */
const heads =
  'behandler|beredskab|dømt|forbrydelse|forebyggelse|foranstaltning|forening|gruppe|kommission|ledelse|møde|myndighed|niveau|ordning|organisation|relatere|samarbejde|sekretariat|stab|udvalg'
const seam = new RegExp(`(?<=\\p{L}{4})(?=(?:${heads}))`, 'giu')
const longWord = /\p{L}{16,}/gu

/** Lets long compounds be parted with a hyphen where their words meet, in cells too narrow for them. */
export const withSeams = (words: string): string => words.replace(longWord, (word) => word.replace(seam, '\u00ad'))
