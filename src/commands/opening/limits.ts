/** For one file: 10 s by the clock, 1 GB of memory of the process that opens it. */
export const seconds = 10
/**
 * The clock only counts against a file when its process had the processor for half of that time: on a machine that is busy
 * with other things no file is to blame. So many times the seconds end it all the same.
 */
export const busyFactor = 6
export const residentLimit = 1_000_000_000
/** A child that keeps more than this after a file is replaced before the next one. */
export const retireAt = 500_000_000
/** What the watching thread leaves on stderr as the last thing before it ends the process. */
export const outOfMemory = 'juanzong: out of memory\n'
/** The same for a file that took too long. */
export const outOfTime = 'juanzong: out of time\n'
