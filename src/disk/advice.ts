import { isPartialDate } from '../model/scalar.ts'

/** A problem named more exactly than the schema can, with what to write instead where that is certain. */
export type Advice = { readonly code: string; readonly better?: string }

/** What is really wrong with a text that a schema refused; undefined when the schema's own code says it best. */
export function advise(code: string, value: string): Advice | undefined {
  return table[code]?.(value)
}

// ---

const table: Readonly<Record<string, (value: string) => Advice | undefined>> = {
  'format/date': (value) => dateAdvice(value, isPartialDate),
  'format/civil-date': (value) =>
    isPartialDate(value)
      ? { code: 'format/whole-day' }
      : dateAdvice(value, (text) => text.length === 10 && isPartialDate(text)),
  'format/whole': (value) => numberAdvice(value, /^-?\d{1,9}$/),
  'format/decimal': (value) => numberAdvice(value, /^-?\d{1,12}(\.\d{1,6})?$/),
  'format/yes-no': yesNoAdvice,
  'format/pages': (value) =>
    narrow(value.replace(/[—–~～至到]/g, '-').replace(/[第页\s]/g, ''), value, /^\d{1,5}(-\d{1,5})?$/),
  'format/mapping': colonAdvice,
  'format/list': colonAdvice,
  'format/sex': (value) => sexes[value.trim().toLowerCase()],
}

function dateAdvice(value: string, fits: (text: string) => boolean): Advice | undefined {
  const plain = value.normalize('NFKC').trim()
  if (fits(plain)) return { code: 'format/full-width', better: plain }
  if (/^\d{4}-\d{2}-\d{2}$/.test(plain)) return { code: 'format/no-such-day' }
  const better = dateParts(plain)
  if (better === undefined) return undefined
  return fits(better) ? { code: 'format/date-style', better } : { code: 'format/no-such-day' }
}

/** `2019年6月1日`, `2019.6`, `2019/6/1`, `20190601`, `2019-6-1`, `2019-06-01T00:00` → `2019-06-01`. */
function dateParts(plain: string): string | undefined {
  const parts =
    /^(\d{4})(?:[-./年\s]+(\d{1,2})(?:[-./月\s]+(\d{1,2}))?)?\s*[年月日号]?(?:[T ]\d{2}:\d{2}.*)?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})?$/.exec(plain)
  if (!parts) return undefined
  return [parts[1], parts[2]?.padStart(2, '0'), parts[3]?.padStart(2, '0')]
    .filter((part) => part !== undefined)
    .join('-')
}

function numberAdvice(value: string, pattern: RegExp): Advice | undefined {
  const better = value.normalize('NFKC').replace(/[,\s]/g, '')
  return narrow(better, value, pattern)
}

function narrow(better: string, value: string, pattern: RegExp): Advice | undefined {
  const plain = better.normalize('NFKC')
  if (plain === value || !pattern.test(plain)) return undefined
  return { code: value.normalize('NFKC') === plain ? 'format/full-width' : 'format/number-style', better: plain }
}

const yes = ['yes', 'y', 'on', '1', '对', '有', '是的', '√', '✓', '✔']
const no = ['no', 'n', 'off', '0', '不', '不是', '没有', '无', '×', '✗']

function yesNoAdvice(value: string): Advice | undefined {
  const plain = value.normalize('NFKC').trim().toLowerCase()
  if (['是', 'true', ...yes].includes(plain)) return { code: 'format/yes-no-style', better: '是' }
  if (['否', 'false', ...no].includes(plain)) return { code: 'format/yes-no-style', better: '否' }
  return undefined
}

/** `document:` with `type:护照` below: without a blank after the colon YAML sees one text. */
function colonAdvice(value: string): Advice | undefined {
  return /^[\p{L}_][\p{L}\p{N}_-]*[:：]\S/u.test(value) ? { code: 'format/yaml-colon-blank' } : undefined
}

const sexes: Readonly<Record<string, Advice>> = {
  m: { code: 'format/number-style', better: '男' },
  male: { code: 'format/number-style', better: '男' },
  男性: { code: 'format/number-style', better: '男' },
  f: { code: 'format/number-style', better: '女' },
  female: { code: 'format/number-style', better: '女' },
  女性: { code: 'format/number-style', better: '女' },
}
