import { basename, join } from 'node:path'
import { exits, Refusal } from '../model/finding.ts'
import type { Disk } from './disk.ts'
import { checkPath } from './paths.ts'
import { shown } from './private.ts'

/** `procedure` of dossier.yaml. */
export type ProcedureReference =
  | string
  | { readonly id: string; readonly version?: string | undefined; readonly hash?: string | undefined }

export type SearchFrom = {
  readonly dossierFolder?: string | undefined
  /** `templates/` of the installed program. */
  readonly packageTemplates: string
}

export type Found = {
  readonly folder: string
  /** What messages call it. */
  readonly name: string
  /** Folders in which `uses` of procedure.yaml are looked up, after the procedure's own. */
  readonly shared: readonly string[]
}

/**
 * Where a procedure lies: `./x` and `../x` beside the dossier or in the unit's folder; an id in `templates/` of the
 * dossier, of the unit's folder, of the program, in this order.
 */
export async function findProcedure(disk: Disk, reference: ProcedureReference, from: SearchFrom): Promise<Found> {
  const written = (typeof reference === 'string' ? reference : reference.id).replaceAll('\\', '/')
  const places = written.includes('/') || written.startsWith('.') ? beside(written, from) : byId(written, from)
  for (const folder of places) if (await disk.stat(join(folder, 'procedure.yaml'))) return foundIn(folder, from)
  const known = await knownProcedures(disk, from)
  throw new Refusal(
    'procedure/unknown',
    exits.unreadable,
    { id: shown(written, []), known: known.join('、') },
    { path: 'procedure', file: 'dossier.yaml' },
  )
}

/** Ids of the procedures that can be named from here, sorted. */
export async function knownProcedures(disk: Disk, from: SearchFrom): Promise<readonly string[]> {
  const known = new Set<string>()
  for (const folder of templateFolders(from)) {
    if ((await disk.stat(folder))?.kind !== 'folder') continue
    for (const item of await disk.list(folder, { flat: true, folders: true }))
      if (item.kind === 'folder' && (await disk.stat(join(item.open, 'procedure.yaml')))) known.add(item.path)
  }
  return [...known].sort()
}

/** A procedure whose folder is known. */
export function foundIn(folder: string, from: SearchFrom): Found {
  return { folder, name: basename(folder), shared: [join(folder, '..'), from.packageTemplates] }
}

// ---

function templateFolders({ dossierFolder, packageTemplates }: SearchFrom): readonly string[] {
  const near = dossierFolder === undefined ? [] : [dossierFolder, join(dossierFolder, '..')]
  return [...near.map((folder) => join(folder, 'templates')), packageTemplates]
}

function byId(id: string, from: SearchFrom): readonly string[] {
  const checked = checkPath(id)
  return checked.ok ? templateFolders(from).map((folder) => join(folder, checked.path)) : []
}

/** Out of the dossier at most into the unit's folder; never an absolute path or another machine's share. */
function beside(written: string, { dossierFolder }: SearchFrom): readonly string[] {
  const up = written.startsWith('../')
  const checked = checkPath(up ? written.slice('../'.length) : written)
  if (!checked.ok || dossierFolder === undefined) return []
  return [join(dossierFolder, up ? '..' : '.', checked.path)]
}
