import { type Exit, exits, Refusal } from '../../model/finding.ts'
import type { Measured, Opener, Problem } from '../../model/opening.ts'
import { type Child, type Ended, startChild } from './child-process.ts'
import type { Job } from './jobs.ts'
import { residentLimit, retireAt, seconds } from './limits.ts'
import { remembering } from './remember.ts'

/** The opener of this process: one child for all files, replaced when a file brings it down. It ends with the process. */
export function openEvidence(): Opener {
  only ??= remembering(startOpener())
  return only
}

/**
 * Opens files in a child process, one after the other, each within its limits. A file that hangs, crashes or eats memory
 * costs its child: `measure` says so as a problem of that file, the others reject with the same as a Refusal.
 * @param entry module of the child; another one in tests
 */
export function startOpener({ entry = ownEntry, clock = seconds }: Settings = {}): Opener {
  const run = inTurn(entry)
  const limitFor = (bytes: Uint8Array) => clock + Math.floor(bytes.length / bytesPerSecond)
  /** A second try in a new child: the file was opened before, so the machine may just have been busy. */
  const again = async (job: Job): Promise<unknown> => {
    const limit = limitFor(job.with[0]) * patience
    const first = await run(job, limit)
    return valueIn(first.how === 'answered' ? first : await run(job, limit), limit)
  }
  return {
    measure: async (...given) => {
      const limit = limitFor(given[0])
      const ended = await run({ do: 'measure', with: given }, limit)
      if (ended.how === 'answered' && ended.answer.is === 'done') return ended.answer.value as Measured
      return { merged: false, problems: [problemOf(ended, limit)] }
    },
    same: async (...given) => {
      // Two files that cannot be opened again are not called the same.
      const ended = await run({ do: 'same', with: given }, limitFor(given[0]))
      return ended.how === 'answered' && ended.answer.is === 'done' && ended.answer.value === true
    },
    pages: async (...given) => (await again({ do: 'pages', with: given })) as Awaited<ReturnType<Opener['pages']>>,
    excerpts: async (...given) => (await again({ do: 'excerpts', with: given })) as Uint8Array[],
    small: async (...given) => (await again({ do: 'small', with: given })) as Uint8Array | undefined,
  }
}

export type Settings = { readonly entry?: URL; readonly clock?: number }

// ---

/** Files of tens of megabytes get a second more for each 20 MB: they are copied several times. */
const bytesPerSecond = 20_000_000
/** Making pages of a file that has been measured may take longer: pictures are stored anew, layers drawn. */
const patience = 6
const ownEntry = new URL(import.meta.url.endsWith('.ts') ? './child.ts' : './child.js', import.meta.url)
let only: Opener | undefined

/** Jobs one after the other, in a child that is replaced when it is gone, or has grown too large. */
function inTurn(entry: URL): (job: Job, limit: number) => Promise<Ended> {
  let child: Child = startChild(entry)
  let queue: Promise<unknown> = Promise.resolve()
  const once = async (job: Job, limit: number): Promise<Ended> => {
    if (child.isGone()) child = startChild(entry)
    const ended = await child.ask(job, limit)
    const isWorn = ended.how !== 'answered' || ended.answer.is === 'failed' || ended.answer.resident > retireAt
    if (isWorn) {
      child.end()
      child = startChild(entry)
    }
    return ended
  }
  return (job, limit) => {
    const mine = queue.then(() => once(job, limit))
    queue = mine.catch(() => undefined)
    return mine
  }
}

/** Why a file could not be opened, as a problem of the file. */
function problemOf(ended: Ended, limit: number): Problem {
  if (ended.how === 'slow') return { code: 'evidence/too-slow', severity: 'error', args: { seconds: limit } }
  if (ended.how === 'memory')
    return { code: 'evidence/too-much-memory', severity: 'error', args: { gigabytes: residentLimit / 1e9 } }
  if (ended.how === 'answered' && ended.answer.is === 'refused') {
    const { code, args, at } = ended.answer.refusal
    return { code, severity: 'error', args, ...at }
  }
  return { code: 'evidence/opening-failed', severity: 'error' }
}

/** @throws {Refusal} as the child did, or for a file that brought it down; {Error} the child has a bug */
function valueIn(ended: Ended, limit: number): unknown {
  if (ended.how === 'answered') {
    const { answer } = ended
    if (answer.is === 'done') return answer.value
    if (answer.is === 'failed') throw new Error(answer.stack)
    const { code, exit, args, at } = answer.refusal
    throw new Refusal(code, exit as Exit, args, at)
  }
  const { code, args } = problemOf(ended, limit)
  throw new Refusal(code, exits.unreadable, args ?? {})
}
