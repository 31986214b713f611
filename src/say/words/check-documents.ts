import type { Words } from './word.ts'

/** Words of the identity documents (`src/check/documents.ts`). */
export const documentWords = {
  'check/document-full-width': {
    say: { zh: '证件号码“{number}”里有全角字符。', en: 'The document number “{number}” holds full-width characters.' },
    fix: { zh: '请切换到半角重新输入数字和字母。', en: 'Please type digits and letters in half width.' },
  },
  'check/document-blank': {
    say: { zh: '证件号码“{number}”里有空格。', en: 'The document number “{number}” holds a blank.' },
    fix: { zh: '请去掉空格，号码连续书写。', en: 'Please take the blanks out.' },
  },
  'check/document-lower-x': {
    say: { zh: '证件号码“{number}”末位是小写 x。', en: 'The document number “{number}” ends in a small x.' },
    fix: { zh: '请改为大写 X。', en: 'Please write a capital X.' },
  },
  'check/document-shape': {
    say: {
      zh: '证件号码“{number}”不符合“{kind}”的样式（{note}）。',
      en: 'The document number “{number}” is not of the form of “{kind}” ({note}).',
    },
    fix: { zh: '请对照证件核对号码和证件类型。', en: 'Please check number and kind against the document.' },
  },
  'check/document-check-digit': {
    say: {
      zh: '证件号码“{number}”的校验位不符。',
      en: 'The check digit of the document number “{number}” does not fit.',
    },
    fix: {
      zh: '请对照证件逐位核对，尤其是末位。',
      en: 'Please check each place against the document, the last one above all.',
    },
  },
  'check/document-birth': {
    say: {
      zh: '证件号码“{number}”所含的出生日期与填写的出生年月（{birth}）不一致。',
      en: 'The date of birth in the document number “{number}” differs from the one given ({birth}).',
    },
    fix: { zh: '请对照证件核对号码和出生年月。', en: 'Please check both against the document.' },
  },
  'check/document-sex': {
    say: {
      zh: '证件号码“{number}”所含的性别与填写的性别（{sex}）不一致。',
      en: 'The sex in the document number “{number}” differs from the one given ({sex}).',
    },
    fix: { zh: '请对照证件核对号码和性别。', en: 'Please check both against the document.' },
  },
  'check/document-second-only': {
    say: { zh: '“{kind}”只能作为第二证件。', en: '“{kind}” goes only beside another document.' },
    fix: {
      zh: '请把居民身份证等有效身份证件填在前面，这份放到“其他证件”。',
      en: 'Please give the identity card or the like first and this one under other documents.',
    },
  },
  'check/document-expired': {
    say: { zh: '“{kind}”的有效期到 {until}，已经过期。', en: '“{kind}” was valid until {until} and has expired.' },
    fix: {
      zh: '请核对有效期；已换领新证的，填写新证的有效期。',
      en: 'Please check the date; after a renewal give the new one.',
    },
  },
} satisfies Words
