import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parse as parseYaml } from 'yaml'
import { fontsSchema } from '../../src/model/font.ts'
import type { Item, Page } from '../../src/model/page.ts'
import { type Fonts, openFonts } from '../../src/write/fonts.ts'

const root = new URL('../../', import.meta.url)

export const fontsFile = fontsSchema.parse(
  parseYaml(readFileSync(new URL('fonts/fonts.yaml', root), 'utf8'), { schema: 'failsafe' }),
)

/** Bytes of a font by its key, from the development package. */
export function fontBytes(key: string): Uint8Array {
  const file = fontsFile.files.find((entry) => entry.key === key)
  if (!file) throw new Error(`no font ${key}`)
  return readFileSync(fileURLToPath(new URL(`node_modules/${file.package}/${file.path}`, root)))
}

export function openTestFonts(): Fonts {
  const files = fontsFile.files.map(({ key }) => ({ key, bytes: fontBytes(key) }))
  return openFonts(files, fontsFile.roles)
}

/** Text items of one line, cut into runs; a character without a font is left out. */
export function line(fonts: Fonts, text: string, x: number, y: number, size = 12, role = 'song', bold = false): Item[] {
  const items: Item[] = []
  for (const run of fonts.measure.runs(text, role, bold)) {
    if (!run.font) continue
    items.push({ kind: 'text', x, y, font: run.font, size, text: run.text, spacing: 0, grey: 0 })
    x += fonts.measure.width(run.text, run.font, size)
  }
  return items
}

export function page(items: readonly Item[], w = 210, h = 297): Page {
  return { form: 'test', no: 1, w, h, items }
}

/** Characters in lines of 30, top to bottom. */
export function block(fonts: Fonts, text: string, size = 14, perLine = 30): Item[] {
  const chars = [...text]
  const lines = Array.from({ length: Math.ceil(chars.length / perLine) }, (_, i) =>
    chars.slice(i * perLine, (i + 1) * perLine).join(''),
  )
  return lines.flatMap((part, i) => line(fonts, part, 15, 20 + i * size * 0.5, size))
}
