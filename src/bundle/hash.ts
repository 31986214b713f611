import { createHash, getHashes } from 'node:crypto'
import { exits, Refusal } from '../model/finding.ts'
import { shown } from './paths.ts'

/** Opens a file by the path that its entry names. */
export type Open = (path: string) => AsyncIterable<Uint8Array>

/** What a file must turn out to be. */
export type Expected = { readonly path: string; readonly size: number; readonly sha256: string }

/** True when this build of Node has the hash (SM3 is missing from some). */
export function hasHash(algorithm: string): boolean {
  return getHashes().some((name) => name.toLowerCase() === algorithm)
}

/** Size and hashes (lower-case hex) of a stream, read once. */
export async function digest(
  stream: AsyncIterable<Uint8Array>,
  algorithms: readonly string[],
): Promise<{ readonly size: number; readonly hashes: Readonly<Record<string, string>> }> {
  const running = algorithms.map((name) => ({ name, hash: createHash(name) }))
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    for (const { hash } of running) hash.update(piece)
  }
  return { size, hashes: Object.fromEntries(running.map(({ name, hash }) => [name, hash.digest('hex')])) }
}

/**
 * Passes a stream on, and fails at its end (or as soon as it is too long) unless it was exactly what was announced.
 * @throws Refusal `bundle/changed-while-read`
 */
export async function* guarded(stream: AsyncIterable<Uint8Array>, expected: Expected): AsyncGenerator<Uint8Array> {
  const hash = createHash('sha256')
  let size = 0
  for await (const piece of stream) {
    size += piece.length
    if (size > expected.size) throw changed(expected.path)
    hash.update(piece)
    yield piece
  }
  if (size !== expected.size || hash.digest('hex') !== expected.sha256) throw changed(expected.path)
}

export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}

// ---

function changed(path: string): Refusal {
  return new Refusal('bundle/changed-while-read', exits.unreadable, { path: shown(path) }, { file: path })
}
