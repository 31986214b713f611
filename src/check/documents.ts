import type { Severity } from '../model/finding.ts'
import { mask } from '../model/mask.ts'
import type { DocumentsFile } from '../model/rule.ts'
import { isBefore, isDate } from './dates.ts'
import type { Worded } from './found.ts'

export type DocumentKind = DocumentsFile['documents'][number]
/** A code of `say/words/check.ts`; `arguments` are masked already. */
export type DocumentProblem = { readonly code: string; readonly severity: Severity; readonly args: Worded }

/**
 * Everything wrong with the number of an identity document, by its row in templates/shared/documents.yaml. Where the row's
 * shape or check digit rests on no public text (`checkVerified: 否`) a problem is 人工核验, never an error.
 * @param facts what the person stated; a part left out is not compared
 */
export function documentProblems(
  kind: DocumentKind,
  number: string,
  facts: { readonly birth?: string | undefined; readonly sex?: string | undefined },
): readonly DocumentProblem[] {
  const args = { number: mask(number.normalize('NFKC')), kind: kind.name, note: kind.note ?? '' }
  const wide = widthProblem(number)
  if (wide) return [{ code: wide, severity: 'error', args }]
  const severity: Severity = kind.checkVerified === '否' ? 'person' : 'error'
  const problem = (code: string, more: Worded = {}): DocumentProblem => ({ code, severity, args: { ...args, ...more } })
  if (!new RegExp(`^(?:${kind.pattern})$`, 'u').test(number))
    return [problem(/x$/.test(number) && kind.check === 'gb11643' ? 'check/document-lower-x' : 'check/document-shape')]
  return [
    ...(kind.check === 'gb11643' && !fitsGb11643(number) ? [problem('check/document-check-digit')] : []),
    ...(birthDiffers(kind, number, facts.birth) ? [problem('check/document-birth', { birth: facts.birth ?? '' })] : []),
    ...(sexDiffers(kind, number, facts.sex) ? [problem('check/document-sex', { sex: facts.sex ?? '' })] : []),
  ]
}

/** Check digit of GB 11643-1999 (ISO 7064, MOD 11-2) over an 18-place number. */
export function fitsGb11643(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false
  const sum = [...number.slice(0, 17)].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0)
  return number.at(17) === '10X98765432'[sum % 11]
}

// ---

/** Full-width characters and blanks are named on their own: a person does not see them. */
function widthProblem(number: string): string | undefined {
  if (/[\uff01-\uff5e]/.test(number.replace(/[（）]/g, ''))) return 'check/document-full-width'
  return /\s/.test(number) ? 'check/document-blank' : undefined
}

function birthDiffers(kind: DocumentKind, number: string, birth: string | undefined): boolean {
  if (!kind.birth || !isDate(birth)) return false
  const from = Number(kind.birth.from)
  const digits = number.slice(from, from + Number(kind.birth.length))
  const written = digits.length === 8 ? digits : birth.slice(0, 2) + digits
  const day = `${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6, 8)}`
  if (!isDate(day)) return true
  return isBefore(day, birth) === 'yes' || isBefore(birth, day) === 'yes'
}

function sexDiffers(kind: DocumentKind, number: string, sex: string | undefined): boolean {
  if (kind.sex === undefined || sex === undefined) return false
  return sex !== (Number(number.at(Number(kind.sex))) % 2 === 1 ? '男' : '女')
}
