import { z } from 'zod'
import { parseCadence } from '../../cadence/rules.ts'
import { forumKinds, levels, opennesses } from '../../register/rules.ts'
import { confidences, type ProposedField, type ProposedForum } from '../reading/proposal.ts'

const lineRange = z.tuple([z.int(), z.int()])

const note = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      'missing',
      'nameMissing',
      'labelTwice',
      'noParagraph',
      'cadenceUnparsed',
      'cadenceVaries',
      'numberedName',
    ]),
  }),
  z.object({ code: z.literal('strayWord'), word: z.string() }),
  z.object({ code: z.literal('misspelt'), word: z.string(), suggestion: z.string() }),
  z.object({ code: z.literal('misspeltLabel'), label: z.string() }),
  z.object({ code: z.literal('notMunicipality'), names: z.array(z.string()) }),
])

const field = z.object({
  value: z.string(),
  lines: lineRange.nullable(),
  confidence: z.enum(confidences),
  note: note.nullable(),
})

const forum = z.object({
  position: z.int(),
  category: z.object({ number: z.int().nullable(), name: z.string() }),
  name: field,
  topic: field,
  legalBasis: field,
  purpose: field,
  actionPlans: field,
  interfaces: field,
  participants: field,
  cadence: field,
  participantsSplit: z.array(
    z.object({
      words: z.string(),
      kind: z.enum(['office', 'organisation', 'group']),
      municipality: z.string().nullable(),
    }),
  ),
  perMunicipality: z.boolean(),
  sourceLines: lineRange,
  confidence: z.enum(confidences),
})

const annexTexts = {
  topic: z.string(),
  legalBasis: z.string(),
  purpose: z.string(),
  actionPlans: z.string(),
  interfaces: z.string(),
  participants: z.string(),
  cadence: z.string(),
}

const forumBefore = z.object({
  name: z.string(),
  kind: z.enum(forumKinds),
  categoryId: z.string(),
  level: z.enum(levels).nullable(),
  municipalityCode: z.string().nullable(),
  parentId: z.string().nullable(),
  groupId: z.string().nullable(),
  ...annexTexts,
  openness: z.enum(opennesses),
  personalData: z.boolean(),
})

const groupBefore = z.object({ name: z.string(), categoryId: z.string(), ...annexTexts })
export type GroupFields = z.infer<typeof groupBefore>

/** A body of the register that was made (`before` is null) or changed, with the version it got. */
const outcome = z.object({
  fora: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      before: forumBefore.nullable(),
      /** It was closed down before: since when and why. */
      closed: z.object({ since: z.string(), reason: z.string() }).nullable(),
    }),
  ),
  group: z.object({ id: z.string(), version: z.int(), before: groupBefore.nullable() }).nullable(),
  seats: z.array(z.string()),
})
/** What accepting an entry did to the register, so that it can be undone as long as nobody built on it. */
export type Outcome = z.infer<typeof outcome>

const stored = z.object({ forum, outcome: outcome.nullable() })

const plainField = ({ value, lines, confidence, note: reason }: ProposedField) => ({
  value,
  lines,
  confidence,
  note: reason,
})

/** An entry as it is kept: the proposal, and what became of it. The cadence is read from its words again. */
export const storedEntry = (proposal: ProposedForum, result: Outcome | null): string =>
  JSON.stringify({ forum: { ...proposal, cadence: plainField(proposal.cadence) }, outcome: result })

/** The proposal of a stored entry. Throws on anything else: nobody but the program writes there. */
export const readStored = (value: unknown): { forum: ProposedForum; outcome: Outcome | null } => {
  const found = stored.parse(value)
  const { cadence } = found.forum
  return {
    forum: { ...found.forum, cadence: { ...cadence, parsed: parseCadence(cadence.value) } },
    outcome: found.outcome,
  }
}
