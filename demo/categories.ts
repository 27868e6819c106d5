/** The categories of the annex in their order; the first has number 1. */
export const demoCategories = [
  'Kontakt med lokalsamfundet mv.',
  'Beredskab',
  'Dyreværn, fødevarer og miljø',
  'Kriminalitetsforebyggelse',
  'Psykiatri og misbrug mv.',
  'Trafiksikkerhed',
  'Illegalt arbejde',
  'Kvindehandel mv.',
  'Jalousidrab og andre alvorlige samlivsrelaterede forbrydelser',
  'Bevillinger',
  'Afsoning mv.',
  'SKAT mv.',
  'Retterne',
  'Pressen',
] as const
