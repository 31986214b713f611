import { join } from 'node:path'
import { type Dossier, dossierSchema } from '../model/dossier.ts'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { emptyJournal, type Journal, journalSchema } from '../model/journal.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import type { Disk, Listed } from './disk.ts'
import { fileFinding } from './findings.ts'
import { isJunk } from './junk.ts'
import { checkPath } from './paths.ts'
import type { Positions } from './positions.ts'
import { badFile, tryYaml, yamlLimit } from './yaml.ts'

/** A dossier folder, read: its facts, journal and unit, and what lies below `evidence/`, not yet opened. */
export type DossierFolder = {
  readonly folder: string
  readonly dossier: Dossier
  readonly journal: Journal
  readonly unit: Unit | undefined
  /** Bytes as they stand on the disk, for snapshot and bundle; absent where there is no such file. */
  readonly dossierBytes: Uint8Array
  readonly journalBytes: Uint8Array | undefined
  readonly unitBytes: Uint8Array | undefined
  /** Files below `evidence/` without junk: `path` relative to the dossier folder, `open` to open it by. */
  readonly files: readonly Listed[]
  /** Links, devices, names that no other machine can hold, twins, and copies that a cloud drive made of dossier.yaml. */
  readonly findings: readonly Finding[]
  /** Place of a fact in dossier.yaml. */
  readonly positions: Positions
}

/**
 * Reads a dossier folder.
 * @throws Refusal `dossier/missing` without dossier.yaml, `format/bad-file` with every problem of the three files
 */
export async function readDossier(disk: Disk, folder: string): Promise<DossierFolder> {
  const names = await topNames(disk, folder)
  const dossierBytes = names.includes('dossier.yaml')
    ? await disk.read(join(folder, 'dossier.yaml'), yamlLimit)
    : undefined
  if (!dossierBytes) throw noDossier(folder, names)
  const journalBytes = await readIfThere(disk, join(folder, 'journal.yaml'))
  const unit = await findUnit(disk, folder)
  const dossier = tryYaml(dossierSchema, dossierBytes, 'dossier.yaml')
  const journal = journalBytes && tryYaml(journalSchema, journalBytes, 'journal.yaml')
  const parsedUnit = unit && tryYaml(unitSchema, unit.bytes, unit.name)
  if (!dossier.ok || journal?.ok === false || parsedUnit?.ok === false) {
    const bad = [dossier, journal, parsedUnit].filter((read) => read?.ok === false)
    const findings = bad.flatMap((read) => read.findings)
    throw badFile([...new Set(findings.map((finding) => finding.at.file ?? ''))].join('、'), findings)
  }
  const { files, findings } = await evidenceFiles(disk, folder)
  return {
    folder,
    dossier: dossier.value,
    journal: journal?.value ?? emptyJournal,
    unit: parsedUnit?.value,
    dossierBytes,
    journalBytes,
    unitBytes: unit?.bytes,
    files,
    findings: [...copies(names), ...findings],
    positions: dossier.positions,
  }
}

/** Everything below `evidence/` that is no junk; what cannot be evidence as a finding. */
export async function evidenceFiles(
  disk: Disk,
  folder: string,
): Promise<{ readonly files: readonly Listed[]; readonly findings: readonly Finding[] }> {
  const top = join(folder, 'evidence')
  if ((await disk.stat(top)) === undefined) return { files: [], findings: [] }
  const items = (await disk.list(top))
    .filter((item) => !isJunk(item.path))
    .map((item) => ({ ...item, path: `evidence/${item.path}` }))
  const files = items.filter((item) => item.kind === 'file')
  return { files, findings: [...items.flatMap(itemFindings), ...twins(files)] }
}

// ---

async function topNames(disk: Disk, folder: string): Promise<readonly string[]> {
  return (await disk.list(folder, { flat: true, folders: true })).map((item) => item.path)
}

/** A copy of another name is not the dossier: which of them counts is for a person to say. */
function noDossier(folder: string, names: readonly string[]): Refusal {
  const near = names.filter((name) => /\.(ya?ml|json)$/i.test(name) && /dossier|卷宗/i.test(name))
  const code = near.length ? 'dossier/misnamed' : 'dossier/missing'
  return new Refusal(code, exits.unreadable, { folder, names: near.join('、') }, { file: join(folder, 'dossier.yaml') })
}

async function readIfThere(disk: Disk, path: string): Promise<Uint8Array | undefined> {
  return (await disk.stat(path)) ? disk.read(path, yamlLimit) : undefined
}

/** The folder's own unit.yaml, or the one above that several dossiers share. */
async function findUnit(disk: Disk, folder: string): Promise<{ name: string; bytes: Uint8Array } | undefined> {
  for (const name of ['unit.yaml', '../unit.yaml']) {
    const bytes = await readIfThere(disk, join(folder, name))
    if (bytes) return { name, bytes }
  }
  return undefined
}

/** Names that cloud drives and file managers give to a second version: 冲突副本, conflicted copy, `(1)`, the machine's name. */
function copies(names: readonly string[]): readonly Finding[] {
  return names
    .filter((name) => /\.(ya?ml|json)$/i.test(name) && !/^(dossier|journal|unit)\.yaml$/.test(name) && !isJunk(name))
    .flatMap((name) => {
      const of = /dossier/i.test(name) ? 'dossier.yaml' : /journal/i.test(name) ? 'journal.yaml' : undefined
      return of ? [fileFinding('dossier/second-copy', 'error', { file: name }, { file: name, of })] : []
    })
}

const whys = {
  link: 'disk/found-link',
  device: 'disk/found-device',
  name: 'disk/found-name',
  denied: 'disk/found-denied',
}

function itemFindings(item: Listed): readonly Finding[] {
  if (item.kind === 'other')
    return [fileFinding(whys[item.why ?? 'device'], 'error', { file: item.path }, { file: item.path })]
  const checked = checkPath(item.path)
  // A name with `\` is one name on this machine and two folders on another.
  if (checked.ok && checked.path === item.path) return []
  const args = { file: item.path, part: checked.ok ? item.path : checked.part }
  return [fileFinding(checked.ok ? 'disk/path-character' : checked.code, 'error', { file: item.path }, args)]
}

/** Names that are one on Windows or macOS: the same letters in other case, or composed in another way. */
function twins(files: readonly Listed[]): readonly Finding[] {
  const first = new Map<string, string>()
  return files.flatMap(({ path }) => {
    const key = path.toLowerCase()
    const before = first.get(key)
    if (before === undefined) first.set(key, path)
    return before === undefined
      ? []
      : [fileFinding('disk/twins', 'error', { file: path }, { file: path, other: before })]
  })
}
