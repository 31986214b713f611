import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { changed, type Loose, procedure, sample } from './sample.ts'

/** 学历 × 年限 (domain 2.3), a case a row and education: just enough, one month short, and the title held missing. */
const table = procedure.rules.tables?.seniority
const levels = procedure.file.levels.map((level) => level.id)
const cutoff = 2024
const rows = (table?.rows ?? []).flatMap((row) =>
  (row.education ?? '').split('|').map((education) => ({
    level: row.level ?? '',
    education,
    held: row.held ?? '',
    years: Number(row.years),
    since: row.since ?? '',
  })),
)

const case_ = (row: (typeof rows)[number], months: number) => (c: Loose) => {
  const day = `${cutoff - row.years}-12-31`
  const start = months === 0 ? day : `${cutoff - row.years + 1}-01-01`
  const name = procedure.file.levels.find((level) => level.id === row.level)?.name.zh
  c.dossier.declaration = { ...c.dossier.declaration, level: row.level, title: name, channel: 'ordinary' }
  c.dossier.education = [{ ...c.dossier.education[0], from: '2000-09', to: '2004-06', level: row.education }]
  c.dossier.person.workSince = row.since === 'work' ? start : '2005-01-01'
  c.dossier.grounds = {
    ...c.dossier.grounds,
    level: row.held === '' ? '无' : row.held,
    kind: row.held === '' ? 'none' : 'title',
    obtained: row.since === 'grounds' ? start : '无',
  }
}
const answer = (change: (c: Loose) => void) =>
  check(changed(change))
    .filter((one) => one.rule === '二-一/seniority')
    .map((one) => `${one.severity} ${one.code} ${one.verified}`)
const short = ['person rule/二-一/seniority false']

test('the rows are those of the national standard, all five titles', () => {
  expect(new Set(rows.map((row) => row.level))).toEqual(new Set(levels))
  expect(rows.map((row) => `${row.level} ${row.education} ${row.held} ${row.years}`)).toEqual([
    'technician 大学本科  1',
    'technician 大学专科  1',
    'technician 中等职业学校  1',
    'technician 技工院校  1',
    'assistant-engineer 博士研究生  0',
    'assistant-engineer 硕士研究生  0',
    'assistant-engineer 第二学士学位  0',
    'assistant-engineer 大学本科  1',
    'assistant-engineer 大学专科 technician 2',
    'assistant-engineer 中等职业学校 technician 4',
    'assistant-engineer 技工院校 technician 4',
    'engineer 博士研究生  0',
    'engineer 硕士研究生 assistant-engineer 2',
    'engineer 第二学士学位 assistant-engineer 2',
    'engineer 大学本科 assistant-engineer 4',
    'engineer 大学专科 assistant-engineer 4',
    'senior-engineer 博士研究生 engineer 2',
    'senior-engineer 硕士研究生 engineer 5',
    'senior-engineer 第二学士学位 engineer 5',
    'senior-engineer 大学本科 engineer 5',
    'principal-engineer 博士研究生 senior-engineer 5',
    'principal-engineer 硕士研究生 senior-engineer 5',
    'principal-engineer 第二学士学位 senior-engineer 5',
    'principal-engineer 大学本科 senior-engineer 5',
  ])
})

test.each(rows)('$level by $education: $years years of “$held” are enough', (row) => {
  expect(answer(case_(row, 0))).toEqual([])
})

test.each(rows.filter((row) => row.years > 0))(
  '$level by $education: a day less is for a person, never an error',
  (row) => {
    expect(answer(case_(row, 1))).toEqual(short)
  },
)

test.each(rows.filter((row) => row.held !== ''))(
  '$level by $education: without the title below it falls short',
  (row) => {
    const without = (c: Loose) => {
      case_(row, 0)(c)
      c.dossier.grounds = { ...c.dossier.grounds, kind: 'none', level: '无', obtained: '无' }
    }
    expect(answer(without)).toEqual(short)
  },
)

test.each(['principal-engineer', 'senior-engineer'])('%s asks for at least a first degree', (level) => {
  const row = rows.find((one) => one.level === level && one.education === '大学本科')
  if (!row) throw new Error(level)
  expect(answer(case_({ ...row, education: '大学专科' }, 0))).toEqual(short)
})

test('the higher of two educations counts', () => {
  const both = (c: Loose) => {
    c.dossier.grounds.obtained = '2022-12'
    c.dossier.education.push({ ...c.dossier.education[0], id: 'xl2', to: '2012-06', level: '博士研究生' })
  }
  expect(answer(both)).toEqual([])
})

test.each([
  ['organ-move', '一（三）'],
  ['groups', '二（五）'],
  ['exceptional', '破格'],
])('the channel %s (%s) is not counted by this table', (channel) => {
  const short = (c: Loose) => {
    c.dossier.declaration.channel = channel
    c.dossier.grounds.obtained = '2023-12'
  }
  expect(answer(short)).toEqual([])
})

test.each(['qualification', 'army-title', 'first'])('the channel %s is counted by it', (channel) => {
  const tooSoon = (c: Loose) => {
    c.dossier.declaration.channel = channel
    c.dossier.grounds.obtained = '2023-12'
  }
  expect(answer(tooSoon)).toEqual(short)
})

test('rows are in force from 2019-02-01; years unknown wait', () => {
  const early = (c: Loose) => {
    c.dossier.declaration.declaredOn = '2019-01-31'
  }
  expect(answer(early)).toEqual(short)
  const unknown = (c: Loose) => {
    delete c.dossier.grounds.obtained
  }
  const waiting = check(changed(unknown)).filter((one) => one.at.path === 'grounds.obtained')
  expect(new Set(waiting.map((one) => one.severity))).toEqual(new Set(['pending']))
})

test('nobody verified the table, so it never blocks', () => {
  expect(table?.basis.verified).toBe(false)
  expect(check(sample)).toEqual([])
})
