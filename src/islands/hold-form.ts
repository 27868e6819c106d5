import { isListOf, isShape, isText, isTexts, readJson, readTexts, type Texts } from './read.ts'
import { forget, forgetSent, keep, kept, sendUnsent } from './unsent.ts'

const idleMs = 1000
const longestMs = 5000
const retryMs = 4000
const timeoutMs = 30_000
/** What is added must not be sent twice, so it is waited for much longer. */
const addTimeoutMs = 60_000

/** Fields that belong to the sending, or say something only together with a button. */
const notKept = new Set(['csrf', 'foer', 'version', 'standard', 'alle'])

const isStored = isShape({ values: isTexts, at: isText })
const isAdded = isShape({ onward: isText })
const isRefusal = isShape({ problems: isListOf(isShape({ text: isText })) })

/** The answer as text; nothing when the connection is lost on the way. */
const textOf = (response: Response): Promise<string> => response.text().catch(() => '')

/**
 * Around a form of the page a meeting is run from: keeps what is typed in the browser until the server has stored it. In
 * mode `save` it is stored as one types; in mode `add` by the form's button. Attributes: `key` names the text and whose it
 * is, `words` are the texts it says. Without this the form works by its button.
 */
export class HoldForm extends HTMLElement {
  #form: HTMLFormElement | null = null
  #status: HTMLElement | null = null
  #words: Texts = {}
  #timer: ReturnType<typeof setTimeout> | undefined
  #waitingSince = 0
  #sending = false
  #paused = false
  /** True while something typed or restored in this window is not stored. Another window may keep text under the same key. */
  #unstored = false
  /** The button that was pressed while a sending was under way. */
  #pressed: { by: HTMLElement | null } | null = null
  #listening = new AbortController()

  connectedCallback(): void {
    this.#form = this.querySelector('form')
    this.#status = this.querySelector<HTMLElement>('[data-status]')
    this.#words = readTexts(this.dataset['words'])
    if (this.#form === null) return
    this.#listening = new AbortController()
    const on = { signal: this.#listening.signal }
    this.#forgetSettled(this.#form)
    this.#restore()
    this.addEventListener('input', () => this.#changed(), on)
    this.addEventListener('change', () => this.#changed(), on)
    this.#form.addEventListener('submit', (event) => this.#submit(event), on)
    window.addEventListener('online', () => void this.#send(), on)
    window.addEventListener('pagehide', () => this.#leave(), on)
  }

  disconnectedCallback(): void {
    clearTimeout(this.#timer)
    this.#listening.abort()
  }

  get #key(): string {
    return this.dataset['key'] ?? ''
  }

  get #saves(): boolean {
    return this.dataset['mode'] === 'save'
  }

  #hidden(name: string): HTMLInputElement | null {
    return this.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)
  }

  #values(): Record<string, string> {
    const values: Record<string, string> = {}
    for (const [name, value] of new FormData(this.#form ?? undefined))
      if (typeof value === 'string' && !notKept.has(name)) values[name] = value.replaceAll('\r\n', '\n')
    return values
  }

  #base(): Texts {
    return readTexts(this.#hidden('foer')?.value)
  }

  #unsent() {
    return {
      values: this.#values(),
      base: this.#hidden('foer')?.value ?? '',
      action: this.#form?.getAttribute('action') ?? '',
      page: `${location.pathname}${location.search}`,
    }
  }

  /** The address says that this form was stored by its button: what was kept of it is done with. */
  #forgetSettled(form: HTMLFormElement): void {
    const url = new URL(location.href)
    if (url.searchParams.get('gemt') !== form.id) return
    forget(this.#key)
    url.searchParams.delete('gemt')
    history.replaceState(history.state, '', url)
  }

  #set(name: string, value: string): void {
    const control = this.#form?.elements.namedItem(name)
    if (control instanceof RadioNodeList) control.value = value
    else if (
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    )
      control.value = value
  }

  #restore(): void {
    const unsent = kept(this.#key)
    if (unsent === null) return
    this.#unstored = true
    const base = readTexts(unsent.base)
    const now = this.#values()
    let brought = false
    for (const [name, value] of Object.entries(unsent.values)) {
      if (value === (base[name] ?? '') || value === now[name]) continue
      this.#set(name, value)
      brought = true
    }
    const started = this.#hidden('foer')
    if (started !== null && unsent.base !== '') started.value = unsent.base
    keep(this.#key, this.#unsent())
    if (!brought && this.#saves) {
      void this.#send()
      return
    }
    for (let box = this.closest('details'); box; box = box.parentElement?.closest('details') ?? null) box.open = true
    for (const box of this.querySelectorAll('details')) box.open = true
    this.#say('restored')
    if (this.#saves) void this.#send()
  }

  #say(name: string, more = ''): void {
    if (this.#status === null) return
    const words = this.#words[name] ?? ''
    this.#status.textContent = more === '' ? words : `${words}. ${more}`
  }

  #changed(): void {
    this.#unstored = true
    keep(this.#key, this.#unsent())
    if (!this.#saves || this.#paused) return
    const now = Date.now()
    if (this.#waitingSince === 0) this.#waitingSince = now
    this.#later(Math.max(0, Math.min(idleMs, this.#waitingSince + longestMs - now)))
  }

  #later(ms: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), ms)
  }

  /** Sends what is not stored, if anything; one at a time. */
  async #send(): Promise<void> {
    if (!this.#saves || this.#sending || this.#paused || !this.#unstored) return
    clearTimeout(this.#timer)
    this.#sending = true
    this.#waitingSince = 0
    const unsent = this.#unsent()
    const csrf = this.#hidden('csrf')?.value ?? ''
    const response = await sendUnsent(unsent, csrf, { signal: AbortSignal.timeout(timeoutMs) })
    this.#sending = false
    if (response === null || response.status >= 500) {
      this.#say('offline')
      this.#later(retryMs)
    } else if (response.status === 409) this.#clash()
    else if (response.status === 403) {
      this.#say('signedOut')
      this.#later(retryMs)
    } else await this.#answered(response, unsent.values)
    const pressed = this.#pressed
    this.#pressed = null
    if (pressed !== null && response !== null) this.#form?.requestSubmit(pressed.by)
  }

  async #answered(response: Response, sent: Texts): Promise<void> {
    if (!response.ok) {
      const refusal = readJson(await textOf(response), isRefusal)
      this.#say('refused', refusal?.problems.map(({ text }) => text).join('. ') ?? '')
      return
    }
    const stored = readJson(await textOf(response), isStored)
    if (stored === null) {
      this.#say('offline')
      this.#later(retryMs)
      return
    }
    const base = this.#base()
    const now = this.#values()
    // What another note-taker wrote in fields that were left alone here.
    for (const [name, value] of Object.entries(stored.values))
      if (now[name] === base[name] && value !== now[name]) this.#set(name, value)
    const started = this.#hidden('foer')
    if (started !== null) started.value = JSON.stringify(stored.values)
    const typed = Object.entries(now).some(([name, value]) => sent[name] !== value)
    if (typed) {
      this.#changed()
      return
    }
    this.#unstored = false
    forgetSent(this.#key, sent)
    if (this.#status !== null) this.#status.textContent = (this.#words['saved'] ?? '').replace('{time}', stored.at)
  }

  /** Somebody else changed the same text: nothing more is stored until the user has seen both. */
  #clash(): void {
    this.#paused = true
    this.#say('clash')
    const button = document.createElement('button')
    button.type = 'submit'
    button.className = 'button button-secondary'
    button.textContent = this.#words['seeBoth'] ?? ''
    this.#status?.append(' ', button)
  }

  #submit(event: SubmitEvent): void {
    if (!navigator.onLine) {
      event.preventDefault()
      keep(this.#key, this.#unsent())
      this.#say(this.#saves ? 'offline' : 'wait')
    } else if (!this.#saves) {
      event.preventDefault()
      void this.#add()
    } else if (this.#sending) {
      // Sent now it would clash with what is on its way.
      event.preventDefault()
      this.#pressed = { by: event.submitter }
    }
  }

  /** Sends a form that adds something. What is wrong with it is shown by the server's own page. */
  async #add(): Promise<void> {
    const csrf = this.#hidden('csrf')?.value ?? ''
    keep(this.#key, this.#unsent())
    this.#say('sending')
    const response = await sendUnsent(this.#unsent(), csrf, { signal: AbortSignal.timeout(addTimeoutMs) })
    if (response === null) {
      this.#say('wait')
      return
    }
    const added = response.ok ? readJson(await textOf(response), isAdded) : null
    if (added === null) this.#form?.submit()
    else {
      forget(this.#key)
      location.assign(added.onward)
    }
  }

  /** The page is left while something waits: it is sent on the way out, and stays in the browser in case that fails. */
  #leave(): void {
    if (!this.#saves || this.#paused || !this.#unstored) return
    void sendUnsent(this.#unsent(), this.#hidden('csrf')?.value ?? '', { keepalive: true })
  }
}
