import type { Case } from '../model/case.ts'
import type { Claim, EvidenceFile, Inventory } from '../model/evidence.ts'
import { exits, Refusal } from '../model/finding.ts'
import { journalSchema } from '../model/journal.ts'
import { parse } from '../model/parse.ts'
import type { Change } from '../model/rule.ts'
import { plain, type Setting, withFacts } from './set.ts'

export type Applied = { readonly ok: true; readonly case: Case } | { readonly ok: false; readonly refusal: Refusal }

/** The case after some changes, one after the other; the first that cannot be made is the refusal. */
export function applied(c: Case, changes: readonly Change[]): Applied {
  return changes.reduce<Applied>((now, change) => (now.ok ? apply(now.case, change) : now), { ok: true, case: c })
}

/** A file of a part, as the survey would list it. */
export function claimOf(owner: Claim['owner'], part: string): Claim {
  const path = `evidence/${owner.id}/${part}.pdf`
  return { owner, part, path, whole: true, posting: 'consult', by: 'folder' }
}

export function fileOf(path: string): EvidenceFile {
  return { path, size: 1, sha256: '0'.repeat(64), kind: 'pdf', pages: 1, merged: true, findings: [] }
}

// ---

function apply(c: Case, change: Change): Applied {
  if ('set' in change)
    return facts(
      c,
      Object.entries(change.set).map(([path, value]) => ({ path, value })),
    )
  if ('unset' in change) return facts(c, [{ path: change.unset, value: undefined }])
  if ('today' in change) return { ok: true, case: { ...c, today: change.today } }
  if ('stage' in change) return { ok: true, case: { ...c, stage: change.stage } }
  if ('file' in change) return { ok: true, case: { ...c, inventory: filed(c.inventory, change.file) } }
  if ('use' in change) {
    const setup = c.procedure.rules.setups?.[change.use]
    return setup
      ? applied(c, setup)
      : { ok: false, refusal: new Refusal('set/no-setup', exits.usage, { name: change.use }) }
  }
  return events(c, (list) => eventsAfter(list, change))
}

function facts(c: Case, settings: readonly Setting[]): Applied {
  const changed = withFacts(c, settings)
  return changed.ok ? { ok: true, case: { ...c, dossier: changed.dossier, unit: changed.unit } } : changed
}

type Events = readonly Readonly<Record<string, unknown>>[]

function events(c: Case, change: (list: Events) => Events): Applied {
  const list = plain(c.journal.events) as Events
  const read = parse(journalSchema, { format: c.journal.format, events: change(list) })
  if (read.ok) return { ok: true, case: { ...c, journal: read.value } }
  const args = { path: 'journal', value: read.issues.map((issue) => issue.path.join('.')).join('、') }
  return { ok: false, refusal: new Refusal('set/bad-value', exits.usage, args) }
}

function eventsAfter(list: Events, change: Change): Events {
  if ('event' in change) return [...list, { id: `change-${list.length + 1}`, ...change.event }]
  if ('undo' in change) return list.filter((event) => event.what !== change.undo)
  if (!('amend' in change)) return list
  const { what, unset, ...values } = change.amend
  const last = list.map((event) => event.what).lastIndexOf(what)
  return list.map((event, index) => {
    if (index !== last) return event
    const kept = Object.entries(event).filter(([key]) => key !== unset)
    return { ...Object.fromEntries(kept), ...values }
  })
}

function filed(inventory: Inventory, file: { readonly add: string } | { readonly remove: string }): Inventory {
  const claim = claimAt('add' in file ? file.add : file.remove)
  if ('add' in file) {
    return { ...inventory, claims: [...inventory.claims, claim], files: [...inventory.files, fileOf(claim.path)] }
  }
  const { owner, part } = claim
  const isGone = (one: Claim) =>
    one.owner.id === owner.id && one.owner.kind === owner.kind && (part === owner.id || one.part === part)
  return { ...inventory, claims: inventory.claims.filter((one) => !isGone(one)) }
}

/** `supporting.photo`, `supporting.assessments.2023`, `a7f3.contract`; without a part all of the owner's. */
function claimAt(text: string): Claim {
  const [head = '', ...rest] = text.split('.')
  const [id = '', part = id] = head === 'supporting' ? rest : [head, ...rest]
  return claimOf({ kind: head === 'supporting' ? 'supporting' : 'achievement', id }, part)
}
