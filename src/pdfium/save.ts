import { type Engine, lend } from './engine.ts'

/** The bytes of a document as PDFium writes it, or undefined when it cannot. */
export function saveDocument(engine: Engine, document: number): Uint8Array | undefined {
  const { call, memory } = engine
  const writer = call.PDFiumExt_OpenFileWriter()
  const done = call.PDFiumExt_SaveAsCopy(document, writer)
  const size = call.PDFiumExt_GetFileWriterSize(writer)
  const bytes = lend(engine, size, (pointer) => {
    call.PDFiumExt_GetFileWriterData(writer, pointer, size)
    return memory.read(pointer, size)
  })
  call.PDFiumExt_CloseFileWriter(writer)
  return done && size ? bytes : undefined
}
