/** A value of PDF as far as structure needs it: strings are skipped, streams are not read (ISO 32000-1 7.3). */
export type PdfValue =
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'reference'; readonly object: number }
  | { readonly is: 'array'; readonly items: readonly PdfValue[] }
  | { readonly is: 'dictionary'; readonly entries: ReadonlyMap<string, PdfValue> }
  | { readonly is: 'other' }

/** The value that begins at `from`; `odd` when something stands there that no value of PDF may hold. */
export function parseValue(
  text: string,
  from = 0,
): { readonly value: PdfValue; readonly end: number; readonly odd: boolean } {
  const state = { text, at: from, odd: false }
  const value = read(state, 0)
  return { value, end: state.at, odd: state.odd }
}

export function entry(value: PdfValue | undefined, key: string): PdfValue | undefined {
  return value?.is === 'dictionary' ? value.entries.get(key) : undefined
}

export function numberIn(value: PdfValue | undefined, key: string): number | undefined {
  const found = entry(value, key)
  return found?.is === 'number' ? found.number : undefined
}

export function nameIn(value: PdfValue | undefined, key: string): string | undefined {
  const found = entry(value, key)
  return found?.is === 'name' ? found.name : undefined
}

// ---

type State = { readonly text: string; at: number; odd: boolean }

const depthLimit = 60
const other: PdfValue = { is: 'other' }

function read(state: State, depth: number): PdfValue {
  space(state)
  const { text, at } = state
  if (depth > depthLimit || at >= text.length) {
    state.odd = true
    state.at = text.length
    return other
  }
  if (text.startsWith('<<', at)) return dictionary(state, depth)
  if (text[at] === '[') return array(state, depth)
  if (text[at] === '(') return string(state)
  if (text[at] === '<') {
    const end = text.indexOf('>', at)
    state.at = end < 0 ? text.length : end + 1
    return other
  }
  return word(state)
}

function word(state: State): PdfValue {
  const rest = state.text.slice(state.at, state.at + 200)
  const reference = /^(\d{1,10})\s+(\d{1,5})\s+R(?![^\s<>[\](){}/%])/.exec(rest)
  if (reference) {
    state.at += reference[0].length
    return { is: 'reference', object: Number(reference[1]) }
  }
  const token = /^\/?[^\s<>[\](){}/%]*/.exec(rest)?.[0] ?? ''
  if (token === '') {
    // A brace, or a bracket that closes nothing.
    state.odd = true
    state.at++
    return other
  }
  state.at += token.length
  if (token.startsWith('/')) return { is: 'name', name: token.slice(1) }
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(token) ? { is: 'number', number: Number(token) } : other
}

function dictionary(state: State, depth: number): PdfValue {
  state.at += 2
  const entries = new Map<string, PdfValue>()
  for (;;) {
    space(state)
    if (state.text.startsWith('>>', state.at)) break
    if (state.at >= state.text.length) {
      state.odd = true
      return { is: 'dictionary', entries }
    }
    const key = read(state, depth + 1)
    if (key.is !== 'name') {
      state.odd = true
      continue
    }
    space(state)
    if (state.text.startsWith('>>', state.at)) break
    entries.set(key.name, read(state, depth + 1))
  }
  state.at += 2
  return { is: 'dictionary', entries }
}

function array(state: State, depth: number): PdfValue {
  state.at++
  const items: PdfValue[] = []
  for (;;) {
    space(state)
    if (state.text[state.at] === ']') break
    if (state.at >= state.text.length) {
      state.odd = true
      return { is: 'array', items }
    }
    items.push(read(state, depth + 1))
  }
  state.at++
  return { is: 'array', items }
}

function string(state: State): PdfValue {
  let open = 0
  for (; state.at < state.text.length; state.at++) {
    const char = state.text[state.at]
    if (char === '\\') state.at++
    else if (char === '(') open++
    else if (char === ')' && --open === 0) break
  }
  state.at++
  return other
}

/** White space and comments. */
function space(state: State): void {
  const pattern = /(?:[\s\0]|%[^\r\n]*)*/y
  pattern.lastIndex = state.at
  state.at += pattern.exec(state.text)?.[0].length ?? 0
}
