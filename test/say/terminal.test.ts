import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exits, Refusal } from '../../src/model/finding.ts'
import { reaches } from '../../src/say/report.ts'
import { refusalText, terminal } from '../../src/say/terminal.ts'
import { columnsOf, wrap } from '../../src/say/width.ts'
import { finding, report } from './example.ts'

const plain = { lang: 'zh', colour: false, columns: undefined } as const

test('the report stands by severity, later things after, counts last', () => {
  const found = [
    finding({ severity: 'note' }),
    finding({ verified: false, otherReading: { zh: '也可理解为{a.date}前' } }),
    finding({ at: {}, basis: 'plain-sanity' }),
  ]
  const later = [finding({ stage: 'posting' })]
  expect(terminal(report(found, { later }), plain)).toMatchInlineSnapshot(`
    "错误 2 项（不改好不能正式提交）

     1. 业绩“绿色工厂创建” · 时间
        业绩“绿色工厂创建”的时间（2015-06）过早。
        另一种理解：也可理解为2015-06前
        → 请核对日期。
        依据：渝样〔2024〕1号 五（三）（依据原文未核实）

     2. 业绩“绿色工厂创建”的时间（2015-06）过早。
        → 请核对日期。

    提示 1 项（供参考，不影响提交）

     1. 业绩“绿色工厂创建” · 时间
        业绩“绿色工厂创建”的时间（2015-06）过早。
        → 请核对日期。
        依据：渝样〔2024〕1号 五（三）

    以后要做（1 项）

      · 公示：请核对日期。

    事项：2024年样例申报（版本 1） · 阶段：填报 · 核对日期：2024-10-20
    检查结果：错误 2 项 · 提示 1 项
    "
  `)
})

test('a report without findings says so', () => {
  expect(terminal(report([]), plain)).toContain('没有发现问题')
})

test('colour only when asked for', () => {
  expect(terminal(report([finding()]), plain)).not.toContain('\u001b')
  expect(terminal(report([finding()]), { ...plain, colour: true })).toContain('\u001b[1;31m错误')
})

test('a control character in a value does not reach the terminal', () => {
  const shown = terminal(report([finding({ args: { 'a.title': 'x\u001b[2Jy', 'a.date': '2015' } })]), plain)
  expect(shown).not.toContain('\u001b')
})

test('no line is wider than the terminal', () => {
  const shown = terminal(report([finding({ args: { 'a.title': '很长'.repeat(60), 'a.date': '2015' } })]), {
    ...plain,
    columns: 60,
  })
  for (const line of shown.split('\n')) expect(columnsOf(line)).toBeLessThanOrEqual(60)
})

test('a refusal names every problem of the run', () => {
  const problems = [1, 2].map((line) =>
    finding({
      at: { file: 'dossier.yaml', line, column: 1 },
      rule: undefined,
      code: 'cli/bad-date',
      args: { value: `${line}` },
    }),
  )
  const refusal = new Refusal('cli/extra-argument', exits.unreadable, {}, {}, problems)
  const shown = refusalText(refusal, { lang: 'zh' }, plain)
  expect(shown).toContain('共 2 处：')
  expect(shown).toContain(' 2. 文件 dossier.yaml 第 2 行第 1 列')
})

test.each([
  ['error', 'error', true],
  ['pending', 'error', false],
  ['person', 'person', true],
  ['note', 'person', false],
  ['error', 'note', true],
] as const)('%s reaches the bar %s: %s', (severity, bar, yes) => {
  expect(reaches([{ severity }], bar)).toBe(yes)
})

test('wrapping loses no character', () => {
  const character = fc.constantFrom('中', '文', '，', '。', '“', '”', 'a', 'b', '9', ' ', '）', '₂')
  fc.assert(
    fc.property(
      fc.array(character).map((all) => all.join('')),
      fc.integer({ min: 4, max: 30 }),
      (text, columns) => {
        const squeezed = (value: string) => value.replace(/\s/g, '')
        expect(squeezed(wrap(text, columns).join(''))).toBe(squeezed(text))
      },
    ),
  )
})

test('a line never starts with closing punctuation', () => {
  for (const line of wrap('甲乙丙丁，戊己庚辛。壬癸', 8).slice(1)) expect(line).not.toMatch(/^[，。]/)
})

test('a number is not torn', () => {
  expect(wrap('金额为 1234567 元', 10)).toEqual(['金额为', '1234567 元'])
})
