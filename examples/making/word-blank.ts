// Makes templates/national-engineering-sample/forms/recommendation.docx: a made-up Word blank, as an office would hand one out
// (npx tsx examples/making/word-blank.ts). No real office's form.
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import {
  AlignmentType,
  Document,
  HeightRule,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { openParts, zipParts } from '../../src/write/docx-zip.ts'

/** The blank; the same bytes each time. */
export async function wordBlank(): Promise<Uint8Array> {
  const document = new Document({
    title: '专业技术人员推荐意见表（样例）',
    creator: '样例单位',
    lastModifiedBy: '样例单位',
    styles: { default: { document: { run: { font: fontOf('宋体'), size: 24 } } } },
    sections: [{ properties: { page }, children: [...head, table, ...foot] }],
  })
  const { names, text, bytes } = await openParts(new Uint8Array(await Packer.toBuffer(document)))
  const kept = names.filter((name) => !/(?:comments|footnotes|endnotes|fontTable)\.xml/.test(name))
  const body = async (name: string) => (/\.(?:xml|rels)$/.test(name) ? timeless(await text(name)) : await bytes(name))
  return zipParts(await Promise.all(kept.map(async (name) => [name, await body(name)] as const)))
}

// ---

const page = { size: { width: 11_906, height: 16_838 }, margin: { top: 1701, bottom: 1417, left: 1587, right: 850 } }
const widths = [1600, 3134, 1600, 3135]

/** Nothing of the moment, and nothing that refers to parts left out. */
function timeless(xml: string): string {
  return xml
    .replace(/<dcterms:(created|modified)\b[^>]*>[^<]*<\/dcterms:\1>/g, '')
    .replace(/<(?:Override|Relationship) [^>]*(?:comments|footnotes|endnotes|fontTable)\.xml"[^>]*\/>/g, '')
}

function fontOf(name: string) {
  return { ascii: name, hAnsi: name, cs: name, eastAsia: name }
}

type Align = (typeof AlignmentType)[keyof typeof AlignmentType]

function line(texts: readonly string[], alignment: Align = AlignmentType.LEFT, font = '仿宋', size = 24): Paragraph {
  const children = texts.map((text) => new TextRun({ text, font: fontOf(font), size }))
  return new Paragraph({ children, alignment, spacing: { line: 400, lineRule: 'exact' } })
}

function cell(children: Paragraph[], columns: number, span = 1): TableCell {
  const width = widths.slice(columns, columns + span).reduce((sum, one) => sum + one, 0)
  return new TableCell({
    children,
    width: { size: width, type: WidthType.DXA },
    ...(span > 1 ? { columnSpan: span } : {}),
    verticalAlign: VerticalAlignTable.CENTER,
  })
}

function row(height: number, cells: TableCell[]): TableRow {
  return new TableRow({ height: { value: height, rule: HeightRule.ATLEAST }, cantSplit: true, children: cells })
}

const label = (text: string) => line([text], AlignmentType.CENTER, '黑体', 21)

function pair(first: string, fact: readonly string[], second: string, other: readonly string[]): TableRow {
  return row(680, [
    cell([label(first)], 0),
    cell([line(fact, AlignmentType.CENTER)], 1),
    cell([label(second)], 2),
    cell([line(other, AlignmentType.CENTER)], 3),
  ])
}

const head = [
  line(['专业技术人员推荐意见表'], AlignmentType.CENTER, '黑体', 36),
  line(['（样例表样，不是任何单位的真实表格）'], AlignmentType.CENTER, '楷体', 21),
  line(['单位：{{employer.name}}']),
]

const table = new Table({
  layout: TableLayoutType.FIXED,
  columnWidths: widths,
  width: { size: widths.reduce((sum, one) => sum + one, 0), type: WidthType.DXA },
  rows: [
    // Word cuts text into runs as it is typed and corrected: so is the first placeholder
    pair('姓名', ['{{per', 'son.na', 'me}}'], '性别', ['{{person.sex}}']),
    pair('出生年月', ['{{month person.birth}}'], '参加工作时间', ['{{month person.workSince}}']),
    pair('现任职资格', ['{{grounds.name}}'], '取得时间', ['{{month grounds.obtained}}']),
    pair('申报级别', ['{{label declaration.level}}'], '申报任职资格', ['{{declaration.title}}']),
    row(680, [cell([label('从事专业')], 0), cell([line(['{{employer.work}}'])], 1, 3)]),
    row(5200, [
      cell([label('推荐意见')], 0),
      cell(
        [
          line(['']),
          line(['']),
          line(['']),
          line(['']),
          line(['推荐人签字：　　　　　　　　']),
          line(['']),
          line(['（单位公章）　　　　'], AlignmentType.RIGHT),
          line(['　　　　年　　月　　日'], AlignmentType.RIGHT),
        ],
        1,
        3,
      ),
    ]),
  ],
})

const foot = [line(['注：推荐意见、签字和日期由推荐人手写。'], AlignmentType.LEFT, '宋体', 18)]

const target = new URL('../../templates/national-engineering-sample/forms/recommendation.docx', import.meta.url)
if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(target, await wordBlank())
