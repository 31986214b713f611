/**
 * How parent and child talk over two pipes. A frame is the length of its JSON, the length of its body (32 bits each, little-
 * endian), the JSON and the body; byte arrays in the value stand in the body. Node's own channel between processes takes
 * five times as long for large ones.
 */

/** @param known a byte array that the other side has: it is named, not sent */
export function frame(value: unknown, known?: Uint8Array): readonly Uint8Array[] {
  const bodies: Uint8Array[] = []
  let length = 0
  const json = JSON.stringify(value, function (this: Readonly<Record<string, unknown>>, key, seen: unknown) {
    // A Buffer turns itself into numbers before it comes here.
    const raw = this[key]
    if (!(raw instanceof Uint8Array)) return seen
    if (raw === known) return { [mark]: 'known' }
    bodies.push(raw)
    length += raw.length
    return { [mark]: [length - raw.length, length] }
  })
  const text = Buffer.from(json)
  const head = Buffer.alloc(headSize)
  head.writeUInt32LE(text.length, 0)
  head.writeUInt32LE(length, 4)
  return [head, text, ...bodies]
}

/** Takes the pieces in which frames arrive; calls `whole` with the value of each. */
export function reader(
  whole: (value: unknown) => void,
  known: () => Uint8Array | undefined = () => undefined,
): (piece: Uint8Array) => void {
  let parts = emptyFrame()
  return (piece) => {
    let rest = piece
    while (rest.length > 0) {
      rest = parts.take(rest)
      if (!parts.isWhole()) continue
      const value = parts.value(known())
      parts = emptyFrame()
      whole(value)
    }
  }
}

// ---

const headSize = 8
const mark = '#bytes'

function emptyFrame() {
  const head = Buffer.alloc(headSize)
  let text: Buffer | undefined
  let body = Buffer.alloc(0)
  let got = 0
  const into = (target: Buffer, from: number, piece: Uint8Array): Uint8Array => {
    const taken = piece.subarray(0, Math.max(0, target.length - (got - from)))
    target.set(taken, Math.min(got - from, target.length))
    got += taken.length
    return piece.subarray(taken.length)
  }
  return {
    /** Takes what belongs to this frame; the rest comes back. */
    take(piece: Uint8Array): Uint8Array {
      if (got < headSize) {
        const rest = into(head, 0, piece)
        if (got < headSize) return rest
        text = Buffer.alloc(head.readUInt32LE(0))
        body = Buffer.allocUnsafeSlow(head.readUInt32LE(4))
        return rest
      }
      if (!text) return piece
      const bodyAt = headSize + text.length
      return got < bodyAt ? into(text, headSize, piece) : into(body, bodyAt, piece)
    },
    isWhole: () => text !== undefined && got === headSize + text.length + body.length,
    value(known: Uint8Array | undefined): unknown {
      return JSON.parse((text ?? head).toString('utf8'), (_, seen: unknown) => {
        if (typeof seen !== 'object' || seen === null || !(mark in seen)) return seen
        const range = seen[mark]
        if (!Array.isArray(range)) return known
        return new Uint8Array(body.buffer, body.byteOffset + Number(range[0]), Number(range[1]) - Number(range[0]))
      })
    },
  }
}
