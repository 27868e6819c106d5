import { expect, test } from 'vitest'
import { withSeams } from './compounds.ts'

test.each([
  ['Beredskabskommissionen i Lejre', 'Beredskabs-kommissionen i Lejre'],
  ['kriminalitetsforebyggelse (taktisk niveau)', 'kriminalitets-forebyggelse (taktisk niveau)'],
  ['sagsbehandlerniveau', 'sags-behandler-niveau'],
  ['Foranstaltningsdømte', 'Foranstaltnings-dømte'],
  ['Kontaktudvalget', 'Kontaktudvalget'],
  ['Møde om Kredsrådet', 'Møde om Kredsrådet'],
])('%s is parted where its words meet', (words, parted) => {
  expect(withSeams(words).replaceAll('\u00ad', '-')).toBe(parted)
})
