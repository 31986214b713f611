import type { Laid, Page } from '../model/page.ts'
import { moved, papers } from './units.ts'

const { w: half, h: height } = papers.A4

/** Upright A4 pages two by two on sides of A3: the first one left, the second one right. */
export function onSheets(laid: Laid): Laid {
  const side = (page: number) => Math.ceil(page / 2)
  const shift = (page: number) => (page % 2 === 0 ? half : 0)
  return {
    ...laid,
    pages: laid.pages.flatMap((page, i): Page[] => {
      if (i % 2) return []
      const right = laid.pages[i + 1]?.items ?? []
      return [
        {
          ...page,
          no: side(page.no),
          w: 2 * half,
          h: height,
          items: [...page.items, ...right.map((item) => moved(item, half, 0))],
        },
      ]
    }),
    slots: laid.slots.map((slot) => ({ ...slot, page: side(slot.page), x: slot.x + shift(slot.page) })),
    bookmarks: laid.bookmarks.map((mark) => ({ ...mark, page: side(mark.page) })),
    overfull: laid.overfull.map((one) => ({ ...one, page: side(one.page) })),
  }
}
