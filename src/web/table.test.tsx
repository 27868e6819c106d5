import { expect, test } from 'vitest'
import { State } from './blocks.tsx'
import { Pips } from './figures.tsx'
import { everyPart, inPage } from './samples.fixture.tsx'
import { Pager } from './table.tsx'

test('a table can be sorted by links, both ways, and keeps its roles and labels when it folds', () => {
  const $ = inPage(everyPart)
  const heads = $('thead th')
  expect(heads.eq(0).attr('aria-sort')).toBe('ascending')
  expect(heads.eq(0).find('a').attr('href')).toBe('/fora?sorter=navn-ned')
  expect(heads.eq(1).find('a').attr('href')).toBe('/fora?sorter=pladser')
  expect(heads.eq(2).find('a').length).toBe(0)
  const cells = $('tbody tr').eq(0).find('td')
  expect(cells.toArray().map((cell) => $(cell).attr('data-title'))).toEqual(['Pladser', 'At se på'])
  expect(cells.eq(1).html()).toBe('')
  expect($('tbody tr').eq(1).find('td').eq(0).text()).toBe('0')
  expect($('tbody th[role=rowheader]').length).toBe(2)
})

test('the pager names this page and its neighbours, and is away for a single page', () => {
  const $ = inPage(everyPart)
  expect(
    $('.pagination li')
      .toArray()
      .map((item) => $(item).text()),
  ).toEqual(['Forrige side', '1', '…', '3', '4', 'Side 5', '6', '7', '…', '20', 'Næste side'])
  expect(inPage(<Pager page={1} pages={1} href={String} />)('.pagination').length).toBe(0)
})

test('a state is word and shape; text from users is never markup', () => {
  const $ = inPage(<State kind="bad">{'<i>Brudt</i>'}</State>)
  expect($('main .sv-state').text()).toBe('<i>Brudt</i>')
  expect($('main .sv-state use').attr('href')).toBe('/assets/i.svg#i-bad')
})

test('more than twelve meetings become a meter', () => {
  expect(inPage(<Pips held={12} />)('main circle').length).toBe(12)
  expect(inPage(<Pips held={13} />)('main circle').length).toBe(0)
  expect(inPage(<Pips held={13} />)('main rect').length).toBe(2)
})
