import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { readDossier } from '../../src/disk/dossier.ts'
import { exits } from '../../src/model/finding.ts'
import { refused, text } from './kit.ts'

const dossier = 'format: juanzong/dossier@1\nprocedure: x\nperson:\n  name: 样例\n'
const journal = 'format: juanzong/journal@1\nevents:\n  - { id: e1, on: 2024-10-01, what: forwarded }\n'
const unit = 'format: juanzong/unit@1\nname: 样例单位\n'

async function findings(files: Record<string, string>): Promise<string[]> {
  const read = await readDossier(memoryDisk({ 'd/dossier.yaml': dossier, ...files }), 'd')
  return read.findings.map(({ code, severity, at }) => `${code} ${severity} ${at.file}`)
}

test('reads facts, journal, unit and the files of evidence without junk', async () => {
  const disk = memoryDisk({
    'd/dossier.yaml': dossier,
    'd/journal.yaml': journal,
    'd/unit.yaml': unit,
    'd/evidence/a.pdf': 'x',
    'd/evidence/论文/封面.jpg': 'xy',
    'd/evidence/Thumbs.db': '',
    'd/evidence/论文/~$封面.docx': '',
    'd/snapshots/1/manifest.yaml': '',
    'd/.juanzong/lock': '',
  })
  const read = await readDossier(disk, 'd')
  expect(read.dossier.person?.name).toBe('样例')
  expect(read.journal.events.length).toBe(1)
  expect(read.unit?.name).toBe('样例单位')
  expect(text(read.dossierBytes)).toBe(dossier)
  expect(text(read.journalBytes)).toBe(journal)
  expect(read.files.map(({ path, open, size }) => [path, open, size])).toEqual([
    ['evidence/a.pdf', 'd/evidence/a.pdf', 1],
    ['evidence/论文/封面.jpg', 'd/evidence/论文/封面.jpg', 2],
  ])
  expect(read.findings).toEqual([])
  expect(read.positions('person.name')).toEqual({ line: 4, column: 9 })
})

test('journal, unit and evidence may be absent', async () => {
  const read = await readDossier(memoryDisk({ 'd/dossier.yaml': dossier }), 'd')
  expect([read.journal.events, read.unit, read.files, read.journalBytes]).toEqual([[], undefined, [], undefined])
})

test('the unit is found in the folder above, the own one wins', async () => {
  const above = { 'u/d/dossier.yaml': dossier, 'u/unit.yaml': unit }
  expect((await readDossier(memoryDisk(above), 'u/d')).unit?.name).toBe('样例单位')
  const both = { ...above, 'u/d/unit.yaml': unit.replace('样例单位', '样例二') }
  expect((await readDossier(memoryDisk(both), 'u/d')).unit?.name).toBe('样例二')
})

test('the dossier may be the current folder', async () => {
  const read = await readDossier(memoryDisk({ 'dossier.yaml': dossier, 'evidence/a': '' }), '.')
  expect(read.files.map(({ path, open }) => [path, open])).toEqual([['evidence/a', 'evidence/a']])
})

test('a folder without dossier.yaml is no dossier', async () => {
  const { code, exit } = await refused(readDossier(memoryDisk({ 'd/x': '' }), 'd'))
  expect([code, exit]).toEqual(['dossier/missing', exits.unreadable])
})

test.each(['dossier (1).yaml', 'dossier.yml', 'dossier.json', '卷宗.yaml'])('%s alone is asked about', async (name) => {
  const { code, args } = await refused(readDossier(memoryDisk({ [`d/${name}`]: dossier }), 'd'))
  expect([code, args.names]).toEqual(['dossier/misnamed', name])
})

test('a missing folder is missing', async () => {
  expect((await refused(readDossier(memoryDisk({}), 'd'))).code).toBe('disk/missing')
})

test('what is wrong in all three files comes in one refusal', async () => {
  const disk = memoryDisk({
    'd/dossier.yaml': `${dossier}employer: 1\n`,
    'd/journal.yaml': 'format: juanzong/journal@1\nevents: x\n',
    'unit.yaml': 'format: juanzong/unit@2\n',
  })
  const { code, exit, findings: found } = await refused(readDossier(disk, 'd'))
  expect([code, exit]).toEqual(['format/bad-file', exits.unreadable])
  expect(found.map((one) => `${one.code} ${one.at.file}:${one.at.line}`)).toEqual([
    'format/mapping dossier.yaml:5',
    'format/list journal.yaml:2',
    'format/version ../unit.yaml:1',
  ])
})

const copies = [
  'dossier (冲突副本).yaml',
  'dossier-DESKTOP-A1B2.yaml',
  'dossier (1).yaml',
  'dossier - 副本.yaml',
  'Copy of dossier.yaml',
  'dossier.yml',
  'dossier.json',
  'journal (conflicted copy 2024-10-10).yaml',
]
test.each(copies)('%s beside the real one is found', async (name) => {
  expect(await findings({ [`d/${name}`]: '' })).toEqual([`dossier/second-copy error ${name}`])
})

test('other files beside dossier.yaml are nobody’s business', async () => {
  expect(
    await findings({ 'd/notes.yaml': '', 'd/dossier.pdf': '', 'd/~$dossier.yaml': '', 'd/unit.yaml': unit }),
  ).toEqual([])
})

const names = [
  ['d/evidence/a:b.pdf', 'disk/path-character error evidence/a:b.pdf'],
  ['d/evidence/nul.pdf', 'disk/path-reserved error evidence/nul.pdf'],
  [`d/evidence/${'长'.repeat(240)}.pdf`, `disk/path-long error evidence/${'长'.repeat(240)}.pdf`],
  ['d/evidence/a\u202eb.pdf', 'disk/path-control error evidence/a\u202eb.pdf'],
] as const
test.each(names)('%s is a name that not every machine can hold', async (path, finding) => {
  expect(await findings({ [path]: '' })).toEqual([finding])
})

test('names that are one on Windows are found', async () => {
  expect(await findings({ 'd/evidence/A.pdf': '', 'd/evidence/a.PDF': '' })).toEqual([
    'disk/twins error evidence/a.PDF',
  ])
})
