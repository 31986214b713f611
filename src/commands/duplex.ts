import type { PageSetup } from '../model/sheet.ts'
import type { Duplex } from '../write/pdf.ts'

/** The edge over which a printer turns the sheet, so that both sides read upright. */
export function duplexOf({ duplex, landscape }: PageSetup): Duplex {
  if (!duplex) return 'never'
  return landscape ? 'short-edge' : 'long-edge'
}
