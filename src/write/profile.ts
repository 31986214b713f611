/**
 * An ICC profile of sRGB, written from the constants of IEC 61966-2-1 (ICC.1:2010, version 4.3): matrix and the exact
 * curve as parameters, 500 bytes. Primaries and white are adapted to D50 as ICC.1 asks; the date is a fixed one.
 */
export function srgbProfile(): Uint8Array {
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', localized('sRGB IEC61966-2.1')],
    ['cprt', localized('CC0')],
    ['wtpt', fixed('XYZ ', [0.9642, 1, 0.8249])],
    ['chad', fixed('sf32', [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168])],
    ['rXYZ', fixed('XYZ ', [0.43607, 0.22249, 0.01392])],
    ['gXYZ', fixed('XYZ ', [0.38515, 0.71687, 0.09708])],
    ['bXYZ', fixed('XYZ ', [0.14307, 0.06061, 0.7141])],
    ['rTRC', curve()],
    ['gTRC', curve()],
    ['bTRC', curve()],
  ]
  const start = 128 + 4 + 12 * tags.length
  const out = new Uint8Array(tags.reduce((sum, [, body]) => sum + body.byteLength, start))
  header(out)
  const data = new DataView(out.buffer)
  data.setUint32(128, tags.length)
  let at = start
  for (const [i, [tag, body]] of tags.entries()) {
    ascii(out, 132 + 12 * i, tag)
    data.setUint32(136 + 12 * i, at)
    data.setUint32(140 + 12 * i, body.byteLength)
    out.set(body, at)
    at += body.byteLength
  }
  return out
}

// ---

function ascii(out: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) out[at + i] = text.charCodeAt(i)
}

function header(out: Uint8Array): void {
  const data = new DataView(out.buffer)
  data.setUint32(0, out.byteLength)
  data.setUint32(8, 0x04300000)
  ascii(out, 12, 'mntrRGB XYZ ')
  for (const [i, part] of [2024, 1, 1, 0, 0, 0].entries()) data.setUint16(24 + 2 * i, part)
  ascii(out, 36, 'acsp')
  for (const [i, value] of [0.9642, 1, 0.8249].entries()) data.setInt32(68 + 4 * i, Math.round(value * 65536))
}

function fixed(type: string, values: readonly number[]): Uint8Array {
  const out = new Uint8Array(8 + 4 * values.length)
  ascii(out, 0, type)
  for (const [i, value] of values.entries()) new DataView(out.buffer).setInt32(8 + 4 * i, Math.round(value * 65536))
  return out
}

/** Function type 3: ((x + 0.055) / 1.055)^2.4 above 0.04045, x / 12.92 below. */
function curve(): Uint8Array {
  const out = new Uint8Array(32)
  const body = fixed('para', [0, 2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045])
  out.set(body)
  new DataView(out.buffer).setUint16(8, 3)
  return out
}

function localized(text: string): Uint8Array {
  const out = new Uint8Array((28 + 2 * text.length + 3) & ~3)
  const data = new DataView(out.buffer)
  ascii(out, 0, 'mluc')
  data.setUint32(8, 1)
  data.setUint32(12, 12)
  ascii(out, 16, 'enUS')
  data.setUint32(20, 2 * text.length)
  data.setUint32(24, 28)
  for (let i = 0; i < text.length; i++) data.setUint16(28 + 2 * i, text.charCodeAt(i))
  return out
}
