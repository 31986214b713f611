#!/usr/bin/env node
import { existsSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { asksForHelp, langOf, readArgv } from './commands/argv.ts'
import { abandonAll } from './commands/interrupt.ts'
import { version } from './commands/package.ts'
import type { Io } from './commands/settings.ts'
import { type Exit, exits, Refusal } from './model/finding.ts'
import { maskInText } from './model/mask.ts'
import { refusalJson } from './say/json.ts'
import type { Lang } from './say/phrase.ts'
import { refusalText } from './say/terminal.ts'

/**
 * One run of `juanzong`: arguments after the program's name in, exit status out (FORMATS 8). Results go to `io.out`,
 * refusals and progress to `io.err`. Never throws.
 */
export async function main(argv: readonly string[], io: Io): Promise<Exit> {
  const lang = langOf(argv)
  try {
    const more = asksForHelp(argv) ? await (await import('./commands/logins.ts')).loginLines(lang) : []
    const asked = readArgv(argv, io, version(), more)
    return asked.kind === 'printed' ? exits.fine : await asked.verb.run(asked.target, asked.settings, asked.second)
  } catch (error) {
    if (error instanceof Refusal) return refuse(error, argv, lang, io)
    return confess(error, lang, io)
  }
}

/** The process's own world. */
export function processIo(): Io {
  const { stdout, stderr, env } = process
  return {
    out: (text) => void stdout.write(text),
    err: (text) => void stderr.write(text),
    now: Date.now,
    columns: stdout.isTTY ? stdout.columns : undefined,
    colour: Boolean(stdout.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb',
    live: Boolean(stderr.isTTY) && env.TERM !== 'dumb',
  }
}

// ---

function refuse(refusal: Refusal, argv: readonly string[], lang: Lang, io: Io): Exit {
  if (argv.includes('--json')) io.out(refusalJson(refusal, {}))
  io.err(refusalText(refusal, { lang }, { lang, colour: false, columns: io.columns }))
  return refusal.exit
}

/** A bug: where it happened, without what was in the dossier. */
function confess(error: unknown, lang: Lang, io: Io): Exit {
  io.err(refusalText(new Refusal('cli/bug', exits.bug), { lang }, { lang, colour: false, columns: io.columns }))
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  io.err(`\n${maskInText(stack)}\n`)
  return exits.bug
}

function isMain(): boolean {
  const started = process.argv[1]
  return (
    started !== undefined &&
    existsSync(started) &&
    realpathSync(started) === realpathSync(fileURLToPath(import.meta.url))
  )
}

/** Ctrl-C: nothing half-written stays behind. */
function interrupted(argv: readonly string[]): never {
  abandonAll()
  const lang = langOf(argv)
  const refusal = new Refusal('cli/interrupted', exits.interrupted)
  process.stderr.write(`\n${refusalText(refusal, { lang }, { lang, colour: false, columns: undefined })}`)
  process.exit(exits.interrupted)
}

if (isMain()) {
  // A reader that has seen enough (`| head`) is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(exits.fine)
    throw error
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => interrupted(process.argv))
  process.exitCode = await main(process.argv.slice(2), processIo())
}
