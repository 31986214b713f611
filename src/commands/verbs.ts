import type { Exit } from '../model/finding.ts'
import type { HelpKey } from '../say/words/help.ts'
import { type Profile, profiles, type Settings } from './settings.ts'

/** Options that only some verbs take; the others of FORMATS 8 stand everywhere. */
export type Extra = 'profile' | 'receipt' | 'procedure' | 'set' | 'write'

export type Verb = {
  readonly name: string
  readonly about: HelpKey
  readonly argument: { readonly help: HelpKey; readonly required: boolean }
  /** A second word after the path; always asked for. */
  readonly second?: { readonly name: HelpKey; readonly help: HelpKey }
  readonly options: readonly Extra[]
  readonly profiles?: readonly Profile[]
  /** Loads the verb only when it is asked for, and runs it. `folder` as typed, undefined when left out. */
  readonly run: (folder: string | undefined, settings: Settings, second: string) => Promise<Exit>
}

/** The verbs in the order in which a dossier meets them. */
export const verbs: readonly Verb[] = [
  {
    name: 'new',
    about: 'verb.new',
    argument: { help: 'argument.new', required: true },
    options: ['procedure'],
    run: async (folder, settings) => (await import('./new.ts')).newDossier(folder ?? '', settings),
  },
  {
    name: 'check',
    about: 'verb.check',
    argument: { help: 'argument.folder', required: false },
    options: ['set'],
    run: async (folder, settings) => (await import('./check.ts')).checkDossier(folder ?? '.', settings),
  },
  {
    name: 'explain',
    about: 'verb.explain',
    argument: { help: 'argument.folder-asked', required: true },
    second: { name: 'help.code', help: 'argument.code' },
    options: ['set'],
    run: async (folder, settings, code) => (await import('./explain.ts')).explainCode(folder ?? '.', code, settings),
  },
  {
    name: 'fill',
    about: 'verb.fill',
    argument: { help: 'argument.folder', required: false },
    options: ['profile'],
    profiles,
    run: async (folder, settings) => (await import('./fill.ts')).fillForms(folder ?? '.', settings),
  },
  {
    name: 'freeze',
    about: 'verb.freeze',
    argument: { help: 'argument.folder', required: false },
    options: [],
    run: async (folder, settings) => (await import('./freeze.ts')).freezeDossier(folder ?? '.', settings),
  },
  {
    name: 'bundle',
    about: 'verb.bundle',
    argument: { help: 'argument.folder', required: false },
    options: ['profile'],
    profiles: ['preview', 'final'],
    run: async (folder, settings) => (await import('./bundle.ts')).makeBundle(folder ?? '.', settings),
  },
  {
    name: 'verify',
    about: 'verb.verify',
    argument: { help: 'argument.bundle', required: true },
    options: ['receipt'],
    run: async (path, settings) => (await import('./verify.ts')).verifyBundle(path ?? '', settings),
  },
  {
    name: 'lint',
    about: 'verb.lint',
    argument: { help: 'argument.procedure', required: false },
    options: ['write'],
    run: async (folder, settings) => (await import('./lint.ts')).lintProcedures(folder, settings),
  },
  {
    name: 'doctor',
    about: 'verb.doctor',
    argument: { help: 'argument.doctor', required: false },
    options: [],
    run: async (folder, settings) => (await import('./doctor.ts')).examine(folder ?? '.', settings),
  },
]
