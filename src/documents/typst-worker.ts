/*
 * Compiles Typst in a process of its own. Started by typst.ts, from source or as its own file in the built server,
 * so it imports nothing of ours and uses only syntax that Node can strip.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

interface Order {
  template: string
  data: string
  createdAt: number
  standard: string
  files: Record<string, Uint8Array>
}

const fontFolder = path.join(
  path.dirname(createRequire(import.meta.url).resolve('dkfds')),
  '../fonts/IBMPlexSans/complete/ttf',
)
const fonts = ['Regular', 'Italic', 'SemiBold', 'SemiBoldItalic'].map((weight) =>
  readFileSync(path.join(fontFolder, `IBMPlexSans-${weight}.ttf`)),
)

const compiler = NodeCompiler.create({ workspace: fontFolder, fontArgs: [{ fontBlobs: fonts }] })

const placeOf = (name: string): string => path.join(fontFolder, path.basename(name))

/** The pictures of one order lie in memory alone, and only while it is worked on. */
const compileWith = ({ template, data, files }: Order) => {
  const names = Object.keys(files)
  for (const name of names) compiler.mapShadow(placeOf(name), Buffer.from(files[name] ?? []))
  try {
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
  compiler.evictCache(10)
})
