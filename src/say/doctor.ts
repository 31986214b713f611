import { type Finding, severities } from '../model/finding.ts'
import type { FontRoles } from '../model/font.ts'
import { print } from './json.ts'
import { filled, inLang, type Lang, phrase } from './phrase.ts'
import { counts } from './report.ts'
import { sentence } from './say.ts'
import { countsLine, findingsText, name, nextLine, type Terminal, wrapped } from './terminal.ts'
import { doctorFrame } from './words/doctor.ts'

/** What machine and program have, without anything private: no user, no host, no environment. */
export type Checkup = {
  readonly version: string
  readonly node: { readonly version: string; readonly wanted: string }
  readonly platform: string
  readonly arch: string
  readonly release: string
  /** `+08:00`, and what the environment names as its locale; both for the record only. */
  readonly offset: string
  readonly locale: string | undefined
  readonly sm3: boolean
  readonly roles: FontRoles
  readonly fonts: readonly {
    readonly key: string
    readonly file: string
    readonly state: 'right' | 'missing' | 'changed'
    readonly licence: string
    readonly source: string
    readonly sha256: string
  }[]
  readonly own: readonly {
    readonly role: string
    readonly file: string
    readonly name: string
    readonly sha256: string
    readonly embedding: 'installable' | 'editable' | 'preview-print' | 'unstated'
    readonly subset: boolean
  }[]
  /** `version` undefined: it cannot be read. */
  readonly procedures: readonly {
    readonly id: string
    readonly version: string | undefined
    readonly findings: readonly Finding[]
  }[]
  readonly folder: {
    /** As it was typed. */
    readonly path: string
    readonly state: 'writable' | 'read-only' | 'missing'
    /** Characters of the whole path and those left; on Windows only. */
    readonly length: { readonly used: number; readonly free: number } | undefined
  }
  readonly tools: readonly { readonly name: ToolName; readonly found: boolean }[]
  readonly findings: readonly Finding[]
}
export type ToolName = 'soffice' | 'qpdf' | 'pdftotext'

/** The checkup for a terminal. Ends with a line feed. */
export function doctorText(checkup: Checkup, how: Terminal): string {
  const { lang } = how
  const sections: readonly (readonly [string, readonly string[]])[] = [
    [say('program', lang), program(checkup, lang)],
    [say('fonts', lang), fonts(checkup, lang)],
    [say('procedures', lang), procedures(checkup, lang)],
    [say('folder', lang, { folder: checkup.folder.path }), folder(checkup, lang)],
    [say('tools', lang), tools(checkup, lang)],
  ]
  const lines = sections.flatMap(([head, rest]) => [head, ...rest.map((line) => `  ${line}`), ''])
  const next = say(checkup.findings.some((one) => one.severity !== 'note') ? 'next.mend' : 'next.well', lang)
  return [
    lines.map((line) => `${wrapped(line, how)}\n`).join(''),
    findingsText(checkup.findings, how),
    `${countsLine(checkup.findings, lang)}\n`,
    nextLine(next, lang),
  ].join('')
}

/** `juanzong/doctor@1` */
export function doctorJson({ findings, procedures: list, ...checkup }: Checkup): string {
  return print({
    format: 'juanzong/doctor@1',
    ...checkup,
    procedures: list.map(({ id, version, findings: own }) => ({ id, version, counts: counts(own) })),
    counts: counts(findings),
    findings: findings.map((finding) => {
      const { code, severity, at, args } = finding
      const [zh, en] = (['zh', 'en'] as const).map((lang) => {
        const { place, what, fix } = sentence(finding, { lang })
        return { place, what, fix }
      })
      return { code, severity, at, args, zh, en }
    }),
  })
}

// ---

type Key = keyof typeof doctorFrame

function say(key: Key, lang: Lang, args: Finding['args'] = {}): string {
  return filled(doctorFrame[key][lang], args, lang)
}

function program({ version, node, platform, arch, release, offset, locale, sm3 }: Checkup, lang: Lang): string[] {
  return [
    say('program.version', lang, { version }),
    say('program.node', lang, { node: node.version, wanted: node.wanted }),
    say('program.platform', lang, { platform, arch, release }),
    say('program.time', lang, { offset, locale: locale ?? say('unknown', lang) }),
    say('program.sm3', lang, { state: say(sm3 ? 'yes' : 'no', lang) }),
  ]
}

/** Roles with their chains, then each file, then the unit's own. */
function fonts({ roles, fonts: files, own }: Checkup, lang: Lang): string[] {
  const names = new Map(files.map(({ key, file }) => [key, file]))
  const chain = (keys: readonly string[]) => keys.map((key) => names.get(key) ?? key).join(' → ')
  const lines = Object.entries(roles).flatMap(([role, { regular, bold, note }]) => {
    const name = roleName(role, lang)
    const noted = note ? [`  ${inLang(note, lang)}`] : []
    return [
      say('fonts.role', lang, { role: name, files: chain(regular) }),
      say('fonts.bold', lang, { role: name, files: chain(bold) }),
      ...noted,
    ]
  })
  return [
    ...lines,
    ...files.map(({ file, state, licence }) =>
      say('fonts.file', lang, { file, licence, state: say(`state.${state}`, lang) }),
    ),
    ...own.map(({ role, file, name, embedding, subset }) =>
      say('fonts.own', lang, {
        role: roleName(role, lang),
        file,
        name,
        embedding: say(`embedding.${embedding}`, lang),
        subset: say(`subset.${subset}`, lang),
      }),
    ),
  ]
}

function roleName(role: string, lang: Lang): string {
  const key = `role.${role}`
  return Object.hasOwn(doctorFrame, key) ? say(key as Key, lang) : role
}

function procedures({ procedures: list }: Checkup, lang: Lang): string[] {
  return list.map(({ id, version, findings }) =>
    version === undefined
      ? say('procedures.unreadable', lang, { id })
      : say('procedures.one', lang, { id, version, counts: countsText(findings, lang) }),
  )
}

function countsText(findings: readonly Finding[], lang: Lang): string {
  const count = counts(findings)
  const said = severities
    .filter((severity) => count[severity] > 0)
    .map((severity) => phrase('count', lang, { severity: name(severity, lang), count: count[severity] }))
  return said.length ? said.join(' · ') : phrase('summary.none', lang)
}

function folder({ folder: { state, length } }: Checkup, lang: Lang): string[] {
  return [say(`folder.${state}`, lang), ...(length ? [say('folder.path', lang, length)] : [])]
}

function tools({ tools: list }: Checkup, lang: Lang): string[] {
  return list.map(({ name, found }) =>
    say('tools.one', lang, { name, state: say(found ? 'yes' : 'no', lang), use: say(`tool.${name}`, lang) }),
  )
}
