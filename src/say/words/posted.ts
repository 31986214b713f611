import { returnedWords } from './returned.ts'
import type { Phrase, Words } from './word.ts'

/**
 * Words of what changed after the posting. A change that a new posting could put right
 * has four endings: as it is, too late for the deadline, a year without data, nothing posted yet.
 */

const ways: Readonly<Record<string, Phrase>> = {
  '': {
    zh: '或者重新公示满 {required} 个工作日，今天起重新公示最早 {again} 期满。',
    en: 'Or post again for {required} working days; started today, they end on {again} at the earliest.',
  },
  '-late': {
    zh: '重新公示须满 {required} 个工作日，今天起最早 {again} 期满，赶不上补正期限 {deadline}。',
    en: 'A new posting takes {required} working days and would end on {again} at the earliest, too late for the deadline {deadline}.',
  },
  '-no-year': {
    zh: '或者重新公示满 {required} 个工作日；{years} 年的放假安排还没有录入，最早期满的日期请自行推算。',
    en: 'Or post again for {required} working days; the holidays of {years} are not in the data, so work out its last day yourself.',
  },
  '-unposted': {
    zh: '还没有张贴的，重新运行 juanzong freeze 再张贴；已经张贴的，在 journal.yaml 补记 posted，要保留改动须重新公示满 {required} 个工作日。',
    en: 'If it does not hang yet, run juanzong freeze again and post that; if it does, record posted in journal.yaml: a change then takes a new posting of {required} working days.',
  },
}

/** One code in its four endings. */
function withWays(code: string, say: Phrase, first: Phrase): Words {
  const all = Object.entries(ways).map(([suffix, way]) => {
    const fix = { zh: `${first.zh}${way.zh}`, en: `${first.en} ${way.en}` }
    return [`${code}${suffix}`, { say, fix }] as const
  })
  return Object.fromEntries(all)
}

const factChanged = withWays(
  'posted/fact-changed',
  {
    zh: '公示快照 {snapshot}（{since}）之后，这一项由“{before}”改成了“{after}”。',
    en: 'Since the posted snapshot {snapshot} ({since}) this went from “{before}” to “{after}”.',
  },
  {
    zh: '请恢复为公示时的内容；只是更正笔误的，在 journal.yaml 记一条 corrected，写明 path、reason、before 和 after。',
    en: 'Please restore what was posted; if a slip was corrected, record it as corrected in journal.yaml with path, reason, before and after.',
  },
)
const itemAdded = withWays(
  'posted/item-added',
  {
    zh: '“{title}”是公示快照 {snapshot}（{since}）之后新增的，没有公示过。未经公示的材料不得补报。',
    en: '“{title}” was added after the posted snapshot {snapshot} ({since}) and never posted; what was not posted may not be added.',
  },
  { zh: '请撤下这一项及其材料。', en: 'Please leave it out with its papers.' },
)
const fileAdded = withWays(
  'posted/file-added',
  {
    zh: '文件“{file}”是公示快照 {snapshot}（{since}）之后新增的，没有公示过。未经公示的材料不得补报。',
    en: 'The file “{file}” was added after the posted snapshot {snapshot} ({since}) and never posted; what was not posted may not be added.',
  },
  { zh: '请撤下这份材料。', en: 'Please leave this paper out.' },
)
const fileChanged = withWays(
  'posted/file-changed',
  {
    zh: '文件“{file}”的内容与公示快照 {snapshot}（{since}）不同：SHA-256 由 {before}… 变为 {after}…。',
    en: 'The content of “{file}” is not that of the posted snapshot {snapshot} ({since}): SHA-256 {before}… became {after}….',
  },
  {
    zh: '请换回公示过的文件；只是同一页扫描得更清楚的，在 journal.yaml 记一条 corrected，path 写文件路径，before、after 写两个 SHA-256，并写明理由和经手人。',
    en: 'Please put back the posted file; if it is a clearer scan of the same page, record it as corrected in journal.yaml: path of the file, both SHA-256 as before and after, reason and person.',
  },
)
const pagesChanged = withWays(
  'posted/pages-changed',
  {
    zh: '文件“{file}”使用的页由第 {before} 页改成了第 {after} 页，有的页不在公示快照 {snapshot}（{since}）里。',
    en: 'The pages used of “{file}” went from {before} to {after}; some are not in the posted snapshot {snapshot} ({since}).',
  },
  { zh: '请恢复公示时的页码。', en: 'Please use the pages that were posted.' },
)

export const postedWords: Words = {
  ...factChanged,
  ...itemAdded,
  ...fileAdded,
  ...fileChanged,
  ...pagesChanged,
  'posted/fact-removed': {
    say: {
      zh: '公示快照 {snapshot}（{since}）里这一项是“{before}”，现在没有了。',
      en: 'In the posted snapshot {snapshot} ({since}) this was “{before}”; now it is gone.',
    },
    fix: {
      zh: '请确认是有意去掉的；不是的，恢复为公示时的内容。',
      en: 'Please make sure that it was left out on purpose; otherwise restore what was posted.',
    },
  },
  'posted/way-changed': {
    say: {
      zh: '公示快照 {snapshot}（{since}）记的公示方式是“{before}”，现在改成了“{after}”。',
      en: 'The posted snapshot {snapshot} ({since}) has “{before}” as the way of posting; now it is “{after}”.',
    },
    fix: {
      zh: '公示方式以当时张贴的为准，请改回；确实按新方式张贴过的，请核对公示记录。',
      en: 'What counts is how it hung; please change it back, or check the record of the posting.',
    },
  },
  'posted/item-removed': {
    say: {
      zh: '公示快照 {snapshot}（{since}）里的“{title}”现在没有了。',
      en: '“{title}” of the posted snapshot {snapshot} ({since}) is gone.',
    },
    fix: {
      zh: '撤下公示过的内容不用重新公示；不是有意撤下的，请恢复。',
      en: 'Leaving out what was posted needs no new posting; restore it if it was not meant.',
    },
  },
  'posted/file-removed': {
    say: {
      zh: '公示快照 {snapshot}（{since}）里的文件“{file}”现在没有了。',
      en: 'The file “{file}” of the posted snapshot {snapshot} ({since}) is gone.',
    },
    fix: {
      zh: '撤下公示过的材料不用重新公示；不是有意撤下的，请把原文件放回。',
      en: 'Leaving out a posted paper needs no new posting; put the file back if it was not meant.',
    },
  },
  'posted/file-moved': {
    say: {
      zh: '公示过的文件“{fileBefore}”改名为“{file}”，内容未变（公示快照 {snapshot}，{since}）。',
      en: 'The posted file “{fileBefore}” is now “{file}”; its content is the same (snapshot {snapshot}, {since}).',
    },
    fix: { zh: '不用处理。', en: 'Nothing to do.' },
  },
  'posted/file-reused': {
    say: {
      zh: '文件“{file}”的内容公示过，但在公示快照 {snapshot}（{since}）里属于另一处材料。',
      en: 'The content of “{file}” was posted, but for another part (snapshot {snapshot}, {since}).',
    },
    fix: {
      zh: '请核对它现在证明的内容是否公示过；认定后在 journal.yaml 记一条 judged，rule 写 posted/file-reused。',
      en: 'Please check whether what it proves now was posted; then record it as judged in journal.yaml with the rule posted/file-reused.',
    },
  },
  'posted/pages-fewer': {
    say: {
      zh: '文件“{file}”使用的页由第 {before} 页减为第 {after} 页，都在公示快照 {snapshot}（{since}）里。',
      en: 'The pages used of “{file}” went from {before} to {after}, all in the posted snapshot {snapshot} ({since}).',
    },
    fix: {
      zh: '撤下几页不用重新公示；不是有意的，请恢复。',
      en: 'Fewer pages need no new posting; restore them if it was not meant.',
    },
  },
  'posted/other-fact': {
    say: {
      zh: '公示快照 {snapshot}（{since}）之后，这一项由“{before}”改成了“{after}”；公示表上没有这一项。',
      en: 'Since the snapshot {snapshot} ({since}) this went from “{before}” to “{after}”; the posted sheet does not bear it.',
    },
    fix: {
      zh: '请核对是否有意改动，以及与公示过的内容是否一致；更正可在 journal.yaml 记一条 corrected。',
      en: 'Please check that it was meant and agrees with what was posted; a correction may be recorded as corrected in journal.yaml.',
    },
  },
  'posted/other-item': {
    say: {
      zh: '“{title}”是公示快照 {snapshot}（{since}）之后新增的；公示表上没有这一栏。',
      en: '“{title}” was added after the snapshot {snapshot} ({since}); the posted sheet does not bear it.',
    },
    fix: {
      zh: '请核对是否有意增加，以及与公示过的内容是否一致。',
      en: 'Please check that it was meant and agrees with what was posted.',
    },
  },
  'posted/corrected': {
    say: {
      zh: '公示快照 {snapshot}（{since}）之后的改动（“{before}”→“{after}”）已有更正记录 {event}：{reason}（{corrected}，{by}）。',
      en: 'The change since the posted snapshot {snapshot} ({since}), “{before}” → “{after}”, is recorded as correction {event}: {reason} ({corrected}, {by}).',
    },
    fix: {
      zh: '提交前请经手人再核对一次：更正只限同一事实或同一页。',
      en: 'Before submitting, please have the person check once more that it is the same fact or the same page.',
    },
  },
  'posted/correction-differs': {
    say: {
      zh: '更正记录 {event} 与现在的内容对不上：公示快照 {snapshot}（{since}）里是“{before}”，现在是“{after}”。',
      en: 'Correction {event} does not say what is there: “{before}” in the posted snapshot {snapshot} ({since}), “{after}” now.',
    },
    fix: {
      zh: '请核对改动（记录的理由：{reason}；{corrected}，{by}），另记一条 corrected，用 corrects 指向 {event}；文件须写出 before、after 两个 SHA-256，至少前 10 位。',
      en: 'Please check the change (reason on record: {reason}; {corrected}, {by}) and record another corrected that corrects {event}; for a file with both SHA-256 as before and after, ten digits at least.',
    },
  },
  'posted/snapshot-missing': {
    say: {
      zh: '记录中公示所用的快照 {id} 不在 snapshots 文件夹里，无法核对公示后有没有改动。',
      en: 'The snapshot {id} that the journal names is not in the folder snapshots; changes since the posting cannot be seen.',
    },
    fix: {
      zh: '请从备份或交接包里找回 snapshots/{id}；编号写错的，在 journal.yaml 另记一条更正。',
      en: 'Please restore snapshots/{id} from a backup or a hand-over; if the number is wrong, correct it with another event in journal.yaml.',
    },
  },
  'posted/snapshot-altered': {
    say: {
      zh: '公示快照 {snapshot} 的文件在冻结之后被改动过，与短码对不上。',
      en: 'The files of the snapshot {snapshot} were altered after they were frozen; they do not give its code.',
    },
    fix: {
      zh: '请从备份或成果包里找回 snapshots/{id}，并与张贴过的公示表上的短码核对。',
      en: 'Please restore snapshots/{id} from a backup or a bundle, and compare the code with the sheet that hung.',
    },
  },
  'posted/no-snapshot': {
    say: {
      zh: '公示（{on} 起）之前没有冻结过快照：公示的内容和材料就是现在要提交的，目前没有办法证明。未经公示的材料不得补报。',
      en: 'Nothing was frozen before the posting of {on}: that what hung is what is submitted now cannot be proved. What was not posted may not be added.',
    },
    fix: {
      zh: '请运行 juanzong freeze，从现在起的改动就能查出；公示时的内容由单位核对后在 journal.yaml 记一条 judged（rule 写 posted/no-snapshot），核对不了的，冻结后重新公示满 {required} 个工作日。',
      en: 'Please run juanzong freeze, so that changes from now on show; the unit compares with what hung and records it as judged with the rule posted/no-snapshot, or freezes and posts again for {required} working days.',
    },
  },
  'posted/frozen-late': {
    say: {
      zh: '公示从 {on} 开始，快照 {snapshot} 却是 {frozen} 才冻结的：最初几天公示的是否就是这些，没有办法证明。',
      en: 'The posting began on {on}, but the snapshot {snapshot} was frozen on {frozen}: whether the first days showed the same cannot be proved.',
    },
    fix: {
      zh: '请单位对照当时张贴的公示表核对，并在 journal.yaml 记一条 judged（rule 写 posted/frozen-late）；有出入的，重新公示。',
      en: 'The unit compares with the sheet that hung and records it as judged with the rule posted/frozen-late; if it differs, it is posted again.',
    },
  },
  'posted/procedure-updated': {
    say: {
      zh: '事项已更新：公示快照 {snapshot}（{since}）按“{before}”核对，现在是“{now}”。',
      en: 'The procedure was updated: the posted snapshot {snapshot} ({since}) was checked by “{before}”, now it is “{now}”.',
    },
    fix: {
      zh: '本报告按现在的事项核对；公示过的内容不因此改变。',
      en: 'This report goes by the procedure as it is now; what was posted is not changed by it.',
    },
  },
  'posted/proof-added': {
    say: {
      zh: '文件“{file}”是公示快照 {snapshot}（{since}）之后放入的。平台自动验证未通过的，须上传佐证材料（五（一））；未经公示的材料又不得补报，通知没有写明两者如何衔接。',
      en: 'The file “{file}” came after the posted snapshot {snapshot} ({since}). Where the check of the platform failed, proof is to be uploaded (五（一）); what was not posted may not be added. The notice does not say how the two go together.',
    },
    fix: {
      zh: '请单位人事部门向评委会办公室确认能否直接上传，并在 journal.yaml 记一条 judged（rule 写 posted/proof-added）；稳妥的做法是重新公示。',
      en: 'The personnel office asks the office of the committee whether it may be uploaded as it is and records it as judged with the rule posted/proof-added; to be safe, post again.',
    },
  },
  'posted/other-file': {
    say: {
      zh: '证件照“{file}”与公示快照 {snapshot}（{since}）里的不同；照片不进入公示。',
      en: 'The photo “{file}” is not the one of the snapshot {snapshot} ({since}); the photo is never posted.',
    },
    fix: { zh: '请确认照片是本人近期的即可。', en: 'Please make sure that it is a recent photo of the applicant.' },
  },
  ...returnedWords,
}
