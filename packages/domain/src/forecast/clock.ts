/** What a forecast asks of a calendar; the scheduler's `WorkingTime` answers it too. Tenths of a minute. */
export type Clock = {
  workAt(moment: number): number
  /** The first moment by which so much work has passed. */
  earliestAt(work: number): number
  /** The last moment before which no more than so much has passed. */
  latestAt(work: number): number
}

/** Time on the wall. */
export const wallClock: Clock = {
  workAt: (moment) => moment,
  earliestAt: (work) => work,
  latestAt: (work) => work,
}
