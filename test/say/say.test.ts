import { expect, test } from 'vitest'
import { exits, Refusal } from '../../src/model/finding.ts'
import { placeName } from '../../src/say/place.ts'
import { sentence } from '../../src/say/say.ts'
import { dossier, finding, procedure } from './example.ts'

const known = { procedure, dossier, lang: 'zh' } as const

test('a rule speaks with the words of its procedure', () => {
  const said = sentence(finding(), known)
  expect(said.what).toBe('业绩“绿色工厂创建”的时间（2015-06）过早。')
  expect(said.fix).toBe('请核对日期。')
})

test('English falls back to Chinese where a procedure has none', () => {
  const said = sentence(finding(), { ...known, lang: 'en' })
  expect(said.what).toBe('Achievement “绿色工厂创建” (2015-06) is too early.')
  expect(said.fix).toBe('请核对日期。')
})

test('a basis without a title is the notice', () => {
  expect(sentence(finding(), known).basis).toBe('渝样〔2024〕1号 五（三）')
})

test('a basis that nobody verified is marked as such', () => {
  expect(sentence(finding({ verified: false }), known).verified).toBe(false)
})

test('a fact that is not given prints as （未填）', () => {
  expect(sentence(finding({ args: { 'a.title': '甲' } }), known).what).toBe('业绩“甲”的时间（（未填））过早。')
})

test('an argument is never read as a template', () => {
  const said = sentence(finding({ args: { 'a.title': '{a.date}', 'a.date': '2015' } }), known)
  expect(said.what).toBe('业绩“{a.date}”的时间（2015）过早。')
})

test('an argument called like a member of every object is not found', () => {
  const refusal = new Refusal('cli/unknown-verb', exits.usage, { verbs: 'x' })
  expect(sentence(refusal, known).what).toBe('没有“（未填）”这个命令。')
})

test('a code without words is a defect, not a blank', () => {
  expect(() => sentence(finding({ code: 'check/nowhere', rule: undefined }), known)).toThrow('check/nowhere')
})

test.each([
  [{ path: 'achievements[a7f3].date' }, '业绩“绿色工厂创建” · 时间'],
  [{ path: 'achievements[zzzz]' }, '编号 zzzz'],
  [{ path: 'achievements[a7f3].evidence.pages' }, '业绩“绿色工厂创建” · 论文页'],
  [{ path: 'education' }, '教育经历'],
  [{ id: 'a7f3' }, '业绩“绿色工厂创建”'],
  [{ path: 'education[e2].school' }, '教育经历第 2 行 · 学校'],
  [{ path: 'education[0].school' }, '教育经历第 1 行 · 学校'],
  [{ path: 'person.document.number' }, '证件号码'],
  [{ path: 'person.unheard' }, 'person.unheard'],
  [{ file: 'evidence/a.pdf', page: 3 }, '文件 evidence/a.pdf 第 3 页'],
  [{ file: 'dossier.yaml', line: 3, column: 5 }, '文件 dossier.yaml 第 3 行第 5 列'],
  [{ file: 'dossier.yaml', line: 3 }, '文件 dossier.yaml 第 3 行'],
  [{ label: '学历第1行', path: 'education[e2]', file: 'a.pdf' }, '学历第1行 · 文件 a.pdf'],
  [{}, ''],
])('a place is what a person calls it: %j', (at, name) => {
  expect(placeName(at, known)).toBe(name)
})
