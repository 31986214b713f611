import { slotsInBundle } from '../bundle/plan.ts'
import type { Case } from '../model/case.ts'
import { type Stage, stages } from '../model/finding.ts'
import type { Slot } from '../model/slot.ts'
import { inLang, phrase } from '../say/phrase.ts'
import type { FrameKey } from '../say/words/frame.ts'
import { placesOf } from './forms.ts'
import type { Source } from './lists.ts'

/** A row of the 盖章任务单, as its form prints it. */
export type Task = {
  readonly no: number
  readonly id: string
  readonly body: string
  readonly name: string
  readonly kind: string
  readonly where: string
  readonly copies: string
  readonly when: string
}

/**
 * Who seals, signs or dates what, in the order in which it happens: stage after stage, and within one along the route, the
 * applicant first.
 */
export function tasks({ case: c, made, merged }: Source): Task[] {
  const places = placesOf(made)
  const slots = merged ? slotsInBundle(places, merged.plan) : places
  const ordered = slots
    .map((slot) => ({ slot, key: keyOf(c, slot) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
  return ordered.map(({ slot }, index) => ({
    no: index + 1,
    id: slot.id,
    body: slot.bodyName,
    name: slot.name,
    kind: phrase(`slot.${slot.kind}` as FrameKey, 'zh'),
    where: whereOf(c, slot),
    copies: slot.copies.map(({ copy }) => copyName(c, copy)).join('、'),
    when: whenOf(slot),
  }))
}

// ---

function keyOf(c: Case, slot: Slot): string {
  const category = c.procedure.file.categories.find((one) => one.id === c.dossier.category)
  const bodies = c.procedure.file.routes.find((one) => one.id === category?.route)?.bodies ?? []
  const steps = [
    stages.indexOf(slot.stage as Stage),
    slot.body === 'applicant' ? 0 : bodies.includes(slot.body) ? bodies.indexOf(slot.body) + 1 : 90,
    c.procedure.file.forms.findIndex((form) => form.id === slot.form),
    slot.page,
    Math.round(slot.y),
    Math.round(slot.x),
  ]
  return [...steps.map((step) => String(step).padStart(4, '0')), slot.id].join(' ')
}

function whereOf(c: Case, slot: Slot): string {
  const form = c.procedure.file.forms.find((one) => one.id === slot.form)
  const args = {
    form: form ? inLang(form.name, 'zh') : slot.form,
    page: slot.page,
    x: Math.round(slot.x + slot.w / 2),
    y: Math.round(slot.y + slot.h / 2),
    bundle: slot.bundlePage ?? 0,
  }
  // Places on the platform's export are found by their cell: our coordinates hold for our own print only.
  const onto = slot.onto === 'ours' ? 'task.where' : 'task.where-export'
  return phrase(slot.bundlePage === undefined ? onto : `${onto}-bundle`, 'zh', args)
}

function copyName(c: Case, copy: string): string {
  const known = c.procedure.file.copies.find((one) => one.id === copy)
  return known ? inLang(known.name, 'zh') : copy === 'single' ? phrase('task.single', 'zh') : copy
}

function whenOf(slot: Slot): string {
  const stage = phrase(`stage.${slot.stage}` as FrameKey, 'zh')
  const text = phrase(`task.onto.${slot.onto}` as FrameKey, 'zh', { stage })
  return slot.optional ? text + phrase('task.optional', 'zh') : text
}
