import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import JSZip from 'jszip'
import { describe, expect, test } from 'vitest'
import { wordBlank } from '../../examples/making/word-blank.ts'
import { openBlank } from '../../src/disk/blank.ts'
import { fillBlank } from '../../src/fill/blank.ts'
import { lintForms } from '../../src/fill/lint.ts'
import type { Blank } from '../../src/model/blank.ts'
import type { Case } from '../../src/model/case.ts'
import type { Dossier } from '../../src/model/dossier.ts'
import { writeBlank } from '../../src/write/docx-blank.ts'
import { caseIn, templates } from '../templates/folder.ts'
import { all, faultsOf, packageFaults, partsOf, treeOf } from '../write/ooxml.ts'

const id = 'recommendation'
const folder = join(templates, 'national-engineering-sample')
const sample = await caseIn(folder)
const shipped = await readFile(join(folder, 'forms', `${id}.docx`))

test('the blank of the second procedure is the one that its script makes', async () => {
  expect(Buffer.from(await wordBlank()).equals(shipped)).toBe(true)
  expect(shipped.length).toBeLessThan(20_000)
})

test('the shipped blank is as Word insists and lints', async () => {
  expect(await packageFaults(shipped)).toEqual([])
  expect(
    [...(await partsOf(shipped))].filter(([name]) => name === 'word/document.xml').flatMap(([, xml]) => faultsOf(xml)),
  ).toEqual([])
  expect(lintForms(sample.procedure).filter((one) => one.at.file?.endsWith('.docx'))).toEqual([])
})

test('facts stand in the cells of the blank, in the style of the placeholder, and everything else keeps its bytes', async () => {
  const bytes = await filled(sample)
  const [before, after] = [await partsOf(shipped), await partsOf(bytes)]
  for (const [name, xml] of before)
    if (name !== 'word/document.xml') expect([name, after.get(name)]).toEqual([name, xml])
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  const [old = '', now = ''] = [before.get('word/document.xml'), after.get('word/document.xml')]
  const apart = (xml: string) => xml.replace(/<w:t[ >][^<]*<\/w:t>/g, '<w:t/>')
  expect(apart(now)).toBe(apart(old))
  expect(lines(now)).toContain('卫样例')
  expect(lines(now)).toContain('1987.06')
  expect(lines(now)).toContain('副高级')
  expect(lines(now).join('')).not.toMatch(/\{\{|\}\}/)
})

test('the same blank and facts give the same bytes, with ZIP times of 1980', async () => {
  const [one, two] = [await filled(sample), await filled(sample)]
  expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
  const zip = await JSZip.loadAsync(one)
  expect(new Set(Object.values(zip.files).map((file) => file.date.getUTCFullYear()))).toEqual(new Set([1980]))
})

describe('placeholders', () => {
  test('a value is printed as it is: braces, markup and Word’s own marks', async () => {
    const name = '甲{{person.sex}}<w:t>&amp;"乙"\'`='
    expect(await text('<w:p><w:r><w:t>【{{person.name}}】</w:t></w:r></w:p>', named(name))).toEqual([`【${name}】`])
  })

  test('cut into runs, with a spelling mark between them', async () => {
    const xml =
      '<w:p><w:r><w:t>姓名{</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:rPr><w:b/></w:rPr><w:t>{person</w:t></w:r><w:r><w:t>.name}</w:t></w:r><w:r><w:t xml:space="preserve">}　{{ person.sex }}完</w:t></w:r></w:p>'
    expect(await text(xml, sample)).toEqual(['姓名卫样例　男完'])
  })

  test('with the round quotation marks that Word makes', async () => {
    expect(await text('<w:p><w:r><w:t>{{date person.birth “zh”}}</w:t></w:r></w:p>', sample)).toEqual(['1987年6月20日'])
  })

  test('a line break of a fact is one of Word’s', async () => {
    const [xml] = await document('<w:p><w:r><w:t>{{summary}}</w:t></w:r></w:p>', {
      ...sample,
      dossier: { ...sample.dossier, summary: '第一行\n第二行' },
    })
    expect(xml).toContain('第一行</w:t><w:br/><w:t xml:space="preserve">第二行')
  })

  test('a missing fact leaves its place empty', async () => {
    const dossier: Dossier = { format: sample.dossier.format, procedure: sample.dossier.procedure }
    expect(await text('<w:p><w:r><w:t>姓名：{{person.name}}。</w:t></w:r></w:p>', { ...sample, dossier })).toEqual([
      '姓名：。',
    ])
  })

  test('does not reach over the end of a paragraph, a break or a tab', async () => {
    const xml = '<w:p><w:r><w:t>{{person</w:t><w:tab/><w:t>.name}}</w:t></w:r></w:p>'
    expect(codes(await withBody(xml))).toEqual(['forms/blank-braces'])
  })
})

describe('lint', () => {
  test.each([
    ['a path that there is not', '{{person.nmae}}', ['forms/unknown-path']],
    ['a list', '{{work}}', ['forms/not-a-value']],
    ['a block', '{{#if (filled person.name)}}', ['forms/forbidden']],
    ['raw output', '{{{person.name}}}', ['forms/blank-braces']],
    ['no placeholder', '姓名', ['forms/blank-empty']],
    ['braces of full width', '｛｛person.name｝｝', ['forms/blank-empty']],
    ['an open brace', '{{person.name}', ['forms/blank-braces']],
  ])('%s', async (_, inner, expected) => {
    expect(codes(await withBody(`<w:p><w:r><w:t>${inner}</w:t></w:r></w:p>`))).toEqual(expected)
  })

  test('a sensitive fact in a posted blank', async () => {
    const c = await withBody('<w:p><w:r><w:t>{{person.name}}{{person.document.number}}</w:t></w:r></w:p>')
    expect(codes(posted(c))).toEqual(['forms/not-public'])
    expect(codes(c)).toEqual([])
  })
})

test('a file that is no Word file is not opened', async () => {
  expect(await openBlank(Buffer.from('not a zip'))).toBeUndefined()
  expect(
    await openBlank(new Uint8Array(await new JSZip().file('a.txt', 'a').generateAsync({ type: 'uint8array' }))),
  ).toBeUndefined()
})

describe('words across every page', () => {
  test('stand at the head, without anything else being moved', async () => {
    const bytes = await filled(sample, '样例 预览')
    expect(await packageFaults(bytes)).toEqual([])
    const parts = await partsOf(bytes)
    expect(faultsOf(parts.get('word/document.xml') ?? '')).toEqual([])
    const heads = [...parts].filter(([name]) => name.startsWith('word/header'))
    expect(heads.flatMap(([, xml]) => lines(xml))).toEqual(['样例 预览'])
    const body = (xml: string) => xml.slice(xml.indexOf('<w:body>'), xml.indexOf('<w:sectPr'))
    const plain = (await partsOf(await filled(sample))).get('word/document.xml') ?? ''
    expect(body(parts.get('word/document.xml') ?? '')).toBe(body(plain))
  })

  test('go into each head that the blank has', async () => {
    const c = await withBody('<w:p><w:r><w:t>{{person.name}}</w:t></w:r></w:p>')
    const word = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const head = `<w:hdr ${word}><w:p><w:r><w:t>本单位</w:t></w:r></w:p></w:hdr>`
    const blank = await withPart(c.procedure.blanks[id] as Blank, 'word/header1.xml', head)
    const bytes = await writeBlank(blank, {}, '预览')
    expect(lines((await partsOf(bytes)).get('word/header1.xml') ?? '')).toEqual(['预览', '本单位'])
  })
})

// ---

async function filled(c: Case, mark = ''): Promise<Uint8Array> {
  return writeBlank(c.procedure.blanks[id] as Blank, fillBlank(id, c), mark)
}

function named(name: string): Case {
  return { ...sample, dossier: { ...sample.dossier, person: { ...sample.dossier.person, name } } }
}

/** The case with another body in its blank. */
async function withBody(body: string, c: Case = sample): Promise<Case> {
  const old = c.procedure.blanks[id] as Blank
  const xml = (old.parts['word/document.xml'] ?? '').replace(/<w:body>.*(?=<w:sectPr)/s, `<w:body>${body}`)
  const blank = await withPart(old, 'word/document.xml', xml)
  const fields = c.procedure.fields.map((field) => ({ ...field, forms: field.forms?.filter((form) => form !== id) }))
  return { ...c, procedure: { ...c.procedure, fields, blanks: { [id]: blank } } }
}

async function withPart({ bytes, parts }: Blank, name: string, xml: string): Promise<Blank> {
  const zip = (await JSZip.loadAsync(bytes)).file(name, xml)
  return { bytes: await zip.generateAsync({ type: 'uint8array' }), parts: { ...parts, [name]: xml } }
}

function posted(c: Case): Case {
  const forms = c.procedure.file.forms.map((form) => (form.id === id ? { ...form, profile: 'public' as const } : form))
  return { ...c, procedure: { ...c.procedure, file: { ...c.procedure.file, forms } } }
}

function codes(c: Case): readonly string[] {
  const file = `forms/${id}.docx`
  return [
    ...new Set(
      lintForms(c.procedure)
        .filter((one) => one.at.file === file)
        .map((one) => one.code),
    ),
  ]
}

async function document(body: string, c: Case): Promise<readonly [string]> {
  const made = await filled(await withBody(body, c))
  return [(await partsOf(made)).get('word/document.xml') ?? '']
}

async function text(body: string, c: Case): Promise<readonly string[]> {
  const [xml] = await document(body, c)
  return lines(xml)
}

/** Texts of the paragraphs that have one. */
function lines(xml: string): readonly string[] {
  return all(treeOf(xml), 'w:p')
    .map((one) =>
      all(one, 'w:t')
        .map((run) => run.text)
        .join(''),
    )
    .filter((line) => line !== '')
}
