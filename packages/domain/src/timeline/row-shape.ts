import type { TimelineRow } from './timeline-plan'
import { xOf, xOfFinish, xOfPoint, xOfStart, type Scale } from './time-scale'

/** Where a row's parts lie across its height, in pixels from its top. */
export type RowMeasure = { row: number; top: number; bar: number; middle: number; ghost: number }

export function measureOf(rowHeight: number): RowMeasure {
  const bar = Math.round(rowHeight * 0.46)
  const top = Math.round((rowHeight - bar - 6) / 2)
  return { row: rowHeight, top, bar, middle: top + bar / 2, ghost: top + bar + 2 }
}

/** What a row takes up sideways: the ends of its bar, where links leave and enter it. */
export type Placed = { index: number; row: TimelineRow; left: number; right: number }

/** Half a diamond is as wide as half a bar is high. */
export function placed(scale: Scale, measure: RowMeasure, row: TimelineRow, index: number): Placed {
  if (row.kind === 'milestone') {
    const x = xOfPoint(scale, row.finish)
    const half = measure.bar / 2 + 1
    return { index, row, left: x - half, right: x + half }
  }
  const left = xOfStart(scale, row.start)
  return { index, row, left, right: Math.max(left + 3, xOfFinish(scale, row.finish)) }
}

export type Layer =
  | 'ghost'
  | 'float'
  | 'pause'
  | 'task'
  | 'done'
  | 'critical'
  | 'critical-done'
  | 'critical-base'
  | 'manual-ends'
  | 'inactive'
  | 'summary'
  | 'summary-folded'
  | 'milestone'
  | 'milestone-critical'
  | 'milestone-done'
  | 'milestone-check'
  | 'milestone-inactive'
  | 'whisker'
  | 'deadline'
  | 'deadline-missed'

/** From back to front. */
export const layers: readonly Layer[] = [
  'float',
  'ghost',
  'pause',
  'task',
  'critical',
  'inactive',
  'done',
  'critical-done',
  'critical-base',
  'manual-ends',
  'summary',
  'summary-folded',
  'whisker',
  'milestone',
  'milestone-critical',
  'milestone-done',
  'milestone-check',
  'milestone-inactive',
  'deadline',
  'deadline-missed',
]

export type Paths = Record<Layer, string>

/**
 * The rows' shapes, one path a layer: some elements for all of them together. Colour is never alone: what is critical
 * stands on a thick base, what is set by hand in brackets, what is inactive is hollow and dashed.
 */
export function shapesOf(
  scale: Scale,
  measure: RowMeasure,
  rows: readonly Placed[],
  firstIndex: number,
): Paths {
  const paths = Object.fromEntries(layers.map((layer) => [layer, ''])) as Paths
  for (const place of rows) drawRow(paths, scale, measure, place, (place.index - firstIndex) * measure.row)
  return paths
}

/** What is far out of sight sideways need not be drawn exactly: long shapes cost time, seen or not. */
function nearSight(scale: Scale, x: number): number {
  return Math.min(scale.width + OUT_OF_SIGHT, Math.max(-OUT_OF_SIGHT, x))
}
const OUT_OF_SIGHT = 60

function drawRow(paths: Paths, scale: Scale, measure: RowMeasure, place: Placed, rowTop: number) {
  const { row, left, right } = place
  const top = rowTop + measure.top
  const middle = rowTop + measure.middle
  if (row.floatTo !== null) {
    const from = nearSight(scale, right)
    const x = nearSight(scale, xOfFinish(scale, row.floatTo))
    if (x > from + 1) paths.float += `M${from} ${middle}H${x}M${x} ${middle - 3}v6`
  }
  if (row.baseline) paths.ghost += ghost(scale, measure, row, rowTop)
  if (row.kind === 'milestone') drawMilestone(paths, measure, place, middle)
  else if (row.kind === 'summary') drawSummary(paths, scale, measure, place, top)
  else drawTask(paths, scale, measure, place, top)
  if (row.p80 !== null) {
    const x = nearSight(scale, xOfFinish(scale, row.p80))
    const from = nearSight(scale, row.kind === 'milestone' ? (left + right) / 2 : right)
    if (Math.abs(x - from) > 1) paths.whisker += `M${from} ${middle}H${x}M${x} ${middle - 5}v10`
  }
  if (row.deadline !== null) {
    const x = xOfFinish(scale, row.deadline)
    paths[row.finish > row.deadline ? 'deadline-missed' : 'deadline'] +=
      `M${x} ${top + 1}v${measure.bar + 2}M${x - 5} ${top - 3}h10l-5 6z`
  }
}

function drawTask(paths: Paths, scale: Scale, { bar }: RowMeasure, place: Placed, top: number) {
  const { row, left, right } = place
  const spans = row.pieces?.map(({ start, finish }) => {
    const from = xOfStart(scale, start)
    return { from, to: Math.max(from + 2, xOfFinish(scale, finish)) }
  }) ?? [{ from: left, to: right }]
  const length = spans.reduce((sum, { from, to }) => sum + to - from, 0)
  let done = (length * Math.min(100, Math.max(0, row.percentDone))) / 100
  const layer = !row.isActive ? 'inactive' : row.isCritical ? 'critical' : 'task'
  const near = (x: number) => nearSight(scale, x)
  for (const [at, { from, to }] of spans.entries()) {
    paths[layer] += rounded(near(from), top, near(to) - near(from), bar, 2.5)
    if (at > 0) paths.pause += `M${near(spans[at - 1]!.to)} ${top + bar / 2}H${near(from)}`
    const share = Math.min(done, to - from)
    done -= share
    if (share > 0.5 && row.isActive) {
      const across = tenth(near(from + share) - near(from))
      paths[row.isCritical ? 'critical-done' : 'done'] +=
        `M${near(from)} ${top + Math.round(bar * 0.3)}h${across}v${Math.round(bar * 0.4)}h${-across}z`
    }
    if (row.isCritical && row.isActive) paths['critical-base'] += `M${near(from)} ${top + bar}H${near(to)}`
  }
  if (row.isManual)
    paths['manual-ends'] +=
      `M${left + 4} ${top - 1.5}h-5v${bar + 3}h5M${right - 4} ${top - 1.5}h5v${bar + 3}h-5`
}

function drawMilestone(paths: Paths, { bar }: RowMeasure, { row, left, right }: Placed, middle: number) {
  const x = (left + right) / 2
  const half = bar / 2 + 1
  const diamond = `M${x} ${middle - half}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`
  if (!row.isActive) paths['milestone-inactive'] += diamond
  else if (row.percentDone >= 100) {
    paths['milestone-done'] += diamond
    paths['milestone-check'] += `M${x - 3.2} ${middle}l2.3 2.4l4-4.6`
  } else if (row.isCritical) {
    paths['milestone-critical'] += diamond
    paths['critical-base'] += `M${x - half} ${middle + half + 1.5}h${2 * half}`
  } else paths.milestone += diamond
}

function drawSummary(paths: Paths, scale: Scale, { bar }: RowMeasure, place: Placed, top: number) {
  const { row } = place
  const left = nearSight(scale, place.left)
  const width = tenth(nearSight(scale, place.right) - left)
  const foot = Math.min(5, width / 2)
  const body = Math.round(bar * 0.45)
  const y = top + Math.round(bar * 0.2)
  // Folded away, it stands for its tasks: closed below as a bar is, with their progress in it.
  if (row.isCollapsed) {
    paths['summary-folded'] += `M${left} ${y}h${width}v${body + 4}h${-width}z`
    const share = Math.min(100, Math.max(0, row.percentDone)) / 100
    const done = tenth(nearSight(scale, place.left + (place.right - place.left) * share) - left)
    if (done > 0.5) paths.summary += `M${left} ${y}h${done}v${body + 4}h${-done}z`
    return
  }
  paths.summary += `M${left} ${y}h${width}v${body + 4}l${-foot} -4h${tenth(-width + 2 * foot)}l${-foot} 4z`
}

function ghost(scale: Scale, { row: height, ghost }: RowMeasure, row: TimelineRow, rowTop: number): string {
  const { start, finish } = row.baseline!
  const y = rowTop + ghost
  if (row.kind === 'milestone') {
    const x = xOfPoint(scale, finish)
    // Within its row, however narrow that is.
    const half = Math.min(4, (height - ghost + 1) / 2)
    return `M${x} ${y - 1}l${half} ${half}l${-half} ${half}l${-half} ${-half}z`
  }
  const x = xOfStart(scale, start)
  const end = nearSight(scale, Math.max(x + 3, xOfFinish(scale, finish)))
  return `M${nearSight(scale, x)} ${y}H${end}v4H${nearSight(scale, x)}z`
}

function rounded(x: number, y: number, width: number, height: number, radius: number): string {
  const r = Math.min(radius, width / 2)
  const [across, down] = [tenth(width - 2 * r), tenth(height - 2 * r)]
  return (
    `M${tenth(x + r)} ${y}h${across}q${r} 0 ${r} ${r}v${down}q0 ${r} ${-r} ${r}` +
    `h${-across}q${-r} 0 ${-r} ${-r}v${-down}q0 ${-r} ${r} ${-r}z`
  )
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** How far to the right a row's drawing reaches: its label stands behind. */
export function labelX(scale: Scale, { row, right }: Placed): number {
  const ends = [row.p80, row.floatTo, row.deadline].filter((moment) => moment !== null)
  return Math.max(right, ...ends.map((moment) => xOfFinish(scale, moment))) + 8
}

export function todayX(scale: Scale, today: number): number | null {
  const x = xOf(scale, today)
  return x >= 0 && x <= scale.width ? x : null
}
