import { type PDFDocument, PDFHeader, type PDFObject, PDFRef, PDFStream } from 'pdf-lib'

/**
 * Writes a document while it grows: what is heavy (pictures, page contents) goes out and is forgotten as soon as it stands,
 * so that a reading copy needs the memory of one file and not of all. Objects keep their numbers; the cross-reference table
 * is the classic one (ISO 32000-1, 7.5.4).
 */
export type PdfWriter = {
  /** Streams that were registered since the last call. Nothing may look into them afterwards. */
  heavy(): Generator<Uint8Array>
  /** Everything else, the table and the trailer: the document is finished and not to be touched again. */
  rest(): Generator<Uint8Array>
}

export function startWriting({ context }: PDFDocument): PdfWriter {
  const offsets = new Map<number, number>()
  let offset = 0
  let seen = 0
  const counted = function* (pieces: Iterable<Uint8Array>) {
    for (const piece of pieces) {
      offset += piece.length
      yield piece
    }
  }
  const object = function* (ref: PDFRef, value: PDFObject) {
    offsets.set(ref.objectNumber, offset)
    yield* counted(objectPieces(ref, value))
  }
  const head = function* () {
    if (offset === 0) yield* counted([headBytes(), Buffer.from('\n')])
  }
  return {
    *heavy() {
      yield* head()
      for (let number = seen + 1; number <= context.largestObjectNumber; number++) {
        const ref = PDFRef.of(number)
        const value = context.lookup(ref)
        if (!(value instanceof PDFStream)) continue
        yield* object(ref, value)
        context.delete(ref)
      }
      seen = context.largestObjectNumber
    },
    *rest() {
      yield* head()
      for (const [ref, value] of context.enumerateIndirectObjects()) yield* object(ref, value)
      const table = offset
      const { Root, Info, ID } = context.trailerInfo
      const size = context.largestObjectNumber + 1
      const trailer = bytesOf(context.obj({ Size: size, Root, Info, ID }))
      yield* counted([
        tableBytes(offsets, size),
        Buffer.from('trailer\n'),
        trailer,
        Buffer.from(`\nstartxref\n${table}\n%%EOF\n`),
      ])
    },
  }
}

// ---

function headBytes(): Uint8Array {
  return bytesOf(PDFHeader.forVersion(1, 7))
}

function* objectPieces(ref: PDFRef, value: PDFObject): Generator<Uint8Array> {
  yield Buffer.from(`${ref.objectNumber} ${ref.generationNumber} obj\n`)
  if (value instanceof PDFStream) {
    value.updateDict()
    yield bytesOf(value.dict)
    yield Buffer.from('\nstream\n')
    // Not copied: a picture of a hundred megabytes would stand in memory twice.
    yield value.getContents()
    yield Buffer.from('\nendstream')
  } else yield bytesOf(value)
  yield Buffer.from('\nendobj\n')
}

function bytesOf(value: {
  sizeInBytes(): number
  copyBytesInto(buffer: Uint8Array, offset: number): number
}): Uint8Array {
  const bytes = new Uint8Array(value.sizeInBytes())
  value.copyBytesInto(bytes, 0)
  return bytes
}

/** One section from 0; numbers that nothing has are free. */
function tableBytes(offsets: ReadonlyMap<number, number>, size: number): Uint8Array {
  const lines = Array.from({ length: size }, (_, number) => {
    const at = offsets.get(number)
    return at === undefined ? '0000000000 65535 f \n' : `${String(at).padStart(10, '0')} 00000 n \n`
  })
  return Buffer.from(`xref\n0 ${size}\n${lines.join('')}`)
}
