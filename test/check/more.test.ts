import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { numberProblem } from '../../src/check/plain/numbers.ts'
import { words } from '../../src/say/words/index.ts'
import { changed, claim, difference, file, type Loose, sample } from './sample.ts'

/** One fact spoiled; what the comparisons say, and nothing else. */
const spoil = (path: string, value: unknown) => (c: Loose) => {
  const steps = path.split('.')
  const last = steps.pop() ?? ''
  const owner = steps.reduce((inner, step) => inner[step], c.dossier)
  if (value === undefined) delete owner[last]
  else owner[last] = value
}
const seen = (change: (c: Loose) => void) =>
  difference(changed(change)).more.map((one) => `${one.severity} ${one.code} ${one.at.path ?? one.at.file}`)

const company = '重庆样例节能技术研究院有限公司'

test.each([
  ['fileKeeper.name', '重庆样例能源投资集团有限公司', 'person check/keeper-differs fileKeeper.name'],
  ['achievements.5.role.rank', 2, 'person check/role-differs achievements[f17b].role.rank'],
  ['achievements.5.role.name', '独立完成', 'person check/role-differs achievements[f17b].role.rank'],
  ['achievements.5.issue', '2021年第5期', 'person check/year-differs achievements[f17b].issue'],
  ['achievements.13.number', '2021SR0000001', 'person check/year-differs achievements[b5d0].number'],
  ['achievements.14.number', 'DB50/T 9001—2021', 'person check/year-differs achievements[c6e4].number'],
  ['achievements.11.owner', '重庆样例科技有限公司', 'note check/owner-differs achievements[f3b6].owner'],
  ['achievements.11.appliedOn', '2021-09-04', 'error check/wrong-order achievements[f3b6].appliedOn'],
  ['achievements.13.completedOn', '2022-05-20', 'error check/wrong-order achievements[b5d0].completedOn'],
  ['achievements.11.number', 'ZL201910000001.8', 'note check/number-digit achievements[f3b6].number'],
  ['achievements.7.isbn', '978-7-5000-0001-4', 'note check/number-digit achievements[b63f].isbn'],
  ['person.workSince', '2010-08', 'note check/work-before-since work[gz1].from'],
  ['person.birthplace', undefined, 'note check/empty-cell person.birthplace'],
])('%s = %s', (path, value, finding) => {
  expect(seen(spoil(path, value))).toEqual([finding])
})

test.each([
  ['person.nameLatin', undefined],
  ['fileKeeper.name', '重庆样例节能技术研究院 有限公司'],
  ['achievements.5.role', { rank: 2, of: 3, name: '共同第一作者' }],
  ['achievements.5.issue', '第5期'],
  ['achievements.3.number', 'JT-2019'],
  ['achievements.11.owner', `重庆样例科技有限公司、${company}`],
  ['achievements.11.owner', '林样例'],

  ['achievements.11.number', 'US 10000000 B2'],
  ['achievements.11.number', 'ZL 2019 1 0000001.9'],
  ['achievements.11.number', '无'],
])('%s = %j is in order', (path, value) => {
  expect(seen(spoil(path, value))).toEqual([])
})

test('the unit of the work that goes on is the present employer; both names are told', () => {
  const moved = (c: Loose) => {
    c.dossier.employer.name = '重庆样例环保有限公司'
    c.dossier.fileKeeper.name = '重庆样例环保有限公司'
    c.unit.name = '重庆样例环保有限公司'
  }
  const [one, ...rest] = difference(changed(moved)).more
  expect(rest).toEqual([])
  expect(one).toMatchObject({ severity: 'error', code: 'check/employer-differs', at: { path: 'employer.name' } })
  expect(one?.args).toEqual({ employer: '重庆样例环保有限公司', work: company })
})

test('a title of one level that is said to equal another', () => {
  expect(seen(spoil('grounds.level', 'assistant-engineer'))).toContain('error check/grounds-level grounds.level')
  expect(seen(spoil('grounds.name', '讲师'))).toEqual([])
})

test('one year, two grades', () => {
  const twice = (grade: string) => (c: Loose) => c.dossier.assessments.push({ id: 'kh24', year: 2023, grade })
  expect(seen(twice('优秀'))).toEqual(['error check/year-twice assessments[kh24].grade'])
  expect(seen(twice('合格'))).toEqual([])
})

test.each([
  ['2016-01', '2016-06', '甲', ['note check/two-employers work[gz9]']],
  ['2016-01', '2016-06', company, []],
  ['2016-01', '2016-01', '甲', []],
  ['2016', '2016', '甲', []],
])('work from %s to %s at %s beside another job', (from, to, employer, findings) => {
  const more = (c: Loose) => {
    c.dossier.work.push({ ...c.dossier.work[0], id: 'gz9', from, to, employer })
    c.dossier.supporting.explanation = ['x']
    const one = claim('supporting', 'explanation', 'explanation')
    c.inventory.claims.push(one)
    c.inventory.files.push(file(one.path))
  }
  expect(seen(more)).toEqual(findings)
})

test('insured by two units at once is for a person, who settles it in the journal', () => {
  const twice = (c: Loose) =>
    c.dossier.insurance.push({ id: 'sb9', from: '2020-01', to: '2020-12', employer: '甲', place: '成都市' })
  expect(seen(twice)).toEqual(['person check/insured-twice insurance[sb9]'])
  const settled = (c: Loose) => {
    twice(c)
    c.journal.events.push({ id: 'j', on: '2024-10-23', what: 'judged', rule: 'check/insured-twice', answer: 'yes' })
  }
  expect(seen(settled)).toEqual([])
})

test('a gap with an explanation needs nothing more', () => {
  const gap = spoil('work.1.to', '2017-10')
  expect(seen(gap)).toEqual(['note check/work-gap work[gz3]'])
  const explained = (c: Loose) => {
    gap(c)
    const one = claim('supporting', 'explanation', 'explanation')
    c.inventory.claims.push(one)
    c.inventory.files.push(file(one.path))
  }
  expect(seen(explained)).toEqual([])
})

test.each(['title', 'number'])('one result listed twice by its %s', (key) => {
  const twice = (c: Loose) => {
    c.dossier.achievements[11][key] = c.dossier.achievements[12][key]
  }
  expect(seen(twice)).toContain('note check/listed-twice achievements[f3b6]')
})

test('originals that nobody compared: one item a kind of achievement, settled by the one event', () => {
  const unchecked = changed((c) => {
    c.journal.events = c.journal.events.filter((one) => one.what !== 'originals-checked')
  })
  const items = check(unchecked).filter((one) => one.severity === 'person')
  expect(items.map((one) => one.rule)).toEqual([
    '四-二-3-1/award-papers',
    '四-二-3-1/paper-pages',
    '四-二-3-1/patent-pages',
    '四-二-3-1/standard-pages',
    '四-二-3-1/work-pages',
    '四-二-3-1/copies-marked',
  ])
  expect(items.every((one) => !one.verified)).toBe(true)
})

test('empty cells are told when the papers go out, not before', () => {
  const draft = (c: Loose) => {
    c.stage = 'posting'
    delete c.dossier.person.birthplace
  }
  expect(seen(draft)).toEqual([])
})

test.each([
  ['evidence/a7f3/合同:终稿.pdf', ['note check/file-name']],
  ['evidence/a7f3/合同 .pdf', []],
  ['evidence/a7f3 /合同.pdf', ['note check/file-name']],
  [`evidence/a7f3/${'长'.repeat(77)}.pdf`, ['note check/file-name-long']],
  [`evidence/a7f3/${'长'.repeat(76)}.pdf`, []],
])('the name %s', (path, findings) => {
  const more = (c: Loose) => c.inventory.files.push(file(path))
  expect(difference(changed(more)).more.map((one) => `${one.severity} ${one.code}`)).toEqual(findings)
})

test('names that differ in case or width only', () => {
  const more = (c: Loose) => c.inventory.files.push(file('evidence/x/A（1）.PDF'), file('evidence/x/a(1).pdf'))
  const [one, ...rest] = difference(changed(more)).more
  expect(rest).toEqual([])
  expect(one).toMatchObject({
    code: 'check/file-name-twice',
    at: { file: 'evidence/x/a(1).pdf' },
    args: { other: 'evidence/x/A（1）.PDF' },
  })
})

test.each([
  [{ size: 20_000_001 }, ['check/file-large']],
  [{ size: 20_000_000 }, []],
])('a file of %j', (more, codes) => {
  const add = (c: Loose) => c.inventory.files.push(Object.assign(file('evidence/x.pdf'), more))
  expect(difference(changed(add)).more.map((one) => one.code)).toEqual(codes)
})

test.each([
  [{ kind: 'jpeg', pageSizes: [{ w: 25, h: 35 }] }, []],
  [{ kind: 'jpeg', pageSizes: [{ w: 35, h: 25 }] }, ['check/photo-lying']],
  [{ kind: 'pdf', pageSizes: [{ w: 210, h: 297 }] }, ['check/photo-kind']],
])('a photo as %j', (facts, codes) => {
  const photo = sample.dossier.person?.photo ?? ''
  const add = (c: Loose) => c.inventory.files.push(Object.assign(file(photo), facts))
  expect(difference(changed(add)).more.map((one) => one.code)).toEqual(codes)
})

test.each([
  ['number', 'ZL201910000001.9', undefined],
  ['number', 'ZL 2019 1 0000001.8', '9'],
  ['number', 'CN201910000001.9', undefined],
  ['number', 'ＺＬ２０１９１００００００１．８', '9'],
  ['number', 'ZL201910000001', undefined],
  ['number', '2022SR0000001', undefined],
  ['isbn', '978-7-5000-0001-3', undefined],
  ['isbn', '9787500000018', '3'],
  ['isbn', '7-5000-0001-3', undefined],
])('the check digit of %s %s', (key, text, wanted) => {
  expect(numberProblem(key, text)).toBe(wanted)
})

test('every code of the comparisons has its words', () => {
  const codes = 'employer-differs keeper-differs grounds-level role-differs year-twice two-employers insured-twice'
  for (const code of codes.split(' ')) expect(words[`check/${code}`]).toBeDefined()
})
