import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { memoryDisk } from '../../src/disk/disk.ts'
import { readFonts } from '../../src/disk/fonts.ts'
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
