import { describe, expect, test } from 'vitest'
import { formFiles } from '../../src/commands/drawn.ts'
import { isPosted, type Made } from '../../src/commands/forms.ts'
import { refusePrivate, refusePrivateFile } from '../../src/commands/private.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Case } from '../../src/model/case.ts'
import { Refusal } from '../../src/model/finding.ts'
import type { Bookmark, Page } from '../../src/model/page.ts'
import type { Block, Sheet } from '../../src/model/sheet.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { sentence } from '../../src/say/say.ts'
import { writeDocx } from '../../src/write/docx.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { line, page } from '../write/kit.ts'
import { cell, p, row, sheet, t, table } from '../write/sheets.ts'
import { everyForm, fonts, pdfOf, procedures } from './every.ts'

const c = procedures[0] as Case
const pdfium = await openPdfium()
const mobile = '13912345678'
const { person } = c.dossier
const own = [person?.document?.number, person?.contact?.mobile, person?.contact?.address, person?.contact?.email]

describe.each(procedures.map((one) => ({ one, id: one.procedure.file.id })))('$id', ({ one }) => {
  const posted = everyForm(one).filter(isPosted)

  test('has something to post, and the sample may be posted', async () => {
    expect(posted.length).toBeGreaterThan(0)
    for (const made of posted) {
      refusePrivate(made.sheet, made.name, one)
      await refusePrivateFile([`${made.name}.pdf`, await pdfOf(made, one)], { pdfium, case: one })
      if (made.form.docx)
        await refusePrivateFile([`${made.name}.docx`, await writeDocx(made.laid.arranged)], { pdfium, case: one })
    }
  })

  test('refuses a posted form as soon as a fact in it holds a number, and names the cell', () => {
    const employer = { ...one.dossier.employer, name: `重庆样例公司（${mobile}）` }
    const leaky = everyForm({ ...one, dossier: { ...one.dossier, employer }, unit: undefined }).filter(isPosted)
    const refusals = leaky.flatMap((made) => refusal(() => refusePrivate(made.sheet, made.name, one)) ?? [])
    expect(refusals.length).toBeGreaterThan(0)
    for (const { code, args } of refusals) {
      expect([code, String(args.near).includes('139****5678')]).toEqual(['forms/private', true])
      expect(String(args.cell)).not.toBe('')
    }
  })
})

test('the sample has all four kinds of secret', () => {
  expect(own.filter((value) => typeof value === 'string' && value.length >= 6)).toHaveLength(4)
})

const head = (text: string) => cell(text, { head: true })
const inTable = (...rows: ReturnType<typeof row>[]) => [table([30, 60, 30, 60], rows)]

const hidden: readonly (readonly [string, string, readonly Block[], Partial<Sheet>?])[] = [
  ['in a cell', '成果', inTable(row(9, [head('姓名'), cell('林样例'), head('成果'), cell(`样例${mobile}号`)]))],
  [
    'in a cell below its label',
    '岗位',
    inTable(
      row(9, ['时间', '单位', '岗位', '职务'].map(head)),
      row(9, [cell('2019'), cell('样例'), cell('1 3 9 1 2 3 4 5 6 7 8'), cell('无')]),
    ),
  ],
  ['over two cells', '姓名', inTable(row(9, [head('姓名'), cell('林139'), cell('12345678'), cell('无')]))],
  [
    'over the end of a row',
    '成果',
    inTable(
      row(9, [head('姓名'), cell('林样例'), head('成果'), cell('号1391234')]),
      row(9, [cell('5678'), cell('无'), cell('无'), cell('无')]),
    ),
  ],
  [
    'over two paragraphs of a cell',
    '成果',
    inTable(row(9, [head('成果'), cell([p('号139'), p('12345678号')]), cell('无'), cell('无')])),
  ],
  [
    'over a line break',
    '成果',
    inTable(row(9, [head('成果'), cell([p([t('号139'), { kind: 'br' }, t('12345678')])]), cell('无'), cell('无')])),
  ],
  [
    'over two runs',
    '成果',
    inTable(row(9, [head('成果'), cell([p([t('13912'), t('345678', { bold: true })])]), cell('无'), cell('无')])),
  ],
  [
    'one figure a line',
    '成果',
    inTable(row(99, [head('成果'), cell([...mobile].map((figure) => p(figure))), cell('无'), cell('无')])),
  ],
  [
    'in a vertical cell',
    '成果',
    inTable(row(99, [head('成果'), cell(mobile, { vertical: true }), cell('无'), cell('无')])),
  ],
  [
    'one figure a cell',
    '成果',
    [table(Array(13).fill(10), [row(9, [head('成果'), ...[...mobile].map((figure) => cell(figure)), cell('无')])])],
  ],
  ['in a kept block', '公示表', [{ kind: 'keep', blocks: [p(`电话${mobile}`)] }]],
  ['in a paragraph', '公示表', [p('电 话 １３９－１２３４－５６７８')]],
  ['in the title', `公示表${mobile}`, [], { title: `公示表${mobile}` }],
  ['in the foot', '公示表', [], { setup: sheet([], { footer: [p(mobile)] }).setup }],
  ['in the head', '公示表', [], { setup: sheet([], { header: [p(mobile)] }).setup }],
]

const hidingPlaces = hidden.map(([is, where, blocks, more = {}]) => ({ is, where, blocks, more }))

test.each(hidingPlaces)('a mobile number is found $is', ({ where, blocks, more }) => {
  const found = refusal(() => refusePrivate(sheet(blocks, {}, { title: '公示表', ...more }), '公示表', c))
  expect(found).toMatchObject({ code: 'forms/private', exit: 7 })
  expect(found?.args.cell).toBe(where.replace(mobile, '139****5678'))
  expect(JSON.stringify(found)).not.toMatch(/13912345678|12345678/)
})

test('an identity number that stands down a column is found, counts that stand so are none', () => {
  const down = (values: readonly string[]) =>
    inTable(...values.map((value) => row(9, [head('项'), cell('样例'), cell(value), cell('页')])))
  expect(refusal(() => refusePrivate(sheet(down([...'990000198503070013'])), '公示表', c))?.code).toBe('forms/private')
  expect(refusal(() => refusePrivate(sheet(down([...'1391234567821'])), '公示表', c))).toBeUndefined()
})

test('the beginning of a checksum is none, however many figures it has', () => {
  const file = {
    path: 'a.pdf',
    kind: 'pdf',
    size: 1,
    sha256: `3912345678${'a'.repeat(54)}`,
    merged: true,
    findings: [],
  } as const
  const rows = sheet(inTable(row(9, [cell('样例'), cell('1'), cell('3912345678'), cell('无')])))
  expect(
    refusal(() => refusePrivate(rows, '公示材料清单', { ...c, inventory: { ...c.inventory, files: [file] } })),
  ).toBeUndefined()
  expect(refusal(() => refusePrivate(rows, '公示材料清单', c))?.code).toBe('forms/private')
})

test.each(own)('a value of the dossier itself is found: %#', (value) => {
  const spaced = [...(value ?? '')].join(' ')
  const found = refusal(() => refusePrivate(sheet([p(`样例${spaced}样例`)]), '公示表', c))
  expect(found?.code).toBe('forms/private')
  expect(JSON.stringify(found).replaceAll(' ', '')).not.toContain(value)
})

test("the unit's supervision line may stand there, but not where it is the applicant's own number", () => {
  const withLine = (supervision: string): Case => ({
    ...c,
    unit: { ...c.unit, posting: { ...c.unit?.posting, supervision } } as Case['unit'],
  })
  const posted = (supervision: string) =>
    refusal(() => refusePrivate(sheet([p(`监督电话：${supervision}`)]), '公示表', withLine(supervision)))
  expect(posted('023-67891234')).toBeUndefined()
  expect(posted(mobile)).toBeUndefined()
  expect(posted(person?.contact?.mobile ?? '')?.code).toBe('forms/private')
  expect(
    refusal(() => refusePrivate(sheet([p('监督电话：023-67891235')]), '公示表', withLine('023-67891234')))?.code,
  ).toBe('forms/private')
})

test('what is said of it has the form, the cell and the masked text, in both languages', () => {
  const found = refusal(() => refusePrivate(sheet(hidden[0]?.[2] ?? []), '公示表', c))
  for (const lang of ['zh', 'en'] as const) {
    const said = JSON.stringify(sentence(found as Refusal, { lang }))
    expect(said).toContain('成果')
    expect(said).toContain('139****5678')
  }
})

type Hiding = {
  readonly name?: string
  readonly title?: string
  readonly pages?: readonly Page[]
  readonly bookmarks?: readonly Bookmark[]
  readonly label?: string
}
const bookmark = { title: mobile, page: 1, level: 1, y: 10 }
const field = { slot: 'P1', copy: 1, page: 1, x: 10, y: 10, w: 40, h: 10 }

test.each<readonly [string, Hiding]>([
  ['text', { pages: [page(line(fonts, `电话${mobile}`, 20, 30))] }],
  ['text of two lines', { pages: [page([...line(fonts, '电话1391234', 20, 30), ...line(fonts, '5678', 20, 36)])] }],
  ['vertical text', { pages: [page([...mobile].flatMap((figure, i) => line(fonts, figure, 20, 30 + 6 * i)))] }],
  ['title', { title: `公示表 ${mobile}` }],
  ['bookmarks', { bookmarks: [bookmark] }],
  ['name', { name: `公示表${mobile}.pdf` }],
  ['names of fields', { label: mobile }],
])(
  'a finished PDF is held against the same: %s',
  async (_, { name = '公示表.pdf', title = '公示表', label, ...rest }) => {
    const pages = rest.pages ?? [page(line(fonts, '样例', 20, 30))]
    const fields = label === undefined ? [] : [{ ...field, label }]
    const bytes = await writePdf({ pages, title, bookmarks: rest.bookmarks ?? [], fields }, fonts)
    await expect(refusePrivateFile([name, bytes], { pdfium, case: c })).rejects.toMatchObject({
      code: 'forms/private-file',
      exit: 7,
    })
    const clean = await writePdf({ pages: [page(line(fonts, '样例', 20, 30))], title: '公示表' }, fonts)
    await refusePrivateFile(['公示表.pdf', clean], { pdfium, case: c })
  },
)

test.each<readonly [string, Sheet]>([
  ['text', sheet([p(`电话${mobile}`)])],
  ['text of two runs', sheet([p([t('13912'), t('345678', { bold: true })])])],
  ['foot', sheet([p('样例')], { footer: [p(mobile)] })],
  ['title', sheet([p('样例')], {}, { title: `公示表${mobile}` })],
])('a finished DOCX is held against the same: %s', async (_, made) => {
  const docx = async (one: Sheet) => writeDocx(lay(one, fonts.measure).arranged)
  await expect(refusePrivateFile(['公示表.docx', await docx(made)], { pdfium, case: c })).rejects.toMatchObject({
    code: 'forms/private-file',
  })
  await refusePrivateFile(['公示表.docx', await docx(sheet([p('样例')]))], { pdfium, case: c })
})

test('nothing that is posted is written without being held against it', async () => {
  const [made] = everyForm(c).filter(isPosted)
  const tools = { fonts, images: new Map(), own: [] }
  const files = (name: string) =>
    formFiles({ forms: [{ ...(made as Made), name }], tools, profile: 'final' }, { case: c, pdfium })
  expect((await files('公示表')).map(([path]) => path)).toContain('公示表.pdf')
  await expect(files(`公示表${mobile}`)).rejects.toMatchObject({ code: 'forms/private-file' })
})

// ---

function refusal(action: () => void): Refusal | undefined {
  try {
    action()
    return undefined
  } catch (reason) {
    if (reason instanceof Refusal) return reason
    throw reason
  }
}
