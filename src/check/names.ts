/**
 * Names as they compare, never as they print. The dots in names of people (· • ・ ‧) are one; full-width Latin letters,
 * brackets and digits are as half-width; blanks do not count.
 */
export function comparable(name: string): string {
  return name
    .replace(/[·•・‧∙⋅･．]/g, '·')
    .normalize('NFKC')
    .replace(/\s+/g, '')
}

export function sameName(a: string, b: string): boolean {
  return comparable(a) === comparable(b)
}
