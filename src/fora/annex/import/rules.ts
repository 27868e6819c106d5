import type { ForumKind, Level } from '../../register/rules.ts'
import type { OrganisationKind } from '../../directory/rules.ts'
import { saysOneOffice } from '../reading/participants.ts'
import type { ParticipantPart } from '../reading/proposal.ts'

export const decisions = ['pending', 'accepted', 'merged', 'skipped', 'setAside'] as const
export type Decision = (typeof decisions)[number]

/** An entry that somebody still has to decide. */
export const isOpen = (decision: Decision): boolean => decision === 'pending' || decision === 'setAside'

/** The kind of a forum, where its name alone says it. */
export const kindByName = (name: string): ForumKind => {
  if (/^kredsråd/iu.test(name)) return 'districtCouncil'
  if (/^kontaktudvalg/iu.test(name)) return 'liaisonCommittee'
  return /^(de )?lokalråd(et|ene|)(?!\p{L}|\+)/iu.test(name) ? 'localCouncil' : 'standing'
}

/** The level, where the name says it or the kind has only one. */
export const levelByName = (name: string): Level | null => {
  if (/strategisk niveau/iu.test(name)) return 'strategic'
  if (/taktisk niveau/iu.test(name)) return 'tactical'
  if (/operati(v|vt|onelt) niveau/iu.test(name)) return 'operational'
  const kind = kindByName(name)
  return kind === 'districtCouncil' ? 'strategic' : kind === 'localCouncil' ? 'operational' : null
}

/** Stands for the municipality in the pattern of names. */
export const municipalityMark = '{kommune}'

interface Noun {
  plural: RegExp
  stem: string
  article: 'Det' | 'Den'
  ending: string
}

const nouns: readonly Noun[] = [
  ...['råd', 'udvalg', 'nævn', 'netværk'].map((stem): Noun => ({
    plural: new RegExp(`${stem}(e|ene)?$`, 'iu'),
    stem,
    article: 'Det',
    ending: 'et',
  })),
  { plural: /team(s|sene|ene)?$/iu, stem: 'team', article: 'Det', ending: 'et' },
  { plural: /møder(ne)?$/iu, stem: 'møde', article: 'Det', ending: 't' },
  { plural: /kommissioner(ne)?$/iu, stem: 'kommission', article: 'Den', ending: 'en' },
  { plural: /grupper(ne)?$/iu, stem: 'gruppe', article: 'Den', ending: 'n' },
]

const everyMunicipality = / (i|for|fra) ((de enkelte|hver enkelt|hver|alle|nogle|flere) )?kommune(r|rne)?$/iu

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * How one of several like bodies is called, with `{kommune}` for the municipality: "Lokalrådene" gives "Lokalrådet i
 * {kommune}", "Møder i de lokale trafiksikkerhedsudvalg" "Møder i det lokale trafiksikkerhedsudvalg i {kommune}". A word it
 * does not know keeps its form.
 */
export const namePattern = (plural: string): string => {
  const short = (plural.split(/\s[-–—]\s|\s\(/u)[0] ?? plural).replace(everyMunicipality, '').trim()
  const words = short.split(' ')
  const last = words.at(-1) ?? ''
  const noun = nouns.find((one) => one.plural.test(last))
  const place = ` i ${municipalityMark}`
  if (!noun) return `${short}${place}`
  const single = last.replace(noun.plural, (found) =>
    found.startsWith(noun.stem) ? noun.stem : noun.stem.charAt(0).toUpperCase() + noun.stem.slice(1),
  )
  if (words.length === 1) return `${single}${noun.ending}${place}`
  const before = words.slice(0, -1).join(' ')
  const within = /^(.*\s)?de (\p{Ll}+)$/u.exec(before)
  if (within) return `${within[1] ?? ''}${noun.article.toLowerCase()} ${within[2] ?? ''} ${single}${place}`
  return /^\p{L}+e$/u.test(before) ? `${noun.article} ${lowerFirst(before)} ${single}${place}` : `${short}${place}`
}

export const nameIn = (pattern: string, municipality: string): string =>
  pattern.replaceAll(municipalityMark, municipality)

export interface CategoryWords {
  number: number | null
  name: string
}

/** "4. Beredskab" taken apart; a name without number has none. */
export const categoryOfWords = (words: string): CategoryWords => {
  const [, number, name] = /^(\d{1,3})[.)]\s*(.+)$/su.exec(words.trim()) ?? []
  return number !== undefined && name !== undefined
    ? { number: Number(number), name: name.trim() }
    : { number: null, name: words.trim() }
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export interface ProposedSeat {
  /** Place in the list of participants; the form sends it. */
  index: number
  kind: 'office' | 'organisation'
  /** Title of the office or name of the organisation, as it would be made. */
  name: string
  organisationKind: OrganisationKind
}

const organisationKindOf = (name: string): OrganisationKind => {
  if (/politi/iu.test(name)) return 'police'
  if (/kommune/iu.test(name)) return 'municipality'
  if (/region/iu.test(name)) return 'region'
  if (/(^|\s)(by)?ret(ten|terne)?$/iu.test(name)) return 'court'
  if (/styrelse|skat|kriminalforsorg|advokatur|myndighed/iu.test(name)) return 'stateAuthority'
  return /forening|organisation|forbund/iu.test(name) ? 'association' : 'other'
}

/** "OVERSIGT OVER FORA" as a sentence is written; a title with small letters in it stays as it is. */
export const calmTitle = (title: string): string => {
  const text = title.trim()
  return /\p{Ll}/u.test(text) ? text : upperFirst(text.toLowerCase())
}

/** "Køge" or "kommunerne i Køge" among participants is Køge Kommune. */
const municipalityNamed = ({ words, municipality }: ParticipantPart): string | null => {
  if (municipality === null) return null
  const rest = words
    .replace(/^(en |én )?repræsentant(er|)\s+(for|fra)\s+/iu, '')
    .replace(/^kommun(en|erne)( i)? /iu, '')
  return rest === municipality || rest === `${municipality} Kommune` ? `${municipality} Kommune` : null
}

const notABody =
  /^(relevante|andre|øvrige|særlige|kommunerne|de |det |lokalsamfund)|\b(behov|myndigheder|samarbejdspartnere|parter)$/iu

/**
 * The seats that the participants of one forum can be taken over as: single offices and named bodies. Several offices in one
 * breath ("borgmestrene"), loose groups and `doubtful` names are left to people.
 */
export const proposedSeats = (
  parts: readonly ParticipantPart[],
  doubtful: readonly string[] = [],
): readonly ProposedSeat[] => {
  const seats: ProposedSeat[] = []
  parts.forEach((part, index) => {
    const place = municipalityNamed(part)
    const name = place ?? upperFirst(part.words.replace(/^(en |én )?repræsentant(er|)\s+(for|fra)\s+/iu, '').trim())
    if (name === '' || name.length > 150 || doubtful.includes(name)) return
    const isBody = place !== null || (part.kind === 'organisation' && !notABody.test(name))
    if (!isBody && !(part.kind === 'office' && saysOneOffice(part.words))) return
    if (seats.some((seat) => seat.name === name)) return
    seats.push({
      index,
      kind: isBody ? 'organisation' : 'office',
      name,
      organisationKind: isBody ? organisationKindOf(name) : 'other',
    })
  })
  return seats
}
