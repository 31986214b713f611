/** One scenario: what lies in the folder, what is typed, what comes back. The file holds all of it and is accepted with `-u`. */
export type Scenario = {
  readonly about: string
  readonly steps: readonly Step[]
}
export type Step =
  /** A file of the folder; `how` = text or hex. */
  | { readonly kind: 'file'; readonly path: string; readonly how: 'text' | 'hex'; readonly body: string }
  | { readonly kind: 'folder'; readonly path: string; readonly how: 'plain' | 'read-only' }
  /** The sample of a procedure, copied. */
  | { readonly kind: 'sample'; readonly path: string; readonly procedure: string }
  /** One text in a file replaced by another: first line old, second new. */
  | { readonly kind: 'edit'; readonly path: string; readonly body: string }
  | { readonly kind: 'run'; readonly line: string }

/** Reads a scenario up to its recorded outcome. Sections start with `=== <kind> <path>`. */
export function readScenario(text: string): Scenario {
  const [about = '', ...sections] = text.split(/^=== /m)
  return { about, steps: sections.flatMap(step) }
}

/** The scenario with its outcomes, as the file holds it. */
export function writeScenario(scenario: Scenario, outcomes: readonly string[]): string {
  let next = 0
  const parts = scenario.steps.map((one) => {
    if (one.kind === 'run') return `=== run ${one.line}\n${outcomes[next++] ?? ''}`
    if (one.kind === 'folder') return `=== folder ${one.path} ${one.how}\n`
    if (one.kind === 'sample') return `=== sample ${one.path} ${one.procedure}\n`
    if (one.kind === 'file') return `=== file ${one.path} ${one.how}\n${one.body}`
    return `=== edit ${one.path}\n${one.body}`
  })
  return scenario.about + parts.join('')
}

/** `juanzong check "a b"` → its words. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '')
}

// ---

function step(section: string): Step[] {
  const end = section.indexOf('\n')
  const head = section.slice(0, end)
  const body = section.slice(end + 1)
  const [kind = '', path = '', how = ''] = head.split(' ')
  if (kind === 'run') return [{ kind, line: head.slice('run '.length) }]
  if (kind === 'file') return [{ kind, path, how: how === 'hex' ? 'hex' : 'text', body }]
  if (kind === 'folder') return [{ kind, path, how: how === 'read-only' ? 'read-only' : 'plain' }]
  if (kind === 'sample') return [{ kind, path, procedure: how }]
  if (kind === 'edit') return [{ kind, path, body }]
  throw new Error(`scenario: what is “${head}”?`)
}
