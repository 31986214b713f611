/** What the content of a page does, as far as an archive asks. */
export type Content = {
  /** Operators in use. */
  readonly operators: ReadonlySet<string>
  /** Deepest nesting of q and Q. */
  readonly depth: number
  /** Name of a font → the strings shown in it. */
  readonly shown: ReadonlyMap<string, readonly Buffer[]>
}

/** Reads a content stream (ISO 32000-1, 7.8.2). @returns undefined where it has an inline image or cannot be read */
export function readContent(bytes: Uint8Array): Content | undefined {
  const operators = new Set<string>()
  const shown = new Map<string, Buffer[]>()
  const fonts = ['']
  let depth = 0
  let operands: Token[] = []
  for (const token of tokens(Buffer.from(bytes).toString('latin1'))) {
    if (token.kind === 'bad' || token.text === 'BI') return undefined
    if (token.kind !== 'operator') {
      operands.push(token)
      continue
    }
    operators.add(token.text)
    if (token.text === 'q') fonts.push(fonts.at(-1) ?? '')
    if (token.text === 'Q' && fonts.length > 1) fonts.pop()
    if (token.text === 'Tf') fonts[fonts.length - 1] = operands.find(({ kind }) => kind === 'name')?.text ?? ''
    if (shows.has(token.text)) {
      const strings = operands.flatMap(({ kind, text }) => (kind === 'string' ? [Buffer.from(text, 'latin1')] : []))
      const font = fonts.at(-1) ?? ''
      shown.set(font, [...(shown.get(font) ?? []), ...strings])
    }
    depth = Math.max(depth, fonts.length - 1)
    operands = []
  }
  return { operators, depth, shown }
}

// ---

type Token = { readonly kind: 'operator' | 'name' | 'string' | 'other' | 'bad'; readonly text: string }

const shows: ReadonlySet<string> = new Set(['Tj', 'TJ', "'", '"'])

const pattern =
  /[\0\t\n\f\r ]+|%[^\r\n]*|(?<mark><<|>>|[[\]])|<(?<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>|\/(?<name>[^\0\t\n\f\r ()<>[\]{}/%]*)|(?<number>[+-]?(?:\d+\.?\d*|\.\d+)(?=[\0\t\n\f\r ()<>[\]{}/%]|$))|(?<word>[^\0\t\n\f\r ()<>[\]{}/%]+)/y

function* tokens(text: string): Generator<Token> {
  for (let at = 0; at < text.length; ) {
    if (text[at] === '(') {
      const string = literal(text, at)
      if (!string) return yield { kind: 'bad', text: '(' }
      yield { kind: 'string', text: string.value }
      at = string.end
      continue
    }
    pattern.lastIndex = at
    const match = pattern.exec(text)
    if (!match) return yield { kind: 'bad', text: text[at] ?? '' }
    at = pattern.lastIndex
    const { mark, hex, name, number, word } = match.groups ?? {}
    if (hex !== undefined) yield { kind: 'string', text: Buffer.from(evenHex(hex), 'hex').toString('latin1') }
    else if (name !== undefined) yield { kind: 'name', text: unescaped(name) }
    else if (mark !== undefined || number !== undefined) yield { kind: 'other', text: mark ?? number ?? '' }
    else if (word !== undefined) yield { kind: words.has(word) ? 'other' : 'operator', text: word }
  }
}

const words: ReadonlySet<string> = new Set(['true', 'false', 'null'])

function evenHex(hex: string): string {
  const plain = hex.replace(/[\0\t\n\f\r ]/g, '')
  return plain.length % 2 ? `${plain}0` : plain
}

function unescaped(name: string): string {
  return name.replace(/#([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

/** A string in brackets with what is escaped in it (7.3.4.2). */
function literal(text: string, start: number): { readonly value: string; readonly end: number } | undefined {
  let value = ''
  let open = 1
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at] ?? ''
    if (char === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0]
      const next = text.slice(at + 1, at + 3) === '\r\n' ? '\r\n' : (text[at + 1] ?? '')
      value += octal
        ? String.fromCharCode(Number.parseInt(octal, 8) & 255)
        : /^[\r\n]/.test(next)
          ? ''
          : (escapes[next] ?? next)
      at += octal ? octal.length : next.length
      continue
    }
    open += char === '(' ? 1 : char === ')' ? -1 : 0
    if (open === 0) return { value, end: at + 1 }
    value += char
  }
  return undefined
}
