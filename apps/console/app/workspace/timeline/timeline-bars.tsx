import { memo } from 'react'
import { endWidth } from './gesture'
import {
  labelX,
  layers,
  type Paths,
  type Placed,
  type RowMeasure,
} from '@countersign/domain/timeline/row-shape'
import type { Scale } from '@countersign/domain/timeline/time-scale'

/** All bars at once, layer by layer, and the words right of them. */
export const TimelineBars = memo(function TimelineBars(props: {
  paths: Paths
  links: { plain: string; critical: string }
}) {
  const { paths, links } = props
  return (
    <g className="cn-tl-bars">
      {layers.slice(0, 3).map((layer) => (
        <path className={`cn-tl-${layer}`} key={layer} d={paths[layer]} />
      ))}
      <path className="cs-link" d={links.plain} />
      <path className="cs-link cs-link-critical" d={links.critical} />
      {layers.slice(3).map((layer) => (
        <path className={`cn-tl-${layer}`} key={layer} d={paths[layer]} />
      ))}
    </g>
  )
})

export const TimelineLabels = memo(function TimelineLabels(props: {
  scale: Scale
  measure: RowMeasure
  places: readonly Placed[]
  first: number
}) {
  const { scale, measure, places, first } = props
  return (
    <g className="cn-tl-labels" aria-hidden>
      {places.map((place) => {
        const { uid, label } = place.row
        const x = label ? labelX(scale, place) : 0
        if (!label || x < 0 || x > scale.width) return null
        return (
          <text key={uid} x={x} y={(place.index - first) * measure.row + measure.middle + 4}>
            {label}
          </text>
        )
      })}
    </g>
  )
})

/** A row's bar as the keyboard, a screen reader and the pointer find it: clear, over what is drawn. */
export const BarTarget = memo(function BarTarget(props: {
  uid: number
  name: string
  x: number
  y: number
  width: number
  height: number
  isStop: boolean
  isSelected: boolean
  mayMove: boolean
}) {
  const { uid, name, x, y, width, height, isStop, isSelected, mayMove } = props
  return (
    <rect
      className={mayMove ? 'cn-tl-target cn-tl-movable' : 'cn-tl-target'}
      role="button"
      tabIndex={isStop ? 0 : -1}
      aria-label={name}
      aria-pressed={isSelected}
      data-uid={uid}
      data-grip="bar"
      x={x}
      y={y}
      width={width}
      height={height}
      rx="4"
    />
  )
})

/** As wide as a finger, beside the bar: what lies on it is the bar's own. */
const REACH = 16

/** What can be taken hold of at the one bar that the pointer or the focus is on. */
export function BarGrips({ place, measure, first }: { place: Placed; measure: RowMeasure; first: number }) {
  const { row, left, right, index } = place
  const top = (index - first) * measure.row + measure.top
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
