import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import JSZip from 'jszip'
import { SaxesParser } from 'saxes'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Sheet } from '../../src/model/sheet.ts'
import { writeDocx } from '../../src/write/docx.ts'
import { legalXml } from '../../src/write/xml.ts'
import { cell, p, row, sheet, slot, t, table } from './sheets.ts'

const rich = sheet(
  [
    p([t('综合情况（公示）表', { font: 'hei', size: 18 })], { align: 'center', heading: 1 }),
    p([
      t('CO'),
      t('2', { shift: 'sub' }),
      t('与m'),
      t('3', { shift: 'sup' }),
      t('，仿宋', { font: 'fang' }),
      t('楷体', { font: 'kai' }),
    ]),
    table(
      [20, 30, 20],
      [
        row(10, [cell('姓名', { head: true }), cell('张样例', { colspan: 2 })], { repeat: true }),
        row(
          12,
          [cell('工作经历', { vertical: true, rowspan: 2 }), cell('<seal/>{{x}} & "引号" 𬬮⽂'), cell('  两个空格  ')],
          { rule: 'exact' },
        ),
        row(14, [cell([], { slash: true }), cell('第二行')]),
      ],
    ),
    { kind: 'slot', slot: slot(), align: 'right', width: 0, height: 0 },
  ],
  { footer: [p([t('第'), { ...(t('') as object), kind: 'page-no', of: 'page' } as never, t('页')])] },
  { watermark: '样例' },
)

test('the same sheet gives the same bytes', async () => {
  expect(Buffer.from(await writeDocx(rich)).equals(Buffer.from(await writeDocx(rich)))).toBe(true)
})

test('the same sheet gives the same bytes in another time zone and locale', async () => {
  const script = fileURLToPath(new URL('./digest-docx.ts', import.meta.url))
  const env = { ...process.env, TZ: 'Pacific/Kiritimati', LANG: 'tr_TR.UTF-8' }
  const run = spawnSync(process.execPath, ['--import', 'tsx', script], { input: JSON.stringify(rich), env })
  expect(run.stdout.toString().trim() || run.stderr.toString()).toBe(
    createHash('sha256')
      .update(await writeDocx(rich))
      .digest('hex'),
  )
})

test('nothing in the package tells when it was made', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(rich))
  expect(await part(rich, 'docProps/core.xml')).not.toMatch(/dcterms:(created|modified)/)
  const years = new Set(Object.values(zip.files).map((file) => file.date.getUTCFullYear()))
  expect([...years]).toEqual([1980])
})

test('every text of the sheet stands in the document, exactly', async () => {
  expect(texts(await part(rich, 'word/document.xml'))).toEqual([
    ['综合情况（公示）表'],
    ['CO', '2', '与m', '3', '，仿宋', '楷体'],
    ['姓名'],
    ['张样例'],
    ['工作经历'],
    ['<seal/>{{x}} & "引号" 𬬮⽂'],
    ['  两个空格  '],
    // the cell that goes on from above, and the one with the diagonal
    [],
    [],
    ['第二行'],
    ['此处盖章：'],
    ['重庆样例低碳技'],
    ['术有限公司公章'],
  ])
})

test('whatever a text holds, the document is well formed and says it', async () => {
  const anything = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 })
  await fc.assert(
    fc.asyncProperty(anything, async (text) => {
      const xml = await part(sheet([p(text)]), 'word/document.xml')
      // a carriage return in XML text is read as a line feed
      const lines = legalXml(text).split('\n')
      expect(texts(xml)[0]?.join('')).toBe(lines.join('').replaceAll('\r', '\n'))
      expect(count(xml, '<w:br/>')).toBe(lines.length - 1)
    }),
    { numRuns: 30 },
  )
})

test('nothing floats: no frames, no text boxes, no shapes, no content controls', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(rich))
  for (const name of Object.keys(zip.files).filter((file) => /^word\/(document|header|footer).*\.xml$/.test(file))) {
    const xml = (await zip.file(name)?.async('string')) ?? ''
    expect(xml).not.toMatch(/<w:framePr|<wp:anchor|<w:pict|<v:|<w:sdt|txbxContent|<mc:AlternateContent/)
  }
})

test('every part is well formed and has a content type', async () => {
  const zip = await JSZip.loadAsync(await writeDocx(rich))
  const types = (await zip.file('[Content_Types].xml')?.async('string')) ?? ''
  for (const name of Object.keys(zip.files)) {
    const xml = (await zip.file(name)?.async('string')) ?? ''
    expect(() => texts(xml)).not.toThrow()
    const known = types.includes(`PartName="/${name}"`) || types.includes(`Extension="${name.split('.').at(-1)}"`)
    expect([name, known || name === '[Content_Types].xml']).toEqual([name, true])
  }
})

test('columns, rows and spans are those of the form', async () => {
  const xml = await part(rich, 'word/document.xml')
  expect(attributes(xml, 'w:gridCol', 'w:w')).toEqual(['1134', '1701', '1134'])
  expect(xml).toContain('<w:tblLayout w:type="fixed"/>')
  expect(attributes(xml, 'w:trHeight', 'w:val')).toEqual(['567', '680', '794'])
  expect(attributes(xml, 'w:trHeight', 'w:hRule')).toEqual(['atLeast', 'exact', 'atLeast'])
  expect(attributes(xml, 'w:gridSpan', 'w:val')).toEqual(['2'])
  expect(attributes(xml, 'w:vMerge', 'w:val')).toEqual(['restart', 'continue'])
  expect(attributes(xml, 'w:textDirection', 'w:val')[0]).toBe('tbRl')
  expect(count(xml, '<w:tblHeader/>')).toBe(1)
  expect(count(xml, '<w:tl2br ')).toBe(1)
  expect(xml).not.toContain('<w:end ')
})

test('borders are as thick as on paper: 0.35 mm round the table, 0.18 mm inside', async () => {
  const borders = /<w:tblBorders>(.*?)<\/w:tblBorders>/.exec(await part(rich, 'word/document.xml'))?.[1] ?? ''
  expect(attributes(borders, 'w:top', 'w:sz')).toEqual(['8'])
  expect(attributes(borders, 'w:insideV', 'w:sz')).toEqual(['4'])
})

test('text that shrinks on paper is not hidden by an exact row', async () => {
  const cells = [cell('很长的文字', { overflow: { kind: 'shrink', to: 8 } })]
  const xml = await part(sheet([table([30], [row(8, cells, { rule: 'exact' })])]), 'word/document.xml')
  expect(attributes(xml, 'w:trHeight', 'w:hRule')).toEqual(['atLeast'])
})

test('fonts have the names that Windows knows, for Chinese and Latin alike', async () => {
  const xml = await part(rich, 'word/document.xml')
  expect(new Set(attributes(xml, 'w:rFonts', 'w:eastAsia'))).toEqual(new Set(['黑体', '宋体', '仿宋', '楷体']))
  expect(attributes(xml, 'w:rFonts', 'w:ascii')).toEqual(attributes(xml, 'w:rFonts', 'w:eastAsia'))
  expect(attributes(xml, 'w:vertAlign', 'w:val')).toEqual(['subscript', 'superscript'])
})

test('line pitch is exact: leading times the size of the first text', async () => {
  const xml = await part(
    sheet([p([t('大', { size: 16 }), t('小', { size: 9 })], { leading: 1.25, indent: 2 })]),
    'word/document.xml',
  )
  expect(attributes(xml, 'w:spacing', 'w:line')).toEqual(['400'])
  expect(attributes(xml, 'w:spacing', 'w:lineRule')).toEqual(['exact'])
  expect(attributes(xml, 'w:ind', 'w:firstLine')).toEqual(['640'])
})

test('paper, orientation and mirrored margins follow the form', async () => {
  const wide = sheet([p('一')], { paper: 'A3', landscape: true, mirrored: true })
  const xml = await part(wide, 'word/document.xml')
  expect(/<w:pgSz [^>]*>/.exec(xml)?.[0]).toBe('<w:pgSz w:w="23811" w:h="16838" w:orient="landscape"/>')
  expect(attributes(xml, 'w:pgMar', 'w:left')).toEqual(['1417'])
  expect(attributes(xml, 'w:pgMar', 'w:right')).toEqual(['1134'])
  expect(await part(wide, 'word/settings.xml')).toContain('<w:mirrorMargins/>')
  expect(await part(rich, 'word/settings.xml')).not.toContain('mirrorMargins')
})

test('settings are in the order of the schema: compatSetting comes last', async () => {
  expect(await part(rich, 'word/settings.xml')).toMatch(/<w:useFELayout\/><w:compatSetting [^>]*\/><\/w:compat>/)
})

test('the foot has the page number as a field, the head the words of the watermark', async () => {
  expect(await part(rich, 'word/footer1.xml')).toContain('>PAGE<')
  expect(texts(await part(rich, 'word/header1.xml'))).toEqual([['样例']])
})

test('a cover has neither head nor foot and is not counted', async () => {
  const covered = { ...rich, setup: { ...rich.setup, firstPlain: true }, watermark: undefined }
  const xml = await part(covered, 'word/document.xml')
  expect(xml).toContain('<w:titlePg/>')
  expect(attributes(xml, 'w:pgNumType', 'w:start')).toEqual(['0'])
  expect(attributes(xml, 'w:footerReference', 'w:type')).toEqual(['default', 'first'])
})

test('a new page starts with what follows the break; a right-hand page is a section', async () => {
  const turned = sheet(
    [
      p('一'),
      { kind: 'break', to: 'page' },
      p('二'),
      { kind: 'break', to: 'recto' },
      table([20], [row(8, [cell('三')])]),
    ],
    { duplex: true },
  )
  const xml = await part(turned, 'word/document.xml')
  expect(/<w:pageBreakBefore\/>.*?<w:t[^>]*>(.)</.exec(xml)?.[1]).toBe('二')
  expect(count(xml, '<w:sectPr>')).toBe(2)
  expect(attributes(xml, 'w:type', 'w:val')).toEqual(['nextPage', 'oddPage'])
})

test('behind a cover that is not counted, right-hand pages are even and margins change sides', async () => {
  const setup = { duplex: true, firstPlain: true, mirrored: true, inner: 28, outer: 15 }
  const xml = await part(sheet([p('封面'), { kind: 'break', to: 'recto' }, p('结果')], setup), 'word/document.xml')
  expect(attributes(xml, 'w:type', 'w:val')).toEqual(['nextPage', 'evenPage'])
  expect(new Set(attributes(xml, 'w:pgMar', 'w:left'))).toEqual(new Set(['850']))
  expect(new Set(attributes(xml, 'w:pgMar', 'w:right'))).toEqual(new Set(['1587']))
})

test('a 附页 is a section with its own foot and its own count', async () => {
  const no = (of: 'page' | 'annex') => ({ ...(t('') as object), kind: 'page-no', of }) as never
  const annexFooter = [p([t('附页'), no('annex'), t('第'), no('page'), t('页')])]
  const blocks = [p('正文'), { kind: 'break', to: 'page', annex: 2 } as const, p('续')]
  const of = sheet(blocks, { footer: [p('正文页脚')], annexFooter })
  expect(texts(await part(of, 'word/footer1.xml'))).toEqual([['正文页脚']])
  expect(texts(await part(of, 'word/footer2.xml'))).toEqual([['附页', '2', '第', '页']])
  expect(attributes(await part(of, 'word/document.xml'), 'w:pgNumType', 'w:start')).toEqual(['1'])
})

test('an empty head or foot is no line of text', async () => {
  const of = sheet([p('一')])
  for (const name of ['word/header1.xml', 'word/footer1.xml'])
    expect(attributes(await part(of, name), 'w:spacing', 'w:line')).toEqual(['20'])
})

test('tables of a kept group never touch', async () => {
  const one = table([20], [row(8, [cell('一')])])
  const two = table([30], [row(8, [cell('二')])])
  const xml = await part(sheet([one, { kind: 'keep', blocks: [two, p('完')] }]), 'word/document.xml')
  expect(xml).not.toContain('</w:tbl><w:tbl>')
})

test('an exact line holds its largest text', async () => {
  const xml = await part(
    sheet([p([t('小', { size: 9 }), t('大', { size: 16 })], { leading: 1.25 })]),
    'word/document.xml',
  )
  expect(attributes(xml, 'w:spacing', 'w:line')).toEqual(['400'])
})

test('a diagonal head has its first words on the right and the others on the left', async () => {
  const head = cell([p('项目', { align: 'center' }), p('姓名', { align: 'center' })], { slash: true })
  const xml = await part(sheet([table([30], [row(14, [head])])]), 'word/document.xml')
  expect(attributes(xml, 'w:jc', 'w:val').slice(-2)).toEqual(['right', 'left'])
})

test('a low row without text stays low', async () => {
  const xml = await part(sheet([table([20], [row(4, [cell('')])])]), 'word/document.xml')
  // 4 mm less the margins of 1 mm above and below
  expect(attributes(xml, 'w:spacing', 'w:line')[0]).toBe('113')
})

test('tables that stand edge to edge become one, each with its own columns', async () => {
  const above = table([20, 40], [row(8, [cell('一'), cell('二')])])
  const below = table([30, 30], [row(8, [cell('三', { colspan: 2 })]), row(8, [cell('四'), cell('五')])])
  const xml = await part(sheet([above, below]), 'word/document.xml')
  expect(count(xml, '<w:tbl>')).toBe(1)
  expect(attributes(xml, 'w:gridCol', 'w:w')).toEqual(['1134', '567', '1701'])
  const spans = [...xml.matchAll(/<w:tc>(.*?)<\/w:tc>/g)].map(([, inner = '']) => [
    texts(`<x>${inner}</x>`).flat().join(''),
    Number(attributes(inner, 'w:gridSpan', 'w:val')[0] ?? 1),
    attributes(inner, 'w:top', 'w:sz').join(),
  ])
  expect(spans).toEqual([
    ['一', 1, ''],
    ['二', 2, ''],
    ['三', 3, '8'],
    ['四', 2, ''],
    ['五', 1, ''],
  ])
})

test('a table with a repeated head or another width stays its own', async () => {
  const first = table([20, 40], [row(8, [cell('一'), cell('二')])])
  const headed = table([60], [row(8, [cell('表头')], { repeat: true })])
  const wider = table([70], [row(8, [cell('三')])])
  const xml = await part(sheet([first, headed, wider]), 'word/document.xml')
  expect(count(xml, '<w:tbl>')).toBe(3)
  expect(xml.match(/<\/w:tbl><w:p>(?:(?!<\/w:p>).)*<\/w:p><w:tbl>/g)).toHaveLength(2)
})

test('the words of the watermark push nothing down', async () => {
  const marked = sheet([p('一')], { top: 25 }, { watermark: '样例' })
  const xml = await part(marked, 'word/document.xml')
  const header = Number(attributes(xml, 'w:pgMar', 'w:header')[0])
  const line = Number(attributes(await part(marked, 'word/header1.xml'), 'w:spacing', 'w:line')[0])
  expect(header + line).toBeLessThanOrEqual(Number(attributes(xml, 'w:pgMar', 'w:top')[0]))
})

test('places are words and lines of their size', async () => {
  const places = sheet([
    { kind: 'slot', slot: slot({ print: 'word' }), align: 'right', width: 0, height: 0 },
    { kind: 'slot', slot: slot({ kind: 'e-seal' }), align: 'left', width: 0, height: 0 },
    {
      kind: 'slot',
      slot: slot({ kind: 'signature', name: '单位负责人签字' }),
      align: 'right',
      width: 37.04,
      height: 9,
    },
    { kind: 'slot', slot: slot({ kind: 'date' }), align: 'right', width: 36, height: 7 },
    p([
      { kind: 'tick', state: 'on', size: 12 },
      { kind: 'tick', state: 'off', size: 12 },
      { kind: 'blank', width: 18.52 },
    ]),
  ])
  const xml = await part(places, 'word/document.xml')
  expect(texts(xml).map((runs) => runs.join(''))).toEqual([
    '（公章）',
    '（电子签章：系统导出自带）',
    `单位负责人签字：${'\u00a0'.repeat(20)}`,
    '　　　年　　月　　日',
    `☑☐${'\u00a0'.repeat(10)}`,
  ])
  expect(count(xml, '<w:u ')).toBe(2)
  // 46 mm for the ring of 42 mm with its clear space
  const [before = 0, after = 0] = [
    attributes(xml, 'w:spacing', 'w:before')[0],
    attributes(xml, 'w:spacing', 'w:after')[0],
  ].map(Number)
  expect(before + after + Number(attributes(xml, 'w:spacing', 'w:line')[0])).toBe(Math.round((46 / 25.4) * 1440))
})

test('pictures stand in the line, each with its own number', async () => {
  const bytes = await sharp({ create: { width: 4, height: 4, channels: 3, background: '#123456' } })
    .jpeg()
    .toBuffer()
  const image = { kind: 'image', source: 'a.jpg', width: 25.4, height: 50.8, alt: '照片', align: 'center' } as const
  const zip = await JSZip.loadAsync(await writeDocx(sheet([image, image]), new Map([['a.jpg', new Uint8Array(bytes)]])))
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? ''
  expect(attributes(xml, 'wp:docPr', 'id')).toEqual(['1', '2'])
  expect(attributes(xml, 'wp:extent', 'cx')).toEqual(['914400', '914400'])
  expect(attributes(xml, 'wp:extent', 'cy')).toEqual(['1828800', '1828800'])
  const media = Object.keys(zip.files).filter((name) => name.startsWith('word/media/'))
  expect(media).toHaveLength(1)
  expect(await zip.file(media[0] ?? '')?.async('nodebuffer')).toEqual(bytes)
})

test('a picture that is not there is refused', async () => {
  const image = { kind: 'image', source: 'a.jpg', width: 25, height: 35, alt: '', align: 'center' } as const
  await expect(writeDocx(sheet([image]))).rejects.toMatchObject({ code: 'write/picture', args: { source: 'a.jpg' } })
})

// ---

async function part(of: Sheet, name: string): Promise<string> {
  const zip = await JSZip.loadAsync(await writeDocx(of))
  const file = zip.file(name)
  if (!file) throw new Error(`no ${name}`)
  return file.async('string')
}

/** Texts of the runs of each paragraph, by a parser that stops at anything ill-formed. */
function texts(xml: string): string[][] {
  const paragraphs: string[][] = []
  let inside = false
  const parser = new SaxesParser()
  parser.on('error', (reason) => {
    throw reason
  })
  parser.on('opentag', ({ name, isSelfClosing }) => {
    if (name === 'w:p') paragraphs.push([])
    if (name === 'w:t' && !isSelfClosing) {
      inside = true
      paragraphs.at(-1)?.push('')
    }
  })
  parser.on('text', (text) => {
    const runs = paragraphs.at(-1)
    if (inside && runs) runs[runs.length - 1] += text
  })
  parser.on('closetag', ({ name }) => {
    if (name === 'w:t') inside = false
  })
  parser.write(xml).close()
  return paragraphs
}

function attributes(xml: string, tag: string, name: string): string[] {
  const tags = xml.match(new RegExp(`<${tag}[ /][^>]*>`, 'g')) ?? []
  return tags.flatMap((text) => new RegExp(`${name}="([^"]*)"`).exec(text)?.[1] ?? [])
}

function count(xml: string, text: string): number {
  return xml.split(text).length - 1
}
