import type { Language } from '../base/language.ts'

interface Letter {
  lang: Language
  title: string
  paragraphs: readonly string[]
  /** The one thing to do, as a link. */
  action?: { href: string; label: string }
  /** Where the reader decides what mail they get. */
  settings?: { href: string; label: string }
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** Only the web: anything else is left out of the HTML, and stands as text alone. */
const isWebAddress = (href: string): boolean => /^https?:\/\//i.test(href)

const linkTo = ({ href, label }: { href: string; label: string }): string =>
  isWebAddress(href) ? `<a href="${escaped(href)}">${escaped(label)}</a>` : `${escaped(label)}: ${escaped(href)}`

/**
 * The text and the HTML of a mail, which say the same. No images and nothing that tells who read it. Line breaks within a
 * paragraph are kept.
 */
export function letterOf({ lang, title, paragraphs, action, settings }: Letter): { words: string; html: string } {
  const parts = [
    title,
    ...paragraphs,
    ...(action ? [`${action.label}:\n${action.href}`] : []),
    ...(settings ? [`-- \n${settings.label}:\n${settings.href}`] : []),
  ]
  const html = [
    '<!DOCTYPE html>',
    `<html lang="${lang}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escaped(title)}</title></head>`,
    `<body style="font-family: sans-serif; line-height: 1.5; max-width: 40em">`,
    `<h1 style="font-size: 1.3em">${escaped(title)}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${escaped(paragraph).replaceAll('\n', '<br>')}</p>`),
    ...(action ? [`<p><strong>${linkTo(action)}</strong></p>`] : []),
    ...(settings ? ['<hr>', `<p><small>${linkTo(settings)}</small></p>`] : []),
    '</body></html>',
  ]
  return { words: `${parts.join('\n\n')}\n`, html: `${html.join('\n')}\n` }
}
