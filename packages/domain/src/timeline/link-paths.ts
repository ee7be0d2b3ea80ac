import type { TimelineLink, TimelinePlan } from './timeline-plan'
import { placed, type Placed, type RowMeasure } from './row-shape'
import type { Scale } from './time-scale'

const OUT = 7
/** Where days are as narrow as this, links would only be a grey cloud. */
const NARROWEST_WITH_LINKS = 0.8

export type LinkPaths = { plain: string; critical: string }

/**
 * The links that begin or end at one of the rows, in two paths. What runs on to a row further up or down is drawn as
 * far as that; what ends in a row that is folded away is not.
 */
export function linksOf(
  plan: TimelinePlan,
  scale: Scale,
  measure: RowMeasure,
  rows: readonly Placed[],
): LinkPaths {
  const paths = { plain: '', critical: '' }
  const first = rows[0]?.index ?? 0
  eachLink(plan, scale, measure, rows, (from, to, type) => {
    paths[layerOf(from, to)] += elbow(from, to, type, measure, first)
  })
  return paths
}

/**
 * The same by blocks of so many rows, each link with the row that it leaves, or where that is not among the rows with
 * the one that it enters. Heights count from the plan's first row: what stays looks the same while others scroll.
 */
export function linksByBlock(
  plan: TimelinePlan,
  scale: Scale,
  measure: RowMeasure,
  rows: readonly Placed[],
  rowsInBlock: number,
): Map<number, LinkPaths> {
  const blocks = new Map<number, LinkPaths>()
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? -1]
  eachLink(plan, scale, measure, rows, (from, to, type) => {
    const { index } = from.index >= first && from.index <= last ? from : to
    const block = Math.floor(index / rowsInBlock)
    let paths = blocks.get(block)
    if (!paths) blocks.set(block, (paths = { plain: '', critical: '' }))
    paths[layerOf(from, to)] += elbow(from, to, type, measure, 0)
  })
  return blocks
}

function layerOf(from: Placed, to: Placed): keyof LinkPaths {
  return from.row.isCritical && to.row.isCritical ? 'critical' : 'plain'
}

function eachLink(
  plan: TimelinePlan,
  scale: Scale,
  measure: RowMeasure,
  rows: readonly Placed[],
  draw: (from: Placed, to: Placed, type: TimelineLink['type']) => void,
) {
  if (scale.pixelsPerDay < NARROWEST_WITH_LINKS) return
  const inWindow = new Map(rows.map((place) => [place.row.uid, place]))
  const drawn = new Set<TimelineLink>()
  for (const { row } of rows)
    for (const link of plan.linksOf(row.uid)) {
      if (drawn.has(link)) continue
      drawn.add(link)
      const from = endOf(link.fromUid)
      const to = endOf(link.toUid)
      if (from && to && !isOutOfSight(scale, from, to)) draw(from, to, link.type)
    }

  function endOf(uid: number): Placed | null {
    const known = inWindow.get(uid)
    if (known) return known
    const index = plan.indexOf(uid)
    return index < 0 ? null : placed(scale, measure, plan.row(index), index)
  }
}

function isOutOfSight(scale: Scale, from: Placed, to: Placed): boolean {
  const air = 2 * OUT
  return Math.max(from.right, to.right) < -air || Math.min(from.left, to.left) > scale.width + air
}

/** Out of one end, along between the rows where it must, into the other end with a head. */
export function elbow(
  from: Placed,
  to: Placed,
  type: TimelineLink['type'],
  { row: height, middle, top, bar }: RowMeasure,
  firstIndex: number,
): string {
  const leavesFinish = type === 'FS' || type === 'FF'
  const entersStart = type === 'FS' || type === 'SS'
  const x1 = leavesFinish ? from.right : from.left
  const x2 = entersStart ? to.left : to.right
  const y1 = (from.index - firstIndex) * height + middle
  const y2 = (to.index - firstIndex) * height + middle
  const head = entersStart ? 'm-4.5 -3l4.5 3l-4.5 3' : 'm4.5 -3l-4.5 3l4.5 3'
  // From finish to start where the successor begins no earlier: down into its top, as a hand would draw it.
  if (type === 'FS' && x2 + 3 >= x1 && y1 !== y2) {
    const turn = Math.max(x1, x2 + 3)
    const down = y2 > y1
    const edge = y2 - middle + (down ? top : top + bar)
    if (turn <= to.right - 2)
      return `M${x1} ${y1}H${turn}V${edge}${down ? 'm-3 -4.5l3 4.5l3 -4.5' : 'm-3 4.5l3 -4.5l3 4.5'}`
  }
  const out = x1 + (leavesFinish ? OUT : -OUT)
  const into = x2 + (entersStart ? -OUT : OUT)
  const straight = leavesFinish === entersStart ? (leavesFinish ? out <= into : out >= into) : true
  if (straight) {
    const turn = leavesFinish === entersStart ? out : leavesFinish ? Math.max(out, into) : Math.min(out, into)
    return `M${x1} ${y1}H${turn}V${y2}H${x2}${head}`
  }
  const between = y2 + (y2 > y1 ? -1 : 1) * (height - middle)
  return `M${x1} ${y1}H${out}V${between}H${into}V${y2}H${x2}${head}`
}
