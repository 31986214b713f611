/** Up to three paths whose names are nearly the name of `path`: other case or ending, other folder, a slip of two characters. */
export function near(path: string, paths: readonly string[]): readonly string[] {
  const wanted = stem(path)
  return paths
    .map((candidate) => ({ candidate, distance: distance(wanted, stem(candidate)) }))
    .filter(({ distance: far }) => far <= Math.min(2, Math.floor(wanted.length / 3)))
    .sort((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1))
    .slice(0, 3)
    .map(({ candidate }) => candidate)
}

// ---

/** File name without folder and ending, in one width and case. */
function stem(path: string): string {
  const name = path
    .slice(path.lastIndexOf('/') + 1)
    .normalize('NFKC')
    .toLowerCase()
  return name.replace(/\.[a-z0-9]{1,5}$/, '')
}

/** Levenshtein distance; 9 at once where the lengths alone are too far apart. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > 2) return 9
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 9
}
