/**
 * Bytes of a text file → text. Only UTF-8 is read; other encodings are recognised so that the refusal can say which one
 * it is and how to save the file (STYLE: never repair silently).
 */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly code: 'format/utf-16' | 'format/gbk' | 'format/not-utf-8'; readonly line: number }

export function decodeText(bytes: Uint8Array): Decoded {
  if (isUtf16(bytes)) return { ok: false, code: 'format/utf-16', line: 1 }
  try {
    return { ok: true, text: utf8.decode(bytes) }
  } catch {
    return { ok: false, code: isGbk(bytes) ? 'format/gbk' : 'format/not-utf-8', line: lineOf(bytes, firstBad(bytes)) }
  }
}

// ---

/** Takes a byte order mark away by itself. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

/** With its mark, or every second byte of the beginning a zero (Notepad's “Unicode” without a mark). */
function isUtf16(bytes: Uint8Array): boolean {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return true
  const head = bytes.subarray(0, 64 - (64 % 2))
  if (head.length < 8) return false
  const zeros = (from: number) => head.filter((byte, at) => at % 2 === from && byte === 0).length
  return zeros(0) >= head.length / 8 || zeros(1) >= head.length / 8
}

/** GBK and GB 18030: a lead byte with its trail byte, or four bytes; hand-made because small Node builds lack the decoder. */
function isGbk(bytes: Uint8Array): boolean {
  let pairs = 0
  for (let at = 0; at < bytes.length; ) {
    const step = gbkStep(bytes, at)
    if (step === 0) return false
    if (step > 1) pairs++
    at += step
  }
  return pairs > 0
}

function gbkStep(bytes: Uint8Array, at: number): number {
  const byte = (offset: number) => bytes[at + offset] ?? 0
  if (byte(0) < 0x80) return 1
  if (byte(0) === 0x80 || byte(0) === 0xff) return 0
  if (byte(1) >= 0x40 && byte(1) <= 0xfe && byte(1) !== 0x7f) return 2
  const digit = (offset: number) => byte(offset) >= 0x30 && byte(offset) <= 0x39
  return digit(1) && byte(2) >= 0x81 && byte(2) <= 0xfe && digit(3) ? 4 : 0
}

/** Place of the first byte that is no UTF-8, found by halving with a decoder that replaces. */
function firstBad(bytes: Uint8Array): number {
  const lenient = new TextDecoder('utf-8', { ignoreBOM: true })
  const encoder = new TextEncoder()
  const back = encoder.encode(lenient.decode(bytes))
  const at = back.findIndex((byte, place) => byte !== bytes[place])
  return at === -1 ? bytes.length : at
}

function lineOf(bytes: Uint8Array, at: number): number {
  return bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1
}
