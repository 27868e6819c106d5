import { load } from 'cheerio'
import { renderToString } from 'hono/jsx/dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import { layOut } from './drawing.ts'
import { exampleNetwork } from './example.ts'
import type { NetworkLayout } from './graph.ts'
import { NetworkDrawing, NetworkKey } from './view.tsx'

describe('the drawing', () => {
  let layout: NetworkLayout
  beforeAll(async () => {
    layout = await layOut(exampleNetwork)
  })
  const render = (saving?: { href: string; csrf: string }) =>
    load(renderToString(<NetworkDrawing layout={layout} lang="da" {...(saving ? { saving } : {})} />))

  test('has a title, a description and a focusable region with a name', () => {
    const $ = render()
    const labels = ($('svg').attr('aria-labelledby') ?? '').split(' ').map((id) => $(`#${id}`).text())
    expect(labels[0]).toBe('Netværk af 38 fora')
    expect(labels[1]).toContain('3 par nævner hinanden, 16 snitflader er ensidige, 3 går til noget')
    expect($('[role=region][tabindex=0]').attr('aria-label')).toBe('Tegning af netværket, kan rulles vandret')
  })

  test('each forum is a link that says its name, its meetings and its links', () => {
    const $ = render()
    const links = $('a[data-node]')
    expect(links).toHaveLength(exampleNetwork.nodes.filter(({ href }) => href !== null).length)
    expect($('a[data-node=f3] > title').text()).toBe('Lokalrådene, 10 fora, 4 møder om året, 6 forbindelser')
    expect($('a[data-node=f3]').attr('href')).toBe('/testrup/fora/f3')
    expect($('a[data-node=f3] circle.f-ink')).toHaveLength(10)
    expect($('g[data-node] circle.k-dash')).toHaveLength(3)
  })

  test('each kind of link has its own line', () => {
    const $ = render()
    expect($('path[data-from]')).toHaveLength(exampleNetwork.links.length)
    expect($('path.k-thread')).toHaveLength(2)
    expect($('path.k-both')).toHaveLength(3)
    expect($('path.k-warn[marker-end]')).toHaveLength(16)
    expect($('path.k-2.k-dash')).toHaveLength(3)
  })

  test('holds no style attribute and no script, which the content policy forbids', () => {
    const html = renderToString(<NetworkDrawing layout={layout} lang="en" />)
    expect(html).not.toMatch(/style=|<script|undefined|NaN/)
  })

  test('the words of each step of the thread stand once, however many lines it has', () => {
    const threaded = {
      ...layout,
      links: layout.links.map((link) => (link.kind === 'thread' ? { ...link, step: 'sets' as const } : link)),
    }
    const $ = load(renderToString(<NetworkDrawing layout={threaded} lang="da" />))
    expect($('text.t-th').text()).toBe('nedsætter')
  })

  test('a chosen forum and its neighbours stand out without script', () => {
    const $ = load(renderToString(<NetworkDrawing layout={layout} lang="da" chosen="f3" />))
    expect($('network-drawing.is-lit').attr('data-chosen')).toBe('f3')
    expect($('path.is-near')).toHaveLength($('path[data-from=f3], path[data-to=f3]').length)
    expect($('[data-node=f3].is-near')).toHaveLength(1)
    expect(render()('.is-lit, .is-near')).toHaveLength(0)
  })

  test('only editors get what moving needs', () => {
    expect(render()('[data-save], button')).toHaveLength(0)
    const $ = render({ href: '/testrup/fora/netvaerk/pladser', csrf: 'abc' })
    expect($('network-drawing').attr('data-save')).toBe('/testrup/fora/netvaerk/pladser')
    expect($('network-drawing').attr('data-csrf')).toBe('abc')
    expect($('[data-moving][hidden] button').text()).toBe('Flyt fora')
  })

  test('the key explains only what is drawn', () => {
    const $ = load(renderToString(<NetworkKey layout={layout} lang="da" />))
    expect($('li').length).toBe(5)
    expect($('li').text()).not.toContain('Fælles medlemmer')
  })
})
