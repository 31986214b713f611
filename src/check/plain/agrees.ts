import type { FieldType } from '../../model/procedure.ts'
import { isStated } from '../../model/scalar.ts'
import { isBefore, isDate } from '../dates.ts'

/**
 * Whether a printed value says the fact. Dates agree where they may be the same day, numbers and codes whatever their dashes
 * and blanks, lists where one name agrees; a long text may be cut by the end of a line, a short one never.
 */
export function agrees(fact: string, printed: string, type: FieldType): boolean {
  if (isDate(fact)) {
    const day = dateIn(printed)
    return day === undefined || (isBefore(fact, day) !== 'yes' && isBefore(day, fact) !== 'yes')
  }
  if (type === 'date' || type === 'day') return true
  const [theirs, ours] = [parts(printed), parts(fact)]
  return theirs.some((one) => ours.some((other) => same(one, other)))
}

/** `2021年8月10日`, `2021.08`, `2021-8-10`, `2021` as a date of ours; undefined where it is none that exists. */
export function dateIn(text: string): string | undefined {
  const match = /((?:19|20)\d{2})(?:\s*[年.\-/]\s*(\d{1,2})(?:\s*[月.\-/]\s*(\d{1,2}))?)?/.exec(text.normalize('NFKC'))
  if (!match) return undefined
  const [year = '', month, day] = match.slice(1)
  const written = [year, month, day].flatMap((one) => (one === undefined ? [] : [one.padStart(2, '0')])).join('-')
  return isDate(written) ? written : undefined
}

// ---

/** From this length on a value may go on in the next line. */
const cut = 10

function parts(text: string): readonly string[] {
  const whole = bare(text)
  const pieces = text.split(/[、,，;；/]/).map(bare)
  return [...new Set([whole, ...pieces])].filter((one) => one !== '' && !isStated(one))
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[·•・‧∙⋅･]/g, '·')
    .replace(/[\s《》〈〉“”"'‘’「」]/g, '')
    .replace(/[‐‑‒–—―−-]/g, '-')
    .toUpperCase()
}

/** The fact with something in brackets or behind a mark after it, or the first line of a long one. */
function same(printed: string, fact: string): boolean {
  if (printed === fact) return true
  if (printed.startsWith(fact) && /^[^\p{L}\p{N}]/u.test(printed.slice(fact.length))) return true
  const plain = (text: string) => text.replaceAll('-', '')
  if (/\d/.test(fact) && plain(printed) === plain(fact)) return true
  return [...printed].length >= cut && fact.startsWith(printed)
}
