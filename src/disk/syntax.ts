import type { YAMLError } from 'yaml'
import type { Spot } from './positions.ts'
import type { Problem } from './tree.ts'

/** What people who are no programmers really did wrong when the YAML library says “implicit keys need …”. */
export function syntaxProblem(error: YAMLError, source: string, spot: (offset: number) => Spot): Problem {
  const [from] = error.pos
  const said = (code: string, at: Spot): Problem => ({ code, at, path: [], args: {} })
  // An open quote runs to the end of the text: the last one in it is the one that was never closed.
  const open = /^Missing closing (["'])/.exec(error.message)
  if (open) return said('format/yaml-unclosed', spot(source.lastIndexOf(open[1] ?? '"')))
  if (/^Flow (sequence|map)/.test(error.message)) return said('format/yaml-bracket', spot(from))
  const [code, column] = lineTests(lineAt(source, from)) ?? [codes[error.code] ?? 'format/yaml-syntax', undefined]
  const at = spot(from)
  return said(code, column === undefined ? at : { line: at.line, column })
}

// ---

const codes: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'format/yaml-tab',
  BAD_INDENT: 'format/yaml-indent',
  BLOCK_AS_IMPLICIT_KEY: 'format/yaml-quote',
  BAD_SCALAR_START: 'format/yaml-quote',
  BAD_DQ_ESCAPE: 'format/yaml-escape',
  TAG_RESOLVE_FAILED: 'format/yaml-tag',
  BAD_ALIAS: 'format/yaml-alias',
  BAD_DIRECTIVE: 'format/yaml-directive',
  MULTIPLE_DOCS: 'format/yaml-documents',
}

/** Tests on the line itself, before the library's own answer; the second value is the column to point at. */
function lineTests(line: string): readonly [string, number] | undefined {
  for (const [pattern, code] of patterns) {
    const found = pattern.exec(line)
    if (found) return [code, (found[1]?.length ?? 0) + 1]
  }
  return undefined
}

const patterns: readonly (readonly [RegExp, string])[] = [
  [/^( *)\t/, 'format/yaml-tab'],
  [/^([ -]*)[\u00a0\u3000]/, 'format/yaml-blank'],
  [/^(\s*(?:- )?[\p{L}\p{N}_-]+)：/u, 'format/yaml-colon'],
  [/^(\s*(?:- )?[\p{L}\p{N}_-]+:)[^\s/"'[{,]/u, 'format/yaml-colon-blank'],
  [/^(\s*(?:- )?[\p{L}\p{N}_-]+: +)[“”‘’][^“”‘’]*$/u, 'format/yaml-quote'],
  [/^(\s*(?:- )?[\p{L}\p{N}_-]+: +)"[^"]*$/u, 'format/yaml-unclosed'],
  [/^(\s*(?:- )?[\p{L}\p{N}_-]+: +)'[^']*$/u, 'format/yaml-unclosed'],
]

function lineAt(source: string, offset: number): string {
  const from = source.lastIndexOf('\n', offset - 1) + 1
  const to = source.indexOf('\n', from)
  return source.slice(from, to === -1 ? source.length : to).replace(/\r$/, '')
}
