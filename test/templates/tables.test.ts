import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { coverage, ruleRows } from '../../src/check/coverage.ts'
import { tablesOf } from '../../src/commands/lint.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { type LoadedProcedure, loadProcedure } from '../../src/disk/procedure.ts'
import { coverageText } from '../../src/say/coverage.ts'
import { templates } from './folder.ts'

const ids = readdirSync(templates, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shared')
  .map((entry) => entry.name)
const read = (id: string): Promise<LoadedProcedure> =>
  loadProcedure(realDisk(), { folder: join(templates, id), name: 'templates', shared: [templates] })

test.each(ids)('%s: COVERAGE.md and RULES.md are what `juanzong lint --write` makes', async (id) => {
  for (const [name, text] of tablesOf(await read(id))) {
    expect(readFileSync(join(templates, id, name), 'utf8'), `${id}/${name} is stale`).toBe(text)
  }
})

test.each(ids)('%s: every sentence has its line, every rule too', async (id) => {
  const procedure = await read(id)
  const [covered = '', rules = ''] = tablesOf(procedure).map(([, text]) => text)
  for (const { sentences } of procedure.file.sections)
    for (const { id: sentence, text } of sentences)
      expect(
        covered.split('\n').filter((line) => line.startsWith(`| ${sentence} |`) && line.includes(text.zh)),
      ).toHaveLength(1)
  for (const rule of procedure.rules.rules) expect(rules).toContain(`\n| ${rule.id} |`)
})

test.each(ids)('%s: whatever has to be, may not be or may be done has a home', async (id) => {
  const binding = /须|不得|应|可|截至|以.*为准/
  const rows = coverage(await read(id)).filter(({ text }) => binding.test(text.zh))
  expect(rows.length).toBeGreaterThan(0)
  const homeless = rows.filter(({ data, rules, fields, slots, outside }) => {
    return data.length + rules.length + fields.length + slots.length === 0 && outside === undefined
  })
  expect(homeless.map((row) => row.id)).toEqual([])
})

test('a sentence without a home shows', async () => {
  const procedure = await read('chongqing-green-low-carbon-2024')
  const [first] = coverage(procedure)
  const bare = first && { ...first, id: '样例', data: [], rules: [], fields: [], slots: [], outside: undefined }
  expect(coverageText(procedure, bare ? [bare] : [])).toMatch(/\| 样例 \|.*\| {2}\|\n/)
})

test('a rule looks at the full paths of what it names', async () => {
  const row = ruleRows(await read('chongqing-green-low-carbon-2024')).find((one) => one.id === '五-三/after-grounds')
  expect(row?.looksAt).toEqual(['achievements', 'grounds.kind', 'grounds.obtained', 'achievements[].date'])
})
