import type { Dossier, EvidenceReference, PostingMode } from '../model/dossier.ts'
import type { Claim } from '../model/evidence.ts'
import { maskInText } from '../model/mask.ts'
import type { KindsFile } from '../model/procedure.ts'
import { isStated, type Text } from '../model/scalar.ts'

/** Someone or something that evidence belongs to, with the parts it may have. */
export type Owner = {
  readonly kind: Claim['owner']['kind']
  readonly id: string
  /** What a person calls it. */
  readonly title: string
  readonly titleEn?: string | undefined
  readonly parts: readonly Part[]
  /** False where the procedure does not know the kind: then no part can be told from a wrong one. */
  readonly known: boolean
  readonly posting: PostingMode
  /** As written in dossier.yaml; a key may be the id or the name of a part. */
  readonly written: Readonly<Record<string, '无' | readonly EvidenceReference[]>>
  /** Path of `written` in dossier.yaml. */
  readonly path: string
}

/** `words` are what a file name may start with: id, name, name without 节选 and without what is in brackets. */
export type Part = {
  readonly id: string
  readonly title: string
  readonly titleEn?: string | undefined
  readonly words: readonly string[]
}

/** Achievements in the order of the dossier, then the procedure's supporting papers. */
export function owners(dossier: Dossier, kinds: KindsFile): readonly Owner[] {
  return [...achievements(dossier, kinds), ...papers(dossier, kinds), ...unknownPapers(dossier, kinds)]
}

/** The part that a key of dossier.yaml means: its id or its Chinese name. */
export function partNamed(owner: Owner, key: string): Part | undefined {
  return owner.parts.find((part) => part.id === key || part.title === key)
}

// ---

function achievements(dossier: Dossier, kinds: KindsFile): Owner[] {
  const all = isStated(dossier.achievements) ? [] : (dossier.achievements ?? [])
  return all.map((one) => {
    const kind = kinds.kinds.find((row) => row.id === one.type)
    return {
      kind: 'achievement',
      id: one.id,
      title: maskInText(one.title ?? one.id),
      parts: (kind?.parts ?? []).map(partOf),
      known: kind !== undefined,
      posting: one.posting ?? 'consult',
      written: one.evidence ?? {},
      path: `achievements[${one.id}].evidence`,
    }
  })
}

/** A paper without parts is its own only part. Keys of `supporting`: `<paper>`, or `<paper>/<part>`. */
function papers(dossier: Dossier, kinds: KindsFile): Owner[] {
  const written = Object.entries(dossier.supporting ?? {})
  return kinds.supporting.map((paper) => {
    const self = partOf(paper)
    const own = written.flatMap(([key, value]): [string, typeof value][] => {
      const [first = '', ...rest] = key.split('/')
      if (first !== paper.id && first !== paper.name.zh) return []
      return [[rest.length ? rest.join('/') : paper.id, value]]
    })
    return {
      kind: 'supporting',
      id: paper.id,
      title: paper.name.zh,
      titleEn: paper.name.en,
      parts: [...(paper.parts ?? []).map(partOf), self],
      known: true,
      posting: 'consult',
      written: Object.fromEntries(own),
      path: 'supporting',
    }
  })
}

function unknownPapers(dossier: Dossier, kinds: KindsFile): Owner[] {
  const isKnown = (key: string) =>
    kinds.supporting.some((paper) => paper.id === cut(key)[0] || paper.name.zh === cut(key)[0])
  return Object.entries(dossier.supporting ?? {})
    .filter(([key]) => !isKnown(key))
    .map(([key, value]) => ({
      kind: 'supporting',
      id: key,
      title: key,
      parts: [{ id: key, title: key, words: [] }],
      known: false,
      posting: 'consult',
      written: { [key]: value },
      path: 'supporting',
    }))
}

/** `paper/part` → both; `paper` → no part. */
function cut(key: string): readonly [string, string] {
  const at = key.indexOf('/')
  return at < 0 ? [key, ''] : [key.slice(0, at), key.slice(at + 1)]
}

function partOf({ id, name }: { readonly id: string; readonly name: Text }): Part {
  const bare = name.zh.replace(/[（(].*[）)]$/, '').replace(/节选$/, '')
  return {
    id,
    title: name.zh,
    titleEn: name.en,
    words: [...new Set([id, name.zh, bare])].filter((word) => word !== ''),
  }
}
