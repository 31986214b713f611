import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lay } from '../../src/lay/lay.ts'
import { emptyRow } from '../../src/model/grid.ts'
import type { Align, Block, Cell, Row, Sheet } from '../../src/model/sheet.ts'
import { allTexts, boxOf, measure, overlaps, sheetOf, textsOf } from './kit.ts'
import { chineseText, seed, tries } from './texts.ts'

/** Marks the first character of row r, in a private area that the texts do not use. */
const mark = (row: number) => String.fromCodePoint(0xe100 + row)

const cellShape = fc.record({
  text: chineseText(60),
  colspan: fc.integer({ min: 1, max: 3 }),
  rowspan: fc.integer({ min: 1, max: 4 }),
  valign: fc.constantFrom('top' as const, 'middle' as const, 'bottom' as const),
  size: fc.constantFrom(8, 10.5, 14),
  align: fc.constantFrom<Align>('left', 'right', 'center', 'justify', 'spread'),
  leading: fc.constantFrom(1, 1.3, 1.7),
  indent: fc.constantFrom(0, 2),
})
const tableShape = fc.record({
  cols: fc.array(fc.integer({ min: 9, max: 40 }), { minLength: 1, maxLength: 4 }),
  rows: fc.array(
    fc.record({
      height: fc.integer({ min: 0, max: 90 }),
      rule: fc.constantFrom('min' as const, 'exact' as const),
      keep: fc.boolean(),
      fill: fc.boolean(),
      cells: fc.array(cellShape, { minLength: 4, maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
})
type Shape = typeof tableShape extends fc.Arbitrary<infer T> ? T : never

/** A table without holes: spans are cut down to what is free. */
function sheetFrom(shape: Shape): Sheet {
  const taken = shape.rows.map(() => shape.cols.map(() => false))
  const rows = shape.rows.map((row, r): Row => {
    const cells: Cell[] = []
    let given = row.cells
    for (let c = 0; c < shape.cols.length; c++) {
      if (taken[r]?.[c]) continue
      const [own, ...rest] = given
      given = rest
      let colspan = 1
      while (colspan < (own?.colspan ?? 1) && c + colspan < shape.cols.length && !taken[r]?.[c + colspan]) colspan++
      const rowspan = Math.min(own?.rowspan ?? 1, shape.rows.length - r)
      for (let i = r; i < r + rowspan; i++) for (let k = c; k < c + colspan; k++) (taken[i] ?? [])[k] = true
      cells.push(cellOf(`${mark(r)}${own?.text ?? ''}`, colspan, rowspan, own?.valign ?? 'top', own?.size ?? 8, own))
    }
    return { height: row.height, rule: row.rule, keep: row.keep, fill: row.fill, repeat: false, cells }
  })
  const plain = sheetOf('<form id="t" inner="20" outer="20"><p>甲</p></form>')
  return { ...plain, blocks: [{ kind: 'table', cols: shape.cols, rows, outer: 0.35, inner: 0.18, align: 'left' }] }
}

type Set = { readonly align: Align; readonly leading: number; readonly indent: number }
const plainly: Set = { align: 'left', leading: 1.3, indent: 0 }

function cellOf(
  text: string,
  colspan: number,
  rowspan: number,
  valign: Cell['valign'],
  size: number,
  set: Set = plainly,
): Cell {
  const style = { font: 'song', bold: false, size } as const
  return {
    colspan,
    rowspan,
    valign,
    vertical: false,
    slash: false,
    overflow: { kind: 'grow' },
    padding: 1.2,
    head: false,
    blocks: [
      {
        kind: 'p',
        inlines: [{ ...style, kind: 'text', text }],
        align: set.align,
        indent: set.indent,
        leading: set.leading,
        before: 0,
        after: 0,
        heading: 0,
        keepWithNext: false,
      },
    ],
  }
}

const sorted = (text: string) => [...text.replace(/ /g, '')].sort().join('')
const textsIn = (sheet: Sheet) =>
  sheet.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row) =>
          row.cells.flatMap((cell) =>
            cell.blocks.flatMap((inner) =>
              inner.kind === 'p'
                ? inner.inlines.flatMap((inline) => (inline.kind === 'text' ? [inline.text] : []))
                : [],
            ),
          ),
        )
      : [],
  )

describe(`random tables, seed ${seed} (TEST_SEED repeats it, TEST_SCALE=full tries more)`, () => {
  test('random tables lose no character', () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        const sheet = sheetFrom(shape)
        const drawn = allTexts(lay(sheet, measure)).map((item) => item.text)
        expect(sorted(drawn.join(''))).toBe(sorted(textsIn(sheet).join('')))
      }),
      tries(60, 3000),
    )
  })

  test('no two texts of a random table overlap', () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        expect(overlaps(lay(sheetFrom(shape), measure))).toEqual([])
      }),
      tries(60, 3000),
    )
  })

  test('nothing of a random table is outside its page', () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        const laid = lay(sheetFrom(shape), measure)
        for (const item of allTexts(laid)) {
          const box = boxOf(item)
          expect(box.y).toBeGreaterThanOrEqual(25)
          expect(box.y + box.h).toBeLessThanOrEqual(277 + 1e-6)
        }
        for (const item of laid.pages.flatMap((page) => page.items))
          if (item.kind === 'line') expect(Math.max(item.y1, item.y2)).toBeLessThanOrEqual(277.2)
      }),
      tries(60, 3000),
    )
  })

  test('rows of a random table keep their order', () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        const rows = shape.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            valign: 'top' as const,
            size: 10.5 as const,
            leading: 1.3 as const,
          })),
        }))
        const texts = allTexts(lay(sheetFrom({ ...shape, rows }), measure))
        const places = rows.flatMap((_, r) => {
          const own = texts.filter((item) => item.text.includes(mark(r)))
          return own.length ? [Math.min(...own.map((item) => item.page * 1000 + item.y))] : []
        })
        expect(places).toEqual([...places].sort((a, b) => a - b))
      }),
      tries(60, 3000),
    )
  })

  test('with labels and head rows that stand again nothing is lost, parted from its page or drawn over', () => {
    const heads = fc.record({ shape: tableShape, head: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }) })
    fc.assert(
      fc.property(heads, ({ shape, head }) => {
        const plain = sheetFrom(shape)
        const blocks = plain.blocks.map((block): Block => {
          if (block.kind !== 'table') return block
          const rows = block.rows.map((row, r) => ({
            ...row,
            repeat: r === 0 && row.cells.every((cell) => cell.rowspan === 1),
            cells: row.cells.map((cell, i) => ({ ...cell, head: head[(r + i) % 4] === true })),
          }))
          return { ...block, rows }
        })
        const laid = lay({ ...plain, blocks }, measure)
        const drawn = new Map<string, number>()
        for (const character of allTexts(laid).flatMap((item) => [...item.text]))
          drawn.set(character, (drawn.get(character) ?? 0) + 1)
        for (const character of textsIn(plain).join('').replace(/ /g, ''))
          drawn.set(character, (drawn.get(character) ?? 0) - 1)
        expect([...drawn].filter(([, count]) => count < 0)).toEqual([])
        expect(overlaps(laid)).toEqual([])
        for (const item of allTexts(laid)) expect(boxOf(item).y + boxOf(item).h).toBeLessThanOrEqual(277 + 1e-6)
      }),
      tries(150, 5000),
    )
  })

  test('the mark of a 附页 in a narrow cell is set smaller instead of running out of it', () => {
    const spill = { kind: 'spill', label: '栏' } as const
    const plain = sheetOf('<form id="t" inner="20" outer="20"><p>甲</p></form>')
    const cells = (text: string, size: number) => [{ ...cellOf(text, 1, 1, 'top', size), overflow: spill }]
    const row = { height: 16, rule: 'exact', keep: false, fill: false, repeat: false } as const
    const rows: Row[] = [
      { ...row, cells: cells('甲乙丙丁', 14) },
      { ...row, cells: cells('戊', 8) },
    ]
    const laid = lay(
      { ...plain, blocks: [{ kind: 'table', cols: [9], rows, outer: 0.35, inner: 0.18, align: 'left' }] },
      measure,
    )
    expect(overlaps(laid)).toEqual([])
    expect(
      laid.pages
        .map((page) =>
          textsOf(page.items)
            .map((item) => item.text)
            .join(''),
        )
        .join(''),
    ).toContain('续')
  })

  test('what random cells cannot hold goes to 附页 without losing a character', () => {
    fc.assert(
      fc.property(tableShape, (shape) => {
        const plain = sheetFrom(shape)
        const blocks = plain.blocks.map((block): Block => {
          if (block.kind !== 'table') return block
          const spill = { kind: 'spill', label: '栏' } as const
          const rows = block.rows.map((row) => ({
            ...row,
            height: 16,
            rule: 'exact' as const,
            cells: row.cells.map((cell) => ({ ...cell, overflow: spill })),
          }))
          return { ...block, rows }
        })
        const laid = lay({ ...plain, blocks }, measure)
        const notes = /（续附页 \d+）|附页 \d+，接第 \d+ 页“栏”栏/g
        const drawn = sorted(
          laid.pages
            .map((page) =>
              textsOf(page.items)
                .map((item) => item.text)
                .join(''),
            )
            .join('\n')
            .replaceAll(notes, ''),
        )
        const lost = new Map<string, number>()
        for (const one of textsIn(plain).join('').replace(/ /g, '')) lost.set(one, (lost.get(one) ?? 0) + 1)
        for (const one of drawn) lost.set(one, (lost.get(one) ?? 0) - 1)
        expect([...lost].filter(([, count]) => count > 0)).toEqual([])
        expect(overlaps(laid)).toEqual([])
        expect(laid.overfull).toEqual([])
      }),
      tries(60, 3000),
    )
  })

  test('a random table of fixed rows keeps its page, its rows and its height, and loses no character', () => {
    const fixed = fc.record({
      shape: tableShape,
      count: fc.integer({ min: 1, max: 6 }),
      to: fc.constantFrom(undefined, 7),
      height: fc.integer({ min: 8, max: 30 }),
    })
    fc.assert(
      fc.property(fixed, ({ shape, count, to, height }) => {
        const rows = shape.rows.map((row) => ({
          ...row,
          height,
          cells: row.cells.map((cell) => ({ ...cell, colspan: 1, rowspan: 1 })),
        }))
        const plain = sheetFrom({ ...shape, rows })
        const blocks = plain.blocks.map((block): Block => {
          if (block.kind !== 'table') return block
          const own = block.rows.map((row) => ({
            ...row,
            cells: row.cells.map((cell) => ({ ...cell, overflow: { kind: 'spill' as const, label: '栏', to } })),
          }))
          const last = own[own.length - 1]
          const more = last ? Array.from({ length: Math.max(0, count - own.length) }, () => emptyRow(last)) : []
          return { ...block, rows: [...own, ...more], lines: { count, label: '栏' } }
        })
        const laid = lay({ ...plain, blocks, setup: { ...plain.setup, fixed: true } }, measure)
        const numbered = laid.pages.filter((page) => !laid.bookmarks.some((mark) => mark.page <= page.no))
        const body = numbered.filter((page) => page.items.length > 0)
        expect(body).toHaveLength(1)
        expect(laid.overfull).toEqual([])
        const ys = (body[0]?.items ?? []).flatMap((item) =>
          item.kind === 'line' && item.y1 === item.y2 ? [item.y1] : [],
        )
        expect(new Set(ys.map((y) => y.toFixed(6))).size).toBe(count + 1)
        expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo(count * height, 6)
        const lost = new Map<string, number>()
        for (const one of textsIn(plain).join('').replace(/ /g, '')) lost.set(one, (lost.get(one) ?? 0) + 1)
        for (const one of allTexts(laid)
          .map((item) => item.text)
          .join(''))
          lost.set(one, (lost.get(one) ?? 0) - 1)
        expect([...lost].filter(([, left]) => left > 0)).toEqual([])
        expect(overlaps(laid)).toEqual([])
      }),
      tries(100, 5000),
    )
  })
})
