import { fill, spokenTime, wallTime } from '../meetings/hold/rules.ts'
import { isNumber, isOneOf, isOr, isShape, isText, readJson, readTexts, type Texts } from './read.ts'

interface Live {
  state: 'waiting' | 'running' | 'over'
  current: { id: string; number: number; title: string; since: string } | null
  agenda: string
}

const isLive = isShape<Live>({
  state: isOneOf('waiting', 'running', 'over'),
  current: isOr(isOneOf(null), isShape({ id: isText, number: isNumber, title: isText, since: isText })),
  agenda: isText,
})

const patienceMs = 5000

/**
 * Follows a running meeting. In mode `follow` it shows the current item; in mode `hold` it tells a note-taker that the
 * meeting has come to another item than the page was made for. Attributes: `address` of the events, `here` to reload,
 * `current` and `agenda` as the page was made, `words`. Without this the page is reloaded by its link.
 */
export class LiveMeeting extends HTMLElement {
  #events: EventSource | null = null
  #lost: ReturnType<typeof setTimeout> | undefined
  #words: Texts = {}
  #last: Live | null = null

  connectedCallback(): void {
    this.#words = readTexts(this.dataset['words'])
    this.#events = new EventSource(this.dataset['address'] ?? '')
    this.#events.addEventListener('live', (event: MessageEvent<string>) => {
      const state = readJson(event.data, isLive)
      if (state !== null) this.#show(state)
    })
    this.#events.addEventListener('open', () => this.#found())
    this.#events.addEventListener('error', () => {
      this.#lost ??= setTimeout(() => this.#say(this.#words['lost'] ?? ''), patienceMs)
    })
  }

  disconnectedCallback(): void {
    clearTimeout(this.#lost)
    this.#events?.close()
  }

  #found(): void {
    clearTimeout(this.#lost)
    this.#lost = undefined
    if (this.#last !== null) this.#show(this.#last)
    else this.#say('')
  }

  #set(name: string, text: string): void {
    const element = this.querySelector(`[data-${name}]`)
    if (element !== null && element.textContent !== text) element.textContent = text
  }

  #say(text: string, link = ''): void {
    const said = this.querySelector('[data-said]')
    if (said === null || said.textContent === [text, link].filter((part) => part !== '').join(' ')) return
    said.textContent = text
    if (link === '') return
    const onward = document.createElement('a')
    onward.href = this.dataset['here'] ?? ''
    onward.textContent = link
    said.append(' ', onward)
  }

  #show(state: Live): void {
    this.dataset['agenda'] ??= state.agenda
    this.#last = state
    if (this.dataset['mode'] === 'follow') this.#follow(state)
    else this.#beside(state)
    if (state.state === 'over') this.#events?.close()
  }

  #follow({ state, current, agenda }: Live): void {
    const w = this.#words
    this.#set(
      'item',
      state === 'over' ? (w['over'] ?? '') : current === null ? (w['running'] ?? '') : fill(w['item'] ?? '', current),
    )
    const time = current === null ? '' : spokenTime(wallTime(new Date(current.since)), this.dataset['lang'] ?? 'da')
    this.#set('since', current === null ? '' : fill(w['since'] ?? '', { time }))
    if (agenda === this.dataset['agenda']) this.#say('')
    else this.#say(w['agenda'] ?? '', w['reload'] ?? '')
  }

  #beside({ state, current, agenda }: Live): void {
    const w = this.#words
    if (state === 'over') this.#say(w['over'] ?? '', w['reload'] ?? '')
    else if (current !== null && current.id !== this.dataset['current'])
      this.#say(fill(w['item'] ?? '', current), w['go'] ?? '')
    else if (agenda !== this.dataset['agenda']) this.#say(w['agenda'] ?? '', w['reload'] ?? '')
    else this.#say('')
  }
}
