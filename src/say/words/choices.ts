import type { Phrase, Words } from './word.ts'

/** Values of a closed list: what the value is, in the sentence below. */
const choices: Readonly<Record<string, Phrase>> = {
  sex: { zh: '性别', en: 'The sex' },
  posting: { zh: '公示方式', en: 'The way of posting' },
  origin: { zh: '文件来源', en: 'Where the file came from' },
  grounds: { zh: '申报依据', en: 'The grounds' },
  keeper: { zh: '档案存放机构类别', en: 'The keeper of the file' },
  result: { zh: '结果', en: 'The result' },
  army: { zh: '军队转业、择业', en: 'The army transfer' },
  'platform-check': { zh: '平台验证结果', en: 'The result of the platform' },
  'posting-result': { zh: '公示结果', en: 'The result of the posting' },
  recommended: { zh: '推荐结果', en: 'The recommendation' },
  judged: { zh: '核验结论', en: 'The judgement' },
  stage: { zh: '阶段', en: 'The stage' },
  severity: { zh: '严重程度', en: 'The severity' },
  grade: { zh: '可靠程度', en: 'The grade' },
  rank: { zh: '层级', en: 'The rank' },
  profile: { zh: '用途', en: 'The profile' },
  'form-use': { zh: '表单用处', en: 'What the form is for' },
  'form-rows': { zh: '表单所列内容', en: 'The list of the form' },
  'form-version': { zh: '表单版本', en: 'The version of the form' },
  'field-type': { zh: '栏目类型', en: 'The field type' },
  'field-from': { zh: '选项来源', en: 'The source of options' },
  sure: { zh: '材料要求', en: 'The demand on parts' },
  'slot-kind': { zh: '盖章位种类', en: 'The kind of place' },
  'slot-print': { zh: '盖章位画法', en: 'The way a place is drawn' },
  'slot-onto': { zh: '盖章对象', en: 'What is sealed' },
  'document-check': { zh: '校验算法', en: 'The check' },
  'document-alone': { zh: '证件可否单独使用', en: 'The use alone' },
  'file-kind': { zh: '文件种类', en: 'The kind of file' },
}

/** A value outside a closed list: one sentence for all of them. */
export const choiceWords: Words = Object.fromEntries(
  Object.entries(choices).map(([code, { zh, en }]) => [
    `format/${code}`,
    {
      say: { zh: `${zh}“{value}”不在可选的值里。`, en: `${en} “{value}” is none of the values to choose from.` },
      fix: { zh: '可以写：{options}。', en: 'Write one of: {options}.' },
    },
  ]),
)
