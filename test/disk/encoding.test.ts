import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeText } from '../../src/disk/encoding.ts'
import { utf8 } from './kit.ts'

// 姓名: 张三, as Notepad writes it in “ANSI” on a Chinese Windows.
const gbk = new Uint8Array([0xd0, 0xd5, 0xc3, 0xfb, 0x3a, 0x20, 0xd5, 0xc5, 0xc8, 0xfd, 0x0a])

test('UTF-8 is read, its mark taken away', () => {
  expect(decodeText(utf8('a: 甲'))).toEqual({ ok: true, text: 'a: 甲' })
  expect(decodeText(utf8('\ufeffa: 甲'))).toEqual({ ok: true, text: 'a: 甲' })
  expect(decodeText(new Uint8Array())).toEqual({ ok: true, text: '' })
})

test('GBK is recognised, with the first line that shows it', () => {
  expect(decodeText(gbk)).toEqual({ ok: false, code: 'format/gbk', line: 1 })
  const later = new Uint8Array([...utf8('format: x\n\n'), ...gbk])
  expect(decodeText(later)).toEqual({ ok: false, code: 'format/gbk', line: 3 })
})

test('GB 18030 with four bytes is recognised', () => {
  expect(decodeText(new Uint8Array([0x81, 0x30, 0x81, 0x30, ...gbk]))).toMatchObject({ code: 'format/gbk' })
})

test('UTF-16 is recognised with and without its mark, both ways round', () => {
  const little = Buffer.from('format: 甲\n', 'utf16le')
  const big = Buffer.from(little).swap16()
  for (const bytes of [
    little,
    big,
    Buffer.concat([Buffer.from([0xff, 0xfe]), little]),
    Buffer.from([0xfe, 0xff, ...big]),
  ])
    expect(decodeText(new Uint8Array(bytes))).toMatchObject({ ok: false, code: 'format/utf-16' })
})

test('what is neither is said to be neither', () => {
  expect(decodeText(new Uint8Array([0x61, 0xff, 0x62]))).toEqual({ ok: false, code: 'format/not-utf-8', line: 1 })
})

test('every text in UTF-8 comes back as it was', () => {
  const text = fc
    .string({ unit: 'grapheme', minLength: 1 })
    .filter((one) => !one.includes('\0') && !one.startsWith('\ufeff'))
  fc.assert(
    fc.property(text, (one) => {
      expect(decodeText(utf8(one))).toEqual({ ok: true, text: one })
    }),
  )
})

const iconv = spawnSync('iconv', ['--version']).status === 0
test.skipIf(!iconv)('GBK as iconv writes it is recognised (skipped where there is no iconv)', () => {
  const { stdout } = spawnSync('iconv', ['-f', 'UTF-8', '-t', 'GBK'], {
    input: '单位: 重庆样例节能有限公司\n备注: 无\n',
  })
  expect(decodeText(new Uint8Array(stdout))).toMatchObject({ ok: false, code: 'format/gbk' })
})
