import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { examine } from '../../src/commands/doctor.ts'
import type { Machine } from '../../src/commands/machine.ts'
import type { Settings } from '../../src/commands/settings.ts'
import { fontBytes } from '../write/kit.ts'
import { run } from './run.ts'

const machine: Machine = {
  node: '20.19.4',
  platform: 'linux',
  arch: 'x64',
  release: '6.1',
  offset: 480,
  locale: 'zh_CN.UTF-8',
  sm3: true,
  hasProgram: () => false,
  canWrite: () => true,
  whole: (path) => path,
  templates: join(tmpdir(), 'juanzong-no-procedures'),
}

async function doctor(folder: string, part: Partial<Machine> = {}) {
  const { exit, out } = await asked(folder, part, { json: true, lang: 'zh' })
  const json = JSON.parse(out)
  return { exit, json, codes: json.findings.map((one: { code: string }) => one.code) as string[] }
}

async function asked(folder: string, part: Partial<Machine>, how: Pick<Settings, 'json' | 'lang'>) {
  let out = ''
  const io = {
    out: (text: string) => {
      out += text
    },
    err: () => {},
    live: false,
  }
  const settings = { io, failOn: 'error', ...how } as unknown as Settings
  return { exit: await examine(folder, settings, { ...machine, ...part }), out }
}

async function inFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'juanzong-doctor-'))
  try {
    return await use(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a machine that will do has nothing to report', async () => {
  await inFolder(async (folder) => {
    const { json, codes } = await doctor(folder)
    expect(codes).toEqual([])
    expect(json).toMatchObject({ format: 'juanzong/doctor@1', offset: '+08:00', folder: { state: 'writable' } })
    expect(json.fonts.every((font: { state: string }) => font.state === 'right')).toBe(true)
  })
})

test.each([
  ['an old Node', { node: '20.18.9' }, 'doctor/node-old', 1],
  ['a folder that cannot be written', { canWrite: () => false }, 'doctor/folder-read-only', 1],
  ['no SM3', { sm3: false }, 'doctor/no-sm3', 0],
] as const)('%s is said', async (_, part, code, exit) => {
  await inFolder(async (folder) => {
    const seen = await doctor(folder, part)
    expect(seen.codes).toEqual([code])
    expect(seen.exit).toBe(exit)
  })
})

test.each(['20.19.0', '20.20.1', '22.1.0', '100.0.0'])('Node %s is not too old', async (node) => {
  await inFolder(async (folder) => expect((await doctor(folder, { node })).codes).toEqual([]))
})

test('a long path counts on Windows only', async () => {
  await inFolder(async (folder) => {
    const whole = () => 'C:\\'.padEnd(200, 'x')
    expect((await doctor(folder, { whole })).codes).toEqual([])
    const windows = await doctor(folder, { whole, platform: 'win32' })
    expect(windows.codes).toEqual(['doctor/path-long'])
    expect(windows.json.folder.length).toEqual({ used: 200, free: 59 })
  })
})

test('a folder that is not there is said', async () => {
  expect((await doctor(join(tmpdir(), 'juanzong-no-such'))).codes).toEqual(['doctor/folder-missing'])
})

const unit = (fonts: string) => `format: juanzong/unit@1\nfonts:\n${fonts}`

test('fonts of the unit are listed with what their licence bits allow', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, '仿宋.ttf'), fontBytes('noto-serif-400'))
    writeFileSync(join(folder, 'unit.yaml'), unit('  fang: { file: 仿宋.ttf }\n'))
    const { json, codes } = await doctor(folder)
    expect(codes).toEqual([])
    expect(json.own).toMatchObject([{ role: 'fang', file: '仿宋.ttf', embedding: 'installable', subset: true }])
    mkdirSync(join(folder, 'one'))
    writeFileSync(join(folder, 'one', 'dossier.yaml'), '')
    expect((await doctor(join(folder, 'one'))).json.own).toHaveLength(1)
  })
})

test.each([
  ['that is missing', '  fang: { file: no.ttf }\n', 'fonts/own-missing'],
  ['that is another', `  fang: { file: a.ttf, sha256: ${'0'.repeat(64)} }\n`, 'fonts/own-changed'],
  ['that is no font', '  fang: { file: unit.yaml }\n', 'fonts/unreadable'],
  ['without such a face', '  fang: { file: a.ttf, face: 2 }\n', 'fonts/no-face'],
])('a font of the unit %s ends with 4', async (_, fonts, code) => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'a.ttf'), fontBytes('noto-serif-400'))
    writeFileSync(join(folder, 'unit.yaml'), unit(fonts))
    const { exit, codes } = await doctor(folder)
    expect([exit, ...codes]).toEqual([4, code])
  })
})

test('a broken unit.yaml does not end the examination', async () => {
  await inFolder(async (folder) => {
    writeFileSync(join(folder, 'unit.yaml'), 'format: juanzong/unit@1\nnam: x\n')
    expect((await doctor(folder)).codes.length).toBeGreaterThan(0)
  })
})

test('people read Chinese or English, and nothing of the person at the machine', async () => {
  await inFolder(async (folder) => {
    const { out } = await run(['doctor', folder])
    expect(out).toMatch(/^程序\n/)
    expect(out).toContain('NotoSerifSC-Regular.ttf：完好，许可 OFL-1.1')
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^下一步：/)
    expect((await asked(folder, {}, { json: false, lang: 'en' })).out).toMatch(/^Program\n/)
    expect(out).toContain('chongqing-green-low-carbon-2024（版本 ')
    const home = userInfo().homedir
    const secrets = [hostname(), home.length > 3 ? home : undefined].filter((one) => one !== undefined && one !== '')
    for (const secret of secrets) expect(out).not.toContain(secret)
  })
})

test('a procedure with errors, or that cannot be read, is said', async () => {
  await inFolder(async (folder) => {
    mkdirSync(join(folder, 'mine'))
    writeFileSync(join(folder, 'mine', 'procedure.yaml'), 'format: x\n')
    const { json, codes, exit } = await doctor(folder, { templates: folder })
    expect([exit, ...codes]).toEqual([1, 'doctor/procedure-errors'])
    expect(json.procedures).toMatchObject([{ id: 'mine' }])
    expect(json.procedures[0].version).toBeUndefined()
  })
})

test('doctor starts no program and opens no connection', () => {
  const source = ['doctor', 'machine']
    .map((name) => readFileSync(new URL(`../../src/commands/${name}.ts`, import.meta.url), 'utf8'))
    .join('')
  expect(source).not.toMatch(/child_process|node:(net|http|https|dns)|fetch\(/)
})
