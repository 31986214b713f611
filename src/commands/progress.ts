import { phrase } from '../say/phrase.ts'
import { columnsOf } from '../say/width.ts'
import type { FrameKey } from '../say/words/frame.ts'
import type { Settings } from './settings.ts'

export type Step = Extract<FrameKey, `step.${string}`>

/** Says on stderr what is being done: a bar that rewrites its line on a terminal, one plain line a step elsewhere. */
export type Progress = {
  readonly step: (step: Step) => void
  /** Counted work inside the step. */
  readonly tick: (done: number, total: number) => void
  /** Clears the line; to be called before anything else is printed. */
  readonly end: () => void
}

export function progress({ io, lang }: Settings): Progress {
  let now = ''
  let shown = ''
  const draw = (line: string) => {
    if (line === shown) return
    io.err(`\r\u001b[K${line}`)
    shown = line
  }
  return {
    step: (step) => {
      now = phrase(step, lang)
      if (io.live) draw(`${now} …`)
      else io.err(`${now} …\n`)
    },
    tick: (done, total) => {
      if (io.live) draw(bar(now, done, total))
    },
    end: () => {
      if (io.live && shown !== '') io.err('\r\u001b[K')
      shown = ''
    },
  }
}

// ---

const cells = 24

function bar(text: string, done: number, total: number): string {
  const full = total > 0 ? Math.round((cells * done) / total) : cells
  const head = text + ' '.repeat(Math.max(1, 22 - columnsOf(text)))
  return `${head}[${'='.repeat(full)}${' '.repeat(cells - full)}] ${done}/${total}`
}
