import type { Field, FieldType, Kind } from '../model/procedure.ts'
import type { Text } from '../model/scalar.ts'
import type { OutlineNode } from './outline.ts'
import type { SkeletonOptions, SkeletonProcedure } from './skeleton.ts'

export type SkeletonLang = 'zh' | 'en'
/** Keys of `say/words/skeleton.ts`. */
export type SkeletonWords = Readonly<
  Record<
    | 'dossier'
    | 'journal'
    | 'unit'
    | 'options'
    | 'optionList'
    | 'example'
    | 'sampleValue'
    | 'kinds'
    | 'kind'
    | 'supporting'
    | 'readme'
    | 'part'
    | 'excerptPart'
    | 'sure.all-of'
    | 'sure.any-of'
    | 'sure.open'
    | 'supportingReadme'
    | 'paper',
    string
  >
>

/** The YAML lines of one fact or group: explanation above, the empty key, examples of lists as comments. */
export function groupLines(
  node: OutlineNode,
  procedure: SkeletonProcedure,
  options: SkeletonOptions,
  indent = '',
): readonly string[] {
  const { field, key } = node
  const about = (field ? explained(field, procedure, options) : [key]).map((line) => `${indent}# ${line}`)
  const lines = [...about, `${indent}${key}:`]
  if (node.list) return [...lines, ...listLines(node, procedure, options, indent).map((line) => `# ${line}`)]
  if (key === 'supporting') return [...lines, ...paperLines(procedure, options)]
  return [...lines, ...node.below.flatMap((inner) => groupLines(inner, procedure, options, `${indent}  `))]
}

// ---

type Row = { readonly key: string; readonly label: Text; readonly type: FieldType; readonly value: string }

/** Label with help, then what may be written. */
function explained(field: Field, procedure: SkeletonProcedure, options: SkeletonOptions): readonly string[] {
  const help = field.help && said(field.help, options)
  const label = said(field.label, options)
  const first = help ? `${label}${options.lang === 'en' ? ': ' : '：'}${help}` : label
  const choices = optionsOf(field, procedure)
  const extra = field.path === 'achievements[]' ? options.words.kinds.split('\n') : []
  if (!choices.length) return [...first.split('\n'), ...extra]
  const named = choices.map(({ id, name }) => [id, said(name, options)] as const)
  if (choices.length > 4)
    return [first, options.words.optionList, ...named.map(([id, name]) => `· ${id}: ${name}`), ...extra]
  const short = named.map(([id, name]) => (id === name ? id : `${id}（${name}）`)).join('、')
  return [first, options.words.options.replace('{options}', short), ...extra]
}

type Choice = { readonly id: string; readonly name: Text }

type Choosing = { readonly path?: string | undefined } & Pick<Field, 'options' | 'from'>

function optionsOf(field: Choosing, { file, kinds, documents }: SkeletonProcedure): readonly Choice[] {
  if (/ocuments?(\[\])?\.type$/.test(field.path ?? '')) return documents.documents
  if (field.options) return Object.entries(field.options).map(([id, name]) => ({ id, name }))
  if (field.from === undefined) return []
  if (field.from === 'kinds') return kinds.kinds
  if (field.from === 'specialtyFields') return file.specialties.flatMap((group) => group.fields)
  return file[field.from]
}

/** One example item (of achievements one of each kind), to be uncommented. */
function listLines(
  node: OutlineNode,
  procedure: SkeletonProcedure,
  options: SkeletonOptions,
  indent: string,
): string[] {
  if (node.field?.path === 'achievements[]')
    return procedure.kinds.kinds.flatMap((kind) => kindLines(kind, node, procedure, options, indent))
  if (!node.below.length) return [`${indent}  - ${sample(node.field?.label ?? { zh: '' }, options)}`]
  return itemLines(rowsOf(node.below, procedure, options, `${node.key}1`), options, indent, '  - ')
}

function kindLines(
  kind: Kind,
  node: OutlineNode,
  procedure: SkeletonProcedure,
  options: SkeletonOptions,
  indent: string,
): string[] {
  const common = rowsOf(
    node.below.filter(({ key }) => !['evidence', 'posting'].includes(key)),
    procedure,
    options,
    `${kind.id}1`,
  ).map((row) => (row.key === 'type' ? { ...row, value: kind.id } : row))
  const own = kind.fields.map(({ key, label, type, options: choices }) => ({
    key,
    label,
    type,
    value: valueFor({ type, options: choices, label }, procedure, options),
  }))
  const basis = kind.basis.article ?? kind.basis.title
  const title = options.words.kind.replace('{name}', said(kind.name, options)).replace('{basis}', basis)
  return [`${indent}  # ${title}`, ...itemLines([...common, ...own], options, indent, '  - ')]
}

function rowsOf(
  nodes: readonly OutlineNode[],
  procedure: SkeletonProcedure,
  options: SkeletonOptions,
  id: string,
): readonly Row[] {
  return nodes.map(({ key, field, below }) => {
    const label = field?.label ?? { zh: key }
    const type = field?.type ?? 'text'
    if (key === 'id') return { key, label, type, value: id }
    if (key === 'year') return { key, label, type, value: '2023' }
    if (below.length) {
      const inner = rowsOf(below, procedure, options, id).map((row) => `${row.key}: ${row.value}`)
      return { key, label, type, value: `{ ${inner.join(', ')} }` }
    }
    return { key, label, type, value: valueFor({ ...field, type, label }, procedure, options) }
  })
}

function itemLines(rows: readonly Row[], options: SkeletonOptions, indent: string, dash: string): string[] {
  return rows.map(({ key, label, value }, at) => {
    const lead = at === 0 ? dash : '    '
    const about = at === 0 ? `${options.words.example}　${said(label, options)}` : said(label, options)
    return `${indent}${lead}${key}: ${value}   # ${about}`
  })
}

/** An example that the schema accepts. */
function valueFor(
  field: Choosing & { readonly type: FieldType; readonly label: Text },
  procedure: SkeletonProcedure,
  options: SkeletonOptions,
): string {
  const choice = optionsOf(field, procedure)[0]
  if (choice) return choice.id
  const values: Partial<Record<FieldType, string>> = {
    date: '2019-06',
    day: '2019-06-30',
    whole: '1',
    decimal: '2.5',
    'yes-no': '是',
    file: 'evidence/sample.pdf',
    id: 'sample',
  }
  return values[field.type] ?? sample(field.label, options)
}

/** `样例毕业院校`: quoted, because a label may hold anything. */
function sample(label: Text, options: SkeletonOptions): string {
  return `'${options.words.sampleValue.replace('{label}', said(label, options)).replaceAll("'", '’')}'`
}

function paperLines({ kinds }: SkeletonProcedure, { words, lang }: SkeletonOptions): string[] {
  const text = words.supporting.split('\n').map((line) => `  # ${line}`)
  const first = kinds.supporting[0]
  if (!first) return text
  const name = lang === 'en' ? (first.name.en ?? first.name.zh) : first.name.zh
  return [...text, `#   ${first.id}: evidence/supporting/${first.id}.pdf   # ${words.example}　${name}`]
}

function said(text: Text, { lang }: { readonly lang: SkeletonLang }): string {
  return (lang === 'en' ? text.en : undefined) ?? text.zh
}
