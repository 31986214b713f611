import { Worker } from 'node:worker_threads'
import { outOfMemory, residentLimit } from './limits.ts'

/**
 * Starts a thread that ends this process when it takes too much memory or its parent is gone. A decoder that is caught in a
 * loop would neither see the one nor hear the other.
 */
export function watch(): void {
  const workerData = { parent: process.ppid, limit: residentLimit, mark: outOfMemory }
  const thread = new Worker(source, { eval: true, workerData })
  thread.unref()
}

// ---

/**
 * Plain JavaScript in a string: a thread does not get the loader that runs the sources. An orphan gets another parent on
 * Unix; on Windows the number of its parent is gone.
 */
const source = `
const { workerData: { parent, limit, mark } } = require('node:worker_threads')
const isAlone = () => {
  if (process.platform !== 'win32') return process.ppid !== parent
  try { process.kill(parent, 0); return false } catch { return true }
}
setInterval(() => {
  const full = process.memoryUsage.rss() > limit
  if (full) require('node:fs').writeSync(2, mark)
  if (full || isAlone()) process.kill(process.pid, 'SIGKILL')
}, 50)
`
