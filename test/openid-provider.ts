import { createServer, type Server } from 'node:http'
import { decodeJwt, exportJWK, generateKeyPair, type JWTPayload, SignJWT, UnsecuredJWT } from 'jose'
import { Provider } from 'oidc-provider'

/** What an id token is made into on its way from the provider. */
export type Tampering =
  | 'none'
  | 'signedAgain'
  | 'wrongIssuer'
  | 'wrongAudience'
  | 'wrongNonce'
  | 'expired'
  | 'withoutExpiry'
  | 'unsigned'
  | 'foreignKey'
  | 'otherClient'
  | 'missing'

export interface OpenIdProvider {
  issuer: string
  clientId: string
  clientSecret: string
  /** What the next id tokens become. */
  tampering: Tampering
  /** Who signs in next. */
  person: { sub: string; email: string; email_verified: boolean }
  /** Requests to the token endpoint, as form fields. */
  exchanges: Record<string, string>[]
  close: () => Promise<void>
}

const listening = (server: Server): Promise<number> =>
  new Promise((resolve, reject) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      if (address === null || typeof address === 'string') reject(new Error('no port'))
      else resolve(address.port)
    })
  })

const changes: Partial<Record<Tampering, (claims: JWTPayload) => JWTPayload>> = {
  wrongIssuer: (claims) => ({ ...claims, iss: 'https://en-anden.example' }),
  wrongAudience: (claims) => ({ ...claims, aud: 'et-andet-program' }),
  wrongNonce: (claims) => ({ ...claims, nonce: 'en-anden-gang' }),
  expired: (claims) => ({ ...claims, iat: 1_700_000_000, exp: 1_700_000_300 }),
  withoutExpiry: ({ exp: _, ...claims }) => claims,
  otherClient: (claims) => ({ ...claims, aud: ['samvirk', 'et-andet-program'], azp: 'et-andet-program' }),
}

const isToken = (body: unknown): body is { id_token: string } =>
  typeof body === 'object' && body !== null && 'id_token' in body && typeof body.id_token === 'string'

/**
 * A real OpenID provider on this machine, which can be told to hand out bad id tokens. They are signed with its own key
 * where the key is not what is wrong, so that each differs from a good one in one way only.
 */
export async function startOpenIdProvider(redirectUri: string): Promise<OpenIdProvider> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const foreign = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: 'noegle', alg: 'RS256', use: 'sig' }
  const server = createServer()
  const port = await listening(server)
  const state: OpenIdProvider = {
    issuer: `http://127.0.0.1:${String(port)}`,
    clientId: 'samvirk',
    clientSecret: 'kun-til-proever-oidc-hemmelighed',
    tampering: 'none',
    person: { sub: 'ane-1', email: 'ane@kommune.example', email_verified: true },
    exchanges: [],
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve()
        })
        server.closeAllConnections()
      }),
  }
  const tampered = async (token: string): Promise<string | undefined> => {
    if (state.tampering === 'none') return token
    if (state.tampering === 'missing') return undefined
    const claims = decodeJwt(token)
    if (state.tampering === 'unsigned') return new UnsecuredJWT(claims).encode()
    const changed = changes[state.tampering]?.(claims) ?? claims
    const signer = state.tampering === 'foreignKey' ? foreign.privateKey : privateKey
    return new SignJWT(changed).setProtectedHeader({ alg: 'RS256', kid: 'noegle' }).sign(signer)
  }
  const provider = new Provider(state.issuer, {
    clients: [
      {
        client_id: state.clientId,
        client_secret: state.clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [key] },
    cookies: { keys: ['kun-til-proever'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/vis-hvem-du-er' },
    findAccount: (_: unknown, sub: string) => ({ accountId: sub, claims: () => state.person }),
    loadExistingGrant: async (ctx: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  provider.use(async (ctx, next) => {
    if (ctx.path === '/vis-hvem-du-er') {
      const login = { login: { accountId: state.person.sub } }
      await provider.interactionFinished(ctx.req, ctx.res, login, { mergeWithLastSubmission: false })
      return
    }
    await next()
    if (ctx.path === '/token' && isToken(ctx.body))
      ctx.body = { ...ctx.body, id_token: await tampered(ctx.body.id_token) }
  })
  const answer = provider.callback()
  server.on('request', (req, res) => {
    if (req.url === '/token') {
      let text = ''
      req.on('data', (part: Buffer) => {
        text += part.toString()
      })
      req.on('end', () => state.exchanges.push(Object.fromEntries(new URLSearchParams(text))))
    }
    answer(req, res)
  })
  return state
}
