import fc from 'fast-check'

const blocks = [
  [0x4e00, 0x9fff],
  [0x3400, 0x4dbf],
  [0x20000, 0x2a6df],
  [0x30000, 0x3134f],
  [0xf900, 0xfaff],
  [0x3001, 0x3029],
  [0xff01, 0xff5e],
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
