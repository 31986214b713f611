import type { Procedure } from '../model/case.ts'
import type { Kind } from '../model/procedure.ts'
import type { Text } from '../model/scalar.ts'
import { outline } from './outline.ts'
import { safeName } from './paths.ts'
import { jsonSchemas } from './schemas.ts'
import { groupLines, type SkeletonLang, type SkeletonWords } from './template.ts'

export type SkeletonOptions = {
  /** Phrases of `say/words/skeleton.ts` in the language. */
  readonly words: SkeletonWords
  readonly lang: SkeletonLang
  /** `procedure` as dossier.yaml is to name it; default: its id. */
  readonly reference?: string | undefined
}

/** The procedure as far as a skeleton needs it. */
export type SkeletonProcedure = Pick<Procedure, 'file' | 'fields' | 'kinds' | 'documents'>

/**
 * What `juanzong new` writes: dossier.yaml, journal.yaml and unit.yaml with every fact of the procedure, empty and explained, a
 * folder with explanations for each kind of achievement, and JSON Schemas for editors.
 * @returns path in the new folder → bytes, sorted; the files parse without a finding
 */
export function skeleton(procedure: SkeletonProcedure, options: SkeletonOptions): ReadonlyMap<string, Uint8Array> {
  const files: Record<string, string> = {
    'dossier.yaml': dossierText(procedure, options),
    'journal.yaml': journalText(procedure, options),
    'unit.yaml': unitText(procedure, options),
    'evidence/supporting/说明.txt': supportingText(procedure, options),
  }
  for (const kind of procedure.kinds.kinds) files[`evidence/${folderOf(kind)}/说明.txt`] = kindText(kind, options)
  const schemas = jsonSchemas()
  for (const name of ['dossier', 'journal', 'unit'])
    files[schemaPath(name)] = `${JSON.stringify(schemas[name], null, 2)}\n`
  const encoder = new TextEncoder()
  const sorted = Object.entries(files).sort(([a], [b]) => (a < b ? -1 : 1))
  return new Map(sorted.map(([path, text]) => [path, encoder.encode(text)]))
}

// ---

function schemaPath(name: string): string {
  return `.juanzong/${name}.schema.json`
}

function head(name: 'dossier' | 'journal' | 'unit', procedure: SkeletonProcedure, options: SkeletonOptions): string {
  const title = said(procedure.file.title, options)
  const lines = put(options.words[name], { title }).split('\n')
  return [...lines.map((line) => `# ${line}`), `# yaml-language-server: $schema=${schemaPath(name)}`].join('\n')
}

function dossierText(procedure: SkeletonProcedure, options: SkeletonOptions): string {
  const reference = options.reference ?? procedure.file.id
  const fixed = ['format', 'procedure']
  const own = procedure.fields.filter(
    ({ path }) => !fixed.includes(path) && !path.startsWith('procedure.') && !/^unit(\.|$)/.test(path),
  )
  const groups = outline(own).flatMap((node) => ['', ...groupLines(node, procedure, options)])
  const start = ['format: juanzong/dossier@1', `procedure: ${reference}`]
  return `${[head('dossier', procedure, options), ...start, ...groups].join('\n')}\n`
}

function unitText(procedure: SkeletonProcedure, options: SkeletonOptions): string {
  const own = procedure.fields
    .filter(({ path }) => path.startsWith('unit.') && path !== 'unit.format')
    .map((field) => ({ ...field, path: field.path.slice('unit.'.length) }))
  const groups = outline(own).flatMap((node) => ['', ...groupLines(node, procedure, options)])
  return `${[head('unit', procedure, options), 'format: juanzong/unit@1', ...groups].join('\n')}\n`
}

function journalText(procedure: SkeletonProcedure, options: SkeletonOptions): string {
  const from = procedure.file.windows[0]?.from ?? procedure.file.notice.issuedOn
  const lines = [
    `  - id: posted1   # ${options.words.example}`,
    `    on: ${from}`,
    '    what: posted',
    `    places: [${put(options.words.sampleValue, { label: '' })}]`,
  ]
  const example = lines.map((line) => `# ${line}`)
  return `${[head('journal', procedure, options), 'format: juanzong/journal@1', 'events: []', ...example].join('\n')}\n`
}

function folderOf(kind: Kind): string {
  return `${kind.id}1_${safeName(kind.name.zh, 20)}`
}

function kindText(kind: Kind, options: SkeletonOptions): string {
  const { words } = options
  const parts = kind.parts.map((part) =>
    put(part.excerpt ? words.excerptPart : words.part, { name: said(part.name, options), id: part.id }),
  )
  return put(words.readme, {
    name: said(kind.name, options),
    basis: kind.basis.article ?? kind.basis.title,
    parts: parts.join('\n'),
    sure: words[`sure.${kind.sure}`],
    date: said(kind.date, options),
    id: `${kind.id}1`,
    first: kind.parts[0] ? said(kind.parts[0].name, options) : said(kind.name, options),
  })
}

function supportingText({ kinds }: SkeletonProcedure, options: SkeletonOptions): string {
  const papers = kinds.supporting.map((paper) =>
    put(options.words.paper, { name: said(paper.name, options), id: paper.id, when: said(paper.when, options) }),
  )
  const first = kinds.supporting[0] ? said(kinds.supporting[0].name, options) : ''
  return put(options.words.supportingReadme, { papers: papers.join('\n'), first })
}

function said(text: Text, { lang }: SkeletonOptions): string {
  return (lang === 'en' ? text.en : undefined) ?? text.zh
}

function put(template: string, args: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => args[name] ?? whole)
}
