import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, realDisk } from '../disk/disk.ts'
import { readOwnFonts, surveyFonts } from '../disk/fonts.ts'
import { loadProcedure } from '../disk/procedure.ts'
import { foundIn, knownProcedures } from '../disk/search.ts'
import { readYaml } from '../disk/yaml.ts'
import { type Exit, exits, type Finding, Refusal } from '../model/finding.ts'
import { type Unit, unitSchema } from '../model/unit.ts'
import { type Checkup, doctorJson, doctorText, type ToolName } from '../say/doctor.ts'
import { reaches } from '../say/report.ts'
import { readTrueType } from '../write/truetype.ts'
import { lintFindings } from './lint.ts'
import { type Machine, thisMachine } from './machine.ts'
import { packageFolder, version } from './package.ts'
import { progress } from './progress.ts'
import { type Settings, terminalOf } from './settings.ts'
import { fontsFolder, packagesFolder } from './tools.ts'

/**
 * `juanzong doctor`: what program and machine have, and whether it will do. Reads only; nothing leaves the machine.
 * @returns 4 when a font is missing, changed or cannot be used, 1 when another finding reaches `--fail-on`
 */
export async function examine(path: string, settings: Settings, machine: Machine = thisMachine()): Promise<Exit> {
  const doing = progress(settings)
  const disk = realDisk()
  doing.step('step.fonts')
  const fonts = await surveyFonts(disk, fontsFolder(), packagesFolder)
  const own = await ownFonts(disk, path)
  doing.step('step.lint')
  const procedures = await procedureStates(disk, machine.templates)
  const folder = await folderState(disk, path, machine)
  doing.end()
  const node = { version: machine.node, wanted: wantedNode() }
  const parts = { node, sm3: machine.sm3, folder, procedures }
  const checkup: Checkup = {
    version: version(),
    platform: machine.platform,
    arch: machine.arch,
    release: machine.release,
    offset: offsetText(machine.offset),
    locale: machine.locale,
    roles: fonts.roles,
    fonts: fonts.fonts.map(({ path: _, bytes: __, ...font }) => font),
    own: own.fonts,
    tools: optional.map((name) => ({ name, found: machine.hasProgram(name) })),
    ...parts,
    findings: [...fontFindings(fonts.fonts), ...own.findings, ...otherFindings(parts)],
  }
  settings.io.out(settings.json ? doctorJson(checkup) : doctorText(checkup, terminalOf(settings)))
  if (checkup.findings.some(({ code }) => code.startsWith('fonts/'))) return exits.font
  return reaches(checkup.findings, settings.failOn) ? exits.findings : exits.fine
}

// ---

const optional: readonly ToolName[] = ['soffice', 'qpdf', 'pdftotext']

/** MAX_PATH of Windows without its closing zero. */
const windowsPath = 259
/** `out/<name>/data/evidence/<file of 80>` and the like. */
const bundlePath = 150

type Fonts = Awaited<ReturnType<typeof surveyFonts>>['fonts']

/** The unit's fonts of a dossier folder or a unit's folder; each that cannot be used as a finding. */
async function ownFonts(disk: Disk, path: string): Promise<{ fonts: Checkup['own']; findings: readonly Finding[] }> {
  const fonts: Checkup['own'][number][] = []
  let unit: Unit | undefined
  const findings = await caught(async () => {
    unit = await unitOf(disk, path)
  })
  for (const [role, font] of Object.entries(unit?.fonts ?? {})) {
    const tried = await caught(async () => {
      for (const { bytes, file, face, sha256 } of await readOwnFonts(disk, path, { [role]: font })) {
        const { name, rights } = readTrueType(bytes, file, face)
        fonts.push({ role, file, name, sha256, ...rights })
      }
    })
    findings.push(...tried)
  }
  return { fonts, findings }
}

/** unit.yaml of the folder, or of the one above a dossier. */
async function unitOf(disk: Disk, path: string): Promise<Unit | undefined> {
  const isDossier = (await disk.stat(join(path, 'dossier.yaml'))) !== undefined
  for (const name of isDossier ? ['unit.yaml', '../unit.yaml'] : ['unit.yaml']) {
    if (await disk.stat(join(path, name))) return readYaml(unitSchema, await disk.read(join(path, name)), name)
  }
  return undefined
}

/** A doctor goes on after the first thing that is wrong: refusals become findings here. */
async function caught(action: () => Promise<void>): Promise<Finding[]> {
  try {
    await action()
    return []
  } catch (reason) {
    if (!(reason instanceof Refusal)) throw reason
    return reason.findings.length ? [...reason.findings] : [problem(reason.code, 'error', reason.args)]
  }
}

async function procedureStates(disk: Disk, templates: string): Promise<Checkup['procedures']> {
  const from = { packageTemplates: templates }
  const states: Checkup['procedures'][number][] = []
  for (const id of await knownProcedures(disk, from)) {
    const unread = await caught(async () => {
      const procedure = await loadProcedure(disk, foundIn(join(templates, id), from))
      states.push({ id, version: procedure.file.version, findings: await lintFindings(disk, procedure) })
    })
    if (unread.length) states.push({ id, version: undefined, findings: unread })
  }
  return states
}

async function folderState(disk: Disk, path: string, machine: Machine): Promise<Checkup['folder']> {
  const used = machine.whole(path).length
  const length = machine.platform === 'win32' ? { used, free: Math.max(0, windowsPath - used) } : undefined
  const isThere = (await disk.stat(path))?.kind === 'folder'
  const state = !isThere ? 'missing' : machine.canWrite(path) ? 'writable' : 'read-only'
  return { path, state, length }
}

function fontFindings(fonts: Fonts): readonly Finding[] {
  return fonts.flatMap(({ file, source, state }) => {
    if (state === 'right') return []
    return [problem(state === 'missing' ? 'fonts/missing' : 'fonts/changed', 'error', { file, source })]
  })
}

function otherFindings({
  node,
  sm3,
  folder: { path, state, length },
  procedures,
}: Pick<Checkup, 'node' | 'sm3' | 'folder' | 'procedures'>): readonly Finding[] {
  const broken = procedures.flatMap(({ id, findings }) => {
    const count = findings.filter(({ severity }) => severity === 'error').length
    return count ? [problem('doctor/procedure-errors', 'error', { procedure: id, count })] : []
  })
  const tight = length && length.free < bundlePath ? [length.free] : []
  return [
    ...(older(node.version, node.wanted)
      ? [problem('doctor/node-old', 'error', { node: node.version, wanted: node.wanted })]
      : []),
    ...broken,
    ...(state === 'missing' ? [problem('doctor/folder-missing', 'error', { folder: path })] : []),
    ...(state === 'read-only' ? [problem('doctor/folder-read-only', 'error', { folder: path })] : []),
    ...tight.map((free) => problem('doctor/path-long', 'person', { folder: path, free, needed: bundlePath })),
    ...(sm3 ? [] : [problem('doctor/no-sm3', 'note', {})]),
  ]
}

function problem(code: string, severity: Finding['severity'], args: Finding['args']): Finding {
  return { code, severity, stage: 'draft', at: {}, args, basis: 'plain-sanity', verified: true }
}

function wantedNode(): string {
  const file = readFileSync(join(packageFolder, 'package.json'), 'utf8')
  return (JSON.parse(file) as { readonly engines: { readonly node: string } }).engines.node
}

/** `20.18.0` against `>=20.19`. */
function older(version: string, wanted: string): boolean {
  const [have, need] = [version, wanted.replace(/^\D*/, '')].map((text) => text.split('.').map(Number))
  for (const [i, part] of (need ?? []).entries()) {
    const own = have?.[i] ?? 0
    if (own !== part) return own < part
  }
  return false
}

/** 480 → `+08:00` */
function offsetText(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}
