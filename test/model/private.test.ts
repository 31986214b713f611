import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type PrivateKind, pieceEnd, privateIn, squeezed } from '../../src/model/private.ts'

const identity = '99000019850307123X'
const mobile = '13800001234'
const card = '6222021234567890128'
const found = (text: string, own: readonly string[] = []) =>
  privateIn(text, own).map(({ kind, from, to }) => [kind, text.slice(from, to)])

/** Full-width figures and letters. */
const wide = (text: string) => text.replace(/[0-9A-Za-z]/g, (char) => String.fromCodePoint(char.charCodeAt(0) + 0xfee0))
const spread = (text: string, by: string) => [...text].join(by)

const numbers: readonly (readonly [PrivateKind, string])[] = [
  ['identity', identity],
  ['identity', '990000850307123'],
  ['mobile', mobile],
  ['landline', '02367891234'],
  ['landline', '075567891234'],
  ['card', card],
  ['card', '4111111111111111'],
]

describe.each(numbers)('%s %s', (kind, number) => {
  const dresses: readonly (readonly [string, string])[] = [
    ['as it is', number],
    ['in full width', wide(number)],
    ['with spaces', spread(number, ' ')],
    ['with wide spaces', spread(number, '\u3000')],
    ['with hyphens', number.replace(/(.{3})(.{4})/, '$1-$2-')],
    ['with dashes', number.replace(/(.{3})(.{4})/, '$1—$2–')],
    ['with zero-width characters', spread(number, '\u200b')],
    ['with a soft hyphen and a joiner', number.replace(/(.{3})(.{4})/, '$1\u00ad$2\u2060')],
    ['with combining marks', spread(number, '\ufe0f')],
    ['in bold figures', number.replace(/\d/g, (char) => String.fromCodePoint(0x1d7ce + Number(char)))],
    ['one character a line', spread(number, '\n')],
    ['over two cells', number.slice(0, 5) + pieceEnd + number.slice(5)],
    ['over three lines', `${number.slice(0, 5)}${pieceEnd}${number.slice(5, 9)}${pieceEnd}${number.slice(9)}`],
  ]

  test.each(dresses)('is found %s', (_, text) => {
    expect(found(text)).toEqual([[kind, text]])
    expect(found(`联系：${text}，样例`)).toEqual([[kind, text]])
    expect(found(`①${text}②`)).toEqual([[kind, text]])
  })

  test.skipIf(number.length === 15)('is found one character a cell', () => {
    const text = spread(number, pieceEnd)
    expect(found(text)).toEqual([[kind, text]])
  })

  test('is none as a part of a longer number', () => {
    expect(found(`7${number}`)).toEqual([])
  })
})

test.each([
  ['mobile', '+86 138-0000-1234', '86 138-0000-1234'],
  ['mobile', 'Tel13800001234', mobile],
  ['mobile', '138.0000.1234', '138.0000.1234'],
  ['mobile', '2013-11-13 13800001234', mobile],
  ['landline', '（023）6789 1234', '023）6789 1234'],
  ['landline', '电话：67891234', '67891234'],
  ['landline', '座机 6789-1234', '6789-1234'],
  ['email', 'lin.yangli@example.cn', 'lin.yangli@example.cn'],
  ['email', 'ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｎ', 'ｌｉｎ＠ｅｘａｍｐｌｅ．ｃｎ'],
  ['email', 'l i n @ e x a m p l e . c n', 'l i n @ e x a m p l e . c n'],
])('%s: %s', (kind, text, slice) => {
  expect(found(text)).toEqual([[kind, slice]])
})

test.each([
  '1998.9—2002.07',
  '1998-9—2002-07',
  '1998年9月—2002年7月',
  '1980-1985 2000-2004',
  '1999-2003、2003-2006',
  '18 2019-07-01 3',
  '2019 2020 2021 2022 2023',
  '第13项 2019.07',
  '投资 1500.00 万元，产值 3600000000 元',
  'ZL 2019 1 0123456.7',
  'CN 50-1234/X，第 18 卷第 3 期，1380—1391 页',
  '合同编号 CQ-2019-1500-0000-123',
  '统一社会信用代码 91500000MA5U8YXQ4X',
  'ISBN 978-7-0000-0000-2',
  '公示快照 AB12-CD34',
  'SHA-256 0138000012',
  `1${pieceEnd}3${pieceEnd}2019.07${pieceEnd}8${pieceEnd}13`,
  `13${pieceEnd}80${pieceEnd}00${pieceEnd}01${pieceEnd}234`,
  '6222021234567890129',
  spread('721711611311111211111211', pieceEnd),
])('%s is no private number', (text) => {
  expect(found(text)).toEqual([])
})

test('a value of the dossier is found in any spacing and width, and in any case', () => {
  const address = '重庆市样例区样例路1号3幢'
  for (const text of [
    address,
    spread(address, ' '),
    '重庆市样例区\n样例路１号３幢',
    `重庆市样例区${pieceEnd}样例路1号3幢`,
  ])
    expect(found(`住${text}。`, [address])).toEqual([['own', text]])
  expect(found('护照 e1234-5678', ['E12345678'])).toEqual([['own', 'e1234-5678']])
  expect(found('a+b(c)d', ['a+b(c)d'])).toEqual([['own', 'a+b(c)d']])
})

test('only the kinds that are asked for are looked for', () => {
  expect(privateIn(`${mobile} ${identity}`, [], ['identity']).map(({ kind }) => kind)).toEqual(['identity'])
  expect(privateIn('电话：67891234', [], ['identity', 'mobile'])).toEqual([])
})

test('a number is found between any two texts that do not end or begin with a figure', () => {
  const word = fc.string({ unit: fc.constantFrom('甲', '，', '（', 'a', '𠮷', '①', '。', '：') })
  fc.assert(
    fc.property(word, word, fc.constantFrom(...numbers), (before, after, [kind, number]) => {
      const hits = privateIn(`${before}${number}${after}`)
      return hits.some(
        (hit) => hit.kind === kind && hit.from === before.length && hit.to === before.length + number.length,
      )
    }),
  )
})

test('what is squeezed compares', () => {
  expect(squeezed('１３８ 0000—1234')).toBe(mobile)
  expect(squeezed('Ab\u200bC')).toBe('abc')
})
