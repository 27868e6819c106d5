import { defineTexts } from '../base/language.ts'

/** Texts of the pages outside any district. */
export const shellTexts = defineTexts({
  da: {
    districts: 'Politikredse',
    lead: 'Vælg den politikreds, du vil se samarbejdet i.',
  },
  en: {
    districts: 'Police districts',
    lead: 'Choose the police district whose cooperation you want to see.',
  },
})
