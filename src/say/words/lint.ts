import type { Words } from './word.ts'

/** Words of `juanzong lint` about rules and lists (`src/check/lint/`). */
export const lintWords = {
  'lint/unknown-word': {
    say: { zh: '词表里没有“{word}”。', en: 'The vocabulary has no word “{word}”.' },
    fix: { zh: '请核对拼写，最接近的是：{nearest}。', en: 'Please check the spelling; the nearest is: {nearest}.' },
  },
  'lint/word-arguments': {
    say: {
      zh: '“{word}”的参数写得不对（应为：{wanted}）。',
      en: 'The arguments of “{word}” do not fit (wanted: {wanted}).',
    },
    fix: {
      zh: '请对照 src/check/words/ 中该词的说明改写。',
      en: 'Please see the description of the word in src/check/words/.',
    },
  },
  'lint/one-word': {
    say: {
      zh: '一个条件须恰好有一个词，这里是“{words}”。',
      en: 'A condition has exactly one word, here it is “{words}”.',
    },
    fix: { zh: '请用 all 或 any 把几个条件合在一起。', en: 'Please join several conditions with all or any.' },
  },
  'lint/unknown-path': {
    say: { zh: '没有“{path}”这个事实。', en: 'There is no fact “{path}”.' },
    fix: {
      zh: '请核对拼写，最接近的是：{nearest}；新的事实先写进 fields.yaml。',
      en: 'Please check the spelling; the nearest is: {nearest}. A new fact goes into fields.yaml first.',
    },
  },
  'lint/wrong-type': {
    say: {
      zh: '“{path}”的类型是 {type}，这里需要 {want}。',
      en: '“{path}” is of type {type}, wanted here: {want}.',
    },
    fix: {
      zh: '请换一个词，或者核对 fields.yaml 中的类型。',
      en: 'Please use another word, or check the type in fields.yaml.',
    },
  },
  'lint/unknown-value': {
    say: { zh: '“{path}”没有“{value}”这个值。', en: '“{path}” has no value “{value}”.' },
    fix: { zh: '请用其中之一：{options}。', en: 'Please use one of: {options}.' },
  },
  'lint/unknown-evidence': {
    say: { zh: 'evidence.yaml 里没有“{name}”。', en: 'Evidence.yaml has no “{name}”.' },
    fix: {
      zh: '请写 supporting.<材料> 或 each 所定名称下的材料，并先在 evidence.yaml 登记。',
      en: 'Please write supporting.<paper> or a part under a name of each; it must be listed in evidence.yaml.',
    },
  },
  'lint/unknown-table': {
    say: { zh: 'rules.yaml 里没有表“{name}”。', en: 'Rules.yaml has no table “{name}”.' },
    fix: {
      zh: '请核对表名，或者在 tables 下增加这张表。',
      en: 'Please check the name, or add the table under tables.',
    },
  },
  'lint/unknown-column': {
    say: {
      zh: '表“{name}”没有“{column}”这一列。',
      en: 'The table “{name}” has no column “{column}”.',
    },
    fix: { zh: '请核对列名。', en: 'Please check the column.' },
  },
  'lint/shadowed': {
    say: { zh: '名称“{name}”与一个事实同名。', en: 'The name “{name}” hides a fact.' },
    fix: { zh: '请换一个简短的名称。', en: 'Please choose another short name.' },
  },
  'lint/languages': {
    say: {
      zh: '中文和英文所引的事实不同。',
      en: 'The Chinese and the English text name different facts.',
    },
    fix: { zh: '请让两种文字使用相同的 {…}。', en: 'Please use the same {…} in both.' },
  },
  'lint/unverified-error': {
    say: {
      zh: '依据未经核实，不能定为错误。',
      en: 'Its basis is not verified, so it may not be an error.',
    },
    fix: {
      zh: '请改为 person，或者核实依据原文后写 verified: 是。',
      en: 'Please make it person, or verify the text and state “verified: 是”.',
    },
  },
  'lint/no-basis': {
    say: {
      zh: '依据既没有文件名也没有条款。',
      en: 'The basis names neither a document nor an article.',
    },
    fix: { zh: '请写明条款，如“五（三）”。', en: 'Please name the article, such as 五（三）.' },
  },
  'lint/backwards': {
    say: { zh: '起始 {from} 晚于截止 {until}。', en: 'It begins on {from} and ends on {until}.' },
    fix: { zh: '请核对这两个日期。', en: 'Please check both dates.' },
  },
  'lint/duplicate': {
    say: { zh: '“{id}”出现了不止一次。', en: '“{id}” occurs more than once.' },
    fix: { zh: '请给每一项不同的编号。', en: 'Please give each its own id.' },
  },
  'lint/unknown-id': {
    say: { zh: '{list} 里没有“{id}”。', en: '{list} has no “{id}”.' },
    fix: { zh: '请核对拼写，或者先在那里登记。', en: 'Please check the spelling, or list it there first.' },
  },
  'lint/no-sections': {
    say: { zh: '没有列出通知的原文。', en: 'The sentences of the notice are not listed.' },
    fix: {
      zh: '请逐句列出通知，并写明由哪条规则、哪个事实或哪个签章位落实。',
      en: 'Please list the notice sentence by sentence, with the rule, fact or slot that answers to it.',
    },
  },
  'lint/uncovered-sentence': {
    say: {
      zh: '这一句没有规则、事实或签章位落实，也没有说明原因。',
      en: 'No rule, fact or slot answers to this sentence, and no reason is given.',
    },
    fix: {
      zh: '请填写 rules、fields 或 slots；不由本工具落实的写 outside。',
      en: 'Please fill in rules, fields or slots, or say why under outside.',
    },
  },
  'lint/form-missing': {
    say: { zh: '表单“{id}”的文件不存在。', en: 'The file of the form “{id}” does not exist.' },
    fix: { zh: '请放入该文件，或者从 forms 中删去。', en: 'Please add the file, or take the form off the list.' },
  },
  'lint/form-unlisted': {
    say: { zh: '表单“{id}”没有列入 forms。', en: 'The form “{id}” is not listed under forms.' },
    fix: { zh: '请在 procedure.yaml 的 forms 中登记。', en: 'Please list it under forms in procedure.yaml.' },
  },
  'lint/form-again': {
    say: {
      zh: '合订本只能有一份用处为“{use}”的表单，这里又是一份。',
      en: 'The bound volume has one form with the use “{use}”; this is another.',
    },
    fix: { zh: '请改为 use: loose，或者删去其中一份。', en: 'Please write use: loose, or take one of them out.' },
  },
  'lint/contents-rows': {
    say: { zh: '合订本目录没有写明列出什么。', en: 'The contents page does not say what it lists.' },
    fix: { zh: '请加上 rows: contents。', en: 'Please add rows: contents.' },
  },
  'lint/printed-nowhere': {
    say: {
      zh: '既没有写印在哪张表上，也没有写为什么不印。',
      en: 'Neither the form that prints it is named, nor why none does.',
    },
    fix: {
      zh: '请填写 forms，或者填写 printed: { never: 原因 }。',
      en: 'Please fill in forms, or printed: { never: reason }.',
    },
  },
  'lint/printed-and-never': {
    say: {
      zh: '既写了印在哪张表上，又写了不印的原因。',
      en: 'It names a form and also why none prints it.',
    },
    fix: { zh: '请保留其中一种。', en: 'Please keep one of them.' },
  },
  'lint/two-lists': {
    say: { zh: 'options 和 from 只能有一个。', en: 'Only one of options and from.' },
    fix: { zh: '请删去其中一个。', en: 'Please remove one.' },
  },
  'lint/no-such-fact': {
    say: { zh: '卷宗格式里没有这一项。', en: 'The dossier format has no such fact.' },
    fix: {
      zh: '请核对拼写；卷宗格式见 src/model/dossier.ts 和 unit.ts。',
      en: 'Please check the spelling; the formats are in src/model/dossier.ts and unit.ts.',
    },
  },
  'lint/blank-use': {
    say: {
      zh: 'Word 表样只能生成 DOCX，单独成件，不能带 rows。',
      en: 'A Word blank only makes a DOCX of its own, without rows.',
    },
    fix: {
      zh: '请写 docx: 是，并删去 use 和 rows。',
      en: 'Please write docx: yes, and take out use and rows.',
    },
  },
  'lint/no-parts': {
    say: { zh: '没有列出任何佐证材料。', en: 'No evidence is listed.' },
    fix: { zh: '请在 parts 中至少列出一项。', en: 'Please list at least one part.' },
  },
  'lint/one-reading': {
    say: {
      zh: 'sure 为 open，却有材料没有写另一种理解。',
      en: 'Sure is open, but a part has no other reading.',
    },
    fix: { zh: '请补写 otherReading。', en: 'Please add otherReading.' },
  },
  'lint/slot-nowhere': {
    say: { zh: '没有任何上报程序用到这个签章位。', en: 'No route has this slot.' },
    fix: { zh: '请在 on 中写明，或者删去。', en: 'Please fill in on, or remove the slot.' },
  },
  'lint/unused-paper': {
    say: {
      zh: '没有规则、上报程序或平台项目要求“{id}”。',
      en: 'No rule, route or platform item asks for “{id}”.',
    },
    fix: {
      zh: '确为自愿提供的可以保留；否则请补上要求它的规则。',
      en: 'Keep it if it is voluntary; otherwise add the rule that asks for it.',
    },
  },
  'lint/holidays-missing': {
    say: {
      zh: '缺少 {year} 年的节假日安排，公示工作日无法计算。',
      en: 'The holidays of {year} are missing, so working days cannot be counted.',
    },
    fix: { zh: '请按国务院办公厅公布的安排补入。', en: 'Please add them from the paper of the State Council.' },
  },
  'lint/holidays-range': {
    say: {
      zh: '“{value}”不是该年度内的日期或起止日期。',
      en: '“{value}” is no day or range within the year.',
    },
    fix: {
      zh: '请写成 2024-10-01 或 2024-10-01..2024-10-07。',
      en: 'Please write 2024-10-01 or 2024-10-01..2024-10-07.',
    },
  },
  'lint/holidays-make-up': {
    say: {
      zh: '{value} 不是该年度内的星期六或星期日。',
      en: '{value} is no Saturday or Sunday within the year.',
    },
    fix: { zh: '请核对调休上班的日期。', en: 'Please check the make-up day.' },
  },
  'lint/document-row': {
    say: {
      zh: '证件“{id}”的样式或位置写得不对。',
      en: 'The pattern or a place of the document “{id}” is not well formed.',
    },
    fix: {
      zh: '请核对正则表达式和位置（从 0 数起的数字）。',
      en: 'Please check the regular expression and the places (numbers from 0).',
    },
  },
} satisfies Words
