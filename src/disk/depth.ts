import type { CST } from 'yaml'

/** Deeper than any file of ours; a text nested a thousand deep ends the whole process inside the YAML library. */
export const depthLimit = 64

/** Offset of the first value that is nested deeper than the limit. Works on the parser's tokens, which nest without recursion. */
export function depthProblem(tokens: readonly CST.Token[]): number | undefined {
  const waiting: { token: CST.Token; depth: number }[] = tokens.map((token) => ({ token, depth: 0 }))
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.depth > depthLimit) return next.token.offset
    for (const inner of innerTokens(next.token)) waiting.push({ token: inner, depth: next.depth + 1 })
  }
  return undefined
}

// ---

function innerTokens(token: CST.Token): readonly CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : []
  if (!('items' in token)) return []
  return token.items.flatMap((item) => [item.key, item.value].filter((one) => one !== undefined && one !== null))
}
