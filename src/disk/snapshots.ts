import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { type Dossier, dossierSchema } from '../model/dossier.ts'
import { type Snapshot, snapshotSchema } from '../model/snapshot.ts'
import type { Disk } from './disk.ts'
import { badFile, tryYaml, yamlLimit } from './yaml.ts'

/** `snapshots/<n>/` as it lies on the disk. */
export type FrozenCopy = {
  readonly snapshot: Snapshot
  readonly dossier: Dossier
  /** The copy of dossier.yaml is byte for byte the one that the manifest speaks of. */
  readonly intact: boolean
}

/** Numbers of the snapshots of a dossier folder, ascending. Other names are none of ours. */
export async function snapshotNumbers(disk: Disk, folder: string): Promise<readonly number[]> {
  const top = join(folder, 'snapshots')
  if ((await disk.stat(top))?.kind !== 'folder') return []
  const found = await disk.list(top, { flat: true, folders: true })
  const numbers = found.filter(({ kind, path }) => kind === 'folder' && /^[1-9]\d{0,5}$/.test(path))
  return numbers.map(({ path }) => Number(path)).sort((a, b) => a - b)
}

/**
 * Reads a snapshot.
 * @returns undefined where its manifest or its copy of dossier.yaml is not there
 * @throws Refusal `format/bad-file` with every problem of the two files
 */
export async function readSnapshot(disk: Disk, folder: string, number: number): Promise<FrozenCopy | undefined> {
  const [manifest, copy] = await Promise.all(
    names.map((name) => readIfThere(disk, join(placeOf(folder, number), name))),
  )
  if (!manifest || !copy) return undefined
  const at = `snapshots/${number}`
  const snapshot = tryYaml(snapshotSchema, manifest, `${at}/manifest.yaml`)
  const dossier = tryYaml(dossierSchema, copy, `${at}/dossier.yaml`)
  if (!snapshot.ok || !dossier.ok) {
    const findings = [snapshot, dossier].flatMap((read) => (read.ok ? [] : read.findings))
    throw badFile(at, findings)
  }
  const intact = createHash('sha256').update(copy).digest('hex') === snapshot.value.facts.sha256
  return { snapshot: snapshot.value, dossier: dossier.value, intact }
}

/**
 * Writes `snapshots/<id>/`, whole or not at all; an existing one is never replaced.
 * @returns its path
 * @throws Refusal `disk/…` (exit 6)
 */
export async function writeSnapshot(
  disk: Disk,
  folder: string,
  snapshot: Snapshot,
  dossierBytes: Uint8Array,
): Promise<string> {
  const path = placeOf(folder, Number(snapshot.id))
  await disk.makeFolder(join(folder, 'snapshots'))
  await disk.writeFolder(path, [
    ['manifest.yaml', manifestBytes(snapshot)],
    ['dossier.yaml', dossierBytes],
  ])
  return path
}

/** Every file of every snapshot, for the bundle: `snapshots/1/manifest.yaml` and its bytes. */
export async function snapshotFiles(disk: Disk, folder: string): Promise<readonly (readonly [string, Uint8Array])[]> {
  const files: (readonly [string, Uint8Array])[] = []
  for (const number of await snapshotNumbers(disk, folder)) {
    for (const name of names) {
      const bytes = await readIfThere(disk, join(placeOf(folder, number), name))
      if (bytes) files.push([`snapshots/${number}/${name}`, bytes])
    }
  }
  return files
}

/** manifest.yaml as we write it; truth values as people write them. */
export function manifestBytes(snapshot: Snapshot): Uint8Array {
  const files = snapshot.files.map((row) => ({
    ...row,
    ...(row.whole !== undefined && { whole: row.whole ? '是' : '否' }),
  }))
  return Buffer.from(stringify({ ...snapshot, files }, { lineWidth: 0 }))
}

// ---

const names = ['manifest.yaml', 'dossier.yaml'] as const

function placeOf(folder: string, number: number): string {
  return join(folder, 'snapshots', String(number))
}

async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  return (await disk.stat(path))?.kind === 'file' ? disk.read(path, yamlLimit) : undefined
}
