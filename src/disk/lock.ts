import { rmSync } from 'node:fs'
import { mkdir, open, readFile, rm } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import { codeOf, writing } from './errors.ts'
import { runs } from './leftovers.ts'

/** Who works in a dossier, as `.juanzong/lock` says it: never bundled, never frozen. */
export type Holder = {
  readonly who: string
  readonly machine: string
  readonly process: number
  readonly since: string
}

/**
 * Takes the dossier for one run that writes, so that two never write at once. A lock that a dead process of this machine
 * left is taken over. A folder that cannot be written (a read-only medium) has no lock: nobody else can write there either.
 * @param since the moment in the words of a person, `2024-10-25 09:30`
 * @returns gives the dossier back
 * @throws Refusal `dossier/in-use` (exit 8) with name and time
 */
export async function takeLock(folder: string, since: string): Promise<() => Promise<void>> {
  const path = join(folder, '.juanzong', 'lock')
  if (!(await placeFor(path))) return async () => {}
  const mine: Holder = { who: userName(), machine: hostname(), process: process.pid, since }
  while (!(await create(path, mine))) {
    const other = await holderOf(path)
    if (other !== undefined && !isDead(other)) throw inUse(path, other)
    await rm(path, { force: true })
  }
  held.add(path)
  return async () => {
    held.delete(path)
    await rm(path, { force: true })
  }
}

/** Gives back whatever this process holds, in one step: the process ends right after. */
export function abandonLocks(): void {
  for (const path of held) rmSync(path, { force: true })
}

// ---

const held = new Set<string>()

async function placeFor(path: string): Promise<boolean> {
  try {
    await mkdir(join(path, '..'), { mode: 0o700 })
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return true
    if (code !== undefined && readOnly.includes(code)) return false
    throw writing(error, path)
  }
  return true
}

const readOnly = ['EROFS', 'EACCES', 'EPERM']

/** False when the file is there already. */
async function create(path: string, holder: Holder): Promise<boolean> {
  try {
    const handle = await open(path, 'wx', 0o600)
    try {
      await handle.writeFile(`${JSON.stringify(holder)}\n`)
    } finally {
      await handle.close()
    }
    return true
  } catch (error) {
    const code = codeOf(error)
    if (code === 'EEXIST') return false
    throw writing(error, path)
  }
}

/** Undefined for a lock that is gone, or that was cut off while it was written and is then nobody's. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const first = holderIn(await readFile(path, 'utf8'))
    if (first) return first
    // Another run may have made the file this moment, without its line yet.
    await new Promise((resolve) => setTimeout(resolve, 200))
    return holderIn(await readFile(path, 'utf8'))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw writing(error, path)
  }
}

function holderIn(text: string): Holder | undefined {
  const [, who, machine, number, since] = shape.exec(text) ?? []
  if (who === undefined || machine === undefined || since === undefined) return undefined
  return { who, machine, process: Number(number), since }
}

const shape = /^\{"who":"([^"]*)","machine":"([^"]*)","process":(\d+),"since":"([^"]*)"\}\n$/

function isDead({ machine, process: number }: Holder): boolean {
  return machine === hostname() && number !== process.pid && !runs(number)
}

function userName(): string {
  try {
    return userInfo().username.replaceAll(/["\\]/g, '')
  } catch (error) {
    // A user without an entry in the machine's list (containers).
    if (codeOf(error) !== undefined) return ''
    throw error
  }
}

function inUse(path: string, { who, machine, since }: Holder): Refusal {
  return new Refusal('dossier/in-use', exits.busy, { who, machine, since }, { file: path })
}
