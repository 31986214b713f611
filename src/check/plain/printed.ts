import type { Procedure } from '../../model/case.ts'
import type { Claim, EvidenceFile, Labelled } from '../../model/evidence.ts'
import type { Finding } from '../../model/finding.ts'
import { mask, maskInText } from '../../model/mask.ts'
import { isStated } from '../../model/scalar.ts'
import { shownValue } from '../args.ts'
import { type Facts, items, member, read, type Seen } from '../facts.ts'
import { placeOf } from '../found.ts'
import { declared, type Lang } from '../labels.ts'
import { occurrences } from '../walk.ts'
import { agrees } from './agrees.ts'
import { ask } from './ask.ts'

/**
 * What the text of a paper says under a known label is what the facts say (domain C08): evidence, supporting papers, and the
 * forms that the platform exported. For a person, never an error: text of a PDF may be laid out in any way. Nothing is said
 * where one place of the paper agrees, or where the fact is not given.
 */
export function printedFacts(facts: Facts): readonly Finding[] {
  const { files, claims } = facts.of.inventory
  const withText = new Map(files.flatMap((file) => (file.texts ? [[file.path, file] as const] : [])))
  if (withText.size === 0) return []
  const known = new Map((items(read(facts, 'achievements')) ?? []).map((item) => [item.path, item] as const))
  const seen = new Set<string>()
  return claims
    .flatMap((claim) => {
      const file = withText.get(claim.path)
      const item = known.get(`achievements[${claim.owner.id}]`)
      return file ? ofClaim(facts, claim, file, item) : []
    })
    .filter(({ at, args }) => {
      const key = [at.file, at.path, args.label, args.value].join('\u0000')
      return !seen.has(key) && seen.add(key)
    })
}

// ---

/** A label with every fact that its value may be. */
type Wanted = ReadonlyMap<string, readonly Seen[]>

function ofClaim(facts: Facts, claim: Claim, file: EvidenceFile, item: Seen | undefined): readonly Finding[] {
  const wanted = wantedBy(facts, claim, item)
  const isForm = isExport(facts.of.procedure, claim)
  const heads = isForm ? headsOf(facts.of.procedure) : none
  const said = (file.texts ?? []).filter((one) => isRead(one, claim))
  return [...wanted].flatMap(([label, all]) => {
    const inCells = isForm && all.every(({ path }) => !path.includes('['))
    const values = said.filter(
      (one) => one.label === label && (one.by === 'colon' || (inCells && !heads.has(one.value))),
    )
    const given = all.filter(({ value }) => value !== undefined && !isStated(value))
    const fits = values.some((one) => given.some((fact) => readings(one).some((text) => isSaid(facts, fact, text))))
    const [first, fact] = [values[0], given[0]]
    return fits || !first || !fact ? [] : differs(facts, fact, file, first)
  })
}

const none: ReadonlySet<string> = new Set()

/** What stands over the columns of a table is no value; and a label over a column stands for no one fact. */
function headsOf({ fields }: Procedure): ReadonlySet<string> {
  return new Set(fields.map(({ label }) => label.zh.normalize('NFKC')))
}

/** Of an excerpt only its pages speak. */
function isRead({ page }: Labelled, { excerpt, whole }: Claim): boolean {
  return excerpt === undefined || whole || (page >= excerpt.from && page <= excerpt.to)
}

/** By its origin, or as the paper that a form names as its export. */
function isExport({ file }: Procedure, { owner, origin }: Claim): boolean {
  return origin === 'platform' || (owner.kind === 'supporting' && file.forms.some((form) => form.export === owner.id))
}

function wantedBy(facts: Facts, { owner }: Claim, item: Seen | undefined): Wanted {
  const { kinds, supporting, labels = {} } = facts.of.procedure.kinds
  if (owner.kind === 'supporting') {
    const own = supporting.find((paper) => paper.id === owner.id)?.labels ?? {}
    return wantedOf({ ...labels, ...own }, (path) => occurrencesOf(facts, path))
  }
  const type = item && member(item, 'type').value
  const kind = kinds.find((row) => row.id === type)
  if (!item || !kind) return new Map()
  const own = new Set([...kind.fields.map((field) => field.key), 'title', 'date', 'from'])
  return wantedOf({ ...kind.labels }, (path) => (own.has(path) ? [member(item, path)] : occurrencesOf(facts, path)))
}

function wantedOf(
  labels: Readonly<Record<string, readonly string[]>>,
  seenAt: (path: string) => readonly Seen[],
): Wanted {
  return new Map(
    Object.entries(labels).map(([label, paths]) => [label.normalize('NFKC'), paths.flatMap(seenAt)] as const),
  )
}

function occurrencesOf(facts: Facts, path: string): readonly Seen[] {
  return path.includes('[]') ? occurrences(facts, path) : [read(facts, path)]
}

/** In a row of a table a blank may end the cell: every beginning of it may be the value. */
function readings({ by, value }: Labelled): readonly string[] {
  if (by === 'colon') return [value]
  const words = value.split(' ')
  return words.map((_, index) => words.slice(0, index + 1).join(' '))
}

function isSaid(facts: Facts, fact: Seen, printed: string): boolean {
  const type = declared(facts.of.procedure, fact.pattern)?.type ?? 'text'
  const raw = Array.isArray(fact.value) ? fact.value : [fact.value]
  return raw.some((value: unknown) => agrees(textOf(facts, fact.pattern, value), printed, type))
}

/** As a form prints it: labels of ids, the value itself otherwise, never masked. */
function textOf(facts: Facts, pattern: string, value: unknown): string {
  const option = declared(facts.of.procedure, pattern)?.options
  if (typeof value === 'string')
    return (option && Object.hasOwn(option, value) ? option[value]?.zh : undefined) ?? value
  return typeof value === 'boolean' ? (value ? '是' : '否') : String(value)
}

function differs(facts: Facts, fact: Seen, { path }: EvidenceFile, printed: Labelled): readonly Finding[] {
  const shown = (lang: Lang) => printable(fact, String(shownValue(facts, fact.pattern, fact.value, lang) ?? ''))
  const sensitive = declared(facts.of.procedure, fact.pattern)?.sensitive ?? false
  const at = { ...placeOf(facts, fact), file: maskInText(path), page: printed.page }
  const args = {
    label: printed.label,
    value: sensitive ? mask(printed.value) : isCode(fact) ? printed.value : maskInText(printed.value),
    fact: { zh: shown('zh'), en: shown('en') },
  }
  return ask(facts, 'check/print-differs', at, args)
}

/** Numbers of patents and the like are no numbers of a person, though some look so: shown whole, to be compared. */
function isCode({ pattern }: Seen): boolean {
  return /^achievements\[\]\.(number|isbn)$/.test(pattern)
}

function printable(fact: Seen, shown: string): string {
  return isCode(fact) && typeof fact.value === 'string' ? fact.value : shown
}
