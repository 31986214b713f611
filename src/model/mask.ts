/**
 * Masks what identifies a person: the middle of identity numbers, mobiles and cards (`990000********123X`,
 * `138****0000`). Short values lose everything but their first character.
 */
export function mask(value: string): string {
  const characters = [...value]
  if (characters.length >= 15) return keep(characters, 6, 4)
  if (characters.length >= 11) return keep(characters, 3, 4)
  // Passports and permits have eight or nine places: more of them hidden than shown.
  if (characters.length >= 8) return keep(characters, 2, 2)
  return keep(characters, 1, 0)
}

/** Masks every run of digits inside a text that could be an identity number, a mobile or a card. */
export function maskInText(value: string): string {
  return value.replace(/\d[\d -]{6,}[\dXx]/g, (run) => (run.replace(/\D/g, '').length >= 9 ? mask(run) : run))
}

// ---

function keep(characters: readonly string[], head: number, tail: number): string {
  const hidden = Math.max(0, characters.length - head - tail)
  return (
    characters.slice(0, head).join('') +
    '*'.repeat(hidden) +
    characters.slice(characters.length - tail || characters.length).join('')
  )
}
