// Prints medians in milliseconds. The machine may be shared and noisy: compare figures of one run, not of two.
import { cpus } from 'node:os'
import { checkBench } from './check.mjs'

console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? '?'}`)
const rows = await checkBench()
console.table(
  rows.map(({ name, median, min, runs }) => ({
    what: name,
    'median ms': round(median),
    'min ms': round(min ?? median),
    runs,
  })),
)

function round(ms) {
  return Math.round(ms * 100) / 100
}
