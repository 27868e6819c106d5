import pg from 'pg'

const retryMs = 2000

/**
 * Hears what is notified on a channel of a PostgreSQL server, on a connection of its own, until it is stopped. A lost
 * connection is opened again, and `heard` is then called with the empty text, since something may have been missed.
 */
export function listenOnServer(
  url: string,
  channel: string,
  heard: (payload: string) => void,
): { ready: Promise<void>; stop: () => Promise<void> } {
  let stopped = false
  let client: pg.Client | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = async (): Promise<void> => {
    const opened = new pg.Client({ connectionString: url, keepAlive: true })
    client = opened
    let lost = false
    const again = () => {
      if (lost || stopped) return
      lost = true
      timer = setTimeout(() => {
        open().then(
          () => {
            heard('')
          },
          () => undefined,
        )
      }, retryMs).unref()
    }
    opened.on('error', again)
    opened.on('end', again)
    opened.on('notification', ({ payload }) => {
      heard(payload ?? '')
    })
    try {
      await opened.connect()
      await opened.query(`listen ${opened.escapeIdentifier(channel)}`)
    } catch (error) {
      again()
      throw error
    }
  }

  return {
    ready: open(),
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
