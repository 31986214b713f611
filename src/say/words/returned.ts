import type { Words } from './word.ts'

/** Words of items sent back (退回补正), and of `freeze`. */
export const returnedWords: Words = {
  'returned/item': {
    say: {
      zh: '{on} 退回的意见 {id} 还没有补正：“{text}”。补正期限 {deadline}；已提交 {count} 次，第 {last} 次提交仍不符合要求的，本次申报终止。',
      en: 'Item {id} of the return of {on} is open: “{text}”. Deadline {deadline}; submitted {count} times, and a submission number {last} that still fails ends the application.',
    },
    fix: {
      zh: '请补正后在 journal.yaml 里给这一条写 done: 是，或另记一条 corrected，path 写 {id}。',
      en: 'Please put it right, then write “done: 是” at the item in journal.yaml, or record a corrected whose path is {id}.',
    },
  },
  'returned/item-late': {
    say: {
      zh: '{on} 退回的意见 {id} 还没有补正：“{text}”。补正期限 {deadline} 已过；已提交 {count} 次（第 {last} 次为限）。逾期未补正的视为放弃申报。',
      en: 'Item {id} of the return of {on} is open: “{text}”. The deadline {deadline} has passed; submitted {count} times (of {last}). What is not corrected in time counts as given up.',
    },
    fix: {
      zh: '已按期补正的，请补记提交日期，给这一条写 done: 是，或另记一条 corrected，path 写 {id}；确已逾期的，请联系评委会办公室。',
      en: 'If it was done in time, record the submission and write “done: 是” at the item or a corrected whose path is {id}; otherwise contact the committee’s office.',
    },
  },
  'returned/item-open': {
    say: {
      zh: '{on} 退回的意见 {id} 还没有补正：“{text}”。没有记录补正期限；已提交 {count} 次，第 {last} 次提交仍不符合要求的，本次申报终止。',
      en: 'Item {id} of the return of {on} is open: “{text}”. No deadline is recorded; submitted {count} times, and a submission number {last} that still fails ends the application.',
    },
    fix: {
      zh: '请问清并记录补正期限；补正后给这一条写 done: 是，或另记一条 corrected，path 写 {id}。',
      en: 'Please ask for the deadline and record it; when it is put right, write “done: 是” at the item or record a corrected whose path is {id}.',
    },
  },
  'returned/item-plain': {
    say: {
      zh: '{on} 退回的意见 {id} 还没有补正：“{text}”。',
      en: 'Item {id} of the return of {on} is open: “{text}”.',
    },
    fix: {
      zh: '请补正后在 journal.yaml 里给这一条写 done: 是，或另记一条 corrected，path 写 {id}。',
      en: 'Please put it right, then write “done: 是” at the item in journal.yaml, or record a corrected whose path is {id}.',
    },
  },
  'freeze/errors-stand': {
    say: {
      zh: '还有 {count} 项错误，没有冻结公示快照。',
      en: '{count} errors stand; no snapshot was taken.',
    },
    fix: {
      zh: '公示后再改须重新公示，请先按 juanzong check {folder} --stage posting 的结果改好；确要照现状冻结，加 --force。',
      en: 'What is changed after the posting has to be posted again: first put right what juanzong check {folder} --stage posting says; --force freezes it as it is.',
    },
  },
  'freeze/journal': {
    say: {
      zh: 'journal.yaml 的写法使新的记录无法追加，没有冻结公示快照。',
      en: 'journal.yaml is written in a way that no event can be added to; no snapshot was taken.',
    },
    fix: {
      zh: '请把 events 写成每条以“- ”开头的列表，再运行一次。',
      en: 'Please write events as a list whose rows start with “- ”, and run it again.',
    },
  },
  'freeze/journal-changed': {
    say: {
      zh: 'journal.yaml 在冻结期间被别的程序改动，没有冻结公示快照。',
      en: 'Another program changed journal.yaml meanwhile; no snapshot was taken.',
    },
    fix: { zh: '请保存并关闭编辑器，再运行一次。', en: 'Please save, close the editor and run it again.' },
  },
}
