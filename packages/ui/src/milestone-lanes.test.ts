import { addDays } from '@countersign/domain/calendar-day'
import { describe, expect, test } from 'vitest'
import { milestoneLanes, NARROWEST, type TimelineMilestone } from './milestone-lanes'

const kinds = ['delivery', 'acceptance', 'billing'] as const

function milestones(count: number, days: number, slip: number): TimelineMilestone[] {
  return Array.from({ length: count }, (_, index) => {
    const promisedOn = addDays('2026-01-05', Math.round((index * days) / count))
    const currentOn = addDays(promisedOn, ((index * 7) % 5) * slip - slip)
    const name = 'Handover of the plant '.repeat((index % 3) + 1).trim()
    return { id: String(index), name, kind: kinds[index % 3]!, promisedOn, currentOn, done: index % 4 === 0 }
  })
}

describe('the lanes of a timeline', () => {
  test.each([
    [1, 30, 0],
    [1, 30, 400],
    [8, 200, 12],
    [40, 30, 3],
    [40, 1460, 40],
  ])('keep %i milestones over %i days apart, moved by up to %i days and more', (count, days, slip) => {
    const note = () => '24 November 2026 · 140 days later'
    const { placed } = milestoneLanes(milestones(count, days, slip), '2026-03-01', note)
    const drawn = placed.map((milestone) => {
      const marks = [milestone.promisedX, milestone.currentX].map((x) => (x / 100) * NARROWEST)
      const width = Math.max(milestone.label.length, note().length) * 7
      return {
        lane: milestone.lane,
        from:
          milestone.side === 'over'
            ? Math.max(0, Math.min(Math.min(...marks) - 9, marks[1]! - 15 - width))
            : Math.min(...marks) - (milestone.side === 'left' ? 15 + width : 9),
        to: Math.max(...marks) + (milestone.side === 'right' ? 15 + width : 9),
      }
    })
    expect(drawn).toHaveLength(count)
    for (const one of drawn) {
      expect(one.from).toBeGreaterThanOrEqual(0)
      expect(one.to).toBeLessThanOrEqual(NARROWEST)
      for (const other of drawn) {
        if (one === other || one.lane !== other.lane) continue
        expect(one.to < other.from || other.to < one.from).toBe(true)
      }
    }
  })

  test('leave out today where it is far from everything', () => {
    const note = () => ''
    expect(milestoneLanes(milestones(5, 60, 0), '2026-02-01', note).todayX).not.toBeNull()
    expect(milestoneLanes(milestones(5, 60, 0), '2031-02-01', note).todayX).toBeNull()
  })

  test('have ticks that leave each other room', () => {
    for (const days of [10, 60, 90, 400, 1460, 4000]) {
      const { ticks } = milestoneLanes(milestones(12, days, 2), '2026-02-01', () => '')
      const gaps = ticks.slice(1).map((tick, index) => ((tick.x - ticks[index]!.x) / 100) * NARROWEST)
      expect(Math.min(...gaps, NARROWEST)).toBeGreaterThan(50)
    }
  })

  test('span the likely range too, and keep labels clear of it', () => {
    const [one] = milestones(1, 30, 0)
    const likely = { p50: addDays(one!.currentOn, 10), p80: addDays(one!.currentOn, 90) }
    const { placed, to } = milestoneLanes([{ ...one!, likely }], '2026-01-10', () => 'likely')
    expect(to).toBe(likely.p80)
    const [drawn] = placed
    expect(drawn!.likelyX!.from).toBeGreaterThan(drawn!.currentX)
    expect(drawn!.likelyX!.to).toBeGreaterThan(drawn!.likelyX!.from)
    expect(drawn!.side).not.toBe('right')
  })

  test('put a phase’s name into its bar where it fits, else where there is more room', () => {
    const phase = (id: string, startsOn: string, finishesOn: string) => ({
      id,
      name: 'Rollout',
      startsOn,
      finishesOn,
    })
    const phases = [
      phase('a', '2026-01-05', '2026-12-20'),
      phase('b', '2026-01-05', '2026-01-06'),
      phase('c', '2026-12-18', '2026-12-20'),
    ]
    const layout = milestoneLanes([], '2026-02-01', () => '', phases)
    expect(layout.phases.map(({ side }) => side)).toEqual(['inside', 'right', 'left'])
    for (const { fromX, toX } of layout.phases) expect(toX).toBeGreaterThan(fromX)
  })
})
