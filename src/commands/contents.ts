import type { ContentsRow } from '../bundle/plan.ts'
import { phrase } from '../say/phrase.ts'

/** A row as the form of the contents page prints it. */
export type Line = {
  readonly no: string
  readonly title: string
  readonly pages: string
  readonly page: string
  readonly note: string
}

/** Numbers the rows 一、（一）1. and indents them by level. */
export function contentsTable(rows: readonly ContentsRow[]): Line[] {
  const counts = [0, 0, 0]
  return rows.map((row) => {
    counts[row.level - 1] = (counts[row.level - 1] ?? 0) + 1
    counts.fill(0, row.level)
    const has = row.state === 'heading' || row.state === 'placed'
    return {
      no: numbered(row.level, counts[row.level - 1] ?? 0),
      title: '　'.repeat(row.level - 1) + row.title,
      pages: has && row.pages > 0 ? String(row.pages) : '',
      page: row.page === undefined ? '' : String(row.page),
      note: noteOf(row),
    }
  })
}

// ---

function noteOf({ state }: ContentsRow): string {
  if (state === 'again' || state === 'carried' || state === 'missing') return phrase(`contents.${state}`, 'zh')
  return ''
}

function numbered(level: ContentsRow['level'], no: number): string {
  if (level === 3) return String(no)
  const text = chinese(no)
  return level === 1 ? text : `（${text}）`
}

const figures = '零一二三四五六七八九'

/** 1–99 as 一 … 九十九; contents have no more headings. */
function chinese(no: number): string {
  const [tens, ones] = [Math.floor(no / 10), no % 10]
  if (no >= 100) return String(no)
  const head = tens === 0 ? '' : `${tens === 1 ? '' : figures[tens]}十`
  return head + (ones === 0 && tens > 0 ? '' : (figures[ones] ?? ''))
}
