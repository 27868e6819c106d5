import { Busy } from '../base/errors.ts'

/** Waits for a place and returns the way to give it back, which may be called more than once. @throws Busy */
export type Gate = () => Promise<() => void>

/** Lets `atOnce` pieces of work run and `mostWaiting` wait for their turn; what comes on top is refused at once. */
export const gate = (atOnce: number, mostWaiting: number): Gate => {
  let running = 0
  const waiting: (() => void)[] = []
  const leave = (): void => {
    // The place goes straight to the next, so that nobody who comes now gets in between.
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
  return async () => {
    if (running < atOnce) running += 1
    else if (waiting.length >= mostWaiting) throw new Busy('Too much is being made at once')
    else await new Promise<void>((resolve) => waiting.push(resolve))
    let left = false
    return () => {
      if (!left) leave()
      left = true
    }
  }
}

/** Does a piece of work when there is a place for it. @throws Busy */
export async function through<R>(enter: Gate, work: () => Promise<R>): Promise<R> {
  const leave = await enter()
  try {
    return await work()
  } finally {
    leave()
  }
}

interface KeepProps<R> {
  /** How much is kept of what was made, and how much a single thing may take of it; in bytes. */
  most: number
  largest: number
  sizeOf: (made: R) => number
}

/**
 * Keeps what was made by a key that says everything it was made of, so that the same state is made once: also when many ask
 * for it at the same time. What was asked for longest ago is forgotten first.
 */
export const keeping = <R>({ most, largest, sizeOf }: KeepProps<R>) => {
  const kept = new Map<string, R>()
  const underWay = new Map<string, Promise<R>>()
  let size = 0
  const remember = (key: string, made: R): void => {
    if (sizeOf(made) > largest) return
    kept.set(key, made)
    size += sizeOf(made)
    for (const [oldest, old] of kept) {
      if (size <= most) break
      kept.delete(oldest)
      size -= sizeOf(old)
    }
  }
  return async (key: string, make: () => Promise<R>): Promise<R> => {
    const found = kept.get(key)
    if (found !== undefined) {
      kept.delete(key)
      kept.set(key, found)
      return found
    }
    const begun = underWay.get(key)
    if (begun !== undefined) return begun
    const making = make()
    underWay.set(key, making)
    try {
      const made = await making
      remember(key, made)
      return made
    } finally {
      underWay.delete(key)
    }
  }
}
