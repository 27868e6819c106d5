import { expect, test } from 'vitest'
import { openableTo, openingRefusal } from './opening-rules.ts'

const rule = { openingMajority: true, openingChair: true }
const refused = (
  to: 'closed' | 'partners' | 'public',
  part: { forum?: 'closed' | 'partners' | 'public'; inFavour?: number; chair?: boolean; rule?: typeof rule } = {},
) =>
  openingRefusal(to, {
    forum: part.forum ?? 'public',
    rule: part.rule ?? rule,
    consent: { members: 8, inFavour: part.inFavour ?? 5, chairConsents: part.chair ?? true },
  })

test('a meeting is opened with a majority of all members and the consent of the chair', () => {
  expect(refused('public')).toBeNull()
  expect(refused('public', { inFavour: 4 })).toBe('majority')
  expect(refused('public', { chair: false })).toBe('chair')
  expect(refused('public', { inFavour: 9 })).toBe('count')
})

test('never further than its forum', () => {
  expect(refused('public', { forum: 'partners' })).toBe('forum')
  expect(refused('partners', { forum: 'partners' })).toBeNull()
  expect(refused('partners', { forum: 'closed' })).toBe('forum')
  expect(openableTo('closed')).toEqual([])
  expect(openableTo('public')).toEqual(['partners', 'public'])
})

test('the standing orders decide what it takes', () => {
  expect(refused('public', { inFavour: 0, rule: { openingMajority: false, openingChair: true } })).toBeNull()
  expect(refused('public', { chair: false, rule: { openingMajority: true, openingChair: false } })).toBeNull()
})

test('closing it again takes nothing', () => {
  expect(refused('closed', { inFavour: 0, chair: false })).toBeNull()
})
