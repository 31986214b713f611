// Compiles src/ to dist/ and copies the few font files that the product needs (fonts/fonts.yaml names them).
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

const root = fileURLToPath(new URL('..', import.meta.url))
const require = createRequire(import.meta.url)
const dist = join(root, 'dist')

for (const old of ['cli.js']) rmSync(join(dist, old), { force: true })
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc')
const run = spawnSync(process.execPath, [tsc, '-p', join(root, '.dev', 'tsconfig.build.json')], { stdio: 'inherit' })
if (run.status !== 0) process.exit(run.status ?? 1)

mkdirSync(join(dist, 'fonts'), { recursive: true })
copyFileSync(join(root, 'fonts', 'fonts.yaml'), join(dist, 'fonts', 'fonts.yaml'))
for (const file of parse(readFileSync(join(root, 'fonts', 'fonts.yaml'), 'utf8')).files) {
  for (const [path, name] of [
    [file.path, file.file],
    [file.licencePath, file.licenceFile],
  ]) {
    const from = join(root, 'node_modules', file.package, path)
    const to = join(dist, 'fonts', name)
    if (!existsSync(to) || statSync(to).size !== statSync(from).size) copyFileSync(from, to)
  }
}
