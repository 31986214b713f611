import { Worker } from 'node:worker_threads'
import { outOfMemory, outOfTime, residentLimit } from './limits.ts'

/** What the child tells its thread: a job with so many seconds begins, or none is at work. */
export type Watched = { readonly begin: (seconds: number) => void; readonly end: () => void }

/**
 * Starts a thread that ends this process when it takes too much memory, when a job takes too long or its parent is gone. A
 * decoder that is caught in a loop would neither see the one nor hear the other.
 */
export function watch(): Watched {
  const job = new Int32Array(new SharedArrayBuffer(8))
  const workerData = { parent: process.ppid, limit: residentLimit, full: outOfMemory, late: outOfTime, job }
  const thread = new Worker(source, { eval: true, workerData })
  thread.unref()
  return {
    begin(seconds) {
      Atomics.store(job, 1, seconds * 1000)
      Atomics.add(job, 0, 1)
    },
    end: () => void Atomics.store(job, 1, 0),
  }
}

// ---

/**
 * Plain JavaScript in a string: a thread does not get the loader that runs the sources. An orphan gets another parent on
 * Unix; on Windows the number of its parent is gone.
 */
const source = `
const { workerData: { parent, limit, full, late, job } } = require('node:worker_threads')
const isAlone = () => {
  if (process.platform !== 'win32') return process.ppid !== parent
  try { process.kill(parent, 0); return false } catch { return true }
}
let number = -1, began = 0, used
const isLate = () => {
  const milliseconds = Atomics.load(job, 1)
  if (Atomics.load(job, 0) !== number) {
    number = Atomics.load(job, 0)
    began = Date.now()
    used = process.cpuUsage()
    return false
  }
  if (milliseconds === 0 || Date.now() - began < milliseconds) return false
  const { user, system } = process.cpuUsage(used)
  return user + system >= milliseconds * 500
}
const end = (mark) => {
  if (mark !== undefined) require('node:fs').writeSync(2, mark)
  process.kill(process.pid, 'SIGKILL')
}
setInterval(() => {
  if (process.memoryUsage.rss() > limit) end(full)
  else if (isLate()) end(late)
  else if (isAlone()) end()
}, 50)
`
