import {
  type PDFArray,
  type PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFPage,
  type PDFRef,
} from 'pdf-lib'
import { maskInText } from '../model/mask.ts'
import type { Bookmark } from '../model/page.ts'
import type { OrderedEvidence } from './order.ts'
import { type EvidenceGroup, grouped, type Part, type Plan } from './plan.ts'

/** A bookmark: 1-based page, `y` in mm from the top where it points into a laid page. */
export type OutlineNode = {
  readonly title: string
  readonly page: number
  readonly y?: number | undefined
  readonly children: readonly OutlineNode[]
}

/** Cover, contents and forms with their headings, then kind → achievement → part. What has no page has no bookmark. */
export function outline(parts: readonly Part[], items: readonly OrderedEvidence[], where: Plan): OutlineNode[] {
  const laid = parts.flatMap((part): OutlineNode[] => {
    const page = where.firstPageOf.get(part.key)
    if (part.body.kind !== 'laid' || page === undefined) return []
    return [{ title: part.title, page, children: headings(part.body.bookmarks, page) }]
  })
  return [...laid, ...grouped(items).flatMap((kind) => ofKind(kind, where))]
}

/** Writes the bookmarks into the document; levels below the first are closed. */
export function writeOutline(doc: PDFDocument, nodes: readonly OutlineNode[]): void {
  if (!nodes.length) return
  const root = doc.context.nextRef()
  const refs = writeLevel(doc, nodes, root, doc.getPages())
  const ends = { First: refs[0], Last: refs.at(-1) }
  doc.context.assign(root, doc.context.obj({ Type: 'Outlines', ...ends, Count: nodes.length }))
  doc.catalog.set(PDFName.of('Outlines'), root)
  doc.catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

// ---

/** Headings of a form as a tree by level. A single one above all others is the form's own title: its children stand for it. */
function headings(bookmarks: readonly Bookmark[], first: number): readonly OutlineNode[] {
  const roots: OutlineNode[] = []
  const open: { readonly level: number; readonly children: OutlineNode[] }[] = [{ level: 0, children: roots }]
  for (const mark of bookmarks) {
    while ((open.at(-1)?.level ?? 0) >= mark.level && open.length > 1) open.pop()
    const children: OutlineNode[] = []
    open.at(-1)?.children.push({ title: closed(mark.title), page: first + mark.page - 1, y: mark.y, children })
    open.push({ level: mark.level, children })
  }
  const [only, ...others] = roots
  return only && !others.length && only.page === first ? only.children : roots
}

/** Headings are often set with spaces between their characters. */
function closed(title: string): string {
  return title.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, '').trim()
}

function ofKind(kind: EvidenceGroup, where: Plan): OutlineNode[] {
  const owners = kind.owners.flatMap((own) => {
    const parts = own.items.flatMap((item) => leaf(item, where))
    return own.supporting ? parts : parent(own.title, parts)
  })
  return parent(kind.title, owners)
}

function leaf(item: OrderedEvidence, where: Plan): OutlineNode[] {
  const page = where.firstPageOf.get(item.key)
  if (page === undefined || item.pages === 0) return []
  return [{ title: item.label, page, children: [] }]
}

function parent(title: string, children: readonly OutlineNode[]): OutlineNode[] {
  const first = children[0]
  return first ? [{ title, page: first.page, children }] : []
}

function writeLevel(doc: PDFDocument, nodes: readonly OutlineNode[], up: PDFRef, pages: readonly PDFPage[]): PDFRef[] {
  const refs = nodes.map(() => doc.context.nextRef())
  nodes.forEach((node, i) => {
    const ref = refs[i]
    if (!ref) return
    const below = writeLevel(doc, node.children, ref, pages)
    const dict = doc.context.obj({
      Title: PDFHexString.fromText(maskInText(node.title)),
      Parent: up,
      Dest: destination(doc, node, pages),
    }) as PDFDict
    const links = { Prev: refs[i - 1], Next: refs[i + 1], First: below[0], Last: below.at(-1) }
    for (const [key, value] of Object.entries(links)) if (value) dict.set(PDFName.of(key), value)
    if (below.length) dict.set(PDFName.of('Count'), doc.context.obj(-below.length))
    doc.context.assign(ref, dict)
  })
  return refs
}

function destination(doc: PDFDocument, node: OutlineNode, pages: readonly PDFPage[]): PDFArray {
  const page = pages[node.page - 1]
  if (!page) throw new Error(`outline: no page ${node.page}`)
  if (node.y === undefined) return doc.context.obj([page.ref, 'Fit'])
  const top = page.getHeight() - (node.y * 72) / 25.4
  return doc.context.obj([page.ref, 'XYZ', null, top, null])
}
