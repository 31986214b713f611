import type { Finding } from '../model/finding.ts'
import type { ManifestLine } from './manifest.ts'
import { folded, leadsOut, shown } from './paths.ts'
import { problem } from './problem.ts'
import type { Scan } from './scan.ts'

/** A payload manifest that is believed. */
export type PayloadManifest = {
  readonly name: string
  readonly algorithm: string
  readonly lines: readonly ManifestLine[]
}

/**
 * Holds the payload against its manifests: changed, missing, unexpected; one finding a file, whatever the number of
 * manifests. Nothing is judged when no manifest can be believed.
 */
export function judgePayload(
  bag: Scan,
  manifests: readonly PayloadManifest[],
  changed: ReadonlySet<string>,
  complete: boolean,
): { readonly findings: readonly Finding[] } {
  const fetched = unsafeFetches(bag)
  if (!manifests.length) return { findings: fetched }
  const lists = manifests.map((manifest) => ({
    ...manifest,
    hashes: new Map(manifest.lines.map(({ path, hash }) => [path, hash])),
  }))
  const present = [...bag.files.keys()].filter((path) => path.startsWith('data/'))
  const paths = [...new Set([...present, ...lists.flatMap(({ hashes }) => [...hashes.keys()])])].sort()
  const findings = paths.flatMap((path) => judgeFile(path, bag, lists, complete))
  const empty = paths.length === 0 ? [problem('bundle/no-payload', {})] : []
  const oxum = findings.length || changed.has('bag-info.txt') ? [] : oxumDiffers(bag, present)
  return { findings: [...fetched, ...findings, ...empty, ...oxum] }
}

// ---

type Listed = PayloadManifest & { readonly hashes: ReadonlyMap<string, string> }

function judgeFile(path: string, bag: Scan, lists: readonly Listed[], complete: boolean): Finding[] {
  const file = bag.files.get(path)
  const listing = lists.filter(({ hashes }) => hashes.has(path))
  const [args, at] = [{ path: shown(path) }, { file: shown(path) }]
  if (!file) return [caseTwin(path, bag, listing) ?? problem('bundle/missing', args, at)]
  if (!listing.length) return [problem('bundle/unexpected', args, at)]
  if (!file.hashes) return [] // could not be read: said already
  const hashes = file.hashes
  if (listing.some((list) => hashes[list.algorithm] !== list.hashes.get(path)))
    return [problem('bundle/changed', args, at)]
  const silent = complete ? lists.find(({ hashes }) => !hashes.has(path)) : undefined
  return silent ? [problem('bundle/not-listed', { ...args, manifest: silent.name }, at)] : []
}

/** A second name of a file that is there, as a file system that ignores case would list it. */
function caseTwin(path: string, bag: Scan, listing: readonly Listed[]): Finding | undefined {
  const twin = [...bag.files].find(([other]) => folded(other) === folded(path))
  const same = twin && listing.every(({ algorithm, hashes }) => twin[1].hashes?.[algorithm] === hashes.get(path))
  if (!twin || !same) return undefined
  return problem('bundle/listed-twin', { first: shown(twin[0]), second: shown(path) }, { file: shown(path) }, 'note')
}

/** `fetch.txt` names what somebody left out; nothing is ever fetched, and a path that leads out is named. */
function unsafeFetches(bag: Scan): Finding[] {
  const lines = (bag.texts.get('fetch.txt') ?? '').split(/\r\n|\n|\r/).filter((line) => line !== '')
  return lines
    .map((line) => /^\S+\s+\S+\s+(.+)$/.exec(line)?.[1] ?? '')
    .filter((path) => leadsOut(path) || !path.startsWith('data/'))
    .map((path) => problem('bundle/unsafe-path', { path: shown(path) }, { file: 'fetch.txt' }))
}

function oxumDiffers(bag: Scan, present: readonly string[]): Finding[] {
  const stated = /^Payload-Oxum:[ \t]*(\d+)\.(\d+)[ \t]*\r?$/m.exec(bag.texts.get('bag-info.txt') ?? '')
  if (!stated) return []
  const bytes = present.reduce((sum, path) => sum + (bag.files.get(path)?.size ?? 0), 0)
  if (Number(stated[1]) === bytes && Number(stated[2]) === present.length) return []
  const args = { stated: `${stated[1]}.${stated[2]}`, found: `${bytes}.${present.length}` }
  return [problem('bundle/oxum-differs', args, { file: 'bag-info.txt' })]
}
