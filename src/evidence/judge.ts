import type { Print, Problem } from '../model/opening.ts'
import type { Grey } from './grey.ts'
import { printOf } from './print.ts'
import { type Faults, faultsOf } from './quality.ts'

/** A page that is a picture, judged. */
export type Judged = {
  readonly page: number
  readonly faults: Faults
  /** Pixels to the inch at the size that it will have; undefined where the page is no picture. */
  readonly dpi: number | undefined
  readonly print: Print | undefined
}

export function judge(page: number, grey: Grey, dpi: number | undefined): Judged {
  const faults = faultsOf(grey)
  return { page, faults, dpi, print: faults.blank ? undefined : { page, ...printOf(grey) } }
}

/** One problem a fault, with all its pages; quality is never more than 提示. */
export function qualityProblems(judged: readonly Judged[]): Problem[] {
  const seen = judged.filter(({ faults }) => !faults.blank)
  const coarse = seen.filter(({ dpi }) => dpi !== undefined && dpi < leastDpi)
  const skewed = seen.filter(({ faults }) => faults.skew !== undefined)
  const degrees = Math.max(0, ...skewed.map(({ faults }) => Math.abs(faults.skew ?? 0)))
  const lowest = Math.round(Math.min(...coarse.map(({ dpi }) => dpi ?? 0)))
  return [
    note(
      'blank-page',
      judged.filter(({ faults }) => faults.blank),
    ),
    note('low-dpi', coarse, { dpi: lowest, wanted: 200 }),
    note(
      'blurred',
      seen.filter(({ faults }) => faults.blurred),
    ),
    note(
      'dark',
      seen.filter(({ faults }) => faults.dark),
    ),
    note('skewed', skewed, { degrees }),
    note(
      'cut-edge',
      seen.filter(({ faults }) => faults.cut),
    ),
  ].flat()
}

/** `1–3、7` */
export function pageList(pages: readonly number[]): string {
  const runs: { from: number; to: number }[] = []
  for (const page of pages) {
    const last = runs.at(-1)
    if (last && page === last.to + 1) last.to = page
    else runs.push({ from: page, to: page })
  }
  return runs.map(({ from, to }) => (from === to ? `${from}` : `${from}–${to}`)).join('、')
}

// ---

/** A scanner set to 200 dpi gives a few pixels less now and then. */
const leastDpi = 195

function note(name: string, pages: readonly Judged[], args: Problem['args'] = {}): Problem[] {
  if (pages.length === 0) return []
  return [
    { code: `evidence/${name}`, severity: 'note', args: { ...args, pages: pageList(pages.map(({ page }) => page)) } },
  ]
}
