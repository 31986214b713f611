import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  PDFStream,
} from 'pdf-lib'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Made } from '../../src/commands/forms.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { pointsPerMm } from '../../src/write/fonts.ts'
import { everyForm, pdfOf, procedures } from './every.ts'

// The clauses of ISO 19005-2 (PDF/A-2u) and the wishes of an archive, held for every form of every procedure.

const forms = procedures.flatMap((c) =>
  everyForm(c).map((made) => ({ c, made, name: `${c.procedure.file.id} ${made.name}` })),
)
const key = (text: string) => PDFName.of(text)

test('both procedures have forms with and without places to sign', () => {
  expect(forms.length).toBeGreaterThanOrEqual(11)
  expect(new Set(forms.map(({ made }) => fieldSlots(made).length > 0))).toEqual(new Set([true, false]))
})

test('every form has the same bytes in another time zone and locale', async () => {
  const here = await Promise.all(forms.map(async ({ c, made }) => digest(await pdfOf(made, c))))
  const script = join(import.meta.dirname, 'print-digests.ts')
  const env = { ...process.env, TZ: 'America/St_Johns', LANG: 'de_DE.UTF-8', LC_ALL: 'C' }
  const there = spawnSync(process.execPath, ['--import', 'tsx', script], { env, encoding: 'utf8' })
  expect(there.stdout.trim().split('\n'), there.stderr).toEqual(here)
})

describe.each(forms)('$name', ({ c, made }) => {
  let bytes: Uint8Array
  let doc: PDFDocument
  let objects: readonly PDFObject[]
  const dictionaries = () =>
    objects.flatMap((object) =>
      object instanceof PDFStream ? [object.dict] : object instanceof PDFDict ? [object] : [],
    )

  beforeAll(async () => {
    bytes = await pdfOf(made, c)
    doc = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    objects = doc.context.enumerateIndirectObjects().map(([, object]) => object)
  })

  test('is written the same way twice', async () => {
    expect(digest(await pdfOf(made, c))).toBe(digest(bytes))
  })

  test('has a header, a binary comment and an identifier (6.1.2, 6.1.3)', () => {
    expect(Buffer.from(bytes.subarray(0, 8)).toString('latin1')).toMatch(/^%PDF-1\.[4-7]$/)
    expect([...bytes.subarray(10, 14)].every((byte) => byte > 127)).toBe(true)
    const ids = doc.context.lookup(doc.context.trailerInfo.ID, PDFArray).asArray().map(String)
    expect(ids).toHaveLength(2)
    expect(ids[0]).toBe(ids[1])
    expect(doc.context.trailerInfo.Encrypt).toBeUndefined()
  })

  test('says in its metadata that it is PDF/A-2u, with the title of the document (6.6)', () => {
    const stream = doc.catalog.lookup(key('Metadata'))
    if (!(stream instanceof PDFRawStream)) throw new Error('no metadata')
    expect(stream.dict.get(key('Filter'))).toBeUndefined()
    const xmp = Buffer.from(stream.contents).toString('utf8')
    expect(xmp).toMatch(/<pdfaid:part>2<[\s\S]*<pdfaid:conformance>U</)
    expect(xmp).toContain(`>${doc.getTitle()}<`)
    expect([doc.getAuthor(), doc.getSubject(), doc.getKeywords(), doc.getCreationDate()]).toEqual(
      Array(4).fill(undefined),
    )
  })

  test('has an sRGB output intent, and colours of no other kind (6.2.3, 6.2.4.3)', () => {
    const intents = doc.catalog.lookup(key('OutputIntents'), PDFArray)
    expect(intents.size()).toBe(1)
    const profile = intents.lookup(0, PDFDict).lookup(key('DestOutputProfile'))
    expect(profile).toBeInstanceOf(PDFRawStream)
    expect((profile as PDFRawStream).dict.get(key('N'))?.toString()).toBe('3')
    expect(dictionaries().filter((one) => String(one.get(key('ColorSpace'))).includes('CMYK'))).toEqual([])
  })

  test('embeds every font with its text (6.2.11.4, 6.2.11.7)', () => {
    const fonts = dictionaries().filter(
      (one) => one.get(key('Type')) === key('Font') && one.get(key('Subtype')) === key('Type0'),
    )
    expect(fonts.length).toBeGreaterThan(0)
    for (const font of fonts) {
      expect(font.lookup(key('ToUnicode'))).toBeInstanceOf(PDFStream)
      const descendant = font.lookup(key('DescendantFonts'), PDFArray).lookup(0, PDFDict)
      expect(descendant.lookup(key('FontDescriptor'), PDFDict).lookup(key('FontFile2'))).toBeInstanceOf(PDFStream)
      expect(descendant.get(key('CIDToGIDMap'))?.toString()).toBe('/Identity')
    }
  })

  test('has no transparency, layer, action, script, attachment or XFA (6.1.12, 6.4.1, 6.5, 6.8, 6.9, 6.10)', () => {
    for (const name of [
      'SMask',
      'Group',
      'ExtGState',
      'A',
      'AA',
      'OpenAction',
      'JS',
      'JavaScript',
      'OCProperties',
      'EmbeddedFiles',
      'XFA',
      'NeedAppearances',
    ])
      expect([name, dictionaries().filter((one) => one.get(key(name)) !== undefined)]).toEqual([name, []])
  })

  test('is not tagged, and does not say that it is', () => {
    expect([doc.catalog.get(key('MarkInfo')), doc.catalog.get(key('StructTreeRoot'))]).toEqual([undefined, undefined])
  })

  test('asks to be printed at its own size, on paper of its size', () => {
    const wishes = doc.catalog.lookup(key('ViewerPreferences'), PDFDict)
    expect([wishes.get(key('PrintScaling')), wishes.get(key('PickTrayByPDFSize'))].map(String)).toEqual([
      '/None',
      'true',
    ])
  })

  test('has an empty field for each place and copy, where the place is', () => {
    const widgets = doc.getPages().flatMap((page, index) => {
      const list = page.node.lookupMaybe(key('Annots'), PDFArray)
      return Array.from({ length: list?.size() ?? 0 }, (_, i) => ({
        page: index + 1,
        dict: list?.lookup(i, PDFDict) as PDFDict,
      }))
    })
    const seen = widgets.map(({ page, dict }) => [nameOf(dict), page, ...rectOf(dict)])
    const wanted = fieldSlots(made).flatMap((slot) =>
      slot.copies.map(({ copy }) => {
        const number = copy === 'single' ? 1 : c.procedure.file.copies.findIndex(({ id }) => id === copy) + 1
        const top = doc.getPage(slot.page - 1).getHeight() / pointsPerMm
        const [y0, y1] = [top - slot.y - slot.h, top - slot.y]
        return [`${slot.id}.${number}`, slot.page, ...[slot.x, y0, slot.x + slot.w, y1].map(tenth)]
      }),
    )
    expect(byName(seen)).toEqual(byName(wanted))
    for (const { page, dict } of widgets) {
      expect(
        [dict.get(key('FT')), dict.get(key('Subtype')), dict.get(key('F')), dict.get(key('V'))].map(String),
      ).toEqual(['/Sig', '/Widget', '4', 'undefined'])
      expect(dict.get(key('P'))).toBe(doc.getPage(page - 1).ref)
      const look = dict.lookup(key('AP'), PDFDict).lookup(key('N'))
      if (!(look instanceof PDFRawStream)) throw new Error('no appearance')
      expect(look.contents.byteLength).toBe(0)
      expect(look.dict.get(key('Subtype'))?.toString()).toBe('/Form')
    }
    const form = doc.catalog.lookupMaybe(key('AcroForm'), PDFDict)
    expect(form?.get(key('SigFlags'))?.toString()).toBe(wanted.length ? '1' : undefined)
  })

  test('another program reads it and finds nothing signed and nothing active', async () => {
    const file = await (await openPdfium()).open(bytes)
    expect(file.facts).toMatchObject({
      repaired: false,
      signatures: 0,
      javascript: false,
      attachments: 0,
      layers: false,
      strayPages: 0,
    })
    expect(file.pageCount).toBe(made.laid.pages.length)
    file.close()
  })
})

// ---

/** Places that somebody seals or signs; a date and what is written by hand is none. */
function fieldSlots({ laid }: Made) {
  const signed = laid.slots.filter(({ kind }) => kind !== 'date' && kind !== 'handwriting')
  return signed.filter((slot, i) => signed.findIndex(({ id }) => id === slot.id) === i)
}

/** Full name of a field: those of its parents before it. */
function nameOf(field: PDFDict): string {
  const own = field.lookup(key('T'), PDFHexString).decodeText()
  const parent = field.lookupMaybe(key('Parent'), PDFDict)
  return parent ? `${nameOf(parent)}.${own}` : own
}

function rectOf(widget: PDFDict): number[] {
  const rect = widget.lookup(key('Rect'), PDFArray)
  return [0, 1, 2, 3].map((i) => tenth(rect.lookup(i, PDFNumber).asNumber() / pointsPerMm))
}

function tenth(mm: number): number {
  return Math.round(mm * 10) / 10
}

function byName(rows: readonly (readonly (string | number)[])[]) {
  return [...rows].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1))
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
