import type { EventOf, JournalEvent } from '../../model/journal.ts'
import { mask } from '../../model/mask.ts'
import type { Change } from '../../model/snapshot.ts'

/** An event `corrected` that speaks of a change. `fits`: what it says is what is there. */
export type Correction = { readonly event: EventOf<'corrected'>; readonly fits: boolean }

/**
 * The last correction of a fact (by its path) or of a file (by its path in the folder, or the part that it belongs to).
 * A clearer scan of the same posted page is allowed with reason and both hashes (domain 9); of a fact the values may be left
 * out, but what is written must be so.
 */
export function correctionOf(change: Change, since: readonly JournalEvent[]): Correction | undefined {
  const names = [change.path, change.file, change.fileBefore].filter((name) => name !== undefined)
  const event = since
    .filter((one): one is EventOf<'corrected'> => one.what === 'corrected')
    .findLast((one) => names.includes(one.path.replaceAll('\\', '/').normalize('NFC')))
  if (!event) return undefined
  const says = change.about === 'file' ? sameHash : sameValue
  return { event, fits: says(event.before, change.before) && says(event.after, change.after) }
}

// ---

/** Both hashes are asked for; the first ten digits, as the list of posted papers prints them, will do. */
function sameHash(written: string | undefined, hash = ''): boolean {
  const digits = (written ?? '').trim().toLowerCase()
  return digits.length >= 10 && hash.startsWith(digits)
}

/** Sensitive values come masked; whoever wrote the journal may have written them out. */
function sameValue(written: string | undefined, value = ''): boolean {
  return written === undefined || written.trim() === value.trim() || mask(written.trim()) === value
}
