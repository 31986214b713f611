import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { realDisk } from '../../src/disk/disk.ts'
import { readDossier } from '../../src/disk/dossier.ts'
import { refused, scratch } from './kit.ts'

const linux = process.platform === 'linux'

async function folderWith(files: Record<string, string>): Promise<string> {
  const folder = await scratch()
  await mkdir(join(folder, 'evidence'))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}
const dossier = 'format: juanzong/dossier@1\nprocedure: x\n'

test.skipIf(!linux)('a link, a composed twin and a backslash in evidence are findings', async () => {
  const folder = await folderWith({
    'dossier.yaml': dossier,
    'evidence/\u00e9.pdf': '',
    'evidence/e\u0301.pdf': '',
    'evidence/a\\b.pdf': '',
  })
  await symlink('/etc/hostname', join(folder, 'evidence', 'host.pdf'))
  const read = await readDossier(realDisk(), folder)
  expect(read.findings.map(({ code, at }) => `${code} ${at.file}`)).toEqual([
    'disk/path-character evidence/a\\b.pdf',
    'disk/found-link evidence/host.pdf',
    'disk/twins evidence/\u00e9.pdf',
  ])
  expect(read.files.map(({ path }) => path)).not.toContain('evidence/host.pdf')
})

test.skipIf(!linux)('dossier.yaml itself may not be a link', async () => {
  const folder = await folderWith({ 'real.yaml': dossier })
  await symlink('real.yaml', join(folder, 'dossier.yaml'))
  expect((await refused(readDossier(realDisk(), folder))).code).toBe('disk/link')
})
