import { expect, test } from 'vitest'
import { byStand, excerptOf, marks, prefixQuery } from './rules.ts'

const marked = (word: string) => `${marks.start}${word}${marks.end}`

test('a short decision is shown whole, with the words that were searched for', () => {
  expect(excerptOf(`Modellen fra ${marked('Køge')} afprøves.`)).toEqual({
    pieces: [
      { text: 'Modellen fra ', found: false },
      { text: 'Køge', found: true },
      { text: ' afprøves.', found: false },
    ],
    whole: true,
  })
})

test('of a long one whole sentences are shown, from the one with the word', () => {
  const filler = 'Det blev aftalt at gå videre. '.repeat(20)
  const plain = excerptOf(filler.trim())
  expect(plain.whole).toBe(false)
  expect(plain.pieces.map(({ text }) => text).join('')).toMatch(/aftalt at gå videre\.$/)
  const { pieces, whole } = excerptOf(`${filler}Politiet skaffer ${marked('tal')} for natten. ${filler}`)
  expect(whole).toBe(false)
  expect(pieces[0]?.text).toBe('Politiet skaffer ')
  expect(pieces[1]).toEqual({ text: 'tal', found: true })
})

test('municipalities that said nothing are left out', () => {
  expect(
    byStand([
      { municipality: 'Køge', stand: 'agrees' },
      { municipality: 'Stevns', stand: 'none' },
      { municipality: 'Greve', stand: 'awaits' },
      { municipality: 'Faxe', stand: 'agrees' },
    ]),
  ).toEqual([
    { stand: 'agrees', names: ['Køge', 'Faxe'] },
    { stand: 'awaits', names: ['Greve'] },
  ])
})

test('a search finds beginnings of words, and no sign in it is read as a query', () => {
  expect(prefixQuery('natte')).toBe('natte:*')
  expect(prefixQuery("Tryghed & !'nattelivet' | (")).toBe('tryghed:* & nattelivet:*')
  expect(prefixQuery(' ... ')).toBe('')
})
