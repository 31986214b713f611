/**
 * Two texts as a sentence can hold them: whole where they are short, otherwise a stretch of each around the first
 * difference.
 */
export function glance(before: string, after: string): readonly [string, string] {
  const [a, b] = [before, after].map((text) => [...text.replace(/\s+/g, ' ').trim()])
  if (!a || !b || (a.length <= room && b.length <= room)) return [before.trim(), after.trim()]
  const differs = a.findIndex((letter, index) => letter !== b[index])
  const from = Math.max(0, (differs < 0 ? Math.min(a.length, b.length) : differs) - lead)
  return [stretch(a, from), stretch(b, from)]
}

// ---

const room = 40
const lead = 8

function stretch(letters: readonly string[], from: number): string {
  const start = Math.min(from, Math.max(0, letters.length - lead))
  const text = letters.slice(start, start + room).join('')
  return `${start > 0 && text !== '' ? '…' : ''}${text}${start + room < letters.length ? '…' : ''}`
}
