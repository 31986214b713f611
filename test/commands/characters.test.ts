import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { layoutFindings } from '../../src/commands/forms.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { finding } from '../say/example.ts'
import { fontBytes } from '../write/kit.ts'
import { today } from './example.ts'
import { run } from './run.ts'
import { withSample } from './sample.ts'

/** U+20001 is in none of the fonts. */
const rare = [['name: 林样例', 'name: 林𠀁例']] as const

const codes = (out: string) =>
  JSON.parse(out)
    .findings.map((one: { code: string }) => one.code)
    .filter((code: string) => /^(characters|fonts)\//.test(code))

test('check names the character, the person and a font, before anything is drawn', async () => {
  await withSample(rare, async (folder) => {
    const { out, exit } = await run(['check', folder, '--today', today])
    expect(exit).toBe(1)
    expect(out).toContain('姓名\n    “林𠀁例”中的“𠀁”（U+20001，汉字扩展 B 区）')
    expect(out).toContain('simsunb.ttf')
  })
})

test('final ends with 4, names the place and writes nothing', async () => {
  await withSample(rare, async (folder) => {
    const { err, exit } = await run(['fill', folder, '--today', today, '--profile', 'final'])
    expect(exit).toBe(4)
    expect(err).toContain('姓名\n')
    expect(err).toContain('U+20001')
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })
})

test('what the check has named is not named again by the forms', () => {
  const missing = [...'𠀁𠀂'].map((char) => ({ char, codePoint: char.codePointAt(0) ?? 0, near: char }))
  const made = [
    { name: '表', laid: { pages: [], slots: [], bookmarks: [], missing, overfull: [] } },
  ] as unknown as Parameters<typeof layoutFindings>[0]
  const before = [finding({ code: 'characters/rare', args: { char: '𠀁' } })]
  expect(layoutFindings(made, before).map(({ args }) => args.char)).toEqual(['𠀂'])
  expect(layoutFindings(made).map(({ args }) => args.char)).toEqual(['𠀁', '𠀂'])
})

test("the unit's own font for rare characters draws it, and the bundle records the file and its right", async () => {
  await withSample(rare, async (folder) => {
    const font = withRare(fontBytes('noto-serif-400'))
    const sha256 = createHash('sha256').update(font).digest('hex')
    writeFileSync(join(folder, '生僻字.ttf'), font)
    addFont(folder, `rare: { file: 生僻字.ttf, sha256: ${sha256} }`)
    expect(codes((await run(['check', folder, '--today', today, '--json'])).out)).toEqual([])
    const out = join(folder, 'o')
    await run(['bundle', folder, '--today', today, '--profile', 'preview', '--out', out])
    const bag = join(out, '林𠀁例-成果包-预览')
    const { ownFonts } = JSON.parse(readFileSync(join(bag, 'report', 'run.json'), 'utf8'))
    expect(ownFonts).toEqual([
      {
        role: 'rare',
        file: '生僻字.ttf',
        face: 0,
        sha256,
        pinned: true,
        name: 'NotoSerif-Regular',
        embedding: 'installable',
        subset: true,
      },
    ])
    const review = await text(join(bag, 'data', 'forms', '职称评审表.pdf'))
    expect(review).toContain('林𠀁例')
    expect(review).not.toContain('〓')
  })
})

test('a font without digest, for preview only, or not to be cut is noted', async () => {
  await withSample([], async (folder) => {
    writeFileSync(join(folder, 'a.ttf'), licensed(fontBytes('noto-serif-400'), 0x104))
    addFont(folder, 'kai: { file: a.ttf }')
    expect(codes((await run(['check', folder, '--today', today, '--json'])).out).sort()).toEqual([
      'fonts/own-unpinned',
      'fonts/preview-print',
      'fonts/whole-only',
    ])
  })
})

test('a font whose licence forbids embedding is refused by name, also where no form needs it', async () => {
  await withSample([], async (folder) => {
    writeFileSync(join(folder, 'a.ttf'), licensed(fontBytes('noto-serif-400'), 2))
    addFont(folder, 'kai: { file: a.ttf }')
    const { exit, err } = await run(['check', folder, '--today', today])
    expect(exit).toBe(4)
    expect(err).toContain('字体文件“a.ttf”的许可标记不允许嵌入文件。')
  })
})

// ---

function addFont(folder: string, line: string) {
  const path = join(folder, 'unit.yaml')
  writeFileSync(path, `${readFileSync(path, 'utf8').trimEnd()}\nfonts:\n  ${line}\n`)
}

/** The font with the last glyphs of its cmap at U+20001. */
function withRare(bytes: Uint8Array): Uint8Array {
  const { copy, data, at } = table(bytes, 'cmap')
  for (let i = 0; i < data.getUint16(at + 2); i++) {
    const sub = at + data.getUint32(at + 4 + 8 * i + 4)
    if (data.getUint16(sub) !== 12) continue
    const last = sub + 16 + 12 * (data.getUint32(sub + 12) - 1)
    data.setUint32(last, 0x20001)
    data.setUint32(last + 4, 0x20001)
  }
  return copy
}

function licensed(bytes: Uint8Array, bits: number): Uint8Array {
  const { copy, data, at } = table(bytes, 'OS/2')
  data.setUint16(at + 8, bits)
  return copy
}

function table(bytes: Uint8Array, tag: string) {
  const copy = new Uint8Array(bytes)
  const data = new DataView(copy.buffer)
  return { copy, data, at: data.getUint32(Buffer.from(copy).indexOf(tag, 12, 'latin1') + 8) }
}

async function text(file: string): Promise<string> {
  const pdf = await (await openPdfium()).open(readFileSync(file))
  const all = Array.from({ length: pdf.pageCount }, (_, index) => pdf.text(index + 1)).join('\n')
  pdf.close()
  return all.replace(/\s/g, '')
}
