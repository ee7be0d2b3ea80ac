import { standardCalendar, type CalendarException } from '@countersign/domain/schedule/plan'
import { parseForm } from '@countersign/http/forms'
import { describe, expect, test } from 'vitest'
import { calendarForm, calendarOf, calendarRows } from './form'

const off = (name: string, on: string): CalendarException => ({
  name,
  fromOn: on,
  toOn: on,
  intervals: [],
  recurrence: null,
  occurrences: null,
})
const known = {
  ...standardCalendar,
  uid: 3,
  exceptions: [off('Labour day', '2026-05-01'), off('Xmas', '2026-12-25')],
}

async function submitted(fields: [string, string][]) {
  const body = new FormData()
  body.append('name', 'Site')
  for (const day of [1, 2, 3, 4, 5]) body.append(`day${day}`, '08:00–12:00')
  for (const [name, value] of fields) body.append(name, value)
  const form = await parseForm(body, calendarForm, { rows: calendarRows })
  return form.ok ? calendarOf(form.value, known) : form.errors
}

describe('a calendar’s form', () => {
  test('makes the week, takes what was ticked and adds what was filled', async () => {
    const calendar = await submitted([
      ['removed', '2026-05-01 2026-05-01 Labour day'],
      ['added.100.name', 'Shutdown'],
      ['added.100.fromOn', '2026-08-03'],
      ['added.100.toOn', '2026-08-14'],
      ['added.100.hours', ''],
      ['added.101.name', ''],
      ['added.101.fromOn', ''],
    ])
    const morning = [{ fromMinute: 480, toMinute: 720 }]
    expect(calendar).toEqual({
      ...known,
      name: 'Site',
      week: [[], morning, morning, morning, morning, morning, []],
      exceptions: [{ ...off('Shutdown', '2026-08-03'), toOn: '2026-08-14' }, off('Xmas', '2026-12-25')],
    })
  })

  test('names the field that is not understood', async () => {
    expect(await submitted([['day6', 'mornings']])).toEqual({ day6: 'not-working-hours' })
  })
})
