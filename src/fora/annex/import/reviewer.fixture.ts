import { expect } from 'vitest'
import type { testApp } from '../../../../test/app.ts'
import { readPage } from '../../../../test/page.ts'

/** A forum of an invented annex; a label may be given another value. */
export const forum = (name: string, changes: Record<string, string> = {}): string =>
  Object.entries({
    '': name,
    'Emne: ': `Emne for ${name}`,
    'Lovgrundlag: ': 'Opdigtet lov § 1',
    'Formål: ': 'At prøve',
    'Handleplaner: ': 'Nej',
    'Snitflader: ': 'Ingen',
    'Deltagere: ': 'Politidirektøren og chefen for Prøvehuset',
    'Antal møder: ': '4',
    ...changes,
  })
    .map(([label, value]) => label + value)
    .join('\n')

/** An invented annex of the given parts. */
export const annexText = (...parts: string[]): string => ['Oversigt over samarbejdsfora', ...parts].join('\n\n')

type As = ReturnType<typeof testApp>['as']

interface Upload {
  name?: string
  account?: string
  district?: string
}

/** What somebody who reviews an annex does, through the pages. */
export const reviewer = (as: As) => {
  const upload = async (
    text: string | Uint8Array,
    { name = 'bilag.txt', account = 'sekretariat', district = 'mvsj' }: Upload = {},
  ) => {
    const content = typeof text === 'string' ? text : new Uint8Array(text)
    return as(account).post(`/${district}/import`, { fil: new File([content], name) })
  }
  const uploaded = async (text: string | Uint8Array, options: Upload = {}): Promise<string> => {
    const answer = await upload(text, options)
    expect(answer.status).toBe(303)
    return answer.headers.get('location') ?? ''
  }
  const page = async (path: string, account = 'sekretariat') => readPage(await (await as(account).get(path)).text())
  /** Sends the review form of one forum as it stands, with changes. */
  const decide = async (
    path: string,
    position: number,
    changes: Record<string, string | string[]> = {},
    { account = 'sekretariat', button = 'Godkend og gå til næste', query = '' } = {},
  ) => {
    const { values } = (await page(`${path}?forum=${String(position)}${query}`, account)).form(button)
    return as(account).post(path, { ...values, ...changes })
  }
  return { upload, uploaded, page, decide }
}
