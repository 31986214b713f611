import { type OrderedEvidence, order } from '../bundle/order.ts'
import { phrase } from '../say/phrase.ts'
import type { ListRow, Source } from './lists.ts'

/**
 * 公示材料清单: every file in the order of the contents page, with the first ten digits of its SHA-256 and how it can be
 * consulted (FORMATS 7). Names of files are not on it: they may say more than a posted sheet should.
 */
export function postedRows({ case: c }: Source): ListRow[] {
  const files = new Map(c.inventory.files.map((file) => [file.path, file]))
  return order(c.inventory, c.dossier, c.procedure.kinds).map((item, index): ListRow => {
    const file = files.get(item.path)
    return {
      no: index + 1,
      achievement: item.owner.kind === 'achievement' ? item.owner.title : phrase('list.supporting', 'zh'),
      part: item.label,
      pages: pagesOf(item, file?.pages),
      digest: file?.sha256.slice(0, 10) ?? '',
      how: file ? phrase(`posted.${item.posting}`, 'zh') : phrase('posted.missing', 'zh'),
    }
  })
}

// ---

/** Pages of the excerpt, or of the whole file; nothing where a file has no pages that can be counted. */
function pagesOf({ excerpt }: OrderedEvidence, all: number | undefined): number | string {
  if (all === undefined) return ''
  return excerpt ? Math.max(0, Math.min(excerpt.to, all) - excerpt.from + 1) : all
}
