import { expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { lay } from '../../src/lay/lay.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { writePdf } from '../../src/write/pdf.ts'
import { realCase } from '../lay/real.ts'

const { c, fonts } = await realCase()
const { fields, kinds, file } = c.procedure

/** Every leaf of the facts with its pattern path: `achievements[].date`. */
function leaves(value: unknown, path: string): readonly (readonly [string, string])[] {
  if (value === undefined || value === null) return []
  if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${path}[]`))
  if (typeof value === 'object') {
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
  }
  if (typeof value === 'boolean') return [[path, value ? '是' : '否']]
  return [[path, String(value)]]
}

/** Ways in which a form may print a value: as it is, dotted to the day or month, or by its label. */
function printed(path: string, value: string): readonly string[] {
  const field = fields.find((one) => one.path === path)
  const kindField = kinds.kinds.flatMap((kind) => kind.fields).find((one) => `achievements[].${one.key}` === path)
  const options = field?.options ?? kindField?.options
  const lists = [
    file.levels,
    file.channels,
    file.specialties,
    file.specialties.flatMap((one) => one.fields),
    file.categories,
    kinds.kinds,
  ]
  const named = field?.from
    ? lists
        .flat()
        .filter((one) => one.id === value)
        .map((one) => one.name.zh)
    : []
  const documents = c.procedure.documents.documents.filter((one) => one.id === value).map((one) => one.name.zh)
  const dotted = /^\d{4}-\d{2}(-\d{2})?$/.test(value)
    ? [value.replaceAll('-', '.'), value.slice(0, 7).replace('-', '.')]
    : []
  const label = options?.[value]?.zh
  return [...dotted, ...named, ...documents, ...(label ? [label] : []), value].map(bare)
}

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

async function textOf(form: string): Promise<string> {
  const { pages } = lay(fill(form, c, { version: 'filing', posting: { workdays: 6 } }), fonts.measure)
  const pdf = await (await openPdfium()).open(await writePdf({ pages, title: form }, fonts))
  const text = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1)).join('')
  pdf.close()
  return bare(text)
}

test.each(['publicity-a3', 'publicity-a4', 'review'])('%s holds every value that has a cell in it', async (form) => {
  const text = await textOf(form)
  const all = [...leaves(c.dossier, ''), ...leaves(c.unit, 'unit')]
  const cells = all.filter(([path]) => fields.find((one) => one.path === path)?.forms?.includes(form))
  const own = all.filter(([path]) =>
    kinds.kinds.some((kind) =>
      kind.fields.some((one) => `achievements[].${one.key}` === path && (form === 'review' || one.public)),
    ),
  )
  const missing = [...cells, ...own].filter(([path, value]) => !printed(path, value).some((way) => text.includes(way)))
  expect(cells.length).toBeGreaterThan(60)
  // the photo is a picture, its cell holds no text
  expect(missing.filter(([path]) => path !== 'person.photo')).toEqual([])
})

test('no sensitive value stands on a posted sheet', async () => {
  const secret = [...leaves(c.dossier, '')].filter(([path]) => fields.find((one) => one.path === path)?.sensitive)
  const texts = await Promise.all(['publicity-a3', 'publicity-a4'].map(textOf))
  expect(secret.length).toBeGreaterThan(3)
  for (const text of texts) expect(secret.filter(([, value]) => text.includes(bare(value)))).toEqual([])
})
