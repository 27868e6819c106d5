import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import { extractText, getDocumentProxy } from 'unpdf'
import { expect } from 'vitest'
import { daysFromNow } from './day.ts'
import { journey, type User } from './journey.ts'

/** Follows a link to a file and gives its bytes, as the signed-in reader gets them. */
async function download({ page }: User, label: string): Promise<{ bytes: Buffer; type: string; name: string }> {
  const href = await page.locator('.sv-head').getByRole('link', { name: label, exact: true }).getAttribute('href')
  const answer = await page.request.get(new URL(href ?? '', page.url()).href)
  expect(answer.status()).toBe(200)
  return {
    bytes: await answer.body(),
    type: answer.headers()['content-type'] ?? '',
    name: answer.headers()['content-disposition'] ?? '',
  }
}

const fora = ['Kredsrådet', 'Lokalrådene', 'Epidemikommissionen', 'Møder med pressen']

journey('the annex is read on the page and taken home as PDF, Word, CSV and JSON', async (user) => {
  const { page, signIn, goto, follow, another } = user
  await signIn('sekretariat')
  await goto('/mvsj/fora')
  await follow('Bilag 1')
  const words = (await page.locator('main').textContent()) ?? ''
  for (const name of fora) expect(words).toContain(name)
  expect(words).not.toContain('Lokalrådet i Greve')

  const pdf = await download(user, 'PDF')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(pdf.type).toBe('application/pdf')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  for (const name of fora) expect(text).toContain(name)

  const docx = await download(user, 'Word')
  const document = unzipSync(docx.bytes)['word/document.xml']
  const xml = new TextDecoder().decode(document)
  for (const name of fora) expect(xml).toContain(name)
  expect(docx.name).toMatch(/^attachment; filename="bilag-1-mvsj-\d{4}\.docx"$/)

  const csv = await download(user, 'CSV')
  const rows: string[][] = parse(csv.bytes, { bom: true, delimiter: ';', relax_column_count: true })
  const cells = rows.flat()
  for (const name of fora) expect(cells).toContain(name)

  const json: unknown = JSON.parse((await download(user, 'JSON')).bytes.toString())
  expect(JSON.stringify(json)).toContain('Epidemikommissionen')

  await goto(`/mvsj/fora/bilag?aar=${String(Number(daysFromNow(0).slice(0, 4)) - 1)}`)
  const admin = await another()
  await admin.signIn('revisor')
  await admin.goto('/mvsj/log?haendelse=annex.exported')
  const entries = await admin.page.getByRole('row', { name: /Bilag hentet/ }).allTextContents()
  expect(entries).toHaveLength(4)
  for (const entry of entries) expect(entry).toContain('Ane Eksempel')
})

journey('the public sees and prints only the fora that are open to all', async (user) => {
  const { page, goto } = user
  await goto('/mvsj/fora/bilag')
  expect(await page.locator('main').textContent()).not.toContain('Epidemikommissionen')
  const pdf = await download(user, 'PDF')
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf.bytes)), { mergePages: true })
  expect(text).toContain('Kredsrådet')
  expect(text).not.toContain('Epidemikommissionen')
})
