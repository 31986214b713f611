import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { inflateSync } from 'node:zlib'
import { degrees, PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Item } from '../../src/model/page.ts'
import { finishPdf, writePdf } from '../../src/write/pdf.ts'
import { startDrawing, visibleSize } from '../../src/write/pen.ts'
import { srgbProfile } from '../../src/write/profile.ts'
import { copied, inkIn, installed, line, openTestFonts, page, rendered, withFile } from './kit.ts'

const fonts = openTestFonts()
const dpi = 100

const drawing: Item[] = [
  ...line(fonts, '重庆市职称申报综合情况（公示）表 CO₂', 20, 30, 16, 'hei'),
  ...line(fonts, 'Łódź 加粗', 20, 40, 12, 'song', true),
  { kind: 'rect', x: 20, y: 60, w: 100, h: 20, width: 0.35, grey: 0, fill: 0.9 },
  { kind: 'line', x1: 20, y1: 70, x2: 120, y2: 70, width: 0.18, grey: 0, dash: [1, 1] },
  { kind: 'circle', x: 150, y: 150, r: 21, width: 0.25, grey: 0.72, dash: [1.2, 1] },
  { kind: 'tick', x: 20, y: 90, size: 4, state: 'on' },
  { kind: 'watermark', x: 105, y: 148, font: 'noto-sans-sc-400', size: 90, text: '样例', angle: 45, grey: 0.9 },
]
const whole = { title: '公示表', pages: [page(drawing)], bookmarks: [{ title: '公示表', page: 1, level: 1, y: 20 }] }

test('the same pages give the same bytes, in this process', async () => {
  expect(Buffer.from(await writePdf(whole, fonts)).equals(Buffer.from(await writePdf(whole, fonts)))).toBe(true)
})

test('the same pages give the same bytes in other time zones and locales', async () => {
  const here = createHash('sha256')
    .update(await writePdf(whole, fonts))
    .digest('hex')
  const script = fileURLToPath(new URL('./digest.ts', import.meta.url))
  const there = [
    { TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8' },
    { TZ: 'Asia/Shanghai', LANG: 'zh_CN.GBK', LC_ALL: 'C' },
  ].map((env) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', script], {
      input: JSON.stringify(whole),
      env: { ...process.env, ...env },
    })
    return run.stdout.toString().trim() || run.stderr.toString()
  })
  expect(there).toEqual([here, here])
})

test('another text gives another identifier', async () => {
  const id = async (pdf: Uint8Array) => (await PDFDocument.load(pdf)).context.trailerInfo.ID?.toString()
  const other = { ...whole, pages: [page([...drawing, ...line(fonts, '一', 20, 100)])] }
  const [one, two] = [await id(await writePdf(whole, fonts)), await id(await writePdf(other, fonts))]
  expect(one).toMatch(/^\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]$/)
  expect(one).not.toContain('00000000000000000000000000000000')
  expect(one).not.toBe(two)
})

test.skipIf(!installed('qpdf'))('qpdf finds nothing wrong (skipped where qpdf is not installed)', async () => {
  const run = withFile(await writePdf(whole, fonts), 'a.pdf', (path) => spawnSync('qpdf', ['--check', path]))
  expect(run.stderr.toString()).toBe('')
  expect(run.status).toBe(0)
})

test('a document says what it is and how to print it, and has no date', async () => {
  const bytes = await writePdf({ ...whole, duplex: 'long-edge' }, fonts)
  const doc = await PDFDocument.load(bytes, { updateMetadata: false })
  expect([
    doc.getTitle(),
    doc.getProducer(),
    doc.getCreationDate(),
    doc.getModificationDate(),
    doc.getAuthor(),
  ]).toEqual(['公示表', 'juanzong', undefined, undefined, undefined])
  expect(doc.catalog.get(PDFName.of('Lang'))?.toString()).toContain('zh-CN')
  const wishes = doc.catalog.lookup(PDFName.of('ViewerPreferences'), PDFDict).toString()
  for (const wish of ['/PrintScaling /None', '/DisplayDocTitle true', '/Duplex /DuplexFlipLongEdge'])
    expect(wishes).toContain(wish)
})

test('a document of our pages says that it is PDF/A-2u; one with foreign pages does not', async () => {
  const archival = Buffer.from(await writePdf(whole, fonts)).toString('latin1')
  expect(archival).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(archival).toContain('<pdfaid:conformance>U</pdfaid:conformance>')
  const marked = await PDFDocument.load(await writePdf(whole, fonts))
  const intent = marked.catalog.lookup(PDFName.of('OutputIntents'), PDFArray).lookup(0, PDFDict)
  const profile = intent.lookup(PDFName.of('DestOutputProfile'))
  if (!(profile instanceof PDFRawStream)) throw new Error('no profile')
  expect(intent.get(PDFName.of('S'))?.toString()).toBe('/GTS_PDFA1')
  expect(inflateSync(profile.getContents()).equals(srgbProfile())).toBe(true)
  const doc = await PDFDocument.create({ updateMetadata: false })
  doc.addPage()
  expect(Buffer.from(await finishPdf(doc, { title: '合订本' })).toString('latin1')).not.toContain('pdfaid')
})

test('a title with markup stays a title in the metadata', async () => {
  const bytes = await writePdf({ ...whole, title: '<b>&"样例' }, fonts)
  expect(Buffer.from(bytes).toString('utf8')).toContain('>&lt;b&gt;&amp;&quot;样例<')
  expect((await PDFDocument.load(bytes)).getTitle()).toBe('<b>&"样例')
})

test('pages have their size in millimetres', async () => {
  const pages = [page(drawing), page(drawing, 420, 297)]
  const doc = await PDFDocument.load(await writePdf({ title: 'x', pages }, fonts))
  expect(
    doc
      .getPages()
      .map((one) => visibleSize(one))
      .map(({ w, h }) => [Math.round(w * 100) / 100, Math.round(h * 100) / 100]),
  ).toEqual([
    [210, 297],
    [420, 297],
  ])
})

test('bookmarks nest by level and lead to their place', async () => {
  const bookmarks = [
    { title: '甲', page: 1, level: 1, y: 10 },
    { title: '甲一', page: 1, level: 2, y: 100 },
    { title: '甲二', page: 2, level: 2, y: 0 },
    { title: '乙', page: 2, level: 1, y: 50 },
  ]
  const doc = await PDFDocument.load(await writePdf({ title: 'x', pages: [page([]), page([])], bookmarks }, fonts))
  const walk = (node: PDFDict): unknown[] => {
    const found: unknown[] = []
    for (
      let kid = node.lookupMaybe(PDFName.of('First'), PDFDict);
      kid;
      kid = kid.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const target = kid.lookup(PDFName.of('Dest'), PDFArray)
      const no = doc.getPages().findIndex((one) => one.ref === target.get(0)) + 1
      const title = kid.lookup(PDFName.of('Title'), PDFHexString).decodeText()
      found.push([title, no, target.get(3)?.toString(), ...walk(kid)])
    }
    return found
  }
  expect(walk(doc.catalog.lookup(PDFName.of('Outlines'), PDFDict))).toEqual([
    ['甲', 1, '813.544', ['甲一', 1, '558.425'], ['甲二', 2, '841.89']],
    ['乙', 2, '700.158'],
  ])
  expect(doc.catalog.get(PDFName.of('PageMode'))?.toString()).toBe('/UseOutlines')
})

test('a character that its font lacks is refused, not left out', async () => {
  const item: Item = { kind: 'text', x: 9, y: 9, font: 'noto-serif-sc-400', size: 9, text: '𠮷', spacing: 0, grey: 0 }
  await expect(writePdf({ title: 'x', pages: [page([item])] }, fonts)).rejects.toMatchObject({
    code: 'fonts/missing-glyph',
    exit: 4,
    args: { char: '𠮷', codePoint: 'U+20BB7' },
  })
})

test('the watermark lies beneath the text, wherever it stands in the list', async () => {
  const black: Item = { kind: 'rect', x: 90, y: 133, w: 30, h: 30, width: 0, grey: 0, fill: 0 }
  const mark: Item = {
    kind: 'watermark',
    x: 105,
    y: 148,
    font: 'noto-sans-sc-400',
    size: 60,
    text: '样',
    angle: 45,
    grey: 0.9,
  }
  const [raster] = await rendered(await writePdf({ title: 'x', pages: [page([black, mark])] }, fonts), dpi)
  if (!raster) throw new Error('no page')
  expect(inkIn(raster, dpi, { x: 91, y: 134, w: 28, h: 28 })).toBeGreaterThan(0.99 * ((28 / 25.4) * dpi) ** 2)
})

test('extra space follows every character', async () => {
  const items: Item[] = [
    { kind: 'text', x: 20, y: 40, font: 'noto-serif-sc-400', size: 12, text: '一二三', spacing: 30, grey: 0 },
  ]
  const [raster] = await rendered(await writePdf({ title: 'x', pages: [page(items)] }, fonts), dpi)
  if (!raster) throw new Error('no page')
  const em = (12 * 25.4) / 72
  const found = [0, 1, 2].map((i) => inkIn(raster, dpi, { x: 20 + i * (30 + em), y: 35, w: em, h: 7 }) > 5)
  expect(found).toEqual([true, true, true])
  expect(inkIn(raster, dpi, { x: 25, y: 30, w: 28, h: 15 })).toBe(0)
})

test.each([0, 90, 180, 270])(
  'items over a foreign page turned by %i° stand upright at its visible top left',
  async (angle) => {
    const source = await PDFDocument.create({ updateMetadata: false })
    const foreign = source.addPage([300, 500])
    foreign.setCropBox(20, 30, 250, 400)
    foreign.setRotation(degrees(angle))
    // leaves the graphics state scaled, coloured and clipped
    foreign.node.set(
      PDFName.of('Contents'),
      source.context.register(source.context.stream('0.1 0 0 0.1 7 7 cm 1 0 0 rg 0 0 1 1 re W n')),
    )
    const doc = await PDFDocument.load(await source.save())
    const [existing] = doc.getPages()
    if (!existing) throw new Error('no page')
    const pen = startDrawing(doc, fonts)
    pen.onto(existing, [
      { kind: 'rect', x: 5, y: 10, w: 20, h: 4, width: 0, grey: 0, fill: 0 },
      ...line(fonts, '第1页', 5, 30),
    ])
    await pen.end()
    const size = visibleSize(existing)
    const short = (250 * 25.4) / 72
    const long = (400 * 25.4) / 72
    expect([size.w, size.h].map((mm) => mm.toFixed(3))).toEqual(
      (angle % 180 ? [long, short] : [short, long]).map((mm) => mm.toFixed(3)),
    )
    const bytes = await finishPdf(doc, { title: 'x' })
    const [raster] = await rendered(bytes, dpi)
    if (!raster) throw new Error('no page')
    const full = (20 / 25.4) * dpi * (4 / 25.4) * dpi
    expect(inkIn(raster, dpi, { x: 5, y: 10, w: 20, h: 4 })).toBeGreaterThan(0.9 * full)
    expect(inkIn(raster, dpi, { x: 0, y: 0, w: 60, h: 9.5 })).toBe(0)
    expect(await copied(bytes)).toBe('第1页')
  },
)

test('two pens and shared resources do not mix up their fonts', async () => {
  const source = await PDFDocument.create({ updateMetadata: false })
  const shared = source.context.register(source.context.obj({ Font: {} }))
  for (let i = 0; i < 2; i++) source.addPage([300, 300]).node.set(PDFName.of('Resources'), shared)
  const doc = await PDFDocument.load(await source.save())
  for (const text of ['甲乙', '丙丁']) {
    const pen = startDrawing(doc, fonts)
    doc.getPages().forEach((one, i) => {
      pen.onto(one, line(fonts, `${text}${i}`, 10, text === '甲乙' ? 20 : 40))
    })
    await pen.end()
  }
  const fontsOf = doc.getPages().map((one) => one.node.Resources()?.lookup(PDFName.of('Font'), PDFDict))
  expect(fontsOf[0]).not.toBe(fontsOf[1])
  expect(await copied(await finishPdf(doc, { title: 'x' }))).toBe('甲乙0丙丁0甲乙1丙丁1')
})

test('a page that is not ours keeps what it shows', async () => {
  const source = await PDFDocument.create({ updateMetadata: false })
  source.addPage([300, 300]).drawRectangle({ x: 100, y: 100, width: 100, height: 100 })
  const doc = await PDFDocument.load(await source.save())
  const before = (await rendered(await doc.save(), dpi))[0]
  const [one] = doc.getPages()
  if (!one || !before) throw new Error('no page')
  startDrawing(doc, fonts).onto(one, [])
  const after = (await rendered(await finishPdf(doc, { title: 'x' }), dpi))[0]
  expect(Buffer.compare(before.data, after?.data ?? new Uint8Array())).toBe(0)
})

test('our profile is sRGB: colours pass through it unchanged', async () => {
  const levels = Array.from({ length: 64 }, (_, i) => [4 * i, 255 - 4 * i, (i * 37) % 256]).flat()
  const raw = { raw: { width: 64, height: 1, channels: 3 } } as const
  const through = await withFile(srgbProfile(), 'a.icc', (path) =>
    sharp(Buffer.from(levels), raw).withIccProfile(path, { attach: false }).raw().toBuffer(),
  )
  const worst = Math.max(...[...through].map((value, i) => Math.abs(value - (levels[i] ?? 0))))
  expect(through.length).toBe(levels.length)
  expect(worst).toBeLessThanOrEqual(1)
})
