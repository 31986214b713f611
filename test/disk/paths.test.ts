import { posix, win32 } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isJunk } from '../../src/disk/junk.ts'
import { checkPath, nameProblem, safeName } from '../../src/disk/paths.ts'

const good = [
  ['evidence/a.pdf', 'evidence/a.pdf'],
  ['evidence\\论文\\封面.jpg', 'evidence/论文/封面.jpg'],
  ['./evidence//a.pdf', 'evidence/a.pdf'],
  ['e\u0301.pdf', '\u00e9.pdf'],
  ['微信图片_20241012.jpg', '微信图片_20241012.jpg'],
  ['a..b/...c', 'a..b/...c'],
  ['CONTRACT.pdf', 'CONTRACT.pdf'],
  ['com10.txt', 'com10.txt'],
  ['·张三 (1).pdf', '·张三 (1).pdf'],
] as const
test.each(good)('%s is a path', (text, path) => {
  expect(checkPath(text)).toEqual({ ok: true, path })
})

const bad = [
  ['', 'disk/path-empty'],
  ['./', 'disk/path-empty'],
  ['../a', 'disk/path-above'],
  ['a/../../b', 'disk/path-above'],
  ['a\\..\\b', 'disk/path-above'],
  ['/etc/passwd', 'disk/path-absolute'],
  ['\\\\server\\share\\a', 'disk/path-absolute'],
  ['C:\\a', 'disk/path-absolute'],
  ['c:a', 'disk/path-absolute'],
  ['a\0b', 'disk/path-control'],
  ['a\nb', 'disk/path-control'],
  ['a\u202egpj.exe', 'disk/path-control'],
  ['a\u200b.pdf', 'disk/path-control'],
  ['a\ud800', 'disk/path-control'],
  ['a<b', 'disk/path-character'],
  ['a|b', 'disk/path-character'],
  ['a?', 'disk/path-character'],
  ['a*', 'disk/path-character'],
  ['a"b', 'disk/path-character'],
  ['a/b:stream', 'disk/path-character'],
  ['CON', 'disk/path-reserved'],
  ['x/nul.txt', 'disk/path-reserved'],
  ['com1.pdf', 'disk/path-reserved'],
  ['LPT\u00b9', 'disk/path-reserved'],
  ['aux .txt', 'disk/path-reserved'],
  ['a.', 'disk/path-end'],
  ['a /b', 'disk/path-end'],
  [`${'长'.repeat(236)}.pdf/x`, 'disk/path-long'],
] as const
test.each(bad)('%j is refused', (text, code) => {
  expect(checkPath(text)).toMatchObject({ ok: false, code })
})

const anyPath = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('..', '.', '/', '\\', 'C:', 'nul', 'a', '样'),
    ),
  )
  .map((parts) => parts.join(''))

test('what is a path stays inside its folder on Windows and elsewhere, and is its own normal form', () => {
  fc.assert(
    fc.property(anyPath, (text) => {
      const checked = checkPath(text)
      if (!checked.ok) return
      expect(win32.resolve('C:\\base', checked.path)).toBe(`C:\\base\\${checked.path.replaceAll('/', '\\')}`)
      expect(posix.resolve('/base', checked.path)).toBe(`/base/${checked.path}`)
      expect(checkPath(checked.path)).toEqual(checked)
    }),
    { numRuns: 3000 },
  )
})

test('a safe name is always a name, and short enough', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
      const name = safeName(text)
      expect(nameProblem(name)).toBeUndefined()
      expect([...name].length).toBeLessThanOrEqual(81)
    }),
    { numRuns: 3000 },
  )
})

const names = [
  ['张三', '张三'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['../../etc', '_.._etc'],
  ['张/三:的<文件>', '张_三_的_文件_'],
  ['  .隐藏', '隐藏'],
  ['CON', '_CON'],
  ['', '_'],
  ['a\u202eb\n', 'ab'],
] as const
test.each(names)('%j is named %j', (text, name) => {
  expect(safeName(text)).toBe(name)
})

const junkNames = [
  'Thumbs.db',
  'evidence/a/.DS_Store',
  '~$合同.docx',
  'x.PDF.crdownload',
  'a.part',
  '.tmp-juanzong-1-1',
  '__MACOSX/a/._b',
  'DESKTOP.INI',
]
test.each(junkNames)('%s is junk', (name) => {
  expect(isJunk(name)).toBe(true)
})

test.each(['合同.pdf', 'part.pdf', 'Thumbs.db.pdf', '情况说明.txt', 'a.tmp.pdf', '快捷方式.lnk'])(
  '%s is no junk',
  (name) => {
    expect(isJunk(name)).toBe(false)
  },
)
