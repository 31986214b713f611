import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { frame, reader } from './frames.ts'
import type { Answer, Job } from './jobs.ts'
import { busyFactor, outOfMemory, outOfTime } from './limits.ts'

/** How one job ended: with an answer, or with the end of the child. */
export type Ended =
  | { readonly how: 'answered'; readonly answer: Exclude<Answer, { readonly is: 'ready' }> }
  | { readonly how: 'slow' }
  | { readonly how: 'memory' }
  | { readonly how: 'crash'; readonly trace: string }

/** A running child; it ends when this process does, and does not keep it alive between jobs. */
export type Child = {
  readonly isGone: () => boolean
  /** One job at a time; the child ends when the job takes longer than `seconds`, see `busyFactor`. @throws Error where the child does not start */
  readonly ask: (job: Job, seconds: number) => Promise<Ended>
  readonly end: () => void
}

export function startChild(entry: URL): Child {
  const child = spawn(process.execPath, ['--expose-gc', ...loader(), fileURLToPath(entry)], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, VIPS_BLOCK_UNTRUSTED: '1', NODE_OPTIONS: '' },
    windowsHide: true,
  })
  const line = listen(child)
  hold(child, false)
  const end = () => void child.kill('SIGKILL')
  return {
    isGone: line.isGone,
    end,
    async ask(job, seconds) {
      hold(child, true)
      try {
        const up = await within(line.ready, startSeconds, { how: 'slow' } as const)
        if (up !== 'up') throw new Error(`the opening process does not start\n${'trace' in up ? up.trace : up.how}`)
        const answered = line.answer(job.with[0])
        for (const part of frame({ ...job, seconds })) child.stdin.write(part)
        const ended: Ended = await within(answered, seconds * busyFactor, { how: 'slow' } as const)
        if (ended.how !== 'answered') end()
        return ended
      } finally {
        hold(child, false)
      }
    },
  }
}

// ---

/** A child that does not come up at all is a fault of the machine. */
const startSeconds = 120

/** From source the child needs the loader of its parent. */
function loader(): string[] {
  if (!import.meta.url.endsWith('.ts')) return []
  return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href]
}

type Piped = ReturnType<typeof spawn> & ChildProcess & { readonly stdin: NonNullable<ChildProcess['stdin']> }

/** What the child says, and that it has ended. */
function listen(child: Pick<Piped, 'stdin' | 'stdout' | 'stderr' | 'on'>) {
  let trace = ''
  let known: Uint8Array | undefined
  let ended: Ended | undefined
  let tell: (how: Ended) => void = () => undefined
  let begin: (up: 'up' | Ended) => void = () => undefined
  const ready = new Promise<'up' | Ended>((resolve) => {
    begin = resolve
  })
  const finish = (how: Ended) => {
    ended = how
    begin(how)
    tell(how)
  }
  const heard = (value: unknown) => {
    const answer = value as Answer
    if (answer.is === 'ready') begin('up')
    else tell({ how: 'answered', answer })
  }
  child.stdout?.on(
    'data',
    reader(heard, () => known),
  )
  child.stderr?.on('data', (piece: Buffer) => {
    trace = (trace + piece.toString('utf8')).slice(-4000)
  })
  // A child that ends while it is written to: its end says so.
  child.stdin.on('error', () => undefined)
  child.on('error', (error) => finish({ how: 'crash', trace: error.message }))
  child.on('close', () => finish(endOf(trace)))
  return {
    ready,
    isGone: () => ended !== undefined,
    answer(sent: Uint8Array): Promise<Ended> {
      known = sent
      return new Promise((resolve) => {
        if (ended) resolve(ended)
        else tell = resolve
      })
    },
  }
}

/** What the watching thread left as its last word. */
function endOf(trace: string): Ended {
  if (trace.endsWith(outOfMemory)) return { how: 'memory' }
  return trace.endsWith(outOfTime) ? { how: 'slow' } : { how: 'crash', trace }
}

function hold(child: ChildProcess, on: boolean): void {
  const change = on ? 'ref' : 'unref'
  child[change]()
  for (const pipe of child.stdio) if (pipe && change in pipe) (pipe as unknown as ChildProcess)[change]()
}

async function within<T, L>(work: Promise<T>, seconds: number, late: L): Promise<T | L> {
  let timer: NodeJS.Timeout | undefined
  const clock = new Promise<L>((resolve) => {
    timer = setTimeout(() => resolve(late), seconds * 1000)
  })
  try {
    return await Promise.race([work, clock])
  } finally {
    clearTimeout(timer)
  }
}
