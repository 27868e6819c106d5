import {
  PDFArray,
  type PDFContext,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  type PDFObjectCopier,
  type PDFPage,
  PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib'

const name = (text: string): PDFName => PDFName.of(text)

/** A part that has been put into the joined file. */
interface Joined {
  title: string
  from: PDFDocument
  copier: PDFObjectCopier
  pages: readonly PDFPage[]
  /** The highest number of an object before the part came. */
  before: number
  /** What stands on each page, for one who cannot see it; used where the part has no structure of its own. */
  words: readonly string[]
}

/** The entries of a number tree (ISO 32000, 7.9.7), whose leaves hold numbers and values by turns. */
const numbered = (node: PDFDict): [number, PDFObject][] => {
  const below = node.lookup(name('Kids'))
  if (below instanceof PDFArray)
    return below.asArray().flatMap((_, index) => {
      const kid = below.lookup(index)
      return kid instanceof PDFDict ? numbered(kid) : []
    })
  const leaf = node.lookup(name('Nums'))
  if (!(leaf instanceof PDFArray)) return []
  const found: [number, PDFObject][] = []
  for (let at = 0; at + 1 < leaf.size(); at += 2) {
    const key = leaf.lookup(at)
    if (key instanceof PDFNumber) found.push([key.asNumber(), leaf.get(at + 1)])
  }
  return found
}

const dictOf = (object: PDFObject): PDFDict | null =>
  object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : null

/** Moves the numbers by which the things of a part name their place in its structure. */
const shift = (context: PDFContext, before: number, by: number): void => {
  for (const [ref, object] of context.enumerateIndirectObjects()) {
    const dict = ref.objectNumber > before ? dictOf(object) : null
    for (const key of dict === null ? [] : ['StructParents', 'StructParent']) {
      const value = dict?.get(name(key))
      if (value instanceof PDFNumber) dict?.set(name(key), PDFNumber.of(value.asNumber() + by))
    }
  }
}

const childrenOf = (element: PDFDict): PDFObject[] => {
  const children = element.lookup(name('K'))
  if (children instanceof PDFArray) return children.asArray()
  const own = element.get(name('K'))
  return own === undefined ? [] : [own]
}

/**
 * The structure of a joined file: one document with a part for each file, which keeps the headings, lists and tables that
 * it had. A page without structure becomes a figure with its words in their place.
 */
export class JoinedTags {
  readonly #pdf: PDFDocument
  readonly #root: PDFRef
  readonly #document: PDFRef
  readonly #parts: PDFRef[] = []
  readonly #roles: PDFDict
  readonly #parents: [number, PDFObject][] = []
  #next = 0

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
    this.#root = pdf.context.nextRef()
    this.#document = pdf.context.nextRef()
    this.#roles = pdf.context.obj({})
  }

  add(part: Joined): void {
    const { context } = this.#pdf
    const own = context.nextRef()
    const element = context.obj({ Type: 'StructElem', S: 'Part' })
    element.set(name('P'), this.#document)
    element.set(name('T'), PDFHexString.fromText(part.title))
    const structure = part.from.catalog.lookup(name('StructTreeRoot'))
    const children =
      structure instanceof PDFDict
        ? this.#taken(part, structure, own)
        : part.pages.map((_, at) => this.#figure(part, at, own))
    element.set(name('K'), context.obj(children))
    context.assign(own, element)
    this.#parts.push(own)
  }

  /** Takes over the structure that a part has. */
  #taken({ from, copier, before }: Joined, structure: PDFDict, parent: PDFRef): PDFObject[] {
    const { context } = this.#pdf
    const root = from.catalog.get(name('StructTreeRoot'))
    const copied = copier.copy(root instanceof PDFRef ? root : structure)
    const taken = context.lookup(copied, PDFDict)
    shift(context, before, this.#next)
    const parents = taken.lookup(name('ParentTree'))
    const entries = parents instanceof PDFDict ? numbered(parents) : []
    for (const [key, value] of entries) this.#parents.push([key + this.#next, value])
    this.#next += 1 + entries.reduce((most, [key]) => Math.max(most, key), -1)
    const roles = taken.lookup(name('RoleMap'))
    if (roles instanceof PDFDict)
      for (const [role, meaning] of roles.entries()) if (!this.#roles.has(role)) this.#roles.set(role, meaning)
    const children = childrenOf(taken)
    for (const child of children) {
      const element = context.lookup(child)
      if (element instanceof PDFDict) element.set(name('P'), parent)
    }
    return children
  }

  /** Marks everything on a page as one figure, with its words for those who hear them. */
  #figure({ pages, words }: Joined, at: number, parent: PDFRef): PDFObject {
    const { context } = this.#pdf
    const ref = context.nextRef()
    const page = pages[at]
    const figure = context.obj({ Type: 'StructElem', S: 'Figure', K: 0 })
    figure.set(name('P'), parent)
    figure.set(name('Alt'), PDFHexString.fromText(words[at] ?? ''))
    if (page !== undefined) {
      figure.set(name('Pg'), page.ref)
      page.node.normalize()
      const start = context.register(context.stream('/Figure <</MCID 0>> BDC q'))
      page.node.wrapContentStreams(start, context.register(context.stream('Q EMC')))
      page.node.set(name('StructParents'), PDFNumber.of(this.#next))
      this.#parents.push([this.#next, context.obj([ref])])
      this.#next += 1
    }
    context.assign(ref, figure)
    return ref
  }

  /** Writes the structure into the file. */
  finish(): void {
    const { context, catalog } = this.#pdf
    const document = context.obj({ Type: 'StructElem', S: 'Document' })
    document.set(name('P'), this.#root)
    document.set(name('K'), context.obj(this.#parts))
    context.assign(this.#document, document)
    const tree = context.obj({ Nums: this.#parents.flatMap(([key, value]) => [PDFNumber.of(key), value]) })
    const root = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: this.#next })
    root.set(name('K'), this.#document)
    root.set(name('ParentTree'), context.register(tree))
    root.set(name('RoleMap'), this.#roles)
    context.assign(this.#root, root)
    catalog.set(name('StructTreeRoot'), this.#root)
    catalog.set(name('MarkInfo'), context.obj({ Marked: true }))
  }
}
