import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { frozenBy } from '../../src/check/frozen.ts'
import { glance } from '../../src/check/plain/glance.ts'
import type { Case } from '../../src/model/case.ts'
import type { Journal, JournalEvent } from '../../src/model/journal.ts'
import type { Change, Snapshot } from '../../src/model/snapshot.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, procedure, sample } from './sample.ts'

const snapshot: Snapshot = {
  format: 'juanzong/snapshot@1',
  id: '1',
  code: 'AAAA-0001',
  takenOn: '2024-10-11',
  procedure: { id: procedure.file.id, version: procedure.file.version, hash: procedure.hash },
  facts: { path: 'dossier.yaml', sha256: '0' },
  files: [],
}
const hashes = { before: 'a'.repeat(64), after: 'b'.repeat(64) }
const date: Change = { about: 'fact', how: 'changed', path: 'achievements[a7f3].date', before: '2021', after: '2022' }
const scan: Change = {
  about: 'file',
  how: 'changed',
  path: 'achievements[a7f3].evidence.contract',
  file: 'evidence/a.pdf',
  ...hashes,
}
const added: Change = {
  about: 'file',
  how: 'added',
  path: 'supporting.education-certificates',
  file: 'evidence/new.jpg',
  after: 'c'.repeat(64),
}

type Event = Readonly<Record<string, unknown>> & { readonly what: JournalEvent['what'] }

function given(changes: readonly Change[], events: readonly Event[] = [posted], more: Partial<Case> = {}): Case {
  const journal = { format: 'juanzong/journal@1', events: dated(events) } as unknown as Journal
  return { ...sample, stage: 'submit', journal, posted: { snapshot, changes, findings: [] }, ...more }
}

function dated(events: readonly Event[]) {
  return events.map((event, index) => ({ id: `e${index + 1}`, on: '2024-10-11', ...event }))
}

const posted: Event = { what: 'posted', places: ['公示栏'], snapshot: '1' }
const found = (c: Case) => check(c).filter(({ code }) => code.startsWith('posted/') || code.startsWith('returned/'))
const codes = (c: Case) => found(c).map(({ severity, code }) => `${severity} ${code}`)

const table: readonly (readonly [Change, string])[] = [
  [date, 'error posted/fact-changed'],
  [{ ...date, how: 'added', before: undefined }, 'error posted/fact-changed'],
  [{ ...date, how: 'removed', after: undefined }, 'person posted/fact-removed'],
  [{ ...date, path: 'achievements[a7f3].client' }, 'error posted/fact-changed'],
  [{ ...date, path: 'achievements[a7f3].contractNumber' }, 'person posted/other-fact'],
  [{ ...date, path: 'person.birthplace' }, 'person posted/other-fact'],
  [{ ...date, path: 'person.contact.mobile' }, 'note posted/other-fact'],
  [{ ...date, path: 'platformChecks.title' }, 'note posted/other-fact'],
  [{ ...date, about: 'posting', path: 'achievements[a7f3].posting' }, 'person posted/way-changed'],
  [{ about: 'item', how: 'added', path: 'achievements[new]', title: '新' }, 'error posted/item-added'],
  [{ about: 'item', how: 'added', path: 'insurance[new]', title: '新' }, 'note posted/other-item'],
  [{ about: 'item', how: 'added', path: 'training.items[new]', title: '新' }, 'person posted/other-item'],
  [{ about: 'item', how: 'removed', path: 'achievements[old]', title: '旧' }, 'note posted/item-removed'],
  [added, 'error posted/file-added'],
  [scan, 'error posted/file-changed'],
  [{ ...scan, how: 'removed' }, 'note posted/file-removed'],
  [{ ...scan, how: 'moved', fileBefore: 'evidence/b.pdf' }, 'note posted/file-moved'],
  [{ ...scan, how: 'reused' }, 'person posted/file-reused'],
  [{ ...scan, about: 'pages', before: '3-9', after: '3-10' }, 'error posted/pages-changed'],
  [{ ...scan, about: 'pages', before: '3-9', after: '4-9' }, 'note posted/pages-fewer'],
]

test.each(table)('%o is one finding', (change, wanted) => {
  expect(codes(given([change]))).toEqual([wanted])
})

const photo: Change = { ...scan, path: 'person.photo' }
const proof: Change = { ...added, path: 'supporting.identity' }

test('a photo is never posted: another one is only noted', () => {
  expect(codes(given([photo]))).toEqual(['note posted/other-file'])
  expect(codes(given([{ ...photo, how: 'added', before: undefined }]))).toEqual(['note posted/other-file'])
})

test('a paper that the platform asks for after its check failed is for a person, any other an error', () => {
  const failed = changed(
    (c) => {
      c.dossier.platformChecks.identity = 'failed'
    },
    given([proof]),
  )
  expect(codes(failed)).toEqual(['person posted/proof-added'])
  expect(codes(given([proof]))).toEqual(['error posted/file-added'])
})

test('posted without ever freezing: a person vouches for it, until then it is said', () => {
  const unfrozen = { ...sample, posted: undefined }
  expect(codes(unfrozen)).toEqual(['person posted/no-snapshot'])
  const vouched = changed((c) => {
    c.journal.events.push({ id: 'e9', on: '2024-10-24', what: 'judged', rule: 'posted/no-snapshot', answer: 'yes' })
  }, unfrozen)
  expect(codes(vouched)).toEqual([])
  const waiting = changed((c) => {
    c.journal.events = []
  }, unfrozen)
  expect(codes({ ...waiting, stage: 'posting' })).toEqual([])
})

test('frozen after it was hung up is said, on the same day it is not', () => {
  const on = (takenOn: string) =>
    codes({ ...given([]), posted: { snapshot: { ...snapshot, takenOn }, changes: [], findings: [] } })
  expect(on('2024-10-12')).toEqual(['person posted/frozen-late'])
  expect(on('2024-10-11')).toEqual([])
})

test.each([
  [{ version: '0' }, ['note posted/procedure-updated']],
  [{ hash: 'ab'.repeat(32) }, ['note posted/procedure-updated']],
  [{ id: 'chongqing-green-low-carbon-2023' }, ['note posted/procedure-updated']],
  [{}, []],
])('a snapshot that was checked by another procedure (%o)', (other, wanted) => {
  const older = { ...snapshot, procedure: { ...snapshot.procedure, ...other } }
  expect(codes({ ...given([]), posted: { snapshot: older, changes: [], findings: [] } })).toEqual(wanted)
})

test('its basis is the clause on what was not posted, verified', () => {
  const [finding] = found(given([added]))
  expect(finding).toMatchObject({ stage: 'posting', verified: true, basis: { article: '四（二）4（1）' } })
})

test('papers of a new achievement are told with it', () => {
  const item: Change = { about: 'item', how: 'added', path: 'achievements[new]', title: '新' }
  const file: Change = { ...added, path: 'achievements[new].evidence.cover' }
  expect(codes(given([item, file]))).toEqual(['error posted/item-added'])
})

test('before the posting stage nothing is said', () => {
  expect(codes(given([date], [], { stage: 'draft' }))).toEqual([])
})

// 2024-10-28 is a Monday; the posting day does not count.
test('a new posting started today ends after five working days', () => {
  expect(found(given([added], [posted], { today: '2024-10-28' }))[0]?.args.again).toBe('2024-11-04')
})

test('a new posting across the national holidays ends after them', () => {
  // 09-29 (Sunday) and 10-12 (Saturday) are make-up days: 09-29, 30, 10-08, 09, 10.
  expect(found(given([added], [posted], { today: '2024-09-28' }))[0]?.args.again).toBe('2024-10-10')
})

test('a year without data is said', () => {
  const [finding] = found(given([added], [posted], { today: '2029-12-30' }))
  expect(finding).toMatchObject({ code: 'posted/file-added-no-year', args: { years: '2029、2030' } })
})

test.each([
  ['2024-11-05', 'posted/file-added'],
  ['2024-11-04', 'posted/file-added-late'],
])('a deadline on %s gives %s', (deadline, code) => {
  const returned: Event = { what: 'returned', deadline, items: [] }
  const c = given([added], [posted, returned], { today: '2024-10-28', stage: 'correction' })
  expect(found(c).map((one) => one.code)).toEqual([code])
})

test('while nothing hangs, freezing again is a way out', () => {
  expect(codes(given([date], [{ what: 'frozen', snapshot: '1' }]))).toEqual(['error posted/fact-changed-unposted'])
})

test('every ending of a code has words', () => {
  for (const ending of ['', '-late', '-no-year', '-unposted'])
    for (const code of ['fact-changed', 'item-added', 'file-added', 'file-changed', 'pages-changed'])
      expect(words).toHaveProperty([`posted/${code}${ending}`])
})

const correction: Event = { what: 'corrected', path: scan.file, reason: '重新扫描，更清楚' }

test('a clearer scan with both hashes is a note', () => {
  expect(codes(given([scan], [posted, { ...correction, ...hashes }]))).toEqual(['note posted/corrected'])
  const short = { before: 'AAAAAAAAAA', after: 'bbbbbbbbbb' }
  expect(codes(given([scan], [posted, { ...correction, ...short }]))).toEqual(['note posted/corrected'])
})

test.each([
  ['without hashes', {}],
  ['with one hash', { after: hashes.after }],
  ['of another content', { ...hashes, after: 'd'.repeat(64) }],
  ['with too few digits', { before: 'aaaaaaaaa', after: 'bbbbbbbbb' }],
])('a correction of a file %s settles nothing', (_, part) => {
  expect(codes(given([scan], [posted, { ...correction, ...part }]))).toEqual(['error posted/correction-differs'])
})

test('a correction of a fact needs no values, but those written must be right', () => {
  const of = (part: Readonly<Record<string, unknown>>): Event => ({
    what: 'corrected',
    path: date.path,
    reason: '笔误',
    ...part,
  })
  expect(codes(given([date], [posted, of({})]))).toEqual(['note posted/corrected'])
  expect(codes(given([date], [posted, of({ before: '2021', after: '2022' })]))).toEqual(['note posted/corrected'])
  expect(codes(given([date], [posted, of({ after: '2023' })]))).toEqual(['error posted/correction-differs'])
})

test('a sensitive value may be written out or masked in a correction', () => {
  const number: Change = {
    ...date,
    path: 'person.document.number',
    before: '990000********0025',
    after: '990000********0033',
  }
  const of = (after: string): Event => ({ what: 'corrected', path: number.path, reason: '笔误', after }) as never
  for (const after of ['990000198803150033', '990000********0033'])
    expect(codes(given([number], [posted, of(after)]))).toEqual(['note posted/corrected'])
})

test('a correction cannot bring in what was not posted', () => {
  const event: Event = { what: 'corrected', path: added.file, reason: '补充', after: added.after }
  expect(codes(given([added], [posted, event]))).toEqual(['error posted/file-added'])
})

test('a correction recorded before the freezing speaks of something else', () => {
  const events: readonly Event[] = [{ ...correction, ...hashes }, { what: 'frozen', snapshot: '1' }, posted]
  expect(codes(given([scan], events))).toEqual(['error posted/file-changed'])
})

test('a person settles an item for a person', () => {
  const reused: Change = { ...scan, how: 'reused' }
  const judged: Event = { what: 'judged', rule: 'posted/file-reused', answer: 'yes', place: reused.path }
  expect(codes(given([reused], [posted, judged]))).toEqual([])
})

test('long texts are shown around their difference', () => {
  const long = '甲'.repeat(100)
  const [before, after] = glance(`${long}乙${long}`, `${long}丙${long}`)
  expect([before, after]).toEqual([
    `…${'甲'.repeat(8)}乙${'甲'.repeat(31)}…`,
    `…${'甲'.repeat(8)}丙${'甲'.repeat(31)}…`,
  ])
  expect(glance('短', '也短')).toEqual(['短', '也短'])
})

test.each<readonly [string, readonly Event[], string | undefined, string | undefined]>([
  ['nothing frozen', [], undefined, undefined],
  ['the newest on the disk', [], '3', '3'],
  ['the one that the last posting names', [posted, { ...posted, snapshot: '2' }], '3', '2'],
  [
    'the one frozen before a posting that names none',
    [
      { what: 'frozen', snapshot: '1' },
      { what: 'posted', places: [] },
      { what: 'frozen', snapshot: '2' },
    ] as never,
    '2',
    '1',
  ],
])('what counts: %s', (_, events, newest, wanted) => {
  const journal = { format: 'juanzong/journal@1', events: dated(events) } as unknown as Journal
  expect(frozenBy(journal, newest)?.id).toBe(wanted)
})

// 退回补正

const returned: Event = {
  what: 'returned',
  on: '2024-10-28',
  deadline: '2024-11-06',
  items: [
    { id: 'r1', text: '封面不清晰', path: 'achievements[a7f3].evidence.contract' },
    { id: 'r2', text: '电话 13800000000' },
  ],
}
const submitted: Event = { what: 'submitted', count: 1, on: '2024-10-24' }
const back = (events: readonly Event[], today = '2024-10-30') => {
  const journal = { format: 'juanzong/journal@1', events: dated(events) } as unknown as Journal
  return { ...sample, stage: 'correction' as const, journal, today }
}

test('each open item of a return is an error at its place, with deadline and counter', () => {
  const all = found(back([submitted, returned]))
  expect(all.map(({ code, at }) => [code, at.path ?? at.id])).toEqual([
    ['returned/item', 'r2'],
    ['returned/item', 'achievements[a7f3].evidence.contract'],
  ])
  expect(all[1]).toMatchObject({ severity: 'error', stage: 'correction' })
  expect(all[1]?.args).toMatchObject({ text: '封面不清晰', deadline: '2024-11-06', count: 1, last: 3 })
  expect(all[0]?.args.text).toBe('电话 138****0000')
})

test('done, or a later correction that names the item, settles it', () => {
  const done = changed(
    (c) => {
      c.journal.events[1].items[0].done = true
    },
    back([submitted, returned]),
  )
  expect(found(done).map(({ args }) => args.id)).toEqual(['r2'])
  const event: Event = { what: 'corrected', path: 'r2', reason: '已补' }
  expect(found(back([submitted, returned, event])).map(({ args }) => args.id)).toEqual(['r1'])
  expect(found(back([submitted, event, returned]))).toHaveLength(2)
})

test('late is said, unless it was submitted again in time', () => {
  const late = (events: readonly Event[]) => found(back(events, '2024-11-07'))[0]?.code
  expect(late([submitted, returned])).toBe('returned/item-late')
  expect(late([submitted, returned, { ...submitted, on: '2024-11-06', count: 2 }])).toBe('returned/item')
  expect(late([submitted, { ...returned, deadline: undefined }])).toBe('returned/item-open')
})
