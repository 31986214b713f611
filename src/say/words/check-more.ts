import type { Words } from './word.ts'

/** Words of the comparisons: one fact in two places, numbers, files, empty cells. */
export const moreCheckWords = {
  'check/employer-differs': {
    say: {
      zh: '现工作单位“{employer}”与工作经历中至今所在的单位“{work}”不一致。',
      en: 'The employer “{employer}” differs from the unit of the work that goes on, “{work}”.',
    },
    fix: {
      zh: '请核对两处，写同一个全称；单位更名或调动的，工作经历另起一段。',
      en: 'Please use one full name in both places; after a change of name or unit begin a new row of the work history.',
    },
  },
  'check/print-differs': {
    say: {
      zh: '这一页写的是“{label}：{value}”，卷宗里填写的却是“{fact}”。',
      en: 'This page says “{label}: {value}”, the dossier says “{fact}”.',
    },
    fix: {
      zh: '请对照原件核对两处：填写有误的改正；文字层识别有误或写的是别的人、别的事的，由单位人事部门核对后记录。',
      en: 'Please check both against the original and correct what is wrong; where the text layer is wrong or speaks of someone else, the personnel office records that.',
    },
  },
  'check/insured-elsewhere': {
    say: {
      zh: '{from} 至 {to}（{months} 个月）由“{insured}”缴纳社保，同期的工作经历第 {row} 行写的是“{work}”。',
      en: 'From {from} to {to} ({months} months) “{insured}” paid the insurance, but row {row} of the work history says “{work}”.',
    },
    fix: {
      zh: '请核对两处的单位名称和起止时间；总公司与分公司、劳务派遣或更名造成的，附情况说明或隶属证明。',
      en: 'Please check names and dates in both places; where a parent company, an agency or a changed name is the reason, add an explanation or a proof.',
    },
  },
  'check/owner-period': {
    say: {
      zh: '“{label}”是“{owner}”，这项成果的时间是 {begun} 至 {done}；工作经历第 {row} 行写的是 {from} 至 {to} 在该单位。',
      en: '“{label}” is “{owner}” and the result is of {begun} to {done}, but by row {row} of the work history the applicant was there from {from} to {to}.',
    },
    fix: {
      zh: '请对照证书和人事档案核对权利人、日期和工作经历；确实如此的，由单位人事部门核对后记录。',
      en: 'Please check owner, dates and work history against certificate and file; if it is so, the personnel office records it.',
    },
  },
  'check/file-person': {
    say: {
      zh: '文件名里的“{other}”像是另一个人的姓名，申报人是“{name}”。',
      en: 'The name of the file holds “{other}”, which looks like another person; the applicant is “{name}”.',
    },
    fix: {
      zh: '请打开文件，确认是申报人本人的材料，再把文件改名。',
      en: 'Please open the file, make sure that it is the applicant’s, and rename it.',
    },
  },
  'check/file-year': {
    say: {
      zh: '文件名写的是 {year} 年，这项业绩的时间是 {date}。',
      en: 'The name of the file says {year}, the achievement is of {date}.',
    },
    fix: {
      zh: '请确认没有放错文件，或者把文件改名。',
      en: 'Please make sure that it is the right file, or rename it.',
    },
  },
  'check/file-unit': {
    say: {
      zh: '文件名写的是“{unit}”，按工作经历第 {row} 行是 {from} 至 {to} 年所在的单位，这项业绩的时间是 {date}。',
      en: 'The name of the file says “{unit}”, the unit of {from} to {to} by row {row} of the work history; the achievement is of {date}.',
    },
    fix: {
      zh: '请确认没有放错文件，或者把文件改名。',
      en: 'Please make sure that it is the right file, or rename it.',
    },
  },
  'check/keeper-differs': {
    say: {
      zh: '档案存放机构类别是“所在单位”，名称“{keeper}”却不是现工作单位“{employer}”。',
      en: 'The file is said to be kept by the employer, but the name “{keeper}” is not that of the employer “{employer}”.',
    },
    fix: {
      zh: '请核对档案存放机构的类别和名称；由上级单位统一保管的，由单位人事部门核对后记录。',
      en: 'Please check kind and name of the keeper; if a parent unit keeps it, the personnel office records that.',
    },
  },
  'check/grounds-level': {
    say: {
      zh: '现职称是“{name}”，“相当于哪一级”填写的却是“{level}”。',
      en: 'The title held is “{name}”, but the level given for it is “{level}”.',
    },
    fix: { zh: '请对照职称证书核对名称和级别。', en: 'Please check both against the certificate.' },
  },
  'check/role-differs': {
    say: {
      zh: '本人作用“{name}”与排名 {rank}、总人数 {of} 对不上。',
      en: 'The role “{name}” does not go with rank {rank} of {of}.',
    },
    fix: {
      zh: '请按证书或署名顺序核对作用和排名；并列第一的，写明“共同”或“并列”。',
      en: 'Please check by the certificate or the order of names; say “共同” or “并列” where a first place is shared.',
    },
  },
  'check/year-twice': {
    say: {
      zh: '{year} 年度考核写了两次，等次分别是“{first}”和“{second}”。',
      en: 'The assessment of {year} is given twice, as “{first}” and as “{second}”.',
    },
    fix: { zh: '请对照考核结果核对年度，保留一条。', en: 'Please check the years and keep one.' },
  },
  'check/two-employers': {
    say: {
      zh: '{from} 至 {to}（{months} 个月）同时写了“{first}”和“{second}”两个单位。',
      en: 'From {from} to {to} ({months} months) two units are given, “{first}” and “{second}”.',
    },
    fix: {
      zh: '请核对起止时间；确有兼职或借调的，在岗位中写明。',
      en: 'Please check the dates; state a side job or a secondment in the post.',
    },
  },
  'check/insured-twice': {
    say: {
      zh: '{from} 至 {to}（{months} 个月）同时由“{first}”和“{second}”缴纳社保。',
      en: 'From {from} to {to} ({months} months) both “{first}” and “{second}” paid the insurance.',
    },
    fix: {
      zh: '请核对社保缴费记录；确有重复的，由单位人事部门核对是否属于兼职或挂靠，并记录核对结果。',
      en: 'Please check the record; if it is so, the personnel office makes sure that nobody applies in name only and records it.',
    },
  },
  'check/work-before-since': {
    say: {
      zh: '第一段工作从 {from} 开始，早于参加工作时间 {since}。',
      en: 'The first job began in {from}, before the date of starting work, {since}.',
    },
    fix: {
      zh: '请对照人事档案核对参加工作时间和这段经历。',
      en: 'Please check both dates against the personnel file.',
    },
  },
  'check/owner-differs': {
    say: {
      zh: '“{label}”是“{owner}”，既不是本人，也不是工作经历中的单位。',
      en: '“{label}” is “{owner}”: neither the applicant nor a unit of the work history.',
    },
    fix: {
      zh: '请对照证书核对权利人全称；由合作单位持有的，附能证明本人参与的材料。',
      en: "Please check the owner's full name on the certificate; if a partner owns it, add proof of the applicant's part.",
    },
  },
  'check/year-differs': {
    say: {
      zh: '“{text}”所含的年份与填写的时间（{date}）不一致。',
      en: 'The year in “{text}” differs from the date given ({date}).',
    },
    fix: {
      zh: '请对照封面或证书核对；两者确实不同的，由单位人事部门核对后记录。',
      en: 'Please check the cover or certificate; if they truly differ, the personnel office records it.',
    },
  },
  'check/number-digit': {
    say: {
      zh: '编号“{number}”的校验位不符，按其余数字应为 {digit}。',
      en: 'The check digit of “{number}” does not fit; by the other digits it would be {digit}.',
    },
    fix: { zh: '请对照证书或版权页逐位核对。', en: 'Please check each digit against the certificate or imprint.' },
  },
  'check/listed-twice': {
    say: {
      zh: '{kind}“{title}”与编号“{other}”的一条名称或证号相同。',
      en: 'The {kind} “{title}” has the title or number of the one with the id “{other}”.',
    },
    fix: {
      zh: '同一成果只列一次，多次获奖的保留最高一项；确为不同成果的，把名称写全。',
      en: 'List one result once, the highest of several awards; give the full titles if they are different.',
    },
  },
  'check/empty-cell': {
    say: { zh: '表格的“{label}”一栏还空着。', en: 'The cell “{label}” of the form is empty.' },
    fix: {
      zh: '请填写；没有内容的写“无”，不涉及的写“不适用”，不留空栏。',
      en: 'Please fill it in; write “无” or “不适用” where there is nothing.',
    },
  },
  'check/file-name': {
    say: {
      zh: '文件名“{name}”含有部分系统不接受的字符，或以点、空格结尾。',
      en: 'The name “{name}” holds characters that some systems refuse, or ends in a dot or blank.',
    },
    fix: {
      zh: '请改名，只用汉字、字母、数字、括号、短横和下划线。',
      en: 'Please rename it with characters, letters, digits, brackets, hyphens and underscores only.',
    },
  },
  'check/file-name-long': {
    say: {
      zh: '文件名有 {length} 个字，超过 {longest} 个字，上传时可能被截断。',
      en: 'The name has {length} characters, more than {longest}; an upload may cut it.',
    },
    fix: { zh: '请改短文件名，保留能认出内容的部分。', en: 'Please shorten it and keep what tells the content.' },
  },
  'check/file-name-twice': {
    say: {
      zh: '文件名与“{other}”只差大小写或全半角，在有的系统上会互相覆盖。',
      en: 'The name differs from “{other}” in case or width only; on some systems one replaces the other.',
    },
    fix: { zh: '请把其中一个改名。', en: 'Please rename one of them.' },
  },
  'check/file-large': {
    say: {
      zh: '文件约 {size} MB，超过 {largest} MB；服务平台的上传上限没有公开（未核实），可能传不上去。',
      en: 'The file is about {size} MB, over {largest} MB; the upload limit of the platform is not public (not verified), it may be refused.',
    },
    fix: {
      zh: '请只节选需要的页，或降低扫描分辨率（300 dpi 足够）后再放入。',
      en: 'Please keep the pages that are needed, or scan at 300 dpi.',
    },
  },
  'check/photo-kind': {
    say: {
      zh: '证件照的文件类型是 {kind}；照片规格没有公开（未核实），通常只收 JPG 或 PNG。',
      en: 'The photo is a {kind} file; its profile is not public (not verified), usually JPG or PNG are accepted.',
    },
    fix: { zh: '请换成 JPG 或 PNG 照片。', en: 'Please use a JPG or PNG picture.' },
  },
  'check/photo-lying': {
    say: { zh: '证件照的宽不小于高，可能是横放的。', en: 'The photo is not higher than wide; it may be lying.' },
    fix: { zh: '请换成竖放的近期免冠证件照。', en: 'Please use an upright recent photo.' },
  },
} satisfies Words
