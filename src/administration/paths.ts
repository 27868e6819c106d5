/** Addresses of the administration within a district. */
export const administrationPaths = {
  accounts: '/brugere',
  createAccount: '/brugere/opret',
  account: (id: string) => `/brugere/${id}`,
  access: '/brugere/adgang',
  log: '/log',
} as const
