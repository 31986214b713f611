import { Refusal } from '../../model/finding.ts'
import type { Opener } from '../../model/opening.ts'
import { frame, reader } from './frames.ts'
import { type Answer, type Job, runJob, type Timed } from './jobs.ts'
import { watch } from './watch.ts'

/** The child's side: answers one job after the other until the parent is gone. */
export function serve(start: () => Promise<Opener>): void {
  // Libraries that talk would talk into the frames.
  for (const name of ['log', 'info', 'debug'] as const) console[name] = console.error
  const watched = watch()
  const opener = start()
  const read = reader((value) => {
    const job = value as Timed
    opener
      .then((ready) => {
        watched.begin(job.seconds)
        return answer(ready, job)
      })
      .finally(watched.end)
      .then((said) => send(said.answer, said.known), dieOf)
  })
  process.stdin.on('data', read)
  process.stdin.on('end', () => process.exit())
  opener.then(() => send({ is: 'ready' }), dieOf)
}

// ---

const largeFile = 32 * 1024 * 1024

async function answer(opener: Opener, job: Job): Promise<{ readonly answer: Answer; readonly known: Uint8Array }> {
  const known = job.with[0]
  // The pieces in which a large file arrived are garbage by now, and count as memory until they are collected.
  if (known.length > largeFile) globalThis.gc?.()
  const resident = () => process.memoryUsage.rss()
  try {
    const value = await runJob(opener, job)
    return { answer: { is: 'done', value, resident: resident() }, known }
  } catch (reason) {
    if (reason instanceof Refusal) {
      const { code, exit, args, at } = reason
      const refusal = { code, exit, args, at: at.page === undefined ? {} : { page: at.page } }
      return { answer: { is: 'refused', refusal, resident: resident() }, known }
    }
    const stack = reason instanceof Error ? (reason.stack ?? reason.message) : String(reason)
    return { answer: { is: 'failed', stack, resident: resident() }, known }
  }
}

function send(answer: Answer, known?: Uint8Array): void {
  for (const part of frame(answer, known)) process.stdout.write(part)
}

/** Cannot start, or cannot be sent: the parent sees the end and reads why. */
function dieOf(reason: unknown): void {
  process.stderr.write(`${reason instanceof Error ? reason.stack : String(reason)}\n`)
  process.exit(1)
}
