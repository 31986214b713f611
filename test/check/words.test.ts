import { expect, test } from 'vitest'
import { bind, type Facts } from '../../src/check/facts.ts'
import { parseCondition, vocabulary } from '../../src/check/words.ts'
import type { Case } from '../../src/model/case.ts'
import { changed, claim, file, sample } from './sample.ts'

/** Facts of a test in place of a dossier's; words see nothing else. */
const root = {
  text: '工程师',
  none: '无',
  not: '不适用',
  yes: true,
  no: false,
  five: 5,
  six: '6.5',
  day: '2019-06-15',
  later: '2019-07-01',
  month: '2019-06',
  year: '2019',
  until: '至今',
  name: '阿依古丽·买买提',
  dotted: '阿依古丽•买买提',
  empty: [],
  names: ['甲', '乙'],
  people: [
    { id: 'a', age: 30, city: '重庆' },
    { id: 'b', age: 40, city: '成都' },
  ],
  vague: [{ id: 'a', age: 30 }, { id: 'b' }],
  spans: [
    { id: 's1', from: '2020-01', to: '2020-06', place: '重庆' },
    { id: 's2', from: '2020-07', to: '至今', place: '成都' },
  ],
  gap: [
    { id: 's1', from: '2020-01', to: '2020-05' },
    { id: 's2', from: '2020-07', to: '2021-12' },
  ],
  open: [{ id: 's1', from: '2020-01' }],
  rough: [{ id: 's1', from: '2019', to: '2020-06' }],
  marks: [
    { id: 'm1', year: 2020 },
    { id: 'm2', year: 2021 },
  ],
  person: { workSince: '2010-07' },
}
const facts: Facts = { of: sample, root, names: {} }

function ask(tree: unknown, given: Facts = facts): string {
  const parsed = parseCondition(tree)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.mistakes))
  return parsed.condition.run(given).answer
}

const yes = { has: 'text' }
const no = { has: 'none' }
const unknown = { has: 'absent' }

/** One line of a truth table each: condition → answer. */
const tables: Readonly<Record<string, readonly (readonly [unknown, string])[]>> = {
  all: [
    [{ all: [yes, yes] }, 'yes'],
    [{ all: [yes, unknown] }, 'unknown'],
    [{ all: [no, unknown] }, 'no'],
    [{ all: [yes, no] }, 'no'],
  ],
  any: [
    [{ any: [no, yes] }, 'yes'],
    [{ any: [unknown, yes] }, 'yes'],
    [{ any: [no, unknown] }, 'unknown'],
    [{ any: [no, no] }, 'no'],
  ],
  not: [
    [{ not: yes }, 'no'],
    [{ not: no }, 'yes'],
    [{ not: unknown }, 'unknown'],
  ],
  has: [
    [{ has: 'text' }, 'yes'],
    [{ has: 'no' }, 'yes'],
    [{ has: 'none' }, 'no'],
    [{ has: 'not' }, 'no'],
    [{ has: 'empty' }, 'no'],
    [{ has: 'people' }, 'yes'],
    [{ has: 'absent' }, 'unknown'],
    [{ has: 'none.inside' }, 'no'],
  ],
  equals: [
    [{ equals: ['text', '工程师'] }, 'yes'],
    [{ equals: ['text', '高级工程师'] }, 'no'],
    [{ equals: ['yes', '是'] }, 'yes'],
    [{ equals: ['no', '是'] }, 'no'],
    [{ equals: ['five', '5'] }, 'yes'],
    [{ equals: ['none', '无'] }, 'yes'],
    [{ equals: ['none', '工程师'] }, 'no'],
    [{ equals: ['absent', '无'] }, 'unknown'],
  ],
  oneOf: [
    [{ oneOf: ['text', ['技术员', '工程师']] }, 'yes'],
    [{ oneOf: ['text', ['技术员']] }, 'no'],
    [{ oneOf: ['none', ['技术员']] }, 'no'],
    [{ oneOf: ['absent', ['技术员']] }, 'unknown'],
    [{ oneOf: ['text', 'names'] }, 'no'],
    [{ oneOf: ['text', 'absent'] }, 'unknown'],
  ],
  matches: [
    [{ matches: ['text', '工.*'] }, 'yes'],
    [{ matches: ['text', '程'] }, 'no'],
    [{ matches: ['none', '.*'] }, 'no'],
    [{ matches: ['absent', '.*'] }, 'unknown'],
  ],
  sameAs: [
    [{ sameAs: ['name', 'dotted'] }, 'yes'],
    [{ sameAs: ['name', 'text'] }, 'no'],
    [{ sameAs: ['text', 'none'] }, 'no'],
    [{ sameAs: ['text', 'absent'] }, 'unknown'],
  ],
  atLeast: [
    [{ atLeast: ['five', '5'] }, 'yes'],
    [{ atLeast: ['five', '6'] }, 'no'],
    [{ atLeast: ['six', 'five'] }, 'yes'],
    [{ atLeast: ['none', '0'] }, 'no'],
    [{ atLeast: ['absent', '0'] }, 'unknown'],
  ],
  atMost: [
    [{ atMost: ['five', '5'] }, 'yes'],
    [{ atMost: ['five', '4'] }, 'no'],
    [{ atMost: ['none', '4'] }, 'no'],
    [{ atMost: ['absent', '4'] }, 'unknown'],
  ],
  before: [
    [{ before: ['day', 'later'] }, 'yes'],
    [{ before: ['later', 'day'] }, 'no'],
    [{ before: ['day', '2019-06-15'] }, 'no'],
    [{ before: ['month', '2019-06-15'] }, 'unknown'],
    [{ before: ['month', '2019-07'] }, 'yes'],
    [{ before: ['month', '2019-06'] }, 'unknown'],
    [{ before: ['year', '2020-01-01'] }, 'yes'],
    [{ before: ['2019-06-30', 'month'] }, 'no'],
    [{ before: ['none', 'day'] }, 'no'],
    [{ before: ['absent', 'day'] }, 'unknown'],
    [{ before: ['day', 'until'] }, 'yes'],
  ],
  within: [
    [{ within: ['day', '2019-06-15', '2019-06-30'] }, 'yes'],
    [{ within: ['day', '2019-06-01', '2019-06-15'] }, 'yes'],
    [{ within: ['day', '2019-06-16', '2019-06-30'] }, 'no'],
    [{ within: ['month', '2019-06-01', '2019-06-30'] }, 'yes'],
    [{ within: ['month', '2019-06-02', '2019-06-30'] }, 'unknown'],
    [{ within: ['none', '2019-06-02', '2019-06-30'] }, 'no'],
    [{ within: ['absent', '2019-06-02', '2019-06-30'] }, 'unknown'],
    [{ within: ['day', 'absent', '2019-06-01'] }, 'no'],
  ],
  years: [
    [{ years: ['2019-12-31', '2024-12-31', '5'] }, 'yes'],
    [{ years: ['2020-01-01', '2024-12-31', '5'] }, 'no'],
    [{ years: ['2020-02-29', '2021-02-28', '1'] }, 'yes'],
    [{ years: ['month', '2024-06-15', 'five'] }, 'unknown'],
    [{ years: ['month', '2024-06-30', 'five'] }, 'yes'],
    [{ years: ['none', '2024-06-30', '1'] }, 'no'],
    [{ years: ['absent', '2024-06-30', '1'] }, 'unknown'],
  ],
  months: [
    [{ months: ['2024-01-31', '2024-02-29', '1'] }, 'yes'],
    [{ months: ['2024-01-31', '2024-02-28', '1'] }, 'no'],
    [{ months: ['month', '2019-07-15', '1'] }, 'unknown'],
    [{ months: ['not', '2019-07-15', '1'] }, 'no'],
    [{ months: ['absent', '2019-07-15', '1'] }, 'unknown'],
  ],
  workdays: [
    [{ workdays: ['2024-10-10', '2024-10-16', '5'] }, 'yes'],
    [{ workdays: ['2024-10-10', '2024-10-15', '5'] }, 'no'],
    [{ workdays: ['month', '2019-07-15', '5'] }, 'unknown'],
    [{ workdays: ['2026-12-30', '2027-01-10', '5'] }, 'unknown'],
    [{ workdays: ['none', '2024-10-15', '5'] }, 'no'],
    [{ workdays: ['absent', '2024-10-15', '5'] }, 'unknown'],
  ],
  covers: [
    [{ covers: { in: 'spans', from: '2020-01', to: '2021-12' } }, 'yes'],
    [{ covers: { in: 'spans', from: '2019-12', to: '2021-12' } }, 'no'],
    [{ covers: { in: 'gap', from: '2020-01', to: '2021-12' } }, 'no'],
    [{ covers: { in: 'gap', to: '2021-12', months: '23' } }, 'yes'],
    [{ covers: { in: 'gap', to: '2021-12', months: '24' } }, 'no'],
    [{ covers: { in: 'open', from: '2020-01', to: '2020-12' } }, 'unknown'],
    [{ covers: { in: 'rough', from: '2019-06', to: '2020-06' } }, 'unknown'],
    [{ covers: { in: 'rough', to: '2020-06', months: '7' } }, 'yes'],
    [{ covers: { in: 'rough', to: '2020-06', months: '18' } }, 'unknown'],
    [{ covers: { in: 'rough', to: '2020-06', months: '19' } }, 'no'],
    [{ covers: { in: 'marks', from: '2020-01-01', to: '2021-12-31' } }, 'yes'],
    [{ covers: { in: 'marks', from: '2019-12-31', to: '2021-12-31' } }, 'no'],
    [{ covers: { in: 'spans', as: 's', where: { equals: ['s.place', '重庆'] }, to: '2021-12', months: '6' } }, 'yes'],
    [{ covers: { in: 'spans', as: 's', where: { equals: ['s.place', '重庆'] }, to: '2021-12', months: '7' } }, 'no'],
    [{ covers: { in: 'spans', as: 's', where: { equals: ['s.post', '甲'] }, to: '2021-12', months: '7' } }, 'unknown'],
    [{ covers: { in: 'empty', to: '2021-12', months: '1' } }, 'no'],
    [{ covers: { in: 'none', to: '2021-12', months: '1' } }, 'no'],
    [{ covers: { in: 'absent', to: '2021-12', months: '1' } }, 'unknown'],
    [{ covers: { in: 'spans', to: 'absent', months: '1' } }, 'unknown'],
    [{ covers: { in: 'spans', from: '2020-01', to: 'until' } }, 'yes'],
  ],
  count: [
    [{ count: { in: 'people', atLeast: '2' } }, 'yes'],
    [{ count: { in: 'people', atMost: '1' } }, 'no'],
    [{ count: { in: 'people', as: 'p', where: { atLeast: ['p.age', '35'] }, atLeast: '1', atMost: '1' } }, 'yes'],
    [{ count: { in: 'vague', as: 'p', where: { atLeast: ['p.age', '30'] }, atLeast: '2' } }, 'unknown'],
    [{ count: { in: 'vague', as: 'p', where: { atLeast: ['p.age', '30'] }, atLeast: '1' } }, 'yes'],
    [{ count: { in: 'vague', as: 'p', where: { atLeast: ['p.age', '30'] }, atLeast: '3' } }, 'no'],
    [{ count: { in: 'none', atMost: '0' } }, 'yes'],
    [{ count: { in: 'absent', atMost: '0' } }, 'unknown'],
  ],
  each: [
    [{ each: { in: 'people', as: 'p', need: { atLeast: ['p.age', '30'] } } }, 'yes'],
    [{ each: { in: 'people', as: 'p', need: { atLeast: ['p.age', '35'] } } }, 'no'],
    [{ each: { in: 'vague', as: 'p', need: { atLeast: ['p.age', '30'] } } }, 'unknown'],
    [
      { each: { in: 'people', as: 'p', where: { equals: ['p.city', '成都'] }, need: { atLeast: ['p.age', '35'] } } },
      'yes',
    ],
    [{ each: { in: 'none', as: 'p', need: no } }, 'yes'],
    [{ each: { in: 'empty', as: 'p', need: no } }, 'yes'],
    [{ each: { in: 'absent', as: 'p', need: yes } }, 'unknown'],
  ],
  some: [
    [{ some: { in: 'people', as: 'p', need: { atLeast: ['p.age', '35'] } } }, 'yes'],
    [{ some: { in: 'people', as: 'p', need: { atLeast: ['p.age', '50'] } } }, 'no'],
    [{ some: { in: 'vague', as: 'p', need: { atLeast: ['p.age', '35'] } } }, 'unknown'],
    [
      { some: { in: 'people', as: 'p', where: { equals: ['p.city', '重庆'] }, need: { atLeast: ['p.age', '35'] } } },
      'no',
    ],
    [{ some: { in: 'none', as: 'p', need: yes } }, 'no'],
    [{ some: { in: 'absent', as: 'p', need: yes } }, 'unknown'],
  ],
  evidence: [
    [{ evidence: 'supporting.identity' }, 'no'],
    [{ evidence: 'supporting.social-insurance' }, 'yes'],
    [{ evidence: 'supporting.social-insurance.other' }, 'no'],
  ],
  table: [
    [{ table: { name: 'seniority', match: { level: 'absent' } } }, 'unknown'],
    [{ table: { name: 'seniority', match: { held: 'text' } } }, 'yes'],
    [{ table: { name: 'nowhere', match: { level: 'text' } } }, 'no'],
  ],
}

test.each(Object.entries(tables).flatMap(([word, rows]) => rows.map((row) => [word, ...row] as const)))(
  '%s %j → %s',
  (_, tree, answer) => {
    expect(ask(tree)).toBe(answer)
  },
)

test('every word has a table with a yes, a no and an unknown', () => {
  for (const word of Object.keys(vocabulary)) {
    const answers = new Set((tables[word] ?? []).map(([, answer]) => answer))
    expect([word, [...answers].sort()]).toEqual([word, word === 'evidence' ? ['no', 'yes'] : ['no', 'unknown', 'yes']])
  }
})

test('an absent name of evidence is unknown', () => {
  const nameless = bind(facts, 'p', { path: 'x[0]', pattern: 'x[]', value: undefined })
  expect(ask({ evidence: 'p' }, nameless)).toBe('unknown')
})

test('evidence looks for the file, not only for the claim', () => {
  const item = { path: 'achievements[z]', pattern: 'achievements[]', value: { id: 'z' } }
  const lost = changed((c) => c.inventory.claims.push(claim('achievement', 'z', 'cover')))
  const there = changed((c) => c.inventory.files.push(file('evidence/z/cover.pdf')), lost)
  const asked = (of: Case, tree: unknown) => ask(tree, bind({ ...facts, of }, 'a', item))
  expect(asked(lost, { evidence: 'a.cover' })).toBe('no')
  expect(asked(there, { evidence: 'a.cover' })).toBe('yes')
  expect(asked(there, { evidence: 'a.preface' })).toBe('no')
  expect(asked(there, { evidence: 'a' })).toBe('yes')
})

test('a supporting paper is not mistaken for an achievement of the same id', () => {
  const twin = changed((c) => {
    c.inventory.claims.push(claim('achievement', 'identity', 'identity'))
    c.inventory.files.push(file('evidence/identity/identity.pdf'))
  })
  expect(ask({ evidence: 'supporting.identity' }, { ...facts, of: twin })).toBe('no')
})

const seniority = {
  table: {
    name: 'seniority',
    match: { level: 'level', education: { in: 'education', key: 'level' }, held: 'held' },
    years: { column: 'years', since: { grounds: 'obtained', work: 'workSince' }, to: '2024-12-31' },
  },
}
test.each([
  ['senior-engineer', '大学本科', 'engineer', '2019-12-31', 'yes'],
  ['senior-engineer', '大学本科', 'engineer', '2020-01', 'no'],
  ['senior-engineer', '大学本科', 'engineer', '2019-12', 'yes'],
  ['senior-engineer', '大学本科', 'engineer', '2020', 'no'],
  ['senior-engineer', '博士研究生', 'engineer', '2022-06', 'yes'],
  ['senior-engineer', '大学专科', 'engineer', '2000-01', 'no'],
  ['senior-engineer', '大学本科', 'assistant-engineer', '2000-01', 'no'],
  ['senior-engineer', '大学本科', undefined, '2000-01', 'unknown'],
  ['senior-engineer', undefined, 'engineer', '2000-01', 'unknown'],
  ['engineer', '博士研究生', '无', '无', 'yes'],
  ['engineer', '硕士研究生', 'assistant-engineer', '2022-12', 'yes'],
  ['engineer', '大学专科', 'assistant-engineer', '2021-06', 'no'],
  ['principal-engineer', '硕士研究生', 'senior-engineer', '2019-06', 'yes'],
  ['assistant-engineer', '大学本科', '无', '无', 'yes'],
  ['assistant-engineer', '大学专科', 'technician', '2023-06', 'no'],
  ['technician', '技工院校', '无', '无', 'yes'],
] as const)('seniority: %s with %s, %s since %s → %s', (level, education, held, obtained, answer) => {
  const own = { level, held, obtained, workSince: '2010-07', education: [{ id: 'e', level: education }] }
  expect(ask(seniority, { ...facts, root: own })).toBe(answer)
})

test.each([
  [{ hsa: 'text' }, { kind: 'unknown-word', word: 'hsa', nearest: 'has', path: '' }],
  [{ all: [{ hsa: 'text' }] }, { kind: 'unknown-word', word: 'hsa', nearest: 'has', path: 'all.0' }],
  [
    { has: 'text', not: yes },
    { kind: 'one-word', words: 'has, not', path: '' },
  ],
  ['has', { kind: 'one-word', words: 'has', path: '' }],
  [{ has: '3a' }, { kind: 'arguments', word: 'has', wanted: 'a path of facts', path: 'has' }],
  [
    { each: { in: 'people', as: 'p', need: { equals: ['p'] } } },
    { kind: 'arguments', word: 'equals', path: 'each.need.equals' },
  ],
  [
    { matches: ['text', '('] },
    { kind: 'arguments', word: 'matches', wanted: 'a regular expression', path: 'matches.1' },
  ],
  [{ covers: { in: 'spans', to: '2020' } }, { kind: 'arguments', word: 'covers', wanted: 'either from or months' }],
  [{ count: { in: 'people' } }, { kind: 'arguments', word: 'count', wanted: 'atLeast or atMost' }],
  [{ before: ['2019-6', 'day'] }, { kind: 'arguments', word: 'before', path: 'before.0' }],
])('%j does not parse', (tree, mistake) => {
  const parsed = parseCondition(tree)
  expect(parsed.ok ? [] : parsed.mistakes).toMatchObject([mistake])
})

test('all mistakes of a condition come in one run', () => {
  const parsed = parseCondition({ all: [{ hsa: 'a' }, { any: [{ equals: 'x' }] }] })
  expect(parsed.ok ? [] : parsed.mistakes.map((mistake) => mistake.path)).toEqual(['all.0', 'all.1.any.0.equals'])
})

test('an unknown answer names what is missing', () => {
  const parsed = parseCondition({ all: [yes, { before: ['month', '2019-06-15'] }, { any: [no, unknown] }] })
  const because = parsed.ok ? parsed.condition.run(facts).because : []
  expect(because.map(({ path, why }) => `${path} ${why}`)).toEqual(['month partial', 'absent absent'])
})
