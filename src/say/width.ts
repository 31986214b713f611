/** Columns that a text takes on a terminal: two for East Asian wide characters, none for combining marks. */
export function columnsOf(text: string): number {
  let sum = 0
  for (const character of text) sum += /\p{M}/u.test(character) ? 0 : wide.test(character) ? 2 : 1
  return sum
}

/**
 * Breaks a text into lines of at most `columns`. Chinese breaks anywhere but before closing punctuation; Latin words and
 * numbers stay whole where they fit on a line.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of pieces(text)) {
    if (line !== '' && columnsOf(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    } else line += piece
  }
  if (line.trimEnd() !== '' || lines.length === 0) lines.push(line.trimEnd())
  return lines
}

// ---

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’…—\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
const closing = '，。、；：？）》〉」』】〕”’…'
const opening = '（《〈「『【〔“‘'

/** What may not be parted: a run of narrow characters with its blanks, or a wide one with the punctuation that clings to it. */
function pieces(text: string): string[] {
  const out: string[] = []
  for (const run of text.match(/[^\s\p{Script=Han}\u3000-\u303f\uff00-\uffef“”‘’]+\s*|\s+|./gu) ?? []) {
    const last = out.at(-1)
    const clings = last !== undefined && (closing.includes(run.trim()) || opening.includes(last))
    if (clings) out[out.length - 1] = last + run
    else out.push(run)
  }
  return out
}
