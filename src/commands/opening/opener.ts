import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type Exit, exits, Refusal } from '../../model/finding.ts'
import type { Measured, Opener, Problem } from '../../model/opening.ts'
import { frame, reader } from './frames.ts'
import type { Answer, Job } from './jobs.ts'
import { outOfMemory, residentLimit, retireAt, seconds } from './limits.ts'

/** The opener of this process: one child for all files, replaced when a file brings it down. It ends with the process. */
export function openEvidence(): Opener {
  only ??= startOpener()
  return only
}

/**
 * Opens files in a child process, one after the other, each within its limits. A file that hangs, crashes or eats memory
 * costs its child: `measure` says so as a problem of that file, the others reject with the same as a Refusal.
 * @param entry module of the child, for tests
 */
export function startOpener({ entry = ownEntry, clock = seconds }: Settings = {}): Opener {
  let child: Child | undefined = startChild(entry)
  let queue: Promise<unknown> = Promise.resolve()
  const once = async (job: Job, limit: number): Promise<Ended> => {
    if (!child || child.gone()) child = startChild(entry)
    const ended = await ask(child, job, limit)
    if (ended.how !== 'answered' || ended.answer.resident > retireAt) {
      child.end()
      child = undefined
    }
    return ended
  }
  const run = (job: Job, limit = clock): Promise<Ended> => {
    const mine = queue.then(() => once(job, limit))
    queue = mine.catch(() => undefined)
    return mine
  }
  /** A second try in a new child: the file was opened before, so the machine may just have been busy. */
  const patient = async (job: Job): Promise<unknown> => {
    const first = await run(job, clock * patience)
    return valueIn(first.how === 'answered' ? first : await run(job, clock * patience), clock * patience)
  }
  return {
    measure: async (...given) => {
      const ended = await run({ do: 'measure', with: given })
      if (ended.how === 'answered' && ended.answer.is === 'done') return ended.answer.value as Measured
      return { merged: false, problems: [problemOf(ended, clock)] }
    },
    pages: async (...given) => (await patient({ do: 'pages', with: given })) as Awaited<ReturnType<Opener['pages']>>,
    excerpts: async (...given) => (await patient({ do: 'excerpts', with: given })) as Uint8Array[],
    same: async (...given) => {
      // Two files that cannot be opened again are not called the same.
      const ended = await run({ do: 'same', with: given })
      return ended.how === 'answered' && ended.answer.is === 'done' && ended.answer.value === true
    },
    small: async (...given) => (await patient({ do: 'small', with: given })) as Uint8Array | undefined,
  }
}

export type Settings = { readonly entry?: URL; readonly clock?: number }

// ---

/** Making pages of a file that has been measured may take longer: pictures are stored anew, layers drawn. */
const patience = 6
/** A child that does not come up at all is a fault of the machine. */
const startSeconds = 120
let only: Opener | undefined

const fromSource = import.meta.url.endsWith('.ts')
const ownEntry = new URL(fromSource ? './child.ts' : './child.js', import.meta.url)

type Answered = Exclude<Answer, { readonly is: 'ready' }>
type Ended =
  | { readonly how: 'answered'; readonly answer: Answered }
  | { readonly how: 'slow' }
  | { readonly how: 'memory' }
  | { readonly how: 'crash'; readonly trace: string }

type Child = {
  readonly ready: Promise<boolean>
  readonly gone: () => boolean
  readonly send: (job: Job) => void
  /** The next answer, or how it ended. */
  readonly next: () => Promise<Ended>
  /** Keeps this process alive, or lets it go. */
  readonly hold: (on: boolean) => void
  readonly end: () => void
}

function startChild(entry: URL): Child {
  // From source the child needs the loader of its parent.
  const loader = fromSource ? ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href] : []
  const child = spawn(process.execPath, [...loader, fileURLToPath(entry)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, VIPS_BLOCK_UNTRUSTED: '1', NODE_OPTIONS: '' },
    windowsHide: true,
  })
  let trace = ''
  let known: Uint8Array | undefined
  let waiting: ((ended: Ended) => void) | undefined
  let up: (isUp: boolean) => void = () => undefined
  let gone = false
  const tell = (ended: Ended) => {
    const told = waiting
    waiting = undefined
    told?.(ended)
  }
  const ready = new Promise<boolean>((resolve) => {
    up = resolve
  })
  const heard = (value: unknown) => {
    const answer = value as Answer
    if (answer.is === 'ready') up(true)
    else tell({ how: 'answered', answer })
  }
  child.stdout.on(
    'data',
    reader(heard, () => known),
  )
  child.stderr.on('data', (piece: Buffer) => {
    trace = (trace + piece.toString('latin1')).slice(-4000)
  })
  child.stdin.on('error', () => undefined)
  child.on('error', (error) => {
    trace += error.message
    gone = true
    up(false)
  })
  child.on('close', () => {
    gone = true
    up(false)
    tell(trace.endsWith(outOfMemory) ? { how: 'memory' } : { how: 'crash', trace })
  })
  hold(child, false)
  return {
    ready,
    gone: () => gone,
    send(job) {
      known = job.with[0]
      for (const part of frame(job)) child.stdin.write(part)
    },
    next: () =>
      new Promise((resolve) => {
        if (gone) resolve({ how: 'crash', trace })
        else waiting = resolve
      }),
    hold: (on) => hold(child, on),
    end() {
      gone = true
      child.kill('SIGKILL')
    },
  }
}

function hold(child: ChildProcess, on: boolean): void {
  const change = on ? 'ref' : 'unref'
  child[change]()
  for (const pipe of child.stdio) if (pipe && change in pipe) (pipe as unknown as ChildProcess)[change]()
}

async function ask(child: Child, job: Job, limit: number): Promise<Ended> {
  child.hold(true)
  try {
    if (!(await within(child.ready, startSeconds, false))) {
      const ended = await child.next()
      throw new Error(`the opening process does not start\n${ended.how === 'crash' ? ended.trace : ''}`)
    }
    const answered = child.next()
    child.send(job)
    return await within(answered, limit, { how: 'slow' })
  } finally {
    child.hold(false)
  }
}

async function within<T>(work: Promise<T>, limit: number, late: T): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const clock = new Promise<T>((resolve) => {
    timer = setTimeout(() => resolve(late), limit * 1000)
  })
  try {
    return await Promise.race([work, clock])
  } finally {
    clearTimeout(timer)
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
