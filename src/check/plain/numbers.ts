/**
 * The check digit that a number should end in where it ends in another; undefined where it fits or is not of a known form.
 * Chinese patent numbers (ZC 0006—2003: weights 2–9, 2–5, modulo 11) and ISBN-13 (GB/T 5795).
 * @param key field of the achievement: `number` or `isbn`
 */
export function numberProblem(key: string, text: string): string | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s‐-–—-]/g, '')
    .toUpperCase()
  const form = forms.find((one) => one.key === key)
  const match = form?.pattern.exec(plain)
  if (!form || !match) return undefined
  const [, body = '', digit = ''] = match
  const wanted = form.digit([...body].map(Number))
  return wanted === digit ? undefined : wanted
}

// ---

const forms = [
  { key: 'number', pattern: /^(?:ZL|CN)(\d{12})\.([\dX])$/, digit: patentDigit },
  { key: 'isbn', pattern: /^(97[89]\d{9})(\d)$/, digit: bookDigit },
]

function patentDigit(body: readonly number[]): string {
  const sum = body.reduce((total, digit, index) => total + digit * ((index % 8) + 2), 0) % 11
  return sum === 10 ? 'X' : String(sum)
}

function bookDigit(body: readonly number[]): string {
  const sum = body.reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 1 : 3), 0)
  return String((10 - (sum % 10)) % 10)
}
