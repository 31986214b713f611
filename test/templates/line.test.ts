import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check, later } from '../../src/check/check.ts'
import { realDisk } from '../../src/disk/disk.ts'
import { readProcedure } from '../../src/disk/procedure.ts'
import { readSample } from '../../src/disk/sample.ts'
import { claims } from '../../src/evidence/claims.ts'
import type { Case } from '../../src/model/case.ts'

/** The procedure and its sample through the tool's own readers. */
const packageTemplates = fileURLToPath(new URL('../../templates', import.meta.url))
const procedure = await readProcedure(realDisk(), 'chongqing-green-low-carbon-2024', { packageTemplates })
const sample = await readSample(realDisk(), procedure.folder)
const sentences = procedure.file.sections.flatMap((section) => section.sentences)

test('every rule, fact, slot and key that a sentence names exists', () => {
  const rules = new Set(procedure.rules.rules.map((rule) => rule.id))
  const facts = new Set(procedure.fields.map((field) => field.path))
  const slots = new Set(procedure.slots.slots.map((slot) => slot.id))
  for (const sentence of sentences) {
    const unknown = [
      ...(sentence.rules ?? []).filter((id) => !rules.has(id)),
      ...(sentence.fields ?? []).filter((path) => !facts.has(path)),
      ...(sentence.slots ?? []).filter((id) => !slots.has(id)),
      ...(sentence.data ?? []).filter((path) => at(procedure.file, path) === undefined),
    ]
    expect([sentence.id, unknown]).toEqual([sentence.id, []])
  }
})

test('every rule of a clause of the notice is named by a sentence', () => {
  const named = new Set(sentences.flatMap((sentence) => sentence.rules ?? []))
  const forgotten = procedure.rules.rules.filter((rule) => !rule.id.startsWith('表/') && !named.has(rule.id))
  expect(forgotten.map((rule) => rule.id)).toEqual([])
})

test('every slot of the notice is named by a sentence, and the others are marked as inferred', () => {
  const named = new Set(sentences.flatMap((sentence) => (sentence.slots ?? []).map(family)))
  const others = procedure.slots.slots.filter((slot) => !named.has(family(slot.id)))
  expect(others.filter((slot) => slot.grade === 'N')).toEqual([])
})

test('times of the routes are rules', () => {
  const rules = procedure.rules.rules.map((rule) => rule.id)
  const times = procedure.file.routes.map((route) => [route.id, route.times] as const)
  expect(rules).toEqual(expect.arrayContaining(times.flatMap(([, ids]) => ids)))
  expect(times.filter(([, ids]) => ids.length > 0).map(([id]) => id)).toEqual(['R3a', 'R3b', 'R3c', 'R4'])
})

test('the sample is clean at its stage: nothing is found', () => {
  expect(check(caseOf()).map(({ severity, code, rule, at }) => [severity, code, rule, at.path])).toEqual([])
})

test('on the day the posting began nothing could be submitted yet', () => {
  const events = sample.journal.events.filter((event) => event.on <= '2024-10-11')
  const posted = events.map((event) => (event.what === 'posted' ? { ...event, until: undefined } : event))
  const codes = check({ ...caseOf(), journal: { ...sample.journal, events: posted } }).map((finding) => finding.rule)
  expect(codes).toEqual(expect.arrayContaining(['四-二-3-1/workdays', '四-二-3-1/recommended']))
})

test('what the sample still has to do is what the notice has after the confirmation', () => {
  const stages = new Set(later(caseOf()).map((finding) => finding.stage))
  expect([...stages]).toEqual(['confirmed'])
})

// ---

function caseOf(): Case {
  const { dossier, journal, unit, run } = sample
  const files = run.files.map(({ path, kind, pages }) => ({
    path,
    kind,
    pages,
    size: 1,
    sha256: '0'.repeat(64),
    merged: true,
    findings: [],
  }))
  const found = claims(
    dossier,
    procedure.kinds,
    files.map((file) => file.path),
  )
  const inventory = { files, ...found }
  const posted = { snapshot: undefined, changes: [], findings: [] }
  return { dossier, journal, unit, procedure, inventory, today: run.today, stage: run.stage, posted }
}

/** `P2-head` → `P2` */
function family(slot: string): string {
  return slot.replace(/^(P\d+).*/, '$1')
}

/** The value at `windows.application`: keys, and rows of a list by their id. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => {
    if (Array.isArray(inner)) return inner.find((row: { readonly id?: string }) => row.id === key)
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined
  }, value)
}
