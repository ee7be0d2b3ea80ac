import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addDays,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  isLocalDate,
  isLocalDateTime,
  localDateIn,
  localDateTimeIn,
  weekdayOf,
} from './calendar-day'

const anyDay = fc.integer({ min: -700_000, max: 2_900_000 }).map(dateOfDayNumber)

describe('a calendar day', () => {
  test.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('can be %s', (text) => {
    expect(isLocalDate(text)).toBe(true)
  })

  test.each([
    '2026-02-31',
    '2026-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
  ])('cannot be %s, which is on no calendar', (text) => expect(isLocalDate(text)).toBe(false))

  test.each([
    '',
    '2026-2-3',
    '20260203',
    '2026-02-03T00:00',
    ' 2026-02-03',
    '２０２６-02-03',
    '2026-02-03\n',
  ])('is not written %j', (text) => expect(isLocalDate(text)).toBe(false))

  test('has minutes from 00:00 to 23:59', () => {
    expect(isLocalDateTime('2026-03-01T00:00')).toBe(true)
    expect(isLocalDateTime('2026-03-01T23:59')).toBe(true)
    expect(isLocalDateTime('2026-03-01T24:00')).toBe(false)
    expect(isLocalDateTime('2026-02-31T10:00')).toBe(false)
    expect(isLocalDateTime('2026-03-01 10:00')).toBe(false)
  })

  test('has the clock on the wall beside it, also at midnight', () => {
    expect(localDateTimeIn('Europe/Berlin', new Date('2026-03-28T23:00:59Z'))).toBe('2026-03-29T00:00')
    expect(localDateTimeIn('Asia/Kolkata', new Date('2026-03-28T18:29:00Z'))).toBe('2026-03-28T23:59')
  })

  test('falls where the clock on the wall says, not where UTC does', () => {
    const lateEvening = new Date('2026-03-28T23:30:00Z')
    expect(localDateIn('UTC', lateEvening)).toBe('2026-03-28')
    expect(localDateIn('Europe/Berlin', lateEvening)).toBe('2026-03-29')
    expect(localDateIn('America/New_York', new Date('2026-03-29T03:30:00Z'))).toBe('2026-03-28')
    expect(() => localDateIn('Mars/Olympus', lateEvening)).toThrow(RangeError)
  })

  test('knows its weekday', () => {
    expect(weekdayOf('1970-01-01')).toBe(4)
    expect(weekdayOf('2026-11-22')).toBe(0)
    expect(weekdayOf('1969-12-28')).toBe(0)
  })
})

describe('counting days', () => {
  test('crosses months, leap days and years', () => {
    expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-01-01', '2027-01-01')).toBe(365)
    expect(daysBetween('2026-01-02', '2026-01-01')).toBe(-1)
  })

  test('agrees with the platform for every day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(isLocalDate(day)).toBe(true)
        expect(dayNumber(day) * 86_400_000).toBe(Date.parse(`${day}T00:00:00Z`))
      }),
    )
  })

  test('undoes what it did', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -3_000, max: 3_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days)
        expect(addDays(addDays(day, days), -days)).toBe(day)
      }),
    )
  })

  test('refuses what is not a day', () => {
    expect(() => addDays('2026-02-31', 1)).toThrow(RangeError)
    expect(() => addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => addDays('2026-02-03', 0.5)).toThrow(RangeError)
  })
})
