import { exits, Refusal } from '../model/finding.ts'
import { digest, type Expected } from './hash.ts'
import { shown } from './paths.ts'
import type { BagReader } from './reader.ts'

/**
 * Holds a written folder or ZIP against the bag that it was made of: the same files, the same bytes, nothing more. An
 * archive counts only after this.
 * @throws Refusal `bundle/written-differs` naming the first file that is not as it should be
 */
export async function holdAgainst(expected: readonly Expected[], written: BagReader): Promise<void> {
  const found = await written.list()
  const refuse = (path: string) => new Refusal('bundle/written-differs', exits.unwritable, { path: shown(path) })
  const first = written.findings[0]
  if (first) throw refuse(String(first.args.path ?? first.args.second ?? ''))
  const wanted = new Map(expected.map((one) => [one.path, one]))
  const stray = found.find(({ path, kind }) => kind !== 'file' || !wanted.has(path))
  if (stray) throw refuse(stray.path)
  const there = new Set(found.map(({ path }) => path))
  for (const { path, size, sha256 } of expected) {
    if (!there.has(path)) throw refuse(path)
    const read = await digest(written.open(path), ['sha256'])
    if (read.size !== size || read.hashes.sha256 !== sha256) throw refuse(path)
  }
}
