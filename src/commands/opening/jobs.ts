import type { Opener } from '../../model/opening.ts'

/** One thing asked of an opener, as it goes over the wire. */
export type Job = {
  readonly [Name in keyof Opener]: { readonly do: Name; readonly with: Parameters<Opener[Name]> }
}[keyof Opener]

/** A job with the seconds that it may have. */
export type Timed = Job & { readonly seconds: number }

/** The child's answer. Whatever is thrown that is no Refusal comes as its stack. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'done'; readonly value?: unknown; readonly resident: number }
  | { readonly is: 'refused'; readonly refusal: Refused; readonly resident: number }
  | { readonly is: 'failed'; readonly stack: string; readonly resident: number }

/** A Refusal as data. */
export type Refused = {
  readonly code: string
  readonly exit: number
  readonly args: Readonly<Record<string, string | number>>
  readonly at: { readonly page?: number }
}

export function runJob(opener: Opener, job: Job): Promise<unknown> {
  if (job.do === 'measure') return opener.measure(...job.with)
  if (job.do === 'pages') return opener.pages(...job.with)
  if (job.do === 'excerpts') return opener.excerpts(...job.with)
  if (job.do === 'same') return opener.same(...job.with)
  return opener.small(...job.with)
}
