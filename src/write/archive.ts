import { type PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib'
import { deflate } from './deflate.ts'
import { srgbProfile } from './profile.ts'
import { escapeXml } from './xml.ts'

/**
 * XMP metadata and an sRGB output intent, and the claim to be PDF/A-2u (ISO 19005-2). The claim is true for pages drawn by
 * the pen; a document with foreign pages makes it only where each of them was found fit for it.
 */
export function markArchival(doc: PDFDocument, title: string, claimed = true): void {
  const { context, catalog } = doc
  const packet = new TextEncoder().encode(xmp(title, claimed))
  const entries = { Type: 'Metadata', Subtype: 'XML', Length: packet.byteLength }
  catalog.set(PDFName.of('Metadata'), context.register(PDFRawStream.of(context.obj(entries), packet)))
  const body = deflate(srgbProfile())
  const profile = PDFRawStream.of(context.obj({ N: 3, Length: body.byteLength, Filter: 'FlateDecode' }), body)
  const intent = {
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    Info: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(profile),
  }
  catalog.set(PDFName.of('OutputIntents'), context.obj([intent]))
}

// ---

function xmp(title: string, claimed: boolean): string {
  const claim = '<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>\n'
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
${claimed ? claim : ''}<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<xmp:CreatorTool>juanzong</xmp:CreatorTool>
<pdf:Producer>juanzong</pdf:Producer>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`
}
