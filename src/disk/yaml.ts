import type { z } from 'zod'
import { exits, type Finding, Refusal } from '../model/finding.ts'
import { parse } from '../model/parse.ts'
import { advise } from './advice.ts'
import { duplicateIds } from './duplicates.ts'
import { decodeText } from './encoding.ts'
import { knownKeys, nearest, placesOf } from './keys.ts'
import { keySpot, type Positions, pathText, positionsOf, type Spot, valueAt } from './positions.ts'
import { masked, shown } from './private.ts'
import { type Problem, readTree, type Tree } from './tree.ts'

/** 1 MiB: dozens of times a full dossier, and read in about a second. */
export const yamlLimit = 1024 * 1024

export type ReadYaml<T> =
  | { readonly ok: true; readonly value: T; readonly positions: Positions }
  | { readonly ok: false; readonly findings: readonly Finding[] }

/**
 * A YAML 1.2 or JSON file of ours as the schema's value.
 * @param bytes UTF-8, with or without BOM, LF or CRLF
 * @param file the name that findings give
 * @throws Refusal `format/bad-file` with one finding for each problem: line, column, masked value
 */
export function readYaml<S extends z.ZodType>(schema: S, bytes: Uint8Array, file: string): z.output<S> {
  return readYamlPlaces(schema, bytes, file).value
}

/** As `readYaml`, with the places of the values beside it. */
export function readYamlPlaces<S extends z.ZodType>(
  schema: S,
  bytes: Uint8Array,
  file: string,
): { readonly value: z.output<S>; readonly positions: Positions } {
  const read = tryYaml(schema, bytes, file)
  if (!read.ok) throw badFile(file, read.findings)
  return read
}

/** As `readYaml`, but the problems come back, for who reads several files and says everything in one run. */
export function tryYaml<S extends z.ZodType>(schema: S, bytes: Uint8Array, file: string): ReadYaml<z.output<S>> {
  const problem = (code: string, at: Spot, args: Problem['args'] = {}): ReadYaml<z.output<S>> => ({
    ok: false,
    findings: [toFinding({ code, at, path: [], args }, file, undefined)],
  })
  if (bytes.length > yamlLimit) return problem('format/too-large', start, { limit: yamlLimit / 1024 / 1024 })
  const decoded = decodeText(bytes)
  if (!decoded.ok) return problem(decoded.code, { line: decoded.line, column: 1 })
  // A lone CR is a line end to YAML but not to the library.
  const tree = readTree(decoded.text.replace(/\r(?!\n)/g, '\n'))
  if (tree.value === undefined && !tree.problems.length) return problem('format/blank', start)
  const problems = tree.value === undefined ? tree.problems : [...tree.problems, ...duplicateIds(tree)]
  const parsed = tree.value === undefined ? undefined : parse(schema, tree.value)
  if (parsed?.ok && !problems.length) return { ok: true, value: parsed.value, positions: positionsOf(tree.places) }
  const issues = parsed && !parsed.ok ? parsed.issues.map((issue) => toProblem(issue, tree, schema)) : []
  return { ok: false, findings: inOrder([...problems, ...issues]).map((one) => toFinding(one, file, tree.value)) }
}

/** One refusal for all that is wrong in one or more files. `file` names the file, or the folder of several. */
export function badFile(file: string, findings: readonly Finding[]): Refusal {
  return new Refusal('format/bad-file', exits.unreadable, { file, count: findings.length }, { file }, findings)
}

// ---

const start: Spot = { line: 1, column: 1 }

type Issue = { readonly code: string; readonly path: readonly (string | number)[]; readonly args: Problem['args'] }

function toProblem(issue: Issue, tree: Tree, schema: z.ZodType): Problem {
  const { path } = issue
  if (issue.code === 'format/unknown-key') {
    const { code, args } = unknownKey(String(issue.args.key ?? ''), path, schema)
    return { code, at: keySpot(tree.places, path), path, args }
  }
  const at = issue.code === 'format/missing' ? keySpot(tree.places, path) : positionsOf(tree.places)(path)
  const key = String(path.findLast((step) => typeof step === 'string') ?? '')
  const value = valueAt(tree.value, path)
  const args = { key, value: typeof value === 'string' ? shown(value, path) : '', ...issue.args }
  const better = typeof value === 'string' ? advise(issue.code, value) : undefined
  if (!better) return { code: issue.code, at, path, args }
  return {
    code: better.code,
    at,
    path,
    args: { ...args, ...(better.better ? { better: shown(better.better, path) } : {}) },
  }
}

function unknownKey(
  key: string,
  path: readonly (string | number)[],
  schema: z.ZodType,
): Pick<Problem, 'code' | 'args'> {
  const known = knownKeys(schema, path.slice(0, -1))
  const near = nearest(key, known)
  const written = shown(key, [])
  if (near) return { code: 'format/unknown-key-near', args: { key: written, better: near } }
  const place = placesOf(schema, key)[0]
  if (place) return { code: 'format/unknown-key-place', args: { key: written, better: place } }
  return { code: 'format/unknown-key', args: { key: written, options: known.join('、') } }
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return [...problems].sort((a, b) => a.at.line - b.at.line || a.at.column - b.at.column || (a.code < b.code ? -1 : 1))
}

function toFinding(problem: Problem, file: string, tree: unknown): Finding {
  const path = pathText(tree, problem.path)
  return {
    code: problem.code,
    severity: 'error',
    stage: 'draft',
    at: { ...(path === '' ? {} : { path: masked(path) }), file, ...problem.at },
    args: maskedArgs(problem.args),
    basis: 'plain-sanity',
    verified: true,
  }
}

function maskedArgs(args: Problem['args']): Problem['args'] {
  return Object.fromEntries(
    Object.entries(args).map(([name, value]) => [name, typeof value === 'string' ? masked(value) : value]),
  )
}
