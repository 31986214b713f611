import type { EvidenceFile } from '../../model/evidence.ts'
import type { Finding } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { Facts } from '../facts.ts'
import { found } from '../found.ts'

/**
 * Names and sizes of evidence files (domain C30–C32). The limits of the platform are not public, so everything here is a
 * note; what a name gives away of a person is said by the commands.
 */
export function fileNotes(facts: Facts): readonly Finding[] {
  const { files } = facts.of.inventory
  return [...files.flatMap((file) => [...badName(file), ...large(file)]), ...sameOnWindows(files), ...photo(facts)]
}

// ---

/** Characters that Windows and most platforms refuse. */
const refused = /[<>:"|?*\u0000-\u001f]|[. ]$/
const longest = 80
const megabyte = 1_000_000
const largest = 20

function badName({ path }: EvidenceFile): readonly Finding[] {
  const names = path.split('/')
  const at = { file: maskInText(path) }
  const bad = names.find((name) => refused.test(name))
  const long = names.find((name) => [...name].length > longest)
  return [
    ...(bad === undefined ? [] : [found('check/file-name', 'note', at, { name: maskInText(bad) })]),
    ...(long === undefined ? [] : [found('check/file-name-long', 'note', at, { length: [...long].length, longest })]),
  ]
}

function large({ path, size }: EvidenceFile): readonly Finding[] {
  if (size <= largest * megabyte) return []
  const args = { size: Math.ceil(size / megabyte), largest }
  return [found('check/file-large', 'note', { file: maskInText(path) }, args)]
}

/** Two names that differ only in case or width are one name elsewhere. */
function sameOnWindows(files: readonly EvidenceFile[]): readonly Finding[] {
  const seen = new Map<string, string>()
  const paths = files.map(({ path }) => path).sort()
  return paths.flatMap((path) => {
    const key = path.normalize('NFKC').toLowerCase()
    const other = seen.get(key)
    if (other === undefined) seen.set(key, path)
    if (other === undefined || other === path) return []
    return [found('check/file-name-twice', 'note', { file: maskInText(path) }, { other: maskInText(other) })]
  })
}

/** The photo is a JPEG or PNG, upright. */
function photo(facts: Facts): readonly Finding[] {
  const named = facts.of.dossier.person?.photo?.replaceAll('\\', '/')
  const file = facts.of.inventory.files.find(({ path }) => path === named)
  if (!file || file.kind === 'empty') return []
  const [size] = file.pageSizes ?? []
  if (file.kind === 'jpeg' || file.kind === 'png') {
    const isLying = size !== undefined && size.w >= size.h
    return isLying ? [found('check/photo-lying', 'note', { file: maskInText(file.path) }, {})] : []
  }
  return [found('check/photo-kind', 'note', { file: maskInText(file.path) }, { kind: file.kind })]
}
