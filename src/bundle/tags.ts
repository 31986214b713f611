import type { Finding } from '../model/finding.ts'
import { manifestText, readManifest } from './manifest.ts'
import { leadsOut, shown } from './paths.ts'
import { malformedAt, problem } from './problem.ts'
import type { Scan } from './scan.ts'

/** Which tag files are not to be believed (changed, missing, or a tag manifest that is itself damaged), and why. */
export type TagVerdict = { readonly changed: ReadonlySet<string>; readonly findings: readonly Finding[] }

/**
 * Holds tag files against the tag manifests, and the tag manifests against each other: where one of two says that a file is
 * as it was, the other one is what changed.
 */
export function judgeTags(bag: Scan): TagVerdict {
  const ours = /^Bag-Software-Agent: juanzong\b/m.test(bag.texts.get('bag-info.txt') ?? '')
  const read = [...bag.texts.keys()]
    .filter(isTagManifest)
    .sort()
    .map((name) => readTop(bag, name, ours))
  const believed = read.flatMap(({ top }) => (top ? [top] : []))
  const damaged = believed.length > 1 ? believed.filter((top) => contradicted(bag, top, believed)) : []
  const sound = believed.filter((top) => !damaged.includes(top))
  const judged = judgeListed(bag, sound)
  const findings = [
    ...read.flatMap(({ findings }) => findings),
    ...damaged.map(({ name }) => problem('bundle/changed', { path: name }, { file: name })),
    ...judged,
    ...(ours ? [...strays(bag, sound, judged), ...missingTops(bag)] : []),
  ]
  return { changed: new Set(findings.map(({ at }) => at.file ?? '')), findings }
}

// ---

type Top = { readonly name: string; readonly algorithm: string; readonly hashes: ReadonlyMap<string, string> }

function isTagManifest(name: string): boolean {
  return /^tagmanifest-[a-z0-9]+\.txt$/.test(name)
}

/** A tag manifest, or the finding that it cannot be believed. One of ours must read exactly as we would write it. */
function readTop(
  bag: Scan,
  name: string,
  ours: boolean,
): { readonly top?: Top; readonly findings: readonly Finding[] } {
  const algorithm = name.slice('tagmanifest-'.length, -'.txt'.length)
  if (bag.unknown.includes(algorithm)) return { findings: [] }
  const text = bag.texts.get(name) ?? ''
  const { lines, malformed } = readManifest(
    text,
    algorithm,
    !/^BagIt-Version: 0/.test(bag.texts.get('bagit.txt') ?? ''),
  )
  if (malformed.length) return { findings: [malformedAt(name, malformed)] }
  const out = lines.find(({ path }) => leadsOut(path))
  if (out) return { findings: [problem('bundle/unsafe-path', { path: shown(out.path) }, { file: name })] }
  const top = { name, algorithm, hashes: new Map(lines.map(({ path, hash }) => [path, hash])) }
  // Two lines that a lost line break joined read as one path with a checksum in it.
  const joined = lines.some(({ path }) => /[0-9a-f]{64} {2}/.test(path))
  if (ours && (joined || manifestText(lines) !== text))
    return { findings: [problem('bundle/changed', { path: name }, { file: name })] }
  return { top, findings: [] }
}

/** True when another tag manifest is right about a file that this one is wrong about or does not know. */
function contradicted(bag: Scan, top: Top, all: readonly Top[]): boolean {
  const others = all.filter((other) => other !== top)
  return [...top.hashes.keys()].some((path) => {
    const rest = others.filter(({ hashes }) => hashes.has(path))
    if (!bag.files.has(path)) return rest.length === 0
    return !agrees(bag, top, path) && rest.some((other) => agrees(bag, other, path))
  })
}

function agrees(bag: Scan, { algorithm, hashes }: Top, path: string): boolean {
  return bag.files.get(path)?.hashes?.[algorithm] === hashes.get(path)
}

function judgeListed(bag: Scan, sound: readonly Top[]): Finding[] {
  const paths = [...new Set(sound.flatMap(({ hashes }) => [...hashes.keys()]))].sort()
  const unlisted = [...bag.files.keys()].filter(
    (path) => !isPayload(path) && !isTagManifest(path) && !paths.includes(path),
  )
  return paths.flatMap((path): Finding[] => {
    const file = bag.files.get(path)
    const [args, at] = [{ path: shown(path) }, { file: path }]
    if (file && !file.hashes) return [] // could not be read: said already
    const listing = sound.filter(({ hashes }) => hashes.has(path))
    if (file) return listing.every((top) => agrees(bag, top, path)) ? [] : [problem('bundle/changed', args, at)]
    const renamed = unlisted.find((other) =>
      listing.every((top) => bag.files.get(other)?.hashes?.[top.algorithm] === top.hashes.get(path)),
    )
    if (renamed) return [problem('bundle/renamed', { path: shown(path), other: shown(renamed) }, { file: path })]
    return [problem('bundle/missing', args, at)]
  })
}

function isPayload(path: string): boolean {
  return path.startsWith('data/')
}

/** In a bag of ours every tag file is listed; whatever else is there came later. */
function strays(bag: Scan, sound: readonly Top[], judged: readonly Finding[]): Finding[] {
  if (!sound.length) return []
  const known = new Set([...sound.flatMap(({ hashes }) => [...hashes.keys()]), ...judged.map(({ args }) => args.other)])
  return [...bag.files.keys()]
    .filter((path) => !isPayload(path) && !isTagManifest(path) && !known.has(path))
    .sort()
    .map((path) => problem('bundle/unexpected', { path: shown(path) }, { file: path }))
}

/** A bag of ours has a tag manifest for each of its manifests. */
function missingTops(bag: Scan): Finding[] {
  return [...bag.files.keys()]
    .filter((path) => /^manifest-[a-z0-9]+\.txt$/.test(path) && !bag.files.has(`tag${path}`))
    .map((path) => problem('bundle/missing', { path: `tag${path}` }, { file: `tag${path}` }))
}
