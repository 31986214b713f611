import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { memoryDisk, realDisk } from '../../src/disk/disk.ts'
import { readDossier } from '../../src/disk/dossier.ts'
import { isJunk } from '../../src/disk/junk.ts'
import { checkPath } from '../../src/disk/paths.ts'
import { readProcedure } from '../../src/disk/procedure.ts'
import { jsonSchemas } from '../../src/disk/schemas.ts'
import { knownProcedures } from '../../src/disk/search.ts'
import { skeleton } from '../../src/disk/skeleton.ts'
import { dossierSchema } from '../../src/model/dossier.ts'
import { journalSchema } from '../../src/model/journal.ts'
import { unitSchema } from '../../src/model/unit.ts'
import { skeletonWords } from '../../src/say/words/skeleton.ts'
import { problems, text, value } from './kit.ts'
import { shared, smallProcedure, under } from './small.ts'

const disk = memoryDisk({ ...under('pkg/small', smallProcedure), ...under('pkg/shared', shared) })
const procedure = await readProcedure(disk, 'small', { packageTemplates: 'pkg' })
const langs = ['zh', 'en'] as const
const files = (lang: 'zh' | 'en') => skeleton(procedure, { words: skeletonWords(lang), lang })
const yaml = { 'dossier.yaml': dossierSchema, 'journal.yaml': journalSchema, 'unit.yaml': unitSchema }
const cases = langs.flatMap((lang) => Object.entries(yaml).map(([name, schema]) => [lang, name, schema] as const))

/** What somebody does who follows the head of the file. */
function uncomment(source: string): string {
  return source.replace(/^# (?= )/gm, '').replace('events: []', 'events:')
}

test.each(cases)('%s: %s parses as it is', (lang, name, schema) => {
  expect(problems(schema, files(lang).get(name) ?? '')).toEqual([])
})

test.each(cases)('%s: %s parses with every example uncommented', (lang, name, schema) => {
  const source = uncomment(text(files(lang).get(name)))
  expect(source).not.toBe(text(files(lang).get(name)))
  expect(problems(schema, source)).toEqual([])
})

test('a new dossier says nothing but its procedure', async () => {
  expect(value(dossierSchema, files('zh').get('dossier.yaml') ?? '')).toEqual({
    format: 'juanzong/dossier@1',
    procedure: 'small',
  })
})

test('the examples hold an achievement of each kind with its own fields', () => {
  const dossier = value(dossierSchema, uncomment(text(files('zh').get('dossier.yaml'))))
  expect(dossier.achievements).toEqual([{ id: 'paper1', type: 'paper', title: '样例名称', journal: '样例期刊' }])
  expect(dossier.education).toEqual([{ id: 'education1', from: '2019-06', school: '样例学校' }])
})

test('every fact of the procedure has its label, its help and its choices in the file', () => {
  const source = text(files('zh').get('dossier.yaml')) + text(files('zh').get('unit.yaml'))
  for (const { path, label } of procedure.fields) {
    expect(source).toContain(label.zh)
    const key = path.split('.').at(-1)?.replace('[]', '')
    expect(source).toMatch(new RegExp(`^[# ]*(- )?${key}:`, 'm'))
  }
  expect(source).toContain('# 姓名：与证件一致。')
  expect(source).toContain('senior（高级）')
  expect(source).toContain('resident-id（居民身份证）')
})

test('each kind has a folder that names its parts, and the file is no evidence', () => {
  const path = 'evidence/paper1_论文/说明.txt'
  const readme = text(files('zh').get(path))
  for (const word of ['论文（五（三）3）', '封面（cover）', '正文（body），可只放节选', '以上各项都要有', 'paper1'])
    expect(readme).toContain(word)
  expect(isJunk(path)).toBe(true)
  expect(text(files('zh').get('evidence/supporting/说明.txt'))).toContain('身份证件（identity）：验证未通过时')
})

test('nothing is left to fill in, and every path can stand on every machine', () => {
  for (const lang of langs)
    for (const [path, bytes] of files(lang)) {
      expect(checkPath(path)).toEqual({ ok: true, path })
      if (!path.endsWith('.json')) expect(text(bytes)).not.toMatch(/\{\w+\}/)
    }
})

test('the written folder is read as a dossier without a finding', async () => {
  const fresh = memoryDisk()
  await fresh.writeFolder('new', files('zh'))
  const read = await readDossier(fresh, 'new')
  expect([read.files, read.findings, read.journal.events]).toEqual([[], [], []])
})

test('the same procedure gives the same bytes', () => {
  expect([...files('zh')]).toEqual([...files('zh')])
})

test('a schema for editors for each of our files', () => {
  const schemas = jsonSchemas()
  expect(Object.keys(schemas).sort()).toEqual(
    [
      'documents',
      'dossier',
      'evidence',
      'fields',
      'holidays',
      'journal',
      'procedure',
      'rules',
      'run',
      'slots',
      'snapshot',
      'unit',
    ].sort(),
  )
  const dossier = schemas.dossier as { properties: Record<string, { anyOf?: unknown }>; additionalProperties: unknown }
  expect(Object.keys(dossier.properties)).toContain('achievements')
  expect(dossier.additionalProperties).toBe(false)
  expect(JSON.stringify(dossier.properties.education)).toContain('"school"')
})

const templates = fileURLToPath(new URL('../../templates', import.meta.url))
const ids = await knownProcedures(realDisk(), { packageTemplates: templates })

test.each(ids)('%s: the skeleton of the shipped procedure parses, with its examples too', async (id) => {
  const shipped = await readProcedure(realDisk(), id, { packageTemplates: templates })
  for (const lang of langs) {
    const made = skeleton(shipped, { words: skeletonWords(lang), lang })
    for (const [name, schema] of Object.entries(yaml)) {
      expect(problems(schema, made.get(name) ?? '')).toEqual([])
      expect(problems(schema, uncomment(text(made.get(name))))).toEqual([])
    }
  }
})
