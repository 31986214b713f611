/**
 * Pages with known faults, made by rule from a seed: paper as the examples have it, as a scanner or a phone would give it, and
 * what may be wrong with it. `npx tsx test/evidence/faults.ts [pages] [seed]` prints the table of README.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { drawPaper } from '../../examples/making/paper.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { readFonts } from '../../src/disk/fonts.ts'
import { openHere } from '../../src/evidence/opener.ts'
import { look } from '../../src/evidence/survey.ts'
import { openPdfium } from '../../src/pdfium/pdfium.ts'
import { openFonts } from '../../src/write/fonts.ts'
import { writePdf } from '../../src/write/pdf.ts'

export const faults = ['blank-page', 'low-dpi', 'blurred', 'dark', 'skewed', 'cut-edge'] as const
export type Fault = (typeof faults)[number]

/** One made page: its bytes, and what is wrong with it. */
export type Made = { readonly bytes: Uint8Array; readonly faults: readonly Fault[]; readonly how: string }
/** Pages with the fault · those found · pages without it · those where it was found all the same. */
export type Score = { readonly with: number; readonly found: number; readonly without: number; readonly false: number }

/** Makes `count` pages, a third of them without fault, looks at each and counts. */
export async function measureFaults(
  count: number,
  seed: number,
): Promise<{ readonly scores: Readonly<Record<Fault, Score>>; readonly misses: readonly string[] }> {
  const opener = openHere(await openPdfium())
  const scores = Object.fromEntries(faults.map((fault) => [fault, { with: 0, found: 0, without: 0, false: 0 }]))
  const misses: string[] = []
  for await (const made of pages(count, seed)) {
    const file = await look('a.jpg', made.bytes, opener)
    const codes = file.findings.map(({ code }) => code.replace('evidence/', ''))
    for (const fault of faults) {
      const score = scores[fault]
      const [is, said] = [made.faults.includes(fault), codes.includes(fault)]
      // Of a blank page nothing else is said; what a fault brings with it is no false alarm.
      if (!score || (!is && brings(made.faults, fault))) continue
      score[is ? 'with' : 'without']++
      if (said) score[is ? 'found' : 'false']++
      if (is !== said) misses.push(`${fault} ${is ? 'not found' : 'false'}: ${made.how}`)
    }
  }
  return { scores: scores as Record<Fault, Score>, misses }
}

/** The same numbers for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export async function* pages(count: number, seed: number): AsyncGenerator<Made> {
  const next = chance(seed)
  const sheet = await printer()
  for (let at = 0; at < count; at++) {
    const fault = at % 3 === 0 ? undefined : faults[Math.floor(at / 3) % faults.length]
    yield await page(fault, next, sheet)
  }
}

/** Draws a made-up paper; one set of fonts for all. */
export async function printer(): Promise<Sheet> {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
  const fontFiles = await readFonts(realDisk(), join(root, 'fonts'), join(root, 'node_modules'))
  const fonts = openFonts(fontFiles.files, fontFiles.roles)
  const pdfium = await openPdfium()
  return async (title, lines, dpi) => {
    const pdf = await writePdf({ pages: [drawPaper({ title, lines, no: 1, of: 1 }, fonts)], title }, fonts)
    const file = await pdfium.open(pdf)
    const { width, height, data } = file.render(1, dpi)
    file.close()
    return { width, height, data: Buffer.from(data) }
  }
}

// ---

function brings(known: readonly Fault[], fault: Fault): boolean {
  if (known.includes('blank-page')) return true
  // Few pixels are soft pixels, and a page out of focus loses what touches the edge.
  return (fault === 'blurred' && known.includes('low-dpi')) || (fault === 'cut-edge' && known.includes('skewed'))
}

export type Raw = { readonly width: number; readonly height: number; readonly data: Buffer }
export type Sheet = (title: string, lines: readonly string[], dpi: number) => Promise<Raw>

async function page(fault: Fault | undefined, next: () => number, sheet: Sheet): Promise<Made> {
  const between = (from: number, to: number) => from + next() * (to - from)
  const pick = <const T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0]
  const dpi = fault === 'low-dpi' ? Math.round(between(70, 170)) : Math.round(between(205, 300))
  const title = pick(['结题报告', '获奖证书', '论文检索证明', '项目合同', '职称资格证书', '学时证明'])
  const lines = Array.from(
    { length: Math.floor(between(2, 14)) },
    (_, at) => `${at + 1}. 样例内容第 ${Math.floor(next() * 9000 + 1000)} 号`,
  )
  const paper = fault === 'blank-page' ? undefined : await sheet(title, lines, dpi)
  const size = paper ?? { width: Math.round(8.27 * dpi), height: Math.round(11.69 * dpi) }
  let made = paper ? rgb(paper) : sharp({ create: { ...size, channels: 3, background: '#f6f6f3' } })
  const how: string[] = [`${dpi} dpi ${title}`]
  const change = async (what: string, changed: Sharp) => {
    how.push(what)
    made = sharp(await changed.png({ compressionLevel: 0 }).toBuffer())
  }
  const straight = between(-0.9, 0.9)
  const angle = fault === 'skewed' ? between(2.6, 9) * pick([1, -1]) : straight
  const back = pick(['#f4f4f2', '#ffffff', '#6b5846', '#e8e4da'])
  if (paper) await change(`turned ${angle.toFixed(1)} on ${back}`, made.rotate(angle, { background: back }))
  if (fault === 'cut-edge') {
    const side = pick(['left', 'right', 'top'])
    await change(`cut ${side}`, made.extract(cutOut(size.width, size.height, side)))
  }
  if (fault === 'blurred') {
    const sigma = between(2.6, 6) * (dpi / 200)
    await change(`blurred ${sigma.toFixed(1)}`, made.blur(sigma))
  }
  const light = fault === 'dark' ? between(0.25, 0.5) : between(0.82, 1)
  await change(`light ${light.toFixed(2)}`, made.linear(light, fault === 'dark' ? 0 : between(0, 10)))
  if (next() < 0.4) await change('grain', await grained(made, next))
  if (next() < 0.3) made = made.greyscale()
  const quality = Math.round(between(55, 92))
  const bytes = await made.withMetadata({ density: dpi }).jpeg({ quality }).toBuffer()
  return { bytes: new Uint8Array(bytes), faults: fault ? [fault] : [], how: [...how, `q${quality}`].join(', ') }
}

/** As a hand that lays the sheet over the edge of the glass: the border runs through the writing. */
function cutOut(width: number, height: number, side: 'left' | 'right' | 'top') {
  const [x, y] = [Math.round(width * 0.19), Math.round(height * 0.134)]
  if (side === 'left') return { left: x, top: 0, width: width - x, height }
  if (side === 'right') return { left: 0, top: 0, width: Math.round(width * 0.586), height }
  return { left: 0, top: y, width, height: height - y }
}

function rgb({ width, height, data }: Raw): Sharp {
  return sharp(data, { raw: { width, height, channels: 4 } }).flatten({ background: '#ffffff' })
}

/** Noise of a sensor, some 12 levels up and down. */
async function grained(made: Sharp, next: () => number): Promise<Sharp> {
  const { data, info } = await made.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at++)
    data[at] = Math.max(0, Math.min(255, (data[at] ?? 0) + Math.round((next() - 0.5) * 24)))
  return sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [count = 300, seed = 20241008] = process.argv.slice(2).map(Number)
  const { scores, misses } = await measureFaults(count, seed)
  console.log(`seed ${seed}, ${count} pages`)
  for (const fault of faults) {
    const { with: has, found, without, false: alarms } = scores[fault]
    console.log(
      `| ${fault} | ${found} of ${has} found (${percent(found, has)}) | ${alarms} of ${without} false (${percent(alarms, without)}) |`,
    )
  }
  for (const miss of misses) console.log(miss)
}

function percent(part: number, whole: number): string {
  return `${whole ? Math.round((part / whole) * 1000) / 10 : 0} %`
}
