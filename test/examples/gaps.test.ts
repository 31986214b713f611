import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeExamples } from '../../examples/make.ts'
import { gaps } from '../../examples/making/gaps.ts'
import { load, reportOf } from '../../src/commands/load.ts'
import type { Settings } from '../../src/commands/settings.ts'
import type { Report } from '../../src/say/report.ts'
import { terminal } from '../../src/say/terminal.ts'

/** The two examples, drawn once into a folder of their own and judged on the day that they are made for. */
const golden = new URL('../golden/02-applicant-with-gaps.txt', import.meta.url)
const settings: Settings = {
  io: { out: () => {}, err: () => {}, now: () => 0, columns: undefined, colour: false, live: false },
  lang: 'zh',
  json: false,
  today: '2024-10-25',
  force: false,
  failOn: 'error',
  out: undefined,
  stage: undefined,
  profile: undefined,
  receipt: undefined,
  procedure: undefined,
}

let folder = ''
let passing: Report
let faulty: Report

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'juanzong-examples-'))
  await makeExamples(folder)
  passing = await judged('01-applicant')
  faulty = await judged('02-applicant-with-gaps')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

test('the passing example has nothing to mend, to add or to judge', () => {
  expect(passing.findings.filter(({ severity }) => severity !== 'note').map(({ code }) => code)).toEqual([])
})

test('at least thirty gaps, each with a code of its own', () => {
  expect(new Set(gaps.map(({ code }) => code)).size).toBe(gaps.length)
  expect(gaps.length).toBeGreaterThanOrEqual(30)
})

test('the errors of the other one are those named, each once, and nothing else', () => {
  const errors = faulty.findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  const named = gaps.filter(({ severity }) => severity === 'error').map(({ code }) => code)
  expect(errors.sort()).toEqual(named.sort())
})

test.each(gaps.filter(({ severity }) => severity !== 'error'))('$code: $what', ({ code, severity }) => {
  expect(faulty.findings.filter((one) => one.code === code).map((one) => one.severity)).toContain(severity)
  expect(passing.findings.map((one) => one.code)).not.toContain(code)
})

test('what it says on the terminal', async () => {
  const text = terminal(faulty, { lang: 'zh', colour: false, columns: undefined })
  if (process.env.JUANZONG_ACCEPT === '1') await writeFile(golden, text)
  expect(text).toBe(await readFile(golden, 'utf8'))
})

test('it never says the whole document number', () => {
  expect(JSON.stringify(faulty.findings)).not.toContain('99000019880315002')
})

// ---

async function judged(name: string): Promise<Report> {
  const steps = { step: () => {}, tick: () => {}, end: () => {} }
  return reportOf(await load(join(folder, name), settings, steps))
}
