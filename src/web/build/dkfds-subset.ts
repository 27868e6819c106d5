import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

/**
 * The classes of Det Fælles Designsystem that pages may use. A class added here needs its colours restated as tokens in
 * `styles/dkfds.css`, because the design system has no dark mode.
 */
const used = new Set(
  `sr-only skipnav nobullet-list no-max-width font-lead icon-svg
  button button-primary button-secondary
  form-group form-group-radio form-group-checkbox form-group-day form-group-month form-group-year date-group
  form-label form-hint form-input form-select form-radio form-checkbox form-error form-error-message
  alert alert-error alert-warning alert-info alert-success alert-icon alert-heading alert-text
  breadcrumbs breadcrumbs__list breadcrumbs__list-item breadcrumbs__link pagination
  step-indicator step step-number step-title step-information current disabled`.split(/\s+/),
)

interface Block {
  readonly head: string
  readonly body: string
}

/** The blocks of minified CSS at one level. The design system's file has no braces in strings and no comments. */
const blocksOf = (css: string): readonly Block[] => {
  const blocks: Block[] = []
  let start = 0
  while (start < css.length) {
    const open = css.indexOf('{', start)
    if (open < 0) break
    let depth = 1
    let end = open + 1
    for (; depth > 0 && end < css.length; end += 1) {
      if (css[end] === '{') depth += 1
      if (css[end] === '}') depth -= 1
    }
    blocks.push({ head: css.slice(start, open), body: css.slice(open + 1, end - 1) })
    start = end
  }
  return blocks
}

/** Splits at the commas of a selector list that stand outside brackets. */
const selectorsOf = (head: string): readonly string[] => head.split(/,(?![^(]*\))/)

const isUsed = (selector: string): boolean => {
  const positive = selector.replaceAll(/:not\([^)]*\)/g, '')
  if (/\[class[*^~$|]?=/.test(positive)) return false
  return [...positive.matchAll(/\.([a-z_][\w-]*)/gi)].every(([, name = '']) => used.has(name))
}

const droppedRules = /^@(font-face|keyframes|charset|import)/

/** The rules of a minified stylesheet whose every class is in use. Fonts and animations are left out. */
export const subset = (css: string): string =>
  blocksOf(css)
    .map(({ head, body }) => {
      if (droppedRules.test(head)) return ''
      if (head.startsWith('@')) {
        const inner = subset(body)
        return inner === '' ? '' : `${head}{${inner}}`
      }
      const kept = selectorsOf(head).filter(isUsed)
      return kept.length === 0 ? '' : `${kept.join(',')}{${body}}`
    })
    .join('')

/** Lets only the used part of the design system's stylesheet into the bundle. */
export const dkfdsSubset = (): Plugin => ({
  name: 'samvirk-dkfds-subset',
  enforce: 'pre',
  load: {
    filter: { id: /dkfds\.min\.css$/ },
    handler: (id) => subset(readFileSync(id.split('?')[0] ?? id, 'utf8')),
  },
})
