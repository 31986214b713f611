import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { procedureDrift, readProcedure } from '../../src/disk/procedure.ts'
import { readSample } from '../../src/disk/sample.ts'
import { knownProcedures } from '../../src/disk/search.ts'
import { exits } from '../../src/model/finding.ts'
import { refused } from './kit.ts'
import { shared, smallProcedure, under } from './small.ts'

const from = { dossierFolder: 'unit/d', packageTemplates: 'pkg' }
const inPackage = { ...under('pkg/small', smallProcedure), ...under('pkg/shared', shared) }

test('a procedure is read whole', async () => {
  const procedure = await readProcedure(memoryDisk(inPackage), 'small', from)
  expect(procedure.file.version).toBe('1.10')
  expect(procedure.file.posting.countPostingDay).toBe(false)
  expect(procedure.fields.length).toBe(15)
  expect(procedure.kinds.kinds[0]?.parts[1]?.excerpt).toBe(true)
  expect(procedure.rules.rules[0]?.need).toEqual({ has: 'person.name' })
  expect(procedure.holidays.years[0]?.off).toEqual(['2024-10-01'])
  expect(procedure.documents.documents[0]?.id).toBe('resident-id')
  expect(procedure.forms).toEqual({ sheet: '<form id="sheet">\n{{> head}}</form>' })
  expect(procedure.partials).toEqual({ head: '<title>{{person.name}}</title>' })
})

test('the hash is SHA-256 over the sorted files that judge: names, lengths, bytes', async () => {
  const procedure = await readProcedure(memoryDisk(inPackage), 'small', from)
  const names = [
    'evidence.yaml',
    'fields.yaml',
    'forms/parts/head.hbs',
    'forms/sheet.hbs',
    'procedure.yaml',
    'rules.yaml',
    'shared/documents.yaml',
    'shared/holidays.yaml',
    'slots.yaml',
  ]
  expect(procedure.files.map(({ path }) => path)).toEqual(names)
  const hash = createHash('sha256')
  for (const name of names) {
    const text = smallProcedure[name] ?? shared[name.slice('shared/'.length)] ?? ''
    hash.update(`${name}\0${Buffer.byteLength(text)}\0${text}`)
  }
  expect(procedure.hash).toBe(hash.digest('hex'))
})

test.each(['rules.yaml', 'forms/parts/head.hbs', 'procedure.yaml'])(
  'another byte in %s is another hash',
  async (name) => {
    const changed = { ...smallProcedure, [name]: `${smallProcedure[name]}\n` }
    const one = await readProcedure(memoryDisk(inPackage), 'small', from)
    const two = await readProcedure(memoryDisk({ ...inPackage, ...under('pkg/small', changed) }), 'small', from)
    expect(two.hash).not.toBe(one.hash)
  },
)

test.each(['sample/dossier.yaml', 'README.md', 'run.yaml', 'Thumbs.db'])(
  '%s does not judge and is not hashed',
  async (name) => {
    const one = await readProcedure(memoryDisk(inPackage), 'small', from)
    const two = await readProcedure(memoryDisk({ ...inPackage, [`pkg/small/${name}`]: 'other' }), 'small', from)
    expect(two.hash).toBe(one.hash)
  },
)

const places: readonly (readonly [string, string])[] = [
  ['./templates/x', 'unit/d/templates/x'],
  ['.\\templates\\x', 'unit/d/templates/x'],
  ['templates/x', 'unit/d/templates/x'],
  ['../x', 'unit/x'],
  ['small', 'unit/d/templates/small'],
  ['small', 'unit/templates/small'],
  ['small', 'pkg/small'],
]
test.each(places)('%s is found in %s', async (reference, folder) => {
  const disk = memoryDisk({ ...under('pkg/shared', shared), ...under(folder, smallProcedure) })
  expect((await readProcedure(disk, reference, from)).folder).toBe(folder)
  expect((await readProcedure(disk, { id: reference }, from)).folder).toBe(folder)
})

test('the one beside the dossier comes before the unit’s, and that before the program’s', async () => {
  const all = { ...inPackage, ...under('unit/templates/small', smallProcedure) }
  expect((await readProcedure(memoryDisk(all), 'small', from)).folder).toBe('unit/templates/small')
  const own = { ...all, ...under('unit/d/templates/small', smallProcedure) }
  expect((await readProcedure(memoryDisk(own), 'small', from)).folder).toBe('unit/d/templates/small')
})

test('a procedure brings its own shared files where it has them', async () => {
  const own = { ...shared, 'holidays.yaml': (shared['holidays.yaml'] ?? '').replace('2024-10-01', '2024-10-02') }
  const disk = memoryDisk({ ...inPackage, ...under('pkg/small/shared', own) })
  expect((await readProcedure(disk, 'small', from)).holidays.years[0]?.off).toEqual(['2024-10-02'])
})

test.each([
  'nothing',
  './nothing',
  '/pkg/small',
  'C:\\pkg\\small',
  '\\\\server\\small',
  '../../pkg/small',
  'small/../small',
  'pkg/../../../pkg/small',
  '',
])('%j is unknown, and the known ones are named', async (reference) => {
  const { code, exit, args } = await refused(
    readProcedure(memoryDisk({ ...inPackage, 'unit/d/x': '' }), reference, from),
  )
  expect([code, exit, args.known]).toEqual(['procedure/unknown', exits.unreadable, 'small'])
})

test('known procedures of all places are sorted, shared is none', async () => {
  const disk = memoryDisk({
    ...inPackage,
    ...under('unit/templates/b', smallProcedure),
    ...under('pkg/a', smallProcedure),
  })
  expect(await knownProcedures(disk, from)).toEqual(['a', 'b', 'small'])
})

test.each(['procedure.yaml', 'fields.yaml', 'evidence.yaml', 'rules.yaml', 'slots.yaml', 'forms/sheet.hbs'])(
  'without %s it is refused',
  async (name) => {
    const disk = memoryDisk(inPackage)
    disk.files.delete(`pkg/small/${name}`)
    // Without procedure.yaml the folder is no procedure at all.
    if (name === 'procedure.yaml')
      expect((await refused(readProcedure(disk, 'small', from))).code).toBe('procedure/unknown')
    else
      expect(
        (await refused(readProcedure(disk, 'small', from))).findings.map(({ code, at }) => [code, at.file]),
      ).toEqual([['procedure/file-missing', name]])
  },
)

test('without its holidays it is refused', async () => {
  const { findings } = await refused(readProcedure(memoryDisk(under('pkg/small', smallProcedure)), 'small', from))
  expect(findings.map(({ at }) => at.file)).toEqual(['shared/holidays.yaml', 'shared/documents.yaml'])
})

test('what is wrong in several files comes in one refusal', async () => {
  const broken = {
    ...smallProcedure,
    'fields.yaml': 'format: juanzong/fields@1\nfields:\n  - { path: a, label: 甲, type: colour }\n',
    'slots.yaml': 'format: juanzong/slots@1\nprint: square\nslots: []\n',
  }
  const disk = memoryDisk({ ...inPackage, ...under('pkg/small', broken) })
  disk.files.set('pkg/small/forms/sheet.hbs', new Uint8Array([0xd5, 0xc5]))
  const { code, findings } = await refused(readProcedure(disk, 'small', from))
  expect(code).toBe('format/bad-file')
  expect(findings.map((one) => `${one.code} ${one.at.file}:${one.at.line}`)).toEqual([
    'format/field-type fields.yaml:3',
    'format/slot-print slots.yaml:2',
    'format/gbk forms/sheet.hbs:1',
  ])
})

test('another version or other bytes than the dossier was made with are said', async () => {
  const procedure = await readProcedure(memoryDisk(inPackage), 'small', from)
  const codes = (reference: Parameters<typeof procedureDrift>[0]) =>
    procedureDrift(reference, procedure).map(({ code, severity }) => `${code} ${severity}`)
  expect(codes('small')).toEqual([])
  expect(codes({ id: 'small', version: '1.10', hash: procedure.hash })).toEqual([])
  expect(codes({ id: 'small', version: '1.1' })).toEqual(['procedure/updated person'])
  expect(codes({ id: 'small', version: '1.10', hash: '0'.repeat(64) })).toEqual(['procedure/changed person'])
})

test('the sample is read with the day on which it passes', async () => {
  const { dossier, journal, unit, run } = await readSample(memoryDisk(inPackage), 'pkg/small')
  expect([dossier.sample, journal.events, unit?.name, run.today]).toEqual([true, [], '样例单位', '2024-10-15'])
  expect(run.files).toEqual([{ path: 'evidence/a.pdf', kind: 'pdf', pages: 3, made: 'scanned', title: '样例' }])
})

test('a sample outside the procedure is refused', async () => {
  const outside = {
    ...smallProcedure,
    'run.yaml': (smallProcedure['run.yaml'] ?? '').replace('sample: sample', 'sample: ../other'),
  }
  const disk = memoryDisk({
    ...under('pkg/small', outside),
    'pkg/other/dossier.yaml': smallProcedure['sample/dossier.yaml'] ?? '',
  })
  expect((await refused(readSample(disk, 'pkg/small'))).code).toBe('procedure/no-sample')
})

test.each(['sample/dossier.yaml', 'run.yaml'])('a sample without %s is refused', async (name) => {
  const disk = memoryDisk(inPackage)
  disk.files.delete(`pkg/small/${name}`)
  const { code, args } = await refused(readSample(disk, 'pkg/small'))
  expect([code, args.file]).toEqual(['procedure/no-sample', name])
})
