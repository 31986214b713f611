declare module 'archiver' {
  import type { Readable, Transform } from 'node:stream'

  type EntryData = { name: string; date: Date; mode: number; store: boolean }

  /** Only what `zip.ts` uses of archiver 8. */
  export class ZipArchive extends Transform {
    constructor(options: { zlib: { level: number }; forceLocalTime?: boolean; highWaterMark?: number })
    append(source: Buffer | Readable, data: EntryData): this
    finalize(): Promise<void>
    abort(): this
  }
}
