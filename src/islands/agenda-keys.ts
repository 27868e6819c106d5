/**
 * Around an agenda that is read: Alt with arrow up or down goes to the item before or after. The links of each item do the
 * same without it.
 */
export class AgendaKeys extends HTMLElement {
  #listening = new AbortController()

  connectedCallback(): void {
    this.#listening = new AbortController()
    document.addEventListener(
      'keydown',
      (event) => {
        if (!event.altKey || event.ctrlKey || event.metaKey) return
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
        if (step !== 0 && this.#go(step)) event.preventDefault()
      },
      { signal: this.#listening.signal },
    )
  }

  disconnectedCallback(): void {
    this.#listening.abort()
  }

  /** Moves focus, so that reading goes on from there too. False at the end. */
  #go(step: 1 | -1): boolean {
    const items = [...this.querySelectorAll('article')]
    const at = items.findLastIndex((item) => item.getBoundingClientRect().top <= 40)
    const wanted = items[at + step]
    if (wanted === undefined) return false
    wanted.focus({ preventScroll: true })
    wanted.scrollIntoView()
    return true
  }
}
