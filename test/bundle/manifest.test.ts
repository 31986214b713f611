import fc from 'fast-check'
import { expect, test } from 'vitest'
import { manifestText, readManifest } from '../../src/bundle/manifest.ts'

const hash = 'ab'.repeat(32)

test('lines are sorted, two spaces, only LF, CR and % encoded', () => {
  const text = manifestText([
    { path: 'data/论文 50%.pdf', hash },
    { path: 'data/a\nb\rc', hash },
  ])
  expect(text).toBe(`${hash}  data/a%0Ab%0Dc\n${hash}  data/论文 50%25.pdf\n`)
})

test('property: what is written is read back', () => {
  const path = fc
    .string({ unit: 'binary', minLength: 1 })
    .filter((text) => !/^\s|^\*|^\.\//.test(text) && text.isWellFormed())
  fc.assert(
    fc.property(fc.uniqueArray(path, { minLength: 1 }), (paths) => {
      const lines = paths.map((one) => ({ path: `data/${one}`, hash }))
      const read = readManifest(manifestText(lines), 'sha256', true)
      expect(read.malformed).toEqual([])
      expect(read.lines.map((line) => line.path).sort()).toEqual(lines.map((line) => line.path).sort())
    }),
  )
})

test('lines of other makers: one space, tab, asterisk, upper case, CRLF, a leading ./', () => {
  const text = [`${hash.toUpperCase()} data/a`, `${hash}\tdata/b`, `${hash} *data/c`, `${hash}  ./data/d`].join('\r\n')
  const { lines, malformed, dotted } = readManifest(text, 'sha256', true)
  expect(lines).toEqual(['a', 'b', 'c', 'd'].map((name) => ({ path: `data/${name}`, hash })))
  expect([malformed, dotted]).toEqual([[], ['./data/d']])
})

test('lines that are none are counted by their number: short checksum, no path, blank', () => {
  const text = `${hash}  data/a\nabc  data/b\n${hash}\n\n${hash}  data/c\n`
  expect(readManifest(text, 'sha256', true).malformed).toEqual([2, 3, 4])
})

test('earlier versions of BagIt write paths as they are', () => {
  expect(readManifest(`${hash}  data/50%25`, 'sha256', false).lines[0]?.path).toBe('data/50%25')
})
