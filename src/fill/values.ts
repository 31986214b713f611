import type { Cell } from '../model/sheet.ts'
import type { AttributeKind } from './elements.ts'

/** What an attribute should look like, or undefined when its value is fine. The words are arguments of a finding. */
export function wrongValue(kind: AttributeKind, value: string): string | undefined {
  if (typeof kind !== 'string') return kind.includes(value) ? undefined : kind.join(' | ')
  return forms[kind].test(value) ? undefined : shown[kind]
}

/** `grow`, `shrink:9`, `spill`, `spill:9`. */
export function overflowOf(value: string, label: string): Cell['overflow'] {
  if (value === 'spill') return { kind: 'spill', label }
  if (value.startsWith('spill:')) return { kind: 'spill', label, to: Number(value.slice(6)) }
  if (value.startsWith('shrink:')) return { kind: 'shrink', to: Number(value.slice(7)) }
  return { kind: 'grow' }
}

export function isYes(value: string | undefined): boolean {
  return value === 'yes'
}

/** State of a tick box: `yes`, `no`, `half`, and the words 是 and 否 of a fact; unknown is an empty box. */
export function tickOf(value: string): 'on' | 'off' | 'half' {
  if (value === 'half') return 'half'
  return value === 'yes' || value === '是' ? 'on' : 'off'
}

// ---

const number = '(?:\\d{1,4}(?:\\.\\d{1,3})?|\\.\\d{1,3})'
const forms: Readonly<Record<Extract<AttributeKind, string>, RegExp>> = {
  text: /^[\s\S]*$/,
  mm: new RegExp(`^${number}$`),
  points: /^(?:[4-9]|[1-9]\d)(?:\.\d)?$/,
  factor: new RegExp(`^${number}$`),
  count: /^[1-9]\d{0,2}$/,
  'yes-no': /^(?:yes|no)$/,
  check: /^(?:yes|no|half|是|否|)$/,
  overflow: /^(?:grow|spill|(?:shrink|spill):(?:[4-9]|[1-9]\d)(?:\.5)?)$/,
}
const shown: Readonly<Record<Extract<AttributeKind, string>, string>> = {
  text: '',
  mm: '12.5 (mm)',
  points: '10.5 (pt, 4–99)',
  factor: '1.5',
  count: '1–999',
  'yes-no': 'yes | no',
  check: 'yes | no | half',
  overflow: 'grow | shrink:9 | spill | spill:9',
}
