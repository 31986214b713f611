import { expect, test } from 'vitest'
import { changed, claim, difference, type Loose, sample } from './sample.ts'

/** One fact in two places: a disagreement names both (domain C08, C10). */
const old = '重庆样例热能设备有限公司'
const company = '重庆样例节能技术研究院有限公司'
const seen = (change: (c: Loose) => void) =>
  difference(changed(change)).more.map(({ severity, code, at }) => `${severity} ${code} ${at.path ?? at.file}`)

test.each<[string, (c: Loose) => void, readonly string[]]>([
  [
    'months insured by another unit than the one worked at',
    (c) => {
      c.dossier.insurance[0].employer = '重庆样例人力资源有限公司'
    },
    ['person check/insured-elsewhere insurance[sb1].employer'],
  ],
  [
    'a month of change between two jobs',
    (c) => {
      c.dossier.insurance[0].to = '2014-04'
      c.dossier.insurance[1].from = '2014-05'
    },
    [],
  ],
  [
    'two months of the new job paid by the old unit',
    (c) => {
      c.dossier.insurance[0].to = '2014-05'
      c.dossier.insurance[1].from = '2014-06'
    },
    ['person check/insured-elsewhere insurance[sb1].employer'],
  ],
  [
    'an explanation that is there',
    (c) => {
      c.dossier.insurance[0].employer = '重庆样例人力资源有限公司'
      c.inventory.claims.push({
        ...claim('supporting', 'explanation', 'explanation'),
        path: c.inventory.files[0]?.path ?? '',
      })
    },
    [],
  ],
  ['insured before the first job', (c) => (c.dossier.insurance[0].from = '2010-01'), []],
  [
    'a patent of a unit that was left years before',
    (c) => Object.assign(c.dossier.achievements[11], { owner: old }),
    ['person check/owner-period achievements[f3b6].owner'],
  ],
  [
    'a patent applied for within a year of leaving',
    (c) => Object.assign(c.dossier.achievements[11], { owner: old, appliedOn: '2015-02-10' }),
    [],
  ],
  [
    'a patent of the old unit and the new one',
    (c) => Object.assign(c.dossier.achievements[11], { owner: `${old}、${company}` }),
    [],
  ],
  [
    'a program done before the applicant came',
    (c) => {
      c.dossier.work[3].employer = '重庆样例绿能有限公司'
      c.dossier.employer.name = '重庆样例绿能有限公司'
      c.dossier.fileKeeper.name = '重庆样例绿能有限公司'
      c.unit.name = '重庆样例绿能有限公司'
      c.dossier.insurance[1].to = '2021-06'
      c.dossier.insurance.push({
        id: 'sb3',
        from: '2021-07',
        to: '至今',
        employer: '重庆样例绿能有限公司',
        place: '重庆市渝北区',
      })
      Object.assign(c.dossier.achievements[11], { owner: '重庆样例绿能有限公司', date: '2020-08-10' })
    },
    ['person check/owner-period achievements[f3b6].owner'],
  ],
])('%s', (_, change, wanted) => {
  expect(seen(change)).toEqual(wanted)
})

test('both places are named', () => {
  const [one] = difference(changed((c) => (c.dossier.insurance[0].employer = '重庆样例人力资源有限公司'))).more
  expect(one?.args).toEqual({
    insured: '重庆样例人力资源有限公司',
    work: old,
    row: 1,
    from: '2010-07',
    to: '2014-03',
    months: 45,
  })
})

/** The certificate of the patent f3b6 (filed 2019, granted 2021) under another name. */
const named = (name: string, owner = 'f3b6') =>
  seen((c) => {
    const claim = c.inventory.claims.find((one) => one.owner.id === owner)
    const before = claim?.path
    const path = `evidence/x/${name}`
    Object.assign(claim ?? {}, { path })
    Object.assign(c.inventory.files.find((one) => one.path === before) ?? {}, { path })
  }).map((one) => one.split(' ')[1])

test.each<[string, string | undefined, string?]>([
  ['专利证书.pdf', undefined],
  ['林样例_专利证书.pdf', undefined],
  ['张伟_专利证书.pdf', 'check/file-person'],
  ['专利证书（王小明）.pdf', 'check/file-person'],
  ['李四的专利证书.pdf', 'check/file-person'],
  ['郑样例专利.pdf', undefined],
  ['郑样例-专利.pdf', 'check/file-person'],
  ['张伟、林样例_专利证书.pdf', undefined],
  ['唐山_现场照片.pdf', undefined],
  ['董事会_决议.pdf', undefined],
  ['高温_余热.pdf', undefined],
  ['专家甲_推荐表.pdf', undefined, 'photo'],
  ['2021年专利证书.pdf', undefined],
  ['2018年申请书.pdf', undefined],
  ['2016年专利证书.pdf', 'check/file-year'],
  ['2023年专利证书.pdf', 'check/file-year'],
  ['IMG_20241008.pdf', undefined],
  ['微信图片_2024.pdf', undefined],
  [`${old}专利证书.pdf`, 'check/file-unit'],
  [`${company}专利证书.pdf`, undefined],
])('the name %s', (name, code, owner) => {
  expect(named(name, owner)).toEqual(code === undefined ? [] : [code])
})

test('a year that the title or the number of the achievement tells is its own', () => {
  const of = seen((c) => {
    Object.assign(c.dossier.achievements[11], { title: '2016年立项的余热发电系统' })
    const claim = c.inventory.claims.find((one) => one.owner.id === 'f3b6')
    const file = c.inventory.files.find((one) => one.path === claim?.path)
    Object.assign(claim ?? {}, { path: 'evidence/2016年.pdf' })
    Object.assign(file ?? {}, { path: 'evidence/2016年.pdf' })
  })
  expect(of).toEqual([])
})

test('the sample has no two places that disagree', () => {
  expect(difference(sample).more).toEqual([])
})
