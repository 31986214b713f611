import { describe, expect, test } from 'vitest'
import { fill } from '../../src/fill/fill.ts'
import { lintForms } from '../../src/fill/lint.ts'
import { lay } from '../../src/lay/lay.ts'
import type { Item, Laid } from '../../src/model/page.ts'
import { goldenOf } from './golden.ts'
import { linesOf, overlap, pt, type Rect, type Text, textsOf } from './kit.ts'
import { realCase } from './real.ts'

const { c, fonts } = await realCase()
const { measure } = fonts
/** Same facts on every route: each category that leads to one. */
const categories = c.procedure.file.routes.flatMap(
  (route) => c.procedure.file.categories.find((one) => one.route === route.id && one.orRoute === undefined)?.id ?? [],
)
const forms = c.procedure.file.forms.map((form) => form.id)

function laid(form: string, category = c.dossier.category): Laid {
  const dossier = { ...c.dossier, category }
  return lay(fill(form, { ...c, dossier }, { version: 'filing', snapshot: { code: 'AB12-CD34' } }), measure)
}

/** Ink of a text: Han fill their square nearly, so that a tenth of it may touch. */
function ink(item: Text): Rect {
  const size = item.size * pt
  const w = measure.width(item.text, item.font, item.size) + item.spacing * ([...item.text].length - 1)
  return { x: item.x, y: item.y - 0.8 * size, w, h: 0.84 * size }
}

function crossed(items: readonly Item[]): readonly string[] {
  return textsOf(items).flatMap((text) =>
    linesOf(items)
      .filter((line) => {
        const w = Math.max(line.x2 - line.x1, line.width)
        const h = Math.max(line.y2 - line.y1, line.width)
        return overlap(ink(text), { x: line.x1 - line.width / 2, y: line.y1 - line.width / 2, w, h })
      })
      .map((line) => `${text.text} / ${line.x1},${line.y1}`),
  )
}

test('the forms of the procedure lint', () => {
  expect(lintForms(c.procedure)).toEqual([])
})

describe.each(forms)('%s', (form) => {
  const pages = laid(form)

  test('looks as it was accepted', async () => {
    await expect(goldenOf(pages)).toMatchFileSnapshot(`../golden/${form}.txt`)
  })

  test('draws no text on another and none on a line', () => {
    for (const page of pages.pages) {
      const texts = textsOf(page.items)
      const pairs = texts.flatMap((a, i) =>
        texts
          .slice(i + 1)
          .filter((b) => overlap(ink(a), ink(b)))
          .map((b) => [a.text, b.text]),
      )
      expect(pairs).toEqual([])
      expect(crossed(page.items)).toEqual([])
    }
  })

  test('keeps everything on the page, and every character has a glyph', () => {
    for (const page of pages.pages)
      for (const item of textsOf(page.items)) {
        const box = ink(item)
        expect(box.x >= 0 && box.y >= 0 && box.x + box.w <= page.w && box.y + box.h <= page.h).toBe(true)
      }
    expect(pages.missing).toEqual([])
    expect(pages.overfull).toEqual([])
  })

  test.each(categories)('keeps its places clear of text and lines (%s)', (category) => {
    const found = laid(form, category)
    for (const slot of found.slots) {
      const items = found.pages[slot.page - 1]?.items ?? []
      const texts = textsOf(items).filter((text) => text.grey === 0 && slot.kind !== 'date')
      expect(texts.filter((text) => overlap(slot, ink(text))).map((text) => `${slot.id} ${text.text}`)).toEqual([])
      const lines = linesOf(items).filter((line) => {
        const rect = {
          x: line.x1,
          y: line.y1,
          w: Math.max(line.x2 - line.x1, 1e-9),
          h: Math.max(line.y2 - line.y1, 1e-9),
        }
        return overlap(slot, rect, 1e-3)
      })
      expect(lines.map((line) => `${slot.id} ${line.x1},${line.y1}`)).toEqual([])
    }
  })
})
