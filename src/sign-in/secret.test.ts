import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { secretIn } from './secret.ts'

test('the secret is made once, is long, and only its owner may read it', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'samvirk-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const inside = join(folder, 'ny')
  const [one, other] = await Promise.all([secretIn(inside), secretIn(inside)])
  expect(one).toBe(other)
  expect(one.length).toBeGreaterThanOrEqual(32)
  expect(await secretIn(inside)).toBe(one)
  expect((await stat(join(inside, 'auth-secret'))).mode & 0o777).toBe(0o600)
})
