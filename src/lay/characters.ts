/** What a character is to the breaking of lines. */
export type CharacterClass = 'han' | 'open' | 'close' | 'dash' | 'latin' | 'digit' | 'space' | 'other'

/** May not begin a line (JIS X 4051 and GB/T 15834 practice). */
const closing = new Set([...'。，、；：？！）》」』】〉”’…—%‰℃．·.,;:?!)]}〕〗〙％／～~゠ーァィゥェォッャュョ々'])
/** May not end a line. */
const opening = new Set([...'（《「『【〈“‘([{〔〖〘￥¥$＄'])

/** Combining marks, variation selectors and the joiner. */
const belongsTo = /^(?:\p{M}|\u200d|[\ufe00-\ufe0f\u{e0100}-\u{e01ef}])$/u

/** Cuts text into code points with the marks that belong to them; nothing is lost and nothing changes. */
export function clustersOf(text: string): readonly string[] {
  const clusters: string[] = []
  let joined = false
  for (const character of text) {
    const last = clusters.length - 1
    const before = clusters[last]
    if (before !== undefined && (joined || belongsTo.test(character))) clusters[last] = before + character
    else clusters.push(character)
    joined = character === '\u200d'
  }
  return clusters
}

export function classOf(cluster: string): CharacterClass {
  const first = String.fromCodePoint(cluster.codePointAt(0) ?? 32)
  if (first === '—' || first === '…' || first === '⸺') return 'dash'
  if (closing.has(first)) return 'close'
  if (opening.has(first)) return 'open'
  if (/[0-9]/.test(first)) return 'digit'
  // A space that carries a mark is not lost at the end of a line.
  if (/[\s\u00a0\u3000]/.test(first)) return first === '\u00a0' || cluster !== first ? 'other' : 'space'
  if (isWide(first)) return 'han'
  if (/\p{L}/u.test(first)) return 'latin'
  return 'other'
}

/** An ideograph (not punctuation): takes a quarter em beside Latin letters and digits. */
export function isIdeograph(cluster: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}]/u.test(cluster)
}

// ---

/** Written on the full square: a line may end after it. Circled numbers and units squared (㎡) count. */
function isWide(character: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Co}\u2460-\u24ff\u25a0-\u27bf\u3000-\u33ff\uff00-\uffee\u{1f000}-\u{1faff}]/u.test(
    character,
  )
}
