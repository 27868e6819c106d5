import { readFileSync } from 'node:fs'
import { createDeflate } from 'node:zlib'
import { Inflate, unzipSync, zipSync } from 'fflate'
import { describe, expect, test, vi } from 'vitest'
import { docxOf, pdfOf, printedFora, typstAnnex } from './intake/files.fixture.ts'
import { readIsolated } from './intake/isolated.ts'
import { IntakeRefusal, limits, refusalReasons } from './intake/refusal.ts'
import { intakeTexts } from './intake/texts.ts'
import { checkZip } from './intake/zip-check.ts'
import { readText } from './intake.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const outcome = await work.catch((error: unknown) => error)
  if (outcome instanceof IntakeRefusal) return outcome.reason
  throw new Error('Not refused', { cause: outcome })
}
const refused = (bytes: Uint8Array, name: string): Promise<string> => refusal(readText(bytes, name))

const pdf = pdfOf(typstAnnex(printedFora))
const docx = await docxOf(printedFora)

/** The docx with more in it. */
const withEntry = (name: string, content: Uint8Array): Uint8Array => zipSync({ ...unzipSync(docx), [name]: content })

/** A PDF from its objects, with a correct table of where they stand. */
const rawPdf = (objects: readonly (string | Uint8Array)[], trailer = ''): Uint8Array => {
  const parts: Uint8Array[] = [utf8('%PDF-1.4\n')]
  const offsets: number[] = []
  const size = () => parts.reduce((sum, part) => sum + part.length, 0)
  objects.forEach((object, index) => {
    offsets.push(size())
    parts.push(utf8(`${index + 1} 0 obj\n`), typeof object === 'string' ? utf8(object) : object, utf8('\nendobj\n'))
  })
  const start = size()
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    utf8(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count} /Root 1 0 R ${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Uint8Array.from(Buffer.concat(parts))
}
const onePage = ['<</Type /Catalog /Pages 2 0 R>>', '<</Type /Pages /Kids [3 0 R] /Count 1>>']

/** Stores a number in every record of a zip's directory, as a liar would. */
const patched = (zip: Uint8Array, offset: number, value: number, bytes: 2 | 4): Uint8Array => {
  const copy = zip.slice()
  const view = new DataView(copy.buffer)
  for (let at = 0; at + 46 < copy.length; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue
    if (bytes === 2) view.setUint16(at + offset, value, true)
    else view.setUint32(at + offset, value, true)
  }
  return copy
}

describe('text files', () => {
  const words = 'Kredsrådet\r\nEmne:\tÆbler – og pærer\nx'
  const lines = ['Kredsrådet', 'Emne:\tÆbler – og pærer', 'x']
  const utf16 = Buffer.from(words, 'utf16le')

  test.each([
    ['UTF-8', utf8(words)],
    ['UTF-8 with its mark', utf8(`\ufeff${words}`)],
    ['decomposed letters', utf8(words.normalize('NFD'))],
    ['UTF-16', utf16],
    ['UTF-16 with its mark', Buffer.concat([Buffer.from([0xff, 0xfe]), utf16])],
    ['UTF-16, the other way round', Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()])],
    ['Windows-1252', Buffer.from(words.replace('–', '\u0096'), 'latin1')],
  ])('%s', async (_, bytes) => {
    expect(await readText(Uint8Array.from(bytes), 'bilag.TXT')).toEqual({ lines, kind: 'txt' })
  })

  test('a text that begins like a picture is still a text', async () => {
    expect((await readText(utf8('BM er en forkortelse\n'), 'a.txt')).lines[0]).toBe('BM er en forkortelse')
  })

  test('JSON comes as its lines, and must be JSON', async () => {
    expect(await readText(utf8('[\n1]'), 'a.json')).toEqual({ lines: ['[', '1]'], kind: 'json' })
    expect(await refused(utf8('[1'), 'a.json')).toBe('damaged')
  })
})

describe('a Word document', () => {
  test('gives headings with their numbers and rows with tabs', async () => {
    const { lines, kind } = await readText(docx, 'bilag.docx')
    expect(kind).toBe('docx')
    expect(lines.filter((line) => line !== '')).toEqual(
      printedFora.flatMap((forum, index) => [
        `${index + 1}. ${forum.category}`,
        forum.name,
        ...forum.rows.map((row) => row.join('\t')),
      ]),
    )
  })
})

describe('a PDF', () => {
  test('gives headings and rows, and wrapped values in their column', async () => {
    const { lines } = await readText(pdf, 'bilag.pdf')
    expect(lines).toContain('1. Nærhed og dialog')
    expect(lines).toContain('Stormflodsudvalget ved Prøvefjorden (æøå)')
    expect(lines).toContain('Antal møder\t1 – 2')
    const purpose = lines.findIndex((line) => line.startsWith('Formål/målsætning\tAt politi'))
    expect(lines[purpose + 1]).toMatch(/^\t\p{Ll}/u)
  })

  test('leaves out what the file marks as page header and footer', async () => {
    const { lines } = await readText(pdf, 'bilag.pdf')
    expect(lines.join('\n')).not.toMatch(/Opdigt Politi|Side/)
  })

  test('keeps hyphens that the font calls soft', async () => {
    const words =
      'Repræsentanter for kriminalitetsforebyggelsen, SSP-organisationen, Midt- og Vestprøve og borgmestersekretariaterne'
    const source = `#set text(lang: "da", hyphenate: true)\n#set page(width: 8cm)\n${words}`
    const { lines } = await readText(pdfOf(source), 'a.pdf')
    expect(lines.join('\n')).toContain('SSP-')
    expect(lines.join('\n')).toMatch(/Midt-\sog/)
    expect(
      lines
        .join('\n')
        .replaceAll(/(\p{Ll})-\n(?!og)/gu, '$1')
        .replaceAll(/-\n(?!og)/g, '-')
        .replaceAll('\n', ' '),
    ).toBe(words)
  })

  test('joins a heading broken over two lines', async () => {
    const name = `Udvalget for ${'meget lange navne og '.repeat(6)}korte møder`
    const { lines } = await readText(
      pdfOf(`= ${name}\nTekst under overskriften.\n\n${'Og mere tekst. '.repeat(40)}`),
      'a.pdf',
    )
    expect(lines[0]).toBe(name)
  })
})

describe('refused', () => {
  test('empty files', async () => {
    expect(await refused(new Uint8Array(), 'a.pdf')).toBe('empty')
    expect(await refused(utf8('\ufeff \n\t\n'), 'a.txt')).toBe('empty')
  })

  test('files over the limit', async () => {
    expect(await refused(new Uint8Array(limits.file + 1), 'a.txt')).toBe('tooLarge')
    expect(await refused(utf8('ord og '.repeat(limits.characters / 6)), 'a.txt')).toBe('tooComplex')
    expect(await refused(utf8('\n'.repeat(limits.lines + 1) + 'x'), 'a.txt')).toBe('tooComplex')
  })

  test.each(['a.xlsx', 'a.doc', 'a', '.pdf.exe', 'pdf'])('the ending of %s', async (name) => {
    expect(await refused(pdf, name)).toBe('wrongType')
  })

  test.each([
    ['a PDF as Word', pdf, 'a.docx'],
    ['a PDF as text', pdf, 'a.txt'],
    ['Word as PDF', docx, 'a.pdf'],
    ['Word as text', docx, 'a.txt'],
    ['text as PDF', utf8('Emne: x'), 'a.pdf'],
    ['text as Word', utf8('Emne: x'), 'a.docx'],
    ['a zip as Word', zipSync({ 'a.txt': utf8('x') }), 'a.docx'],
    [
      'an old Word document as a new one',
      Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)]),
      'a.docx',
    ],
    ['bytes as text', Uint8Array.from({ length: 500 }, (_, at) => (at * 37) % 32), 'a.txt'],
  ])('%s', async (_, bytes, name) => {
    expect(await refused(bytes, name)).toBe('mismatch')
  })

  test('a Word document with a password', async () => {
    const start = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)])
    const ole = Buffer.concat([start, Buffer.from('EncryptedPackage', 'utf16le'), Buffer.alloc(500)])
    expect(await refused(Uint8Array.from(ole), 'a.docx')).toBe('encrypted')
    expect(await refused(patched(docx, 8, 1, 2), 'a.docx')).toBe('encrypted')
  })

  test('a PDF with a password', async () => {
    const secret = `<${'ab'.repeat(32)}>`
    const locked = rawPdf(
      [
        ...onePage,
        '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99]>>',
        `<</Filter /Standard /V 1 /R 2 /O ${secret} /U ${secret} /P -4>>`,
      ],
      `/Encrypt 4 0 R /ID [${secret} ${secret}]`,
    )
    expect(await refused(locked, 'a.pdf')).toBe('encrypted')
  })

  test('files cut short or broken', async () => {
    for (const part of [0.3, 0.7, 0.98]) {
      expect(await refused(pdf.slice(0, pdf.length * part), 'a.pdf')).toBe('damaged')
      expect(await refused(docx.slice(0, docx.length * part), 'a.docx')).toBe('damaged')
    }
    expect(await refused(utf8('%PDF-1.7\nnothing of a PDF\n%%EOF'), 'a.pdf')).toBe('damaged')
    expect(await refused(withEntry('word/document.xml', utf8('<w:document')), 'a.docx')).toBe('damaged')
  })

  test('files without text', async () => {
    expect(await refused(pdfOf('#rect(width: 5cm, height: 5cm, fill: red)'), 'scan.pdf')).toBe('noText')
    expect(await refused(await docxOf([]), 'a.docx')).toBe('noText')
  })
})

describe('hostile files', () => {
  const zeros = new Uint8Array(3 * limits.zipEntry)
  const bomb = withEntry('word/media/image1.png', zeros)

  test('a zip bomb is refused, also when it lies about its size', async () => {
    expect(bomb.length).toBeLessThan(500_000)
    expect(await refused(bomb, 'a.docx')).toBe('zipBomb')
    expect(await refused(patched(bomb, 24, 100, 4), 'a.docx')).toBe('zipBomb')
  })

  test('many small bombs are refused together', async () => {
    const many = zipSync({
      ...unzipSync(docx),
      ...Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`a${at}`, utf8('x')])),
    })
    expect(await refused(many, 'a.docx')).toBe('zipBomb')
  })

  test('checking a bomb stops long before it is unpacked', () => {
    const push = vi.spyOn(Inflate.prototype, 'push')
    expect(() => checkZip(patched(bomb, 24, 100, 4))).toThrow(IntakeRefusal)
    const unpacked = push.mock.calls.reduce((sum, [piece]) => sum + piece.length, 0)
    push.mockRestore()
    expect(unpacked).toBeGreaterThan(0)
    expect(unpacked).toBeLessThan(bomb.length / 2)
  })

  test('a directory that points outside the file is damaged', () => {
    expect(() => checkZip(patched(docx, 42, 0x7fffffff, 4))).toThrow(/damaged/)
  })

  test('a PDF whose page unpacks to gigabytes is stopped', async () => {
    const deflate = createDeflate({ level: 1 })
    const packed: Uint8Array[] = []
    deflate.on('data', (piece: Uint8Array) => packed.push(piece))
    const blank = Buffer.alloc(1 << 24, ' ')
    for (let written = 0; written < 64; written += 1) await new Promise((resolve) => deflate.write(blank, resolve))
    await new Promise<void>((resolve) => deflate.end(resolve))
    const body = Buffer.concat(packed)
    const stream = Buffer.concat([
      utf8(`<</Length ${body.length} /Filter /FlateDecode>>\nstream\n`),
      body,
      utf8('\nendstream'),
    ])
    const page = '<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R>>'
    expect(await refused(rawPdf([...onePage, page, stream]), 'a.pdf')).toBe('tooComplex')
  })

  test('a document nested without end is refused', async () => {
    const depth = 200_000
    const xml = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${'<w:sdt><w:sdtContent>'.repeat(depth)}${'</w:sdtContent></w:sdt>'.repeat(depth)}</w:body></w:document>`
    expect(['damaged', 'tooComplex', 'zipBomb']).toContain(
      await refused(withEntry('word/document.xml', utf8(xml)), 'a.docx'),
    )
  })

  test('a file that takes too long is stopped', async () => {
    expect(await refusal(readIsolated('pdf', pdf, 1))).toBe('tooComplex')
    expect((await readText(pdf, 'a.pdf')).lines.length).toBeGreaterThan(10)
  })
})

test.skipIf(process.platform !== 'linux')('a reader that is told to stop has said nothing of the file', async () => {
  const children = () =>
    readFileSync(`/proc/self/task/${String(process.pid)}/children`, 'utf8')
      .split(' ')
      .filter((id) => id !== '')
  const before = new Set(children())
  const reading = readIsolated('pdf', pdf).then(
    () => 'read',
    (error: unknown) => (error instanceof IntakeRefusal ? error.reason : String(error)),
  )
  await vi.waitFor(
    () => {
      expect(children().some((id) => !before.has(id))).toBe(true)
    },
    { timeout: 20_000, interval: 1 },
  )
  for (const id of children()) if (!before.has(id)) process.kill(Number(id), 'SIGTERM')
  expect(await reading).toBe('Error: The reading of a file was interrupted')
})

test('every reason has a sentence in both languages', () => {
  for (const reason of refusalReasons) {
    expect(intakeTexts.da[reason]).toMatch(/\.$/)
    expect(intakeTexts.en[reason]).toMatch(/\.$/)
  }
})
