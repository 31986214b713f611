import { expect, test } from 'vitest'
import { run } from './run.ts'
import { withSample } from './sample.ts'

const on = ['--today', '2024-10-25']

test('explain says the rule, the answer and the lines, and ends with 0', async () => {
  const { exit, out } = await withSample([], (folder) => run(['explain', folder, '五-三/after-grounds', ...on]))
  expect(exit).toBe(0)
  expect(out).toMatch(/取得时间（grounds\.obtained）：2018-12 —— dossier\.yaml 第 109 行/)
})

test('--set supposes a fact and says so; the dossier stays', async () => {
  const set = ['--set', 'achievements[a7f3].date=2018-06', '--set', 'achievements[a7f3].from=']
  const { out } = await withSample([], async (folder) => {
    const supposed = await run(['explain', folder, '五-三/after-grounds', ...set, ...on])
    const plain = await run(['explain', folder, '五-三/after-grounds', ...on])
    expect(plain.out).not.toContain('不满足\n')
    return supposed
  })
  expect(out).toContain('已按 --set 假设：achievements[a7f3].date = 2018-06')
  expect(out).toContain('：不满足\n')
})

test('check --set finds what check finds in the edited file', async () => {
  const json = async (folder: string, more: readonly string[] = []) => {
    const { out } = await run(['check', folder, '--json', ...on, ...more])
    return JSON.parse(out).findings
  }
  const supposed = await withSample([], (folder) => json(folder, ['--set', 'platformAdmin=是', '--set', 'person.sex=']))
  const edited = await withSample(
    [
      ['platformAdmin: 否', 'platformAdmin: 是'],
      ['  sex: 女\n', ''],
    ],
    (folder) => json(folder),
  )
  expect(supposed).toEqual(edited)
})

test.each([
  [['explain', '.', 'x', '--set', 'standing.inPost'], 'set/no-equals'],
  [['check', '.', '--set', '=是'], 'set/no-equals'],
])('%j is wrong use', async (argv, code) => {
  const { exit, out } = await run([...argv, '--json'])
  expect([exit, JSON.parse(out).code]).toEqual([2, code])
})

test.each([
  [['explain', '五-三/after-grund'], 'explain/unknown-code', '五-三/after-grounds'],
  [['check', '--set', 'standing.inPots=是'], 'set/unknown-path', 'standing.inPost'],
  [['check', '--set', 'standing.inPost=也许'], 'set/bad-value', '也许'],
])('%j is refused with the nearest', async ([verb = '', ...rest], code, near) => {
  const { exit, out } = await withSample([], (folder) => run([verb, folder, ...rest, '--json', ...on]))
  expect([exit, JSON.parse(out).code]).toEqual([2, code])
  expect(out).toContain(near)
})

test('explain without a code is wrong use', async () => {
  const { exit, err } = await run(['explain', '.'])
  expect(exit).toBe(2)
  expect(err).toContain('编号')
})

test('the report says what to give next, on the terminal, in JSON and in English', async () => {
  await withSample([['platformAdmin: 否\n', '']], async (folder) => {
    const zh = await run(['check', folder, ...on])
    expect(zh.out).toContain('1. 是否持有职称管理员权限（platformAdmin），可解除待定 2 项')
    expect(zh.out).toContain('填写后可判断 1 条规则：四（二）1。')
    const en = await run(['check', folder, '--lang', 'en', ...on])
    expect(en.out).toContain('(platformAdmin), settles 2')
    expect(en.out).not.toContain('是否持有职称管理员权限')
    const json = JSON.parse((await run(['check', folder, '--json', ...on])).out)
    expect(json.next).toMatchObject([{ path: 'platformAdmin', count: 2, rules: ['四-二-1/platform-admin'] }])
    const finding = json.findings.find((one: { at: { path?: string } }) => one.at.path === 'platformAdmin')
    expect([finding.code, finding.waiting]).toEqual(['check/missing-fact', ['四-二-1/platform-admin']])
  })
})
