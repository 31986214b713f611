import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { holding } from '../../src/commands/hold.ts'
import { exits } from '../../src/model/finding.ts'

let dossier = ''
const lock = () => join(dossier, '.juanzong', 'lock')
const settings = { io: { now: () => Date.UTC(2024, 9, 25, 1, 30) } } as unknown as Parameters<typeof holding>[1]
beforeEach(() => {
  dossier = mkdtempSync(join(tmpdir(), 'juanzong-hold-'))
})
afterEach(() => rmSync(dossier, { recursive: true, force: true }))

test('what writes into the dossier holds it, and gives it back when it fails too', async () => {
  const target = join(dossier, 'out')
  const seen = await holding({ dossier, target }, settings, async () => existsSync(lock()))
  expect([seen, existsSync(lock())]).toEqual([true, false])
  const failed = holding({ dossier, target }, settings, () => Promise.reject(new Error('full')))
  await expect(failed).rejects.toThrow('full')
  expect(existsSync(lock())).toBe(false)
})

test('a dossier that somebody else holds is not written into, but its output may go elsewhere', async () => {
  mkdirSync(join(dossier, '.juanzong'))
  const other = { who: 'hr', machine: 'office-2', process: 1, since: '2024-10-25 09:00' }
  writeFileSync(lock(), `${JSON.stringify(other)}\n`)
  const into = holding({ dossier, target: join(dossier, 'out') }, settings, async () => 'written')
  await expect(into).rejects.toMatchObject({ code: 'dossier/in-use', exit: exits.busy, args: { who: 'hr' } })
  expect(await holding({ dossier, target: `${dossier}-out` }, settings, async () => 'written')).toBe('written')
  expect(await holding({ dossier, target: join(dossier, '..') }, settings, async () => 'written')).toBe('written')
  expect(existsSync(lock())).toBe(true)
})
