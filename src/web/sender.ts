import { isIP } from 'node:net'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'

const loopback = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/

/**
 * The address a request came from. A proxy on this machine is believed about whom it speaks for; the last entry is the
 * one it wrote itself. Null when there is no connection.
 */
export function senderOf(c: Context): string | null {
  // Requests that tests make directly have no connection.
  const { address } = c.env === undefined || !('incoming' in c.env) ? { address: undefined } : getConnInfo(c).remote
  if (address === undefined) return null
  const said = loopback.test(address) ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  return said !== undefined && isIP(said) !== 0 ? said : address
}
