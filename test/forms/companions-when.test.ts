import { describe, expect, test } from 'vitest'
import { holds } from '../../src/check/holds.ts'
import { gapRows } from '../../src/commands/list-gaps.ts'
import type { Case } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import { withFacts } from '../templates/folder.ts'
import { chongqing, national } from './companion-kit.ts'

/** Whether a form is made: `no` is the only answer that leaves it out. */
function made(form: string, c: Case): string {
  const { when } = c.procedure.file.forms.find((one) => one.id === form) ?? {}
  return when ? holds(when, form, c) : 'always'
}

function insured(change: (list: Extract<Dossier['insurance'], readonly unknown[]>) => Dossier['insurance']): Case {
  const { insurance } = chongqing.dossier
  if (!Array.isArray(insurance)) throw new Error('the sample has an insurance record')
  return withFacts(chongqing, { insurance: change(insurance) })
}

describe('破格推荐表', () => {
  test('is not made for who applies as usual', () => {
    expect(made('exceptional', chongqing)).toBe('no')
  })

  test.each([
    ['says so', { exceptional: true }],
    ['chose the channel', { exceptional: false, channel: 'exceptional' }],
  ])('is made for who %s', (_, more) => {
    expect(
      made('exceptional', withFacts(chongqing, { declaration: { ...chongqing.dossier.declaration, ...more } })),
    ).toBe('yes')
  })

  test('is made for the sample of the second procedure', () => {
    expect(made('exceptional', national)).toBe('yes')
  })

  test('is made while nothing is known', () => {
    const { exceptional: _, channel: __, ...declaration } = chongqing.dossier.declaration ?? {}
    expect(made('exceptional', withFacts(chongqing, { declaration }))).toBe('unknown')
  })
})

describe('情况说明', () => {
  test('is not made where the records are whole', () => {
    expect([made('explanation', chongqing), gapRows(chongqing)]).toEqual(['no', []])
  })

  test('lists an open month of the insurance record', () => {
    const c = insured((list) => list.map((one) => (one.id === 'sb1' ? { ...one, to: '2014-01' } : one)))
    expect(made('explanation', c)).toBe('yes')
    expect(gapRows(c)).toEqual([{ what: '社保记录间断', from: '2014.02', to: '2014.03', months: 2 }])
  })

  test('lists a gap of the work history before that of the insurance', () => {
    const { work, insurance } = chongqing.dossier
    if (!Array.isArray(work) || !Array.isArray(insurance)) throw new Error('the sample has both')
    const c = withFacts(chongqing, {
      work: work.filter((one) => one.id !== 'gz2'),
      insurance: insurance.map((one) => (one.id === 'sb2' ? { ...one, from: '2015-01' } : one)),
    })
    expect(made('explanation', c)).toBe('yes')
    expect(gapRows(c)).toEqual([
      { what: '工作经历间断', from: '2014.04', to: '2017.12', months: 45 },
      { what: '社保记录间断', from: '2014.04', to: '2014.12', months: 9 },
    ])
  })

  test('is made, with lines to write on, where only the name of the insured unit differs', () => {
    const c = insured((list) => list.map((one) => (one.id === 'sb1' ? { ...one, employer: '样例劳务有限公司' } : one)))
    expect([made('explanation', c), gapRows(c)]).toEqual(['yes', []])
  })

  test('counts overlapping stretches once, whatever their order', () => {
    const c = insured((list) => [
      ...[...list].reverse(),
      { id: 'sb3', from: '2012-01', to: '2016-12', employer: '重庆样例热能设备有限公司' },
    ])
    expect(gapRows(c)).toEqual([])
  })
})

test.each(['pledge', 'bag-cover', 'handing-over'])('%s is made for everybody', (form) => {
  expect(made(form, chongqing)).toBe('always')
})
