import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CommandFault } from './fault.ts'
import { lockFolder } from './lock.ts'

let folder: string
let children: ReturnType<typeof spawn>[] = []
const lock = () => join(folder, 'database.lock')

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'samvirk-lock-'))
})
afterEach(() => {
  for (const child of children) child.kill('SIGKILL')
  children = []
})

/** A process that does nothing, and its number. */
const aProcess = (): number => {
  const child = spawn(process.execPath, ['-e', 'setTimeout(() => undefined, 60_000)'], { stdio: 'ignore' })
  children.push(child)
  return child.pid ?? 0
}

const aDeadProcess = async (): Promise<number> => {
  const child = spawn(process.execPath, ['-e', ''], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid ?? 0
}

test('a second opening is refused with the number of the process that has it, and works after it is given back', async () => {
  const unlock = await lockFolder(folder)
  await expect(lockFolder(folder)).rejects.toThrow(
    `Databasen er i brug af en anden proces (pid ${String(process.pid)})`,
  )
  await expect(lockFolder(folder)).rejects.toThrow(CommandFault)
  await unlock()
  const again = await lockFolder(folder)
  await again()
  expect(await readdir(folder)).toEqual([])
})

test('of several at once, one gets it', async () => {
  const tried = await Promise.allSettled(
    ['a', 'b', 'c'].map(async (name) => {
      const { promise, resolve } = Promise.withResolvers<undefined>()
      setTimeout(resolve, name === 'a' ? 0 : 5)
      await promise
      return lockFolder(folder)
    }),
  )
  expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('the lock of a process that runs is respected', async () => {
  const pid = aProcess()
  await writeFile(lock(), JSON.stringify({ pid, started: null }))
  await expect(lockFolder(folder)).rejects.toThrow(`(pid ${String(pid)})`)
  expect(JSON.parse(await readFile(lock(), 'utf8'))).toMatchObject({ pid })
})

test('the lock of a process that was killed is taken over', async () => {
  await writeFile(lock(), JSON.stringify({ pid: await aDeadProcess(), started: null }))
  const unlock = await lockFolder(folder)
  expect(JSON.parse(await readFile(lock(), 'utf8'))).toMatchObject({ pid: process.pid })
  await unlock()
})

test.runIf(process.platform === 'linux')(
  'another process with the number of a killed one does not hold the lock',
  async () => {
    await writeFile(lock(), JSON.stringify({ pid: aProcess(), started: 'another start 1' }))
    const unlock = await lockFolder(folder)
    await unlock()
  },
)

test.each(['', '{', '{"pid":0}', 'null'])('a lock that says nothing is taken over: %j', async (text) => {
  await writeFile(lock(), text)
  const unlock = await lockFolder(folder)
  await unlock()
  expect(await readdir(folder)).toEqual([])
})
