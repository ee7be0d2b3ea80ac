import { describe, expect, test } from 'vitest'
import { businessDaysAsFrozen, frozenCalendar } from './business-days'
import { addDays, weekdayOf, type LocalDate } from './calendar-day'

const isWeekday = (day: LocalDate) => ![0, 6].includes(weekdayOf(day))

describe('a calendar that a submission froze', () => {
  const holidays = ['2026-12-25', '2027-01-01']
  const worked = '2026-12-19'
  const isBusinessDay = (day: LocalDate) => (isWeekday(day) && !holidays.includes(day)) || day === worked
  const frozen = frozenCalendar('Hamburg', isBusinessDay, '2026-11-22')

  test('is its rule and the days on which it is the other way round', () => {
    expect(frozen).toEqual({
      name: 'Hamburg',
      weekdays: [1, 2, 3, 4, 5],
      exceptions: [worked, ...holidays],
      until: '2029-11-23',
    })
  })

  test('says of every day what the calendar said, and later the rule', () => {
    const read = businessDaysAsFrozen(frozen)
    for (let day = '2026-11-22'; day <= frozen.until; day = addDays(day, 1))
      expect(read(day), day).toBe(isBusinessDay(day))
    expect(read('2031-12-25')).toBe(true)
  })

  test('takes for the rule what is so more often', () => {
    // Mondays are free in all weeks but a few.
    const isOdd = (day: LocalDate) => isWeekday(day) && (weekdayOf(day) !== 1 || day < '2026-12-01')
    const { weekdays, exceptions } = frozenCalendar('Odd', isOdd, '2026-11-22')
    expect(weekdays).toEqual([2, 3, 4, 5])
    expect(exceptions).toEqual(['2026-11-23', '2026-11-30'])
  })
})
