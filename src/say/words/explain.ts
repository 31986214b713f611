import type { Phrase, Words } from './word.ts'

/** The words of a condition (FORMATS 4) as people read them in `juanzong explain`; `item` = one item of a list. */
export const conditionNames: Readonly<Record<string, Phrase>> = {
  all: { zh: '同时满足', en: 'all of' },
  any: { zh: '满足其中之一', en: 'any of' },
  not: { zh: '并非', en: 'not' },
  has: { zh: '有内容', en: 'is given' },
  equals: { zh: '等于', en: 'equals' },
  oneOf: { zh: '属于其中之一', en: 'is one of' },
  matches: { zh: '符合格式', en: 'matches' },
  atLeast: { zh: '前者不小于后者', en: 'the first is at least the second' },
  atMost: { zh: '前者不大于后者', en: 'the first is at most the second' },
  before: { zh: '前者早于后者', en: 'the first is before the second' },
  within: { zh: '在起止日之内', en: 'lies within' },
  workdays: { zh: '起止之间的工作日数足够', en: 'enough working days between' },
  years: { zh: '起止之间的整年数足够', en: 'enough whole years between' },
  months: { zh: '起止之间的整月数足够', en: 'enough whole months between' },
  covers: { zh: '各段时间连起来覆盖', en: 'the periods together cover' },
  table: { zh: '对照表中有一行符合', en: 'a row of the table fits' },
  evidence: { zh: '已放入材料', en: 'a file is there for' },
  count: { zh: '项数符合', en: 'the number of items fits' },
  sameAs: { zh: '两处一致', en: 'both say the same' },
  each: { zh: '每一项都满足', en: 'every item meets' },
  some: { zh: '至少一项满足', en: 'at least one item meets' },
  item: { zh: '其中', en: 'item' },
}

/** Frame of `juanzong explain`. */
export const explainFrame = {
  'answer.yes': { zh: '是', en: 'yes' },
  'answer.no': { zh: '否', en: 'no' },
  'answer.unknown': { zh: '未知', en: 'unknown' },
  'verdict.yes': { zh: '满足', en: 'holds' },
  'verdict.no': { zh: '不满足', en: 'does not hold' },
  'verdict.unknown': { zh: '待定（缺事实）', en: 'pending (a fact is missing)' },
  'verdict.not-applicable': { zh: '不适用（前提不成立）', en: 'not applicable (its condition does not hold)' },
  rule: { zh: '规则 {code}', en: 'Rule {code}' },
  code: { zh: '检查项 {code}', en: 'Check {code}' },
  about: { zh: '严重程度：{severity} · 阶段：{stage}', en: 'Severity: {severity} · stage: {stage}' },
  capped: {
    zh: '（依据原文未核实，按人工核验处理）',
    en: ' (text of the basis not verified, so a person decides)',
  },
  say: { zh: '不满足时：{text}', en: 'If it does not hold: {text}' },
  fix: { zh: '→ {text}', en: '→ {text}' },
  later: {
    zh: '到“{stage}”阶段才核对，下面是按现在的事实推算的。',
    en: 'Asked from the stage “{stage}” on; below is what it says today.',
  },
  'not-in-force': { zh: '申报日期不在这条规则的有效期内，不核对。', en: 'Not in force on the day of the declaration.' },
  place: { zh: '{place}：{verdict}', en: '{place}: {verdict}' },
  whole: { zh: '结论', en: 'Answer' },
  others: { zh: '其余 {count} 处：{verdict}', en: 'The other {count}: {verdict}' },
  none: { zh: '没有可核对的项。', en: 'There is nothing to ask it of.' },
  when: { zh: '前提', en: 'Asked when' },
  need: { zh: '要求', en: 'Asks for' },
  facts: { zh: '看到的事实', en: 'Facts it read' },
  fact: { zh: '{label}（{path}）：{value}{where}', en: '{label} ({path}): {value}{where}' },
  absent: { zh: '（未填）', en: '(not given)' },
  line: { zh: ' —— dossier.yaml 第 {line} 行', en: ' — dossier.yaml, line {line}' },
  'line-near': { zh: ' —— 应写在 dossier.yaml 第 {line} 行处', en: ' — belongs at dossier.yaml, line {line}' },
  unit: { zh: ' —— unit.yaml', en: ' — unit.yaml' },
  derived: { zh: ' —— 由{needs}得出', en: ' — follows from {needs}' },
  given: { zh: ' —— 由记录或事项得出', en: ' — follows from the journal or the procedure' },
  term: { zh: '{label}“{value}”', en: '{label} “{value}”' },
  node: { zh: '［{answer}］{word}{terms}', en: '[{answer}] {word}{terms}' },
  terms: { zh: '：{terms}', en: ': {terms}' },
  join: { zh: '，', en: ', ' },
  argument: { zh: '{name}={text}', en: '{name}={text}' },
  nothing: { zh: '这个卷宗现在没有这一项检查结果。', en: 'This dossier has no such finding now.' },
  found: { zh: '{place}：{text}', en: '{place}: {text}' },
  set: {
    zh: '已按 --set 假设：{path} = {value}（卷宗没有改动）',
    en: 'Supposed by --set: {path} = {value} (the dossier is unchanged)',
  },
  'set-none': { zh: '（未填）', en: '(not given)' },
} satisfies Readonly<Record<string, Phrase>>

export const explainWords = {
  'explain/unknown-code': {
    say: { zh: '没有名为“{code}”的规则或检查项。', en: 'There is no rule or check “{code}”.' },
    fix: {
      zh: '最接近的：{nearest}。检查结果里的规则编号见 juanzong check --json。',
      en: 'The nearest: {nearest}. juanzong check --json gives the code of every finding.',
    },
  },
} satisfies Words
