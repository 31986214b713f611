import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream } from 'pdf-lib'
import { expect, test } from 'vitest'
import { importPages } from '../../src/bundle/imported.ts'
import { pdf } from './made.ts'

test('actions, JavaScript, links, fields and signatures stay behind; what a signature shows stays as a stamp', async () => {
  const doc = await imported(await dangerous())
  const plain = doc.context
    .enumerateIndirectObjects()
    .map(([, object]) => (object instanceof PDFRawStream ? String(object.dict) : String(object)))
    .join('\n')
  expect(plain).not.toMatch(/JavaScript|\/Sig\b|ByteRange|\/Launch|\/AA\b|Popup|EmbeddedFile|\/Widget|\/URI/)
  const kinds = doc
    .getPage(0)
    .node.Annots()
    ?.asArray()
    .map((ref) => String(doc.context.lookup(ref, PDFDict).get(PDFName.of('Subtype'))))
  expect(kinds).toEqual(['/Link', '/Stamp', '/Stamp'])
})

test('a page with links into the rest of its file does not bring the rest along', async () => {
  const source = await PDFDocument.load(await pdf(3, { name: 'SECRET' }))
  const far = source.getPage(2)
  const link = source.context.obj({
    Type: 'Annot',
    Subtype: 'Link',
    Rect: [0, 0, 9, 9],
    Dest: [far.ref, 'Fit'],
    P: source.getPage(0).ref,
  })
  source.getPage(0).node.addAnnot(source.context.register(link))
  source.removePage(2)
  source.removePage(1)
  const doc = await imported(await source.save())
  const leaves = doc.context.enumerateIndirectObjects().filter(([, object]) => {
    return object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Page')
  })
  expect(leaves.length).toBe(1)
})

test('a page whose boxes are reversed, missing or apart, and whose annotations are no list, is taken with a box that is seen', async () => {
  const source = await PDFDocument.load(await pdf(4))
  const [first, second, third, fourth] = source.getPages()
  first?.node.set(PDFName.of('MediaBox'), source.context.obj([200, 300, 0, 0]))
  second?.node.delete(PDFName.of('MediaBox'))
  third?.node.set(PDFName.of('CropBox'), source.context.obj([9000, 9000, 9100, 9100]))
  fourth?.node.set(PDFName.of('Annots'), source.context.obj({}))
  fourth?.node.set(PDFName.of('Rotate'), source.context.obj(45))
  const pages = (await imported(await source.save())).getPages()
  expect(pages.map((page) => Object.values(page.getCropBox()).map(Math.round))).toEqual([
    [0, 0, 200, 300],
    [0, 0, 595, 842],
    [0, 0, 595, 842],
    [0, 0, 595, 842],
  ])
  expect(pages.map((page) => page.getRotation().angle)).toEqual([0, 0, 0, 0])
})

// ---

async function imported(bytes: Uint8Array): Promise<PDFDocument> {
  const doc = await PDFDocument.create({ updateMetadata: false })
  await importPages(doc, bytes, 'x.pdf')
  return PDFDocument.load(await doc.save({ addDefaultPage: false, updateFieldAppearances: false }))
}

/** One page with a script, a link, a signature field that shows something, one that shows nothing, an attached file and a note. */
async function dangerous(): Promise<Uint8Array> {
  const doc = await PDFDocument.load(await pdf(1))
  const { context } = doc
  const page = doc.getPage(0)
  const script = { S: 'JavaScript', JS: PDFHexString.fromText('app.alert(1)') }
  page.node.set(PDFName.of('AA'), context.obj({ O: script }))
  const look = () =>
    context.register(context.stream('1 0 0 rg 0 0 9 9 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 9, 9] }))
  const signature = context.register(
    context.obj({ Type: 'Sig', ByteRange: [0, 1, 2, 3], Contents: PDFHexString.of('00') }),
  )
  const widget = { Type: 'Annot', Subtype: 'Widget', FT: 'Sig', V: signature, P: page.ref, Rect: [100, 100, 200, 200] }
  const file = context.register(context.stream('MZ', { Type: 'EmbeddedFile' }))
  const annotations = [
    { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: PDFHexString.fromText('http://x') } },
    { ...widget, AP: { N: look() } },
    { ...widget },
    { ...widget, AP: { N: look() }, F: 2 },
    { Type: 'Annot', Subtype: 'FileAttachment', Rect: [0, 0, 9, 9], FS: { EF: { F: file } }, AP: { N: look() } },
    { Type: 'Annot', Subtype: 'Popup', Rect: [0, 0, 9, 9] },
  ]
  for (const annotation of annotations) page.node.addAnnot(context.register(context.obj(annotation)))
  return doc.save({ updateFieldAppearances: false })
}
