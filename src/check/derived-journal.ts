import type { Case } from '../model/case.ts'
import type { EventOf, JournalEvent } from '../model/journal.ts'
import { addDays, addMonths } from './dates.ts'
import type { Derived } from './derived.ts'
import { routeOf, row } from './derived-case.ts'
import { eventsOf, lastOf, lastPosting, standing } from './events.ts'
import { addWorkdays, workdays } from './workdays.ts'

/** Facts that follow from the journal. An event that is not recorded leaves its facts unknown; a count is always known. */
export const journalRows: readonly Derived[] = [
  row('posting.count', 'whole', '公示次数', 'postings so far', [], (c) => eventsOf(c.journal, 'posted').length),
  row('posting.on', 'day', '公示起始日', 'posted on', [], (c) => lastPosting(c.journal).posted?.on),
  row('posting.until', 'day', '公示截止日', 'posted until', [], until),
  row('posting.workdays', 'whole', '公示工作日数', 'working days on the wall', [], (c) => days(c, ours(c))),
  row(
    'posting.workdaysOther',
    'whole',
    '公示工作日数（另一种算法）',
    'working days on the wall, other reading',
    [],
    (c) => days(c, !ours(c)),
  ),
  row(
    'posting.required',
    'whole',
    '公示最少工作日数',
    'least working days',
    [],
    (c) => c.procedure.file.posting.workdays,
  ),
  row('posting.enoughOn', 'day', '最早可结束公示的日期', 'earliest end', [], (c) => enough(c, ours(c))),
  row('posting.enoughOnOther', 'day', '最早可结束公示的日期（另一种算法）', 'earliest end, other reading', [], (c) =>
    enough(c, !ours(c)),
  ),
  row(
    'posting.places[]',
    'text',
    '公示地点',
    'places of the posting',
    [],
    (c) => lastPosting(c.journal).posted?.places,
  ),
  row('posting.result', 'id', '公示结果', 'result of the posting', [], (c) => lastPosting(c.journal).ended?.result),

  row('submission.count', 'whole', '已提交次数', 'submissions so far', [], submissions),
  row(
    'submission.last',
    'whole',
    '最后一次提交机会的次数',
    'last submission allowed',
    [],
    (c) => c.procedure.file.returns?.lastSubmission,
  ),
  row('submission.on', 'day', '最近一次提交日期', 'last submitted on', [], (c) => lastOf(c.journal, 'submitted')?.on),
  row(
    'submission.firstOn',
    'day',
    '首次提交日期',
    'first submitted on',
    [],
    (c) => eventsOf(c.journal, 'submitted')[0]?.on,
  ),
  row('submission.left', 'whole', '剩余提交次数', 'submissions left', [], left),
  row(
    'originals.count',
    'whole',
    '原件核对次数',
    'checks of the originals so far',
    [],
    (c) => eventsOf(c.journal, 'originals-checked').length,
  ),
  row(
    'originals.on',
    'day',
    '原件核对日期',
    'originals checked on',
    [],
    (c) => lastOf(c.journal, 'originals-checked')?.on,
  ),
  row(
    'originals.by',
    'text',
    '原件核对人',
    'originals checked by',
    [],
    (c) => lastOf(c.journal, 'originals-checked')?.by,
  ),
  row(
    'completion.deadline',
    'day',
    '单位要求补充的期限',
    "unit's deadline for completing",
    [],
    (c) => asked(c)?.deadline,
  ),
  row('completion.on', 'day', '单位要求补充的日期', 'unit asked to complete on', [], (c) => asked(c)?.on),
  row('completion.items[]', 'text', '单位要求补充的内容', 'what the unit asked for', [], (c) => asked(c)?.items),
  row('completion.open', 'whole', '还没有补充的项数', 'items not completed yet', [], stillAsked),
  row(
    'recommendation.result',
    'id',
    '单位推荐结果',
    "unit's recommendation",
    [],
    (c) => lastOf(c.journal, 'recommended')?.result,
  ),
  row('recommendation.on', 'day', '单位推荐日期', 'recommended on', [], (c) => lastOf(c.journal, 'recommended')?.on),
  row('returned.count', 'whole', '退回次数', 'returns so far', [], (c) => eventsOf(c.journal, 'returned').length),
  row('returned.on', 'day', '最近一次退回日期', 'last returned on', [], (c) => lastOf(c.journal, 'returned')?.on),
  row(
    'returned.deadline',
    'day',
    '补正期限',
    'correction deadline',
    [],
    (c) => lastOf(c.journal, 'returned')?.deadline,
  ),
  row('paid.on', 'day', '缴费日期', 'paid on', [], (c) => lastOf(c.journal, 'paid')?.on),
  row('paid.amount', 'whole', '缴费金额', 'amount paid', [], (c) => lastOf(c.journal, 'paid')?.amount),

  row(
    'confirmed.on',
    'day',
    '确认通知下发日期',
    'confirmation sent down on',
    [],
    (c) => lastOf(c.journal, 'confirmed')?.on,
  ),
  row(
    'forwarded.on',
    'day',
    '确认通知转发日期',
    'confirmation forwarded on',
    [],
    (c) => lastOf(c.journal, 'forwarded')?.on,
  ),
  row('archiving.dueOn', 'day', '转发和归档期限', 'due for forwarding and filing', [], due),
  row('seals.open', 'whole', '还没有盖的鲜章数', 'seals still open', ['category'], (c) => openSlots(c, 'seal')?.length),
  row('seals.openNames[]', 'id', '还没有盖的鲜章', 'seals still open', ['category'], (c) =>
    placesOf(openSlots(c, 'seal')),
  ),
  row(
    'signatures.open',
    'whole',
    '还没有记录的本人签字数',
    'signatures of the applicant still open',
    ['category'],
    (c) => openSlots(c, 'signature')?.length,
  ),
  row(
    'signatures.openNames[]',
    'id',
    '还没有记录的本人签字',
    'signatures of the applicant still open',
    ['category'],
    (c) => placesOf(openSlots(c, 'signature')),
  ),
  row('filed.count', 'whole', '已归档份数', 'copies filed', [], (c) => filed(c).size),
]

// ---

/** Whether the posting day counts, by the procedure. */
function ours(c: Case): boolean {
  return c.procedure.file.posting.countPostingDay
}

/** The last full day on the wall: as recorded, otherwise the day before it was taken down. */
function until(c: Case): string | undefined {
  const { posted, ended } = lastPosting(c.journal)
  return posted?.until ?? (ended && addDays(ended.on, -1))
}

function days(c: Case, countFirst: boolean): number | undefined {
  const [from, to] = [lastPosting(c.journal).posted?.on, until(c)]
  if (from === undefined || to === undefined) return undefined
  return workdays(from, to, c.procedure.holidays, countFirst)
}

function enough(c: Case, countFirst: boolean): string | undefined {
  const from = lastPosting(c.journal).posted?.on
  return from && addWorkdays(from, c.procedure.file.posting.workdays, c.procedure.holidays, countFirst)
}

function submissions(c: Case): number {
  const events = eventsOf(c.journal, 'submitted')
  return Math.max(events.length, ...events.map((event) => event.count))
}

function left(c: Case): number | undefined {
  const { returns } = c.procedure.file
  return returns && returns.lastSubmission - submissions(c)
}

function due(c: Case): string | undefined {
  const confirmed = lastOf(c.journal, 'confirmed')
  const { archiving } = c.procedure.file
  return confirmed && archiving && addMonths(confirmed.on, archiving.months)
}

/** What the unit last asked to complete within a time (四（二）3（1）). */
function asked(c: Case): EventOf<'unit-deadline'> | undefined {
  return lastOf(c.journal, 'unit-deadline')
}

/** The unit went on with the case: by then it took the papers as complete. */
const wentOn = new Set(['posted', 'recommended', 'submitted'])

/** Items of the last request, until a correction in time names it or the unit goes on. */
function stillAsked(c: Case): number {
  const request = asked(c)
  if (!request) return 0
  const events = standing(c.journal)
  const isSettled = events
    .slice(events.indexOf(request) + 1)
    .some((event) => wentOn.has(event.what) || completes(event, request))
  return isSettled ? 0 : Math.max(1, request.items.length)
}

function completes(event: JournalEvent, { id, deadline }: EventOf<'unit-deadline'>): boolean {
  return event.what === 'corrected' && event.path === id && event.on <= deadline
}

type Open = { readonly id: string; readonly copy: string }

/**
 * Places of the route without an event `sealed`, one a copy: fresh seals on the platform's export, or the applicant's own
 * signatures. undefined while the route is unknown.
 */
function openSlots(c: Case, kind: 'seal' | 'signature'): readonly Open[] | undefined {
  const route = routeOf(c)
  if (!route) return undefined
  const done = new Set(eventsOf(c.journal, 'sealed').map(({ slot, copy }) => `${slot} ${copy}`))
  return c.procedure.slots.slots
    .filter((slot) => slot.kind === kind && !slot.optional && slot.on[route.id] !== undefined)
    .filter((slot) => (kind === 'seal' ? slot.onto === 'platform-export' : slot.on[route.id] === 'applicant'))
    .flatMap((slot) => slot.copies.map((copy) => ({ id: slot.id, copy })))
    .filter(({ id, copy }) => !done.has(`${id} ${copy}`))
}

/** Each place once, whatever its copies. */
function placesOf(open: readonly Open[] | undefined): readonly string[] | undefined {
  return open && [...new Set(open.map(({ id }) => id))]
}

function filed(c: Case): ReadonlySet<string> {
  return new Set(eventsOf(c.journal, 'filed').map((event) => event.copy))
}
