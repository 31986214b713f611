import { expect, test } from 'vitest'
import { procedureSchema } from '../../src/model/procedure.ts'
import { read } from './read.ts'

const procedure = read(procedureSchema, 'procedure.yaml')
const sentences = procedure.sections.flatMap((section) => section.sentences)

/** Typed from the notice. */
const specialties = {
  节能工程类: '节能咨询、节能设计、节能管理、节能测试、节能技术研发',
  节水工程类: '节水咨询、节水设计、节水管理、节水测试、节水技术研发',
  低碳工程类: '低碳设计、碳咨询、碳核查、碳管理、碳测试、低碳技术研发',
  新能源工程类: '新能源咨询、新能源设计、新能源技术研发',
  绿色制造工程类: '绿色制造设计及评价、绿色标准研究与制定、绿色产品检验检测',
  循环经济工程类: '循环经济规划研究、资源综合利用研究与应用、再制造研究与应用',
  绿色材料工程类: '绿色非金属材料工程、绿色金属材料工程、绿色高分子材料工程',
}

const clauses = `
前言 一（一） 一（二） 一（三） 一（四） 一（五） 二（一） 二（二） 二（三） 二（四） 二（五） 三（一） 三（二） 三（三） 四
四（一） 四（一）1 四（一）2 四（一）3 四（一）3（1） 四（一）3（2） 四（一）4 四（一）5
四（二）1 四（二）2 四（二）3（1） 四（二）3（2） 四（二）3（3） 四（二）4（1） 四（二）4（2） 四（二）5 四（二）6
五（一） 五（二） 五（三） 五（三）1 五（三）2 五（三）3 五（三）4 五（三）5 五（三）6 五（三）7 五（四） 五（五） 五（六）
`
  .trim()
  .split(/\s+/)

test('the notice is this one', () => {
  expect(procedure.notice).toMatchObject({
    number: '渝经信职改办〔2024〕20号',
    issuedOn: '2024-09-30',
    printedOn: '2024-10-08',
    issuer: { zh: '重庆市经济和信息化委员会职称改革办公室' },
    title: { zh: '关于组织开展2024年全市工程技术绿色低碳专业职称申报评审工作的通知' },
    addressees: { zh: '各区县（自治县）职改办，市级有关部门，有关企业' },
    publication: { zh: '此件公开发布' },
  })
})

test('every document the notice cites is there and said to be unverified', () => {
  const numbers = [
    '渝职改办〔2024〕207号',
    '渝职改〔1998〕50号',
    '渝人社发〔2022〕68号',
    '渝人社发〔2017〕67号',
    '渝职改办〔2019〕140号',
    '渝人社发〔2017〕235号',
    '渝价〔2015〕123号',
  ]
  expect(procedure.cited.map((row) => row.title.slice(0, row.title.indexOf('号') + 1))).toEqual(numbers)
  expect(procedure.cited.filter((row) => row.verified)).toEqual([])
})

test('each clause of the notice has a sentence, in its order, and no sentence a clause that it has not', () => {
  expect([...new Set(sentences.map((sentence) => sentence.basis.article))]).toEqual(expect.arrayContaining(clauses))
  expect(sentences.filter((sentence) => !clauses.includes(sentence.basis.article ?? ''))).toEqual([])
  const first = clauses.map((clause) => sentences.findIndex((sentence) => sentence.basis.article === clause))
  expect(first).toEqual([...first].sort((a, b) => a - b))
})

test('a sentence lives somewhere in the tool, or is one of the four kinds that stay outside', () => {
  const homes = (sentence: (typeof sentences)[number]) =>
    [sentence.rules, sentence.fields, sentence.slots, sentence.data].flatMap((list) => list ?? []).length
  const homeless = sentences.filter((sentence) => homes(sentence) === 0 && !sentence.outside)
  expect(homeless.map((sentence) => sentence.id)).toEqual([])
  const outside = sentences.filter((sentence) => sentence.outside)
  expect(outside.map((sentence) => sentence.id)).toEqual(['0-a', '四-b', '四-二-4-2', '五-五-b'])
})

test('the slip of the notice is quoted as printed', () => {
  expect(sentences.filter((sentence) => sentence.text.zh.includes('仍未不符合要求')).length).toBe(1)
})

test('windows and cut-off', () => {
  expect(procedure.windows.map(({ from, to, basis }) => [from, to, basis.article])).toEqual([
    ['2024-10-10', '2024-10-29', '三（一）'],
    ['2024-10-21', '2024-11-08', '三（二）'],
    ['2024-11-12', '2024-11-15', '三（三）'],
  ])
  expect(procedure.cutoffs.map(({ on, basis }) => [on, basis.article])).toEqual([['2024-12-31', '五（二）']])
})

test('fees by rank; only that of 正高 is an inference', () => {
  expect(procedure.levels.map(({ name, rank, fee }) => [name.zh, rank, fee?.yuan, fee?.basis.verified])).toEqual([
    ['技术员', 'junior', 120, true],
    ['助理工程师', 'junior', 120, true],
    ['工程师', 'intermediate', 240, true],
    ['高级工程师', 'senior', 420, true],
    ['正高级工程师', 'senior', 420, false],
  ])
  expect(procedure.levels.map((level) => level.order)).toEqual([1, 2, 3, 4, 5])
})

test('seven specialty groups with every sub-field', () => {
  const data = procedure.specialties.map(({ name, fields }) => [name.zh, fields.map((f) => f.name.zh).join('、')])
  expect(Object.fromEntries(data)).toEqual(specialties)
  for (const [group, list] of Object.entries(specialties))
    expect(sentences.some((sentence) => sentence.text.zh === `${group}：${list}等专业。`)).toBe(true)
})

test('one green channel that does not count as the application of the year', () => {
  expect(procedure.channels.filter((channel) => !channel.ordinary).map((channel) => channel.id)).toEqual(['green'])
})

test('six items the platform compares', () => {
  expect(procedure.platformChecks.map((row) => row.name.zh)).toEqual([
    '个人基本信息',
    '社保缴费单位',
    '档案存放机构',
    '现有资格',
    '继续教育公需科目完成情况',
    '事业单位岗位空缺情况',
  ])
})

test('posting, returns, archiving, copies, contact', () => {
  expect(procedure.posting).toMatchObject({ workdays: 5, countPostingDay: false })
  expect(procedure.returns?.lastSubmission).toBe(3)
  expect(procedure.archiving?.months).toBe(1)
  expect(procedure.copies.map((copy) => copy.name.zh)).toEqual(['人事档案', '单位文书档案'])
  expect(procedure.contact).toMatchObject({ name: '杨老师', phones: ['023-60332622', '15923960007'] })
  expect(procedure.groups.length).toBe(7)
})
