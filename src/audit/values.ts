import { defineTexts, type Language, shortDay } from '../base/language.ts'
import { parseDay } from '../base/time.ts'

/** The short forms that the log keeps, in words. */
const valueNames = defineTexts<Record<string, Record<string, string>>>({
  da: {
    status: { active: 'aktivt', paused: 'på pause', closed: 'nedlagt' },
    taskState: {
      notBegun: 'ikke begyndt',
      onTrack: 'på sporet',
      atRisk: 'i fare',
      done: 'udført',
      dropped: 'opgivet',
    },
    level: { strategic: 'strategisk', tactical: 'taktisk', operational: 'operationelt' },
    openness: {
      closed: 'kun medlemmer og sekretariatet',
      partners: 'alle, der deltager i samarbejdet',
      public: 'alle, også offentligheden',
    },
    personalData: { true: 'må deles', false: 'må ikke deles' },
    kind: {
      districtCouncil: 'kredsråd',
      liaisonCommittee: 'kontaktudvalg',
      localCouncil: 'lokalråd',
      localNetwork: 'lokalråd+',
      workingGroup: 'arbejdsgruppe',
      standing: 'samarbejdsforum',
    },
    role: {
      chair: 'formand',
      viceChair: 'næstformand',
      secretary: 'sekretær',
      member: 'medlem',
      deputy: 'stedfortræder',
      observer: 'observatør',
      resourcePerson: 'ressourceperson',
      administrator: 'administrator',
      auditor: 'revisor',
      secretariat: 'ledelsessekretariatet',
      partner: 'samarbejdspartner',
      municipalCoordinator: 'kommunal koordinator',
    },
    party: { police: 'politi', municipality: 'kommune', community: 'lokalsamfund', other: 'andre' },
    chairParty: { police: 'politi', municipality: 'kommune', community: 'lokalsamfund', other: 'andre' },
    method: {
      password: 'adgangskode',
      secondFactor: 'kode fra app',
      backupCode: 'reservekode',
      passkey: 'adgangsnøgle',
      oidc: 'login hos anden tjeneste',
    },
  },
  en: {
    status: { active: 'active', paused: 'paused', closed: 'closed down' },
    taskState: { notBegun: 'not begun', onTrack: 'on track', atRisk: 'at risk', done: 'done', dropped: 'dropped' },
    level: { strategic: 'strategic', tactical: 'tactical', operational: 'operational' },
    openness: {
      closed: 'only members and the secretariat',
      partners: 'all who take part in the cooperation',
      public: 'everyone, also the public',
    },
    personalData: { true: 'may be shared', false: 'may not be shared' },
    kind: {
      districtCouncil: 'district council',
      liaisonCommittee: 'liaison committee',
      localCouncil: 'local council',
      localNetwork: 'local network',
      workingGroup: 'working group',
      standing: 'cooperation forum',
    },
    role: {
      chair: 'chair',
      viceChair: 'vice-chair',
      secretary: 'secretary',
      member: 'member',
      deputy: 'deputy',
      observer: 'observer',
      resourcePerson: 'resource person',
      administrator: 'administrator',
      auditor: 'auditor',
      secretariat: 'district secretariat',
      partner: 'partner',
      municipalCoordinator: 'municipal coordinator',
    },
    party: { police: 'police', municipality: 'municipality', community: 'local community', other: 'others' },
    chairParty: { police: 'police', municipality: 'municipality', community: 'local community', other: 'others' },
    method: {
      password: 'password',
      secondFactor: 'code from an app',
      backupCode: 'backup code',
      passkey: 'passkey',
      oidc: 'sign-in at another service',
    },
  },
})

/**
 * A value of the log in words: a day as people write it, a short form by its name, anything else as it is stored. A
 * short form may be followed by more, such as the municipality of a role.
 */
export const valueInWords = (field: string, value: string, lang: Language): string => {
  if (parseDay(value) !== null) return shortDay(value, lang)
  const [short = '', ...more] = value.split(' ')
  const name = valueNames[lang][field]?.[short]
  return name === undefined ? value : [name, ...more].join(' ')
}
