import { takeLock } from '../disk/lock.ts'
import { beijingTime, type Settings } from './settings.ts'

/** Runs what writes into a dossier while nobody else does. @throws Refusal `dossier/in-use` (exit 8) */
export async function holding<T>(folder: string, { io }: Pick<Settings, 'io'>, run: () => Promise<T>): Promise<T> {
  const release = await takeLock(folder, beijingTime(io.now()))
  try {
    return await run()
  } finally {
    await release()
  }
}
