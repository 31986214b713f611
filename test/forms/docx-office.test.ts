import { spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { writeDocx } from '../../src/write/docx.ts'
import { everyForm, procedures } from './every.ts'

const there = spawnSync('soffice', ['--version']).status === 0
const full = process.env.TEST_SCALE === 'full'
const folder = await mkdtemp(join(tmpdir(), 'docx-office-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A few kinds of page unless TEST_SCALE=full: turned A3, both sides with a cover, one page that is filled. */
const few = ['publicity-a3', 'review', 'confirmation']

test.skipIf(!there)(
  'a Word file has as many pages in LibreOffice as the PDF, blank backs left out (skipped without soffice)',
  async () => {
    const forms = procedures.flatMap((c) => everyForm(c)).filter(({ form }) => full || few.includes(form.id))
    const due: Record<string, number> = {}
    for (const [i, { laid }] of forms.entries()) {
      const name = `form-${i}`
      due[`${name} ${laid.arranged.title}`] = laid.pages.filter((page) => page.items.length > 0).length
      const blocks = JSON.parse(JSON.stringify(laid.arranged.blocks).replace(/"source":"[^"]+"/g, '"source":""'))
      await writeFile(join(folder, `${name}.docx`), await writeDocx({ ...laid.arranged, blocks }))
    }
    await convert(forms.map((_, i) => join(folder, `form-${i}.docx`)))
    const pdfium = await openPdfium()
    const found: Record<string, number> = {}
    for (const [i, { laid }] of forms.entries()) {
      const pdf = await pdfium.open(new Uint8Array(await readFile(join(folder, 'pdf', `form-${i}.pdf`))))
      found[`form-${i} ${laid.arranged.title}`] = pdf.pageCount
      pdf.close()
    }
    expect(found).toEqual(due)
  },
  600_000,
)

// ---

/** The Windows names stand for the fonts that the PDF is drawn with, so that lines break alike. */
async function convert(files: readonly string[]): Promise<void> {
  const packages = join(import.meta.dirname, '../../node_modules/@expo-google-fonts')
  const names = { 宋体: 'Noto Serif SC', 仿宋: 'Noto Serif SC', 楷体: 'Noto Serif SC', 黑体: 'Noto Sans SC' }
  const matches = Object.entries(names).map(
    ([from, to]) =>
      `<match target="pattern"><test name="family"><string>${from}</string></test><edit name="family" mode="assign" binding="same"><string>${to}</string></edit></match>`,
  )
  const dirs = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold', 'noto-sans-sc/400Regular', 'noto-sans-sc/700Bold']
  const lists = [...dirs.map((dir) => join(packages, dir)), '/usr/share/fonts/truetype'].map(
    (dir) => `<dir>${dir}</dir>`,
  )
  const cache = `<cachedir>${join(folder, 'cache')}</cachedir>`
  const config = join(folder, 'fonts.conf')
  await writeFile(config, `<?xml version="1.0"?><fontconfig>${lists.join('')}${cache}${matches.join('')}</fontconfig>`)
  await mkdir(join(folder, 'pdf'))
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`
  const options = ['--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'pdf')]
  const run = spawnSync('soffice', [profile, ...options, ...files], {
    env: { ...process.env, FONTCONFIG_FILE: config },
  })
  if (run.status !== 0) throw new Error(run.stderr.toString())
}
