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
  'next-facts.event': { zh: 'journal.yaml 的 {event} 记录', en: 'event {event} in journal.yaml' },
  'next-facts.more': { zh: '…… 另有 {count} 项', en: '… and {count} more' },
  'due.on': { zh: '（截至 {on}）', en: ' (by {on})' },
  'due.archiving': { zh: '（{from}起 {months} 个月内）', en: ' (within {months} month of: {from})' },
  'due.unknown': { zh: '（期限待{label}确定）', en: ' (by a day not known yet: {label})' },
  'report.next': { zh: '下一个要填的', en: 'To give next' },
  'report.settles': { zh: '可解除待定', en: 'Settles' },
  'report.path': { zh: '写在哪里', en: 'Path' },
  'coverage.title': { zh: '{notice}逐句对照', en: 'Coverage of {notice}' },
  'coverage.made': {
    zh: '由 `juanzong lint {id} --write` 从本文件夹生成，请勿手改。',
    en: 'Made by `juanzong lint {id} --write` from this folder; not to be edited.',
  },
  'coverage.counts': {
    zh: '共 {total} 句：{inside} 句由规则、事实、盖章位或数据承担，{outside} 句在本工具之外（写明原因）。',
    en: '{total} sentences: {inside} are answered in the tool, {outside} lie outside, with the reason.',
  },
  'coverage.id': { zh: '编号', en: 'Id' },
  'coverage.clause': { zh: '条款', en: 'Clause' },
  'coverage.sentence': { zh: '原文', en: 'Sentence' },
  'coverage.home': { zh: '落在何处', en: 'Answered by' },
  'coverage.rules': { zh: '规则 {list}', en: 'rules {list}' },
  'coverage.fields': { zh: '事实 {list}', en: 'facts {list}' },
  'coverage.slots': { zh: '盖章（签字）位 {list}', en: 'places {list}' },
  'coverage.data': { zh: '数据 {list}', en: 'data {list}' },
  'coverage.outside': { zh: '工具之外：{why}', en: 'outside: {why}' },
  'rules.title': { zh: '{notice}规则一览', en: 'Rules of {notice}' },
  'rules.counts': {
    zh: '共 {total} 条，其中 {unverified} 条的依据原文未核实（不列为错误）。',
    en: '{total} rules; the text of the basis of {unverified} was not verified (they are never errors).',
  },
  'rules.code': { zh: '编号', en: 'Code' },
  'rules.stage': { zh: '阶段', en: 'Stage' },
  'rules.severity': { zh: '严重程度', en: 'Severity' },
  'rules.looks': { zh: '看什么', en: 'Looks at' },
  'rules.basis': { zh: '依据', en: 'Basis' },
  'rules.text': { zh: '原文', en: 'Text' },
  'rules.verified': { zh: '已核实', en: 'verified' },
  'rules.unverified': { zh: '未核实', en: 'not verified' },
  'lint.written': { zh: '已生成：{names}（{folder}）', en: 'Written: {names} ({folder})' },
} satisfies Readonly<Record<string, Phrase>>
