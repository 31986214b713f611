import { exits, Refusal } from '../model/finding.ts'
import { view } from './container.ts'

/**
 * What `fsType` of a font allows (OpenType 1.9, OS/2). `unstated`: the file has no such table, as old Apple fonts.
 * Without `subset` the font may be embedded whole only.
 */
export type EmbeddingRights = {
  readonly embedding: 'installable' | 'editable' | 'preview-print' | 'unstated'
  readonly subset: boolean
}

/**
 * Reads the licence bits. Where several of the usage bits are set, as up to version 2 of the table, the least restrictive
 * counts.
 * @throws Refusal `fonts/no-embedding` · `fonts/bitmap-only`
 */
export function readRights(os2: Uint8Array, file: string): EmbeddingRights {
  if (os2.byteLength < 10) return { embedding: 'unstated', subset: true }
  const bits = view(os2).getUint16(8)
  if ((bits & usage) === restricted) throw new Refusal('fonts/no-embedding', exits.font, { file }, { file })
  if (bits & bitmapOnly) throw new Refusal('fonts/bitmap-only', exits.font, { file }, { file })
  const embedding = bits & editable ? 'editable' : bits & previewPrint ? 'preview-print' : 'installable'
  return { embedding, subset: !(bits & noSubset) }
}

// ---

const [restricted, previewPrint, editable, noSubset, bitmapOnly] = [0x2, 0x4, 0x8, 0x100, 0x200]
const usage = restricted | previewPrint | editable
