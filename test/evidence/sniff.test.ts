import { expect, test } from 'vitest'
import { nameDiffers, promisesPages, sniff } from '../../src/evidence/sniff.ts'
import type { FileKind } from '../../src/model/evidence.ts'
import * as make from '../fixtures/make-files.ts'

const text = (value: string) => new Uint8Array(Buffer.from(value, 'utf8'))
const latin1 = (value: string) => new Uint8Array(Buffer.from(value, 'latin1'))

const cases: readonly (readonly [string, FileKind, () => Uint8Array | Promise<Uint8Array>])[] = [
  ['nothing', 'empty', () => new Uint8Array()],
  ['a PDF', 'pdf', () => make.pdfBytes()],
  [
    'a PDF behind 1,000 bytes of junk',
    'pdf',
    async () => Buffer.concat([Buffer.alloc(1000, 7), await make.pdfBytes()]),
  ],
  ['a JPEG', 'jpeg', () => make.jpeg()],
  ['a PNG', 'png', () => make.png()],
  ['a TIFF of this machine', 'tiff', () => make.tiff3()],
  ['a TIFF of the other byte order', 'tiff', () => latin1('MM\0*\0\0\0\x08')],
  ['a BigTIFF', 'tiff', () => latin1('II+\0\x08\0\0\0')],
  ['a WebP', 'webp', () => make.held(1, 'webp')],
  ['a GIF', 'gif', () => make.gif2()],
  ['a HEIC', 'heic', () => latin1('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['an AVIF', 'heic', () => latin1('\0\0\0\x1cftypavif\0\0\0\0avifmif1')],
  ['a film', 'unknown', () => latin1('\0\0\0\x18ftypisom\0\0\0\0')],
  ['a BMP', 'bmp', () => latin1('BM\x36\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0')],
  ['a text that begins with BM', 'text', () => text('BMW 公司的证明')],
  ['a DOCX', 'docx', () => make.zip(['[Content_Types].xml', 'word/document.xml'])],
  ['an XLSX', 'xlsx', () => make.zip(['[Content_Types].xml', 'xl/workbook.xml'])],
  ['an OFD', 'ofd', () => make.zip(['OFD.xml', 'Doc_0/Document.xml'])],
  ['a ZIP', 'zip', () => make.zip(['a.txt', 'word/document.xml'])],
  ['half a ZIP', 'zip', async () => (await make.zip(['[Content_Types].xml', 'word/document.xml'])).slice(0, 60)],
  ['a text in UTF-8', 'text', () => text('第一行\n第二行\n')],
  ['a text in GB 18030', 'text', () => new Uint8Array([0xb5, 0xda, 0xd2, 0xbb, 0x0a])],
  ['a text in UTF-16', 'text', () => latin1('\xff\xfe\x2c\x7b')],
  ['an SVG', 'text', () => text('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a web page', 'text', () => text('<!doctype html><title>登录</title>')],
  ['random bytes', 'unknown', () => new Uint8Array([1, 2, 3, 4])],
]

test.each(cases)('%s is %s', async (_, kind, made) => {
  expect(sniff(await made())).toBe(kind)
})

test('a PDF header behind the first 1,024 bytes does not count', () => {
  expect(sniff(Buffer.concat([Buffer.alloc(1025, 0x41), Buffer.from('%PDF-1.7')]))).toBe('text')
})

test('a ZIP directory that points behind its own end is read without harm', async () => {
  const archive = Buffer.from(await make.zip(['[Content_Types].xml', 'word/document.xml']))
  archive.writeUInt32LE(0xfffffff0, archive.length - 6)
  expect(sniff(archive)).toBe('zip')
})

test.each<readonly [string, FileKind, boolean]>([
  ['a.pdf', 'jpeg', true],
  ['a.JPG', 'jpeg', false],
  ['a.jfif', 'jpeg', false],
  ['a.tif', 'tiff', false],
  ['a.png', 'text', true],
  ['a.zip', 'docx', false],
  ['a.docx', 'zip', true],
  ['a.bak', 'jpeg', false],
  ['a', 'jpeg', false],
  ['a.constructor', 'jpeg', false],
  ['a.pdf', 'empty', false],
])('%s with content %s differs: %s', (path, kind, differs) => {
  expect(nameDiffers(path, kind)).toBe(differs)
})

test('only pictures and PDFs promise pages', () => {
  expect(['a.pdf', 'a.heic', 'a.docx', 'a.txt', 'a'].map(promisesPages)).toEqual([true, true, false, false, false])
})
