import { existsSync, renameSync, rmSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { codeOf, writing } from './errors.ts'

/**
 * Names of what is being written. `.tmp-juanzong-<pid>-<n>` is unfinished and may always go; `.old-juanzong-<pid>-<n>-<name>`
 * is a folder in the moment of being replaced: when the run ends between two renames it is the only copy, and goes back.
 */
export function temporary(): string {
  const name = `.tmp-juanzong-${process.pid}-${++count}`
  active.add(name)
  return name
}

export function parked(name: string): string {
  const old = `.old-juanzong-${process.pid}-${++count}-${name}`
  active.add(old)
  return old
}

/** The name is no longer in use: the file took its place, or was removed. */
export function done(name: string): void {
  active.delete(name)
}

/** Removes (or puts back) what dead runs left directly in the folder. @returns the names that went, sorted */
export async function tidy(folder: string): Promise<readonly string[]> {
  folders.add(folder)
  const names = await namesIn(folder)
  const gone: string[] = []
  for (const name of names.filter(dead).sort()) {
    const target = oldName.exec(name)?.[2]
    try {
      if (target !== undefined && !(await there(join(folder, target))))
        await rename(join(folder, name), join(folder, target))
      else await rm(join(folder, name), { recursive: true, force: true })
    } catch (error) {
      throw writing(error, join(folder, name))
    }
    gone.push(name)
  }
  return gone
}

/**
 * As `tidy`, for what this process itself is writing, in one step that nothing comes between: the process ends right after.
 * What cannot be removed now is removed by the next run.
 */
export function abandon(): void {
  for (const folder of folders) for (const name of active) abandonOne(folder, name)
}

/** True while a process of that number is alive on this machine. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
}

// ---

/** Every folder that was tidied, so every one that is written into. */
const folders = new Set<string>()
let count = 0
const active = new Set<string>()
const tmpName = /^\.tmp-juanzong-(\d+)-\d+$/
const oldName = /^\.old-juanzong-(\d+)-\d+-(.+)$/

function abandonOne(folder: string, name: string): void {
  const path = join(folder, name)
  const target = oldName.exec(name)?.[2]
  try {
    if (target !== undefined && existsSync(path) && !existsSync(join(folder, target))) {
      renameSync(path, join(folder, target))
    } else rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 })
  } catch (error) {
    if (codeOf(error) === undefined) throw error
  }
}

/** Written by a process that no longer runs, or by this one and forgotten. */
function dead(name: string): boolean {
  const pid = Number((tmpName.exec(name) ?? oldName.exec(name))?.[1] ?? Number.NaN)
  if (Number.isNaN(pid) || active.has(name)) return false
  return pid === process.pid || !runs(pid)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) !== undefined) return []
    throw error
  }
}

async function there(path: string): Promise<boolean> {
  try {
    await stat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    throw error
  }
}
