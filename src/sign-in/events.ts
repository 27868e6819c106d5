/** How somebody proved who they are. */
export type SignInMethod = 'password' | 'secondFactor' | 'backupCode' | 'passkey' | 'oidc'

/** Something about signing in that belongs in the log. Never holds a password, a code or a token. */
export type SignInEvent =
  | { kind: 'signedIn'; method: SignInMethod; accountId: string; name: string }
  | { kind: 'refused'; method: SignInMethod; reason: string; email: string | null; accountId: string | null }
  | { kind: 'locked'; method: SignInMethod; email: string | null; until: Date | null; accountId: string | null }
  | { kind: 'signedOut'; accountId: string; name: string }
  | { kind: AccountChange; accountId: string; name: string }

/** What people change about their own account. */
export type AccountChange =
  | 'nameChanged'
  | 'passwordChanged'
  | 'passwordChangeRefused'
  | 'secondFactorOn'
  | 'secondFactorOff'
  | 'backupCodesRenewed'
  | 'passkeyAdded'
  | 'passkeyRemoved'
  | 'sessionRevoked'

export type NoteEvent = (event: SignInEvent) => Promise<void>
