import type { Circle, Place } from './rules.ts'

export const lineHeight = 16
const longestLine = 18

/** Widths of IBM Plex Sans at 13 px, in groups; close enough to keep words apart. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[iljtfrI.,:;'|!()[\]/ -]/, 4.6],
  [/[mwMW%]/, 11],
  [/[A-ZÆØÅ&]/, 8.6],
]
const otherWidth = 7.2

/** The width of a line in the drawing's units, somewhat too large rather than too small. */
export const widthOf = (line: string): number =>
  line.split('').reduce((sum, letter) => sum + (widths.find(([letters]) => letters.test(letter))?.[1] ?? otherWidth), 0)

const vowel = /[aeiouyæøå]/i
const consonant = /[bcdfghjklmnpqrstvwxz]/i

/** A long word falls apart after the s that binds a compound, else between two consonants, else where the line ends. */
const parted = (word: string): string[] => {
  if (word.length <= longestLine + 2) return [word]
  for (let at = longestLine - 1; at >= 6; at -= 1) {
    if (/[bdgklmnprt]s$/.test(word.slice(0, at)) && /^[^tp]...+/.test(word.slice(at))) {
      return [`${word.slice(0, at)}-`, ...parted(word.slice(at))]
    }
  }
  for (let at = longestLine - 1; at >= 8; at -= 1) {
    const [before, after, next] = [word[at - 1] ?? '', word[at] ?? '', word[at + 1] ?? '']
    if (consonant.test(before) && consonant.test(after) && vowel.test(next)) {
      return [`${word.slice(0, at)}-`, ...parted(word.slice(at))]
    }
  }
  return [`${word.slice(0, longestLine - 1)}-`, ...parted(word.slice(longestLine - 1))]
}

/** A name in lines of about 18 characters; a long name gets wider lines rather than more than four. */
export const wrapped = (name: string): string[] => {
  const words = name.split(/\s+/).flatMap(parted)
  const limit = Math.max(longestLine, Math.ceil(name.length / 3.4))
  const lines: string[] = []
  for (const word of words) {
    const last = lines.at(-1)
    if (last !== undefined && !last.endsWith('-') && last.length + 1 + word.length <= limit) {
      lines[lines.length - 1] = `${last} ${word}`
    } else lines.push(word)
  }
  return lines
}

/** A rectangle on the drawing. */
export interface Box {
  left: number
  right: number
  top: number
  bottom: number
}

export const boxOfLabel = ({ lines, x, y, anchor }: Place & { lines: readonly string[]; anchor: string }): Box => {
  const width = Math.max(...lines.map(widthOf))
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2
  return { left, right: left + width, top: y - 11, bottom: y - 11 + lines.length * lineHeight }
}

export const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

export const boxOfCircle = ({ x, y, r }: Circle): Box => ({ left: x - r, right: x + r, top: y - r, bottom: y + r })

/** Whether a point lies in the box or within `room` of it. */
export const inside = (x: number, y: number, box: Box, room: number): boolean =>
  x > box.left - room && x < box.right + room && y > box.top - room && y < box.bottom + room
