import type { Args, Finding, Place } from '../model/finding.ts'
import { helperNames, listHelpers } from './helpers.ts'
import { type DeclaredPath, isDeclared, isLeaf, openRoots, rootOf } from './paths.ts'
import { problem } from './problem.ts'

/** Something that a walk through a form comes upon. */
export type Hit =
  | { readonly kind: 'use'; readonly path: string; readonly at: Place; readonly printed: boolean }
  | { readonly kind: 'slot'; readonly id: string; readonly at: Place }
  | { readonly kind: 'achievement'; readonly id: string; readonly at: Place }
  | { readonly kind: 'problem'; readonly finding: Finding }

/** What a walk may look up. */
export type Forest = {
  readonly paths: ReadonlyMap<string, DeclaredPath>
  readonly slots: readonly string[]
  readonly kinds: readonly string[]
  readonly parsed: (partial: string) => hbs.AST.Program | undefined
  readonly fileOf: (partial: string) => string
}
/** Names given by `as |a|` and by `{{> part a=…}}`, with their path; undefined = a plain value. */
export type Scope = ReadonlyMap<string, string | undefined>
export type Here = {
  readonly forest: Forest
  readonly file: string
  readonly scope: Scope
  readonly partials: readonly string[]
  readonly condition: boolean
}
export type Node = hbs.AST.Node
type Call = Node & { readonly path: Node; readonly params: readonly hbs.AST.Expression[]; readonly hash?: hbs.AST.Hash }
type Found = { readonly path: string | undefined; readonly hits: readonly Hit[] }

/** A call of a helper with its arguments. */
export function called(node: Call, here: Here): readonly Hit[] {
  const name = nameOf(node.path)
  if (!helperNames.includes(name) || ['each', 'if', 'unless'].includes(name))
    return report('forms/unknown-helper', node, here, { helper: name })
  return [
    ...(node.hash?.pairs.length ? report('forms/bad-call', node, here, { helper: name }) : []),
    ...literals(name, node, here),
    ...node.params.flatMap((param) => valued(param, here, false)),
  ]
}

/** A value that is printed (`leaf`) or handed to a helper. */
export function valued(node: Node, here: Here, leaf: boolean): readonly Hit[] {
  if (node.type === 'SubExpression') return called(node as hbs.AST.SubExpression, here)
  if (node.type !== 'PathExpression') return []
  const { path, hits } = pathOf(node as hbs.AST.PathExpression, here)
  if (path === undefined) return hits
  const wrong = leaf && !isLeaf(here.forest.paths, path)
  return [...hits, ...(wrong ? report('forms/not-a-value', node, here, { path: originalOf(node) }) : [])]
}

/** Declared path of an expression; undefined for a plain value or after a problem. */
export function pathOf(node: hbs.AST.PathExpression, here: Here): Found {
  const original = originalOf(node)
  const parts = node.parts.filter((part): part is string => typeof part === 'string')
  const [first] = parts
  if (node.data || node.depth > 0 || /^(this\b|\.)/.test(original) || first === undefined || first === 'lookup')
    return { path: undefined, hits: report('forms/forbidden', node, here, { construct: original }) }
  const base = here.scope.has(first) ? here.scope.get(first) : first
  if (base === undefined && parts.length === 1) return { path: undefined, hits: [] }
  const path = [base, ...parts.slice(1)].join('.')
  if (base === undefined || !isDeclared(here.forest.paths, path))
    return { path: undefined, hits: report('forms/unknown-path', node, here, { path: original }) }
  return { path, hits: [use(path, node, here)] }
}

/** Path of the items of a list, through the helpers that answer a part of it. */
export function listed(node: hbs.AST.Expression, here: Here): Found {
  if (node.type === 'SubExpression') return listedCall(node as hbs.AST.SubExpression, here)
  const found = node.type === 'PathExpression' ? pathOf(node as hbs.AST.PathExpression, here) : undefined
  if (found?.path === undefined) return { path: undefined, hits: found?.hits ?? notAList(node, here) }
  const { paths } = here.forest
  const isList =
    openRoots.includes(rootOf(found.path)) ||
    isDeclared(paths, `${found.path}[]`) ||
    paths.get(found.path)?.type === 'list'
  return isList
    ? { path: `${found.path}[]`, hits: found.hits }
    : { path: undefined, hits: [...found.hits, ...notAList(node, here)] }
}

/** A name of the form's own may not be one of a helper: Handlebars would call the helper. */
export function named(name: string, node: Node, here: Here): readonly Hit[] {
  return helperNames.includes(name) ? report('forms/name-taken', node, here, { name }) : []
}

export function report(code: string, node: Node, here: Here, args: Args = {}): readonly Hit[] {
  return [{ kind: 'problem', finding: problem(code, placeOf(node, here), args) }]
}

export function nameOf(node: Node): string {
  return node.type === 'PathExpression' ? originalOf(node) : ''
}

export function originalOf(node: Node): string {
  return (node as hbs.AST.PathExpression).original
}

export function isHelper(node: Node, scope: Scope): boolean {
  return helperNames.includes(nameOf(node)) && !scope.has(nameOf(node))
}

// ---

function listedCall(call: hbs.AST.SubExpression, here: Here): Found {
  const [first, ...rest] = call.params
  if (!listHelpers.includes(nameOf(call.path)) || !first) return { path: undefined, hits: notAList(call, here) }
  const others = [...literals(nameOf(call.path), call, here), ...rest.flatMap((param) => valued(param, here, false))]
  if (first.type === 'StringLiteral')
    return { path: 'achievements[]', hits: [...others, use('achievements', call, here)] }
  const list = listed(first, here)
  return { path: list.path, hits: [...list.hits, ...others] }
}

/** Slots and kinds that a call names in so many words must be there. */
function literals(helper: string, node: Call, here: Here): readonly Hit[] {
  const words = node.params.flatMap((param) =>
    param.type === 'StringLiteral' ? [(param as hbs.AST.StringLiteral).value] : [],
  )
  const at = placeOf(node, here)
  if (helper === 'on-route' || helper === 'body')
    return words.flatMap((id): readonly Hit[] =>
      here.forest.slots.includes(id)
        ? [{ kind: 'slot', id, at }]
        : report('forms/unknown-slot', node, here, { slot: id }),
    )
  if (helper !== 'of-kind') return []
  return words.flatMap((id): readonly Hit[] =>
    here.forest.kinds.includes(id)
      ? [{ kind: 'achievement', id, at }, use('achievements[].type', node, here)]
      : report('forms/unknown-kind', node, here, { kind: id }),
  )
}

function use(path: string, node: Node, here: Here): Hit {
  return { kind: 'use', path, at: placeOf(node, here), printed: !here.condition }
}

function notAList(node: Node, here: Here): readonly Hit[] {
  return report('forms/not-a-list', node, here, { path: originalOf(node) ?? nameOf(node) })
}

function placeOf(node: Node, here: Here): Place {
  return { file: here.file, line: node.loc.start.line, column: node.loc.start.column + 1 }
}
