import type { Severity, Stage } from '../model/finding.ts'
import type { CivilDate } from '../model/scalar.ts'
import type { Lang } from '../say/phrase.ts'
import type { Terminal } from '../say/terminal.ts'

/** The outer world of one run, handed in so that tests catch it. */
export type Io = {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Milliseconds since 1970; only `today` is made of it. */
  readonly now: () => number
  /** Width of the terminal; undefined = a file or a pipe. */
  readonly columns: number | undefined
  readonly colour: boolean
  /** Progress may rewrite its line (stderr is a terminal). */
  readonly live: boolean
}

/** preview: 预览 watermark · public: posting version only · final: refuses while errors stand. */
export const profiles = ['preview', 'public', 'final'] as const
export type Profile = (typeof profiles)[number]

/** What every verb is told. */
export type Settings = {
  readonly io: Io
  readonly lang: Lang
  readonly json: boolean
  readonly today: CivilDate
  readonly force: boolean
  readonly failOn: Severity
  readonly out: string | undefined
  readonly stage: Stage | undefined
  readonly profile: Profile | undefined
  readonly receipt: string | undefined
  readonly procedure: string | undefined
  /** Facts supposed otherwise: path → value as dossier.yaml has it, undefined = not given. */
  readonly set?: readonly { readonly path: string; readonly value: string | undefined }[] | undefined
  /** Generated files are written (`lint`). */
  readonly write?: boolean | undefined
}

/** The civil date in Beijing, whatever the machine's zone: China has had a fixed +08:00 since 1992. */
export function beijingDate(now: number): CivilDate {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Date and minute in Beijing, for people. */
export function beijingTime(now: number): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
}

export function terminalOf(settings: Settings): Terminal {
  const { io, lang } = settings
  return { lang, colour: io.colour, columns: io.columns === undefined ? undefined : Math.min(io.columns, 110) }
}
