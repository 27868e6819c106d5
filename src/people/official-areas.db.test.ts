import { expect, test } from 'vitest'
import { emptied, identity } from '../../test/db.ts'
import { readAs } from '../db/tx.ts'
import { municipalitiesOfDistrict } from './official-areas.ts'
import { listMunicipalities } from './store.ts'

test('the list of names agrees with the database', async () => {
  const { db } = await emptied()
  const listed = await readAs(db, identity(), async (trx) => {
    const found: Record<string, string[]> = {}
    for (const district of Object.keys(municipalitiesOfDistrict))
      found[district] = (await listMunicipalities(trx, district, '2026-01-01')).map(({ name }) => name).toSorted()
    return found
  })
  expect(listed).toEqual(
    Object.fromEntries(Object.entries(municipalitiesOfDistrict).map(([id, names]) => [id, names.toSorted()])),
  )
  expect(Object.values(municipalitiesOfDistrict).flat()).toHaveLength(98)
})
