import { expect, test } from 'vitest'
import { contentsTable } from '../../src/commands/contents.ts'
import { watermark } from '../../src/commands/forms.ts'
import { progress } from '../../src/commands/progress.ts'
import { refuseFinal } from '../../src/commands/refuse.ts'
import type { Settings } from '../../src/commands/settings.ts'
import { finding } from '../say/example.ts'

test('contents are numbered by level, anew under each heading', () => {
  const row = (level: 1 | 2 | 3, state: 'heading' | 'placed' = 'heading') => ({
    level,
    title: 't',
    page: 1,
    pages: 1,
    state,
  })
  const nos = contentsTable([
    row(1),
    row(2),
    row(3, 'placed'),
    row(3, 'placed'),
    row(2),
    row(3, 'placed'),
    row(1),
    row(3),
  ])
  expect(nos.map(({ no }) => no)).toEqual(['一', '（一）', '1', '2', '（二）', '1', '二', '1'])
})

test.each([
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
])('heading %i is %s', (count, no) => {
  const rows = Array.from({ length: count }, () => ({
    level: 1 as const,
    title: 't',
    pages: 1,
    state: 'heading' as const,
  }))
  expect(contentsTable(rows).at(-1)?.no).toBe(no)
})

test('a file that is carried beside, missing, or stands earlier is noted', () => {
  const notes = (['again', 'carried', 'missing', 'placed'] as const).map(
    (state) => contentsTable([{ level: 3, title: 't', page: 4, pages: 2, state }])[0]?.note,
  )
  expect(notes).toEqual(['同前', '随包附原件', '缺', ''])
})

test.each([
  [{ sample: false, profile: 'final', failed: false }, ''],
  [{ sample: true, profile: 'final', failed: false }, '样例'],
  [{ sample: false, profile: 'preview', failed: true }, '预览'],
  [{ sample: false, profile: 'final', failed: true }, '未通过核对'],
  [{ sample: true, profile: 'preview', failed: false }, '样例 预览'],
] as const)('%j is marked “%s”', (marks, words) => {
  expect(watermark(marks)).toBe(words)
})

test.each([
  ['fonts/no-glyph', 4, 'cli/glyphs-missing'],
  ['forms/no-room', 7, 'cli/overfull'],
  ['rule/x', 7, 'cli/errors-stand'],
])('final with %s ends with %i', (code, exit, refused) => {
  expect(() => refuseFinal([finding({ code })], { force: false })).toThrow(
    expect.objectContaining({ exit, code: refused }),
  )
  expect(() => refuseFinal([finding({ code })], { force: true })).not.toThrow()
})

test('a finding that is no error does not stop final', () => {
  expect(() => refuseFinal([finding({ severity: 'pending' })], { force: false })).not.toThrow()
})

test('progress rewrites its line on a terminal and prints plain lines elsewhere', () => {
  const shown = (live: boolean) => {
    const all: string[] = []
    const io = { err: (text: string) => all.push(text), live }
    const doing = progress({ io, lang: 'zh' } as unknown as Settings)
    doing.step('step.survey')
    doing.tick(1, 2)
    doing.end()
    return all.join('')
  }
  expect(shown(false)).toBe('清点佐证材料 …\n')
  expect(shown(true)).toMatch(/\r\u001b\[K清点佐证材料 +\[=+ +\] 1\/2\r\u001b\[K$/)
})
