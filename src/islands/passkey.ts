import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser'
import { isListOf, isNumber, isOneOf, isShape, isText, readJson } from './read.ts'

/** What the browser's dialogue cannot be without; the rest it judges itself. */
const isRegistrationOptions = isShape<PublicKeyCredentialCreationOptionsJSON>({
  challenge: isText,
  rp: isShape({ name: isText }),
  user: isShape({ id: isText, name: isText, displayName: isText }),
  pubKeyCredParams: isListOf(isShape({ alg: isNumber, type: isOneOf('public-key') })),
})
const isSignInOptions = isShape<PublicKeyCredentialRequestOptionsJSON>({ challenge: isText })

const ask = async (address: string, init?: RequestInit): Promise<string> => {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`)
  return response.text()
}

/** @throws Error when the server refuses, or answers something else. */
const askOptions = async <T>(address: string, is: (value: unknown) => value is T): Promise<T> => {
  const options = readJson(await ask(address), is)
  if (options === null) throw new Error(`${address} answered something else`)
  return options
}

const send = (address: string, body: unknown): Promise<string> =>
  ask(address, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

/**
 * A button that signs in with a passkey or adds one, where the browser knows them. Attributes: `mode` (sign-in,
 * register), `label`, `failed` (said when it did not work), `next` (where to go afterwards), `server`.
 */
export class PasskeyButton extends HTMLElement {
  connectedCallback(): void {
    if (!('PublicKeyCredential' in window) || this.childElementCount > 0) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'button button-secondary'
    button.textContent = this.getAttribute('label')
    const status = document.createElement('p')
    status.setAttribute('role', 'status')
    button.addEventListener('click', () => {
      status.textContent = ''
      button.disabled = true
      this.#use()
        .catch(() => {
          status.textContent = this.getAttribute('failed')
        })
        .finally(() => {
          button.disabled = false
        })
    })
    this.append(button, status)
  }

  async #use(): Promise<void> {
    const server = this.getAttribute('server') ?? ''
    const { startAuthentication, startRegistration } = await import('@simplewebauthn/browser')
    if (this.getAttribute('mode') === 'register') {
      const optionsJSON = await askOptions(`${server}/generate-register-options`, isRegistrationOptions)
      await send(`${server}/verify-registration`, { response: await startRegistration({ optionsJSON }) })
    } else {
      const optionsJSON = await askOptions(`${server}/generate-authenticate-options`, isSignInOptions)
      await send(`${server}/verify-authentication`, { response: await startAuthentication({ optionsJSON }) })
    }
    location.assign(this.getAttribute('next') ?? '/')
  }
}
