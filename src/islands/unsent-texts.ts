import { forget, keptBy, sendUnsent } from './unsent.ts'

/**
 * On the page a meeting is run from: sends what the reader wrote on its other pages while the connection was gone, and
 * lists what cannot be sent by itself. Attributes: `account`, `csrf`, `words`.
 */
export class UnsentTexts extends HTMLElement {
  readonly #again = (): void => void this.#send()

  connectedCallback(): void {
    window.addEventListener('online', this.#again)
    void this.#send()
  }

  disconnectedCallback(): void {
    window.removeEventListener('online', this.#again)
  }

  async #send(): Promise<void> {
    const here = new Set(
      [...document.querySelectorAll<HTMLElement>('hold-form')].map((form) => form.dataset['key'] ?? ''),
    )
    const left: string[] = []
    for (const [key, unsent] of keptBy(this.dataset['account'] ?? '')) {
      if (here.has(key)) continue
      const response = unsent.base === '' ? null : await sendUnsent(unsent, this.dataset['csrf'] ?? '')
      if (response?.ok) forget(key)
      else left.push(unsent.page)
    }
    this.#show([...new Set(left)])
  }

  #show(pages: readonly string[]): void {
    this.replaceChildren()
    if (pages.length === 0) return
    const said = document.createElement('p')
    said.setAttribute('role', 'status')
    said.append(this.dataset['words'] ?? '')
    for (const [index, page] of pages.entries()) {
      const link = document.createElement('a')
      link.href = page
      link.textContent = String(index + 1)
      said.append(' ', link)
    }
    this.append(said)
  }
}
