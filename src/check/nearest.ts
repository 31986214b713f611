/** The candidate that is fewest edits away; the empty text when none is near. */
export function nearest(text: string, candidates: readonly string[]): string {
  const ranked = candidates
    .map((candidate) => ({ candidate, edits: edits(text, candidate) }))
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
  const best = ranked[0]
  return best && best.edits <= Math.max(2, [...text].length / 2) ? best.candidate : ''
}

/** The few that are nearest, by the whole text or by its last part, the nearest first; never none. */
export function nearestFew(text: string, candidates: readonly string[], count: number): readonly string[] {
  const last = (path: string) => path.slice(path.lastIndexOf('/') + 1)
  return [...new Set(candidates)]
    .map((candidate) => {
      const parts = [edits(text, candidate), edits(last(text), last(candidate)) + 1]
      return { candidate, edits: candidate.includes(text) ? 0 : Math.min(...parts) }
    })
    .sort((a, b) => a.edits - b.edits || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, count)
    .map(({ candidate }) => candidate)
}

// ---

/** Levenshtein distance over code points. */
function edits(a: string, b: string): number {
  const [left, right] = [[...a], [...b]]
  let row = right.map((_, index) => index + 1)
  left.forEach((character, i) => {
    let diagonal = i
    let before = i + 1
    row = row.map((above, j) => {
      const cost = Math.min(above + 1, before + 1, diagonal + (character === right[j] ? 0 : 1))
      diagonal = above
      before = cost
      return cost
    })
  })
  return row.at(-1) ?? left.length
}
