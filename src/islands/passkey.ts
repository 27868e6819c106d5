const post = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

const answer = async <T>(address: string, init?: RequestInit): Promise<T> => {
  const response = await fetch(address, init)
  if (!response.ok) throw new Error(`${address} answered ${String(response.status)}`)
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- the server is this program's own, and sends what the dialogue asks for
  const body: T = await response.json()
  return body
}

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
      const optionsJSON = await answer<Parameters<typeof startRegistration>[0]['optionsJSON']>(
        `${server}/generate-register-options`,
      )
      await answer(`${server}/verify-registration`, post({ response: await startRegistration({ optionsJSON }) }))
    } else {
      const optionsJSON = await answer<Parameters<typeof startAuthentication>[0]['optionsJSON']>(
        `${server}/generate-authenticate-options`,
      )
      await answer(`${server}/verify-authentication`, post({ response: await startAuthentication({ optionsJSON }) }))
    }
    location.assign(this.getAttribute('next') ?? '/')
  }
}
