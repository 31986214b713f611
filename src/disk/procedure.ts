import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { z } from 'zod'
import { type Blank, isBlank } from '../model/blank.ts'
import type { Procedure } from '../model/case.ts'
import type { Finding } from '../model/finding.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../model/procedure.ts'
import { documentsSchema, holidaysSchema, rulesSchema } from '../model/rule.ts'
import { slotsSchema } from '../model/slot.ts'
import { openBlank } from './blank.ts'
import type { Disk } from './disk.ts'
import { decodeText } from './encoding.ts'
import { fileFinding } from './findings.ts'
import { isJunk } from './junk.ts'
import { type Found, findProcedure, type ProcedureReference, type SearchFrom } from './search.ts'
import { badFile, tryYaml } from './yaml.ts'

/** A procedure with the files that it was read from, which a bundle carries. */
export type LoadedProcedure = Procedure & {
  readonly folder: string
  /** Files that `hash` covers, sorted: path in the procedure's folder, shared ones as `shared/…`. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[]
}

/**
 * Finds and reads a procedure.
 * @param reference as written in dossier.yaml: an id, `./templates/x` beside the dossier, or `{ id, version, hash }`
 * @throws Refusal `procedure/unknown` naming the known ones, `format/bad-file` with every problem of all files
 */
export async function readProcedure(
  disk: Disk,
  reference: ProcedureReference,
  from: SearchFrom,
): Promise<LoadedProcedure> {
  return loadProcedure(disk, await findProcedure(disk, reference, from))
}

/** Reads the procedure in a folder that is already known (`juanzong lint <folder>`). */
export async function loadProcedure(disk: Disk, found: Found): Promise<LoadedProcedure> {
  const own = await ownFiles(disk, found.folder)
  const { findings, yaml, text, blank, shared } = readers(disk, own, found)
  const file = yaml('procedure.yaml', procedureSchema)
  const fields = yaml('fields.yaml', fieldsSchema)
  const kinds = yaml('evidence.yaml', kindsSchema)
  const rules = yaml('rules.yaml', rulesSchema)
  const slots = yaml('slots.yaml', slotsSchema)
  const holidays = file && (await shared(file.uses.holidays, holidaysSchema))
  const documents = file && (await shared(file.uses.documents, documentsSchema))
  const [blanks, templates] = [file?.forms.filter(isBlank) ?? [], file?.forms.filter((form) => !isBlank(form)) ?? []]
  const forms = templates.map((form) => [form.id, text(form.file)] as const)
  const opened: (readonly [string, Blank])[] = []
  for (const { id, file: name } of blanks) {
    const one = await blank(name)
    if (one) opened.push([id, one])
  }
  const partials = [...own.keys()].filter((name) => /^forms\/parts\/[^/]+\.hbs$/.test(name))
  const parts = partials.map((name) => [name.slice('forms/parts/'.length, -'.hbs'.length), text(name)] as const)
  if (findings.length || !file || !fields || !kinds || !rules || !slots || !holidays || !documents)
    throw badFile(found.name, findings)
  const files = [...own].map(([path, bytes]) => ({ path, bytes })).sort((a, b) => (a.path < b.path ? -1 : 1))
  return {
    file,
    fields: fields.fields,
    kinds,
    rules,
    slots,
    holidays,
    documents,
    forms: Object.fromEntries(forms),
    partials: Object.fromEntries(parts),
    blanks: Object.fromEntries(opened),
    hash: hashOf(files),
    folder: found.folder,
    files,
  }
}

/** SHA-256 over the sorted files: name, NUL, length, NUL, bytes of each. */
export function hashOf(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): string {
  const hash = createHash('sha256')
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** 事项已更新: the dossier was made with another version or other bytes of the procedure than the one that was found. */
export function procedureDrift(reference: ProcedureReference, procedure: Procedure): readonly Finding[] {
  if (typeof reference === 'string') return []
  const { version, hash } = reference
  if (version !== undefined && version !== procedure.file.version) {
    const args = { id: procedure.file.id, before: version, now: procedure.file.version }
    return [fileFinding('procedure/updated', 'person', { path: 'procedure.version', file: 'dossier.yaml' }, args)]
  }
  if (hash === undefined || hash === procedure.hash) return []
  const args = { id: procedure.file.id, before: hash.slice(0, 10), now: procedure.hash.slice(0, 10) }
  return [fileFinding('procedure/changed', 'person', { path: 'procedure.hash', file: 'dossier.yaml' }, args)]
}

// ---

/** The sample and the words for maintainers do not judge anybody: they may change without 事项已更新. */
const notHashed = /^(sample\/|run\.yaml$|README|(COVERAGE|RULES)\.md$)/

async function ownFiles(disk: Disk, folder: string): Promise<Map<string, Uint8Array>> {
  const items = (await disk.list(folder)).filter((item) => item.kind === 'file')
  const wanted = items.filter((item) => !isJunk(item.path) && !notHashed.test(item.path))
  return new Map(await Promise.all(wanted.map(async (item) => [item.path, await disk.read(item.open)] as const)))
}

/** Readers that gather every problem in `findings`, so that one run names them all. */
function readers(disk: Disk, own: Map<string, Uint8Array>, found: Found) {
  const findings: Finding[] = []
  const missing = (name: string): undefined => {
    findings.push(fileFinding('procedure/file-missing', 'error', { file: name }, { file: name, folder: found.name }))
  }
  const yaml = <S extends z.ZodType>(name: string, schema: S): z.output<S> | undefined => {
    const bytes = own.get(name)
    if (!bytes) return missing(name)
    const read = tryYaml(schema, bytes, name)
    if (read.ok) return read.value
    findings.push(...read.findings)
    return undefined
  }
  const text = (name: string): string => {
    const bytes = own.get(name)
    if (!bytes) return missing(name) ?? ''
    const decoded = decodeText(bytes)
    if (decoded.ok) return decoded.text.replaceAll('\r\n', '\n')
    findings.push(fileFinding(decoded.code, 'error', { file: name, line: decoded.line, column: 1 }))
    return ''
  }
  const blank = async (name: string): Promise<Blank | undefined> => {
    const bytes = own.get(name)
    if (!bytes) return missing(name)
    const one = await openBlank(bytes)
    if (!one) findings.push(fileFinding('procedure/not-word', 'error', { file: name }, { file: name }))
    return one
  }
  const shared = async <S extends z.ZodType>(name: string, schema: S): Promise<z.output<S> | undefined> => {
    for (const folder of own.has(name) ? [] : found.shared) {
      const path = join(folder, name)
      if (await disk.stat(path)) own.set(name, await disk.read(path))
      if (own.has(name)) break
    }
    return yaml(name, schema)
  }
  return { findings, yaml, text, blank, shared }
}
