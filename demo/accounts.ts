/** The password of every demonstration account. Such accounts exist only on the embedded database, only on this machine. */
export const demoPassword = 'samvirk-demo-2026'

/** The demonstration accounts; each stands for one kind of user. */
export const demoAccounts = [
  { email: 'admin@samvirk.test', name: 'Alma Eksempel', about: 'administrator' },
  { email: 'sekretariat@samvirk.test', name: 'Ane Eksempel', about: 'district secretariat' },
  { email: 'kommune@samvirk.test', name: 'Gry Prøve', about: 'coordinator of Køge' },
  { email: 'formand@samvirk.test', name: 'Cilla Prøve', about: 'chair of the lokalråd in Holbæk' },
  { email: 'borgmester@samvirk.test', name: 'Bent Opdigt', about: 'mayor of Køge' },
  { email: 'medlem@samvirk.test', name: 'Mads Testrup', about: 'member of one forum' },
  { email: 'revisor@samvirk.test', name: 'Rie Revisor-Prøve', about: 'auditor' },
] as const
