import { createHash } from 'node:crypto'
import { bag } from '../../src/bundle/bag.ts'
import { laidPart } from '../../src/bundle/plan.ts'
import { zip } from '../../src/bundle/zip.ts'
import { bytesEntry, collect, composed, fakePen, laid, measure, opener } from './made.ts'

/** Prints digests of a merged PDF and a ZIP; run in other time zones and locales by zip.test.ts. */
async function main(): Promise<void> {
  const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
  const parts = [laidPart('cover', '封面', { pages: laid('cover', 2), bookmarks: [] })]
  const { bytes } = await composed({ title: '合订本', asOf: '2025-06-01', parts, items: [] }, fakePen(), measure)
  const names = ['İ', 'i', 'I1', 'Z', 'ä', '论文', '𠮷']
  const entries = [...names.map((name) => bytesEntry(`data/${name}.txt`, name)), bytesEntry('data/合订本.pdf', bytes)]
  const nothing = opener(new Map())
  const made = await bag(entries, { asOf: '2025-06-01', tool: 'juanzong 0.1.0' }, nothing)
  process.stdout.write(`${digest(bytes)} ${digest(await collect(zip(made.entries, nothing, '成果包')))}\n`)
}

void main()
