import { type PDFDocument, PDFHexString, PDFName, type PDFRef } from 'pdf-lib'
import type { Bookmark } from '../model/page.ts'
import { pointsPerMm } from './fonts.ts'

/**
 * Writes the bookmarks as the document's outline; viewers open with them shown. A bookmark of level n lies under the last
 * one of a lower level.
 * @param bookmarks in reading order; `page` counts the document's pages from 1, `y` is in millimetres from its top
 */
export function writeOutline(doc: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (!bookmarks.length) return
  const { context, catalog } = doc
  const root: Node = { ref: context.nextRef(), level: Number.NEGATIVE_INFINITY, kids: [] }
  const path = [root]
  for (const bookmark of bookmarks) {
    while (path.length > 1 && (path.at(-1)?.level ?? 0) >= bookmark.level) path.pop()
    const node: Node = { ref: context.nextRef(), level: bookmark.level, kids: [], bookmark }
    path.at(-1)?.kids.push(node)
    path.push(node)
  }
  context.assign(root.ref, context.obj({ Type: 'Outlines', ...kidsOf(root) }))
  writeKids(doc, root)
  catalog.set(PDFName.of('Outlines'), root.ref)
  catalog.set(PDFName.of('PageMode'), PDFName.of('UseOutlines'))
}

// ---

type Node = { readonly ref: PDFRef; readonly level: number; readonly kids: Node[]; readonly bookmark?: Bookmark }

const size = (node: Node): number => node.kids.reduce((sum, kid) => sum + 1 + size(kid), 0)

function kidsOf(node: Node) {
  const [first, last] = [node.kids[0], node.kids.at(-1)]
  return first && last ? { First: first.ref, Last: last.ref, Count: size(node) } : {}
}

function writeKids(doc: PDFDocument, parent: Node): void {
  for (const [i, node] of parent.kids.entries()) {
    const { bookmark } = node
    if (!bookmark) continue
    const page = doc.getPage(bookmark.page - 1)
    const top = Math.round((page.getHeight() - bookmark.y * pointsPerMm) * 1000) / 1000
    const entries = {
      Title: PDFHexString.fromText(bookmark.title),
      Parent: parent.ref,
      Prev: parent.kids[i - 1]?.ref,
      Next: parent.kids[i + 1]?.ref,
      Dest: [page.ref, 'XYZ', null, top, null],
      ...kidsOf(node),
    }
    doc.context.assign(node.ref, doc.context.obj(entries))
    writeKids(doc, node)
  }
}
