import { convertToHtml, images } from 'mammoth'

/** The parts of mammoth's document tree that are read here. */
interface Node {
  type: string
  children: readonly unknown[]
  value: unknown
  numbering: unknown
  breakType: unknown
  styleName: unknown
}

const nodeOf = (value: unknown): Node | null => {
  if (typeof value !== 'object' || value === null || !('type' in value) || typeof value.type !== 'string') return null
  return {
    type: value.type,
    children: 'children' in value && Array.isArray(value.children) ? value.children : [],
    value: 'value' in value ? value.value : null,
    numbering: 'numbering' in value ? value.numbering : null,
    breakType: 'breakType' in value ? value.breakType : null,
    styleName: 'styleName' in value ? value.styleName : null,
  }
}

const nodesOf = (values: readonly unknown[]): readonly Node[] =>
  values.map(nodeOf).filter((node): node is Node => node !== null)

const textOf = (node: Node): string => {
  if (node.type === 'text') return typeof node.value === 'string' ? node.value : ''
  if (node.type === 'tab') return '\t'
  if (node.type === 'break') return node.breakType === 'line' ? '\n' : ''
  return nodesOf(node.children).map(textOf).join('')
}

/**
 * Word counts numbered paragraphs itself and stores no number. The list definition is one object in mammoth's tree,
 * so counting by that object goes on where an earlier part of the same list stopped.
 */
const numberer = () => {
  const counts = new Map<object, { level: number; count: number }>()
  return (numbering: unknown): string => {
    if (typeof numbering !== 'object' || numbering === null) return ''
    const level = 'level' in numbering ? Number(numbering.level) || 0 : 0
    if (!('isOrdered' in numbering) || numbering.isOrdered !== true) return '– '
    for (const known of counts.values()) if (known.level > level) known.count = 0
    const known = counts.get(numbering) ?? { level, count: 0 }
    known.count += 1
    counts.set(numbering, known)
    return `${known.count}. `
  }
}

/** Headings and tables stand apart from the text round them, as they do on the page. */
const isHeading = (node: Node): boolean =>
  typeof node.styleName === 'string' && /^(heading|overskrift|title|titel)/i.test(node.styleName)

/** One empty line between things is enough. */
const withoutRepeatedBlanks = (lines: readonly string[]): readonly string[] =>
  lines.filter((line, at) => line.trim() !== '' || (at > 0 && lines[at - 1]?.trim() !== ''))

const linesOfBlocks = (root: Node): string[] => {
  const numberOf = numberer()
  const paragraph = (node: Node): string => {
    const text = textOf(node)
    return text.trim() === '' ? '' : `${numberOf(node.numbering)}${text}`
  }
  const cell = (node: Node): string => blocks(node).join(' ').replaceAll(/\s+/g, ' ').trim()
  const blocks = (node: Node): string[] =>
    nodesOf(node.children).flatMap((child) => {
      if (child.type === 'paragraph') {
        const lines = paragraph(child).split('\n')
        return isHeading(child) ? ['', ...lines, ''] : lines
      }
      if (child.type === 'table') return ['', ...blocks(child), '']
      if (child.type === 'tableRow') return [nodesOf(child.children).map(cell).join('\t').trimEnd()]
      return blocks(child)
    })
  return blocks(root)
}

/** The paragraphs of a Word document as lines; a table row is one line with tabs between its cells. The zip must have been checked. */
export const docxLines = async (bytes: Uint8Array): Promise<readonly string[]> => {
  let lines: readonly string[] = []
  await convertToHtml(
    { buffer: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) },
    {
      externalFileAccess: false,
      ignoreEmptyParagraphs: false,
      convertImage: images.imgElement(() => Promise.resolve({ src: '' })),
      transformDocument: (document: unknown) => {
        const root = nodeOf(document)
        if (root) lines = withoutRepeatedBlanks(linesOfBlocks(root))
        // The lines are all that is wanted, so mammoth gets an empty document to print.
        return typeof document === 'object' ? { ...document, children: [] } : document
      },
    },
  )
  return lines
}
