import type { Procedure } from '../model/case.ts'
import type { Finding, Place } from '../model/finding.ts'
import { helperNames, listHelpers, yesNoHelpers } from './helpers.ts'
import { type DeclaredPath, isDeclared, isLeaf, openRoots, rootOf } from './paths.ts'
import { problem } from './problem.ts'

/** A path that a form uses, as it is declared, and where. `printed`: it can reach the paper, not only a condition. */
export type Use = { readonly path: string; readonly at: Place; readonly printed: boolean }
export type Walked = { readonly uses: readonly Use[]; readonly problems: readonly Finding[] }

type Forest = {
  readonly procedure: Procedure
  readonly paths: ReadonlyMap<string, DeclaredPath>
  readonly parsed: (partial: string) => hbs.AST.Program | undefined
  readonly fileOf: (partial: string) => string
}
/** Names given by `as |a|` and by `{{> part a=…}}`; undefined = a plain value. */
type Scope = ReadonlyMap<string, string | undefined>
type Here = {
  readonly file: string
  readonly scope: Scope
  readonly partials: readonly string[]
  readonly condition: boolean
}

const blockHelpers: readonly string[] = ['each', 'if', 'unless']

/** Walks a parsed form with its partials: every path and helper, and everything that is not allowed. */
export function walkForm(program: hbs.AST.Program, file: string, forest: Forest): Walked {
  const uses: Use[] = []
  const problems: Finding[] = []
  new Walk(forest, uses, problems).program(program, { file, scope: new Map(), partials: [], condition: false })
  return { uses, problems }
}

// ---

/** Opened for one form: collects while it goes through the tree. */
class Walk {
  readonly forest: Forest
  readonly uses: Use[]
  readonly problems: Finding[]

  constructor(forest: Forest, uses: Use[], problems: Finding[]) {
    this.forest = forest
    this.uses = uses
    this.problems = problems
  }

  program(program: hbs.AST.Program | undefined, here: Here): void {
    for (const statement of program?.body ?? []) this.statement(statement, here)
  }

  statement(node: hbs.AST.Statement, here: Here): void {
    switch (node.type) {
      case 'MustacheStatement':
        return this.mustache(node as hbs.AST.MustacheStatement, here)
      case 'BlockStatement':
        return this.block(node as hbs.AST.BlockStatement, here)
      case 'PartialStatement':
        return this.partial(node as hbs.AST.PartialStatement, here)
      case 'ContentStatement':
      case 'CommentStatement':
        return
      default:
        this.forbid(node, here, node.type)
    }
  }

  mustache(node: hbs.AST.MustacheStatement, here: Here): void {
    if (!node.escaped) this.forbid(node, here, '{{{ }}}')
    const called = node.params.length > 0 || isHelper(node.path, here.scope)
    if (called) this.call(node.path, node.params, node.hash, node, here)
    else this.value(node.path, here, true)
  }

  block(node: hbs.AST.BlockStatement, here: Here): void {
    const name = nameOf(node.path)
    if (!blockHelpers.includes(name)) return this.forbid(node, here, `{{#${name}}}`)
    if (node.params.length !== 1) this.report('forms/bad-call', node, here, { helper: name })
    const [param] = node.params
    if (param && name !== 'each') this.conditionOf(param, here)
    let scope = here.scope
    if (param && name === 'each') {
      const list = this.listOf(param, here)
      const [item] = node.program.blockParams ?? []
      if (item === undefined) this.report('forms/each-name', node, here)
      else scope = this.named(item, list, scope, node, here)
    }
    this.program(node.program, { ...here, scope })
    this.program(node.inverse, here)
  }

  /** A name of the form's own may not be one of a helper: Handlebars would call the helper. */
  named(name: string, path: string | undefined, scope: Scope, node: Node, here: Here): Scope {
    if (helperNames.includes(name)) this.report('forms/name-taken', node, here, { name })
    return new Map([...scope, [name, path]])
  }

  /** `if` takes yes or no, never a value: 0 would count as nothing. */
  conditionOf(param: hbs.AST.Expression, here: Here): void {
    if (param.type === 'SubExpression') {
      const call = param as hbs.AST.SubExpression
      if (!yesNoHelpers.includes(nameOf(call.path))) this.report('forms/if-value', param, here)
      return this.call(call.path, call.params, call.hash, call, { ...here, condition: true })
    }
    if (
      param.type === 'PathExpression' &&
      (param as hbs.AST.PathExpression).data &&
      /^@(first|last)$/.test(originalOf(param))
    )
      return
    this.report('forms/if-value', param, here)
  }

  call(
    path: Node,
    params: readonly hbs.AST.Expression[],
    hash: hbs.AST.Hash | undefined,
    node: Node,
    here: Here,
  ): void {
    const name = nameOf(path)
    if (!helperNames.includes(name) || blockHelpers.includes(name))
      return this.report('forms/unknown-helper', node, here, { helper: name })
    if (hash?.pairs.length) this.report('forms/bad-call', node, here, { helper: name })
    for (const param of params) this.value(param, here, false)
  }

  /** A value that is printed (`leaf`) or handed to a helper. */
  value(node: Node, here: Here, leaf: boolean): void {
    if (node.type === 'SubExpression') {
      const call = node as hbs.AST.SubExpression
      return this.call(call.path, call.params, call.hash, call, here)
    }
    if (node.type !== 'PathExpression') return
    const path = this.pathOf(node as hbs.AST.PathExpression, here)
    if (path === undefined) return
    this.uses.push({ path, at: placeOf(node, here.file), printed: !here.condition })
    if (leaf && !isLeaf(this.forest.paths, path))
      this.report('forms/not-a-value', node, here, { path: originalOf(node) })
  }

  /** Declared path of an expression; undefined for a plain value or after a problem. */
  pathOf(node: hbs.AST.PathExpression, here: Here): string | undefined {
    const original = originalOf(node)
    const parts = node.parts.filter((part): part is string => typeof part === 'string')
    const [first] = parts
    if (node.data || node.depth > 0 || /^(this\b|\.)/.test(original) || first === undefined || first === 'lookup') {
      this.forbid(node, here, original)
      return undefined
    }
    const bound = here.scope.has(first)
    const base = bound ? here.scope.get(first) : first
    if (base === undefined && parts.length === 1) return undefined
    const path = [base, ...parts.slice(1)].join('.')
    if (base !== undefined && isDeclared(this.forest.paths, path)) return path
    this.report('forms/unknown-path', node, here, { path: original })
    return undefined
  }

  /** Path of the items of a list. */
  listOf(node: hbs.AST.Expression, here: Here): string | undefined {
    if (node.type === 'SubExpression') {
      const call = node as hbs.AST.SubExpression
      const [first, ...rest] = call.params
      if (!listHelpers.includes(nameOf(call.path)) || !first) {
        this.report('forms/not-a-list', node, here, { path: nameOf(call.path) })
        return undefined
      }
      for (const param of rest) this.value(param, here, false)
      return first.type === 'StringLiteral' ? this.use('achievements', node, here) : this.listOf(first, here)
    }
    const path = node.type === 'PathExpression' ? this.pathOf(node as hbs.AST.PathExpression, here) : undefined
    if (path === undefined) return undefined
    const open = openRoots.includes(rootOf(path))
    if (!open && !isDeclared(this.forest.paths, `${path}[]`) && this.forest.paths.get(path)?.type !== 'list')
      this.report('forms/not-a-list', node, here, { path: originalOf(node) })
    return this.use(path, node, here)
  }

  /** Notes that the items of a list are used. */
  use(list: string, node: Node, here: Here): string {
    this.uses.push({ path: list, at: placeOf(node, here.file), printed: true })
    return `${list}[]`
  }

  partial(node: hbs.AST.PartialStatement, here: Here): void {
    const name = node.name.type === 'PathExpression' ? originalOf(node.name) : ''
    const program = name === '' ? undefined : this.forest.parsed(name)
    if (name === '') return this.forbid(node, here, '{{> ( )}}')
    if (!program) return this.report('forms/unknown-part', node, here, { part: name })
    if (here.partials.includes(name) || node.params.length) return this.forbid(node, here, `{{> ${name}}}`)
    let scope: Scope = new Map()
    for (const { key, value } of node.hash?.pairs ?? []) {
      const path = value.type === 'PathExpression' ? this.pathOf(value as hbs.AST.PathExpression, here) : undefined
      if (value.type === 'SubExpression') this.value(value, here, false)
      scope = this.named(key, path, scope, node, here)
    }
    const file = this.forest.fileOf(name)
    this.program(program, { file, scope, partials: [...here.partials, name], condition: here.condition })
  }

  forbid(node: Node, here: Here, construct: string): void {
    this.report('forms/forbidden', node, here, { construct })
  }

  report(code: string, node: Node, here: Here, args: Record<string, string> = {}): void {
    this.problems.push(problem(code, placeOf(node, here.file), args))
  }
}

type Node = hbs.AST.Node

function nameOf(node: Node): string {
  return node.type === 'PathExpression' ? originalOf(node) : ''
}

function originalOf(node: Node): string {
  return (node as hbs.AST.PathExpression).original
}

function isHelper(node: Node, scope: Scope): boolean {
  const name = nameOf(node)
  return helperNames.includes(name) && !scope.has(name)
}

function placeOf(node: Node, file: string): Place {
  return { file, line: node.loc.start.line, column: node.loc.start.column + 1 }
}
