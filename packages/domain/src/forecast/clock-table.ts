import { TENTHS_PER_DAY } from '../schedule/moment'
import type { Clock } from './clock'

/** Slots of an hour, a half, a quarter, five minutes: as coarse as the calendar's hours allow. */
const SLOTS = [600, 300, 150, 50]
const MAX_SLOTS = 2_000_000

/**
 * The same calendar as two tables of equal slots, each wholly working or wholly free: an answer costs one
 * multiplication and one look. It covers so many days from its first; beyond them everything is at infinity, so that
 * a run which leaves the table shows. The calendar itself where its hours fit no slot.
 */
export function tabulated(clock: Clock, firstDay: number, days: number): Clock {
  for (const slot of SLOTS) {
    if ((days * TENTHS_PER_DAY) / slot > MAX_SLOTS) return clock
    const table = ClockTable.over(clock, firstDay * TENTHS_PER_DAY, (days * TENTHS_PER_DAY) / slot, slot)
    if (table) return table
  }
  return clock
}

/** Bounds, spans and dates of the runs of a block, one task's from `from` to `to`. Tenths of a minute. */
export type Spans = {
  from: number
  to: number
  /** Not before; and the finish that a link demands, -Infinity where none does. */
  mustStart: Float64Array
  mustFinish: Float64Array
  duration: Float64Array
  /** What comes on top of each duration. */
  beside: number
  start: Float64Array
  finish: Float64Array
}

/** A milestone stays where its predecessor left off, even outside working time; work starts when work is done. */
export function placeSpans(clock: Clock, spans: Spans): void {
  if (clock instanceof ClockTable) return clock.placeSpans(spans)
  const { from, to, mustStart, mustFinish, duration, beside, start, finish } = spans
  for (let at = from; at < to; at++) {
    const span = duration[at]! + beside
    if (span === 0) {
      start[at] = finish[at] = Math.max(mustStart[at]!, mustFinish[at]!)
      continue
    }
    const begun = Math.max(clock.workAt(mustStart[at]!), clock.workAt(mustFinish[at]!) - span)
    start[at] = clock.latestAt(begun)
    finish[at] = Math.max(clock.earliestAt(begun + span), mustFinish[at]!)
  }
}

/**
 * Moments and amounts are whole tenths, so that half a tenth more makes the product with the reciprocal as exact as a
 * division, and three times as fast.
 */
class ClockTable implements Clock {
  readonly #origin: number
  readonly #perTenth: number
  readonly #end: number
  readonly #last: number
  readonly #firstWork: number
  readonly #endWork: number
  /** Work before each slot of time. */
  readonly #workBefore: Float64Array
  /** When work goes on: at the slot's start if it is a working one, else at the next that is. */
  readonly #opens: Float64Array
  /** Of each slot of work, how far its moments lie from the amounts of work. */
  readonly #ahead: Float64Array

  private constructor(origin: number, slot: number, workBefore: Float64Array, isWorking: Uint8Array) {
    const last = isWorking.length
    this.#origin = origin
    this.#perTenth = 1 / slot
    this.#end = last * slot
    this.#last = last
    this.#workBefore = workBefore
    this.#firstWork = workBefore[0]!
    this.#endWork = workBefore[last]! - this.#firstWork
    this.#opens = new Float64Array(last + 1).fill(Infinity)
    this.#ahead = new Float64Array(this.#endWork / slot + 1).fill(Infinity)
    let working = this.#endWork / slot
    for (let at = last - 1; at >= 0; at--) {
      const begins = origin + at * slot
      this.#opens[at] = isWorking[at] ? begins : this.#opens[at + 1]!
      if (isWorking[at]) this.#ahead[--working] = begins - working * slot
    }
    workBefore[last] = Infinity
  }

  /** `null` where a slot of this length is neither wholly working nor wholly free. */
  static over(clock: Clock, origin: number, slots: number, slot: number): ClockTable | null {
    const workBefore = new Float64Array(slots + 1)
    const isWorking = new Uint8Array(slots)
    let work = (workBefore[0] = clock.workAt(origin))
    for (let at = 0; at < slots; at++) {
      const next = clock.workAt(origin + (at + 1) * slot)
      if (next - work !== slot && next !== work) return null
      isWorking[at] = next === work ? 0 : 1
      workBefore[at + 1] = work = next
    }
    return new ClockTable(origin, slot, workBefore, isWorking)
  }

  workAt(moment: number): number {
    const since = moment - this.#origin
    if (since <= 0) return this.#firstWork
    const at = since < this.#end ? ((since + 0.5) * this.#perTenth) | 0 : this.#last
    const worked = moment - this.#opens[at]!
    return worked > 0 ? this.#workBefore[at]! + worked : this.#workBefore[at]!
  }

  earliestAt(work: number): number {
    const since = work - this.#firstWork
    if (since <= 0) return this.#origin
    if (since > this.#endWork) return Infinity
    return this.#ahead[((since - 0.5) * this.#perTenth) | 0]! + since
  }

  latestAt(work: number): number {
    const since = work - this.#firstWork
    if (since < 0) return this.#origin
    if (since >= this.#endWork) return Infinity
    return this.#ahead[((since + 0.5) * this.#perTenth) | 0]! + since
  }

  /** What the function of this name says, with everything looked up once for all runs. */
  placeSpans({ from, to, mustStart, mustFinish, duration, beside, start, finish }: Spans): void {
    const [origin, perTenth, end] = [this.#origin, this.#perTenth, this.#end]
    const [firstWork, endWork] = [this.#firstWork, this.#endWork]
    const [workBefore, opens, ahead] = [this.#workBefore, this.#opens, this.#ahead]
    for (let run = from; run < to; run++) {
      const bound = mustStart[run]!
      const demanded = mustFinish[run]!
      const span = duration[run]! + beside
      const since = bound - origin
      if (span === 0 || demanded > bound || !(since > 0 && since < end)) {
        this.#placeOne(run, bound, demanded, span, start, finish)
        continue
      }
      const at = ((since + 0.5) * perTenth) | 0
      const begins = opens[at]! > bound ? opens[at]! : bound
      const done = workBefore[at]! + (begins === bound ? bound - opens[at]! : 0) - firstWork + span
      start[run] = begins
      finish[run] = done <= endWork ? ahead[((done - 0.5) * perTenth) | 0]! + done : Infinity
    }
  }

  #placeOne(
    run: number,
    bound: number,
    demanded: number,
    span: number,
    start: Float64Array,
    finish: Float64Array,
  ): void {
    if (span === 0) {
      start[run] = finish[run] = Math.max(bound, demanded)
      return
    }
    const begun = Math.max(this.workAt(bound), this.workAt(demanded) - span)
    start[run] = this.latestAt(begun)
    finish[run] = Math.max(this.earliestAt(begun + span), demanded)
  }
}
