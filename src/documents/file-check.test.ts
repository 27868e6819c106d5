import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { checkFile } from './file-check.ts'
import { contentDisposition, safeFileName } from './file-kinds.ts'
import { openDocumentOf, photoOf, reportOf, sheetOf, slidesOf, withPart, wordOf } from './papers.fixture.ts'
import { IntakeRefusal } from './intake/refusal.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)
const reasonOf = async (bytes: Uint8Array, name: string): Promise<string> => {
  const outcome = await checkFile(bytes, name).catch((error: unknown) => error)
  if (outcome instanceof IntakeRefusal) return outcome.reason
  throw new Error('Not refused', { cause: outcome })
}

describe('a file that may be kept', () => {
  test('is told by its ending and its content', async () => {
    expect(await checkFile(await reportOf('a', 3), 'Rapport.PDF')).toEqual({ kind: 'pdf', pages: 3 })
    expect(await checkFile(await wordOf(), 'a.docx')).toEqual({ kind: 'docx', pages: null })
    expect(await checkFile(sheetOf(), 'a.xlsx')).toEqual({ kind: 'xlsx', pages: null })
    expect(await checkFile(slidesOf(), 'a.pptx')).toEqual({ kind: 'pptx', pages: 2 })
    expect(await checkFile(openDocumentOf(), 'a.odt')).toEqual({ kind: 'odt', pages: null })
    expect(await checkFile(await photoOf(), 'a.jpeg')).toEqual({ kind: 'jpg', pages: null })
    expect(await checkFile(utf8('Navn;Tal\nÆrø;1\n'), 'a.csv')).toEqual({ kind: 'csv', pages: null })
  })

  test.each([
    ['a page of the web', utf8('<script>alert(1)</script>'), 'a.html', 'wrongType'],
    ['a drawing that can run script', utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'a.svg', 'wrongType'],
    ['a program', utf8('MZ'), 'a.exe', 'wrongType'],
    ['no ending', utf8('x'), 'a', 'wrongType'],
    ['nothing', new Uint8Array(), 'a.pdf', 'empty'],
    ['blanks', utf8(' \n'), 'a.txt', 'empty'],
    ['too much', new Uint8Array(20 * 1024 * 1024 + 1), 'a.pdf', 'tooLarge'],
    ['a text as PDF', utf8('hej'), 'a.pdf', 'mismatch'],
    ['a text as a picture', utf8('hej'), 'a.png', 'mismatch'],
    ['a workbook as Word', sheetOf(), 'a.docx', 'mismatch'],
    ['a zip as a workbook', zipSync({ 'a.txt': utf8('x') }), 'a.xlsx', 'mismatch'],
    ['a macro by its ending', sheetOf(), 'a.xlsm', 'macro'],
    ['a macro inside', withPart(slidesOf(), 'ppt/vbaProject.bin', 'x'), 'a.pptx', 'macro'],
    ['a script of OpenDocument', withPart(openDocumentOf(), 'Basic/Standard/Modul.xml', 'x'), 'a.odt', 'macro'],
    ['half a workbook', sheetOf().slice(0, 900), 'a.xlsx', 'damaged'],
    ['a zip bomb', withPart(sheetOf(), 'xl/media/a.bin', '\0'.repeat(80_000_000)), 'a.xlsx', 'zipBomb'],
  ])('%s is refused', async (_, bytes, name, reason) => {
    expect(await reasonOf(bytes, name)).toBe(reason)
  })

  test('a Word document with a macro is refused, also under a plain ending', async () => {
    expect(await reasonOf(withPart(await wordOf(), 'word/vbaProject.bin', 'x'), 'a.docx')).toBe('macro')
    expect(await reasonOf(await wordOf(), 'a.docm')).toBe('macro')
  })

  test('half a PDF is refused', async () => {
    const pdf = await reportOf()
    expect(await reasonOf(pdf.slice(0, pdf.length / 2), 'a.pdf')).toBe('damaged')
  })
})

describe('the name of a file', () => {
  test.each([
    ['Rapport (æøå) 2026.pdf', 'Rapport (æøå) 2026.pdf'],
    ['..\\..\\etc/passwd.txt', 'passwd.txt'],
    ['C:\\Users\\ane\\Bilag 1.docx', 'Bilag 1.docx'],
    ['a\r\nSet-Cookie: x.pdf', 'a Set-Cookie x.pdf'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['"><script>.pdf', 'script.pdf'],
    ['\u202efdp.exe.pdf', 'fdp.exe.pdf'],
    ['.pdf', 'pdf'],
    ['', 'fil'],
  ])('%j is kept as %j', (sent, kept) => {
    expect(safeFileName(sent)).toBe(kept)
  })

  test('is cut to what file systems take, with its ending', () => {
    const name = safeFileName(`${'æ'.repeat(400)}.pdf`)
    expect(Array.from(name).length).toBeLessThanOrEqual(150)
    expect(name.endsWith('.pdf')).toBe(true)
  })

  test('goes into its header whole and in plain letters', () => {
    expect(contentDisposition('attachment', 'Ærø\'s "bilag".pdf')).toBe(
      `attachment; filename="aeroe's bilag.pdf"; filename*=UTF-8''%C3%86r%C3%B8%27s%20%22bilag%22.pdf`,
    )
  })
})
