import type { Phrase, Words } from './word.ts'

/** Words above the receipt; `{…}` are filled by `receiptText` of bundle/. */
export const receiptWords: Phrase = {
  zh: [
    '成果包回执',
    '',
    '成果包：{bundle}',
    '制作日期：{asOf}',
    '文件数：{files} 个，共 {bytes} 字节',
    '总校验码（SHA-256）：{topDigest}',
    '',
    '请把本回执与成果包分开保存（例如打印一份，或发到自己的邮箱）。以后核对：',
    'juanzong verify <成果包文件夹或 ZIP> --receipt <本文件>',
    '没有本软件时，计算成果包内 tagmanifest-sha256.txt 的 SHA-256，与上面的总校验码比较，',
    '再在成果包文件夹内运行 sha256sum -c tagmanifest-sha256.txt 和 sha256sum -c manifest-sha256.txt。',
  ].join('\n'),
  en: [
    'Receipt of a bundle',
    '',
    'Bundle: {bundle}',
    'Made on: {asOf}',
    'Files: {files}, {bytes} bytes in all',
    'Top digest (SHA-256): {topDigest}',
    '',
    'Keep this receipt apart from the bundle (print it, or mail it to yourself). To verify later:',
    'juanzong verify <bundle folder or ZIP> --receipt <this file>',
    'Without this program: the SHA-256 of tagmanifest-sha256.txt in the bundle must be the top digest above; then run',
    'sha256sum -c tagmanifest-sha256.txt and sha256sum -c manifest-sha256.txt in the folder of the bundle.',
  ].join('\n'),
}

const unsafe = {
  zh: '请不要解压或打开这个成果包，向提供者要一份重新生成的。',
  en: 'Do not unpack or open this bundle; ask whoever gave it to you for a new one.',
}
const compare = {
  zh: '请与原来的文件或另一份成果包比较，找出改动的原因；需要时重新取得一份。',
  en: 'Compare with the original or another copy of the bundle and find out why; get a new copy if needed.',
}
const again = {
  zh: '请用原来的软件重新生成，或向提供者要一份完整的。',
  en: 'Make it again with the program that made it, or ask for a complete copy.',
}
const prepare = {
  zh: '请在看图软件中打开并另存为 PNG，再放回原处。',
  en: 'Open it in a picture viewer, save it as PNG and put it back.',
}
const bug = {
  zh: '请重新运行一次；再次出现时，请把这条消息发给软件维护者（不要附上个人材料）。',
  en: 'Run it once more; if it comes back, send this message to the maintainers (without personal papers).',
}

/** Making a bundle. */
const making = {
  'bundle/no-pages': {
    say: { zh: '合订本没有任何一页。', en: 'The merged PDF would have no page at all.' },
    fix: { zh: '请先填写事实并放入佐证材料。', en: 'Fill in facts and add evidence first.' },
  },
  'bundle/too-many-pages': {
    say: {
      zh: '合订本共 {pages} 页，上限为 {most} 页。',
      en: 'The merged PDF would have {pages} pages; the limit is {most}.',
    },
    fix: {
      zh: '请对长文件只摘用需要的页，例如“合同.pdf#3-9”。',
      en: 'Use excerpts of long files, e.g. “contract.pdf#3-9”.',
    },
  },
  'bundle/pages-differ': {
    say: {
      zh: '这份材料检查时为 {planned} 页，合订时为 {pages} 页。',
      en: 'This file had {planned} pages when it was checked and {pages} when it was merged.',
    },
    fix: {
      zh: '请确认文件没有正在被修改或同步，再运行一次。',
      en: 'Make sure that nothing is changing or syncing the file, and run again.',
    },
  },
  'bundle/unreadable-pages': {
    say: { zh: '这份 PDF 的页面不能合并。', en: 'The pages of this PDF cannot be merged.' },
    fix: {
      zh: '请用 WPS 或浏览器打开它，打印或另存为新的 PDF，再放回原处。',
      en: 'Open it in a viewer, print or save it as a new PDF and put it back.',
    },
  },
  'bundle/odd-picture': {
    say: { zh: '这张图片的编码方式不能放进 PDF。', en: 'This picture is encoded in a way that a PDF cannot carry.' },
    fix: prepare,
  },
  'bundle/picture-size': {
    say: {
      zh: '这张图片实际为 {width}×{height} 像素，检查时为 {givenWidth}×{givenHeight} 像素。',
      en: 'This picture is {width}×{height} pixels; it was {givenWidth}×{givenHeight} when it was checked.',
    },
    fix: prepare,
  },
  'bundle/hostile-path': {
    say: {
      zh: '路径“{path}”不能放进成果包：其他电脑上打不开，或会指到文件夹之外。',
      en: 'The path “{path}” cannot stand in a bundle: other machines cannot open it, or it leads out of the folder.',
    },
    fix: {
      zh: '请改名：不用 \\ : * ? " < > | 和不可见字符，不以点或空格结尾，全路径不超过 230 个字符。',
      en: 'Rename it: without \\ : * ? " < > | and invisible characters, not ending in a dot or space, at most 230 characters in all.',
    },
  },
  'bundle/twins': {
    say: {
      zh: '“{first}”和“{second}”只有大小写或字符写法不同，在有的电脑上会互相覆盖。',
      en: '“{first}” and “{second}” differ only in case or composition; on some machines one replaces the other.',
    },
    fix: { zh: '请给其中一个改名。', en: 'Rename one of them.' },
  },
  'bundle/no-payload': {
    say: { zh: '成果包里没有内容文件。', en: 'The bundle has no payload.' },
    fix: again,
  },
  'bundle/changed-while-read': {
    say: { zh: '“{path}”在读取期间被改动。', en: '“{path}” changed while it was being read.' },
    fix: {
      zh: '请关闭正在使用它的程序，暂停网盘同步，再运行一次。',
      en: 'Close the programs that use it, pause syncing, and run again.',
    },
  },
  'bundle/no-sm3': {
    say: {
      zh: '本机的 Node 不带 SM3，成果包只有 SHA-256 清单。',
      en: 'Node on this machine has no SM3; the bundle has SHA-256 manifests only.',
    },
    fix: {
      zh: '不影响使用；需要 SM3 清单时，请换用官方发布的 Node 再生成。',
      en: 'It works all the same; if SM3 manifests are needed, use Node from its official release.',
    },
  },
  'bundle/written-differs': {
    say: {
      zh: '写好的成果包读回来与清单不符：“{path}”。',
      en: 'The bundle that was written does not read back as it should: “{path}”.',
    },
    fix: bug,
  },
} satisfies Words

/** Verifying one. */
const verifying = {
  'bundle/changed': {
    say: { zh: '“{path}”的内容与清单不符，已被改动。', en: '“{path}” is not what the manifest says: it was changed.' },
    fix: compare,
  },
  'bundle/missing': {
    say: { zh: '清单中的“{path}”不在成果包里。', en: '“{path}” is in the manifest but not in the bundle.' },
    fix: compare,
  },
  'bundle/unexpected': {
    say: { zh: '“{path}”不在清单中，是后来放进来的。', en: '“{path}” is in no manifest: it was added later.' },
    fix: {
      zh: '请移出成果包；确属成果的，请在卷宗中补上后重新生成。',
      en: 'Take it out; if it belongs there, add it to the dossier and make the bundle again.',
    },
  },
  'bundle/renamed': {
    say: { zh: '清单中的“{path}”现在名为“{other}”。', en: '“{path}” of the manifest is now called “{other}”.' },
    fix: { zh: '请改回原来的名字。', en: 'Give it its name back.' },
  },
  'bundle/unsafe-path': {
    say: { zh: '路径“{path}”指到成果包之外。', en: 'The path “{path}” leads out of the bundle.' },
    fix: unsafe,
  },
  'bundle/not-a-file': {
    say: { zh: '“{path}”是链接或设备，不是文件。', en: '“{path}” is a link or a device, not a file.' },
    fix: unsafe,
  },
  'bundle/unreadable-entry': {
    say: { zh: '“{path}”读不完整。', en: '“{path}” cannot be read whole.' },
    fix: compare,
  },
  'bundle/no-manifest': {
    say: {
      zh: '没有内容清单（manifest-….txt），无法核对内容。',
      en: 'There is no payload manifest (manifest-….txt), so nothing can be verified.',
    },
    fix: again,
  },
  'bundle/malformed-manifest': {
    say: {
      zh: '清单“{manifest}”第 {line} 行不是“校验码 路径”的写法（共 {count} 行如此）。',
      en: 'Line {line} of “{manifest}” is not “checksum path” (lines like it: {count}).',
    },
    fix: again,
  },
  'bundle/listed-twice': {
    say: { zh: '“{path}”在清单中出现两次。', en: '“{path}” is listed twice.' },
    fix: again,
  },
  'bundle/listed-twin': {
    say: {
      zh: '清单中的“{second}”与“{first}”只有大小写或字符写法不同，成果包里只有后者。',
      en: '“{second}” of the manifest differs from “{first}” only in case or composition; only the latter is there.',
    },
    fix: again,
  },
  'bundle/not-listed': {
    say: { zh: '清单“{manifest}”漏列“{path}”。', en: '“{path}” is missing from “{manifest}”.' },
    fix: again,
  },
  'bundle/dotted-path': {
    say: { zh: '清单中的“{path}”以“./”开头。', en: '“{path}” is written with a leading “./”.' },
    fix: { zh: '不影响核对；其他软件可能不认。', en: 'It was verified all the same; other programs may refuse it.' },
  },
  'bundle/no-declaration': {
    say: { zh: '没有 bagit.txt，不是 BagIt 成果包。', en: 'There is no bagit.txt: this is not a BagIt bag.' },
    fix: {
      zh: '请选择成果包的文件夹（里面有 bagit.txt）或它的 ZIP。',
      en: 'Choose the folder of the bundle (with bagit.txt in it) or its ZIP.',
    },
  },
  'bundle/bad-declaration': {
    say: {
      zh: 'bagit.txt 不是“BagIt-Version: 1.0”和“Tag-File-Character-Encoding: UTF-8”两行。',
      en: 'bagit.txt is not the two lines “BagIt-Version: 1.0” and “Tag-File-Character-Encoding: UTF-8”.',
    },
    fix: again,
  },
  'bundle/oxum-differs': {
    say: {
      zh: 'bag-info.txt 记载的字节数和文件数为 {stated}，实际为 {found}。',
      en: 'bag-info.txt states {stated} (bytes.files); there are {found}.',
    },
    fix: compare,
  },
  'bundle/receipt-differs': {
    say: {
      zh: '总校验码与回执不符：回执为 {expected}，成果包为 {found}。',
      en: 'The top digest is not that of the receipt: {expected} expected, {found} found.',
    },
    fix: {
      zh: '请确认回执属于这个成果包；属于的，成果包在出具回执后被改动过，请使用回执对应的原件。',
      en: 'Make sure that the receipt belongs to this bundle; if it does, the bundle was changed after it was issued: use the original.',
    },
  },
} satisfies Words

/** Reading a ZIP. */
const zips = {
  'bundle/not-a-zip': {
    say: { zh: '这不是完整的 ZIP 文件。', en: 'This is not a whole ZIP file.' },
    fix: {
      zh: '请重新下载或复制一份，核对大小后再试。',
      en: 'Download or copy it again, compare its size, and try once more.',
    },
  },
  'bundle/zip-name': {
    say: { zh: 'ZIP 中有一个文件名不是 UTF-8：“{path}”。', en: 'A file name in the ZIP is not UTF-8: “{path}”.' },
    fix: unsafe,
  },
  'bundle/zip-twins': {
    say: {
      zh: 'ZIP 中“{second}”与“{first}”重名，或只有大小写、字符写法不同。',
      en: 'In the ZIP “{second}” has the name of “{first}”, or differs only in case or composition.',
    },
    fix: unsafe,
  },
  'bundle/zip-link': {
    say: { zh: 'ZIP 中的“{path}”是链接或设备。', en: '“{path}” in the ZIP is a link or a device.' },
    fix: unsafe,
  },
  'bundle/zip-encrypted': {
    say: { zh: 'ZIP 中的“{path}”加了密码。', en: '“{path}” in the ZIP is encrypted.' },
    fix: { zh: '请向提供者要一份不加密码的。', en: 'Ask for a copy without a password.' },
  },
  'bundle/zip-method': {
    say: {
      zh: 'ZIP 中的“{path}”用了不支持的压缩方式。',
      en: '“{path}” in the ZIP is compressed in a way that is not supported.',
    },
    fix: again,
  },
  'bundle/zip-bomb': {
    say: { zh: 'ZIP 中的“{path}”解压后大得不合常理。', en: '“{path}” in the ZIP would unpack to an impossible size.' },
    fix: unsafe,
  },
  'bundle/zip-header': {
    say: { zh: 'ZIP 中“{path}”的两处记录互相矛盾。', en: 'The ZIP says two different things about “{path}”.' },
    fix: unsafe,
  },
  'bundle/zip-gap': {
    say: { zh: 'ZIP 里有不属于任何文件的数据。', en: 'The ZIP holds bytes that belong to no file.' },
    fix: { zh: '不影响核对；但它已不是原样。', en: 'It was verified all the same; but it is not as it was made.' },
  },
  'bundle/zip-overlap': {
    say: { zh: 'ZIP 中的文件互相重叠。', en: 'Files in the ZIP overlap each other.' },
    fix: unsafe,
  },
} satisfies Words

export const bundleWords = { ...making, ...verifying, ...zips } satisfies Words
