import { linkPath } from '../fora/interfaces/drawing/rules.ts'
import type { Circle } from '../fora/interfaces/drawing/rules.ts'

const step = 8
const savePauseMs = 600

/** Arrow keys and where they lead. */
const ways: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
}

const idOf = (node: SVGGraphicsElement): string => node.dataset['node'] ?? ''

/**
 * Around the network's SVG: shows what a forum is linked to while it is pointed at or has focus, and lets editors move
 * fora with pointer or arrow keys. Each new place is posted to `data-save` as the fields csrf, node, x and y; the
 * answer's text is not used. Without this the drawing is complete and its links work.
 */
export class NetworkDrawing extends HTMLElement {
  #moving = false
  #dragged: { node: SVGGraphicsElement; pointer: number; dx: number; dy: number; moved: boolean } | null = null
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>()
  #listening = new AbortController()

  connectedCallback(): void {
    this.#listening = new AbortController()
    const on = { signal: this.#listening.signal }
    this.addEventListener('pointerover', (event) => this.#light(this.#nodeAt(event)), on)
    this.addEventListener('pointerleave', () => this.#light(this.#nodeAt({ target: document.activeElement })), on)
    this.addEventListener('focusin', (event) => this.#light(this.#nodeAt(event)), on)
    this.addEventListener('focusout', () => this.#light(null), on)
    const tools = this.querySelector<HTMLElement>('[data-moving]')
    if (tools === null || this.dataset['save'] === undefined) return
    tools.hidden = false
    tools.querySelector('button')?.addEventListener('click', (event) => this.#toggle(event), on)
    this.addEventListener('pointerdown', (event) => this.#take(event), on)
    this.addEventListener('pointermove', (event) => this.#drag(event), on)
    this.addEventListener('pointerup', () => this.#drop(), on)
    this.addEventListener('pointercancel', () => this.#drop(), on)
    this.addEventListener('click', (event) => this.#stay(event), { ...on, capture: true })
    this.addEventListener('dragstart', (event) => this.#stay(event), on)
    this.addEventListener('keydown', (event) => this.#nudge(event), on)
  }

  disconnectedCallback(): void {
    this.#listening.abort()
  }

  #nodeAt({ target }: { target: EventTarget | null }): SVGGraphicsElement | null {
    return target instanceof Element ? target.closest<SVGGraphicsElement>('[data-node]') : null
  }

  #links(): NodeListOf<SVGPathElement> {
    return this.querySelectorAll<SVGPathElement>('path[data-from]')
  }

  /** Lights what a forum is linked to; without one, what the page was asked to show. */
  #light(pointed: SVGGraphicsElement | null): void {
    const chosen = this.dataset['chosen']
    const node =
      pointed ??
      [...this.querySelectorAll<SVGGraphicsElement>('[data-node]')].find((each) => idOf(each) === chosen) ??
      null
    this.classList.toggle('is-lit', node !== null)
    const near = new Set(node === null ? [] : [idOf(node)])
    for (const link of this.#links()) {
      const ends = [link.dataset['from'] ?? '', link.dataset['to'] ?? '']
      const touches = node !== null && ends.includes(idOf(node))
      link.classList.toggle('is-near', touches)
      if (touches) for (const end of ends) near.add(end)
    }
    for (const other of this.querySelectorAll<SVGGraphicsElement>('[data-node]')) {
      other.classList.toggle('is-near', near.has(idOf(other)))
    }
  }

  #toggle({ currentTarget }: Event): void {
    this.#moving = !this.#moving
    this.classList.toggle('is-moving', this.#moving)
    if (currentTarget instanceof Element) currentTarget.setAttribute('aria-pressed', String(this.#moving))
  }

  /** While fora are moved, a click on one does not leave the page. */
  #stay(event: Event): void {
    if (this.#moving && this.#nodeAt(event)) event.preventDefault()
  }

  #circle(node: SVGGraphicsElement): Circle {
    const { e: x = 0, f: y = 0 } = node.transform.baseVal.consolidate()?.matrix ?? {}
    return { x, y, r: Number(node.dataset['r']) }
  }

  /** The pointer's place in the drawing's own units. */
  #pointer(event: PointerEvent): DOMPoint | null {
    const matrix = this.querySelector('svg[viewBox][role]')
    if (!(matrix instanceof SVGSVGElement)) return null
    const screen = matrix.getScreenCTM()
    return screen && new DOMPoint(event.clientX, event.clientY).matrixTransform(screen.inverse())
  }

  #take(event: PointerEvent): void {
    const node = this.#nodeAt(event)
    const at = this.#pointer(event)
    if (!this.#moving || node === null || at === null || event.button !== 0) return
    const { x, y } = this.#circle(node)
    this.#dragged = { node, pointer: event.pointerId, dx: x - at.x, dy: y - at.y, moved: false }
    this.setPointerCapture(event.pointerId)
    event.preventDefault()
  }

  #drag(event: PointerEvent): void {
    const at = this.#pointer(event)
    if (this.#dragged === null || at === null) return
    this.#dragged.moved = true
    this.#place(this.#dragged.node, at.x + this.#dragged.dx, at.y + this.#dragged.dy)
  }

  #drop(): void {
    const dragged = this.#dragged
    this.#dragged = null
    if (dragged?.moved) this.#save(dragged.node)
  }

  #nudge(event: KeyboardEvent): void {
    const node = this.#nodeAt(event)
    const way = ways[event.key]
    if (!this.#moving || node === null || way === undefined) return
    event.preventDefault()
    const { x, y } = this.#circle(node)
    this.#place(node, x + way[0] * step, y + way[1] * step)
    this.#save(node)
  }

  /** Moves a forum, within the drawing, and its links with it. */
  #place(node: SVGGraphicsElement, x: number, y: number): void {
    const { width = 0, height = 0 } = node.ownerSVGElement?.viewBox.baseVal ?? {}
    const r = Number(node.dataset['r'])
    const within = (value: number, most: number) => Math.round(Math.min(Math.max(value, r), most - r))
    node.setAttribute('transform', `translate(${String(within(x, width))} ${String(within(y, height))})`)
    const circles = new Map<string, Circle>()
    for (const each of this.querySelectorAll<SVGGraphicsElement>('[data-node]'))
      circles.set(idOf(each), this.#circle(each))
    for (const link of this.#links()) {
      const { from: fromId = '', to: toId = '', bend } = link.dataset
      const [from, to] = [circles.get(fromId), circles.get(toId)]
      if (from && to && (fromId === idOf(node) || toId === idOf(node))) {
        link.setAttribute('d', linkPath(from, to, Number(bend)))
      }
    }
  }

  /** Waits until the forum has stood still, so that ten key presses are saved once. */
  #save(node: SVGGraphicsElement): void {
    const id = idOf(node)
    clearTimeout(this.#timers.get(id))
    this.#timers.set(
      id,
      setTimeout(() => void this.#post(id, this.#circle(node)), savePauseMs),
    )
  }

  async #post(node: string, { x, y }: Circle): Promise<void> {
    const { save = '', csrf = '', saved = '', failed = '' } = this.dataset
    const body = new URLSearchParams({ csrf, node, x: String(x), y: String(y) })
    const status = this.querySelector('[data-moving] [role=status]')
    const response = await fetch(save, { method: 'POST', body }).catch(() => null)
    if (status) status.textContent = response?.ok ? saved : failed
  }
}
