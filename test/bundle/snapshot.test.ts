import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { compareSnapshot } from '../../src/bundle/changes.ts'
import { leaves, pathOf } from '../../src/bundle/facts.ts'
import { codeOf, filesOf, notPosted, takeSnapshot } from '../../src/bundle/snapshot.ts'
import { check } from '../../src/check/check.ts'
import { manifestBytes } from '../../src/disk/snapshots.ts'
import { readYaml } from '../../src/disk/yaml.ts'
import type { Case } from '../../src/model/case.ts'
import { type Dossier, dossierSchema } from '../../src/model/dossier.ts'
import type { Change } from '../../src/model/snapshot.ts'
import { snapshotSchema } from '../../src/model/snapshot.ts'
import { achievementsOf, changed, type Loose, procedure, sample as wholeSample } from '../check/sample.ts'

/** Every file of the sample has a content of its own. */
const sample = changed((c) => {
  c.inventory.files = c.inventory.files.map((file, index) => ({ ...file, sha256: digest(index), pages: 9 }))
}, wholeSample)
const sensitive = new Set(procedure.fields.flatMap((field) => (field.sensitive ? [field.path] : [])))
const without = notPosted(procedure.kinds)
const judgedBy = { id: procedure.file.id, version: procedure.file.version, hash: procedure.hash }
const snapshot = frozen(sample)
const [first] = achievementsOf(sample)
const id = first?.id ?? ''
const claim = sample.inventory.claims.find((one) => one.owner.id === id)
const path = claim?.path ?? ''
const part = `achievements[${id}].evidence.${claim?.part}`

function digest(number: number): string {
  return number.toString(16).padStart(64, 'a')
}

function frozen(c: Case) {
  const subject = {
    dossier: c.dossier,
    bytes: new Uint8Array(),
    inventory: c.inventory,
    procedure: judgedBy,
    without,
  }
  return takeSnapshot(subject, { id: '1', takenOn: '2024-10-11' })
}

function changes(change: (c: Loose) => void): readonly Change[] {
  const { dossier, inventory } = changed(change, sample)
  return compareSnapshot({ snapshot, frozen: sample.dossier, dossier, inventory, without }, (one) => sensitive.has(one))
}

/** `about how path`, as much as tells changes apart. */
function told(change: (c: Loose) => void): string[] {
  return changes(change).map((one) => `${one.about} ${one.how} ${one.path}`)
}

const code = (dossier: Dossier) => codeOf(dossier, filesOf(dossier, sample.inventory, without))

test('the code is eight letters of Crockford in two groups', () => {
  expect(snapshot.code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
})

test('the code changes with one byte of a file and with one letter of a fact', () => {
  const file = changed((c) => Object.assign(c.inventory.files[0] ?? {}, { sha256: digest(9999) }), sample)
  const fact = changed((c) => (c.dossier.person.ethnicity = '汉族'), sample)
  expect(new Set([sample, file, fact].map((c) => frozen(c).code)).size).toBe(3)
})

test('comments, key order, line ends and the order of rows do not change the code', () => {
  const text = `format: juanzong/dossier@1
procedure: p
person: { name: 林样例, sex: 女 }
education: [{ id: a, school: 甲 }, { id: b, school: 乙 }]
platformAdmin: 否
`
  const other = `# 注释\r\nplatformAdmin: "false"\r\neducation:\r\n  - school: 乙 # 二\r\n    id: b\r\n  - { id: a, school: 甲 }\r\nperson:\r\n  sex: 女\r\n  name: 林样例\r\nprocedure: { id: p }\r\nformat: juanzong/dossier@1\r\n`
  const [a, b] = [text, other].map((one) => readYaml(dossierSchema, Buffer.from(one), 'dossier.yaml'))
  expect(a && b && code(a) === code(b)).toBe(true)
})

test('forms, journal, stage and day do not change the code', () => {
  const later = changed((c) => {
    c.journal.events = []
    c.today = '2026-01-01'
    c.stage = 'archived'
  }, sample)
  expect(frozen(later).code).toBe(snapshot.code)
})

test('an unclaimed file is not frozen', () => {
  expect(
    told((c) => c.inventory.files.push({ ...sample.inventory.files[0], path: 'evidence/x.pdf' } as never)),
  ).toEqual([])
})

test('nothing changed is nothing found', () => {
  expect(told(() => {})).toEqual([])
})

const kinds: readonly (readonly [string, string, (c: Loose) => void])[] = [
  ['a field filled in', 'fact added person.nameLatin', (c) => (c.dossier.person.nameLatin = 'Lin')],
  ['a field changed', 'fact changed person.ethnicity', (c) => (c.dossier.person.ethnicity = '汉族')],
  ['a field taken out', 'fact removed person.health', (c) => delete c.dossier.person.health],
  ['a row added', 'item added work[w9]', (c) => c.dossier.work?.push({ id: 'w9', employer: '丙', from: '2024-01' })],
  ['a row taken out', `item removed achievements[${id}]`, (c) => c.dossier.achievements?.shift()],
  ['无 in place of rows', 'fact changed applications', (c) => (c.dossier.applications = '无')],
  [
    'rows in place of 无',
    'fact changed standing.penalties',
    (c) => (c.dossier.standing.penalties = [{ id: 'x', kind: '记过' }]),
  ],
  ['a list unknown again', 'item removed applications[sq1]', (c) => delete c.dossier.applications],
  [
    'the way of posting',
    `posting changed achievements[${id}].posting`,
    (c) => (c.dossier.achievements[0].posting = 'copy'),
  ],
  ['the default written out', '', (c) => (c.dossier.achievements[0].posting = 'consult')],
  ['an id of a procedure changed', 'fact changed procedure', (c) => (c.dossier.procedure = 'other')],
  ['a file replaced in place', `file changed ${part}`, (c) => Object.assign(fileOf(c, path), { sha256: digest(777) })],
  ['a file renamed', `file moved ${part}`, (c) => rename(c, path, 'evidence/neu.pdf')],
  [
    'the one file of a part replaced',
    `file changed ${part}`,
    (c) => Object.assign(rename(c, path, 'evidence/neu.pdf'), { sha256: digest(778) }),
  ],
  [
    'a file gone',
    `file removed ${part}`,
    (c) => (c.inventory.files = c.inventory.files.filter((one) => one.path !== path)),
  ],
  ['a file added', `file added ${part}`, (c) => addFile(c, 'evidence/neu.pdf', digest(779))],
  [
    'a posted file used again',
    `file reused ${part}`,
    (c) => addFile(c, 'evidence/neu.pdf', String(fileOf(c, c.inventory.claims.at(-1)?.path ?? '').sha256)),
  ],
  [
    'other pages',
    `pages changed ${part}`,
    (c) => Object.assign(claimOf(c, path), { excerpt: { from: 2, to: 4 }, whole: false }),
  ],
]

test.each(kinds)('%s is one change', (_, wanted, change) => {
  expect(told(change)).toEqual(wanted === '' ? [] : [wanted])
})

test('a file that serves two parts and changes is one change', () => {
  const twice = changed((c) => c.inventory.claims.push({ ...claimOf(c, path), part: 'agreement' } as never), sample)
  const now = changed((c) => Object.assign(fileOf(c, path), { sha256: digest(780) }), twice)
  const both = {
    snapshot: frozen(twice),
    frozen: twice.dossier,
    dossier: now.dossier,
    inventory: now.inventory,
    without,
  }
  expect(compareSnapshot(both, () => false)).toHaveLength(1)
})

test('无 that gave way to a file is told by the file alone', () => {
  const none = changed((c) => (c.dossier.achievements[0].evidence = { contract: '无' }), sample)
  const then = changed((c) => (c.inventory.claims = c.inventory.claims.filter((one) => one.path !== path)), none)
  const both = {
    snapshot: frozen(then),
    frozen: then.dossier,
    dossier: sample.dossier,
    inventory: sample.inventory,
    without,
  }
  expect(compareSnapshot(both, () => false).map((one) => one.about)).toEqual(['file'])
})

test.each(['platform-publicity', 'platform-review', 'e-certificate', 'integrity-pledge', 'photo'])(
  '%s is not posted: it may come later and changes nothing',
  (paper) => {
    const later = changed((c) => {
      c.inventory.files.push({ ...(c.inventory.files[0] as object), path: 'evidence/later.pdf' } as never)
      c.inventory.claims.push({ ...claimOf(c, path), owner: { kind: 'supporting', id: paper }, part: paper } as never)
      Object.assign(c.inventory.claims.at(-1) ?? {}, { path: 'evidence/later.pdf' })
    }, sample)
    expect(frozen(later).code).toBe(snapshot.code)
    const now = { dossier: later.dossier, inventory: later.inventory, without }
    expect(compareSnapshot({ snapshot, frozen: sample.dossier, ...now }, () => false)).toEqual([])
    // A snapshot of before this was told apart has it as a row.
    const older = { ...snapshot, files: filesOf(later.dossier, later.inventory, new Set()) as never }
    const then = {
      snapshot: older,
      frozen: sample.dossier,
      dossier: sample.dossier,
      inventory: sample.inventory,
      without,
    }
    expect(compareSnapshot(then, () => false)).toEqual([])
  },
)

test('sensitive values come out masked', () => {
  const [change] = changes((c) => (c.dossier.person.document.number = '990000198803150033'))
  expect(change?.before).toMatch(/^990000\*{8}\d{3}[\dX]$/)
  expect(JSON.stringify(change)).not.toContain('19880315')
})

test('what a manifest says is read back as it was', () => {
  expect(readYaml(snapshotSchema, manifestBytes(snapshot), 'manifest.yaml')).toEqual(snapshot)
  expect(parseDocument(Buffer.from(manifestBytes(snapshot)).toString()).errors).toEqual([])
})

// One fact at a time: what the check says of it names its path, and nothing else is said of the posting.
const facts = leaves(sample.dossier).filter(
  ({ steps }) => !['.id', '.sample', '.procedure'].includes(steps.at(-1) ?? ''),
)
const someFact = fc.constantFrom(...facts)

test('any one fact changed is one finding at its path', () => {
  fc.assert(
    fc.property(someFact, ({ steps }) => {
      const now = changed((c) => spoil(c.dossier, steps), sample)
      const found = postedFindings(now)
      expect(found.map((one) => one.at.path)).toEqual([pathOf(steps)])
      expect(frozen(now).code).not.toBe(snapshot.code)
    }),
    { numRuns: 150 },
  )
})

test('any one fact taken out is one finding at its path', () => {
  fc.assert(
    fc.property(someFact, ({ steps }) => {
      const now = changed((c) => spoil(c.dossier, steps, true), sample)
      expect(postedFindings(now).map((one) => one.at.path)).toEqual([pathOf(steps)])
    }),
    { numRuns: 150 },
  )
})

// ---

function postedFindings(now: Case) {
  const changed = compareSnapshot(
    { snapshot, frozen: sample.dossier, dossier: now.dossier, inventory: sample.inventory, without },
    (one) => sensitive.has(one),
  )
  return check({ ...now, posted: { snapshot, changes: changed, findings: [] } }).filter((one) =>
    one.code.startsWith('posted/'),
  )
}

/** Another value of the same type in place of the one there, or none. */
function spoil(dossier: unknown, steps: readonly string[], gone = false): void {
  let at = dossier as Record<string, unknown>
  for (const step of steps.slice(0, -1)) at = into(at, step)
  const key = (steps.at(-1) ?? '').slice(1)
  const value = at[key]
  if (gone) delete at[key]
  else at[key] = typeof value === 'boolean' ? !value : typeof value === 'number' ? value + 1 : `${value}改`
}

function into(value: unknown, step: string): Record<string, unknown> {
  const key = step.startsWith('[') ? step.slice(1, -1) : step.slice(1)
  if (!Array.isArray(value)) return (value as Record<string, Record<string, unknown>>)[key] ?? {}
  return value.find((item, index) => (item.id ?? String(index)) === key)
}

function fileOf(c: Loose, path: string): { path: string; sha256?: string } {
  return c.inventory.files.find((one) => one.path === path) ?? { path }
}

function claimOf(c: Loose, path: string): Loose['inventory']['claims'][number] {
  const found = c.inventory.claims.find((one) => one.path === path)
  if (!found) throw new Error(`no claim on ${path}`)
  return found
}

function rename(c: Loose, from: string, to: string) {
  Object.assign(claimOf(c, from), { path: to })
  return Object.assign(fileOf(c, from), { path: to })
}

function addFile(c: Loose, to: string, sha256: string): void {
  c.inventory.claims.push({ ...claimOf(c, path), path: to } as never)
  c.inventory.files.push({ ...fileOf(c, path), path: to, sha256 } as never)
}
