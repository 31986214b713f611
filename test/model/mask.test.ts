import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mask, maskInText } from '../../src/model/mask.ts'

const values = [
  ['99000019900101123X', '990000********123X'],
  ['990000900101123', '990000*****1123'],
  ['13800000000', '138****0000'],
  ['E12345678', 'E1*****78'],
  ['H1234567', 'H1****67'],
  ['1234567', '1******'],
  ['甲', '甲'],
  ['', ''],
] as const
test.each(values)('%s is shown as %s', (value, shown) => {
  expect(mask(value)).toBe(shown)
})

test('the mask keeps the length and hides at least a third of anything that has two places', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('1', 'A', '甲'), minLength: 2, maxLength: 40 }), (value) => {
      expect(mask(value).length).toBe(value.length)
      expect(mask(value).replace(/[^*]/g, '').length).toBeGreaterThanOrEqual(Math.min(5, value.length / 3))
    }),
  )
})

const texts = [
  ['证件99000019900101123X号', '证件990000********123X号'],
  ['电话138 0000 0000。', '电话138******0000。'],
  ['共12345678字', '共12345678字'],
  ['2019-06-30 至今', '2019-06-30 至今'],
  ['第1、2、3条', '第1、2、3条'],
] as const
test.each(texts)('in a text: %s', (value, shown) => {
  expect(maskInText(value)).toBe(shown)
})
