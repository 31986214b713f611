import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Made } from '../../src/commands/forms.ts'
import type { Case } from '../../src/model/case.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { everyForm, pdfOf, procedures } from './every.ts'

// What each form looks like, small: the first page, and of a long form the last one (the result of the review) beside it.
// `npm run accept` takes what is drawn now.

/** A4, and A3 on about as many pixels. */
const dpi = { A4: 45, A3: 34 } as const
const folder = join(import.meta.dirname, '../golden/images')
/** Pages from which on a form is long. */
const long = 8
/** The stored picture has sixteen greys; more than this is another drawing. */
const near = 24
/** Share of pixels that may be off: the edge of a stroke that another processor rounds otherwise. */
const fewest = 0.0005

const named = procedures.flatMap((c) => {
  const forms = everyForm(c)
  return c.procedure.file.forms.flatMap(({ id }) => {
    const made = forms.findLast(({ form }) => form.id === id)
    return made ? [{ c, made, name: `${c.procedure.file.id}/${id}` }] : []
  })
})

describe.each(named)('$name', ({ c, made, name }) => {
  const file = join(folder, `${name}.png`)

  test('looks as it was accepted', async () => {
    const drawn = await picture(made, c)
    if (process.env.JUANZONG_ACCEPT) await accept(file, drawn)
    expect(existsSync(file), `${name}: npm run accept`).toBe(true)
    const { data, info } = await sharp(file).greyscale().raw().toBuffer({ resolveWithObject: true })
    expect([info.width, info.height]).toEqual([drawn.width, drawn.height])
    const off = data.filter((value, i) => Math.abs(value - (drawn.data[i] ?? 0)) > near).length
    expect(off / data.length).toBeLessThan(fewest)
  })
})

test('the pictures are small, and there is none of a form that is gone', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.png'))
  expect(files.map((file) => file.replaceAll('\\', '/')).sort()).toEqual(named.map(({ name }) => `${name}.png`).sort())
  expect(files.filter((file) => statSync(join(folder, file)).size > 20 * 1024)).toEqual([])
})

// ---

type Grey = { readonly width: number; readonly height: number; readonly data: Uint8Array }

async function picture(made: Made, c: Case): Promise<Grey> {
  const file = await (await openPdfium()).open(await pdfOf(made, c))
  const pages = file.pageCount >= long ? [1, file.pageCount] : [1]
  const rasters = pages.map((page) => file.render(page, dpi[made.sheet.setup.paper]))
  file.close()
  const width = rasters.reduce((sum, raster) => sum + raster.width, 0)
  const height = Math.max(...rasters.map((raster) => raster.height))
  const sheet = sharp({ create: { width, height, channels: 3, background: '#ffffff' } })
  const placed = rasters.map((raster, i) => ({
    input: Buffer.from(raster.data),
    raw: { width: raster.width, height: raster.height, channels: 4 as const },
    left: rasters.slice(0, i).reduce((sum, one) => sum + one.width, 0),
    top: 0,
  }))
  const { data } = await sharp(await sheet.composite(placed).png().toBuffer())
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { width, height, data }
}

async function accept(file: string, { width, height, data }: Grey): Promise<void> {
  const png = sharp(data, { raw: { width, height, channels: 1 } }).png({
    palette: true,
    colours: 16,
    dither: 0,
    effort: 10,
    compressionLevel: 9,
  })
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, await png.toBuffer())
}
