import type { Blank } from '../model/blank.ts'
import { windowsFonts } from './docx-runs.ts'
import { openParts, zipParts } from './docx-zip.ts'
import { escapeXml } from './xml.ts'

/**
 * An official Word blank with filled parts instead of its own; every other part keeps its bytes, and the same input gives
 * the same file.
 * @param filled name of a part → its XML, @param mark words at the head of every page (预览, 样例, 未通过核对), or none
 */
export async function writeBlank(
  blank: Blank,
  filled: Readonly<Record<string, string>>,
  mark: string,
): Promise<Uint8Array> {
  const { names, bytes } = await openParts(blank.bytes)
  const own = { ...blank.parts, ...filled }
  const changed: Readonly<Record<string, string>> = mark === '' ? filled : { ...filled, ...markedParts(own, mark) }
  const added = Object.keys(changed).filter((name) => !names.includes(name))
  return zipParts(
    await Promise.all([...names, ...added].map(async (name) => [name, changed[name] ?? (await bytes(name))] as const)),
  )
}

// ---

const body = 'word/document.xml'
const links = 'word/_rels/document.xml.rels'
const types = '[Content_Types].xml'
const head = 'word/headerjuanzong.xml'
const relation = 'rIdJuanzong'

/** The words as a line of each head; a page that has none gets one from the first section, which the later ones inherit. */
function markedParts(parts: Readonly<Record<string, string>>, mark: string): Readonly<Record<string, string>> {
  const heads = Object.entries(parts).filter(([name]) => /^word\/header\d*\.xml$/.test(name))
  const marked = heads.map(([name, xml]) => [name, xml.replace(/<w:hdr(?: [^>]*)?>/, (tag) => tag + line(mark))])
  const missing = missingKinds(parts)
  if (missing.length === 0) return Object.fromEntries(marked)
  const references = missing.map((kind) => `<w:headerReference w:type="${kind}" r:id="${relation}"/>`).join('')
  const document = (parts[body] ?? '').replace(/<w:sectPr((?: [^>]*)?)(\/?)>/, (_, attributes, closed) => {
    return closed ? `<w:sectPr${attributes}>${references}</w:sectPr>` : `<w:sectPr${attributes}>${references}`
  })
  return {
    ...Object.fromEntries(marked),
    [body]: withNamespace(document),
    [head]: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${word}">${line(mark)}</w:hdr>`,
    [links]: (parts[links] ?? noLinks).replace('</Relationships>', `${link}</Relationships>`),
    [types]: (parts[types] ?? '').replace('</Types>', `${type}</Types>`),
  }
}

/** Kinds of head that the first section shows and does not name. */
function missingKinds(parts: Readonly<Record<string, string>>): readonly string[] {
  const first = /<w:sectPr(?: [^>]*)?>([\s\S]*?)<\/w:sectPr>/.exec(parts[body] ?? '')?.[1] ?? ''
  const kinds = [
    'default',
    ...(/<w:titlePg(?: [^>]*)?\/>/.test(first) ? ['first'] : []),
    ...(/<w:evenAndOddHeaders(?: [^>]*)?\/>/.test(parts['word/settings.xml'] ?? '') ? ['even'] : []),
  ]
  return kinds.filter((kind) => !new RegExp(`<w:headerReference [^>]*w:type="${kind}"`).test(first))
}

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006/relationships'
const noLinks = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="${packaged}"></Relationships>`
const link = `<Relationship Id="${relation}" Type="${office}/header" Target="headerjuanzong.xml"/>`
const type =
  '<Override PartName="/word/headerjuanzong.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>'

/** A document without pictures and heads may not know the namespace of references. */
function withNamespace(xml: string): string {
  return /xmlns:r=/.test(xml) ? xml : xml.replace('<w:document', `<w:document xmlns:r="${office}"`)
}

function line(mark: string): string {
  const font = windowsFonts.hei
  const fonts = `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}"/>`
  const look = `<w:rPr>${fonts}<w:color w:val="999999"/><w:sz w:val="28"/></w:rPr>`
  const place =
    '<w:pPr><w:spacing w:before="0" w:after="0" w:line="340" w:lineRule="exact"/><w:jc w:val="center"/></w:pPr>'
  return `<w:p>${place}<w:r>${look}<w:t xml:space="preserve">${escapeXml(mark)}</w:t></w:r></w:p>`
}
