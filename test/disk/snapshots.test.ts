import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { appendEvent, nextEventId } from '../../src/disk/journal.ts'
import { readSnapshot, snapshotFiles, snapshotNumbers, writeSnapshot } from '../../src/disk/snapshots.ts'
import { readYaml } from '../../src/disk/yaml.ts'
import { journalSchema } from '../../src/model/journal.ts'
import type { Snapshot } from '../../src/model/snapshot.ts'
import { refused, text, utf8 } from './kit.ts'

const facts = utf8('format: juanzong/dossier@1\nprocedure: small\n')
const snapshot: Snapshot = {
  format: 'juanzong/snapshot@1',
  id: '1',
  code: '7K3M-Q2VD',
  takenOn: '2024-10-11',
  procedure: { id: 'small', version: '1.10', hash: '0777' },
  facts: { path: 'dossier.yaml', sha256: 'd6bf1d1a9cf3ad2f73ae2d8b1f0f0c9e' },
  files: [
    {
      path: 'evidence/a: b.pdf',
      sha256: '1e10',
      size: 3,
      pages: 9,
      achievement: 'a1',
      part: 'cover',
      excerpt: '3-9',
      whole: true,
      posting: 'consult',
    },
  ],
}

test('what is written is read back', async () => {
  const disk = memoryDisk()
  expect(await writeSnapshot(disk, 'd', snapshot, facts)).toBe('d/snapshots/1')
  const copy = await readSnapshot(disk, 'd', 1)
  expect(copy?.snapshot).toEqual(snapshot)
  expect(copy?.dossier.procedure).toBe('small')
})

test('a snapshot is never replaced', async () => {
  const disk = memoryDisk()
  await writeSnapshot(disk, 'd', snapshot, facts)
  expect((await refused(writeSnapshot(disk, 'd', snapshot, facts))).code).toBe('disk/exists')
})

test('a copy that is not the one of the manifest is not intact', async () => {
  const { createHash } = await import('node:crypto')
  const sha256 = createHash('sha256').update(facts).digest('hex')
  const disk = memoryDisk()
  await writeSnapshot(disk, 'd', { ...snapshot, facts: { path: 'dossier.yaml', sha256 } }, facts)
  expect((await readSnapshot(disk, 'd', 1))?.intact).toBe(true)
  disk.files.set('d/snapshots/1/dossier.yaml', utf8(`${text(facts)}# \n`))
  expect((await readSnapshot(disk, 'd', 1))?.intact).toBe(false)
})

test('numbers are counted, not spelled, and other folders are none', async () => {
  const disk = memoryDisk({
    'd/snapshots/10/manifest.yaml': '',
    'd/snapshots/9/manifest.yaml': '',
    'd/snapshots/01/manifest.yaml': '',
    'd/snapshots/9 (1)/manifest.yaml': '',
    'd/snapshots/11': 'a file',
  })
  expect(await snapshotNumbers(disk, 'd')).toEqual([9, 10])
  expect(await snapshotNumbers(disk, 'nothing')).toEqual([])
})

test('half a snapshot is none, and what is there still goes into the bundle', async () => {
  const disk = memoryDisk({ 'd/snapshots/1/manifest.yaml': 'x' })
  expect(await readSnapshot(disk, 'd', 1)).toBeUndefined()
  expect((await snapshotFiles(disk, 'd')).map(([path]) => path)).toEqual(['snapshots/1/manifest.yaml'])
})

test('a damaged manifest is refused with its place', async () => {
  const disk = memoryDisk({ 'd/snapshots/1/manifest.yaml': 'format: juanzong/snapshot@1\ncode: ILOU-0000\n' })
  disk.files.set('d/snapshots/1/dossier.yaml', facts)
  const refusal = await refused(readSnapshot(disk, 'd', 1))
  expect(refusal.exit).toBe(3)
  expect(refusal.findings.map(({ code, at }) => `${code} ${at.file}`)).toContain(
    'format/snapshot-code snapshots/1/manifest.yaml',
  )
})

// journal.yaml

const event = { id: 'e9', on: '2024-10-11', what: 'frozen', snapshot: '1' } as const
const withMark = new TextDecoder('utf-8', { ignoreBOM: true })
const append = (source: string | undefined) =>
  withMark.decode(appendEvent(source === undefined ? undefined : utf8(source), event)).replaceAll('\ufeff', '<BOM>')
const row = '  - id: e9\n    on: 2024-10-11\n    what: frozen\n    snapshot: "1"\n'
const e1 = '  - id: e1 # 一\n    on: 2024-10-10\n    what: forwarded\n'

const journals: readonly (readonly [string, string | undefined, string])[] = [
  ['no file', undefined, `format: juanzong/journal@1\nevents:\n${row}`],
  [
    'an empty list',
    'format: juanzong/journal@1\nevents: [] # 空\n',
    `format: juanzong/journal@1\nevents: # 空\n${row}`,
  ],
  ['comments', `# 头\nevents:\n${e1}\n  # 尾\nformat: x`, `# 头\nevents:\n${e1}${row}\n  # 尾\nformat: x`],
  ['a comment at the end', `format: x\nevents:\n${e1}\n# 尾\n`, `format: x\nevents:\n${e1}\n# 尾\n${row}`],
  ['no line end at the end', `events:\n${e1.trimEnd()}`, `events:\n${e1}${row}`],
  [
    'rows that are not indented',
    'events:\n- id: e1\n',
    'events:\n- id: e1\n- id: e9\n  on: 2024-10-11\n  what: frozen\n  snapshot: "1"\n',
  ],
  ['CRLF', `events:\r\n${e1.replaceAll('\n', '\r\n')}`, `events:\r\n${(e1 + row).replaceAll('\n', '\r\n')}`],
  ['a mark of byte order', `\ufeffevents:\n${e1}`, `<BOM>events:\n${e1}${row}`],
  ['flow rows', 'events:\n  - { id: e1 }\n', `events:\n  - { id: e1 }\n${row}`],
  [
    'a block text at the end',
    'events:\n  - id: e1\n    note: |\n      甲\n',
    `events:\n  - id: e1\n    note: |\n      甲\n${row}`,
  ],
  ['no events yet', 'format: x\n', `format: x\nevents:\n${row}`],
]

test.each(journals)('an event comes to a journal with %s', (_, source, wanted) => {
  expect(append(source)).toBe(wanted)
})

test('JSON stays JSON', () => {
  expect(JSON.parse(append('{"format":"juanzong/journal@1"}')).events).toEqual([event])
  const made = append('{"format":"juanzong/journal@1","events":[{"id":"e1","on":"2024-10-10","what":"forwarded"}]}')
  expect(JSON.parse(made).events).toEqual([{ id: 'e1', on: '2024-10-10', what: 'forwarded' }, event])
})

test('whatever stands in the journal, the event comes last and nothing else changes', () => {
  const note = fc.string({ unit: fc.constantFrom('a', '：', ' ', '\n', '#', '"', "'", '-', '|', '{', '1') })
  fc.assert(
    fc.property(fc.array(note, { maxLength: 4 }), fc.boolean(), (notes, flow) => {
      const events = notes.map((one, index) => ({ id: `x${index}`, on: '2024-10-10', what: 'forwarded', note: one }))
      const list = events.map((one) => `  - ${JSON.stringify(one)}\n`).join('')
      const source = `# 头\nformat: juanzong/journal@1\nevents:${flow ? ` ${JSON.stringify(events)}\n` : `${list ? '\n' : ' []\n'}${list}`}`
      const made = readYaml(journalSchema, utf8(append(source)), 'journal.yaml').events
      expect(made).toEqual([...readYaml(journalSchema, utf8(source), 'journal.yaml').events, event])
    }),
  )
})

test('ids go on from the highest', () => {
  expect(nextEventId([])).toBe('e1')
  expect(nextEventId([{ id: 'e2' }, { id: 'e10' }, { id: 'posted' }])).toBe('e11')
})
