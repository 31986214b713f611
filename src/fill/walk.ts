import type { Finding, Place } from '../model/finding.ts'
import { yesNoHelpers } from './helpers.ts'
import {
  called,
  type Forest,
  type Here,
  type Hit,
  isHelper,
  listed,
  type Node,
  named,
  nameOf,
  originalOf,
  pathOf,
  report,
  type Scope,
  valued,
} from './walk-values.ts'

/** A path that a form uses, as it is declared, and where. `printed`: it can reach the paper, not only a condition. */
export type Use = { readonly path: string; readonly at: Place; readonly printed: boolean }

export type Walked = {
  readonly uses: readonly Use[]
  readonly problems: readonly Finding[]
  /** Slots and kinds of achievement that the form names. */
  readonly slots: readonly { readonly id: string; readonly at: Place }[]
  readonly kinds: readonly { readonly id: string; readonly at: Place }[]
}

/** Walks a parsed form with its partials: every path and helper, and everything that is not allowed. */
export function walkForm(program: hbs.AST.Program, file: string, forest: Forest): Walked {
  const hits = walkProgram(program, { forest, file, scope: new Map(), partials: [], condition: false })
  return {
    uses: hits.flatMap((hit) => (hit.kind === 'use' ? [hit] : [])),
    problems: hits.flatMap((hit) => (hit.kind === 'problem' ? [hit.finding] : [])),
    slots: hits.flatMap((hit) => (hit.kind === 'slot' ? [hit] : [])),
    kinds: hits.flatMap((hit) => (hit.kind === 'achievement' ? [hit] : [])),
  }
}

// ---

const blockHelpers: readonly string[] = ['each', 'if', 'unless']

function walkProgram(program: hbs.AST.Program | undefined, here: Here): readonly Hit[] {
  return (program?.body ?? []).flatMap((statement) => walkStatement(statement, here))
}

function walkStatement(node: hbs.AST.Statement, here: Here): readonly Hit[] {
  switch (node.type) {
    case 'MustacheStatement':
      return mustache(node as hbs.AST.MustacheStatement, here)
    case 'BlockStatement':
      return block(node as hbs.AST.BlockStatement, here)
    case 'PartialStatement':
      return partial(node as hbs.AST.PartialStatement, here)
    case 'ContentStatement':
    case 'CommentStatement':
      return []
    default:
      return forbid(node, here, node.type)
  }
}

function mustache(node: hbs.AST.MustacheStatement, here: Here): readonly Hit[] {
  const raw = node.escaped ? [] : forbid(node, here, '{{{ }}}')
  if (node.params.length > 0 || isHelper(node.path, here.scope)) return [...raw, ...called(node, here)]
  return [...raw, ...valued(node.path, here, true)]
}

function block(node: hbs.AST.BlockStatement, here: Here): readonly Hit[] {
  const name = nameOf(node.path)
  if (!blockHelpers.includes(name)) return forbid(node, here, `{{#${name}}}`)
  const [param] = node.params
  if (!param || node.params.length > 1) return report('forms/bad-call', node, here, { helper: name })
  const otherwise = walkProgram(node.inverse, here)
  if (name !== 'each') return [...condition(param, here), ...walkProgram(node.program, here), ...otherwise]
  const list = listed(param, here)
  const [item] = node.program.blockParams ?? []
  if (item === undefined) return [...list.hits, ...report('forms/each-name', node, here), ...otherwise]
  const scope: Scope = new Map([...here.scope, [item, list.path]])
  return [...list.hits, ...named(item, node, here), ...walkProgram(node.program, { ...here, scope }), ...otherwise]
}

/** `if` takes yes or no, never a value: 0 would count as nothing. */
function condition(param: hbs.AST.Expression, here: Here): readonly Hit[] {
  if (param.type === 'SubExpression') {
    const call = param as hbs.AST.SubExpression
    const answer = yesNoHelpers.includes(nameOf(call.path)) ? [] : report('forms/if-value', param, here)
    return [...answer, ...called(call, { ...here, condition: true })]
  }
  const isData = param.type === 'PathExpression' && /^@(first|last)$/.test(originalOf(param))
  return isData ? [] : report('forms/if-value', param, here)
}

/** A part of a form sees the root of the scope and what is handed to it by name. */
function partial(node: hbs.AST.PartialStatement, here: Here): readonly Hit[] {
  const name = node.name.type === 'PathExpression' ? originalOf(node.name) : ''
  if (name === '') return forbid(node, here, '{{> ( )}}')
  const program = here.forest.parsed(name)
  if (!program) return report('forms/unknown-part', node, here, { part: name })
  if (here.partials.includes(name) || node.params.length) return forbid(node, here, `{{> ${name}}}`)
  const pairs = (node.hash?.pairs ?? []).map(({ key, value }) => ({ key, ...handed(value, here) }))
  const scope: Scope = new Map(pairs.map(({ key, path }) => [key, path]))
  const inside = { ...here, file: here.forest.fileOf(name), scope, partials: [...here.partials, name] }
  return [...pairs.flatMap(({ key, hits }) => [...hits, ...named(key, node, here)]), ...walkProgram(program, inside)]
}

function handed(value: hbs.AST.Expression, here: Here) {
  if (value.type === 'PathExpression') return pathOf(value as hbs.AST.PathExpression, here)
  return { path: undefined, hits: valued(value, here, false) }
}

function forbid(node: Node, here: Here, construct: string): readonly Hit[] {
  return report('forms/forbidden', node, here, { construct })
}
