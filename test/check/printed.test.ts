import { beforeAll, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { agrees, dateIn } from '../../src/check/plain/agrees.ts'
import { labelledValues, labelsOf } from '../../src/evidence/labelled.ts'
import { openHere } from '../../src/evidence/opener.ts'
import { look } from '../../src/evidence/survey.ts'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Case } from '../../src/model/case.ts'
import type { Claim, EvidenceFile, Labelled } from '../../src/model/evidence.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { realCase } from '../lay/real.ts'
import { line, page } from '../write/kit.ts'
import { changed, claim, procedure, sample } from './sample.ts'

/** Text of papers against the facts: PDFs of our own making, with text and without. */
const labels = labelsOf(procedure.kinds)
const { c: real, fonts } = await realCase()
const opener = openHere(await openPdfium())

async function paper(lines: readonly string[], path = 'evidence/paper.pdf'): Promise<EvidenceFile> {
  const items = lines.flatMap((text, index) => line(fonts, text, 20, 30 + index * 12))
  const bytes = await writePdf({ pages: [page(items)], title: 'paper' }, fonts)
  return look(path, new Uint8Array(bytes), opener, labels)
}

/** The sample with one more file for a part. */
function withFile(file: EvidenceFile, owner: Claim['owner'], more: Partial<Claim> = {}, base: Case = sample): Case {
  const own = { ...claim(owner.kind, owner.id, 'certificate'), path: file.path, ...more }
  const { files, claims } = base.inventory
  return { ...base, inventory: { ...base.inventory, files: [...files, file], claims: [...claims, own] } }
}

const said = (c: Case) =>
  check(c)
    .filter((one) => one.code === 'check/print-differs')
    .map(
      ({ severity, at, args }) =>
        `${severity} ${at.path} ${at.file}:${at.page} ${args.label}=${args.value} ${args.fact}`,
    )
const patent = { kind: 'achievement', id: 'f3b6' } as const
const title = { kind: 'supporting', id: 'title-certificate' } as const

test.each<[string, readonly string[], Claim['owner'], readonly string[]]>([
  ['a certificate that agrees', ['专利号：ZL 2019 1 0000001.9', '授权公告日：2021年08月10日'], patent, []],
  [
    'another number and another day',
    ['专利号：ZL201910000002.7', '授权公告日：2021年9月10日'],
    patent,
    [
      'person achievements[f3b6].date evidence/paper.pdf:1 授权公告日=2021年9月10日 2021-08-10',
      'person achievements[f3b6].number evidence/paper.pdf:1 专利号=ZL201910000002.7 ZL201910000001.9',
    ],
  ],
  ['an owner among several', ['专利权人：重庆样例能源有限公司;重庆样例节能技术研究院有限公司'], patent, []],
  [
    'another owner',
    ['专利权人：重庆样例能源有限公司'],
    patent,
    [
      'person achievements[f3b6].owner evidence/paper.pdf:1 专利权人=重庆样例能源有限公司 重庆样例节能技术研究院有限公司',
    ],
  ],
  [
    'blanks in the label and full-width letters',
    ['姓 名：林 样 例', '工作单位：重庆样例节能技术研究院有限公司'],
    title,
    [],
  ],
  ['another person', ['姓名：张三'], title, ['person person.name evidence/paper.pdf:1 姓名=张三 林样例']],
  ['another person beside the applicant', ['姓名：张三', '姓名：林样例'], title, []],
  [
    'a name cut short is another name',
    ['姓名：林样'],
    title,
    ['person person.name evidence/paper.pdf:1 姓名=林样 林样例'],
  ],
  ['a unit of the work history', ['单位：重庆样例热能设备有限公司'], title, []],
  [
    'a branch is another unit',
    ['单位：重庆样例节能技术研究院有限公司渝北分公司'],
    title,
    [
      'person employer.name evidence/paper.pdf:1 单位=重庆样例节能技术研究院有限公司渝北分公司 重庆样例节能技术研究院有限公司',
    ],
  ],
  ['a date that may be the same', ['批准时间：2018年12月16日'], title, []],
  [
    'a date that cannot',
    ['批准时间：2019年1月'],
    title,
    ['person grounds.obtained evidence/paper.pdf:1 批准时间=2019年1月 2018-12'],
  ],
  ['words without a label', ['张三 2019年1月 重庆样例能源有限公司'], title, []],
  ['a label inside a longer word', ['被推荐人姓名：张三', '联系人姓名：李四'], title, []],
  ['a label of another kind of paper', ['专利号：ZL201910000002.7'], title, []],
  ['two on a line', ['姓名：林样例　性别：男'], title, ['person person.sex evidence/paper.pdf:1 性别=男 女']],
])('%s', async (_, lines, owner, wanted) => {
  expect(said(withFile(await paper(lines), owner))).toEqual(wanted)
})

test('a number of a document is masked', async () => {
  const c = withFile(await paper(['公民身份号码：990000198803150033']), { kind: 'supporting', id: 'identity' })
  expect(said(c)).toHaveLength(1)
  expect(JSON.stringify(check(c))).not.toContain('990000198803150033')
})

test('a page without text says nothing, nor does a picture', async () => {
  expect((await paper([])).texts).toBeUndefined()
})

test('of an excerpt only its pages speak', () => {
  const file: EvidenceFile = {
    ...(sample.inventory.files[0] as EvidenceFile),
    path: 'evidence/p.pdf',
    texts: [text(3)],
  }
  const of = (excerpt: Claim['excerpt'], whole = false) => said(withFile(file, patent, { excerpt, whole })).length
  expect([of(undefined, true), of({ from: 1, to: 2 }), of({ from: 3, to: 3 }), of({ from: 1, to: 2 }, true)]).toEqual([
    1, 0, 1, 1,
  ])
})

test('a person who has compared them settles it', async () => {
  const c = withFile(await paper(['专利号：ZL201910000002.7']), patent)
  const judged = changed((loose) => {
    loose.journal.events.push({
      id: 'j1',
      on: '2024-10-24',
      what: 'judged',
      rule: 'check/print-differs',
      place: 'achievements[f3b6].number',
      answer: 'yes',
    })
  }, c)
  expect([said(c).length, said(judged).length]).toEqual([1, 0])
})

test('facts that are not given are not compared', async () => {
  const file = await paper(['民族：汉族'])
  const none = changed((c) => delete c.dossier.person.ethnicity)
  expect(said(withFile(file, title, {}, none))).toEqual([])
  expect(said(withFile(file, title))).toHaveLength(1)
})

test('a cell is read on an export of the platform only, an empty one not at all', async () => {
  const file = await paper(['姓名', '张三', '民族', '性别', '女'])
  expect(said(withFile(file, title))).toEqual([])
  expect(said(withFile(file, title, { origin: 'platform' }))).toEqual([
    'person person.name evidence/paper.pdf:1 姓名=张三 林样例',
  ])
})

test('labels of one page', () => {
  const of = (page: string) =>
    labelledValues(page, ['工作单位', '单位', '姓名'], 1).map(({ label, value, by }) => [label, value, by])
  expect(of('姓　名：甲')).toEqual([])
  expect(of('姓 名:甲；单位： 乙、丙。')).toEqual([
    ['姓名', '甲', 'colon'],
    ['单位', '乙、丙', 'colon'],
  ])
  expect(of('工作单位：乙')).toEqual([['工作单位', '乙', 'colon']])
  expect(of('姓名\t甲\r\n单位\r\n')).toEqual([['姓名', '甲', 'cell']])
  expect(of('姓名：')).toEqual([])
})

test.each([
  ['2021年8月10日', '2021-08-10'],
  ['2021.08', '2021-08'],
  ['2021-8-1', '2021-08-01'],
  ['２０２１年', '2021'],
  ['2021年13月', undefined],
  ['八月', undefined],
])('the date in %s', (written, date) => {
  expect(dateIn(written)).toBe(date)
})

test.each([
  ['ZL201910000001.9', 'zl 2019 1 0000001.9', 'text', true],
  ['978-7-5000-0001-3', '9787500000013', 'text', true],
  ['DB50/T 9001—2022', 'DB50/T 9001-2022', 'text', true],
  ['空压站群能效监测与控制软件V1.0', '《空压站群能效监测与控制软件V1.0》', 'text', true],
  ['烧结环冷机余热高效发电关键技术及应用', '烧结环冷机余热高效发电关键技术', 'text', true],
  ['一等奖', '二等奖', 'text', false],
  ['林样例', '林样例（签字）', 'text', true],
  ['林样例', '林样例子', 'text', false],
  ['2021-08-10', '见附件', 'date', true],
] as const)('%s and %s', (fact, printed, type, wanted) => {
  expect(agrees(fact, printed, type)).toBe(wanted)
})

// Our own forms in place of exports of the platform: each says what the facts say.

const exports: Record<string, EvidenceFile> = {}
beforeAll(async () => {
  for (const form of ['publicity-a3', 'publicity-a4', 'review']) {
    const { pages } = lay(fill(form, real, { version: 'filing', posting: { workdays: 6 } }), fonts.measure)
    const bytes = await writePdf({ pages, title: form }, fonts)
    exports[form] = await look(`evidence/${form}.pdf`, new Uint8Array(bytes), opener, labels)
  }
})

test.each(['publicity-a3', 'publicity-a4', 'review'])('%s as an export: its cells agree with the facts', (form) => {
  const file = exports[form] as EvidenceFile
  const owner = { kind: 'supporting', id: form === 'review' ? 'platform-review' : 'platform-publicity' } as const
  expect((file.texts ?? []).filter(({ by }) => by === 'cell').length).toBeGreaterThan(5)
  expect(said(withFile(file, owner, { origin: 'platform' }))).toEqual([])
  const other = changed((c) => {
    c.dossier.person.name = '林其他'
    c.dossier.declaration.title = '正高级工程师'
  })
  const found = said(withFile(file, owner, { origin: 'platform' }, other))
  expect(found.some((one) => one.includes('person.name'))).toBe(true)
})

// ---

function text(at: number): Labelled {
  return { page: at, label: '专利号', value: 'ZL201910000002.7', by: 'colon' }
}
