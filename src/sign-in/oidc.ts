import type { OAuth2Tokens } from 'better-auth/oauth2'
import { genericOAuth } from 'better-auth/plugins'
import { decodeJwt } from 'jose'
import { z } from 'zod'

/** Sign-in with the organisation's own OpenID provider. */
export interface OidcSettings {
  /** As the provider writes it in its tokens, to the letter. */
  issuer: string
  clientId: string
  clientSecret: string
  /** What the button says after "Log ind med". */
  name: string
  /** True for a provider that never says whether an e-mail is verified, because the organisation gives out every address itself. */
  trustsEmail?: boolean
}

export const oidcProviderId = 'oidc'

const metadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
  userinfo_endpoint: z.url().optional(),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
})
export type OidcMetadata = z.infer<typeof metadata>

const patience = () => AbortSignal.timeout(8000)

const discoveryUrl = (issuer: string): string => `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`

/**
 * What the provider says of itself. OpenID Connect Discovery 1.0 § 4.3: the issuer in it must be the one that was asked.
 * @throws when it does not answer, or answers as somebody else.
 */
export async function discover(settings: OidcSettings): Promise<OidcMetadata> {
  const response = await fetch(discoveryUrl(settings.issuer), { signal: patience() })
  if (!response.ok) throw new Error(`The OpenID provider answered ${String(response.status)} to discovery.`)
  const found = metadata.parse(await response.json())
  if (found.issuer !== settings.issuer)
    throw new Error(`The OpenID provider calls itself ${found.issuer}, but OIDC_ISSUER is ${settings.issuer}.`)
  return found
}

const claims = z.object({
  sub: z.string().min(1),
  exp: z.number(),
  iat: z.number(),
  aud: z.union([z.string(), z.array(z.string())]),
  azp: z.string().optional(),
  email: z.string().optional(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
})

const userInfo = claims.pick({ sub: true, email: true, email_verified: true, name: true })

const askUserInfo = async (endpoint: string, accessToken: string) => {
  const response = await fetch(endpoint, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'application/json' },
    signal: patience(),
  })
  return response.ok ? (userInfo.safeParse(await response.json()).data ?? null) : null
}

/**
 * Better Auth checks signature, issuer, audience, expiry and nonce of an id token that came. This asks for the rest:
 * that one came at all and says when it expires, and that it was issued to this program (OpenID Connect Core 1.0 § 3.1.3.7).
 */
const whoIs = async (settings: OidcSettings, provider: OidcMetadata, tokens: OAuth2Tokens) => {
  if (tokens.idToken === undefined) return null
  const token = claims.safeParse(decodeJwt(tokens.idToken)).data
  if (token === undefined) return null
  const audiences = [token.aud].flat()
  if (token.azp === undefined ? audiences.length > 1 : token.azp !== settings.clientId) return null
  const more =
    token.email === undefined && provider.userinfo_endpoint !== undefined && tokens.accessToken !== undefined
      ? await askUserInfo(provider.userinfo_endpoint, tokens.accessToken)
      : null
  const person = more?.sub === token.sub ? more : token
  return {
    id: token.sub,
    sub: token.sub,
    email: person.email ?? '',
    emailVerified: settings.trustsEmail === true || person.email_verified === true,
    name: person.name ?? '',
  }
}

/** Better Auth's plugin for the provider: PKCE, verified id tokens, and never a new account. */
export const oidcPlugin = (settings: OidcSettings | null, provider: OidcMetadata | null) =>
  genericOAuth({
    config:
      settings === null || provider === null
        ? []
        : [
            {
              providerId: oidcProviderId,
              name: settings.name,
              discoveryUrl: discoveryUrl(settings.issuer),
              requireIdTokenVerification: true,
              clientId: settings.clientId,
              clientSecret: settings.clientSecret,
              authentication: provider.token_endpoint_auth_methods_supported.includes('client_secret_basic')
                ? 'basic'
                : 'post',
              scopes: ['openid', 'email', 'profile'],
              pkce: true,
              disableSignUp: true,
              getUserInfo: (tokens) => whoIs(settings, provider, tokens),
            },
          ],
  })
