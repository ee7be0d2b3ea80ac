import { memo } from 'react'
import { todayX } from '@countersign/domain/timeline/row-shape'
import { idlePath, tiersOf, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'

/** What lies behind the bars: time without work, the lines of rows and ticks, today. */
export const TimelineGround = memo(function TimelineGround(props: {
  scale: Scale
  workOn: TimelinePlan['workOn']
  today: number
  rowHeight: number
  rowCount: number
}) {
  const { scale, workOn, today, rowHeight, rowCount } = props
  const height = rowCount * rowHeight
  const { upper, lower } = tiersOf(scale)
  const now = todayX(scale, today)
  let lines = ''
  for (let row = 1; row <= rowCount; row++) lines += `M0 ${row * rowHeight - 0.5}H${scale.width}`
  return (
    <g className="cn-tl-ground">
      <path className="cs-weekends" d={idlePath(scale, workOn, height)} />
      <path className="cs-grid-line" d={lines} />
      <path className="cs-grid-line" d={lower.ticks.map(({ x }) => `M${x} 0V${height}`).join('')} />
      <path
        className="cs-grid-line cs-grid-strong"
        d={upper.ticks.map(({ x }) => `M${x} 0V${height}`).join('')}
      />
      {now === null ? null : <path className="cn-tl-today" d={`M${now} 0V${height}`} />}
    </g>
  )
})
