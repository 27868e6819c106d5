import { isListOf, isShape, isText, readJson } from './read.ts'

interface Phrase {
  kind: string
  words: string
}

const arePhrases = isListOf(isShape<Phrase>({ kind: isText, words: isText }))

/**
 * Around the choice of a standard phrase: gives a button for each phrase that fits the chosen outcome, which puts the
 * words where the cursor stands. Attribute `phrases` lists them, `label` names the group. Without this the phrase is put in
 * when the form is stored.
 */
export class PhraseButtons extends HTMLElement {
  #phrases: readonly Phrase[] = []
  readonly #group = document.createElement('div')
  readonly #draw = (): void => this.#buttons()

  connectedCallback(): void {
    this.#phrases = readJson(this.dataset['phrases'], arePhrases) ?? []
    for (const child of this.children) if (child instanceof HTMLElement) child.hidden = true
    this.#group.className = 'sv-phrases'
    this.#group.setAttribute('role', 'group')
    this.#group.setAttribute('aria-label', this.dataset['label'] ?? '')
    this.append(this.#group)
    this.closest('form')?.addEventListener('change', this.#draw)
    this.#buttons()
  }

  disconnectedCallback(): void {
    this.closest('form')?.removeEventListener('change', this.#draw)
    this.#group.remove()
  }

  #kind(): string {
    return this.closest('form')?.querySelector<HTMLInputElement>('input[name=udfald]:checked')?.value ?? ''
  }

  #buttons(): void {
    const kind = this.#kind()
    const fitting = this.#phrases.filter(
      (phrase, index, all) =>
        phrase.kind === kind || (kind === '' && all.findIndex((other) => other.kind === phrase.kind) === index),
    )
    this.#group.replaceChildren(
      ...fitting.map((phrase) => {
        const button = document.createElement('button')
        button.type = 'button'
        button.className = 'sv-link'
        button.textContent = phrase.words
        button.addEventListener('click', () => this.#insert(phrase))
        return button
      }),
    )
  }

  #insert({ kind, words }: Phrase): void {
    const form = this.closest('form')
    const text = form?.querySelector<HTMLTextAreaElement>('textarea[name=beslutning]')
    if (!form || !text) return
    const at = document.activeElement === text ? text.selectionStart : text.value.length
    const gap = at > 0 && !/\s$/.test(text.value.slice(0, at)) ? ' ' : ''
    text.setRangeText(gap + words, at, at, 'end')
    if (this.#kind() === '') {
      const radio = form.querySelector<HTMLInputElement>(`input[name=udfald][value=${kind}]`)
      if (radio !== null) radio.checked = true
    }
    text.focus()
    text.dispatchEvent(new Event('input', { bubbles: true }))
    text.dispatchEvent(new Event('change', { bubbles: true }))
  }
}
