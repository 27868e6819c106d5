import { type CheerioAPI, load } from 'cheerio'

type Elements = ReturnType<ReturnType<CheerioAPI['root']>['find']>
type Element = Elements[number]

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** What a screen reader would say, as far as text goes: hidden things left out. */
const spoken = (nodes: Elements): string => {
  const copy = nodes.clone()
  copy.find('[aria-hidden="true"], script, style').remove()
  return tidy(copy.text())
}

interface Row {
  /** The cell under a column head, as text. */
  cell: (column: string) => string
  text: string
  link: (name: string) => string
}

/** A page as a reader meets it: headings, labels, links, tables and messages. It knows no CSS classes and no ids. */
export interface ReadPage {
  title: () => string
  /** The text of the one h1. */
  heading: () => string
  /** Texts of all headings of a level. */
  headings: (level?: 2 | 3 | 4) => string[]
  /** All text of the main content. */
  text: () => string
  /** The error summary or message that is announced; empty when there is none. */
  alert: () => string
  /** The value of the field with this label. Throws when there is none. */
  byLabel: (label: string) => Field
  /** The address of the link with this text. Throws when there is none. */
  link: (name: string) => string
  links: () => string[]
  /** The texts of the buttons. */
  buttons: () => string[]
  /** The fields a form sends as it stands, chosen by the text of one of its buttons. */
  form: (button: string) => { action: string; method: string; values: Record<string, string> }
  /** The table with this caption. */
  table: (caption: string) => { columns: string[]; rows: string[][] }
  /** The table row that begins with these words. */
  row: (name: string) => Row
  /** What stands beside a term in a list of terms. */
  term: (name: string) => string
}

interface Field {
  name: string
  value: string
  checked: boolean
  /** Hint and error that are tied to the field. */
  description: string
  invalid: boolean
  options: string[]
}

/** Reads a page from its HTML. */
export function readPage(html: string): ReadPage {
  const $ = load(html)
  return {
    title: () => tidy($('title').first().text()),
    heading: () => {
      if ($('h1').length !== 1) throw new Error(`The page has ${String($('h1').length)} h1 headings, not one.`)
      return spoken($('h1'))
    },
    headings: (level = 2) => texts($, `h${String(level)}`),
    text: () => spoken($('main').length > 0 ? $('main') : $('body')),
    alert: () => spoken($('[role="alert"], [role="status"]')),
    byLabel: (label) => fieldOf($, label),
    link: (name) => href($, $('body'), name),
    links: () => texts($, 'a[href]'),
    buttons: () => texts($, 'button'),
    form: (button) => formOf($, button),
    table: (caption) => {
      const table = one(
        $('table').filter((_, element) => spoken($(element).find('caption')) === caption),
        `table “${caption}”`,
        () => texts($, 'caption'),
      )
      const rows = table.find('tbody tr').map((_, row) => [cells($, $(row))])
      return {
        columns: table
          .find('thead th')
          .toArray()
          .map((head) => spoken($(head))),
        rows: rows.get(),
      }
    },
    row: (name) => rowOf($, name),
    term: (name) => {
      const term = one(
        $('dt').filter((_, element) => spoken($(element)) === name),
        `term “${name}”`,
        () => texts($, 'dt'),
      )
      return tidy(term.nextUntil('dt', 'dd').text())
    },
  }
}

const texts = ($: CheerioAPI, selector: string): string[] =>
  $.root()
    .find(selector)
    .toArray()
    .map((element) => spoken($(element)))

const cells = ($: CheerioAPI, row: Elements): string[] =>
  row
    .children('th, td')
    .toArray()
    .map((cell) => spoken($(cell)))

/** The only element found, or an error that names what is there instead. */
function one(found: Elements, what: string, present: () => string[]): Elements {
  if (found.length === 1) return found
  throw new Error(`${String(found.length)} of ${what} on the page. There is: ${present().join(' | ')}`)
}

function href($: CheerioAPI, within: Elements, name: string): string {
  const named = (_: number, element: Element) => ($(element).attr('aria-label') ?? spoken($(element))) === name
  const found = within.find('a[href]').filter(named)
  const addresses = new Set(found.toArray().map((element) => $(element).attr('href') ?? ''))
  // The same link may stand in the menu and on the page.
  const [address] = addresses
  if (addresses.size === 1 && address !== undefined) return address
  throw new Error(
    `${String(addresses.size)} different links “${name}”. There is: ${within
      .find('a[href]')
      .toArray()
      .map((element) => spoken($(element)))
      .join(' | ')}`,
  )
}

function rowOf($: CheerioAPI, name: string): Row {
  const row = one(
    $('tbody tr').filter((_, element) => cells($, $(element))[0]?.startsWith(name) ?? false),
    `row “${name}”`,
    () =>
      $('tbody tr')
        .toArray()
        .map((element) => cells($, $(element))[0] ?? ''),
  )
  const columns = row
    .closest('table')
    .find('thead th')
    .toArray()
    .map((head) => spoken($(head)))
  return {
    text: cells($, row).join(' '),
    link: (text) => href($, row, text),
    cell: (column) => {
      const index = columns.indexOf(column)
      if (index === -1) throw new Error(`No column “${column}”. There is: ${columns.join(' | ')}`)
      return cells($, row)[index] ?? ''
    },
  }
}

function controlOf($: CheerioAPI, label: string): Elements {
  const labels = $('label').filter((_, element) => spoken($(element)) === label)
  const controls = labels
    .toArray()
    .map((element) => {
      const id = $(element).attr('for')
      return id === undefined
        ? $(element).find('input, select, textarea').first()
        : $('input, select, textarea')
            .filter((_, control) => $(control).attr('id') === id)
            .first()
    })
    .filter((control) => control.length > 0)
  const named = $('input, select, textarea').filter((_, element) => $(element).attr('aria-label') === label)
  const [control, second] = named.length > 0 ? [...controls, named] : controls
  if (control !== undefined && second === undefined) return control.first()
  throw new Error(
    `${second === undefined ? 'No field' : 'Several fields'} “${label}”. There is: ${texts($, 'label').join(' | ')}`,
  )
}

const valueOf = (control: Elements): string => {
  const value =
    control.is('select') && control.find('option[selected]').length === 0
      ? control.find('option').first().attr('value')
      : control.val()
  return Array.isArray(value) ? value.join(',') : (value ?? '')
}

function fieldOf($: CheerioAPI, label: string): Field {
  const control = controlOf($, label)
  const described = (control.attr('aria-describedby') ?? '').split(' ').filter((id) => id !== '')
  return {
    name: control.attr('name') ?? '',
    value: valueOf(control),
    checked: control.attr('checked') !== undefined,
    description: tidy(
      described.map((id) => spoken($('[id]').filter((_, element) => $(element).attr('id') === id))).join(' '),
    ),
    invalid: control.attr('aria-invalid') === 'true',
    options: control
      .find('option')
      .toArray()
      .map((option) => spoken($(option))),
  }
}

function formOf($: CheerioAPI, button: string) {
  const press = one(
    $('form button').filter((_, element) => spoken($(element)) === button),
    `button “${button}”`,
    () => texts($, 'form button'),
  )
  const form = press.closest('form')
  const values: Record<string, string> = {}
  for (const element of form.find('input[name], select[name], textarea[name]').toArray()) {
    const control = $(element)
    const choice = control.attr('type') === 'checkbox' || control.attr('type') === 'radio'
    if (!choice || control.attr('checked') !== undefined) values[control.attr('name') ?? ''] = valueOf(control)
  }
  const name = press.attr('name')
  if (name !== undefined) values[name] = press.attr('value') ?? ''
  return { action: form.attr('action') ?? '', method: form.attr('method') ?? 'get', values }
}
