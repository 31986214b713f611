import type { Words } from './word.ts'

/** What is wrong with a form of a procedure (`fill/`). */
export const formsWords = {
  'forms/markup': {
    say: {
      zh: '表单“{file}”不能使用，共 {count} 处须改。',
      en: 'The form {file} cannot be used; {count} to put right.',
    },
    fix: { zh: '请按所列行、列修改该表单后再试。', en: 'Put right each place listed, then try again.' },
  },
  'forms/no-form': {
    say: { zh: '事项没有表单“{form}”。', en: 'The procedure has no form {form}.' },
    fix: {
      zh: '请在 forms 文件夹中补上该文件，或从 procedure.yaml 的 forms 中删去这一项。',
      en: 'Add the file below forms/, or take the entry out of procedure.yaml.',
    },
  },
  'forms/rows-unnamed': {
    say: { zh: '表单逐行列出 rows，但没有写明列什么。', en: 'The form walks over rows but does not say of what.' },
    fix: {
      zh: '请在 procedure.yaml 的这一表单下加上 rows。',
      en: 'Add rows to the entry of the form in procedure.yaml.',
    },
  },
  'forms/rows-unused': {
    say: {
      zh: '表单写明要列“{rows}”，但没有用到 rows。',
      en: 'The form asks for the list {rows} and does not use rows.',
    },
    fix: {
      zh: '请用 {{#each rows as |r|}} 列出，或者从 procedure.yaml 中删去 rows。',
      en: 'Walk over it with {{#each rows as |r|}}, or take rows out of procedure.yaml.',
    },
  },
  'forms/blank-empty': {
    say: {
      zh: 'Word 表样中没有任何 {{ }}，填写后仍是空表。',
      en: 'The Word blank has no {{ }} at all: filled, it stays empty.',
    },
    fix: {
      zh: '请在要填写的格子里写上字段，例如 {{person.name}}；大括号用半角。',
      en: 'Write a field into each cell that is to be filled, such as {{person.name}}, with plain braces.',
    },
  },
  'forms/blank-braces': {
    say: {
      zh: 'Word 表样“{near}”一段的 {{ }} 不成对。',
      en: 'The {{ }} in “{near}” of the Word blank are not paired.',
    },
    fix: {
      zh: '请在同一段落内写全两端的大括号，中间不换行、不用制表符。',
      en: 'Put both ends into one paragraph, with no line break or tab between them.',
    },
  },
  'forms/template-syntax': {
    say: { zh: '表单的 {{ … }} 写法有误：{detail}', en: 'The {{ … }} of the form cannot be read: {detail}' },
    fix: {
      zh: '请检查该行及其前面的 {{ }} 是否成对、#each 和 #if 是否都有结束。',
      en: 'Check that every {{ }} on that line and before it is paired, and that each #each and #if is closed.',
    },
  },
  'forms/unknown-element': {
    say: { zh: '表单中没有“{element}”这种元素。', en: 'There is no element {element}.' },
    fix: {
      zh: '请改用 CONTRIBUTING.md 所列的元素，例如 p、table、row、cell。',
      en: 'Use one of the elements that CONTRIBUTING.md lists, such as p, table, row, cell.',
    },
  },
  'forms/unknown-attribute': {
    say: { zh: '元素“{element}”没有属性“{attribute}”。', en: 'The element {element} has no attribute {attribute}.' },
    fix: { zh: '请删去该属性，或改正其名称。', en: 'Take it out or correct its name.' },
  },
  'forms/bad-attribute': {
    say: {
      zh: '元素“{element}”的属性“{attribute}”不能是“{value}”。',
      en: '{attribute} of {element} cannot be “{value}”.',
    },
    fix: { zh: '请写成：{expected}。', en: 'Write: {expected}.' },
  },
  'forms/missing-attribute': {
    say: { zh: '元素“{element}”缺少属性“{attribute}”。', en: 'The element {element} lacks its attribute {attribute}.' },
    fix: { zh: '请补上该属性。', en: 'Add it.' },
  },
  'forms/misplaced': {
    say: { zh: '元素“{element}”不能放在“{parent}”里。', en: '{element} cannot stand inside {parent}.' },
    fix: {
      zh: '请移到合适的元素中：表格里放 row，行里放 cell，页面和每页内容放在 form 下。',
      en: 'Move it: rows into a table, cells into a row, page and each-page into the form.',
    },
  },
  'forms/stray-text': {
    say: { zh: '“{element}”里不能直接写文字“{text}”。', en: '“{text}” cannot stand directly in {element}.' },
    fix: { zh: '请把文字放进 p 或 cell。', en: 'Put the text into a p or a cell.' },
  },
  'forms/unclosed': {
    say: {
      zh: '元素“{element}”没有结束，或结束的次序不对。',
      en: 'The element {element} is not closed, or closed in the wrong order.',
    },
    fix: {
      zh: '请补上“</{element}>”，并检查它里面的元素是否都已结束。',
      en: 'Add </{element}> and check that everything inside it is closed.',
    },
  },
  'forms/not-well-formed': {
    say: { zh: '表单的标记写法有误：{detail}', en: 'The markup cannot be read: {detail}' },
    fix: { zh: '请检查该处的尖括号、引号和属性的写法。', en: 'Check the brackets, quotes and attributes there.' },
  },
  'forms/forbidden-markup': {
    say: { zh: '表单中不能使用“{construct}”。', en: '{construct} may not be used in a form.' },
    fix: {
      zh: '注释请写成 {{!-- … --}}，其他写法请删去。',
      en: 'Write comments as {{!-- … --}}; take anything else out.',
    },
  },
  'forms/root': {
    say: { zh: '表单的最外层应是 form，现在是“{element}”。', en: 'The outermost element is {element}, not form.' },
    fix: { zh: '请把全部内容放进一个 form。', en: 'Put everything into one form.' },
  },
  'forms/empty': {
    say: { zh: '表单没有内容。', en: 'The form is empty.' },
    fix: { zh: '请写入一个 form 元素。', en: 'Write a form element.' },
  },
  'forms/cols': {
    say: { zh: '列宽“{value}”不是一列数字。', en: 'The column widths “{value}” are not a list of numbers.' },
    fix: {
      zh: '每个表格写一个 cols，列宽以毫米计、用空格分开，例如 <cols>20 30 40</cols>。',
      en: 'Write one cols a table, widths in mm with spaces between, as in <cols>20 30 40</cols>.',
    },
  },
  'forms/span': {
    say: {
      zh: '第 {row} 行的单元格跨出了表格（共 {columns} 列）或与别的单元格重叠。',
      en: 'A cell of row {row} reaches out of the table ({columns} columns) or onto another cell.',
    },
    fix: { zh: '请改正 colspan 和 rowspan。', en: 'Correct colspan and rowspan.' },
  },
  'forms/lines': {
    say: {
      zh: '固定 {lines} 行的表格写得不完整：要有 label（附页上的栏名），至少一行正文，各行不跨行合并。',
      en: 'A table of {lines} fixed rows needs a label (its name on 附页), at least one row below its heads, and no cell over several rows.',
    },
    fix: {
      zh: '请写明 label；表头行加 repeat="yes"；没有内容时用 {{ else }} 留一行；去掉 rowspan。',
      en: 'Give it a label; mark head rows with repeat="yes"; keep a row in {{ else }}; remove rowspan.',
    },
  },
  'forms/binding': {
    say: {
      zh: '装订边的边距是 {inner} 毫米，装订边 {binding} 毫米以内不得印字。',
      en: 'The margin at the binding edge is {inner} mm; nothing may be printed within {binding} mm of that edge.',
    },
    fix: {
      zh: '请把 inner 调到不小于 {binding}；确实不装订的表单写 binding="0"。',
      en: 'Raise inner to at least {binding}; a form that is never bound says binding="0".',
    },
  },
  'forms/row-long': {
    say: {
      zh: '第 {row} 行的单元格多于表格的 {columns} 列。',
      en: 'Row {row} has more cells than the {columns} columns of the table.',
    },
    fix: {
      zh: '请减少该行的单元格，或改正上面各行的 rowspan。',
      en: 'Take cells out of the row, or correct a rowspan above it.',
    },
  },
  'forms/too-wide': {
    say: {
      zh: '表格宽 {width} 毫米，可用宽度只有 {room} 毫米。',
      en: 'The table is {width} mm wide where there are {room} mm.',
    },
    fix: { zh: '请减小 cols 中的列宽。', en: 'Make the columns in cols narrower.' },
  },
  'forms/unknown-slot': {
    say: { zh: '没有编号为“{slot}”的盖章位或签字位。', en: 'There is no place {slot} for a seal or a signature.' },
    fix: { zh: '请改正编号，或在 slots.yaml 中补上这一项。', en: 'Correct the id, or add it to slots.yaml.' },
  },
  'forms/unknown-kind': {
    say: { zh: '没有“{kind}”这种业绩。', en: 'There is no kind of achievement {kind}.' },
    fix: {
      zh: '请改正编号，可用的编号见 evidence.yaml 的 kinds。',
      en: 'Correct the id; those of evidence.yaml › kinds may be used.',
    },
  },
  'forms/unknown-path': {
    say: { zh: '没有“{path}”这一项。', en: 'There is no fact {path}.' },
    fix: { zh: '请改正名称，或在 fields.yaml 中补上这一项。', en: 'Correct the name, or declare it in fields.yaml.' },
  },
  'forms/unknown-helper': {
    say: { zh: '没有“{helper}”这种写法。', en: 'There is no helper {helper}.' },
    fix: {
      zh: '请改用 CONTRIBUTING.md 所列的写法，例如 label、date、join、of-kind。',
      en: 'Use one that CONTRIBUTING.md lists, such as label, date, join, of-kind.',
    },
  },
  'forms/unknown-part': {
    say: { zh: '没有名为“{part}”的部件。', en: 'There is no part {part}.' },
    fix: {
      zh: '请在 forms/parts 中补上“{part}.hbs”，或改正名称。',
      en: 'Add forms/parts/{part}.hbs, or correct the name.',
    },
  },
  'forms/bad-call': {
    say: { zh: '“{helper}”后面的参数不对。', en: 'The arguments of {helper} are wrong.' },
    fix: { zh: '请只写它需要的参数，不写“名称=值”。', en: 'Give it just what it takes, without name=value.' },
  },
  'forms/each-name': {
    say: { zh: '#each 没有给每一项取名。', en: '#each gives its items no name.' },
    fix: {
      zh: '请写成 {{#each 列表 as |a|}}，里面用 {{ a.… }}。',
      en: 'Write {{#each list as |a|}} and {{ a.… }} inside.',
    },
  },
  'forms/if-value': {
    say: { zh: '#if 和 #unless 只接受是与否。', en: '#if and #unless take only yes or no.' },
    fix: {
      zh: '请写成 {{#if (filled …)}} 或 {{#if (eq … "…")}}。',
      en: 'Write {{#if (filled …)}} or {{#if (eq … "…")}}.',
    },
  },
  'forms/name-taken': {
    say: { zh: '名称“{name}”已经另有用处。', en: 'The name {name} already means something else.' },
    fix: { zh: '请换一个名称。', en: 'Choose another name.' },
  },
  'forms/not-a-value': {
    say: { zh: '“{path}”是一组内容，不能直接印出。', en: '{path} is a group of facts and cannot be printed.' },
    fix: {
      zh: '请写到具体的一项，列表请用 {{#each … as |a|}} 或 {{join …}}。',
      en: 'Name one fact; for a list use {{#each … as |a|}} or {{join …}}.',
    },
  },
  'forms/not-a-list': {
    say: { zh: '“{path}”不是列表。', en: '{path} is not a list.' },
    fix: { zh: '#each 后面请写列表。', en: 'Give #each a list.' },
  },
  'forms/forbidden': {
    say: { zh: '表单中不能使用“{construct}”。', en: '{construct} may not be used in a form.' },
    fix: {
      zh: '请改用普通的 {{ … }}、{{#each … as |a|}}、{{#if (…)}} 和 {{> 部件}}。',
      en: 'Use plain {{ … }}, {{#each … as |a|}}, {{#if (…)}} and {{> part}}.',
    },
  },
  'forms/control': {
    say: {
      zh: '要印出的内容含有不能印出的字符（{code}），在“{near}”之后。',
      en: 'What is to be printed holds a character that cannot be printed ({code}), after “{near}”.',
    },
    fix: { zh: '请在原文中删去该字符后再试。', en: 'Take the character out of the source and try again.' },
  },
  'forms/field-not-printed': {
    say: { zh: '表单“{form}”没有印出“{label}”（{path}）。', en: 'The form {form} does not print {label} ({path}).' },
    fix: {
      zh: '请在表单中加上这一栏，或改正 fields.yaml 中的 forms。',
      en: 'Give it a cell, or correct its forms in fields.yaml.',
    },
  },
  'forms/kind-not-printed': {
    say: {
      zh: '表单“{form}”没有印出“{kind}”类业绩。',
      en: 'The form {form} does not print achievements of the kind {kind}.',
    },
    fix: { zh: '请加上 {{#each (of-kind …) as |a|}} 的一段。', en: 'Add an {{#each (of-kind …) as |a|}} for it.' },
  },
  'forms/not-public': {
    say: { zh: '公示用的表单不能印出“{path}”。', en: 'A posted sheet may not print {path}.' },
    fix: {
      zh: '请删去这一栏；确可公示的，在 fields.yaml 或 evidence.yaml 中写明 public。',
      en: 'Take the cell out; where it may be posted, say public in fields.yaml or evidence.yaml.',
    },
  },
  'forms/slot-missing': {
    say: { zh: '表单“{form}”没有印出位置“{slot}”。', en: 'The form {form} has no place {slot}.' },
    fix: {
      zh: '请在相应栏目加上该盖章位、签字位或日期，或改正 slots.yaml 中的 form。',
      en: 'Add the place to its cell, or correct its form in slots.yaml.',
    },
  },
  'forms/slot-twice': {
    say: {
      zh: '表单“{form}”把位置“{slot}”印出了不止一次。',
      en: 'The form {form} has the place {slot} more than once.',
    },
    fix: { zh: '请只保留一处。', en: 'Keep one of them.' },
  },
  'forms/slot-elsewhere': {
    say: {
      zh: '位置“{slot}”属于表单“{form}”，却印在了这里。',
      en: 'The place {slot} belongs to the form {form}, not to this one.',
    },
    fix: { zh: '请删去，或改正 slots.yaml 中的 form。', en: 'Take it out, or correct its form in slots.yaml.' },
  },
} satisfies Words
