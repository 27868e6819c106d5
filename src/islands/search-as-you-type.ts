/** Long enough that ordinary typing sends one request per word, not per letter. */
const pauseMs = 250

/** Marks the step in the browser's history that a search has made. */
const searching = 'searching'

/** Which page the browser shows, wherever on it. */
const here = (): string => `${location.pathname}${location.search}`

/** The fields that say something, as a query without empty values. */
const queryOf = (form: HTMLFormElement): string => {
  const query = new URLSearchParams()
  for (const [name, value] of new FormData(form))
    if (typeof value === 'string' && value !== '') query.append(name, value)
  return query.toString()
}

/**
 * Around a search form: renews the list it filters while the user types, by fetching the form's own address.
 * Attribute `region` is the id of the list; its `data-said` is read out when it has changed. The form works without this.
 */
export class SearchAsYouType extends HTMLElement {
  #timer: ReturnType<typeof setTimeout> | undefined
  #request: AbortController | undefined
  #address = here()
  readonly #status = document.createElement('p')

  connectedCallback(): void {
    this.#status.className = 'sr-only'
    this.#status.setAttribute('role', 'status')
    this.append(this.#status)
    this.addEventListener('input', this.#later)
    this.addEventListener('submit', this.#now)
    window.addEventListener('popstate', this.#back)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#request?.abort()
    this.#status.remove()
    this.removeEventListener('input', this.#later)
    this.removeEventListener('submit', this.#now)
    window.removeEventListener('popstate', this.#back)
  }

  readonly #later = (): void => {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#renew(), pauseMs)
  }

  readonly #now = (event: Event): void => {
    event.preventDefault()
    clearTimeout(this.#timer)
    void this.#renew()
  }

  /** The fields belong to the address one came from, so the page is fetched whole. A link within the page changes nothing. */
  readonly #back = (): void => {
    if (this.#address !== here()) location.reload()
  }

  async #renew(): Promise<void> {
    const form = this.querySelector('form')
    const region = document.getElementById(this.getAttribute('region') ?? '')
    if (form === null || region === null) return
    const query = queryOf(form)
    const address = `${new URL(form.action).pathname}${query === '' ? '' : `?${query}`}`
    this.#request?.abort()
    const request = new AbortController()
    this.#request = request
    region.setAttribute('aria-busy', 'true')
    try {
      const response = await fetch(address, { signal: request.signal })
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const renewed = page.getElementById(region.id)
      if (!response.ok || renewed === null) throw new Error(`No list in the answer from ${address}`)
      region.replaceWith(document.adoptNode(renewed))
      this.#status.textContent = renewed.dataset['said'] ?? ''
      this.#remember(address)
    } catch {
      // A newer search took over, or the list could not be fetched here: then the browser goes to its address.
      if (!request.signal.aborted) location.assign(address)
    }
  }

  /** One step back leaves the search; the words typed on the way are not steps of their own. */
  #remember(address: string): void {
    if (address === here()) return
    if (history.state === searching) history.replaceState(searching, '', address)
    else history.pushState(searching, '', address)
    this.#address = here()
  }
}
