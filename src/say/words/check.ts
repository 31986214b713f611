import { documentWords } from './check-documents.ts'
import { moreCheckWords } from './check-more.ts'
import { lintWords } from './lint.ts'
import type { Words } from './word.ts'

/** Words of `src/check/`; those of a rule stand in the procedure's rules.yaml. */
export const checkWords = {
  'check/rule-pending': {
    say: { zh: '还缺：{missing}，这一条暂时无法判断。', en: 'Still missing: {missing}; this cannot be decided yet.' },
    fix: {
      zh: '请补填（日期须足够具体，公示、缴费等写入记录），再重新核对。规则：{rule}。',
      en: 'Please add it (dates precise enough; postings, payments and the like go into the journal) and check again. Rule: {rule}.',
    },
  },
  'check/bad-rule': {
    say: {
      zh: '事项的规则“{rule}”无法执行：条件“{word}”写得不对。',
      en: 'The rule “{rule}” cannot be run: its condition “{word}” is not well formed.',
    },
    fix: {
      zh: '请对事项文件夹运行 juanzong lint，按提示改正 rules.yaml。',
      en: 'Please run juanzong lint on the procedure folder and correct rules.yaml.',
    },
  },
  'check/bad-condition': {
    say: {
      zh: '“{owner}”的条件“{word}”写得不对，无法判断。',
      en: 'The condition “{word}” of “{owner}” is not well formed.',
    },
    fix: {
      zh: '请对事项文件夹运行 juanzong lint，按提示改正 procedure.yaml。',
      en: 'Please run juanzong lint on the procedure folder and correct procedure.yaml.',
    },
  },
  'check/missing-fact': {
    say: { zh: '“{label}”还没有填写。', en: '“{label}” is not given yet.' },
    fix: {
      zh: '请填写；确实没有的写“无”，不涉及的写“不适用”。',
      en: 'Please give it; write “无” if there is none, “不适用” if it does not apply.',
    },
  },
  'check/unknown-option': {
    say: {
      zh: '“{label}”填写的是“{value}”，不在事项的清单里。',
      en: '“{label}” is “{value}”, which is not in the list of the procedure.',
    },
    fix: {
      zh: '请改为下列之一（最接近的在前）：{options}。',
      en: 'Please use one of these (the nearest first): {options}.',
    },
  },
  'check/field-of-other-group': {
    say: {
      zh: '专业“{field}”属于“{home}”，不属于所选的“{group}”。',
      en: 'The field “{field}” belongs to “{home}”, not to “{group}” as chosen.',
    },
    fix: {
      zh: '请核对专业类别和专业，两者须在同一类。',
      en: 'Please check group and field; both must be of one group.',
    },
  },
  'check/too-long': {
    say: {
      zh: '“{label}”有 {length} 个字，超过 {max} 个字。',
      en: '“{label}” has {length} characters, more than {max}.',
    },
    fix: {
      zh: '请精简到 {max} 个字以内，表格的栏目放不下更多。',
      en: 'Please cut it to {max} characters; the cell holds no more.',
    },
  },
  'check/unknown-field': {
    say: { zh: '“{kind}”没有“{key}”这一项。', en: '“{kind}” has no field “{key}”.' },
    fix: { zh: '请核对拼写，可能是：{fields}。', en: 'Please check the spelling; it may be: {fields}.' },
  },
  'check/not-a-date': {
    say: { zh: '“{label}”填写的是“{value}”，不是日期。', en: '“{label}” is “{value}”, which is no date.' },
    fix: { zh: '请写成 2023-05-18、2023-05 或 2023。', en: 'Please write 2023-05-18, 2023-05 or 2023.' },
  },
  'check/not-a-day': {
    say: {
      zh: '“{label}”填写的是“{value}”，不是完整的年月日。',
      en: '“{label}” is “{value}”, which is no whole date.',
    },
    fix: { zh: '请写成 2023-05-18。', en: 'Please write 2023-05-18.' },
  },
  'check/not-a-whole-number': {
    say: { zh: '“{label}”填写的是“{value}”，不是整数。', en: '“{label}” is “{value}”, which is no whole number.' },
    fix: { zh: '请只填阿拉伯数字，单位不写在这里。', en: 'Please give digits only, without a unit.' },
  },
  'check/not-a-number': {
    say: { zh: '“{label}”填写的是“{value}”，不是数字。', en: '“{label}” is “{value}”, which is no number.' },
    fix: {
      zh: '请只填阿拉伯数字，小数点用半角，单位不写在这里。',
      en: 'Please give digits with a half-width point, without a unit.',
    },
  },
  'check/not-yes-no': {
    say: { zh: '“{label}”填写的是“{value}”。', en: '“{label}” is “{value}”.' },
    fix: { zh: '请填“是”或“否”。', en: 'Please write “是” or “否”.' },
  },
  'check/part-missing': {
    say: { zh: '{kind}“{title}”缺少佐证材料“{part}”。', en: 'The {kind} “{title}” lacks its evidence “{part}”.' },
    fix: {
      zh: '请把“{part}”放入 {folder}，文件名以“{part}”开头，或者在 evidence 中写明文件。该类业绩须提供：{parts}。',
      en: 'Please put “{part}” into {folder} under a name that begins with it, or name the file under evidence. Wanted for this kind: {parts}.',
    },
  },
  'check/no-part': {
    say: { zh: '{kind}“{title}”还没有任何佐证材料。', en: 'The {kind} “{title}” has no evidence at all.' },
    fix: {
      zh: '请至少提供其中一项并放入 {folder}：{parts}。',
      en: 'Please provide at least one of these in {folder}: {parts}.',
    },
  },
  'check/part-open': {
    say: {
      zh: '{kind}“{title}”只有部分佐证材料，缺“{part}”；是否必须，通知的写法有两种理解。',
      en: 'The {kind} “{title}” has part of its evidence; “{part}” is not there, and the notice can be read both ways.',
    },
    fix: {
      zh: '请补充“{part}”并放入 {folder}；确实没有的写“无”，由单位核对。',
      en: 'Please add “{part}” in {folder}; if there is none, write “无” and the unit decides.',
    },
  },
  'check/part-stated-none': {
    say: {
      zh: '{kind}“{title}”写明没有“{part}”；是否必须，通知的写法有两种理解。',
      en: 'The {kind} “{title}” states that there is no “{part}”; the notice can be read both ways.',
    },
    fix: {
      zh: '请单位人事部门核对其余材料（{parts}）是否足以证明，并记录核对结果。',
      en: 'The personnel office decides whether the rest ({parts}) is proof enough and records it.',
    },
  },
  'check/doubtful-route': {
    say: {
      zh: '人员类别“{category}”没有明确对应的上报程序：可能是“{first}”，也可能是“{second}”。',
      en: 'The category “{category}” fits no route plainly: it may be “{first}” or “{second}”.',
    },
    fix: {
      zh: '请单位人事部门向评委会办公室确认走哪一种，再把人员类别改为对应的一项。',
      en: "The unit asks the committee's office which one it is and changes the category.",
    },
  },
  'check/in-future': {
    say: {
      zh: '“{label}”是 {date}，晚于核对日期 {today}。',
      en: '“{label}” is {date}, later than the day of the check, {today}.',
    },
    fix: { zh: '请核对日期，填写已经发生的日期。', en: 'Please check the date; give one that has passed.' },
  },
  'check/wrong-order': {
    say: {
      zh: '“{second}”（{to}）早于“{first}”（{from}）。',
      en: '“{second}” ({to}) is earlier than “{first}” ({from}).',
    },
    fix: { zh: '请核对这两个日期。', en: 'Please check both dates.' },
  },
  'check/rank': {
    say: {
      zh: '本人排名 {rank} 与总人数 {of} 对不上。',
      en: 'Rank {rank} does not go with the number of people, {of}.',
    },
    fix: {
      zh: '请按证书或署名顺序核对：排名从 1 起，不大于总人数。',
      en: 'Please check by the certificate: the rank starts at 1 and is not greater than the number.',
    },
  },
  'check/declared-year': {
    say: {
      zh: '申报日期 {declaredOn} 不在申报年度 {year} 年内。',
      en: 'The application date {declaredOn} is not in the year {year}.',
    },
    fix: { zh: '请核对申报年度和申报日期。', en: 'Please check year and date.' },
  },
  'check/duplicate-id': {
    say: { zh: '编号“{id}”出现了 {times} 次。', en: 'The id “{id}” occurs {times} times.' },
    fix: {
      zh: '请给每一条不同的编号；已经公示过的编号不要改动。',
      en: 'Please give each its own id; keep those that were posted already.',
    },
  },
  'check/work-gap': {
    say: {
      zh: '工作经历在 {from} 至 {to} 之间有 {months} 个月的空档。',
      en: 'The work history has a gap of {months} months, {from} to {to}.',
    },
    fix: {
      zh: '请补填这段经历；确有间断的，附情况说明。',
      en: 'Please fill it in; if there was a break, add an explanation.',
    },
  },
  ...documentWords,
  ...moreCheckWords,
  ...lintWords,
} satisfies Words
