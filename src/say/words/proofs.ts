import type { Words } from './word.ts'

/** Words of `check/lint/proofs.ts` and `check/set.ts`: rules proved by what breaks them, facts set from the command line. */
export const proofWords = {
  'lint/no-breaks': {
    say: {
      zh: '规则“{rule}”没有写 breaks，无法证明它会起作用。',
      en: 'The rule “{rule}” has no `breaks`, so nothing proves that it works.',
    },
    fix: {
      zh: '请写出样例的最小改动，使这条规则不满足，例如 breaks: [{ change: [{ set: { standing.inPost: 否 } }] }]。',
      en: 'Please give the smallest change to the sample that breaks it, such as “breaks: [{ change: [{ set: { standing.inPost: 否 } }] }]”.',
    },
  },
  'lint/break-impossible': {
    say: {
      zh: '规则“{rule}”的 breaks 无法施行：{what}。',
      en: 'A change in `breaks` of the rule “{rule}” cannot be made: {what}.',
    },
    fix: {
      zh: '请核对路径、取值和 setups 里的名称。',
      en: 'Please check the path, the value, and the names in `setups`.',
    },
  },
  'lint/break-too-early': {
    say: {
      zh: '规则“{rule}”在改动之前就已经不满足。',
      en: 'The rule “{rule}” is broken before the change is made.',
    },
    fix: {
      zh: '请在 given 里把样例改到这条规则适用且满足。',
      en: 'Please let `given` bring the sample to where the rule applies and holds.',
    },
  },
  'lint/break-without-effect': {
    say: {
      zh: 'breaks 所写的改动没有使规则“{rule}”出现检查结果。',
      en: 'The change in `breaks` does not make the rule “{rule}” speak.',
    },
    fix: {
      zh: '请核对改动、when 和 need；规则须真正看到被改动的事实。',
      en: 'Please check change, `when` and `need`; the rule has to look at the fact that is changed.',
    },
  },
  'lint/when-never': {
    say: {
      zh: '规则“{rule}”的 when 在样例和所有改动下从不成立，这条规则不会被问到。',
      en: 'The `when` of the rule “{rule}” never holds over the sample and all changes: it is never asked.',
    },
    fix: {
      zh: '请核对 when，或在 given 里写出使它成立的改动。',
      en: 'Please check `when`, or give the changes in `given` under which it holds.',
    },
  },
  'lint/when-always': {
    say: {
      zh: '规则“{rule}”的 when 无论怎样都成立，起不到限定作用。',
      en: 'The `when` of the rule “{rule}” holds whatever the facts say: it limits nothing.',
    },
    fix: { zh: '请删去 when，或改正它的条件。', en: 'Please leave `when` out or correct its condition.' },
  },
  'lint/expired': {
    say: {
      zh: '规则“{rule}”到 {until} 为止，早于本事项最早的日期 {first}，永远不会生效。',
      en: 'The rule “{rule}” ends on {until}, before the first day of the procedure ({first}): it is never in force.',
    },
    fix: { zh: '请核对 until，或删去这条规则。', en: 'Please check `until`, or leave the rule out.' },
  },
  'lint/not-yet': {
    say: {
      zh: '规则“{rule}”从 {from} 起，晚于本事项最后的日期 {last}，永远不会生效。',
      en: 'The rule “{rule}” starts on {from}, after the last day of the procedure ({last}): it is never in force.',
    },
    fix: { zh: '请核对 from，或删去这条规则。', en: 'Please check `from`, or leave the rule out.' },
  },
  'tables/stale': {
    say: {
      zh: '{name} 与本事项现在的内容不一致。',
      en: '{name} does not agree with the procedure as it is now.',
    },
    fix: { zh: '请运行 juanzong lint {folder} --write 重新生成。', en: 'Please run juanzong lint {folder} --write.' },
  },
  'set/unknown-path': {
    say: { zh: '没有名为“{path}”的事实。', en: 'There is no fact “{path}”.' },
    fix: {
      zh: '最接近的是“{nearest}”。列表中的一项写编号，如 achievements[a7f3].date；由记录或其他事实得出的，请改那些事实。',
      en: 'The nearest is “{nearest}”. An item of a list is written by its id, as in achievements[a7f3].date; what follows from the journal or other facts is changed there.',
    },
  },
  'set/no-item': {
    say: { zh: '“{path}”指向的一项不在列表里。', en: 'The item that “{path}” points to is not in the list.' },
    fix: { zh: '“{list}”现有的编号：{ids}。', en: 'Ids in “{list}”: {ids}.' },
  },
  'set/no-setup': {
    say: { zh: 'rules.yaml 的 setups 里没有“{name}”。', en: 'There is no “{name}” in `setups` of rules.yaml.' },
    fix: { zh: '请核对名称。', en: 'Please check the name.' },
  },
  'set/bad-value': {
    say: { zh: '“{value}”不能作为“{path}”的值。', en: '“{value}” cannot be the value of “{path}”.' },
    fix: {
      zh: '请按 dossier.yaml 里的写法给出（日期如 2019-06，是否写“是”或“否”，没有写“无”）。',
      en: 'Please write it as in dossier.yaml (dates as 2019-06, yes and no as “是” and “否”, none as “无”).',
    },
  },
  'set/no-equals': {
    say: { zh: '--set 的“{value}”里没有等号。', en: 'There is no equals sign in --set “{value}”.' },
    fix: {
      zh: '请写成 --set 路径=值，如 --set grounds.obtained=2018-12；等号后留空表示未填。',
      en: 'Please write --set path=value, as in --set grounds.obtained=2018-12; nothing after it means not given.',
    },
  },
  'format/change': {
    say: { zh: '“{value}”不是改动的写法。', en: '“{value}” is no change.' },
    fix: {
      zh: '可以写 set、unset、event、undo、amend、today、stage、file、use 之一。',
      en: 'Write one of set, unset, event, undo, amend, today, stage, file, use.',
    },
  },
} satisfies Words
