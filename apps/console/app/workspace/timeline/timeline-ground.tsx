import { memo } from 'react'
import { todayX } from '@countersign/domain/timeline/row-shape'
import { idlePath, tiersOf, type Scale } from '@countersign/domain/timeline/time-scale'
import type { TimelinePlan } from '@countersign/domain/timeline/timeline-plan'

/** What lies behind the bars from the first row to the last: time without work, the lines of ticks, today. */
export const TimelineGround = memo(function TimelineGround(props: {
  scale: Scale
  workOn: TimelinePlan['workOn']
  today: number
  height: number
}) {
  const { scale, workOn, today, height } = props
  const { upper, lower } = tiersOf(scale)
  const now = todayX(scale, today)
  return (
    <g className="cn-tl-ground">
      <path className="cs-weekends" d={idlePath(scale, workOn, height)} />
      <path className="cs-grid-line" d={lower.ticks.map(({ x }) => `M${x} 0V${height}`).join('')} />
      <path
        className="cs-grid-line cs-grid-strong"
        d={upper.ticks.map(({ x }) => `M${x} 0V${height}`).join('')}
      />
      {now === null ? null : <path className="cn-tl-today" d={`M${now} 0V${height}`} />}
    </g>
  )
})

/** The lines below some rows. */
export const RowLines = memo(function RowLines(props: {
  firstIndex: number
  count: number
  rowHeight: number
  width: number
}) {
  const { firstIndex, count, rowHeight, width } = props
  let lines = ''
  for (let row = 1; row <= count; row++) lines += `M0 ${(firstIndex + row) * rowHeight - 0.5}H${width}`
  return <path className="cs-grid-line" d={lines} />
})
