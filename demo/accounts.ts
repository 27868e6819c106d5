import type { GrantedRole } from '../src/people/permissions.ts'

/** The password of every demonstration account. Such accounts exist only on the embedded database, only on this machine. */
export const demoPassword = 'samvirk-demo-2026'

interface DemoAccount {
  email: string
  name: string
  /** What it stands for, for whoever starts the program. */
  about: string
  /** True when the register knows the person, whose seats then give roles. */
  person: boolean
  grants: readonly { district: string; role: GrantedRole; municipality?: string }[]
}

/** The demonstration district, and a second one that is empty. */
export const demoDistricts = { full: 'mvsj', empty: 'ns' } as const

const both = (role: GrantedRole) => Object.values(demoDistricts).map((district) => ({ district, role }))

/** The demonstration accounts; each stands for one kind of user. */
export const demoAccounts: readonly DemoAccount[] = [
  {
    email: 'admin@samvirk.test',
    name: 'Alma Eksempel',
    about: 'administrator',
    person: false,
    grants: both('administrator'),
  },
  {
    email: 'sekretariat@samvirk.test',
    name: 'Ane Eksempel',
    about: 'district secretariat, also of an empty second district',
    person: true,
    grants: both('secretariat'),
  },
  {
    email: 'kommune@samvirk.test',
    name: 'Gry Prøve',
    about: 'coordinator of Køge',
    person: true,
    grants: [{ district: 'mvsj', role: 'municipalCoordinator', municipality: '259' }],
  },
  {
    email: 'formand@samvirk.test',
    name: 'Cilla Prøve',
    about: 'chair of the lokalråd in Holbæk',
    person: true,
    grants: [],
  },
  {
    email: 'politi@samvirk.test',
    name: 'Jonna Eksempel',
    about: 'chair of the lokalråd in Køge, whose minutes wait for approval',
    person: true,
    grants: [],
  },
  {
    email: 'forening@samvirk.test',
    name: 'Conny Eksempel',
    about: 'member of the lokalråd in Køge, named by a housing association',
    person: true,
    grants: [],
  },
  {
    email: 'borgmester@samvirk.test',
    name: 'Bent Opdigt',
    about: 'mayor of Køge',
    person: true,
    grants: [{ district: 'mvsj', role: 'partner' }],
  },
  { email: 'medlem@samvirk.test', name: 'Mads Testrup', about: 'member of one forum', person: true, grants: [] },
  {
    email: 'revisor@samvirk.test',
    name: 'Rie Revisor-Prøve',
    about: 'auditor',
    person: false,
    grants: [{ district: 'mvsj', role: 'auditor' }],
  },
]
