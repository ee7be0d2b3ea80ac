import { isLocalDateTime, type LocalDateTime } from '@countersign/domain/calendar-day'
import { Refused, type ImportRefusal } from './refused'

/** Sixty years of working days, and fifty years on the wall: nobody plans a task of that length. */
const MAX_WORKING_MINUTES = 120_000 * 60
const MAX_ELAPSED_MINUTES = 438_000 * 60
/** Work adds up over people, so that its limit is what Microsoft Project itself allows. */
const MAX_WORK_MINUTES = 600_000_000 * 60
const FIRST_YEAR = '1900'
const LAST_YEAR = '2199'

/**
 * One element of the file with the texts directly below it and the records within it. Reading a value refuses the
 * file, with the value's line and the name of its row, where it is not what the schema promises.
 */
export class XmlRecord {
  readonly within: XmlRecord[] = []
  readonly #texts = new Map<string, { text: string; line: number }>()

  constructor(
    readonly name: string,
    readonly line: number,
    readonly above: XmlRecord | null = null,
  ) {}

  set(name: string, text: string, line: number): void {
    this.#texts.set(name, { text, line })
  }

  all(name: string): XmlRecord[] {
    return this.within.filter((record) => record.name === name)
  }

  has(name: string): boolean {
    return this.#texts.has(name)
  }

  text(name: string): string {
    return this.#texts.get(name)?.text.trim() ?? ''
  }

  flag(name: string): boolean {
    const text = this.text(name)
    return text === '1' || text === 'true'
  }

  /** The row as people know it: its name or its number, or that of the row it belongs to. */
  what(): string {
    const own = this.text('Name').replace(/\s+/g, ' ').slice(0, 255)
    if (own !== '') return own
    const number = this.text('ID') || this.text('UID')
    if (number !== '') return `#${number}`
    return this.above?.what() ?? ''
  }

  /** An integer from `min` to `max`, or `null` where the element is absent or empty. */
  integer(name: string, min: number, max: number): number | null {
    const value = this.number(name, min, max)
    if (value !== null && !Number.isInteger(value)) throw this.refused('bad-value', name)
    return value
  }

  /** A decimal number from `min` to `max`, or `null` where the element is absent or empty. */
  number(name: string, min: number, max: number): number | null {
    const text = this.text(name)
    if (text === '') return null
    const value = Number(text)
    if (!/^[+-]?\d+(\.\d*)?(e[+-]?\d+)?$/i.test(text) || !(value >= min && value <= max))
      throw this.refused('bad-value', name)
    return value
  }

  /** The minute, whatever seconds or zone follow it: Project writes local time. */
  moment(name: string): LocalDateTime | null {
    // Project itself writes 17:-0:00 at times.
    const text = this.text(name).replace(':-0:', ':00:')
    if (text === '') return null
    const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(
      text,
    )
    const moment = `${match?.[1]}T${match?.[2] ?? '00:00'}`
    if (!isLocalDateTime(moment)) throw this.refused('bad-value', name)
    if (moment < FIRST_YEAR || moment.slice(0, 4) > LAST_YEAR) throw this.refused('date-out-of-range', name)
    return moment
  }

  /** The seconds of a moment, which `moment` leaves out. */
  seconds(name: string): number {
    return Number(/T\d{2}:\d{2}:(\d{2})/.exec(this.text(name))?.[1] ?? 0)
  }

  /** An ISO 8601 duration such as PT8H30M6S in minutes and their tenths: Project counts no finer. */
  durationMinutes(name: string, isElapsed = false): number | null {
    return this.#span(name, isElapsed ? MAX_ELAPSED_MINUTES : MAX_WORKING_MINUTES)
  }

  /** Work is written like a duration, but adds up over people. */
  workMinutes(name: string): number | null {
    return this.#span(name, MAX_WORK_MINUTES)
  }

  /** A time of day in minutes; midnight as an end is the end of the day. */
  minuteOfDay(name: string, isEnd: boolean): number {
    const match = /^(?:\d{4}-\d{2}-\d{2}T)?([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(this.text(name))
    if (!match) throw this.refused('bad-value', name)
    const minute = Number(match[1]) * 60 + Number(match[2])
    return isEnd && minute === 0 ? 1440 : minute
  }

  refused(why: ImportRefusal, name: string): Refused {
    const found = this.#texts.get(name)
    return new Refused(why, found?.line ?? this.line, this.what(), found?.text.trim())
  }

  #span(name: string, maxMinutes: number): number | null {
    const text = this.text(name)
    if (text === '') return null
    const match =
      /^(-)?P(?:(-?\d{1,9})D)?(?:T(?:(-?\d{1,10})H)?(?:(-?\d{1,9})M)?(?:(-?\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(
        text,
      )
    if (!match || text.endsWith('P') || text.endsWith('T')) throw this.refused('bad-value', name)
    if (/-.*[1-9]/.test(text)) throw this.refused('negative-duration', name)
    const [days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0))
    const total = Math.round((days! * 1440 + hours! * 60 + minutes!) * 10 + seconds! / 6) / 10
    if (total > maxMinutes) throw this.refused('too-long-duration', name)
    return total
  }
}
