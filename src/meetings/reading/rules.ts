import { type Actor, identityOf } from '../../people/actor.ts'

/**
 * Whoever has an account may note down something to an item they may read. Not one who reads everything to look over the
 * others' shoulders, an auditor, unless they sit in the forum. Row-level security asks the same.
 */
export const mayNote = (actor: Actor, { forumId }: { forumId: string }): boolean => {
  if (actor.accountId === null) return false
  const { reach, writes, fora } = identityOf(actor)
  return reach !== 'all' || writes || fora.includes(forumId)
}
