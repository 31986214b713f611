import JSZip from 'jszip'
import { type Blank, printedParts } from '../model/blank.ts'

/** Opens an official Word blank; undefined where the bytes are no Word file (a `.doc`, one with a password). */
export async function openBlank(bytes: Uint8Array): Promise<Blank | undefined> {
  const zip = await opened(bytes)
  if (!zip?.file('word/document.xml')) return undefined
  const names = Object.keys(zip.files).filter((name) => printedParts.test(name) || packaging.test(name))
  const parts = await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? '']))
  return { bytes, parts: Object.fromEntries(parts) }
}

// ---

const packaging = /^(?:\[Content_Types\]\.xml|word\/_rels\/document\.xml\.rels|word\/settings\.xml)$/

async function opened(bytes: Uint8Array): Promise<JSZip | undefined> {
  // JSZip says in words only that it is no ZIP, and looks for one anywhere in the file.
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return undefined
  return JSZip.loadAsync(bytes)
}
