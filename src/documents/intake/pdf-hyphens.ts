import type { PlacedText } from './pdf-lines.ts'

const softHyphen = '\u00ad'

/** What pdf.js says a page draws: for each text operation a list of glyphs, with numbers for the space between them. */
export const glyphsIn = (operations: readonly unknown[]): readonly string[] => {
  const glyphs: string[] = []
  for (const operation of operations) {
    const first: unknown = Array.isArray(operation) ? operation[0] : null
    const parts: readonly unknown[] = Array.isArray(first) ? first : []
    for (const part of parts)
      if (typeof part === 'object' && part !== null && 'unicode' in part && typeof part.unicode === 'string')
        glyphs.push(...Array.from(part.unicode.normalize('NFKC')).filter((glyph) => glyph.trim() !== ''))
  }
  return glyphs
}

/**
 * Puts hyphens back that pdf.js leaves out: where one glyph serves as hyphen and soft hyphen, a font may call both soft, and
 * those count as invisible. Follows the page's glyphs along its texts, which come in the same order. Where the two do not
 * agree, the texts stay as they are.
 */
export const withHyphens = <T extends PlacedText>(texts: readonly T[], glyphs: readonly string[]): readonly T[] => {
  if (!glyphs.includes(softHyphen)) return texts
  const mended: T[] = []
  let at = 0
  for (const item of texts) {
    let text = ''
    for (const letter of Array.from(item.text.normalize('NFKC'))) {
      if (letter.trim() !== '') {
        for (; glyphs[at] === softHyphen; at += 1) {
          const before = mended.findLast((one) => one.text.trim() !== '')
          if (text !== '') text += '-'
          else if (before) extend(before)
        }
        if (glyphs[at] !== letter) return texts
        at += 1
      }
      text += letter
    }
    mended.push({ ...item, text })
  }
  const last = mended.findLast((one) => one.text.trim() !== '')
  if (last && glyphs[at] === softHyphen) extend(last)
  return mended
}

/** A hyphen is about a third of the letter size wide, and without its width a gap would be taken for a space. */
const extend = (item: PlacedText): void => {
  item.text = `${item.text.trimEnd()}-`
  item.width += item.size * 0.35
}
