import { isSameValue } from '@countersign/domain/plan-merge/same-value'
import { linksByBlock, type LinkPaths } from '@countersign/domain/timeline/link-paths'
import {
  placed,
  shapesOf,
  type Paths,
  type Placed,
  type RowMeasure,
} from '@countersign/domain/timeline/row-shape'
import type { Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan, TimelineRow } from '@countersign/domain/timeline/timeline-plan'

/** Some rows under one another as they are drawn together: the same object as long as they look the same. */
export type RowBlock = { block: number; places: readonly Placed[]; paths: Paths; links: LinkPaths }

/** Scrolling draws so many rows at a time; what moves while a bar is dragged has the rows around it drawn again. */
export const ROWS_IN_BLOCK = 8

export type Drawn = { scale: Scale | null; measure: RowMeasure | null; blocks: readonly RowBlock[] }

export const nothingDrawn: Drawn = { scale: null, measure: null, blocks: [] }

/**
 * The rows from first to last in blocks, heights counted from the plan's first row. Whatever stands as it stood in
 * `before` is taken over, so that only what changed is drawn anew.
 */
export function blocksOf(
  before: Drawn,
  plan: TimelinePlan,
  { scale, measure }: { scale: Scale; measure: RowMeasure },
  { first, last }: { first: number; last: number },
): Drawn {
  const isSameScale = before.scale === scale && before.measure === measure
  const known = new Map(before.blocks.map((each) => [each.block, each]))
  const stands: { block: number; was: RowBlock | undefined; places: readonly Placed[] }[] = []
  for (let from = first; from <= last; from += ROWS_IN_BLOCK) {
    const block = Math.floor(from / ROWS_IN_BLOCK)
    const was = isSameScale ? known.get(block) : undefined
    const places = placesOf(plan, scale, measure, from, Math.min(last, from + ROWS_IN_BLOCK - 1), was)
    stands.push({ block, was, places })
  }
  const links = linksByBlock(
    plan,
    scale,
    measure,
    stands.flatMap(({ places }) => places),
    ROWS_IN_BLOCK,
  )
  const blocks = stands.map(({ block, was, places }): RowBlock => {
    const own = links.get(block) ?? noLinks
    const isSame = was?.places === places
    if (isSame && was.links.plain === own.plain && was.links.critical === own.critical) return was
    return { block, places, paths: isSame ? was.paths : shapesOf(scale, measure, places, 0), links: own }
  })
  return { scale, measure, blocks }
}

const noLinks: LinkPaths = { plain: '', critical: '' }

function placesOf(
  plan: TimelinePlan,
  scale: Scale,
  measure: RowMeasure,
  from: number,
  to: number,
  was: RowBlock | undefined,
): readonly Placed[] {
  let isSame = was?.places.length === to - from + 1
  const places: Placed[] = []
  for (let index = from; index <= to; index++) {
    const row = plan.row(index)
    const known = was?.places[index - from]
    if (known && isSameRow(known.row, row)) places.push(known)
    else {
      places.push(placed(scale, measure, row, index))
      isSame = false
    }
  }
  return isSame ? was!.places : places
}

function isSameRow(a: TimelineRow, b: TimelineRow): boolean {
  return a === b || (a.uid === b.uid && a.start === b.start && a.finish === b.finish && isSameValue(a, b))
}
