import { expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { slotsOf } from '../../src/fill/slots.ts'
import type { Unit } from '../../src/model/unit.ts'
import { caseOf, filled, form, procedureOf, textOf } from './kit.ts'

const unit: Unit = { format: 'juanzong/unit@1', name: '样例集团有限公司', bodies: { department: '样例市经济委员会' } }
const procedure = procedureOf(form('<seal slot="P2"/><seal slot="P5"/>'))

test('a place is resolved for the route', () => {
  expect(textOf(fill('t', caseOf(procedure, {}, { unit })))).toBe('[P2 样例集团有限公司]\n[P5 样例市经济委员会]')
})

test('a place that the route does not have disappears', () => {
  expect(textOf(fill('t', caseOf(procedure, { category: 'free' })))).toBe('[P2 人事代理机构]')
})

test.each(['both', undefined])('while the route is unknown (%s) every place is shown', (category) => {
  const facts = category === undefined ? { category: undefined } : { category }
  expect(textOf(fill('t', caseOf(procedure, facts)))).toBe('[P2 所在单位]\n[P5 主管部门]')
})

test('the name of the unit comes from unit.yaml, then from the dossier, then from the procedure', () => {
  const body = (facts: object, more = {}) => slotsOf(caseOf(procedure, facts, more)).get('P2')?.bodyName
  expect(body({ employer: { name: '甲公司' } }, { unit })).toBe('样例集团有限公司')
  expect(body({ employer: { name: '甲公司' } })).toBe('甲公司')
  expect(body({})).toBe('所在单位')
})

test('the diameter comes from the unit, then the body, then 42', () => {
  const diameter = (id: string, defaults?: Readonly<Record<string, string>>) =>
    slotsOf(caseOf(procedure, {}, { unit: { ...unit, defaults } })).get(id)?.diameter
  expect([diameter('P2'), diameter('P5'), diameter('P2', { 'slots.diameter': '45' })]).toEqual([40, 42, 45])
  expect(diameter('P2', { 'slots.diameter': '99' })).toBe(40)
})

test('what is printed in a place: procedure, unit, caller', () => {
  const print = (defaults?: Readonly<Record<string, string>>, asked?: 'ring' | 'word') =>
    slotsOf(caseOf(procedure, {}, { unit: { ...unit, defaults } }), asked).get('P2')?.print
  expect([print(), print({ 'slots.print': 'word' }), print({ 'slots.print': 'word' }, 'ring')]).toEqual([
    'ring',
    'word',
    'ring',
  ])
})

test('a place alone is a block, beside text a part of the line', () => {
  expect(filled('<sign slot="P2-head"/>').blocks).toMatchObject([{ kind: 'slot' }])
  expect(textOf(filled('<p>签字：<sign slot="P2-head"/>（手写）</p>'))).toBe('签字：[P2-head]（手写）')
})

test('a seal inside a paragraph stands under the text before it', () => {
  expect(textOf(filled('<p>甲<seal slot="P5"/>乙</p>'))).toBe('甲\n[P5 主管部门]\n乙')
})

test('a place of another route leaves the line as it is', () => {
  expect(textOf(filled('<p>甲<sign slot="P2-head"/></p><seal slot="P5"/>', { category: 'free' }))).toBe('甲[P2-head]')
})
