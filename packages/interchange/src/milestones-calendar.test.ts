import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { milestonesAsICalendar, type MilestoneEvent } from './milestones-calendar'

const now = new Date('2026-03-02T09:30:00.123Z')
const options = { name: 'Harbour Telecom, milestones', productId: '-//Countersign//Milestones//EN', now }
const event: MilestoneEvent = {
  uid: 'task-17@project-3',
  on: '2026-02-28',
  title: 'Acceptance; stage 1, "core"',
  description: 'First line\nSecond\\line',
  url: 'https://portal.example/projects/3',
  sequence: 2,
  changedAt: new Date('2026-03-01T00:00:00Z'),
  state: 'planned',
}
const textOf = (...events: MilestoneEvent[]) => milestonesAsICalendar(events, options)
const unfolded = (text: string) => text.replaceAll('\r\n ', '').split('\r\n')

describe('milestones as an iCalendar feed', () => {
  test('are whole days with a UID, a sequence and when they changed', () => {
    expect(unfolded(textOf(event))).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Countersign//Milestones//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Harbour Telecom\\, milestones',
      'NAME:Harbour Telecom\\, milestones',
      'REFRESH-INTERVAL;VALUE=DURATION:PT12H',
      'X-PUBLISHED-TTL:PT12H',
      'BEGIN:VEVENT',
      'UID:task-17@project-3',
      'DTSTAMP:20260302T093000Z',
      'LAST-MODIFIED:20260301T000000Z',
      'SEQUENCE:2',
      'DTSTART;VALUE=DATE:20260228',
      'DTEND;VALUE=DATE:20260301',
      'SUMMARY:Acceptance\\; stage 1\\, "core"',
      'DESCRIPTION:First line\\nSecond\\\\line',
      'URL:https://portal.example/projects/3',
      'STATUS:CONFIRMED',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  test('say what is done and what was cancelled', () => {
    const lines = unfolded(textOf({ ...event, state: 'done' }, { ...event, state: 'cancelled', url: null }))
    expect(lines).toContain('SUMMARY:✓ Acceptance\\; stage 1\\, "core"')
    expect(lines).toContain('STATUS:CANCELLED')
  })

  test('have no line over 75 octets, cut no character, and come apart to what they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (title) => {
        const text = textOf({ ...event, title })
        for (const line of text.split('\r\n')) {
          expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
          expect(line).not.toMatch(/\p{Cs}/u)
        }
        const summary = unfolded(text).find((line) => line.startsWith('SUMMARY:'))!
        const read = summary.slice(8).replace(/\\(.)/g, (_, sign: string) => (sign === 'n' ? '\n' : sign))
        expect(read).toBe(title.replace(/\r\n?/g, '\n').replace(/(?![\t\n])\p{Cc}/gu, ''))
      }),
    )
  })

  test('let nobody’s text become a property', () => {
    const text = textOf({
      ...event,
      title: 'A\r\nATTACH:https://evil.example',
      url: 'https://a.example\r\nATTACH:x',
    })
    expect(unfolded(text).some((line) => line.startsWith('ATTACH'))).toBe(false)
  })
})
