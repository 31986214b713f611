/** What may stand in no public text: numbers that identify or reach a person, and the dossier's own sensitive values. */
export const privateKinds = ['identity', 'mobile', 'landline', 'card', 'email', 'own'] as const
export type PrivateKind = (typeof privateKinds)[number]
/** Offsets in UTF-16 units of the text. */
export type PrivateHit = { readonly kind: PrivateKind; readonly from: number; readonly to: number }

/** Stands between the pieces of a text (cells, paragraphs): a number may reach over it. */
export const pieceEnd = '\u2029'

/**
 * Finds private numbers in a text in any spacing and width: full-width figures, spaces, hyphens, zero-width characters and
 * line breaks between the figures are looked through (FORMATS 7). A number may be spread over three pieces, or stand one
 * figure a piece; an identity number over any. Dates and years that happen to read as a number are none.
 * @param own values that must not appear, whatever they look like
 */
export function privateIn(
  text: string,
  own: readonly string[] = [],
  kinds: readonly PrivateKind[] = privateKinds,
): PrivateHit[] {
  const folded = fold(text)
  const spans = [
    ...numbersIn(folded, kinds),
    ...labelled(folded),
    ...emailsIn(folded),
    ...own.flatMap((value) => ownIn(folded, value)),
  ]
  return spans
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, from, to }) => ({ kind, from: folded.at[from] ?? 0, to: folded.ends[to - 1] ?? 0 }))
}

/** Only figures, letters and characters that mean something: what is left of a value in whatever spacing and width. */
export function squeezed(text: string): string {
  return squeeze(fold(text).plain).text.toLowerCase()
}

// ---

/** Characters as they are read, each with the offsets between which what it stands for lies. */
type Folded = { readonly plain: string; readonly at: readonly number[]; readonly ends: readonly number[] }

/** Full-width and styled figures become plain; what has no width of its own goes. Numbers in circles stay: they count lists. */
function fold(text: string): Folded {
  let plain = ''
  const at: number[] = []
  const ends: number[] = []
  let offset = 0
  for (const char of text) {
    const kept = /[\p{Cf}\p{Mn}\p{Me}]/u.test(char) ? '' : /\p{No}/u.test(char) ? char : char.normalize('NFKC')
    for (let i = 0; i < kept.length; i++) {
      at.push(offset)
      ends.push(offset + char.length)
    }
    plain += kept
    offset += char.length
  }
  return { plain, at, ends }
}

const spacing = /[\s\p{Pd}−_·•()]/u

/** What is left without spacing, and where in the text each of it stands. */
function squeeze(plain: string): { readonly text: string; readonly at: readonly number[] } {
  const at = Array.from({ length: plain.length }, (_, i) => i).filter((i) => !spacing.test(plain[i] ?? ''))
  return { text: at.map((i) => plain[i]).join(''), at }
}

type Row = {
  readonly kind: PrivateKind
  readonly lengths: readonly number[]
  readonly is: (figures: string) => boolean
}

const provinces = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-3]|91|99)/
const day = '(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])'
const born = new RegExp(`^\\d{6}(19|20)\\d\\d${day}\\d{3}[\\dXx]$`)
const bornShort = new RegExp(`^\\d{8}${day}\\d{3}$`)

const rows: readonly Row[] = [
  // GB 11643-1999; a wrong check digit makes it no less private. 15 places were given out until 1999.
  { kind: 'identity', lengths: [18], is: (figures) => provinces.test(figures) && born.test(figures) },
  { kind: 'identity', lengths: [15], is: (figures) => provinces.test(figures) && bornShort.test(figures) },
  { kind: 'mobile', lengths: [11], is: (figures) => /^1[3-9]/.test(figures) },
  { kind: 'mobile', lengths: [13, 15], is: (figures) => /^(00)?861[3-9]/.test(figures) },
  { kind: 'landline', lengths: [11, 12], is: (figures) => /^0(1\d|2\d|[3-9]\d\d)[2-8]\d{6,7}$/.test(figures) },
  // GB/T 14916 and ISO/IEC 7812: UnionPay and the international brands, with the check digit of Luhn
  {
    kind: 'card',
    lengths: [15, 16, 17, 18, 19],
    is: (figures) => /^(6[025]|4|5[1-5]|3[457]|955)/.test(figures) && luhn(figures),
  },
]
const longest = 19
/** Spaces and the like between two figures of one number. */
const widest = 4
const mostPieces = 3

function luhn(figures: string): boolean {
  const sum = [...figures].reverse().reduce((total, figure, i) => {
    const value = Number(figure) * (i % 2 === 0 ? 1 : 2)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}

type Span = { readonly kind: PrivateKind; readonly from: number; readonly to: number }

/** Every run of figures that begins where no figure stands before, in each length that a number may have. */
function numbersIn({ plain }: Folded, kinds: readonly PrivateKind[]): Span[] {
  const wanted = rows.filter(({ kind }) => kinds.includes(kind))
  const dates = datesIn(plain)
  const found: Span[] = []
  for (let start = 0; start < plain.length; start++) {
    if (!isFigure(plain[start]) || isFigure(plain[start - 1])) continue
    const places = placesFrom(plain, start)
    const span = spanAt(plain, { places, dates, wanted })
    if (!span) continue
    found.push(span)
    start = span.to - 1
  }
  return found
}

function isFigure(char: string | undefined): boolean {
  return char !== undefined && char >= '0' && char <= '9'
}

/** Offsets of the figures of one number from `start` on; an X may be the eighteenth. */
function placesFrom(plain: string, start: number): number[] {
  const places = [start]
  for (let i = start + 1; i < plain.length && places.length < longest; i++) {
    const char = plain[i] ?? ''
    if (isFigure(char) || (places.length === 17 && /[Xx]/.test(char))) places.push(i)
    else if (!spacing.test(char) || i - (places.at(-1) ?? 0) > widest) break
  }
  return places
}

type Search = {
  readonly places: readonly number[]
  readonly dates: ReadonlySet<number>
  readonly wanted: readonly Row[]
}

/** The longest number that begins there. */
function spanAt(plain: string, { places, dates, wanted }: Search): Span | undefined {
  const spans = wanted.flatMap(({ kind, lengths, is }) =>
    lengths.flatMap((length): Span[] => {
      const own = places.slice(0, length)
      const [from = 0, last = 0] = [own[0], own.at(-1)]
      if (own.length < length || isFigure(plain[last + 1])) return []
      const figures = own.map((i) => plain[i]).join('')
      return is(figures) && !isOther(plain, own, dates) ? [{ kind, from, to: last + 1 }] : []
    }),
  )
  return spans.sort((a, b) => b.to - a.to)[0]
}

/** Dates side by side, a part of a longer code with hyphens, or figures of too many cells. */
function isOther(plain: string, own: readonly number[], dates: ReadonlySet<number>): boolean {
  const [from = 0, last = 0] = [own[0], own.at(-1)]
  const slice = plain.slice(from, last + 1)
  const pieces = slice.split(pieceEnd).length
  const dated = own.filter((i) => dates.has(i)).length
  // Eighteen figures with a date and a province in them are no chance; a stretch of a column of page numbers is one.
  const [before, after] = [plain.slice(0, from).trimEnd().at(-1), plain.slice(last + 1).trimStart()[0]]
  const whole = own.length !== 15 && pieces === own.length && !isFigure(before) && !isFigure(after)
  const apart = own.length === 18 || whole
  if ((pieces > mostPieces && !apart) || (pieces > 1 && dated > 0) || dated * 2 > own.length) return true
  return /\p{Pd}/u.test(slice) && (/\d\p{Pd}$/u.test(plain.slice(0, from)) || /^\p{Pd}\d/u.test(plain.slice(last + 1)))
}

/** Offsets of figures that belong to a date with its month (2019-07, 2019.7.1, 2019年7月) or to years side by side. */
function datesIn(plain: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const pattern of [dateWithMonth, years])
    for (const match of plain.matchAll(pattern)) for (let i = 0; i < match[0].length; i++) found.add(match.index + i)
  return found
}

const dateWithMonth =
  /(?<!\d)(?:19|20)\d\d\s*[-./年—–]\s*(?:0?[1-9]|1[0-2])(?!\d)(?:\s*[-./月]\s*(?:[12]\d|3[01]|0?[1-9])(?!\d))?/g
const years = /(?<!\d)(?:19|20)\d\d(?:[-—–、至\s]+(?:19|20)\d\d(?!\d))+/g

/** Seven or eight figures behind a word that says that they are a telephone; three groups with full stops. */
function labelled({ plain }: Folded): Span[] {
  const phone = /(?:电话|座机|手机|传真|热线|\btel\b)[^\d]{0,6}(?<number>[2-8](?:[\s\p{Pd}]{0,2}\d){6,7})(?!\d)/giu
  const dotted = /(?<!\d)(?<number>1[3-9]\d[.]\d{4}[.]\d{4})(?!\d)/g
  const spans = (pattern: RegExp, kind: PrivateKind) =>
    [...plain.matchAll(pattern)].map((match) => {
      const number = match.groups?.number ?? ''
      const from = match.index + match[0].length - number.length
      return { kind, from, to: from + number.length }
    })
  return [...spans(phone, 'landline'), ...spans(dotted, 'mobile')]
}

function emailsIn(folded: Folded): Span[] {
  return inSqueezed(folded, /[a-z0-9._%+]+@[a-z0-9]+(?:\.[a-z0-9]+)+/gi, 'email')
}

function ownIn(folded: Folded, value: string): Span[] {
  const wanted = squeezed(value)
  return inSqueezed(folded, new RegExp(wanted.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'gi'), 'own')
}

/** Matches of a pattern where nothing but what is read is left, as offsets in the folded text. */
function inSqueezed({ plain }: Folded, pattern: RegExp, kind: PrivateKind): Span[] {
  const { text, at } = squeeze(plain)
  return [...text.matchAll(pattern)]
    .filter((match) => match[0] !== '')
    .map((match) => ({ kind, from: at[match.index] ?? 0, to: (at[match.index + match[0].length - 1] ?? 0) + 1 }))
}
