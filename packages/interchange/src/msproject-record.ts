import { isLocalDateTime, type LocalDateTime } from '@countersign/domain/calendar-day'
import { Refused } from './refused'

/** The longest span that Microsoft Project itself allows is 596,523 hours. */
const MAX_SPAN_MINUTES = 600_000 * 60
const FIRST_YEAR = '1900'
const LAST_YEAR = '2199'

/**
 * One element of the file with the texts directly below it and the records within it. Reading a value refuses the
 * file, with the value's line, where it is not what the schema promises.
 */
export class XmlRecord {
  readonly within: XmlRecord[] = []
  readonly #texts = new Map<string, { text: string; line: number }>()

  constructor(
    readonly name: string,
    readonly line: number,
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

  /** An integer from `min` to `max`, or the default where the element is absent or empty. */
  integer(name: string, min: number, max: number): number | null {
    const text = this.text(name)
    if (text === '') return null
    const value = Number(text)
    if (!/^[+-]?\d+(\.0*)?$/.test(text) || value < min || value > max) throw this.#bad(name)
    return value
  }

  /** The minute, whatever seconds or zone follow it: Project writes local time. */
  moment(name: string): LocalDateTime | null {
    const text = this.text(name)
    if (text === '') return null
    const match = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})?)?$/.exec(
      text,
    )
    const moment = `${match?.[1]}T${match?.[2] ?? '00:00'}`
    if (!isLocalDateTime(moment) || moment < FIRST_YEAR || moment.slice(0, 4) > LAST_YEAR)
      throw this.#bad(name)
    return moment
  }

  /** An ISO 8601 duration such as PT8H30M0S in whole minutes: the scheduler's dates have no seconds. */
  durationMinutes(name: string): number | null {
    const text = this.text(name)
    if (text === '') return null
    const match = /^P(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?$/.exec(
      text,
    )
    if (!match || text.endsWith('P') || text.endsWith('T')) throw this.#bad(name)
    const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0))
    const total = Math.round(days! * 1440 + hours! * 60 + minutes! + seconds! / 60)
    if (total > MAX_SPAN_MINUTES) throw this.#bad(name)
    return total
  }

  /** A time of day in minutes; midnight as an end is the end of the day. */
  minuteOfDay(name: string, isEnd: boolean): number {
    const match = /^(?:\d{4}-\d{2}-\d{2}T)?([01]\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?$/.exec(this.text(name))
    if (!match) throw this.#bad(name)
    const minute = Number(match[1]) * 60 + Number(match[2])
    return isEnd && minute === 0 ? 1440 : minute
  }

  #bad(name: string): Refused {
    return new Refused('bad-value', this.#texts.get(name)?.line ?? this.line)
  }
}
