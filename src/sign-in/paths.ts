/** Addresses of this room besides those of the shell. All are outside any district. */
export const signInPaths = {
  code: '/log-ind/kode',
  oidc: '/log-ind/tjeneste',
  oidcAnswer: '/api/auth/callback/oidc',
  passkey: '/api/auth/passkey',
  name: '/konto/navn',
  password: '/konto/adgangskode',
  revoke: '/konto/session',
  removePasskey: '/konto/adgangsnoegle',
  factor: '/konto/totrin',
  factorStart: '/konto/totrin/start',
  factorStop: '/konto/totrin/stop',
  backupCodes: '/konto/totrin/koder',
} as const
