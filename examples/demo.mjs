// The main job on examples/01-applicant, as `npm run demo` runs it after installing and building.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import { main, processIo } from '../dist/cli.js'

const folder = fileURLToPath(new URL('01-applicant', import.meta.url))
const here = relative(process.cwd(), folder) || '.'
const out = join(here, 'out')
const { today } = parse(readFileSync(join(folder, '../../templates/chongqing-green-low-carbon-2024/run.yaml'), 'utf8'))

rmSync(out, { recursive: true, force: true })
const steps = [
  ['check', here, '--today', today, '--out', out],
  ['bundle', here, '--today', today, '--out', out],
]
let exit = 0
for (const argv of steps) {
  console.log(`\n$ juanzong ${argv.join(' ')}`)
  exit = (await main(argv, processIo())) || exit
}

if (existsSync(out)) {
  const made = readdirSync(out, { recursive: true, encoding: 'utf8' }).map((name) => join(out, name))
  const show = (label, test) => {
    for (const path of made.filter(test)) console.log(`${label}：${path}`)
  }
  console.log('')
  show('合订本', (path) => path.endsWith('合订本.pdf'))
  show('成果包', (path) => path.endsWith('.zip'))
  show('检查报告', (path) => path.endsWith('findings.html') && !path.includes('成果包'))
}
process.exitCode = exit
