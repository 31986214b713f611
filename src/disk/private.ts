import { mask, maskInText } from '../model/mask.ts'

/** A value as a message may show it: masked where it is private, on one line, at most 60 characters. */
export function shown(value: string, path: readonly (string | number)[]): string {
  return short(isSensitive(path) ? mask(value) : masked(value))
}

/** Facts that identify a person or reach them; their values appear masked everywhere (FORMATS 4). */
export function isSensitive(path: readonly (string | number)[]): boolean {
  const steps = path.filter((step) => typeof step === 'string').join('.')
  return sensitive.some((pattern) => pattern.test(steps))
}

/** Masks identity numbers, mobiles and cards in a text, also when they are typed in full-width digits or with blanks between. */
export function masked(value: string): string {
  const plain = value.normalize('NFKC')
  const hidden = maskInText(plain)
  return hidden === plain ? value : hidden
}

// ---

const sensitive = [/^person\.document\.number$/, /^person\.otherDocuments\.number$/, /^person\.contact(\.|$)/]

function short(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > 60 ? `${letters.slice(0, 60).join('')}…` : line
}
