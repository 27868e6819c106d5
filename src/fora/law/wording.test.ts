import { describe, expect, test } from 'vitest'
import { fc } from '../../../test/properties.ts'
import { processorMs } from '../../../test/processor-time.ts'
import { actName, findPointers, isSamePlace } from './wording.ts'

const found = (words: string) =>
  findPointers(words).map(({ act, paragraph }) => [act ?? '?', paragraph].filter((part) => part !== '').join(' '))

describe('acts and paragraphs in the words of a legal basis', () => {
  test.each<[string, string[]]>([
    ['Retsplejelovens § 112', ['Retsplejeloven § 112']],
    ['Beredskabslovens § 9', ['Beredskabsloven § 9']],
    ['retsplejelovens §112', ['Retsplejeloven § 112']],
    ['Retsplejelovens § 112, jf. § 115, stk. 2', ['Retsplejeloven § 112', 'Retsplejeloven § 115, stk. 2']],
    ['jf. § 115, stk. 2', ['? § 115, stk. 2']],
    ['§ 115 stk 1 nr 3 i retsplejeloven', ['Retsplejeloven § 115, stk. 1, nr. 3']],
    ['§ 9 i beredskabsloven og straffelovens § 68', ['Beredskabsloven § 9', 'Straffeloven § 68']],
    ['RPL § 113', ['Retsplejeloven § 113']],
    ['Lov om rettens pleje § 111', ['Retsplejeloven § 111']],
    ['Retsplejelovens §§ 111-113', ['Retsplejeloven §§ 111-113']],
    ['Servicelovens §§ 10 og 11', ['Serviceloven § 10', 'Serviceloven § 11']],
    ['Servicelovens §§ 10, 11 og 12 a', ['Serviceloven § 10', 'Serviceloven § 11', 'Serviceloven § 12 a']],
    ['Servicelovens § 10 samt § 12a, stk. 2', ['Serviceloven § 10', 'Serviceloven § 12 a, stk. 2']],
    ['Forvaltningslovens § 28, stk. 2, nr. 3, litra a', ['Forvaltningsloven § 28, stk. 2, nr. 3, litra a']],
    ['BEK nr. 1426 af 2006', ['BEK nr. 1426 af 2006']],
    ['bekendtgørelse nr. 1426 af 12. december 2006 om lokalråd', ['Bekendtgørelse nr. 1426 af 12. december 2006']],
    ['LBK nr. 1655 af 25/12/2022 § 4', ['LBK nr. 1655 af 25/12/2022 § 4']],
    ['Epidemiloven', ['Epidemiloven']],
    ['Retsplejeloven samt rundskrivelse om PSP', ['Retsplejeloven']],
    ['Lov om aktiv socialpolitik § 3', ['Lov om aktiv socialpolitik § 3']],
    ['Restaurationsloven og kredsens bevillingsstrategi', ['Restaurationsloven']],
    ['Retsplejeloven, herunder lovens § 114', ['Retsplejeloven § 114']],
    ['Databeskyttelsesforordningens artikel 6, stk. 1', ['Databeskyttelsesforordningen artikel 6, stk. 1']],
    ['Epidemiloven. Epidemiloven', ['Epidemiloven']],
    ['Intet særskilt', []],
    ['Miljølovgivningen', []],
    ['Fødevare- og dyreværnslovgivningen', []],
    ['Samarbejdsaftale', []],
    ['Normalforretningsorden for lokalrådene', []],
    ['', []],
  ])('%s', (words, expected) => {
    expect(found(words)).toEqual(expected)
  })

  test('never throws, and never finds what has neither act nor paragraph', () => {
    const piece = fc.constantFrom(
      '§',
      '§§ ',
      '115',
      ' stk. 2',
      ' og ',
      'Retsplejelovens ',
      'jf. ',
      'lov om ',
      'BEK nr. ',
      ' i ',
      ',',
      ' a',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 200 }).map((pieces) => pieces.join('')),
        ),
        (words) => {
          for (const { act, paragraph } of findPointers(words)) expect(act === null && paragraph === '').toBe(false)
        },
      ),
    )
  })

  test('stays quick on hostile words', async () => {
    const hostile = ['lov om '.repeat(2000), 'a-'.repeat(2000), `§ ${'1, '.repeat(1300)}`, 'lov om a '.repeat(400)]
    expect(await processorMs(() => hostile.map(findPointers))).toBeLessThan(2500)
  })
})

describe('knowing a reference again', () => {
  test('genitive, abbreviation and spacing do not matter', () => {
    expect(actName('retsplejelovens')).toBe('Retsplejeloven')
    expect(
      isSamePlace({ act: 'Retsplejeloven', paragraph: '§ 115, stk. 2' }, { act: 'RPL', paragraph: '§115 stk. 2' }),
    ).toBe(true)
    expect(
      isSamePlace({ act: 'Retsplejeloven', paragraph: '§ 115' }, { act: 'Retsplejeloven', paragraph: '§ 115, stk. 2' }),
    ).toBe(false)
    expect(isSamePlace({ act: null, paragraph: '§ 115' }, { act: 'Retsplejeloven', paragraph: '§ 115' })).toBe(false)
  })
})
