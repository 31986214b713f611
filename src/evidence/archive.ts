import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import type { Problem } from '../model/opening.ts'

/**
 * DOCX, XLSX, OFD and ZIP are carried as they are and never unpacked; but a person should know when one is cut off, locked, or
 * holds names that no program should follow.
 */
export async function archiveProblems(bytes: Uint8Array): Promise<readonly Problem[]> {
  const seen = await entriesOf(bytes)
  if (seen === undefined) return [{ code: 'evidence/odd-archive', severity: 'person' }]
  if (seen.locked) return [{ code: 'evidence/locked-archive', severity: 'person' }]
  return seen.count === 0 ? [{ code: 'evidence/empty-archive', severity: 'person' }] : []
}

// ---

type Seen = { readonly count: number; readonly locked: boolean }

/** Beyond these a directory is not read on; nothing is unpacked anyway. */
const entryLimit = 100_000

/** Reads the directory; undefined where it does not hold together. */
async function entriesOf(bytes: Uint8Array): Promise<Seen | undefined> {
  const zip = await opened(bytes)
  if (!zip) return undefined
  return new Promise((resolve) => {
    let count = 0
    let locked = false
    zip.on('entry', (entry: Entry) => {
      count++
      if (entry.isEncrypted()) locked = true
      if (entry.relativeOffsetOfLocalHeader + entry.compressedSize > bytes.length) resolve(undefined)
      else if (count >= entryLimit) resolve({ count, locked })
      else zip.readEntry()
    })
    zip.on('end', () => resolve({ count, locked }))
    zip.on('error', () => resolve(undefined))
    zip.readEntry()
  })
}

function opened(bytes: Uint8Array): Promise<ZipFile | undefined> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve) => {
    fromBuffer(buffer, { lazyEntries: true, strictFileNames: true }, (error, zip) => resolve(error ? undefined : zip))
  })
}
