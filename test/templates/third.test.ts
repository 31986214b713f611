import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { lintProcedure } from '../../src/check/lint.ts'
import { fill } from '../../src/fill/fill.ts'
import { lintForms } from '../../src/fill/lint.ts'
import { run } from '../commands/run.ts'
import { caseIn, templates, withFacts } from './folder.ts'

/** A third procedure by the steps of templates/README.md: a copied folder and a few edited lines of data. */
const parent = mkdtempSync(join(tmpdir(), 'juanzong-third-'))
const folder = join(parent, 'third-sample')
cpSync(join(templates, 'national-engineering-sample'), folder, { recursive: true })
afterAll(() => rmSync(parent, { recursive: true, force: true }))

// Step 1: identity, also in the sample.
edit('procedure.yaml', 'id: national-engineering-sample', 'id: third-sample')
edit('procedure.yaml', 'zh: 样例：全国工程技术人才职称评价表式\n', 'zh: 样例：第三份通知\n')
edit('procedure.yaml', 'to: 2024-05-31', 'to: 2024-06-14')
edit('sample/dossier.yaml', 'procedure: national-engineering-sample', 'procedure: third-sample')
// Step 3: a level with another id and name, wherever the second one stood.
edit('procedure.yaml', 'id: deputy-senior\n    name: { zh: 副高级', 'id: senior\n    name: { zh: 高级（副高）')
edit('procedure.yaml', 'levels.deputy-senior', 'levels.senior')
edit('rules.yaml', 'deputy-senior', 'senior')
edit('sample/dossier.yaml', 'level: deputy-senior', 'level: senior')
// Step 6: one rule asks for three recommenders instead of two.
edit('rules.yaml', 'atLeast: "2"', 'atLeast: "3"')
edit(
  'sample/dossier.yaml',
  '  - { id: tj2,',
  '  - { id: tj3, name: 孔样例, title: 正高级工程师, specialty: 机械制造, employer: 样例大学 }\n  - { id: tj2,',
)
// The window ends later now, so the change that breaks the rule about it has to go beyond (lint says so).
edit('rules.yaml', 'declaration.declaredOn: 2024-06-01', 'declaration.declaredOn: 2024-07-01')
// The generated tables follow.
await run(['lint', folder, '--write'])
// Step 9: one line of a form.
edit('forms/confirmation.hbs', '>申报材料确认审核表<', '>材料确认表（第三份通知）<')

test('the third procedure lints from the command line', async () => {
  const { exit, out } = await run(['lint', folder, '--fail-on', 'note'])
  expect([exit, out]).toEqual([0, expect.stringContaining('third-sample')])
})

test('a copy that forgets one place is told which', async () => {
  const copy = join(parent, 'forgotten')
  cpSync(folder, copy, { recursive: true })
  writeFileSync(
    join(copy, 'rules.yaml'),
    readFileSync(join(copy, 'rules.yaml'), 'utf8').replace('level: senior', 'level: deputy'),
  )
  const { exit, out } = await run(['lint', copy])
  expect(exit).toBe(1)
  expect(out).toContain('deputy')
  expect(out).toContain('rules.yaml')
})

test('its sample passes its own rules, and its forms its own lint', async () => {
  const c = await caseIn(folder)
  expect(check(c)).toEqual([])
  expect([...lintProcedure(c.procedure, c), ...lintForms(c.procedure)]).toEqual([])
  expect(c.procedure.file.title.zh).toBe('样例：第三份通知')
})

test('the edited rule and the edited line are in effect', async () => {
  const c = await caseIn(folder)
  const { recommenders } = c.dossier
  const two = Array.isArray(recommenders) ? recommenders.slice(1) : recommenders
  expect(check(withFacts(c, { recommenders: two })).map((finding) => finding.rule)).toEqual(['附件/seniority'])
  expect(JSON.stringify(fill('confirmation', c).blocks)).toContain('材料确认表（第三份通知）')
  expect(c.procedure.file.levels.find((level) => level.id === 'senior')?.name.zh).toBe('高级（副高）')
})

// ---

/** Replaces a text wherever it stands; one that is not there is a mistake of this test. */
function edit(name: string, old: string, fresh: string): void {
  const path = join(folder, name)
  const text = readFileSync(path, 'utf8')
  if (!text.includes(old)) throw new Error(`${name}: there is no “${old}”`)
  writeFileSync(
    path,
    text.replaceAll(old, () => fresh),
  )
}
