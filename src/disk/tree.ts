import { Composer, type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, Parser } from 'yaml'
import { depthProblem } from './depth.ts'
import type { Place as PlaceNode, Spot } from './positions.ts'
import { shown } from './private.ts'
import { syntaxProblem } from './syntax.ts'

/** One problem of the text itself, before any schema; `path` leads to the value where one is known. */
export type Problem = {
  readonly code: string
  readonly at: Spot
  readonly path: readonly (string | number)[]
  readonly args: Readonly<Record<string, string | number>>
}

/**
 * A YAML 1.2 or JSON text as plain data: mappings, lists and texts, nothing else. What is written without a value is absent
 * (FORMATS: absent means unknown), and so is a mapping or a list item in which every value is absent.
 */
export type Tree = { readonly value: unknown; readonly places: PlaceNode; readonly problems: readonly Problem[] }

/** @returns the tree, or only problems when the text cannot be understood at all */
export function readTree(source: string): Tree {
  const lines = new LineCounter()
  const spot = (offset: number): Spot => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(line, 1), column: Math.max(col, 1) }
  }
  const top: PlaceNode = { at: { line: 1, column: 1 }, children: new Map() }
  const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.exec(source)
  const tokens = [...new Parser(lines.addNewLine).parse(source)]
  const fail = (problem: Problem): Tree => ({ value: undefined, places: top, problems: [problem] })
  if (control) return fail({ code: 'format/control', at: spot(control.index), path: [], args: {} })
  const deep = depthProblem(tokens)
  if (deep !== undefined) return fail({ code: 'format/too-deep', at: spot(deep), path: [], args: {} })
  const documents = [...new Composer(options).compose(tokens, true, source.length)]
  const [document, second] = documents
  const errors = documents.flatMap((one) => one.errors).slice(0, 50)
  if (errors.length)
    return { value: undefined, places: top, problems: errors.map((error) => syntaxProblem(error, source, spot)) }
  if (second) return fail({ code: 'format/yaml-documents', at: spot(second.range[0]), path: [], args: {} })
  const directive = /^%/m.exec(source.slice(0, document?.range[0] ?? 0))
  if (directive) return fail({ code: 'format/yaml-directive', at: spot(directive.index), path: [], args: {} })
  if (!document?.contents) return { value: undefined, places: top, problems: [] }
  return walkDocument(document, source, spot)
}

// ---

const options = { schema: 'failsafe', version: '1.2', strict: true, uniqueKeys: false, merge: false } as const
const aliasLimit = 100
const aliasedNodeLimit = 10_000
const forbidden = ['__proto__', 'constructor', 'prototype']

type Walk = {
  readonly source: string
  readonly spot: (offset: number) => Spot
  readonly problems: Problem[]
  readonly anchors: Map<string, Node>
  /** Nodes on the way down, so that an alias to one of them is seen as a circle. */
  readonly open: Set<Node>
  /** JSON says `null`; in YAML a bare null or ~ is asked about. */
  readonly json: boolean
  aliases: number
  aliased: number
}
type Way = readonly (string | number)[]

function walkDocument(document: Document.Parsed | Document, source: string, spot: (offset: number) => Spot): Tree {
  const root = document.contents as Node
  const walk: Walk = {
    source,
    spot,
    problems: [],
    anchors: new Map(),
    open: new Set(),
    json: isMap(root) && root.flow === true,
    aliases: 0,
    aliased: 0,
  }
  const places: PlaceNode = { at: spot(root.range?.[0] ?? 0), children: new Map() }
  const value = visit(walk, root, [], places, false)
  return { value, places, problems: walk.problems }
}

/** The node's value; undefined = absent. Fills in the places of what lies below. */
function visit(walk: Walk, node: Node | null, way: Way, place: PlaceNode, viaAlias: boolean): unknown {
  if (!node) return undefined
  if (viaAlias && ++walk.aliased > aliasedNodeLimit) return once(walk, 'format/yaml-alias', place.at, way)
  if (isAlias(node)) return follow(walk, node.source, way, place)
  if ('anchor' in node && node.anchor) walk.anchors.set(node.anchor, node)
  if ('tag' in node && node.tag) problem(walk, 'format/yaml-tag', place.at, way, { tag: node.tag })
  walk.open.add(node)
  try {
    if (isMap(node)) return visitMap(walk, node.items, way, place, viaAlias)
    if (isSeq(node)) return visitList(walk, node.items, way, place, viaAlias)
    return isScalar(node) ? visitText(walk, node, way, place) : undefined
  } finally {
    walk.open.delete(node)
  }
}

function follow(walk: Walk, name: string, way: Way, place: PlaceNode): unknown {
  const target = walk.anchors.get(name)
  if (!target || walk.open.has(target) || ++walk.aliases > aliasLimit)
    return once(walk, 'format/yaml-alias', place.at, way)
  return visit(walk, target, way, place, true)
}

type Text = {
  readonly value: unknown
  readonly type?: unknown
  readonly source?: string
  readonly range?: readonly [number, number, number] | null
}

function visitText(walk: Walk, node: Text, way: Way, place: PlaceNode): unknown {
  const value = String(node.value)
  if (node.type === 'PLAIN') {
    if (node.source === '') return undefined
    if (walk.json && value === 'null') return undefined
    if (/^(~|null|Null|NULL)$/.test(value)) return problem(walk, 'format/yaml-null', place.at, way, { value })
    // `3号楼 #2 机组`, `合同.pdf #3-9`: a blank before # makes a comment of the rest, and the value would silently be shorter.
    const lost = /^[ \t]+(#[^\s#][^\r\n]*)/.exec(walk.source.slice(node.range?.[1], node.range?.[2]))
    if (lost) problem(walk, 'format/yaml-hash', place.at, way, { lost: shown(lost[1] ?? '', way) })
  }
  if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]/.test(value))
    problem(walk, 'format/control', place.at, way, {})
  return value
}

function visitMap(
  walk: Walk,
  items: readonly { key: unknown; value: unknown }[],
  way: Way,
  place: PlaceNode,
  viaAlias: boolean,
): unknown {
  const found: [string, unknown][] = []
  const first = new Map<string, Spot>()
  for (const { key, value } of items) {
    const at = spotOf(walk, key) ?? place.at
    const name = keyOf(walk, key, at, way)
    if (name === undefined) continue
    const before = first.get(name)
    if (before) problem(walk, 'format/duplicate-key', at, [...way, name], { key: name, first: before.line })
    if (before) continue
    first.set(name, at)
    const valueAt = spotOf(walk, value) ?? at
    const inner: PlaceNode = { at: isMap(value) || isSeq(value) ? at : valueAt, key: at, children: new Map() }
    place.children.set(name, inner)
    const read = visit(walk, value as Node | null, [...way, name], inner, viaAlias)
    if (read !== undefined) found.push([name, read])
  }
  return items.length && !found.length && way.length ? undefined : Object.fromEntries(found)
}

function visitList(walk: Walk, items: readonly unknown[], way: Way, place: PlaceNode, viaAlias: boolean): unknown {
  const found: unknown[] = []
  for (const item of items) {
    const inner: PlaceNode = { at: spotOf(walk, item) ?? place.at, children: new Map() }
    const read = visit(walk, item as Node | null, [...way, found.length], inner, viaAlias)
    if (read === undefined) continue
    place.children.set(found.length, inner)
    const id = read && typeof read === 'object' && 'id' in read ? read.id : undefined
    if (typeof id === 'string' && !place.children.has(`[${id}]`)) place.children.set(`[${id}]`, inner)
    found.push(read)
  }
  return items.length && !found.length ? undefined : found
}

function keyOf(walk: Walk, key: unknown, at: Spot, way: Way): string | undefined {
  if (!isScalar(key) || typeof key.value !== 'string' || key.value === '')
    return problem(walk, 'format/yaml-key', at, way, {})
  if ('tag' in key && key.tag) return problem(walk, 'format/yaml-tag', at, way, { tag: key.tag })
  const name = key.value
  if (name === '<<') return problem(walk, 'format/yaml-merge', at, way, {})
  if (forbidden.includes(name)) return problem(walk, 'format/forbidden-key', at, way, { key: name })
  if (name !== name.trim()) return problem(walk, 'format/yaml-blank', at, way, {})
  return name
}

function spotOf(walk: Walk, node: unknown): Spot | undefined {
  const known = isScalar(node) || isMap(node) || isSeq(node) || isAlias(node)
  return known && node.range ? walk.spot(node.range[0]) : undefined
}

function problem(walk: Walk, code: string, at: Spot, path: Way, args: Problem['args']): undefined {
  walk.problems.push({ code, at, path, args })
  return undefined
}

/** Said once a file, not once for each of ten thousand repetitions. */
function once(walk: Walk, code: string, at: Spot, path: Way): undefined {
  return walk.problems.some((one) => one.code === code) ? undefined : problem(walk, code, at, path, {})
}
