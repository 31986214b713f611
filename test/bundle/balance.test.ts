import { PDFDocument } from 'pdf-lib'
import { expect, test } from 'vitest'
import { closeStates, depth } from '../../src/bundle/balance.ts'

test.each([
  ['q 1 0 0 1 0 0 cm Q', 0],
  ['q q 2 0 0 2 0 0 cm Q', 1],
  ['Q Q q', 1],
  ['(q q \\) q (q) ) Tj q', 1],
  ['<71 71> Tj /q gs % q q\nq', 1],
  ['BI /W 1 /H 1 ID q q Q q\nEI Q', 0],
  ['[(q) -20 (q)]TJ q', 1],
  ['', 0],
  ['(never closed q', 0],
] as const)('open states of %j', (content, open) => {
  expect(depth(Buffer.from(content))).toBe(open)
})

test('a page that leaves states open is closed, a balanced one and one that cannot be decoded stay as they are', async () => {
  const doc = await PDFDocument.create({ updateMetadata: false })
  const contents = (content: string, filter?: string) => {
    const page = doc.addPage()
    page.node.addContentStream(doc.context.register(doc.context.stream(content, filter ? { Filter: filter } : {})))
    const before = page.node.normalizedEntries().Contents?.size() ?? 0
    closeStates(page)
    const after = page.node.normalizedEntries().Contents
    return { added: (after?.size() ?? 0) - before, last: String(doc.context.lookup(after?.get(after.size() - 1))) }
  }
  expect(contents('q q q Q').last).toMatch(/Q Q$|Q Q\s*endstream/)
  expect(contents('q Q').added).toBe(0)
  expect(contents('q q', 'JBIG2Decode').added).toBe(0)
})
