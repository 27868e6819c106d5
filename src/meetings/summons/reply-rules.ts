import type { Answer, Invited } from './invitation-store.ts'
import type { Reply } from './rules.ts'

/** Those invited, by what they answered. A deputy comes, for somebody. */
export interface ReplyGroups {
  comes: readonly Invited[]
  declined: readonly Invited[]
  none: readonly Invited[]
}

/** Who comes, who has sent apologies, and who has said nothing. */
export const groupReplies = (invited: readonly Invited[]): ReplyGroups => ({
  comes: invited.filter(({ reply }) => reply === 'accepted' || reply === 'deputy'),
  declined: invited.filter(({ reply }) => reply === 'declined'),
  none: invited.filter(({ reply }) => reply === 'none'),
})

interface Deputy {
  personId: string | null
  name: string
  address: string
}

/** The deputy of an invitation or an answer; null when nobody stands in. */
export const deputyOf = ({
  reply,
  deputyPersonId,
  deputyName,
  deputyEmail,
}: Pick<Answer, 'deputyPersonId' | 'deputyName' | 'deputyEmail'> & { reply: Reply }): Deputy | null =>
  reply === 'deputy' ? { personId: deputyPersonId, name: deputyName, address: deputyEmail } : null

const isSame = (a: Deputy, b: Deputy): boolean =>
  a.personId !== null || b.personId !== null
    ? a.personId === b.personId
    : a.address.toLowerCase() === b.address.toLowerCase()

/** Which deputy is no longer to come, and which is to be asked, when one answer follows another. */
export function deputyChange(
  before: Deputy | null,
  after: Deputy | null,
): { gone: Deputy | null; asked: Deputy | null } {
  if (before !== null && after !== null && isSame(before, after)) return { gone: null, asked: null }
  return { gone: before, asked: after }
}
