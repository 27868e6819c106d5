import { load } from 'cheerio'
import { Hono } from 'hono'
import { expect, test } from 'vitest'
import { State } from './blocks.tsx'
import { PostButton } from './form.tsx'
import { Page } from './layout.tsx'
import { html, inPage, sampleFrame, sampleProblems } from './samples.fixture.tsx'

test('the title follows the page, and says so when a form was refused', () => {
  expect(inPage('x')('title').text()).toBe('Prøve – Samvirk')
  expect(inPage('x', {}, sampleProblems)('title').text()).toBe('Fejl: Prøve – Samvirk')
  expect(inPage('x', { lang: 'en' }, sampleProblems)('title').text()).toBe('Error: Prøve – Samvirk')
})

test('the page says its language and leads to the same page in the other one', () => {
  const $ = inPage('x')
  expect($('html').attr('lang')).toBe('da')
  const link = $('header a[hreflang]')
  expect([link.text(), link.attr('lang'), link.attr('href')]).toEqual([
    'English',
    'en',
    '/testrup/fora?q=r%C3%A5d&side=2&sprog=en',
  ])
  expect(inPage('x', { lang: 'en', path: '/testrup/fora?sprog=en' })('header a[hreflang]').attr('href')).toBe(
    '/testrup/fora?sprog=da',
  )
})

test('the menu marks where the reader is, and signing out carries the token', () => {
  const $ = inPage('x')
  expect($('nav [aria-current=page]').text()).toBe('Fora')
  expect($('form[action="/log-ud"] [name=csrf]').attr('value')).toBe('token-1')
  expect($('form[action="/log-ud"]').attr('method')).toBe('post')
})

test('of a long menu the last entries lie behind a button that works without script', () => {
  const entry = (number: number) => ({
    key: String(number),
    label: `Side ${String(number)}`,
    href: `/${String(number)}`,
  })
  const $ = inPage('x', { menu: Array.from({ length: 7 }, (_, index) => entry(index)) })
  const button = $('nav[aria-label=Hovedmenu] button')
  expect(button.text()).toBe('Mere')
  const rest = $(`#${String(button.attr('popovertarget'))}[popover] a`)
  expect(rest.toArray().map((link) => $(link).text())).toEqual(['Side 5', 'Side 6'])
  expect(inPage('x')('nav[aria-label=Hovedmenu] button').length).toBe(0)
})

test('the public is offered to sign in, and no menu or search where there is no district', () => {
  const $ = inPage('x', { reader: null, district: null, menu: [], path: '/' })
  expect($('a[href="/log-ind"]').text()).toBe('Log ind')
  expect($('form[action="/log-ud"], nav[aria-label=Hovedmenu], [role=search]').length).toBe(0)
})

test('signing in leads back to the page it was asked for on', () => {
  const signIn = (path: string) =>
    inPage('x', { reader: null, path })('header .sv-account a:not([hreflang])').attr('href')
  expect(signIn('/testrup/opgaver/1?a=b')).toBe('/log-ind?next=%2Ftestrup%2Fopgaver%2F1%3Fa%3Db')
  expect(signIn('/log-ind?next=/konto')).toBe('/log-ind')
})

test('the search in the head goes over everything', () => {
  const form = inPage('x')('header form[role=search]')
  expect([form.attr('action'), form.attr('method'), form.find('input').attr('name')]).toEqual([
    '/testrup/soeg',
    'get',
    'q',
  ])
})

test('parts outside a page say so', () => {
  expect(() => html(<State kind="ok">Opfyldt</State>)).toThrow('outside <Page>')
})

test('a page made for one reader does not leak into another made at the same time', async () => {
  const Slow = async ({ wait }: { wait: number }) => {
    await new Promise((resolve) => setTimeout(resolve, wait))
    return <PostButton action="/x" label="Send" />
  }
  const app = new Hono().get('/:csrf/:wait', (c) =>
    c.html(
      <Page frame={{ ...sampleFrame, csrf: c.req.param('csrf') }} title="x">
        <Slow wait={Number(c.req.param('wait'))} />
      </Page>,
    ),
  )
  const answers = await Promise.all([app.request('/first/20'), app.request('/second/1')])
  const pages = await Promise.all(answers.map((answer) => answer.text()))
  expect(pages.map((page) => load(page)('main [name=csrf]').attr('value'))).toEqual(['first', 'second'])
})
