import type { AnnexField } from './proposal.ts'
import { editDistance } from './spelling.ts'

/** Ways districts write the labels. Compared by letters alone, so case, points, slashes and blanks do not matter. */
const spellings: Record<AnnexField, readonly string[]> = {
  topic: ['Emne', 'Emner', 'Emneområde', 'Sagsområde', 'Tema'],
  legalBasis: [
    'Lovgrl./komm.',
    'Lovgrl.',
    'Lovgrl./kommissorium',
    'Lovgrundl./komm.',
    'Lovgrundlag',
    'Lovgrundlag/komm.',
    'Lovgrundlag/kommissorium',
    'Lovgrundlag og kommissorium',
    'Lovgrundlag/evt. kommissorium',
    'Retsgrundlag',
    'Retligt grundlag',
    'Hjemmel',
    'Lovhjemmel',
    'Hjemmelsgrundlag',
    'Kommissorium',
  ],
  purpose: [
    'Formål',
    'Formål/mål',
    'Formål og mål',
    'Formål/målsæt.',
    'Formål/målsætning',
    'Formål/målsætninger',
    'Formål og målsætning',
    'Målsæt.',
    'Målsætning',
  ],
  actionPlans: [
    'Handleplan',
    'Handleplaner',
    'Handlingsplan',
    'Handlingsplaner',
    'Evt. handleplan',
    'Evt. handleplaner',
    'Evt. handlingsplan',
    'Evt. handlingsplaner',
    'Eventuelle handleplaner',
    'Eventuelle handlingsplaner',
  ],
  interfaces: ['Snitflade', 'Snitflader', 'Snitflader til andre fora', 'Evt. snitflader', 'Grænseflader'],
  participants: [
    'Deltager',
    'Deltagere',
    'Deltagerkreds',
    'Medlemmer',
    'Medlemskreds',
    'Deltagere/medlemmer',
    'Sammensætning',
  ],
  cadence: [
    'Antal møder',
    'Antal møder pr. år',
    'Antal møder om året',
    'Antal møder årligt',
    'Antal årlige møder',
    'Mødeantal',
    'Mødefrekvens',
    'Mødehyppighed',
    'Møder pr. år',
    'Møder',
    'Frekvens',
    'Hyppighed',
  ],
}

const keyOf = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}]/gu, '')

const fieldOfKey = new Map<string, AnnexField>()
for (const field of ['topic', 'legalBasis', 'purpose', 'actionPlans', 'interfaces', 'participants', 'cadence'] as const)
  for (const spelling of spellings[field]) fieldOfKey.set(keyOf(spelling), field)

const longest = Math.max(...[...fieldOfKey.keys()].map((key) => key.length))

export interface LabelMatch {
  field: AnnexField
  /** The label as printed. */
  label: string
  /** What follows on the same line. */
  value: string
  spelling: 'exact' | 'near'
  /** A common word followed by a small letter: a label only where one is expected. */
  weak: boolean
}

/** The field whose label is written exactly so, apart from case, points and blanks. */
export const fieldOfLabel = (text: string): AnnexField | null => fieldOfKey.get(keyOf(text)) ?? null

const allowedSlips = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : length < 14 ? 2 : 3)

const nearField = (text: string): AnnexField | null => {
  const key = keyOf(text)
  if (key.length > longest + 3) return null
  let best: { field: AnnexField; slips: number } | null = null
  for (const [known, field] of fieldOfKey) {
    const most = Math.min(allowedSlips(key.length), allowedSlips(known.length))
    if (most === 0) continue
    const slips = editDistance(key, known, most)
    if (slips <= most && (!best || slips < best.slips)) best = { field, slips }
  }
  return best?.field ?? null
}

const valueFrom = (text: string): string => text.replace(/^[\s:]+/, '').trim()

/** "Label<separator>value", where the separator is a tab, a colon or several blanks. */
const separated = (text: string): LabelMatch | null => {
  for (const separator of [/\t/, /:/, / {2,}/]) {
    const at = text.search(separator)
    if (at < 2 || at > 40) continue
    const label = text.slice(0, at).replace(/[\s:]+$/, '')
    const found = { label, value: valueFrom(text.slice(at)), weak: false }
    const exact = fieldOfLabel(label)
    if (exact) return { ...found, field: exact, spelling: 'exact' }
    const near = nearField(label)
    if (near) return { ...found, field: near, spelling: 'near' }
  }
  return null
}

const alone = (text: string): LabelMatch | null => {
  const label = text.replace(/[\s:]+$/, '')
  if (label.length > 40) return null
  const exact = fieldOfLabel(label)
  if (exact) return { field: exact, label, value: '', spelling: 'exact', weak: false }
  // A short heading is easily one letter from a label, so a slip needs a longer word or the colon.
  const near = keyOf(label).length >= 7 || text.endsWith(':') ? nearField(label) : null
  return near ? { field: near, label, value: '', spelling: 'near', weak: false } : null
}

const ordinaryWords =
  /^(emner?|tema|formål|målsætning|møder|deltagere?|medlemmer|hjemmel|frekvens|hyppighed|kommissorium|handle?plan(er)?|handlingsplan(er)?|sammensætning)$/i

/** "Label value" with one blank between. */
const leading = (text: string): LabelMatch | null => {
  const words = text.split(' ')
  for (let count = Math.min(4, words.length - 1); count >= 1; count -= 1) {
    const label = words.slice(0, count).join(' ')
    const field = fieldOfLabel(label)
    if (!field) continue
    const value = words.slice(count).join(' ').trim()
    if (value === '') return null
    const weak = ordinaryWords.test(label) && !/^[\p{Lu}\d§"”“»–-]/u.test(value)
    return { field, label, value, spelling: 'exact', weak }
  }
  return null
}

/** The label a line begins with, or null. The line is trimmed and cleaned; its inner tabs and blanks are kept. */
export const matchLabel = (text: string): LabelMatch | null => separated(text) ?? alone(text) ?? leading(text)
