import { dayNumber } from '../calendar-day'
import { TENTHS_PER_DAY } from './moment'
import type { DayShape, DayShapes } from './day-shapes'

/** No plan reaches further than this from its beginning, forwards or backwards. */
export const HORIZON_DAYS = 73_050

const FIRST_DAYS_BEFORE = 400
const FIRST_DAYS_AFTER = 1_500
const FIRST_DAY = dayNumber('0001-01-02')
const LAST_DAY = dayNumber('9999-12-30')
/** After so many steps through the table a search by halves is quicker. */
const STEPS = 8

/**
 * A calendar as a function that only grows: how much working time has passed at a moment, counted from the midnight
 * before the plan begins (negative before it). Everything the scheduler asks of a calendar is this function or one of
 * its two inverses. Moments and amounts are tenths of a minute. Tables of days make each answer a matter of
 * nanoseconds; they grow when a plan reaches beyond them.
 */
export class WorkingTime {
  readonly name: string
  readonly #shapes: DayShapes
  readonly #anchor: number
  #from: number
  #to: number
  /** Moment of the midnight before the table's first day. */
  #origin = 0
  #count = 0
  /** Work before each day of the table. */
  #workBefore = new Float64Array(1)
  /** Intervals of each day: `#first[day]` to `#first[day] + #length[day]` in the lists of intervals. */
  #first = new Int32Array(0)
  #length = new Int32Array(0)
  #opens: number[] = []
  #closes: number[] = []
  /** The days with work, and the work before each of them. */
  #workDays = new Int32Array(0)
  #workAtDay = new Float64Array(1)
  /** Where to begin the search for an amount of work: the last work day before each so many tenths. */
  #near = new Int32Array(0)
  #step = 1

  constructor(shapes: DayShapes, planDay: number) {
    this.name = shapes.name
    this.#shapes = shapes
    this.#anchor = planDay
    this.#from = Math.max(FIRST_DAY, planDay - FIRST_DAYS_BEFORE)
    this.#to = Math.min(LAST_DAY, planDay + FIRST_DAYS_AFTER)
    this.#build()
  }

  /** How much working time has passed at the moment. */
  workAt(moment: number): number {
    const since = moment - this.#origin
    const day = Math.floor(since / TENTHS_PER_DAY)
    if (day < 0 || day >= this.#count) return this.#beyondTable(moment)
    const within = since - day * TENTHS_PER_DAY
    let work = this.#workBefore[day]!
    const first = this.#first[day]!
    const end = first + this.#length[day]!
    for (let at = first; at < end; at++) {
      const opens = this.#opens[at]!
      if (within <= opens) break
      const closes = this.#closes[at]!
      work += within < closes ? within - opens : closes - opens
    }
    return work
  }

  /** The first moment by which so much work has passed: where a task finishes. Infinite beyond the horizon. */
  earliestAt(work: number): number {
    const near = this.#workDayOf(work, true)
    if (near < 0) return near === -1 ? -Infinity : Infinity
    const at = work > this.#workAtDay[near]! ? near : near - 1
    const day = this.#workDays[at]!
    let rest = work - this.#workAtDay[at]!
    const midnight = this.#origin + day * TENTHS_PER_DAY
    const end = this.#first[day]! + this.#length[day]!
    for (let interval = this.#first[day]!; interval < end; interval++) {
      const opens = this.#opens[interval]!
      const length = this.#closes[interval]! - opens
      if (rest <= length) return midnight + opens + rest
      rest -= length
    }
    return midnight + this.#closes[end - 1]!
  }

  /** The last moment before which no more than so much has passed: where a task starts. Infinite likewise. */
  latestAt(work: number): number {
    const at = this.#workDayOf(work, false)
    if (at < 0) return at === -1 ? -Infinity : Infinity
    const day = this.#workDays[at]!
    let rest = work - this.#workAtDay[at]!
    const midnight = this.#origin + day * TENTHS_PER_DAY
    const end = this.#first[day]! + this.#length[day]!
    for (let interval = this.#first[day]!; interval < end; interval++) {
      const opens = this.#opens[interval]!
      const length = this.#closes[interval]! - opens
      if (rest < length) return midnight + opens + rest
      rest -= length
    }
    return midnight + this.#closes[end - 1]!
  }

  /** The moment itself in working time, else the next moment of work. */
  startAt(moment: number): number {
    return this.latestAt(this.workAt(moment))
  }

  /** The moment itself in working time or at its end, else the end of the work before. */
  finishAt(moment: number): number {
    return this.earliestAt(this.workAt(moment))
  }

  /** Working time from the first to the second; negative when the second is earlier. */
  between(from: number, to: number): number {
    return from === to ? 0 : this.workAt(to) - this.workAt(from)
  }

  /** Whether any working time lies within the horizon. */
  hasWork(): boolean {
    while (this.#workDays.length === 0) if (!this.#grow(1)) return false
    return true
  }

  /** Index of the last work day that begins with no more than so much work; -1 before all time, -2 after it. */
  #workDayOf(work: number, isFinish: boolean): number {
    if (this.#workDays.length === 0 && !this.hasWork()) return -2
    while (work < this.#workAtDay[0]! || (isFinish && work === this.#workAtDay[0]!))
      if (!this.#grow(-1)) return -1
    while (work >= this.#workAtDay[this.#workDays.length]!) {
      if (isFinish && work === this.#workAtDay[this.#workDays.length]!) return this.#workDays.length
      if (!this.#grow(1)) return -2
    }
    let at = this.#near[Math.floor((work - this.#workAtDay[0]!) / this.#step)]!
    for (let steps = 0; this.#workAtDay[at + 1]! <= work; steps++) {
      if (steps === STEPS) return this.#halved(at, work)
      at++
    }
    return at
  }

  #halved(from: number, work: number): number {
    let low = from
    let high = this.#workDays.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#workAtDay[middle + 1]! <= work) low = middle + 1
      else high = middle
    }
    return low
  }

  #beyondTable(moment: number): number {
    const isBefore = moment < this.#origin
    if (Number.isFinite(moment) && this.#grow(isBefore ? -1 : 1)) return this.workAt(moment)
    return isBefore ? this.#workBefore[0]! : this.#workBefore[this.#count]!
  }

  /** Twice as far as before; false at the horizon. */
  #grow(direction: 1 | -1): boolean {
    if (direction < 0) {
      const last = Math.max(FIRST_DAY, this.#anchor - HORIZON_DAYS)
      if (this.#from <= last) return false
      this.#from = Math.max(last, this.#anchor - 2 * (this.#anchor - this.#from))
    } else {
      const last = Math.min(LAST_DAY, this.#anchor + HORIZON_DAYS)
      if (this.#to >= last) return false
      this.#to = Math.min(last, this.#anchor + 2 * (this.#to - this.#anchor))
    }
    this.#build()
    return true
  }

  #build(): void {
    const days = this.#shapes.over({ from: this.#from, to: this.#to })
    this.#count = days.length
    this.#origin = this.#from * TENTHS_PER_DAY
    this.#list(days)
    const before = new Float64Array(days.length + 1)
    const workDays: number[] = []
    for (let day = 0; day < days.length; day++) {
      const work = workOf(days[day]!)
      if (work > 0) workDays.push(day)
      before[day + 1] = before[day]! + work
    }
    // The plan's first midnight stays zero however far the table reaches back.
    const zero = before[Math.max(0, Math.min(this.#anchor - this.#from, days.length))]!
    for (let day = 0; day < before.length; day++) before[day]! -= zero
    this.#workBefore = before
    this.#workDays = Int32Array.from(workDays)
    this.#workAtDay = Float64Array.from([...workDays.map((day) => before[day]!), before[days.length]!])
    this.#index()
  }

  #list(days: DayShape[]): void {
    const known = new Map<DayShape, number>()
    this.#opens = []
    this.#closes = []
    this.#first = new Int32Array(days.length)
    this.#length = new Int32Array(days.length)
    for (let day = 0; day < days.length; day++) {
      const shape = days[day]!
      let first = known.get(shape)
      if (first === undefined) {
        known.set(shape, (first = this.#opens.length))
        for (const { from, to } of shape) {
          this.#opens.push(from)
          this.#closes.push(to)
        }
      }
      this.#first[day] = first
      this.#length[day] = shape.length
    }
  }

  #index(): void {
    const count = this.#workDays.length
    const total = this.#workAtDay[count]! - this.#workAtDay[0]!
    this.#step = count === 0 ? 1 : Math.max(1, Math.floor(total / count))
    this.#near = new Int32Array(Math.floor(total / this.#step) + 1)
    let day = 0
    for (let at = 0; at < this.#near.length; at++) {
      while (day + 1 < count && this.#workAtDay[day + 1]! - this.#workAtDay[0]! <= at * this.#step) day++
      this.#near[at] = day
    }
  }
}

function workOf(shape: DayShape): number {
  let work = 0
  for (const { from, to } of shape) work += to - from
  return work
}
