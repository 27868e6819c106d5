import { expectedEnd, fill, minutesBetween, spokenTime, wallTime } from '../meetings/hold/rules.ts'
import { minutesOf, timeOf } from '../meetings/rules.ts'
import { readTexts } from './read.ts'

const tickMs = 5000

/** Keeps the clock of a running meeting going: how long the item has lasted, and when the meeting ends. By the server's time. */
export class HoldClock extends HTMLElement {
  #timer: ReturnType<typeof setInterval> | undefined

  connectedCallback(): void {
    const opened = performance.now()
    this.#timer = setInterval(() => this.#tick(performance.now() - opened), tickMs)
  }

  disconnectedCallback(): void {
    clearInterval(this.#timer)
  }

  #tick(passed: number): void {
    const { since = '', now = '', planned = '0', toCome = '0', ends = '0', lang = 'da' } = this.dataset
    const words = readTexts(this.dataset['words'])
    const at = new Date(Date.parse(now) + passed)
    const elapsed = minutesBetween(new Date(since), at)
    const end = expectedEnd({
      at: minutesOf(wallTime(at)),
      planned: Number(planned),
      elapsed,
      toCome: Number(toCome),
    })
    const late = end - Number(ends)
    const said = { minutes: elapsed, planned }
    this.#set('[data-elapsed]', fill(words[planned === '0' ? 'elapsed' : 'elapsedOf'] ?? '', said))
    this.#set(
      '[data-end]',
      fill(words[late > 0 ? 'late' : late < 0 ? 'early' : 'onTime'] ?? '', {
        time: spokenTime(timeOf(end), lang),
        minutes: Math.abs(late),
      }),
    )
  }

  #set(selector: string, text: string): void {
    const element = this.querySelector(selector)
    if (element !== null && element.textContent !== text) element.textContent = text
  }
}
