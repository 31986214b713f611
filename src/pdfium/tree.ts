import type { Objects } from './objects.ts'
import { entry, nameIn, numberIn, type PdfValue } from './parse.ts'

/** The page tree read a second time, without the tables that PDFium goes by (ISO 32000-1 7.7.3). */
export type PageTree = {
  readonly pages: number
  /** As the root says; undefined where it says nothing. */
  readonly declared: number | undefined
  /** A page that stands in the tree itself, stands in it twice, or a branch that leads back. */
  readonly odd: boolean
}

/** Undefined where no catalogue with pages was found. */
export function readTree(objects: Objects, root: number | undefined): PageTree | undefined {
  const pages = entry(root === undefined ? undefined : objects.value(root), 'Pages')
  if (pages?.is !== 'reference') return undefined
  const seen = new Set<number>()
  let count = 0
  let odd = false
  const walk = (kid: PdfValue, depth: number): void => {
    if (kid.is !== 'reference') odd = true
    else if (seen.has(kid.object)) {
      odd = true
      // A page that is named twice is shown twice; a branch is not.
      if (isPage(objects.value(kid.object))) count++
      return
    } else seen.add(kid.object)
    const value = kid.is === 'reference' ? objects.value(kid.object) : kid
    if (value?.is !== 'dictionary' || count > pageLimit) return
    if (isPage(value)) count++
    else if (depth < depthLimit) for (const next of kidsOf(value, objects)) walk(next, depth + 1)
    else odd = true
  }
  const isTree = entry(objects.value(pages.object), 'Kids') !== undefined
  if (isTree) walk(pages, 0)
  return { pages: count, declared: numberIn(objects.value(pages.object), 'Count'), odd }
}

// ---

const pageLimit = 100_000
const depthLimit = 1000

function isPage(value: PdfValue | undefined): boolean {
  const type = nameIn(value, 'Type')
  return value?.is === 'dictionary' && (type === undefined ? !value.entries.has('Kids') : type !== 'Pages')
}

function kidsOf(value: PdfValue, objects: Objects): readonly PdfValue[] {
  const kids = entry(value, 'Kids')
  const list = kids?.is === 'reference' ? objects.value(kids.object) : kids
  return list?.is === 'array' ? list.items : []
}
