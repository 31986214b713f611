import Handlebars from 'handlebars'
import type { Procedure } from '../model/case.ts'
import type { Finding, Place } from '../model/finding.ts'
import { type Helper, helperNames } from './helpers.ts'
import { marked, staticTags } from './marking.ts'
import { declaredPaths } from './paths.ts'
import { blankSource } from './placeholders.ts'
import { problem } from './problem.ts'
import { type Walked, walkForm } from './walk.ts'

/** A form read and looked through once: what it uses, what is wrong with it, and how to fill it. */
export type Template = Walked & {
  readonly file: string
  /** Has a place for the photo. */
  readonly photo: boolean
  /** Places of the start tags, by number. */
  readonly places: readonly Place[]
  readonly render: (view: object, helpers: Readonly<Record<string, Helper>>) => string
}

const read = new WeakMap<Procedure, Map<string, Template>>()

/** Reads a form of a procedure; the same one is read only once. */
export function templateOf(procedure: Procedure, form: string): Template {
  const known = read.get(procedure) ?? new Map<string, Template>()
  read.set(procedure, known)
  const found = known.get(form) ?? readTemplate(procedure, form)
  known.set(form, found)
  return found
}

/** File of a form as its place is named: `forms/review.hbs`. */
export function formFile(procedure: Procedure, form: string): string {
  return procedure.file.forms.find((one) => one.id === form)?.file ?? `forms/${form}.hbs`
}

// ---

function readTemplate(procedure: Procedure, form: string): Template {
  const file = formFile(procedure, form)
  const blank = procedure.blanks[form]
  const source = blank ? blankSource(blank) : procedure.forms[form]
  if (source === undefined) return broken(file, [problem('forms/no-form', { file }, { form })])
  const parsed = parse(source, file)
  const partials = new Map(
    Object.entries(procedure.partials).map(([name, text]) => [name, { text, ...parse(text, partialFile(name)) }]),
  )
  const faults = [...parsed.problems, ...[...partials.values()].flatMap((part) => part.problems)]
  if (!parsed.program || faults.length) return broken(file, faults)
  const walked = walkForm(parsed.program, file, {
    paths: declaredPaths(procedure),
    slots: procedure.slots.slots.map((slot) => slot.id),
    kinds: procedure.kinds.kinds.map((kind) => kind.id),
    parsed: (name) => partials.get(name)?.program,
    fileOf: partialFile,
  })
  if (walked.problems.length) return { ...broken(file, walked.problems), ...walked }
  return { file, ...walked, photo: /<photo\b/.test(source), ...compiled(source, file, procedure.partials) }
}

function partialFile(name: string): string {
  return `forms/parts/${name}.hbs`
}

function broken(file: string, problems: readonly Finding[]): Template {
  return { file, uses: [], slots: [], kinds: [], photo: false, problems, places: [], render: () => '' }
}

function parse(source: string, file: string): { program?: hbs.AST.Program; problems: readonly Finding[] } {
  try {
    return { program: Handlebars.parse(source), problems: [] }
  } catch (error) {
    // The parser says only the line, in its message.
    const message = error instanceof Error ? error.message : String(error)
    const line = Number(/line (\d+)/.exec(message)?.[1] ?? 1)
    const detail = message.split('\n').slice(-1).join('').slice(0, 120)
    return { problems: [problem('forms/template-syntax', { file, line, column: 1 }, { detail })] }
  }
}

/** An environment of its own: only our helpers, no prototype, unknown names fail. */
function compiled(source: string, file: string, partials: Readonly<Record<string, string>>) {
  const places: Place[] = []
  const mark = (text: string, name: string) => {
    const tags = staticTags(text, name)
    const first = places.length
    places.push(...tags.map((tag) => tag.at))
    return marked(text, tags, first)
  }
  const text = mark(source, file)
  const parts = Object.entries(partials).map(([name, part]) => [name, mark(part, partialFile(name))] as const)
  const own = Handlebars.create()
  for (const name of Object.keys(own.helpers)) own.unregisterHelper(name)
  const knownHelpers = Object.fromEntries(helperNames.map((name) => [name, true]))
  const options = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true } as const
  const main = own.compile(text, options)
  const pieces = Object.fromEntries(parts.map(([name, part]) => [name, own.compile(part, options)]))
  const render = (view: object, helpers: Readonly<Record<string, Helper>>): string =>
    main(view, { helpers, partials: pieces })
  return { places, render }
}
