/**
 * How much of one resource is taken, over time: steps in per cent of one, moments as the scheduler counts them. Every
 * step holds from its moment to the next one's.
 */
export class Bookings {
  readonly #moments: number[] = [-Infinity]
  readonly #taken: number[] = [0]

  constructor(readonly maxUnits: number) {}

  /** Takes `units` from `start` up to `finish`. */
  take(start: number, finish: number, units: number): void {
    if (finish <= start) return
    const from = this.#stepAt(start)
    const to = this.#stepAt(finish)
    for (let step = from; step < to; step++) this.#taken[step]! += units
  }

  /** The first span within `start` to `finish` where `units` more are too many; `null` where they fit. */
  clash(start: number, finish: number, units: number): { from: number; to: number } | null {
    if (finish <= start) return null
    const room = this.maxUnits - units
    for (let step = this.#before(start); step < this.#moments.length; step++) {
      if (this.#moments[step]! >= finish) return null
      if (this.#taken[step]! > room)
        return { from: this.#moments[step]!, to: this.#moments[step + 1] ?? Infinity }
    }
    return null
  }

  /** The last such span. */
  lastClash(start: number, finish: number, units: number): { from: number; to: number } | null {
    if (finish <= start) return null
    const room = this.maxUnits - units
    for (let step = this.#before(finish); step >= 0; step--) {
      const to = this.#moments[step + 1] ?? Infinity
      if (to <= start) return null
      if (this.#moments[step]! < finish && this.#taken[step]! > room)
        return { from: this.#moments[step]!, to }
    }
    return null
  }

  /** Spans where more is taken than there is. */
  excesses(): { from: number; to: number; units: number }[] {
    return this.#moments.flatMap((from, step) =>
      this.#taken[step]! > this.maxUnits
        ? [{ from, to: this.#moments[step + 1] ?? Infinity, units: this.#taken[step]! }]
        : [],
    )
  }

  /** The step that holds at a moment. */
  #before(moment: number): number {
    let low = 0
    let high = this.#moments.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (this.#moments[middle]! <= moment) low = middle
      else high = middle - 1
    }
    return low
  }

  /** The step that begins at a moment, made where there is none. */
  #stepAt(moment: number): number {
    const before = this.#before(moment)
    if (this.#moments[before] === moment) return before
    this.#moments.splice(before + 1, 0, moment)
    this.#taken.splice(before + 1, 0, this.#taken[before]!)
    return before + 1
  }
}
