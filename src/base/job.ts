/** Work that is done again and again beside the requests. What there is to do stands in the database, so a job that is killed goes on next time. */
export interface Job {
  name: string
  everySeconds: number
  /** Does what is due, and returns how many things it did. A long one ends early when the program is stopping. */
  run: (stopping?: AbortSignal) => Promise<number>
}
