import { likeness, normalised, shared, stems } from './likeness.ts'

/** A forum, or a group of fora ("Lokalrådene"), that an interface can name. */
export interface Named {
  readonly id: string
  readonly name: string
  readonly aliases?: readonly string[]
}

/**
 * What one named interface was matched to. `sure`: the name is written, in some form of its words, and is nobody
 * else's. `check`: somebody must decide; the target is given only when there is one candidate. `none`: nobody is like it.
 */
export interface InterfaceMatch {
  readonly words: string
  readonly targetId: string | null
  readonly targetName: string | null
  readonly confidence: 'sure' | 'check' | 'none'
  /** Ids, the likeliest first. */
  readonly candidates: readonly string[]
}

/** Words so common in the names of fora that having only them together says nothing. */
const common = new Set(
  [
    'mød',
    'udvalg',
    'forum',
    'samarbejd',
    'netværk',
    'lokal',
    'kommun',
    'kommunal',
    'politi',
    'region',
    'grup',
    'arbejdsgrup',
  ].concat(['niveau', 'arbejd', 'råd', 'øvrig', 'taktisk', 'strategisk', 'operativ']),
)
const likeEnough = 0.6

/** The stems of a text that say what it is about: without those that half of all fora have in their names. */
export const tellingStems = (text: string): readonly string[] => stems(text).filter((word) => !common.has(word))

/** "Koordinationsudvalg – kriminalitetsforebyggelse (taktisk niveau)" is called "Koordinationsudvalg" for short. */
const shortName = (name: string): string => name.split(/\s[-–—]\s|[(,:]/u)[0] ?? name

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.length > 0 && shared(a, b) === a.length
const withoutMeeting = (words: readonly string[]): readonly string[] => words.filter((word) => word !== 'mød')
const isTelling = (words: readonly string[]): boolean => words.some((word) => !common.has(word))

/** How well the words name a forum, the best first. */
const grades = ['letters', 'name', 'shortName', 'likely', 'none'] as const
type Grade = (typeof grades)[number]

const gradeOf = (words: string, name: string): Grade => {
  if (normalised(words) === normalised(name)) return 'letters'
  const [said, full, short] = [stems(words), stems(name), stems(shortName(name))]
  if (isSame(said, full)) return 'name'
  if (isSame(said, short)) return 'shortName'
  if (!isTelling(said)) return 'none'
  const [mine, theirs] = [withoutMeeting(said), withoutMeeting(full)]
  const together = mine.filter((word) => shared([word], theirs) > 0)
  if (!isTelling(together)) return 'none'
  const isWithin = shared(mine, theirs) === Math.min(mine.length, theirs.length)
  return isWithin || likeness(words, name) >= likeEnough ? 'likely' : 'none'
}

const gradeOfAll = (words: string, one: Named): Grade => {
  const found = [one.name, ...(one.aliases ?? [])].map((name) => gradeOf(words, name))
  return grades.find((grade) => found.includes(grade)) ?? 'none'
}

/** True when the words are the name of one of the known, in some form. */
export const isNameOf = (words: string, known: readonly Named[]): boolean =>
  known.some((one) => ['letters', 'name', 'shortName'].includes(gradeOfAll(words, one)))

/** Finds whom the words of one interface name. A forum that names itself is matched to nobody. */
export const matchOne = (words: string, known: readonly Named[], self?: string): InterfaceMatch => {
  const graded = known.map((one) => ({ one, grade: gradeOfAll(words, one) }))
  const best = grades.find((grade) => graded.some((entry) => entry.grade === grade)) ?? 'none'
  const found = graded.filter((entry) => entry.grade === best).map((entry) => entry.one)
  const isSelf = best !== 'likely' && found.length === 1 && found[0]?.id === self
  const others = best === 'none' || isSelf ? [] : found.filter((one) => one.id !== self)
  const inOrder = others.toSorted((a, b) => likeness(words, b.name) - likeness(words, a.name))
  const only = inOrder.length === 1 ? inOrder[0] : undefined
  return {
    words,
    targetId: only?.id ?? null,
    targetName: only?.name ?? null,
    confidence: inOrder.length === 0 ? 'none' : only !== undefined && best !== 'likely' ? 'sure' : 'check',
    candidates: inOrder.map((one) => one.id),
  }
}
