/** A pointer that has gone less far than this has pressed, not dragged; in pixels. */
const slack = 6
/** A drag this near to the top or bottom of the window moves the page along; in pixels. */
const edge = 48

interface Drag {
  item: HTMLElement
  pointer: number
  from: { x: number; y: number }
  begun: boolean
  over: HTMLElement | null
}

const itemAt = (target: EventTarget | null): HTMLElement | null =>
  target instanceof Element ? target.closest<HTMLElement>('[data-item]') : null

/**
 * Around an agenda: lets its items be dragged to another place, by mouse wherever one takes hold, by finger at the handle that
 * it adds, so that the page can still be scrolled. Sends what the buttons beside them send, to `action`, and puts the list
 * from the answer in the place of `region`. `said` is read out afterwards, `failed` when nothing was stored. The buttons and
 * numbers do the same without a script.
 */
export class AgendaOrder extends HTMLElement {
  #drag: Drag | null = null
  #listening = new AbortController()
  readonly #status = document.createElement('p')

  connectedCallback(): void {
    this.#status.className = 'sr-only'
    this.#status.setAttribute('role', 'status')
    this.append(this.#status)
    this.#prepare()
    this.#listening = new AbortController()
    const { signal } = this.#listening
    this.addEventListener('pointerdown', this.#press, { signal })
    document.addEventListener('pointermove', this.#follow, { signal })
    document.addEventListener('pointerup', this.#drop, { signal })
    document.addEventListener('pointercancel', this.#end, { signal })
    document.addEventListener('keydown', this.#cancel, { signal })
  }

  disconnectedCallback(): void {
    this.#listening.abort()
    this.#status.remove()
  }

  #prepare(): void {
    for (const item of this.querySelectorAll<HTMLElement>('[data-item]')) {
      const handle = document.createElement('span')
      handle.className = 'sv-grip'
      handle.setAttribute('aria-hidden', 'true')
      item.firstElementChild?.append(handle)
      // A link that is taken hold of moves its item, and is not dragged away by itself.
      for (const link of item.querySelectorAll('a')) link.draggable = false
    }
  }

  readonly #press = (event: PointerEvent): void => {
    const item = itemAt(event.target)
    if (item === null || !(event.target instanceof Element) || !event.isPrimary || event.button !== 0) return
    const isHandle = event.target.closest('.sv-grip') !== null
    if (!isHandle && (event.pointerType !== 'mouse' || event.target.closest('button, input, select') !== null)) return
    this.#drag = {
      item,
      pointer: event.pointerId,
      from: { x: event.clientX, y: event.clientY },
      begun: false,
      over: null,
    }
  }

  readonly #follow = (event: PointerEvent): void => {
    const drag = this.#drag
    if (drag === null || event.pointerId !== drag.pointer) return
    if (!drag.begun) {
      if (Math.hypot(event.clientX - drag.from.x, event.clientY - drag.from.y) < slack) return
      drag.begun = true
      drag.item.classList.add('is-dragged')
      this.classList.add('is-dragging')
    }
    getSelection()?.removeAllRanges()
    if (event.clientY < edge) scrollBy(0, -edge / 4)
    else if (event.clientY > innerHeight - edge) scrollBy(0, edge / 4)
    this.#mark(itemAt(document.elementFromPoint(event.clientX, event.clientY)))
  }

  readonly #drop = (event: PointerEvent): void => {
    const drag = this.#drag
    if (drag === null || event.pointerId !== drag.pointer) return
    const { item, over, begun } = drag
    this.#end()
    if (!begun) return
    // The press that ended the drag is no click on the link it happened over; a click that comes later is one.
    const stop = (click: MouseEvent): void => click.preventDefault()
    addEventListener('click', stop, { capture: true })
    setTimeout(() => removeEventListener('click', stop, { capture: true }))
    if (over !== null) void this.#move(item, over.dataset['number'] ?? '')
  }

  readonly #cancel = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#end()
  }

  readonly #end = (): void => {
    this.#mark(null)
    this.#drag?.item.classList.remove('is-dragged')
    this.classList.remove('is-dragging')
    this.#drag = null
  }

  #mark(found: HTMLElement | null): void {
    const drag = this.#drag
    if (drag === null) return
    drag.over?.classList.remove('is-over')
    drag.over = found !== null && found !== drag.item && this.contains(found) ? found : null
    drag.over?.classList.add('is-over')
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
