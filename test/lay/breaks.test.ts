import { expect, test } from 'vitest'
import { breakLevelsOf } from '../../src/lay/breaks.ts'
import { clustersOf } from '../../src/lay/characters.ts'

/** Text with `|` where a line may gladly end and `:` where it would rather not. */
function shown(text: string): string {
  const clusters = clustersOf(text)
  const levels = breakLevelsOf(text)
  return clusters
    .map((one, i) => one + (i === clusters.length - 1 ? '' : levels[i] === 3 ? '|' : levels[i] === 2 ? ':' : ''))
    .join('')
}

test.each([...'。，、；：？！）》」』】〉”’…—%'])('no %s at the start of a line', (mark) => {
  expect(shown(`甲${mark}乙`)).toMatch(new RegExp(`^甲\\${mark}`))
})

test.each([...'（《「『【〈“‘'])('no %s at the end of a line', (mark) => {
  expect(shown(`甲${mark}乙`)).toBe(`甲|${mark}乙`)
})

test.each([
  ['between any two Han characters', '甲乙丙', '甲|乙|丙'],
  ['also beyond the basic plane', '𠀀𠮷乙', '𠀀|𠮷|乙'],
  ['before an opening and after a closing mark', '甲（乙）丙', '甲|（乙）|丙'],
  ['not between two closing marks', '甲。”乙', '甲。”|乙'],
  ['not inside a Latin word', '见Carbon一文', '见|Carbon|一|文'],
  ['not inside a word with digits', 'CO2e排放', 'CO2e|排|放'],
  ['after a space', 'low carbon', 'low |carbon'],
  ['not inside a number', '共1,234.5元', '共|1,234.5:元'],
  ['rather not between a number and its unit', '42万元整', '42:万:元|整'],
  ['rather not before a Latin unit', '达30 MW的', '达|30 :MW|的'],
  ['rather not inside a date', '2024年12月31日止', '2024:年:12:月:31:日|止'],
  ['a dotted date is cut after a point at worst', '2024.12.31', '2024.:12.:31'],
  ['a percentage stays whole', '降12.5%以上', '降|12.5%|以|上'],
  ['a dash of two stays whole', '甲——乙', '甲——|乙'],
  ['an ellipsis of two stays whole', '甲……乙', '甲……|乙'],
  ['rather not inside a page number', '见第15页', '见|第:15:页'],
  ['not at a no-break space', '甲\u00a0乙', '甲\u00a0乙'],
  ['rather not inside a range', '第215—221页', '第|215—:221:页'],
  ['rather not inside the number of a document', '发〔2022〕31号', '发|〔2022〕:31:号'],
  ['not after a currency sign', '计￥420', '计|￥420'],
])('%s', (_, text, expected) => {
  expect(shown(text)).toBe(expected)
})

test('combining marks and variation selectors stay with their character', () => {
  expect(clustersOf('e\u0301葛\u{e0100}a')).toEqual(['e\u0301', '葛\u{e0100}', 'a'])
})
