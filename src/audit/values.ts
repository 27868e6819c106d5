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
    meetingState: {
      draft: 'Kladde',
      summoned: 'Indkaldt',
      held: 'Holdt',
      circulated: 'Referat sendt ud',
      approved: 'Godkendt',
      published: 'Offentliggjort',
      cancelled: 'Aflyst',
    },
    meetingKind: {
      ordinary: 'ordinært møde',
      extraordinary: 'ekstraordinært møde',
      individual: 'møde med én kommune',
      tour: 'rundtur',
      preparatory: 'forberedende møde',
      citizens: 'borgermøde',
      themeDay: 'temadag',
      exercise: 'øvelse',
    },
    numbering: { meeting: 'møder gennem alle år', year: 'møder inden for året', items: 'punkter inden for året' },
    minutesStyle: { decisions: 'beslutninger', full: 'drøftelser og beslutninger' },
    chairConsents: { true: 'ja', false: 'nej' },
    silentApproval: { true: 'ja', false: 'nej' },
    openingMajority: { true: 'ja', false: 'nej' },
    openingChair: { true: 'ja', false: 'nej' },
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
    meetingState: {
      draft: 'Draft',
      summoned: 'Summoned',
      held: 'Held',
      circulated: 'Minutes circulated',
      approved: 'Approved',
      published: 'Published',
      cancelled: 'Cancelled',
    },
    meetingKind: {
      ordinary: 'ordinary meeting',
      extraordinary: 'extraordinary meeting',
      individual: 'meeting with one municipality',
      tour: 'tour',
      preparatory: 'preparatory meeting',
      citizens: 'citizens’ meeting',
      themeDay: 'theme day',
      exercise: 'exercise',
    },
    numbering: { meeting: 'meetings throughout', year: 'meetings within the year', items: 'items within the year' },
    minutesStyle: { decisions: 'decisions', full: 'discussions and decisions' },
    chairConsents: { true: 'yes', false: 'no' },
    silentApproval: { true: 'yes', false: 'no' },
    openingMajority: { true: 'yes', false: 'no' },
    openingChair: { true: 'yes', false: 'no' },
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
