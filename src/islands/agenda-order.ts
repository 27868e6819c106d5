/** The item that an event happened in. */
const itemOf = (event: Event): HTMLElement | null =>
  event.target instanceof Element ? event.target.closest<HTMLElement>('[data-item]') : null

/**
 * Around an agenda: lets its items be dragged to another place. Sends what the buttons beside them send, to `action`, and puts
 * the list from the answer in the place of `region`. `said` is read out afterwards, `failed` when nothing was stored. The
 * buttons and numbers do the same without a script.
 */
export class AgendaOrder extends HTMLElement {
  #dragged: HTMLElement | null = null
  #over: HTMLElement | null = null
  readonly #status = document.createElement('p')

  connectedCallback(): void {
    this.#status.className = 'sr-only'
    this.#status.setAttribute('role', 'status')
    this.append(this.#status)
    this.#prepare()
    this.addEventListener('dragstart', this.#start)
    this.addEventListener('dragover', this.#hover)
    this.addEventListener('drop', this.#drop)
    this.addEventListener('dragend', this.#end)
  }

  disconnectedCallback(): void {
    this.#status.remove()
    this.removeEventListener('dragstart', this.#start)
    this.removeEventListener('dragover', this.#hover)
    this.removeEventListener('drop', this.#drop)
    this.removeEventListener('dragend', this.#end)
  }

  #prepare(): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-item]')) item.draggable = true
  }

  readonly #start = (event: DragEvent): void => {
    this.#dragged = itemOf(event)
    if (this.#dragged === null || event.dataTransfer === null) return
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', this.#dragged.dataset['title'] ?? '')
    this.#dragged.classList.add('is-dragged')
  }

  readonly #hover = (event: DragEvent): void => {
    const over = itemOf(event)
    if (this.#dragged === null || over === null) return
    event.preventDefault()
    this.#mark(over === this.#dragged ? null : over)
  }

  readonly #drop = (event: DragEvent): void => {
    const [dragged, over] = [this.#dragged, itemOf(event)]
    if (dragged === null || over === null) return
    event.preventDefault()
    if (over !== dragged) void this.#move(dragged, over.dataset['number'] ?? '')
  }

  readonly #end = (): void => {
    this.#dragged?.classList.remove('is-dragged')
    this.#dragged = null
    this.#mark(null)
  }

  #mark(over: HTMLElement | null): void {
    this.#over?.classList.remove('is-over')
    this.#over = over
    over?.classList.add('is-over')
  }

  async #move(item: HTMLElement, number: string): Promise<void> {
    const region = document.getElementById(this.getAttribute('region') ?? '')
    const csrf = this.querySelector<HTMLInputElement>('input[name="csrf"]')?.value ?? ''
    const body = new URLSearchParams({ csrf, punkt: item.dataset['item'] ?? '', til: number, vej: 'plads' })
    try {
      const response = await fetch(this.getAttribute('action') ?? '', { method: 'POST', body })
      const page = new DOMParser().parseFromString(await response.text(), 'text/html')
      const renewed = page.getElementById(region?.id ?? '')
      if (!response.ok || region === null || renewed === null) throw new Error('No agenda in the answer')
      region.replaceWith(document.adoptNode(renewed))
      this.#prepare()
      this.#status.textContent = (this.getAttribute('said') ?? '')
        .replace('{title}', item.dataset['title'] ?? '')
        .replace('{number}', number)
    } catch {
      this.#status.textContent = this.getAttribute('failed') ?? ''
      this.#status.classList.remove('sr-only')
    }
  }
}
