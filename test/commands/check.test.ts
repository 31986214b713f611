import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { today } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

const check = (folder: string, ...more: string[]) => run(['check', folder, '--today', today, ...more])

test('the bar decides the exit status', async () => {
  await withSample([], async (folder) => {
    expect((await check(folder)).exit).toBe(1)
    expect((await check(folder, '--fail-on', 'note')).exit).toBe(1)
  })
})

test('the day asked for is the day recorded', async () => {
  await withSample([], async (folder) => {
    const { out } = await run(['check', folder, '--json', '--today', '2024-10-11'])
    expect(JSON.parse(out).asOf).toBe('2024-10-11')
  })
})

test('without a day it is today in Beijing', async () => {
  await withSample([], async (folder) => {
    expect(JSON.parse((await run(['check', folder, '--json'])).out).asOf).toBe('2024-10-20')
  })
})

test('a stage asked for overrides the journal, and what comes later is listed', async () => {
  await withSample([], async (folder) => {
    const [draft, archived] = await Promise.all(
      ['draft', 'archived'].map(async (stage) => JSON.parse((await check(folder, '--json', '--stage', stage)).out)),
    )
    expect(draft.stage).toBe('draft')
    expect(draft.later.length).toBeGreaterThan(0)
    expect(archived.later).toEqual([])
  })
})

test('--out writes the report for people and for programs', async () => {
  await withSample([], async (folder) => {
    const out = join(folder, 'report-here')
    await check(folder, '--out', out)
    const names = readdirSync(join(out, 'report')).sort()
    expect(names).toEqual(['findings.html', 'findings.json', '材料核对清单.docx', '材料核对清单.pdf'])
    const json = JSON.parse(readFileSync(join(out, 'report', 'findings.json'), 'utf8'))
    expect(json.counts.error).toBeGreaterThan(0)
    expect(readFileSync(join(out, 'report', 'findings.html'), 'utf8')).toContain('申报材料检查报告')
  })
})

test('the last line names the next step', async () => {
  await withSample([], async (folder) => {
    expect((await check(folder)).out.trimEnd().split('\n').at(-1)).toMatch(/^下一步：/)
  })
})

test('an evidence file named after an identity number is a finding, masked', async () => {
  await withSample([], async (folder) => {
    const { mkdirSync, writeFileSync } = await import('node:fs')
    mkdirSync(join(folder, 'evidence'))
    writeFileSync(join(folder, 'evidence', '990000198503070013.txt'), 'x')
    const { out } = await check(folder, '--json')
    expect(JSON.parse(out).findings.map((one: { code: string }) => one.code)).toContain('evidence/private-name')
    expect(out).not.toContain('990000198503070013')
  })
})

test('what juanzong new writes can be checked at once and has no error but what is missing', async () => {
  await withSample([], async (folder) => {
    const fresh = join(folder, 'neu')
    expect((await run(['new', fresh])).exit).toBe(0)
    const { exit, out } = await check(fresh, '--json')
    expect([0, 1]).toContain(exit)
    expect(JSON.parse(out).counts.pending).toBeGreaterThan(0)
  })
})

test('juanzong lint finds the procedures of the program right', async () => {
  const { exit, out } = await run(['lint', '--json'])
  const errors = JSON.parse(out).procedures.flatMap((one: { findings: { severity: string; zh: { what: string } }[] }) =>
    one.findings.filter(({ severity }) => severity === 'error').map(({ zh }) => zh.what),
  )
  expect(errors).toEqual([])
  expect(exit).toBe(0)
})
