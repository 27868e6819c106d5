import { describe, expect, test } from 'vitest'
import { isListOf, isNumber, isOneOf, isOr, isShape, isText, isTexts, readJson, readTexts } from './read.ts'

const isState = isShape({
  state: isOneOf('waiting', 'running'),
  current: isOr(isOneOf(null), isShape({ number: isNumber, title: isText })),
})

describe('what an island is given', () => {
  test('is read when it has the shape, whatever more there is', () => {
    const json = '{"state":"running","current":{"number":2,"title":"Trafikken","more":[]},"more":1}'
    expect(readJson(json, isState)?.current?.title).toBe('Trafikken')
    expect(readJson('{"state":"waiting","current":null}', isState)).toEqual({ state: 'waiting', current: null })
  })

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['null', 'null'],
    ['a list', '[]'],
    ['a part left out', '{"state":"running"}'],
    ['a state there is none of', '{"state":"over","current":null}'],
    ['a number as text', '{"state":"running","current":{"number":"2","title":"Trafikken"}}'],
  ])('counts as not given when it is %s', (_, json) => {
    expect(readJson(json, isState)).toBeNull()
  })

  test('may be a list, each of the same shape', () => {
    const isList = isListOf(isShape({ words: isText }))
    expect(readJson('[{"words":"a"},{"words":"b"}]', isList)).toHaveLength(2)
    expect(readJson('[]', isList)).toEqual([])
    expect(readJson('[{"words":"a"},{"words":1}]', isList)).toBeNull()
    expect(readJson('{"0":{"words":"a"}}', isList)).toBeNull()
  })

  test('is texts by name, or none at all', () => {
    expect(readTexts('{"saved":"Gemt kl. {time}"}')).toEqual({ saved: 'Gemt kl. {time}' })
    for (const json of [undefined, '', '["a"]', '{"a":1}', 'null']) expect(readTexts(json)).toEqual({})
    expect(readJson('{"a":null}', isTexts)).toBeNull()
  })
})
