import { isSeq, parseDocument, type Scalar, stringify, type YAMLSeq } from 'yaml'
import { exits, Refusal } from '../model/finding.ts'
import type { JournalEvent } from '../model/journal.ts'
import { decodeText } from './encoding.ts'

/** An event as it is written: every value a text or a list of texts. */
export type NewEvent = { readonly id: string; readonly on: string; readonly what: JournalEvent['what'] } & Readonly<
  Record<string, string | readonly string[]>
>

/**
 * journal.yaml with one more event at its end. What stands there stays as it is, comments, blank lines and line ends too.
 * @param bytes undefined makes the file; otherwise one that `readDossier` accepted
 * @throws Refusal `freeze/journal` (exit 6) where the file is written in a way that nothing can be added to
 */
export function appendEvent(bytes: Uint8Array | undefined, event: NewEvent): Uint8Array {
  if (!bytes) return Buffer.from(`format: juanzong/journal@1\nevents:\n${rows(event, 2, '\n')}`)
  const decoded = decodeText(bytes)
  const text = decoded.ok ? decoded.text : ''
  const made = [spliced(text, event), rewritten(text, event)].find(
    (one) => one !== undefined && holds(one, text, event),
  )
  if (made === undefined) throw new Refusal('freeze/journal', exits.unwritable, {}, { file: 'journal.yaml' })
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb ? '\ufeff' : ''
  return Buffer.from(mark + made)
}

/** The next of `e1`, `e2` … that no event has. */
export function nextEventId(events: readonly { readonly id: string }[]): string {
  const numbers = events.map(({ id }) => Number(/^e(\d{1,9})$/.exec(id)?.[1] ?? 0))
  return `e${Math.max(0, ...numbers) + 1}`
}

// ---

/** The event as a row of a block list, `indent` blanks before its dash. */
function rows(event: NewEvent, indent: number, end: string): string {
  const lines = stringify([event], { lineWidth: 0 }).trimEnd().split('\n')
  return lines.map((line) => ' '.repeat(indent) + line + end).join('')
}

/** A block list grows by text alone; an empty `[]` becomes a block list. Anything else: undefined. */
function spliced(text: string, event: NewEvent): string | undefined {
  const doc = parseDocument(text, { schema: 'failsafe', keepSourceTokens: true })
  const events = doc.get('events')
  const end = text.includes('\r\n') ? '\r\n' : '\n'
  if (events === undefined) return `${text}${text.endsWith('\n') ? '' : end}events:${end}${rows(event, 2, end)}`
  if (!isSeq(events) || !events.range) return undefined
  const [from, to] = events.range
  if (events.items.length === 0 && events.flow) {
    const [, rest = '', below = ''] = /^([^\n]*?)\r?(?:\n|$)([\s\S]*)$/.exec(text.slice(to)) ?? []
    return `${text.slice(0, from).trimEnd()}${rest.trimEnd()}${end}${rows(event, 2, end)}${below}`
  }
  const token = events.srcToken
  if (token?.type !== 'block-seq') return undefined
  const at = growsAt(text, events)
  const before = text.slice(0, at)
  const gap = before.endsWith('\n') ? '' : end
  return before + gap + rows(event, token.indent, end) + text.slice(at)
}

/** Behind everything, comments too, unless another key or an end mark follows: then behind the last row. */
function growsAt(text: string, events: YAMLSeq): number {
  const [, to] = events.range ?? [0, text.length]
  const rest = text.slice(to)
  if (/^(\s*(#.*)?(\r?\n|$))*$/.test(rest)) return text.length
  const line = text[to - 1] === '\n' ? to : text.indexOf('\n', to) + 1
  return line === 0 ? text.length : line
}

/** As the yaml package writes it: for flow lists and JSON. */
function rewritten(text: string, event: NewEvent): string | undefined {
  const doc = parseDocument(text, { schema: 'failsafe' })
  const isJson = text.trimStart().startsWith('{')
  const name = doc.createNode('events')
  const node = doc.createNode(event)
  for (const { key, value } of node.items as { key: Scalar; value: Scalar }[]) {
    if (typeof value.value === 'string') value.type = 'QUOTE_DOUBLE'
    if (isJson) key.type = 'QUOTE_DOUBLE'
  }
  if (isJson) name.type = 'QUOTE_DOUBLE'
  if (isSeq(doc.get('events'))) doc.addIn(['events'], node)
  else doc.set(name, [node])
  return doc.toString({ lineWidth: 0 })
}

/** Nothing but the event came to it. */
function holds(made: string, text: string, event: NewEvent): boolean {
  const [before, after] = [text, made].map((one) => parseDocument(one, { schema: 'failsafe' }))
  if (!before || !after || after.errors.length) return false
  const old = before.toJS() as { readonly events?: readonly unknown[] }
  const wanted = { ...old, events: [...(old.events ?? []), event] }
  return JSON.stringify(sorted(after.toJS())) === JSON.stringify(sorted(wanted))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  )
}
