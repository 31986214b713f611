import type { Achievement, Dossier, PostingMode } from '../model/dossier.ts'
import type { Claim, EvidenceFile, Inventory } from '../model/evidence.ts'
import { maskInText } from '../model/mask.ts'
import type { Kind, KindsFile } from '../model/procedure.ts'
import { isStated, type Text } from '../model/scalar.ts'

/** One claim in the order of the reading copy. Titles carry no identity number or phone (masked). */
export type OrderedEvidence = {
  /** The pages that it stands for: `path`, or `path#3-9` for an excerpt; equal keys are the same pages. */
  readonly key: string
  /** Kind of achievement, or of supporting paper. */
  readonly kind: { readonly id: string; readonly title: string }
  /** The achievement; for a supporting paper its kind again. */
  readonly owner: { readonly kind: Claim['owner']['kind']; readonly id: string; readonly title: string }
  readonly part: { readonly id: string; readonly title: string }
  /** 业绩名·部件名, numbered where a part has several files. */
  readonly title: string
  /** The same without the name of the achievement. */
  readonly label: string
  readonly path: string
  readonly posting: PostingMode
  readonly excerpt?: { readonly from: number; readonly to: number } | undefined
  /** Pages in the reading copy; 0 where the file is carried beside it or is missing. */
  readonly pages: number
  /** placed = its pages stand here · again = the same pages stand earlier · carried = not merged (docx, ofd…) · missing = no such file. */
  readonly state: 'placed' | 'again' | 'carried' | 'missing'
}

/**
 * Puts every claim in the order of the notice: kinds as in `evidence.yaml`, within a kind the dossier's order of
 * achievements, within one the order of parts, then supporting papers. What the procedure does not know comes after what it knows.
 */
export function order(
  inventory: Inventory,
  dossier: Dossier,
  kinds: KindsFile,
  lang: 'zh' | 'en' = 'zh',
): OrderedEvidence[] {
  const files = new Map(inventory.files.map((file) => [file.path, file]))
  const seen = new Set<string>()
  return [...ofAchievements(inventory, dossier, kinds, lang), ...ofSupporting(inventory, kinds, lang)].map((named) => {
    const item = measured(named, files.get(named.claim.path))
    const again = item.state === 'placed' && seen.has(item.key)
    if (item.state === 'placed') seen.add(item.key)
    return again ? { ...item, state: 'again' as const } : item
  })
}

// ---

type Labels = readonly { readonly id: string; readonly name: Text }[]
type Named = Pick<OrderedEvidence, 'kind' | 'owner' | 'part' | 'title' | 'label'> & { readonly claim: Claim }

function ofAchievements(inventory: Inventory, dossier: Dossier, kinds: KindsFile, lang: 'zh' | 'en'): Named[] {
  const all = isStated(dossier.achievements) ? [] : (dossier.achievements ?? [])
  const known = kinds.kinds.flatMap((kind) => all.filter((one) => one.type === kind.id).map((one) => ({ one, kind })))
  const unknown = all
    .filter((one) => !kinds.kinds.some((kind) => kind.id === one.type))
    .map((one) => ({ one, kind: undefined }))
  return [...known, ...unknown].flatMap(({ one, kind }) => {
    const claims = inventory.claims.filter((claim) => claim.owner.kind === 'achievement' && claim.owner.id === one.id)
    return byPart(claims, kind?.parts ?? []).map(({ part, claim, suffix }) => {
      const kindTitle = kind ? say(kind.name, lang) : one.type
      const title = titleOf(one, kind, lang)
      const partTitle = say(part.name, lang)
      return {
        claim,
        kind: { id: one.type, title: kindTitle },
        owner: { kind: 'achievement' as const, id: one.id, title },
        part: { id: part.id, title: partTitle },
        title: maskInText(`${title}·${partTitle}${suffix}`),
        label: maskInText(`${partTitle}${suffix}`),
      }
    })
  })
}

function ofSupporting(inventory: Inventory, kinds: KindsFile, lang: 'zh' | 'en'): Named[] {
  const claims = inventory.claims.filter((claim) => claim.owner.kind === 'supporting')
  const unknown = [...new Set(claims.map((claim) => claim.owner.id))]
    .filter((id) => !kinds.supporting.some((kind) => kind.id === id))
    .sort()
    .map((id) => ({ id, name: { zh: id }, parts: undefined }))
  return [...kinds.supporting, ...unknown].flatMap((kind) => {
    const title = say(kind.name, lang)
    const own = claims.filter((claim) => claim.owner.id === kind.id)
    return byPart(own, kind.parts ?? []).map(({ part, claim, suffix }) => {
      const partTitle = part.id === kind.id ? title : say(part.name, lang)
      const whole = maskInText(`${partTitle === title ? title : `${title}·${partTitle}`}${suffix}`)
      return {
        claim,
        kind: { id: kind.id, title },
        owner: { kind: 'supporting' as const, id: kind.id, title },
        part: { id: part.id, title: partTitle },
        title: whole,
        label: whole,
      }
    })
  })
}

/** Claims by the order of parts; several files of one part are numbered （1/3）. */
function byPart(claims: readonly Claim[], parts: Labels) {
  const unknown = [...new Set(claims.map((claim) => claim.part))]
    .filter((id) => !parts.some((part) => part.id === id))
    .sort()
    .map((id) => ({ id, name: { zh: id } }))
  return [...parts, ...unknown].flatMap((part) => {
    const own = claims.filter((claim) => claim.part === part.id)
    return own.map((claim, i) => ({ part, claim, suffix: own.length > 1 ? `（${i + 1}/${own.length}）` : '' }))
  })
}

function measured({ claim, ...named }: Named, file: EvidenceFile | undefined): OrderedEvidence {
  const all = file?.merged ? (file.pages ?? 0) : 0
  const excerpt = claim.excerpt && !(claim.excerpt.from === 1 && claim.excerpt.to === all) ? claim.excerpt : undefined
  const pages = excerpt ? Math.max(0, Math.min(excerpt.to, all) - excerpt.from + 1) : all
  return {
    ...named,
    key: excerpt ? `${claim.path}#${excerpt.from}-${excerpt.to}` : claim.path,
    path: claim.path,
    posting: claim.posting,
    excerpt,
    pages,
    state: !file ? 'missing' : pages > 0 ? 'placed' : 'carried',
  }
}

function titleOf(one: Achievement, kind: Kind | undefined, lang: 'zh' | 'en'): string {
  return maskInText(one.title ?? (kind ? say(kind.name, lang) : one.id))
}

function say(text: Text, lang: 'zh' | 'en'): string {
  return lang === 'en' ? (text.en ?? text.zh) : text.zh
}
