import { randomInt } from 'node:crypto'
import { expect, test } from 'vitest'
import { writePdf } from '../../src/write/pdf.ts'
import { block, boundsOf, copied, fontBytes, inkIn, nationalList, openTestFonts, page, rendered } from './kit.ts'
import { different, withWholeFont } from './whole.ts'

const fonts = openTestFonts()
const dpi = 100
const perPage = 1500
const seed = Number(process.env.TEST_SEED ?? randomInt(1_000_000))
console.info(
  `characters of the national list drawn with seed ${seed} (TEST_SEED repeats it, TEST_SCALE=full draws all)`,
)

test('the list is the one of 2013: 3,500 and 3,000 and 1,605 characters, 196 of them beyond the BMP', () => {
  expect(new Set(nationalList).size).toBe(8105)
  // first and last of each level
  const ends = [0, 3499, 3500, 6499, 6500].map((i) => nationalList[i])
  expect(ends).toEqual(['一', '矗', '乂', '齉', '亍'])
  const beyond = nationalList.filter((char) => (char.codePointAt(0) ?? 0) > 0xffff)
  const inBlock = (from: number, to: number) =>
    beyond.filter((char) => {
      const point = char.codePointAt(0) ?? 0
      return point >= from && point <= to
    }).length
  expect(beyond.length).toBe(196)
  // extensions B, C, D and E
  expect([
    inBlock(0x20000, 0x2a6df),
    inBlock(0x2a700, 0x2b73f),
    inBlock(0x2b740, 0x2b81f),
    inBlock(0x2b820, 0x2ceaf),
  ]).toEqual([36, 44, 8, 108])
})

test.each([
  ['song', 'noto-serif-sc-400', false],
  ['hei', 'noto-sans-sc-400', false],
  ['hei', 'noto-sans-sc-700', true],
] as const)(
  'characters of the national list in %s (%s): ink as with the whole font, copied as written',
  async (role, key, bold) => {
    const chars = chosen()
    const pages = Array.from({ length: Math.ceil(chars.length / perPage) }, (_, i) =>
      chars.slice(i * perPage, (i + 1) * perPage),
    )
    const drawn = pages.map((part) => page(block(fonts, part, { role, bold })))
    const pdf = await writePdf({ title: 'test', pages: drawn }, fonts)
    const [cut, whole] = [await rendered(pdf, dpi), await rendered(await withWholeFont(pdf, fontBytes(key)), dpi)]
    expect(different(cut, whole)).toBe(0)
    const empty = pages.flatMap((part, p) => part.filter((_, i) => inkIn(cut[p] ?? blank, dpi, boundsOf(i)) < 3))
    expect(empty).toEqual([])
    expect(await copied(pdf)).toBe(chars.join(''))
  },
)

// ---

const blank = { width: 1, height: 1, data: new Uint8Array([255, 255, 255, 255]) }

/** All of the list, or every character beyond the BMP and some of the rest, drawn by the seed. */
function chosen(): string[] {
  if (process.env.TEST_SCALE === 'full') return [...nationalList]
  const next = random(seed)
  return nationalList.filter((char) => char.length > 1 || next() < 0.06)
}

/** Numbers below 1 that follow from the seed (mulberry32). */
function random(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
