import type { Phrase } from './word.ts'

/** What stands around a check beyond its findings: what to give next, what is due when, and the parts of an explanation. */
export const checkFrame = {
  waiting: {
    zh: '填写后可判断 {count} 条规则：{rules}。',
    en: ' It settles {count} waiting rules: {rules}.',
  },
  'next-facts': { zh: '下一个要填的（{count} 项）', en: 'To give next ({count})' },
  'next-facts.item': {
    zh: '{no}. {place}（{path}），可解除待定 {count} 项',
    en: '{no}. {place} ({path}), settles {count}',
  },
  'next-facts.more': { zh: '…… 另有 {count} 项', en: '… and {count} more' },
  'due.on': { zh: '（截至 {on}）', en: ' (by {on})' },
  'due.archiving': { zh: '（{from}起 {months} 个月内）', en: ' (within {months} month of: {from})' },
  'due.unknown': { zh: '（期限待{label}确定）', en: ' (by a day not known yet: {label})' },
  'report.next': { zh: '下一个要填的', en: 'To give next' },
  'report.settles': { zh: '可解除待定', en: 'Settles' },
  'report.path': { zh: '写在哪里', en: 'Path' },
} satisfies Readonly<Record<string, Phrase>>
