import { main } from '../../src/cli.ts'
import type { Io } from '../../src/commands/settings.ts'

export type Outcome = { readonly exit: number; readonly out: string; readonly err: string }

/** 2024-10-20 01:00 in Beijing, still the 19th in Greenwich. */
export const lateEvening = Date.UTC(2024, 9, 19, 17)

/** Runs the command line in this process with captured output; no terminal. */
export async function run(argv: readonly string[], part: Partial<Io> = {}): Promise<Outcome> {
  const caught = { out: '', err: '' }
  const exit = await main(argv, {
    out: (text) => {
      caught.out += text
    },
    err: (text) => {
      caught.err += text
    },
    now: () => lateEvening,
    columns: undefined,
    colour: false,
    live: false,
    ...part,
  })
  return { exit, ...caught }
}
