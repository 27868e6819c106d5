/*
 * Compiles Typst in a process of its own. Started by typst.ts, from source or as its own file in the built server,
 * so it imports nothing of ours and uses only syntax that Node can strip.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

interface Redrawn {
  pdf: Uint8Array
  pages: number
  pictured: readonly number[]
}

interface Order {
  template: string
  data: string
  createdAt: number
  standard: string
  files: Record<string, Uint8Array>
  redrawn: Redrawn | null
}

/** Characters of drawing that one document may hold; each costs about ten bytes of memory while it is compiled. */
const mostDrawn = 60_000_000

const fontFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('dkfds')),
  '../fonts/IBMPlexSans/complete/ttf',
)
const fonts = ['Regular', 'Italic', 'SemiBold', 'SemiBoldItalic'].map((weight) =>
  readFileSync(path.join(fontFolder, `IBMPlexSans-${weight}.ttf`)),
)

const compiler = NodeCompiler.create({ workspace: fontFolder, fontArgs: [{ fontBlobs: fonts }] })

const placeOf = (name: string): string => path.join(fontFolder, path.basename(name))

/** A page of a PDF as a drawing, which any standard of PDF may hold; the file itself may not be put in. */
const drawnPage = (number: number): Buffer => {
  const page = `#set page(width: auto, height: auto, margin: 0pt, fill: none)\n#image("/redrawn.pdf", page: ${number})`
  const compiled = compiler.compile({ mainFileContent: page })
  if (!compiled.result) throw new Error(`Page ${number} cannot be drawn`)
  const drawing = /data:image\/svg\+xml;base64,([^"]+)/.exec(compiler.plainSvg(compiled.result))?.[1]
  if (drawing === undefined) throw new Error(`Page ${number} has no drawing`)
  return Buffer.from(drawing, 'base64')
}

/** Draws the pages of a PDF as `page-1.svg` and so on. */
const draw = ({ pdf, pages, pictured }: Redrawn, keep: (name: string, file: Buffer) => void): void => {
  keep('redrawn.pdf', Buffer.from(pdf))
  let drawn = 0
  for (let number = 1; number <= pages; number += 1) {
    const drawing = drawnPage(number)
    // A picture packed in a way that is not known here is left out without a word.
    if (pictured.includes(number) && !drawing.includes('<image')) throw new Error(`Page ${number} lacks a picture`)
    drawn += drawing.length
    if (drawn > mostDrawn) throw new Error('The pages are too much to draw')
    keep(`page-${number}.svg`, drawing)
  }
}

/** The pictures of one order lie in memory alone, and only while it is worked on. */
const compileWith = ({ template, data, files, redrawn }: Order) => {
  const names: string[] = []
  const keep = (name: string, file: Buffer): void => {
    names.push(name)
    compiler.mapShadow(placeOf(name), file)
  }
  try {
    for (const [name, file] of Object.entries(files)) keep(name, Buffer.from(file))
    if (redrawn !== null) draw(redrawn, keep)
    return compiler.compile({ mainFileContent: template, inputs: { data } })
  } finally {
    for (const name of names) compiler.unmapShadow(placeOf(name))
  }
}

const compile = (order: Order): Uint8Array => {
  const compiled = compileWith(order)
  const diagnostics = compiled.takeDiagnostics()
  if (!compiled.result) {
    const reasons: unknown = diagnostics ? compiler.fetchDiagnostics(diagnostics) : 'no reason given'
    throw new Error(JSON.stringify(reasons))
  }
  const pdf = compiler.pdf(compiled.result, { pdfStandard: order.standard, creationTimestamp: order.createdAt })
  return Uint8Array.from(pdf)
}

process.on('disconnect', () => process.exit(0))
process.on('message', (order: Order) => {
  try {
    process.send?.({ pdf: compile(order) })
  } catch (error) {
    process.send?.({ problem: error instanceof Error ? error.message : String(error) })
  }
  compiler.evictCache(order.redrawn === null ? 10 : 0)
})
