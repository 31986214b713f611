import { compareSnapshot } from '../bundle/changes.ts'
import { codeOf, filesOf, notPosted } from '../bundle/snapshot.ts'
import { frozenBy } from '../check/frozen.ts'
import { postedBasis } from '../check/plain/proof.ts'
import type { Disk } from '../disk/disk.ts'
import type { DossierFolder } from '../disk/dossier.ts'
import { type FrozenCopy, readSnapshot, snapshotNumbers } from '../disk/snapshots.ts'
import type { Procedure } from '../model/case.ts'
import type { Inventory } from '../model/evidence.ts'
import type { Finding } from '../model/finding.ts'
import type { Posted } from '../model/snapshot.ts'

/**
 * The snapshot that was posted and what changed since; undefined before the first freeze.
 * @throws Refusal `format/bad-file` (exit 3) where a snapshot cannot be read
 */
export async function postedOf(
  disk: Disk,
  { folder, dossier, journal }: DossierFolder,
  inventory: Inventory,
  { fields, file, kinds }: Procedure,
): Promise<Posted | undefined> {
  const newest = (await snapshotNumbers(disk, folder)).at(-1)
  const frozen = frozenBy(journal, newest === undefined ? undefined : String(newest))
  if (!frozen) return undefined
  const basis = postedBasis({ file })
  const about = (code: string, args: Finding['args']): Finding => {
    return { code, severity: 'error', stage: 'posting', at: {}, args, basis, verified: basis.verified }
  }
  const read = async (id: string) => (/^[1-9]\d{0,5}$/.test(id) ? readSnapshot(disk, folder, Number(id)) : undefined)
  const copy = await read(frozen.id)
  const last = String(newest) === frozen.id ? copy : newest === undefined ? undefined : await read(String(newest))
  const without = notPosted(kinds)
  const current = codeOf(dossier, filesOf(dossier, inventory, without))
  const sheetCode = last?.snapshot.code === current ? current : undefined
  if (!copy) {
    const missing = about('posted/snapshot-missing', { id: frozen.id })
    return { snapshot: undefined, changes: [], findings: [missing], sheetCode }
  }
  const { snapshot } = copy
  const sensitive = new Set(fields.flatMap((field) => (field.sensitive ? [field.path] : [])))
  const both = { snapshot, frozen: copy.dossier, dossier, inventory, without }
  const changes = compareSnapshot(both, (path) => sensitive.has(path))
  const altered = about('posted/snapshot-altered', { snapshot: snapshot.code, id: frozen.id })
  return { snapshot, changes, findings: isIntact(copy) ? [] : [altered], sheetCode }
}

// ---

/** Copy and manifest give the code that hung on the wall. */
function isIntact({ intact, snapshot, dossier }: FrozenCopy): boolean {
  return intact && codeOf(dossier, snapshot.files) === snapshot.code
}
