import { expect, test } from 'vitest'
import type { Laid } from '../../src/model/page.ts'
import { allTexts, boxOf, form, laidOf, linesOf, overlap, type Rect } from './kit.ts'

/** Black things (rings and their words are grey) that lie in the box of a place. */
function inTheWay(laid: Laid): readonly string[] {
  return laid.slots.flatMap((slot) => {
    const items = laid.pages[slot.page - 1]?.items ?? []
    const texts = allTexts(laid).filter((text) => text.page === slot.page && text.grey === 0 && slot.kind !== 'date')
    const rect = (line: ReturnType<typeof linesOf>[number]): Rect => ({
      x: line.x1,
      y: line.y1,
      w: Math.max(line.x2 - line.x1, 1e-9),
      h: Math.max(line.y2 - line.y1, 1e-9),
    })
    return [
      ...texts.filter((text) => overlap(slot, boxOf(text))).map((text) => `${slot.id}: ${text.text}`),
      ...linesOf(items)
        .filter((line) => overlap(slot, rect(line)))
        .map((line) => `${slot.id}: line ${line.y1}`),
    ]
  })
}

const opinion = form(`<table><cols>20 120</cols>
  <row height="20"><cell head="yes" dir="vertical">单位推荐意见</cell><cell valign="bottom" padding="5">
    <p>同意推荐。</p><seal slot="P2"/><p align="right">负责人签字：<sign slot="sign" width="36"/>　<date slot="day" width="42"/></p>
  </cell></row></table>`)

test('a ring has its true size, its label and a clear box', () => {
  const laid = laidOf(opinion)
  const ring = laid.pages[0]?.items.find((item) => item.kind === 'circle')
  expect(ring).toMatchObject({ r: 21, grey: 0.72, width: 0.25, dash: [1.2, 1] })
  const grey = allTexts(laid).filter((item) => item.grey > 0)
  expect(grey.map((item) => item.text)).toEqual(['此处盖章：', '样例有限公司公章'])
  const seal = laid.slots.find((one) => one.id === 'P2')
  expect([seal?.w, seal?.h, seal?.diameter]).toEqual([46, 46, 42])
})

test('places are clear of text and lines', () => {
  expect(inTheWay(laidOf(opinion))).toEqual([])
})

test('the row grows so that the seal has its room', () => {
  const bottom = Math.max(...linesOf(laidOf(opinion).pages[0]?.items ?? []).map((line) => line.y2))
  expect(bottom).toBeGreaterThan(50 + 46)
})

test('the words of a ring stay inside it', () => {
  const laid = laidOf(opinion)
  const ring = laid.pages[0]?.items.find((item) => item.kind === 'circle')
  if (ring?.kind !== 'circle') throw new Error('no ring')
  for (const text of allTexts(laid).filter((item) => item.grey > 0)) {
    const box = boxOf(text)
    for (const [x, y] of [
      [box.x, box.y],
      [box.x + box.w, box.y],
      [box.x, box.y + box.h],
      [box.x + box.w, box.y + box.h],
    ] as const)
      expect(Math.hypot(x - ring.x, y - ring.y)).toBeLessThan(ring.r)
  }
})

test('print word leaves just the word in empty space', () => {
  const laid = laidOf(form('<seal slot="word"/>'))
  expect(laid.pages[0]?.items.some((item) => item.kind === 'circle')).toBe(false)
  expect(allTexts(laid).map((item) => item.text)).toEqual(['（公章）'])
  expect(laid.slots[0]).toMatchObject({ id: 'word', w: 46, h: 46 })
})

test('a seal that the platform sets has a label and no ring', () => {
  const laid = laidOf(form('<seal slot="e"/>'))
  expect(laid.pages[0]?.items.some((item) => item.kind === 'circle')).toBe(false)
  expect(
    allTexts(laid)
      .map((item) => item.text)
      .join(''),
  ).toBe('（电子签章：系统导出自带）')
})

test('a place to sign is a name and a line, a date three words with room between', () => {
  const sign = laidOf(form('<sign slot="sign" width="40"/>'))
  expect(allTexts(sign).map((item) => item.text)).toEqual(['单位负责人签字：'])
  expect(linesOf(sign.pages[0]?.items ?? []).map((line) => line.x2 - line.x1)).toEqual([40])
  expect(sign.slots[0]).toMatchObject({ id: 'sign', w: 40 })
  const day = laidOf(form('<date slot="day"/>'))
  expect(allTexts(day).map((item) => item.text)).toEqual(['年', '月', '日'])
})

test('a place inside a line has the width that was asked for', () => {
  const laid = laidOf(form('<p>签字：<sign slot="sign" width="25"/>（盖章）</p>'))
  const [before, after] = allTexts(laid)
  if (!before || !after) throw new Error('two')
  expect(after.x - (boxOf(before).x + boxOf(before).w)).toBeCloseTo(25, 6)
})

test('slots carry their page, form and copies', () => {
  const laid = laidOf(form('<page><p>甲</p></page><page><seal slot="P2"/></page>'))
  expect(laid.slots).toMatchObject([{ id: 'P2', page: 2, form: 't', copies: [{ copy: 'single', state: 'pending' }] }])
})

test('a seal is not parted from its box over a page end', () => {
  const laid = laidOf(form('<space height="170"/><seal slot="P2"/>'))
  expect(laid.slots[0]).toMatchObject({ page: 2, y: 50 })
})

test('a photo has a box with its word until there is one', () => {
  const laid = laidOf(form('<photo width="25" height="35"/>'))
  expect(laid.pages[0]?.items.find((item) => item.kind === 'rect')).toMatchObject({ w: 25, h: 35 })
  expect(allTexts(laid).map((item) => item.text)).toEqual(['照片'])
})

test('a tick box is a shape in its state', () => {
  const laid = laidOf(form('<p><check on="yes"/>无异议<check on="否"/><check on="half"/></p>'))
  const states = laid.pages[0]?.items.flatMap((item) => (item.kind === 'tick' ? [item.state] : []))
  expect(states).toEqual(['on', 'off', 'half'])
})
