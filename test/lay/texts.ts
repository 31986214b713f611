import fc from 'fast-check'

/** Unicode 15.1: every block of Chinese characters, their parts, marks, phonetics, squared and full-width forms. */
const blocks = [
  [0x2e80, 0x2ef3],
  [0x2f00, 0x2fd5],
  [0x2ff0, 0x2ffb],
  [0x3001, 0x303f],
  [0x3105, 0x312f],
  [0x31a0, 0x31bf],
  [0x31c0, 0x31e3],
  [0x3200, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xf900, 0xfad9],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe4f],
  [0xfe50, 0xfe6b],
  [0xff01, 0xffee],
  [0x20000, 0x2a6df],
  [0x2a700, 0x2ebe0],
  [0x2f800, 0x2fa1d],
  [0x30000, 0x323af],
] as const
const han = fc
  .oneof(...blocks.map(([min, max]) => fc.integer({ min, max })))
  .map((point) => String.fromCodePoint(point))
const others = fc.constantFrom(
  'a',
  'Q',
  '3',
  ' ',
  '.',
  ',',
  '%',
  '（',
  '）',
  '。',
  '“',
  '”',
  '—',
  '2024年12月31日',
  '42万元',
  'CO₂',
)

/** Text from the whole of Unicode's Chinese blocks, mixed with Latin, numbers and punctuation. */
export const chineseText = (maxLength: number) =>
  fc.array(fc.oneof(han, others), { maxLength }).map((parts) => parts.join(''))

/** How often a property is tried: `few` times, or `full` times where TEST_SCALE says so. A failure prints its seed; TEST_SEED repeats it. */
export function tries(few: number, full: number): { readonly numRuns: number; readonly seed: number } {
  return { numRuns: process.env.TEST_SCALE === 'full' ? full : few, seed }
}

/** Printed in the names of the tests. */
export const seed = Number(process.env.TEST_SEED ?? Math.floor(Math.random() * 2 ** 31))
