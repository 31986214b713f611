import { describe, expect, test } from 'vitest'
import type { Case } from '../../src/model/case.ts'
import { writeDocx } from '../../src/write/docx.ts'
import { withFacts } from '../templates/folder.ts'
import { all, faultsOf, packageFaults, partsOf, treeOf, value } from '../write/ooxml.ts'
import { differences } from './docx-compare.ts'
import { everyForm, procedures } from './every.ts'

/** A dossier of few facts, the sample, and one with far more than the forms have room for. */
const fullness: Readonly<Record<string, (c: Case) => Case>> = {
  short: (c) =>
    withFacts(c, {
      education: of(c, 'education').slice(0, 1),
      work: [],
      achievements: of(c, 'achievements').slice(0, 1),
    }),
  ordinary: (c) => c,
  overfull: (c) => {
    const { summary } = c.dossier
    const achievements = of(c, 'achievements').map((one) => {
      const longer = one.summary === undefined ? {} : { summary: one.summary.repeat(8) }
      return Object.assign({}, one, longer, { title: `${one.title ?? ''}${'及其在样例园区的推广应用'.repeat(6)}` })
    })
    const work = [...of(c, 'work'), ...of(c, 'work'), ...of(c, 'work')]
    return withFacts(c, { achievements, work, ...(summary && { summary: `${summary}\n`.repeat(4) }) })
  },
}

for (const sample of procedures) {
  describe.each(Object.entries(fullness))(`${sample.procedure.file.id}, %s`, (_, make) => {
    const forms = everyForm(make(sample))
    const named = forms.map((form) => [form.name, form.laid] as const)

    test.each(named)('%s says in Word what it says on paper, at the same place', async (_, laid) => {
      const document = treeOf((await partsOf(await docxOf(laid))).get('word/document.xml') ?? '')
      expect(differences(document, laid)).toEqual([])
    })

    test.each(named)('%s is as Word insists', async (_, laid) => {
      const bytes = await docxOf(laid)
      const parts = [...(await partsOf(bytes))].filter(([name]) => /^word\/[a-z0-9]+\.xml$/i.test(name))
      expect(parts.flatMap(([name, xml]) => faultsOf(xml).map((fault) => `${name}: ${fault}`))).toEqual([])
      expect(await packageFaults(bytes)).toEqual([])
    })

    test.each(named)('%s has the paper, the margins and the feet of the PDF', async (_, laid) => {
      const parts = await partsOf(await docxOf(laid))
      const { setup } = laid.arranged
      const sections = all(treeOf(parts.get('word/document.xml') ?? ''), 'w:sectPr')
      const [w = 0, h = 0] = [laid.pages[0]?.w, laid.pages[0]?.h].map((one) => Math.round(((one ?? 0) / 25.4) * 1440))
      for (const section of sections) {
        const [size, margin] = [all(section, 'w:pgSz')[0], all(section, 'w:pgMar')[0]]
        expect([value(size, 'w:w'), value(size, 'w:h')].map(Number)).toEqual(setup.halves ? [w / 2, h] : [w, h])
        const sides = [value(margin, 'w:left'), value(margin, 'w:right')].map((one) =>
          Math.round((Number(one) / 1440) * 254),
        )
        expect(sides.sort()).toEqual([setup.inner, setup.outer].map((one) => Math.round(one * 10)).sort())
      }
      const mirrored = all(treeOf(parts.get('word/settings.xml') ?? ''), 'w:mirrorMargins').length > 0
      expect(mirrored).toBe(setup.mirrored)
    })
  })
}

test('a text that is changed, left out or in another column is found', async () => {
  const laid = everyForm(procedures[0] as Case).find(({ form }) => form.id === 'publicity-a4')?.laid as Laid
  const xml = (await partsOf(await docxOf(laid))).get('word/document.xml') ?? ''
  const text = /<w:t [^>]*>([^<]{8,})</.exec(xml)?.[1] ?? ''
  expect(differences(treeOf(xml), laid)).toEqual([])
  expect(differences(treeOf(xml.replace(text, `${text.slice(1)}某`)), laid)).not.toEqual([])
  expect(differences(treeOf(xml.replace(text, '')), laid)).not.toEqual([])
  const wider = xml.replace(/<w:gridCol w:w="(\d+)"/, (_, width) => `<w:gridCol w:w="${Number(width) + 600}"`)
  expect(differences(treeOf(wider), laid)).not.toEqual([])
})

test('a Word file tells neither the person nor the time in its properties', async () => {
  for (const c of procedures) {
    for (const { laid } of everyForm(c)) {
      const parts = await partsOf(await docxOf(laid))
      const about = [...parts].filter(([name]) => name.startsWith('docProps/')).map(([, xml]) => xml)
      expect(about.join('')).not.toMatch(/dcterms:|\d{4}-\d{2}-\d{2}/)
      expect(about.join('')).not.toContain(c.dossier.person?.name)
    }
  }
})

// ---

type Laid = ReturnType<typeof everyForm>[number]['laid']

const written = new WeakMap<Laid, Promise<Uint8Array>>()

/** The file of a form, made once; the photo is one picture for all. */
function docxOf(laid: Laid): Promise<Uint8Array> {
  const known = written.get(laid) ?? made(laid)
  written.set(laid, known)
  return known
}

function made(laid: Laid): Promise<Uint8Array> {
  const photos = [...JSON.stringify(laid.arranged.blocks).matchAll(/"kind":"image","source":"([^"]+)"/g)]
  return writeDocx(laid.arranged, new Map(photos.map(([, source = '']) => [source, png])))
}

const png = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
)

/** A list of the dossier; one that is stated as empty is empty. */
function of<K extends 'education' | 'work' | 'achievements'>(c: Case, key: K) {
  const list = c.dossier[key]
  return (Array.isArray(list) ? list : []) as Extract<Case['dossier'][K], readonly unknown[]>[number][]
}
