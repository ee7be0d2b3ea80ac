import {
  labelX,
  layers,
  type Layer,
  type Paths,
  type Placed,
  type RowMeasure,
} from '@countersign/domain/timeline/row-shape'
import type { Scale } from '@countersign/domain/timeline/time-scale'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { memo } from 'react'
import { timelineMessages } from '../../messages/timeline'
import { barWords } from './bar-words'
import { endWidth } from './gesture'
import type { RowBlock } from './row-blocks'

const [behindLinks, beforeLinks] = [layers.slice(0, 3), layers.slice(3)]

/** The bars layer by layer, links above what only lies behind a bar. A block that looks as before is left alone. */
export const TimelineBars = memo(function TimelineBars({ blocks }: { blocks: readonly RowBlock[] }) {
  return (
    <g className="cn-tl-bars">
      {blocks.map(({ block, paths }) => (
        <Shapes key={`behind ${block}`} paths={paths} of={behindLinks} />
      ))}
      {blocks.map(({ block, links: { plain, critical } }) => (
        <Links key={`links ${block}`} plain={plain} critical={critical} />
      ))}
      {blocks.map(({ block, paths }) => (
        <Shapes key={`before ${block}`} paths={paths} of={beforeLinks} />
      ))}
    </g>
  )
})

const Shapes = memo(function Shapes({ paths, of }: { paths: Paths; of: readonly Layer[] }) {
  return of.map((layer) =>
    paths[layer] ? <path className={`cn-tl-${layer}`} key={layer} d={paths[layer]} /> : null,
  )
})

const Links = memo(function Links({ plain, critical }: { plain: string; critical: string }) {
  return (
    <>
      {plain ? <path className="cs-link" d={plain} /> : null}
      {critical ? <path className="cs-link cs-link-critical" d={critical} /> : null}
    </>
  )
})

/** The words right of the bars. */
export const RowLabels = memo(function RowLabels(props: {
  scale: Scale
  measure: RowMeasure
  places: readonly Placed[]
}) {
  const { scale, measure, places } = props
  return places.map((place) => {
    const { uid, label } = place.row
    const x = label ? labelX(scale, place) : 0
    if (!label || x < 0 || x > scale.width) return null
    return (
      <text key={uid} x={x} y={place.index * measure.row + measure.middle + 4}>
        {label}
      </text>
    )
  })
})

/** What of a block's bars is found by the keyboard, a screen reader and the pointer. */
export const BarTargets = memo(function BarTargets(props: {
  places: readonly Placed[]
  measure: RowMeasure
  selected: ReadonlySet<number>
  /** The one that Tab comes to, where it is among these. */
  stop: number | null
}) {
  const { places, measure, selected, stop } = props
  return places.map((place) => (
    <BarTarget
      key={place.row.uid}
      place={place}
      measure={measure}
      isStop={place.row.uid === stop}
      isSelected={selected.has(place.row.uid)}
    />
  ))
})

/** Clear, over what is drawn. */
const BarTarget = memo(function BarTarget(props: {
  place: Placed
  measure: RowMeasure
  isStop: boolean
  isSelected: boolean
}) {
  const { place, measure, isStop, isSelected } = props
  const { row, left, right, index } = place
  const t = useMessages(timelineMessages)
  const format = useFormat()
  return (
    <rect
      className={row.may.move ? 'cn-tl-target cn-tl-movable' : 'cn-tl-target'}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={barWords(row, format, t)}
      aria-pressed={isSelected}
      data-uid={row.uid}
      data-grip="bar"
      x={left - 3}
      y={index * measure.row + measure.top - 3}
      width={Math.max(12, right - left + 6)}
      height={measure.bar + 6}
      rx="4"
    />
  )
})

/** As wide as a finger, beside the bar: what lies on it is the bar's own. */
const REACH = 16

/** What can be taken hold of at the one bar that the pointer or the focus is on. */
export function BarGrips({ place, measure }: { place: Placed; measure: RowMeasure }) {
  const { row, left, right, index } = place
  const top = index * measure.row + measure.top
  const done = left + ((right - left) * Math.min(100, row.percentDone)) / 100
  const bottom = top + measure.bar
  const middle = top + measure.bar / 2
  const grip = (kind: string) => ({ 'data-uid': row.uid, 'data-grip': kind })
  return (
    <g className="cn-tl-grips" aria-hidden>
      {row.may.resize ? (
        <rect
          {...grip('end')}
          className="cn-tl-end"
          x={right - endWidth(left, right)}
          y={top}
          width={endWidth(left, right) + 3}
          height={measure.bar}
        />
      ) : null}
      {row.may.progress ? (
        <path {...grip('progress')} className="cn-tl-progress" d={`M${done} ${bottom - 3}l5 7h-10z`} />
      ) : null}
      {row.may.link ? (
        <>
          <circle {...grip('from-start')} className="cn-tl-reach" cx={left - REACH} cy={middle} r={REACH} />
          <circle {...grip('from-finish')} className="cn-tl-reach" cx={right + REACH} cy={middle} r={REACH} />
          <circle {...grip('from-start')} className="cn-tl-dot" cx={left - 9} cy={middle} r="4.5" />
          <circle {...grip('from-finish')} className="cn-tl-dot" cx={right + 9} cy={middle} r="4.5" />
        </>
      ) : null}
    </g>
  )
}
