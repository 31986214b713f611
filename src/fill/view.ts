import type { Case } from '../model/case.ts'
import type { Achievement } from '../model/dossier.ts'
import type { JournalEvent } from '../model/journal.ts'
import { dotted, named } from './named.ts'
import { declaredPaths } from './paths.ts'
import { printable, shaped, shapeOf } from './shape.ts'
import { bodyName, routeOf } from './slots.ts'

/** What the caller adds: rows of a contents page, version of the sheet, code of the snapshot. */
export type Extra = Readonly<Record<string, unknown>>

/** The scope of a form: facts, unit, route, posting, notice, and what the caller adds (`extra`, `rows`). */
export function viewOf(c: Case, extra: Extra): Readonly<Record<string, unknown>> {
  const paths = declaredPaths(c.procedure)
  const given = {
    ...c.dossier,
    achievements: achievementsOf(c),
    unit: c.unit,
    route: routeView(c),
    posting: { ...postingOf(c), ...recordOf(extra.posting) },
    level: levelOf(c),
    procedure: procedureOf(c),
    asOf: c.today,
    version: extra.version,
    sample: c.dossier.sample,
  }
  const shape = shapeOf([...paths.values()].filter((one) => one.path !== 'snapshot'))
  return {
    ...recordOf(shaped(given, shape, c)),
    snapshot: snapshotOf(extra.snapshot),
    extra: clean(extra),
    rows: clean(extra.rows ?? []),
  }
}

// ---

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
}

/** Values of the caller: plain text, lists and groups. */
function clean(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(clean)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)]))
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean') return value ? '是' : '否'
  return printable(String(value))
}

/** `{{snapshot}}` and `{{snapshot.code}}` are the short code. */
function snapshotOf(value: unknown) {
  const code = typeof value === 'string' ? value : recordOf(value).code
  return { ...named(typeof code === 'string' ? code : '', ''), code: typeof code === 'string' ? code : '' }
}

function achievementsOf(c: Case): unknown {
  const { achievements } = c.dossier
  if (!Array.isArray(achievements)) return achievements
  return achievements.map((one, i) => {
    const parts = partsOf(c, one.id, one.type)
    const pages = parts.reduce((total, part) => total + part.pages, 0)
    return { ...one, no: i + 1, parts, evidencePages: pages || undefined, details: detailsOf(c, one) }
  })
}

/** Names and pages of the evidence of an achievement, in the notice's order of parts. */
function partsOf(c: Case, owner: string, type: string) {
  const kind = c.procedure.kinds.kinds.find((one) => one.id === type)
  const claims = c.inventory.claims.filter((claim) => claim.owner.kind === 'achievement' && claim.owner.id === owner)
  return (kind?.parts ?? []).flatMap((part) => {
    const own = claims.filter((claim) => claim.part === part.id)
    const pages = own.map((claim) => {
      if (claim.excerpt) return claim.excerpt.to - claim.excerpt.from + 1
      return c.inventory.files.find((file) => file.path === claim.path)?.pages ?? 0
    })
    const count = pages.reduce((total, more) => total + more, 0)
    return own.length ? [{ name: part.name.zh, pages: count, text: `${part.name.zh}（${count}）` }] : []
  })
}

/** The facts of an achievement's own kind that may be posted, each with its label: a new kind needs no form of its own. */
function detailsOf(c: Case, achievement: Achievement) {
  const kind = c.procedure.kinds.kinds.find((one) => one.id === achievement.type)
  return (kind?.fields ?? []).flatMap((field) => {
    const raw = achievement[field.key]
    if (!field.public || typeof raw !== 'string') return []
    const word = field.options?.[raw]?.zh ?? raw
    const value = field.type === 'date' ? dotted(word) : word
    return [{ label: field.label.zh, value, text: `${field.label.zh}：${value}` }]
  })
}

function routeView(c: Case) {
  const route = routeOf(c)
  if (!route) return undefined
  const bodies = route.bodies.map((id) => ({
    id,
    name: c.procedure.file.bodies.find((body) => body.id === id)?.name.zh ?? id,
    fullName: bodyName(id, c),
  }))
  return { id: route.id, name: route.name.zh, bodies }
}

function levelOf(c: Case) {
  const level = c.procedure.file.levels.find((one) => one.id === c.dossier.declaration?.level)
  return level && { name: level.name.zh, fee: level.fee?.yuan }
}

/** The last posting in the journal; working days are counted elsewhere and come with `extra.posting`. */
function postingOf(c: Case) {
  const events = c.journal.events
  const posted = lastOf(events, 'posted')
  const ended = lastOf(events, 'posting-ended')
  return {
    on: posted?.on,
    until: posted?.until,
    places: posted?.places ?? c.unit?.posting?.places,
    officePlatform: posted?.officePlatform ?? c.unit?.posting?.officePlatform,
    supervision: c.unit?.posting?.supervision,
    required: c.procedure.file.posting.workdays,
    result: ended?.result,
    finding: ended?.finding,
  }
}

function lastOf<W extends JournalEvent['what']>(events: readonly JournalEvent[], what: W) {
  const found = events.filter((event): event is Extract<JournalEvent, { what: W }> => event.what === what)
  return found[found.length - 1]
}

function procedureOf(c: Case) {
  const { file, kinds } = c.procedure
  return {
    id: file.id,
    version: file.version,
    title: file.title.zh,
    series: file.series.zh,
    notice: {
      number: file.notice.number,
      title: file.notice.title.zh,
      issuer: file.notice.issuer.zh,
      issuedOn: dotted(file.notice.issuedOn),
      printedOn: dotted(file.notice.printedOn),
    },
    contact: file.contact,
    copies: file.copies.map((copy) => ({ id: copy.id, name: copy.name.zh, keeper: copy.keeper.zh })),
    kinds: kinds.kinds.map((kind) => ({ id: kind.id, name: kind.name.zh })),
  }
}
