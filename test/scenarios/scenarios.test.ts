import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { run } from '../commands/run.ts'
import { readScenario, type Step, wordsOf, writeScenario } from './scenario.ts'

const here = import.meta.dirname
const files = readdirSync(here)
  .filter((name) => name.endsWith('.txt'))
  .sort()
const home = process.cwd()
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'juanzong-'))
  process.chdir(folder)
})

afterEach(() => {
  process.chdir(home)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) chmodSync(join(folder, entry.name), 0o755)
  rmSync(folder, { recursive: true, force: true })
})

test.each(files)('%s', async (name) => {
  const file = join(here, name)
  const scenario = readScenario(readFileSync(file, 'utf8'))
  const outcomes: string[] = []
  for (const step of scenario.steps) {
    if (step.kind !== 'run') prepare(step)
    else outcomes.push(await outcome(step.line))
  }
  expect(outcomes.length).toBeGreaterThan(0)
  await expect(writeScenario(scenario, outcomes)).toMatchFileSnapshot(file)
})

// ---

async function outcome(line: string): Promise<string> {
  const [command = '', wanted] = line.split(' | grep ')
  const { exit, out: all, err } = await run(wordsOf(command).slice(1))
  const out = wanted === undefined ? all : all.replace(/.*\n/g, (one) => (one.includes(wanted) ? one : ''))
  const parts = [`exit ${exit}\n`]
  if (out !== '') parts.push(`--- out\n${out.endsWith('\n') ? out : `${out}\n`}`)
  if (err !== '') parts.push(`--- err\n${err.endsWith('\n') ? err : `${err}\n`}`)
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /(^|\/)\.(tmp|old)-/.test(path),
  )
  expect(left, 'half-written output').toEqual([])
  expect(`${all}${err}`, 'a stack trace').not.toMatch(/^\s+at .*:\d+:\d+\)?$/m)
  return parts.join('').replaceAll(folder, '<folder>')
}

function prepare(step: Exclude<Step, { kind: 'run' }>) {
  const path = join(folder, step.path)
  mkdirSync(step.kind === 'folder' ? path : dirname(path), { recursive: true })
  if (step.kind === 'folder' && step.how === 'read-only') chmodSync(path, 0o555)
  if (step.kind === 'sample') {
    cpSync(resolve(here, '../../templates', step.procedure, 'sample'), path, { recursive: true })
  }
  if (step.kind === 'file')
    writeFileSync(path, step.how === 'hex' ? Buffer.from(step.body.replace(/\s/g, ''), 'hex') : step.body)
  if (step.kind === 'edit') {
    const [old = '', fresh = ''] = step.body.split('\n')
    const text = readFileSync(path, 'utf8')
    expect(text, `${step.path} holds what is edited`).toContain(old)
    writeFileSync(
      path,
      text.replace(old, () => fresh),
    )
  }
}
