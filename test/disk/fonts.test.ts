import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { readFonts, readOwnFonts, surveyFonts } from '../../src/disk/fonts.ts'
import { exits } from '../../src/model/finding.ts'
import { refused, text } from './kit.ts'

function list(content: string): string {
  const sha256 = createHash('sha256').update(content).digest('hex')
  return `format: juanzong/fonts@1
files:
  - { key: a, file: A.ttf, package: '@x/y', path: 400/A_400.ttf, sha256: ${sha256}, licence: OFL-1.1, licenceFile: OFL.txt, licencePath: L, source: 样例 }
roles:
  song: { regular: [a], bold: [a] }
`
}

test('fonts come with their keys and roles', async () => {
  const fonts = await readFonts(memoryDisk({ 'f/fonts.yaml': list('font'), 'f/A.ttf': 'font' }), 'f')
  expect(fonts.files.map(({ key, bytes }) => [key, text(bytes)])).toEqual([['a', 'font']])
  expect(fonts.roles.song).toEqual({ regular: ['a'], bold: ['a'] })
})

test('a source tree takes them from the packages', async () => {
  const disk = memoryDisk({ 'f/fonts.yaml': list('font'), 'n/@x/y/400/A_400.ttf': 'font' })
  expect((await readFonts(disk, 'f', 'n')).files.length).toBe(1)
  expect((await refused(readFonts(disk, 'f'))).code).toBe('fonts/missing')
})

test('a missing font is refused', async () => {
  const { code, exit } = await refused(readFonts(memoryDisk({ 'f/fonts.yaml': list('font') }), 'f', 'n'))
  expect([code, exit]).toEqual(['fonts/missing', exits.font])
})

test('another byte in a font is refused', async () => {
  const { code, exit } = await refused(readFonts(memoryDisk({ 'f/fonts.yaml': list('font'), 'f/A.ttf': 'fonT' }), 'f'))
  expect([code, exit]).toEqual(['fonts/changed', exits.font])
})

test('a list that leads out of its folder is refused', async () => {
  const disk = memoryDisk({ 'f/fonts.yaml': list('font').replace('A.ttf', '../A.ttf'), 'A.ttf': 'font' })
  expect((await refused(readFonts(disk, 'f'))).code).toBe('fonts/missing')
})

test('a survey goes on where reading refuses', async () => {
  const state = async (files: Record<string, string>) =>
    (await surveyFonts(memoryDisk({ 'f/fonts.yaml': list('font'), ...files }), 'f')).fonts.map((font) => font.state)
  expect(await state({ 'f/A.ttf': 'font' })).toEqual(['right'])
  expect(await state({ 'f/A.ttf': 'fonT' })).toEqual(['changed'])
  expect(await state({})).toEqual(['missing'])
})

const own = { fang: { file: 'F.ttf' } }

test("a unit's font lies beside its unit.yaml, in the dossier or above", async () => {
  const above = await readOwnFonts(memoryDisk({ 'u/unit.yaml': '', 'u/F.ttf': 'above', 'u/d/F.ttf': 'in' }), 'u/d', own)
  const inside = await readOwnFonts(
    memoryDisk({ 'u/d/unit.yaml': '', 'u/F.ttf': 'above', 'u/d/F.ttf': 'in' }),
    'u/d',
    own,
  )
  expect([above, inside].map(([font]) => font && text(font.bytes))).toEqual(['above', 'in'])
  expect(above[0]).toMatchObject({ role: 'fang', file: 'F.ttf', face: 0, pinned: false })
})

test('a unit without fonts has none', async () => {
  expect(await readOwnFonts(memoryDisk({}), 'd')).toEqual([])
})

test('a font of the unit that is missing, leads out of the folder, or changed is refused', async () => {
  const disk = memoryDisk({ 'd/unit.yaml': '', 'd/F.ttf': 'font', 'x.ttf': 'x' })
  const code = async (font: { file: string; sha256?: string }) =>
    (await refused(readOwnFonts(disk, 'd', { fang: font }))).code
  expect(await code({ file: 'G.ttf' })).toBe('fonts/own-missing')
  expect(await code({ file: '../x.ttf' })).toBe('fonts/own-missing')
  expect(await code({ file: 'F.ttf', sha256: '0'.repeat(64) })).toBe('fonts/own-changed')
  const sha256 = createHash('sha256').update('font').digest('hex')
  expect(await readOwnFonts(disk, 'd', { fang: { file: 'F.ttf', sha256 } })).toMatchObject([{ pinned: true, sha256 }])
})
