import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { abandonLocks, takeLock } from '../../src/disk/lock.ts'
import { exits, Refusal } from '../../src/model/finding.ts'

let folder = ''
const path = () => join(folder, '.juanzong', 'lock')
const since = '2024-10-25 09:30'
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juanzong-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function refusal(): Promise<Refusal | undefined> {
  try {
    await (await takeLock(folder, since))()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return error
    throw error
  }
}

function left(holder: object): void {
  mkdirSync(join(folder, '.juanzong'))
  writeFileSync(path(), `${JSON.stringify(holder)}\n`)
}

/** The number of a process that has ended. */
function dead(): number {
  return spawnSync(process.execPath, ['-e', '']).pid
}

test('a dossier in use is refused with name, computer and time, and free again afterwards', async () => {
  const release = await takeLock(folder, since)
  const refused = await refusal()
  expect(refused).toMatchObject({ code: 'dossier/in-use', exit: exits.busy, args: { machine: hostname(), since } })
  expect(readFileSync(path(), 'utf8')).toContain(since)
  await release()
  expect(existsSync(path())).toBe(false)
  expect(await refusal()).toBe(undefined)
})

test('what a dead process of this machine left is taken over', async () => {
  left({ who: 'hr', machine: hostname(), process: dead(), since })
  expect(await refusal()).toBe(undefined)
})

test('what another machine holds is never taken over', async () => {
  left({ who: 'hr', machine: `${hostname()}-2`, process: dead(), since })
  expect(await refusal()).toMatchObject({ args: { who: 'hr', machine: `${hostname()}-2` } })
  expect(existsSync(path())).toBe(true)
})

test.each(['', '{"who":"hr"', 'null\n'])('a lock that says nothing (%j) is nobody’s', async (text) => {
  mkdirSync(join(folder, '.juanzong'))
  writeFileSync(path(), text)
  expect(await refusal()).toBe(undefined)
})

test('an interrupted run leaves no lock', async () => {
  await takeLock(folder, since)
  abandonLocks()
  expect(existsSync(path())).toBe(false)
})

test.skipIf(process.platform === 'win32')('others may not look into .juanzong', async () => {
  const release = await takeLock(folder, since)
  expect(statSync(join(folder, '.juanzong')).mode & 0o077).toBe(0)
  await release()
})

/** Root may write everywhere, so there the folder cannot be made read-only. */
if (process.platform !== 'win32' && process.getuid?.() !== 0)
  test('a folder that cannot be written has no lock and is no error', async () => {
    chmodSync(folder, 0o500)
    expect(await refusal()).toBe(undefined)
    chmodSync(folder, 0o700)
  })
