declare module 'oidc-provider' {
  import type { RequestListener } from 'node:http'

  interface Grant {
    addOIDCScope: (scope: string) => void
    save: () => Promise<string>
  }
  interface ProviderContext {
    path: string
    body: unknown
    req: Parameters<RequestListener>[0]
    res: Parameters<RequestListener>[1]
    oidc: { client: { clientId: string }; session: { accountId: string } }
  }

  /** As much of the provider as the tests use; the package brings no types. */
  export class Provider {
    constructor(issuer: string, configuration: Record<string, unknown>)
    Grant: new (owner: { clientId: string; accountId: string }) => Grant
    use: (middleware: (ctx: ProviderContext, next: () => Promise<void>) => Promise<void>) => void
    callback: () => RequestListener
    interactionFinished: (
      req: Parameters<RequestListener>[0],
      res: Parameters<RequestListener>[1],
      result: unknown,
      options: { mergeWithLastSubmission: boolean },
    ) => Promise<void>
  }
}
