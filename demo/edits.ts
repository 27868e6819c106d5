import type { DemoWords } from './forum.ts'
import type { When } from './when.ts'

/** What an entry said before the secretariat changed it on a day; since then it says what the tables of fora say. */
export const demoRewordings: readonly { forum: string; on: When; earlier: Partial<DemoWords> }[] = [
  { forum: 'Banderåd', on: { days: -120 }, earlier: { cadence: '2', participants: 'Lokalpolitiet, Holbæk og Køge' } },
  {
    forum: 'Lokale forebyggelsesteams – kriminalitetsforebyggelse (taktisk niveau)',
    on: { days: -64 },
    earlier: { topic: 'Opgaver fra lokalrådene' },
  },
  {
    forum: 'Møder med SKAT (overordnet)',
    on: { days: -33 },
    earlier: { legalBasis: 'Intet særskilt', cadence: 'Efter behov' },
  },
  { forum: 'Møder med pressen', on: { days: -20 }, earlier: { legalBasis: 'Reglerne om tavshedspligt' } },
  { forum: 'Kredsrådet', on: { days: -9 }, earlier: { actionPlans: 'Samarbejdsplanen' } },
]

/** Fora that were added to the register after it was begun. */
export const demoAdditions: readonly { forum: string; on: When }[] = [
  { forum: 'Arbejdsgruppen om tryghed i nattelivet', on: { days: -210 } },
  { forum: 'Arbejdsgruppen om psykisk sårbare borgere', on: { days: -75 } },
]

/** Fora that take a break. */
export const demoPauses: readonly { forum: string; on: When; reason: string }[] = [
  { forum: 'Møder med Statens Luftfartsvæsen', on: { days: -45 }, reason: 'Afventer en ny aftale med lufthavnen' },
]

/** When entries of the annex were last gone through. */
export const demoReviews: readonly { forum: string; on: When }[] = [
  { forum: 'Kontaktudvalget', on: { days: -48 } },
  { forum: 'Epidemikommissionen', on: { days: -47 } },
  { forum: 'Bevillingsnævn', on: { days: -28 } },
  { forum: 'Kredsrådet', on: { days: -8 } },
  { forum: 'Banderåd', on: { days: -6 } },
]
