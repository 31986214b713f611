import type { Finding, Severity } from '../../model/finding.ts'
import { maskInText } from '../../model/mask.ts'
import type { Change, Snapshot } from '../../model/snapshot.ts'
import type { Facts } from '../facts.ts'
import { found, type Worded } from '../found.ts'
import { type Frozen, frozenBy } from '../frozen.ts'
import { judgement } from '../judge.ts'
import { declared, inLang, type Lang } from '../labels.ts'
import { stageOrder } from '../stage.ts'
import { type Correction, correctionOf } from './corrections.ts'
import { glance } from './glance.ts'
import { placeAt } from './place.ts'
import { type Way, wayOut } from './post-again.ts'
import { frozenLate, otherProcedure, postedBasis, unprovable } from './proof.ts'
import { publicity } from './public.ts'

/**
 * What was added, changed or removed since the snapshot that was posted: 未经公示的材料不得补报 (四（二）4（1）), one finding a
 * change. What the posted sheet does not bear is for a person or to be known; a correction in the journal turns its change
 * into a note.
 */
export function changedSincePosting(facts: Facts): readonly Finding[] {
  const { posted, stage } = facts.of
  if (stageOrder(stage) < stageOrder('posting')) return []
  if (!posted) return unprovable(facts)
  const frozen = posted.snapshot && frozenBy(facts.of.journal, posted.snapshot.id)
  if (!posted.snapshot || !frozen) return posted.findings
  const context = { facts, snapshot: posted.snapshot, frozen, way: wayOut(facts, frozen) }
  return [
    ...posted.findings,
    ...frozenLate(facts, posted.snapshot, frozen),
    ...otherProcedure(facts, posted.snapshot),
    ...visible(posted.changes).flatMap((change) => findingOf(change, context)),
  ]
}

// ---

type Context = {
  readonly facts: Facts
  readonly snapshot: Snapshot
  readonly frozen: Frozen
  readonly way: Way
}
type Row = {
  readonly code: string
  readonly severity: Severity
  /** The remedy names a new posting: its words come in the variants of `wayOut`. */
  readonly ways?: true
  /** An event `corrected` may settle it. */
  readonly mends?: true
}

const rows: Readonly<Record<string, Row>> = {
  'fact added': { code: 'posted/fact-changed', severity: 'error', ways: true, mends: true },
  'fact changed': { code: 'posted/fact-changed', severity: 'error', ways: true, mends: true },
  'fact removed': { code: 'posted/fact-removed', severity: 'person', mends: true },
  'posting changed': { code: 'posted/way-changed', severity: 'person', mends: true },
  'item added': { code: 'posted/item-added', severity: 'error', ways: true },
  'item removed': { code: 'posted/item-removed', severity: 'note' },
  'file added': { code: 'posted/file-added', severity: 'error', ways: true },
  'file changed': { code: 'posted/file-changed', severity: 'error', ways: true, mends: true },
  'file removed': { code: 'posted/file-removed', severity: 'note' },
  'file moved': { code: 'posted/file-moved', severity: 'note' },
  'file reused': { code: 'posted/file-reused', severity: 'person' },
  'pages changed': { code: 'posted/pages-changed', severity: 'error', ways: true },
  'pages fewer': { code: 'posted/pages-fewer', severity: 'note' },
}

/** Papers of an achievement that came or went as a whole are told with it. */
function visible(changes: readonly Change[]): readonly Change[] {
  const whole = new Set(changes.filter(({ about }) => about === 'item').map(({ path }) => path))
  return changes.filter(({ about, path }) => about === 'item' || !whole.has(path.replace(/\]\..*$/, ']')))
}

function findingOf(change: Change, context: Context): Finding[] {
  const row = rowOf(change, context)
  const correction = row.mends && correctionOf(change, context.frozen.since)
  if (correction) return [corrected(change, correction, row, context)]
  const code = row.ways ? row.code + context.way.suffix : row.code
  const finding = make(code, row.severity, change, context, { ...context.way.args })
  const judged = row.severity === 'person' ? judgement(context.facts.of, row.code, finding.at) : undefined
  if (judged === 'yes') return []
  return [{ ...finding, ...(row.severity === 'person' && { rule: row.code }) }]
}

function rowOf(change: Change, { facts }: Context): Row {
  const row = rows[`${change.about} ${isFewer(change) ? 'fewer' : change.how}`]
  if (!row) throw new Error(`posted: ${change.about} ${change.how} has no row`)
  if (change.about === 'file') return fileRow(row, change, facts)
  const seen = publicity(facts.of.procedure, change, typeOf(change, facts))
  if (seen === 'posted' || row.code === 'posted/item-removed') return row
  const severity = seen === 'printed' ? 'person' : 'note'
  if (change.about === 'fact') return { code: 'posted/other-fact', severity, mends: true }
  return change.about === 'item' ? { code: 'posted/other-item', severity } : row
}

/** The photo never hangs; a paper that the platform asks for after its own check failed is read both ways (五（一）). */
function fileRow(row: Row, change: Change, facts: Facts): Row {
  if (change.path === 'person.photo') return { code: 'posted/other-file', severity: 'note' }
  if (row.code === 'posted/file-added' && isAskedByPlatform(change, facts))
    return { code: 'posted/proof-added', severity: 'person' }
  return row
}

function isAskedByPlatform({ path }: Change, { of: { procedure, dossier } }: Facts): boolean {
  const paper = /^supporting\.([^/]+)/.exec(path)?.[1] ?? ''
  return procedure.file.platformChecks.some(
    ({ id, papers }) => papers.includes(paper) && dossier.platformChecks?.[id] === 'failed',
  )
}

/** Fewer pages of what was posted: left out, not added. */
function isFewer({ about, before, after }: Change): boolean {
  if (about !== 'pages') return false
  const [then, now] = [before, after].map((range) => /^(\d+)-(\d+)$/.exec(range ?? ''))
  return Boolean(then && now && Number(now[1]) >= Number(then[1]) && Number(now[2]) <= Number(then[2]))
}

function corrected(change: Change, { event, fits }: Correction, row: Row, context: Context): Finding {
  const args = { event: event.id, corrected: event.on, by: event.by ?? '', reason: maskInText(event.reason) }
  if (fits) return make('posted/corrected', 'note', change, context, args)
  return make('posted/correction-differs', row.severity, change, context, args)
}

function make(code: string, severity: Severity, change: Change, context: Context, more: Worded): Finding {
  const { snapshot, frozen, facts } = context
  const { file, fileBefore, title } = change
  const args = {
    snapshot: snapshot.code,
    since: frozen.posted?.on ?? snapshot.takenOn,
    ...valuesOf(change, facts),
    ...(file !== undefined && { file }),
    ...(fileBefore !== undefined && { fileBefore }),
    ...(title !== undefined && { title: maskInText(title) }),
    ...more,
  }
  return found(code, severity, at(change, facts), args, {
    stage: 'posting',
    basis: postedBasis(facts.of.procedure),
  })
}

/** Both values as people read them: labels of ids, the first digits of a hash, long texts around their difference. */
function valuesOf(change: Change, facts: Facts): Worded {
  const { about, before = '', after = '' } = change
  if (about === 'item') return {}
  if (about === 'file') return { before: before.slice(0, 10), after: after.slice(0, 10) }
  if (about === 'pages') return { before, after }
  const known = declared(facts.of.procedure, change.path)
  const shown = (value: string, lang: Lang) => {
    const option = known && Object.hasOwn(known.options, value) ? known.options[value] : undefined
    return known?.sensitive ? value : maskInText(option ? inLang(option, lang) : value)
  }
  const [zh, en] = (['zh', 'en'] as const).map((lang) => glance(shown(before, lang), shown(after, lang)))
  return {
    before: { zh: zh?.[0] ?? '', en: en?.[0] ?? '' },
    after: { zh: zh?.[1] ?? '', en: en?.[1] ?? '' },
  }
}

function at({ path, file, how, title }: Change, facts: Facts): Finding['at'] {
  return { ...placeAt(facts, path, how === 'removed' ? title : undefined), ...(file !== undefined && { file }) }
}

/** Kind of the achievement that a path speaks of. */
function typeOf({ path }: Change, { of: { dossier } }: Facts): string | undefined {
  const id = /^achievements\[([^\]]*)\]/.exec(path)?.[1]
  const list = Array.isArray(dossier.achievements) ? dossier.achievements : []
  return list.find((one) => one.id === id)?.type
}
