import { PDFDocument, PDFName } from 'pdf-lib'
import { expect, test } from 'vitest'
import { Refusal } from '../../src/model/finding.ts'
import { guarded, startEngine } from '../../src/pdfium/engine.ts'
import { openDocument } from '../../src/pdfium/file.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import * as make from '../fixtures/make-files.ts'

const pdfium = await openPdfium()

async function source(texts: readonly string[]): Promise<string> {
  return Buffer.from(await make.pdfBytes(texts)).toString('latin1')
}

/** Share of dark pixels. */
function ink({ data }: { readonly data: Uint8Array }): number {
  let dark = 0
  for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) dark++
  return dark / (data.length / 4)
}

test('one engine a process', async () => {
  expect(await openPdfium()).toBe(pdfium)
})

test('size in mm is that after rotation', async () => {
  const document = await make.pdf(['a'], [720, 360])
  document.getPage(0).setRotation({ type: 'degrees', angle: 90 } as never)
  const file = await pdfium.open(await document.save())
  expect(file.size(1)?.w).toBeCloseTo(127, 3)
  expect(file.size(1)?.h).toBeCloseTo(254, 3)
  file.close()
})

test('text comes out as it was written', async () => {
  const file = await pdfium.open(await make.pdfBytes(['first', 'second']))
  expect([file.text(1), file.text(2)]).toEqual(['first', 'second'])
  file.close()
})

test('a page without text gives an empty text', async () => {
  const document = await PDFDocument.create()
  document.addPage()
  const file = await pdfium.open(await document.save())
  expect(file.text(1)).toBe('')
  file.close()
})

test('a rendered page is opaque white with the ink of its text', async () => {
  const file = await pdfium.open(await make.pdfBytes(['hello']))
  const raster = file.render(1, 72)
  expect([raster.width, raster.height, raster.data.length]).toEqual([300, 200, 300 * 200 * 4])
  expect(raster.data.slice(0, 4)).toEqual(new Uint8Array([255, 255, 255, 255]))
  expect(ink(raster)).toBeGreaterThan(0.002)
  file.close()
})

test('colours are red, green, blue in this order', async () => {
  const document = await PDFDocument.create()
  document
    .addPage([10, 10])
    .drawRectangle({ x: 0, y: 0, width: 10, height: 10, color: { type: 'RGB', red: 1, green: 0, blue: 0 } as never })
  const file = await pdfium.open(await document.save())
  expect([...file.render(1, 72).data.slice(200, 204)]).toEqual([255, 0, 0, 255])
  file.close()
})

test('a picture beyond 100 megapixels is refused, not tried', async () => {
  const file = await pdfium.open(await make.pdfBytes(['a'], [14400, 14400]))
  expect(() => file.render(1, 72)).toThrow(Refusal)
  file.close()
})

test('extract takes the pages that are asked for, in that order', async () => {
  const file = await pdfium.open(await make.pdfBytes(['a', 'b', 'c']))
  const copy = await pdfium.open(file.extract([3, 1]))
  expect([copy.pageCount, copy.text(1), copy.text(2)]).toEqual([2, 'c', 'a'])
  copy.close()
  file.close()
})

test('extract gives the same bytes each time, whatever was opened before', async () => {
  const source = await make.form('value')
  const first = await pdfium.open(source)
  const one = first.extract()
  const other = await pdfium.open(await make.pdfBytes(['x', 'y']))
  const again = await pdfium.open(source)
  expect(Buffer.from(again.extract()).equals(Buffer.from(one))).toBe(true)
  for (const file of [first, other, again]) file.close()
})

test('extract leaves the open file as it is', async () => {
  const file = await pdfium.open(await make.form('value'))
  const before = file.render(1, 50).data
  file.extract()
  expect(Buffer.from(file.render(1, 50).data).equals(Buffer.from(before))).toBe(true)
  expect(file.facts.forms).toBe('acroform')
  file.close()
})

test('the value of a field is drawn into the page, the field is gone', async () => {
  const empty = await pdfium.open(await make.form(''))
  const filled = await pdfium.open(await make.form('value'))
  const copy = await pdfium.open(filled.extract())
  const bare = await pdfium.open(empty.extract())
  expect(copy.facts.forms).toBe('none')
  expect(copy.text(1)).toContain('value')
  expect(ink(copy.render(1, 72))).toBeGreaterThan(ink(bare.render(1, 72)) + 0.001)
  for (const file of [empty, filled, copy, bare]) file.close()
})

test('without flatten the field stays a field', async () => {
  const file = await pdfium.open(await make.form('value'))
  const copy = await PDFDocument.load(file.extract([1], { flatten: false }))
  expect(copy.getPage(0).node.Annots()?.size()).toBe(1)
  file.close()
})

test('an owner-locked file opens, says so, and its pages come out without the lock', async () => {
  const file = await pdfium.open(await make.ownerLocked())
  expect([file.facts.encrypted, file.facts.ownerLocked]).toEqual([true, true])
  const copy = await pdfium.open(file.extract())
  expect([copy.text(1), copy.facts.encrypted]).toEqual(['locked', false])
  copy.close()
  file.close()
})

test('a password is asked for and taken', async () => {
  const source = await make.passwordLocked()
  expect(await pdfium.tryOpen(source)).toEqual({ ok: false, why: 'password' })
  await expect(pdfium.open(source, 'wrong')).rejects.toMatchObject({ code: 'evidence/password' })
  const file = await pdfium.open(source, 'user')
  expect(file.text(1)).toBe('secret')
  expect(file.facts.ownerLocked).toBe(false)
  const copy = await pdfium.open(file.extract())
  expect(copy.text(1)).toBe('secret')
  copy.close()
  file.close()
})

test('bytes that are no PDF are broken', async () => {
  for (const bytes of [new Uint8Array(), new Uint8Array([1, 2, 3]), new TextEncoder().encode('%PDF-1.7\n')])
    expect(await pdfium.tryOpen(bytes)).toEqual({ ok: false, why: 'broken' })
})

test('a PDF without a page has none', async () => {
  expect(await pdfium.tryOpen(await make.noPages())).toEqual({ ok: false, why: 'no-pages' })
})

test('facts of a plain file are all quiet', async () => {
  const file = await pdfium.open(await make.pdfBytes(['plain']))
  expect(file.facts).toEqual({
    encrypted: false,
    ownerLocked: false,
    repaired: false,
    linearized: false,
    countedPages: 1,
    signatures: 0,
    javascript: false,
    attachments: 0,
    forms: 'none',
    layers: false,
    strayPages: 0,
  })
  file.close()
})

test.each([
  ['a script in an object stream', make.withScript, { javascript: true, repaired: false }],
  ['an attachment', make.withAttachment, { attachments: 1 }],
  ['a signature', make.signed, { signatures: 1, forms: 'acroform' }],
  ['a layer', () => make.hiddenLayer(), { layers: true }],
])('%s is seen', async (_, made, facts) => {
  const file = await pdfium.open(await made())
  expect(file.facts).toMatchObject(facts)
  file.close()
})

test('scripts and attachments do not come along', async () => {
  for (const made of [make.withScript, make.withAttachment]) {
    const file = await pdfium.open(await made())
    const copy = await pdfium.open(file.extract())
    expect(copy.facts).toMatchObject({ javascript: false, attachments: 0 })
    copy.close()
    file.close()
  }
})

test('scripts are seen through an encryption that opens without a password', async () => {
  const document = await PDFDocument.load(await make.withScript())
  document.encrypt({ ownerPassword: 'owner', permissions: {} })
  const file = await pdfium.open(await document.save())
  expect(file.facts).toMatchObject({ encrypted: true, javascript: true })
  file.close()
})

test.each([
  ['the end cut off', (source: string) => source.slice(0, source.lastIndexOf('startxref'))],
  ['an offset that is wrong', (source: string) => source.replace(/(\n0000000)(\d{3})( 00000 n)/, '$1999$3')],
  ['a length that is wrong', (source: string) => source.replace(/\/Length \d+/, '/Length 7')],
])('a file with %s is said to be repaired', async (_, damage) => {
  const source = Buffer.from(await make.pdfBytes(['whole'])).toString('latin1')
  const damaged = damage(source)
  expect(damaged).not.toBe(source)
  const file = await pdfium.open(new Uint8Array(Buffer.from(damaged, 'latin1')))
  expect(file.facts.repaired).toBe(true)
  file.close()
})

test.each([
  ['a count that is too low', async () => (await source(['a', 'b', 'c'])).replace('/Count 3', '/Count 1'), 2],
  ['a page added later', async () => `${await source(['a'])}\n9 0 obj\n<</Type /Page>>\nendobj\n%%EOF`, 0],
])('%s: pages that are not shown are counted', async (_, made, stray) => {
  const file = await pdfium.open(new Uint8Array(Buffer.from(await made(), 'latin1')))
  expect([file.pageCount, file.facts.strayPages]).toEqual([1, stray])
  file.close()
})

test('a page with 5,001 annotations is refused before time is spent on it', async () => {
  const document = await make.pdf(['a'])
  const note = document.context.register(
    document.context.obj({ Type: 'Annot', Subtype: 'Square', Rect: [0, 0, 9, 9], C: [1, 0, 0] }),
  )
  const many = (count: number) =>
    document.getPage(0).node.set(PDFName.of('Annots'), document.context.obj(Array(count).fill(note)))
  many(5001)
  const file = await pdfium.open(await document.save())
  expect(() => file.extract()).toThrow('evidence/too-many-annotations')
  file.close()
})

test('an engine that may not grow refuses the file instead of taking the memory', async () => {
  const engine = await startEngine()
  engine.state.limit = 0
  const taken: number[] = []
  const take = () => guarded(engine, () => taken.push(engine.memory.take(64 * 1024 * 1024)))
  expect(() => Array.from({ length: 20 }, take)).toThrow(Refusal)
  expect(engine.memory.view().byteLength).toBeLessThan(64 * 1024 * 1024)
})

test('pages are counted from 1; another number is a bug', async () => {
  const file = await pdfium.open(await make.pdfBytes(['a']))
  for (const page of [0, 2, 1.5]) expect(() => file.text(page)).toThrow(/page/)
  file.close()
  expect(() => file.text(1)).toThrow(/closed/)
})

test('fonts that are not in the file are named, the 14 of every reader are not', async () => {
  const file = await pdfium.open(await make.hiddenLayer('chinese'))
  expect([file.foreignFonts(1), file.foreignFonts(2)]).toEqual([['STSong-Light'], []])
  expect(file.text(1)).toContain('中文')
  file.close()
})

test('memory is given back: 40 files of 4 MB one after the other stay below 100 MB', async () => {
  const document = await make.pdf(['large'])
  document.context.register(document.context.stream(new Uint8Array(4 * 1024 * 1024)))
  const source = await document.save({ useObjectStreams: false })
  const engine = await startEngine()
  for (let i = 0; i < 40; i++) {
    const opening = openDocument(engine, source)
    if (!opening.ok) throw new Error(opening.why)
    opening.file.extract()
    opening.file.render(1, 50)
    opening.file.text(1)
    opening.file.close()
    expect(openDocument(engine, source.subarray(0, 1000)).ok).toBe(false)
  }
  expect(engine.memory.view().byteLength).toBeLessThan(100 * 1024 * 1024)
})

test('a trap in the engine refuses the file; the dead engine opens nothing more', async () => {
  const engine = await startEngine()
  const trap = () => {
    throw new WebAssembly.RuntimeError('unreachable')
  }
  expect(() => guarded(engine, trap)).toThrow(Refusal)
  expect(engine.state.dead).toBe(true)
  expect(openDocument(engine, await make.pdfBytes())).toEqual({ ok: false, why: 'broken' })
})
