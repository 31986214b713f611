import { isAbsolute, relative, resolve } from 'node:path'
import { takeLock } from '../disk/lock.ts'
import { beijingTime, type Settings } from './settings.ts'

/**
 * Runs what writes to `target` while nobody else writes into the dossier. Output that goes elsewhere (`--out`) touches no
 * dossier, and two of them may be made at once.
 * @throws Refusal `dossier/in-use` (exit 8)
 */
export async function holding<T>(
  { dossier, target }: { readonly dossier: string; readonly target: string },
  { io }: Pick<Settings, 'io'>,
  run: () => Promise<T>,
): Promise<T> {
  if (!isInside(dossier, target)) return run()
  const release = await takeLock(dossier, beijingTime(io.now()))
  try {
    return await run()
  } finally {
    await release()
  }
}

// ---

function isInside(folder: string, target: string): boolean {
  const way = relative(resolve(folder), resolve(target))
  return !isAbsolute(way) && way.split(/[\\/]/)[0] !== '..'
}
