import { expect, test } from 'vitest'
import { type Actor, publicActor } from '../../people/actor.ts'
import { mayNote } from './rules.ts'

const forumId = 'f'
const actor = (more: Partial<Actor>): Actor => ({ ...publicActor('mvsj', ''), accountId: 'a', ...more })
const granted = (role: Actor['grants'][number]['role']) => ({ grants: [{ role, municipalityCode: null }] })

test('notes are for readers with an account, not for visitors or an auditor without a seat', () => {
  const seat = { fora: [{ forumId, lead: false }] }
  expect(mayNote(publicActor('mvsj', ''), { forumId })).toBe(false)
  expect(mayNote(actor(granted('auditor')), { forumId })).toBe(false)
  expect(mayNote(actor({ ...granted('auditor'), fora: [{ forumId: 'x', lead: true }] }), { forumId })).toBe(false)
  expect(mayNote(actor({ ...granted('auditor'), ...seat }), { forumId })).toBe(true)
  for (const role of ['administrator', 'secretariat', 'partner', 'municipalCoordinator'] as const)
    expect(mayNote(actor(granted(role)), { forumId })).toBe(true)
  expect(mayNote(actor(seat), { forumId })).toBe(true)
  expect(mayNote(actor({}), { forumId })).toBe(true)
})
