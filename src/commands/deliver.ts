import { rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Bag, contentOf } from '../bundle/bag.ts'
import { holdAgainst } from '../bundle/hold.ts'
import { zip } from '../bundle/zip.ts'
import type { Bytes, Disk } from '../disk/disk.ts'
import { exits, Refusal } from '../model/finding.ts'
import { unfinished } from './interrupt.ts'
import { folderReader, withZip } from './readers.ts'

/** Where a bundle goes: folder, ZIP and receipt side by side. */
export type Targets = { readonly folder: string; readonly zip: string; readonly receipt: string }

export function targetsOf(out: string, name: string, receipt: string): Targets {
  return { folder: join(out, name), zip: join(out, `${name}.zip`), receipt: join(out, `${name}.${receipt}.yaml`) }
}

/**
 * Refuses before any work is done, so that nobody waits for a bundle that cannot be put down.
 * @throws Refusal `cli/exists` (exit 6)
 */
export async function refuseExisting(disk: Disk, paths: readonly string[], force: boolean): Promise<void> {
  for (const path of force ? [] : paths) {
    if (await disk.stat(path)) throw new Refusal('cli/exists', exits.unwritable, { path }, { file: path })
  }
}

/**
 * Writes ZIP, folder and receipt; each is held against the bag before it counts. When one fails, what this run wrote before
 * goes again: a bundle is there whole or not at all.
 */
export async function deliver(
  disk: Disk,
  bag: Bag,
  targets: Targets,
  receipt: Uint8Array,
  {
    force,
    name,
    step,
  }: { readonly force: boolean; readonly name: string; readonly step: (step: 'zip' | 'bag') => void },
): Promise<void> {
  const open = (path: string) => disk.readStream(path)
  const written: string[] = []
  const done = (path: string) => {
    written.push(path)
    unfinished.add(path)
  }
  await disk.makeFolder(dirname(targets.folder))
  try {
    step('zip')
    await disk.writeStream(targets.zip, zip(bag.entries, open, name), { force })
    done(targets.zip)
    await withZip(targets.zip, (reader) => holdAgainst(bag.expected, reader))
    step('bag')
    const files = bag.entries.map((entry): [string, Bytes] => [entry.path, contentOf(entry, open)])
    await disk.writeFolder(targets.folder, files, { force, mark: 'bagit.txt' })
    done(targets.folder)
    await holdAgainst(bag.expected, folderReader(disk, targets.folder))
    await disk.write(targets.receipt, receipt, { force })
  } catch (error) {
    for (const path of written) await rm(path, { recursive: true, force: true })
    throw error
  } finally {
    for (const path of written) unfinished.delete(path)
  }
}
