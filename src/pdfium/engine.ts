import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { init, type Methods } from '@embedpdf/pdfium'
import { exits, Refusal } from '../model/finding.ts'

/** One running PDFium: its C functions by name, its memory, and whether a file has brought it down. */
export type Engine = {
  readonly call: Methods
  readonly memory: Memory
  readonly state: { dead: boolean; limit: number }
}

export type Memory = {
  /** Room for `size` bytes; freed by `free`. */
  take(size: number): number
  free(pointer: number): void
  /** A fresh view: the memory moves when it grows, so never keep one across a call. */
  view(): DataView
  write(pointer: number, bytes: Uint8Array): void
  /** A copy. */
  read(pointer: number, size: number): Uint8Array
}

/** Starts an engine: the module is compiled once a process, each start gets memory of its own. */
export async function startEngine(): Promise<Engine> {
  compiled ??= compile()
  const module = await compiled
  const state = { dead: false, limit: baseLimit }
  const call = await init({
    instantiateWasm: (imports: Imports, ready: (instance: WebAssembly.Instance) => void) => {
      const instance = new WebAssembly.Instance(module, fenced(imports, state))
      ready(instance)
      return instance.exports
    },
    print: quiet,
    printErr: quiet,
  })
  call.PDFiumExt_Init()
  // Without this a new document carries the time of the machine as its CreationDate.
  call.FPDF_SetSandBoxPolicy(machineTimeAccess, false)
  return { call, memory: memoryOf(call.pdfium as unknown as Emscripten), state }
}

/** Lets the engine grow as far as a file of `size` bytes may need: the file, its copy twice while it is written, and the base. */
export function allowFor(engine: Engine, size: number): void {
  engine.state.limit = baseLimit + 4 * size
}

/**
 * Runs `work` in the engine. A trap (out of memory, stack too deep) leaves its memory in an unknown state: the engine is
 * marked dead, the next file gets a new one, and this file is refused as one that cannot be read.
 * @throws {Refusal} `evidence/broken-pdf`
 */
export function guarded<T>(engine: Engine, work: () => T): T {
  if (engine.state.dead) throw unreadable()
  try {
    return work()
  } catch (reason) {
    if (!(reason instanceof WebAssembly.RuntimeError || reason instanceof RangeError)) throw reason
    engine.state.dead = true
    throw unreadable()
  }
}

/** Lends room of `size` bytes to `use` and takes it back whatever happens. */
export function lend<T>(engine: Engine, size: number, use: (pointer: number) => T): T {
  const pointer = engine.memory.take(size)
  try {
    return use(pointer)
  } finally {
    if (!engine.state.dead) engine.memory.free(pointer)
  }
}

/** Reads a string of UTF-16LE from a function that is asked twice: for its size, then for its bytes. */
export function utf16(engine: Engine, ask: (buffer: number, size: number) => number): string {
  const size = ask(0, 0)
  if (size <= 2) return ''
  return lend(engine, size, (pointer) => {
    ask(pointer, size)
    return Buffer.from(engine.memory.read(pointer, size - 2)).toString('utf16le')
  })
}

// ---

/** Decoded pictures, fonts and pages; the largest file of the test corpus needs a sixth of it. */
const baseLimit = 512 * 1024 * 1024
const machineTimeAccess = 0
const quiet = () => undefined
let compiled: Promise<WebAssembly.Module> | undefined

async function compile(): Promise<WebAssembly.Module> {
  const path = createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm')
  return WebAssembly.compile(new Uint8Array(await readFile(path)))
}

type Imports = { readonly env: { readonly emscripten_resize_heap: (size: number) => number } }

/** A file that wants more memory than its size can explain does not get it: PDFium then gives up and `guarded` says so. */
function fenced(imports: Imports, state: Engine['state']): Imports {
  const grow = imports.env.emscripten_resize_heap
  return {
    ...imports,
    env: { ...imports.env, emscripten_resize_heap: (size) => (size >>> 0 > state.limit ? 0 : grow(size)) },
  }
}

function unreadable(): Refusal {
  return new Refusal('evidence/broken-pdf', exits.unreadable)
}

/** What of the Emscripten module is used; the package ships no types for it. */
type Emscripten = {
  readonly HEAPU8: Uint8Array
  readonly wasmExports: { malloc(size: number): number; free(pointer: number): void }
}

function memoryOf(module: Emscripten): Memory {
  return {
    take(size) {
      const pointer = module.wasmExports.malloc(Math.max(1, size))
      if (!pointer) throw new WebAssembly.RuntimeError('out of memory')
      return pointer
    },
    free: (pointer) => module.wasmExports.free(pointer),
    view: () => new DataView(module.HEAPU8.buffer),
    write: (pointer, bytes) => module.HEAPU8.set(bytes, pointer),
    read: (pointer, size) => module.HEAPU8.slice(pointer, pointer + size),
  }
}
