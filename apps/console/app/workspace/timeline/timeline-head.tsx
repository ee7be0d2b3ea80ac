import { weekdayOf } from '@countersign/domain/calendar-day'
import { useFormat } from '@countersign/ui/i18n-context'
import type { Format } from '@countersign/ui/i18n/format'
import { memo } from 'react'
import { tiersOf, type Scale, type Tick, type TickUnit } from '@countersign/domain/timeline/time-scale'
import { todayX } from '@countersign/domain/timeline/row-shape'

const AIR = 6
/** A label that begins before the left edge stays in sight until the next one needs its place. */
const LABEL_ROOM = 74

/** Two tiers: what the lower one counts is named above it. Decoration: every bar says its dates. */
export const TimelineHead = memo(function TimelineHead(props: {
  scale: Scale
  height: number
  today: number
}) {
  const { scale, height, today } = props
  const format = useFormat()
  const { upper, lower } = tiersOf(scale)
  const half = height / 2
  const now = todayX(scale, today)
  const dayWidth = scale.pixelsPerDay
  return (
    <svg className="cn-tl-head" width={scale.width} height={height} aria-hidden focusable="false">
      <path
        className="cs-grid-line cs-grid-strong"
        d={upper.ticks.map(({ x }) => `M${x} 5V${height}`).join('')}
      />
      <path className="cs-grid-line" d={lower.ticks.map(({ x }) => `M${x} ${half}V${height}`).join('')} />
      {upper.ticks.map((tick, at) => {
        const next = upper.ticks[at + 1]?.x ?? scale.width
        const x = Math.max(0, tick.x)
        const room = next - x
        if (room < (tick.x < 0 ? LABEL_ROOM : 24)) return null
        return (
          <text className="cs-tick cs-tick-upper" key={tick.moment} x={x + AIR} y={half - 7}>
            {upperLabel(tick, upper.unit, room, format)}
          </text>
        )
      })}
      {lower.ticks.map((tick, at) => {
        const width = (lower.ticks[at + 1]?.x ?? tick.x + 60) - tick.x
        const centred = lower.unit === 'day' || lower.unit === 'month'
        return (
          <text
            className={lower.unit === 'day' && isWeekend(tick) ? 'cs-tick cn-tl-idle' : 'cs-tick'}
            key={tick.moment}
            x={centred ? tick.x + width / 2 : tick.x + 4}
            y={height - 8}
            textAnchor={centred ? 'middle' : 'start'}
          >
            {lowerLabel(tick, lower.unit, dayWidth, format)}
          </text>
        )
      })}
      {now === null ? null : <path className="cn-tl-now" d={`M${now - 5} ${height - 7}h10l-5 7z`} />}
    </svg>
  )
})

function upperLabel(tick: Tick, unit: TickUnit, room: number, format: Format): string {
  if (unit === 'day')
    return room > 150 ? `${weekday(tick, format)} ${format.date(tick.on)}` : format.dayMonth(tick.on)
  if (unit === 'month') return room > 96 ? format.monthYear(tick.on) : format.month(tick.on)
  return tick.on.slice(0, 4)
}

function lowerLabel(tick: Tick, unit: TickUnit, dayWidth: number, format: Format): string {
  switch (unit) {
    case 'hour':
      return `${String(tick.minute / 60).padStart(2, '0')}:00`
    case 'day':
      return dayWidth >= 46
        ? `${weekday(tick, format)} ${Number(tick.on.slice(8))}`
        : `${Number(tick.on.slice(8))}`
    case 'week':
      return dayWidth * 7 >= 46 ? format.dayMonth(tick.on) : `${Number(tick.on.slice(8))}`
    case 'quarter':
      return `Q${Math.ceil(Number(tick.on.slice(5, 7)) / 3)}`
    case 'month':
      return format.month(tick.on)
    default:
      return tick.on.slice(0, 4)
  }
}

function isWeekend({ on }: Tick): boolean {
  return weekdayOf(on) % 6 === 0
}

const weekdays = new Map<string, Intl.DateTimeFormat>()

function weekday({ on }: Tick, { locale }: Format): string {
  let names = weekdays.get(locale)
  if (!names) {
    names = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
    weekdays.set(locale, names)
  }
  return names.format(Date.parse(`${on}T00:00:00Z`))
}
