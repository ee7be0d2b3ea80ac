import { momentOf } from '../schedule/moment'
import { openSchedule } from '../schedule/open-schedule'
import { link, monday, plan, task } from '../schedule/plan-examples'
import type { Plan } from '../schedule/plan'
import { describe, expect, test } from 'vitest'
import { elbow, linksByBlock, linksOf } from './link-paths'
import { readTimeline } from './read-timeline'
import { labelX, layers, measureOf, placed, shapesOf, type Layer } from './row-shape'
import type { TimelinePlan } from './timeline-plan'

const scale = { from: momentOf('2026-03-02T00:00'), pixelsPerDay: 20, width: 800 }
const measure = measureOf(32)
const day = 480

function read(of: Plan, more: Partial<Parameters<typeof readTimeline>[0]> = {}): TimelinePlan {
  const opened = openSchedule(of)
  if (!opened.ok) throw new Error(opened.why)
  const { start, finish } = opened.schedule.current()
  return readTimeline({
    schedule: opened.schedule,
    span: { start: momentOf(start), finish: momentOf(finish) },
    shown: of.tasks.map(({ uid }) => uid),
    collapsed: new Set(),
    baseline: 0,
    p80: null,
    showsFloat: true,
    mayEdit: true,
    labelOf: () => '',
    today: momentOf('2026-03-04T12:00'),
    ...more,
  })
}

function drawn(of: TimelinePlan): Layer[] {
  const rows = Array.from({ length: of.rowCount }, (_, index) => placed(scale, measure, of.row(index), index))
  const paths = shapesOf(scale, measure, rows, 0)
  return layers.filter((layer) => paths[layer] !== '')
}

describe('a row of the timeline', () => {
  test('says what of a bar may be taken hold of', () => {
    const timeline = read(
      plan([
        task(1, 0, { isSummary: true, isMilestone: false }),
        task(2, day, { outlineLevel: 2, actualStart: monday, percentComplete: 20 }),
        task(3, 0, { outlineLevel: 2 }),
      ]),
    )
    expect(timeline.row(0).may).toEqual({ move: false, resize: false, progress: false, link: true })
    expect(timeline.row(1).may).toEqual({ move: false, resize: true, progress: true, link: true })
    expect(timeline.row(2).may).toEqual({ move: true, resize: false, progress: false, link: true })
    const reading = read(plan([task(1, day)]), { mayEdit: false })
    expect(reading.row(0).may).toEqual({ move: false, resize: false, progress: false, link: false })
  })

  test('has the pieces of a split task, the pause counted in working time', () => {
    const timeline = read(plan([task(1, 2 * day, { splits: [{ afterMinutes: day, gapMinutes: 3 * day }] })]))
    expect(timeline.row(0).pieces).toEqual([
      { start: momentOf('2026-03-02T08:00'), finish: momentOf('2026-03-02T17:00') },
      { start: momentOf('2026-03-06T08:00'), finish: momentOf('2026-03-06T17:00') },
    ])
  })

  test('tells how far a task can slip, and of a critical one nothing', () => {
    const timeline = read(plan([task(1, day), task(2, 5 * day)]))
    expect(timeline.row(0).floatTo).toBe(momentOf('2026-03-06T17:00'))
    expect(timeline.row(1).floatTo).toBeNull()
    expect(timeline.row(1).isCritical).toBe(true)
  })

  test('reads the plan as it is at that time, after an edit too', () => {
    const opened = openSchedule(plan([task(1, day), task(2, day)], [link(1, 2)]))
    if (!opened.ok) throw new Error(opened.why)
    const source = { schedule: opened.schedule, shown: [1, 2] }
    const before = read(opened.schedule.plan, source)
    expect(before.row(1).start).toBe(momentOf('2026-03-03T08:00'))
    opened.schedule.apply({ kind: 'change-task', uid: 1, change: { durationMinutes: 3 * day } })
    expect(read(opened.schedule.plan, source).row(1).start).toBe(momentOf('2026-03-05T08:00'))
  })
})

describe('what is drawn of a row', () => {
  const baseline = {
    number: 0,
    start: monday,
    finish: '2026-03-02T17:00',
    durationMinutes: day,
    workMinutes: null,
  }

  test.each<[string, Plan, Layer[]]>([
    ['critical stands on a base', plan([task(1, day)]), ['critical', 'critical-base']],
    ['slipping has a line to its latest', plan([task(1, day), task(2, 3 * day)]), ['float', 'task']],
    ['planned otherwise keeps a ghost', plan([task(1, day, { baselines: [baseline] })]), ['ghost']],
    [
      'begun shows how much is done',
      plan([task(1, day, { percentComplete: 50, actualStart: monday })]),
      ['critical-done'],
    ],
    ['inactive is hollow', plan([task(1, day, { isActive: false })]), ['inactive']],
    [
      'dated by hand stands in brackets',
      plan([task(1, day, { manual: { start: '2026-03-03T08:00', finish: '2026-03-03T17:00' } })]),
      ['manual-ends'],
    ],
    [
      'late misses its deadline',
      plan([task(1, 9 * day, { deadline: '2026-03-05T17:00' })]),
      ['deadline-missed'],
    ],
    ['in time has its deadline ahead', plan([task(1, day, { deadline: '2026-03-05T17:00' })]), ['deadline']],
    [
      'a reached milestone has a tick',
      plan([task(1, 0, { percentComplete: 100 })]),
      ['milestone-done', 'milestone-check'],
    ],
  ])('%s', (_, of, expected) => {
    expect(drawn(read(of))).toEqual(expect.arrayContaining(expected))
  })

  test('a folded summary looks unlike an open one', () => {
    const of = plan([task(1, 0, { isSummary: true, isMilestone: false }), task(2, day, { outlineLevel: 2 })])
    expect(drawn(read(of, { shown: [1] }))).toEqual(['summary'])
    expect(drawn(read(of, { shown: [1], collapsed: new Set([1]) }))).toEqual(['summary-folded'])
  })

  test('the whisker reaches to the finish that eight of ten runs keep, the label stands behind it', () => {
    const p80 = momentOf('2026-03-10T17:00')
    const timeline = read(plan([task(1, day)]), { p80: new Map([[1, p80]]) })
    expect(drawn(timeline)).toContain('whisker')
    expect(labelX(scale, placed(scale, measure, timeline.row(0), 0))).toBe(9 * 20 + 8)
  })

  test('no shape is much longer than what is in sight', () => {
    const timeline = read(plan([task(1, 4_000 * day)]))
    const paths = shapesOf(scale, measure, [placed(scale, measure, timeline.row(0), 0)], 0)
    const numbers = Object.values(paths)
      .join(' ')
      .match(/-?\d+(\.\d+)?/g)!
      .map(Number)
    expect(Math.max(...numbers)).toBeLessThanOrEqual(scale.width + 61)
  })
})

describe('links', () => {
  const two = read(
    plan([task(1, day), task(2, 2 * day), task(3, day)], [link(1, 2), link(2, 3, { type: 'SS' })]),
  )
  const at = (index: number) => placed(scale, measure, two.row(index), index)

  test('are drawn where one end is among the rows, each once', () => {
    const all = [0, 1, 2].map(at)
    const { plain, critical } = linksOf(two, scale, measure, all)
    expect(`${plain}${critical}`.match(/M\d/g)).toHaveLength(2)
    expect(linksOf(two, scale, measure, [at(2)]).plain).not.toBe('')
    expect(linksOf(two, scale, measure, [at(0)]).critical).not.toBe('')
  })

  test('stand in the block of the row that they leave, and in that of the other while it is out of sight', () => {
    expect([...linksByBlock(two, scale, measure, [0, 1, 2].map(at), 2).keys()]).toEqual([0])
    const below = linksByBlock(two, scale, measure, [at(2)], 2)
    expect([...below.keys()]).toEqual([1])
    expect(below.get(1)!.plain).toContain(`V${2 * measure.row + measure.middle}`)
  })

  test('are left out where their task is folded away, and where days are too narrow', () => {
    const folded = read(plan([task(1, day), task(2, day)], [link(1, 2)]), { shown: [1] })
    expect(linksOf(folded, scale, measure, [at(0)])).toEqual({ plain: '', critical: '' })
    const far = { ...scale, pixelsPerDay: 0.2 }
    expect(linksOf(two, far, measure, [at(0), at(1)])).toEqual({ plain: '', critical: '' })
  })

  test.each(['FS', 'SS', 'FF', 'SF'] as const)('%s leaves and enters by its own ends', (type) => {
    const [from, to] = [at(0), at(2)]
    const path = elbow(from, to, type, measure, 0)
    expect(path.startsWith(`M${type[0] === 'F' ? from.right : from.left} `)).toBe(true)
    // From finish to start goes down into the bar from above.
    expect(path).toContain(`V${64 + (type === 'FS' ? measure.top : measure.middle)}`)
  })
})
