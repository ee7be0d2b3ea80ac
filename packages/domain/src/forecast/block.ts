/**
 * Runs are made this many at a time: each task is dealt with for all of them before the next, so that its links and
 * its calendar are looked up once and its dates lie side by side. Streams go by task, so that it changes no result.
 */
export const BLOCK = 32
