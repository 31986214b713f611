import { expect, test } from 'vitest'
import { readArgv } from '../../src/commands/argv.ts'
import { beijingDate, type Io } from '../../src/commands/settings.ts'
import { verbs } from '../../src/commands/verbs.ts'
import { columnsOf } from '../../src/say/width.ts'
import { procedure } from '../check/sample.ts'
import { lateEvening, run } from './run.ts'

const io: Io = {
  out: () => {},
  err: () => {},
  now: () => lateEvening,
  columns: undefined,
  colour: false,
  live: false,
}
const settings = (...argv: string[]) => {
  const asked = readArgv(argv, io, '0')
  return asked.kind === 'run' ? asked.settings : undefined
}

test('today is the civil date of Beijing, not of the machine', () => {
  expect(beijingDate(Date.UTC(2024, 9, 19, 15, 59))).toBe('2024-10-19')
  expect(beijingDate(Date.UTC(2024, 9, 19, 16, 0))).toBe('2024-10-20')
  expect(settings('check')?.today).toBe('2024-10-20')
})

test('options stand before or after the verb', () => {
  expect(settings('--json', 'check', 'x')?.json).toBe(true)
  expect(settings('check', 'x', '--json')?.json).toBe(true)
})

test('the bar is error unless told', () => {
  expect(settings('check')?.failOn).toBe('error')
  expect(settings('check', '--fail-on', 'person')?.failOn).toBe('person')
})

test.each([
  ['chek', 'cli/unknown-verb'],
  ['check --foo', 'cli/unknown-option'],
  ['check --profile final', 'cli/unknown-option'],
  ['check --stage later', 'cli/bad-value'],
  ['check --fail-on warning', 'cli/bad-value'],
  ['check --lang fr', 'cli/bad-value'],
  ['check --today 2024-02-30', 'cli/bad-date'],
  ['check --today 2024-02', 'cli/bad-date'],
  ['check --out', 'cli/missing-value'],
  ['check --out --force', 'cli/missing-value'],
  ['check a b', 'cli/extra-argument'],
  ['verify', 'cli/missing-argument'],
  ['bundle --profile public', 'cli/bad-value'],
  ['', 'cli/no-verb'],
])('“%s” is wrong use: %s', async (line, code) => {
  const outcome = await run(line === '' ? [] : ['--json', ...line.split(' ')])
  expect(outcome.exit).toBe(2)
  if (line !== '') expect(JSON.parse(outcome.out).code).toBe(code)
  expect(outcome.err).toMatch(/[\u4e00-\u9fff]/)
  expect(outcome.err).not.toMatch(/^\s+at /m)
})

test('wrong use is answered in the language asked for', async () => {
  expect((await run(['--lang', 'en', 'chek'])).err).toMatch(/^There is no verb “chek”/)
  expect((await run(['chek', '--lang=en'])).err).toMatch(/^There is no verb “chek”/)
})

test('an identity number typed in the wrong place is masked', async () => {
  const { err } = await run(['99000019850307123X'])
  expect(err).toContain('990000********123X')
  expect(err).not.toContain('99000019850307123X')
})

test.each(verbs.map((verb) => verb.name))('%s --help is Chinese and fits', async (name) => {
  const { exit, out } = await run([name, '--help'], { columns: 80 })
  expect(exit).toBe(0)
  expect(out).not.toMatch(/Usage|Options|Arguments|display help|default:/)
  for (const line of out.split('\n').slice(1)) expect(columnsOf(line)).toBeLessThanOrEqual(80)
})

test('help names every verb', async () => {
  const { out } = await run(['--help'])
  for (const { name } of verbs) expect(out).toContain(`  ${name} `)
})

test('help prints every login address of the notice, in both languages; other help does not', async () => {
  const { logins } = procedure.file
  expect(logins.length).toBeGreaterThan(3)
  const [zh, en, short, wrong] = [
    (await run(['--help'])).out,
    (await run(['-h', '--lang', 'en'])).out,
    (await run(['check', '--help'])).out,
    (await run([])).out,
  ]
  for (const { name, address } of logins) {
    expect(zh).toContain(name.zh)
    expect(zh).toContain(address)
    expect(en).toContain(name.en)
    expect(wrong).toContain(address)
    expect(short).not.toContain(address)
  }
})
