import { type LocalDate, daysBetween } from '@countersign/domain/calendar-day'
import type { Format } from './i18n/format'
import type { UiMessages } from './i18n/ui-en'
import { useFormat, useUiMessages } from './i18n-context'
import {
  milestoneLanes,
  type PlacedMilestone,
  type TimelineLayout,
  type TimelineMilestone,
} from './milestone-lanes'
import { MilestoneMark } from './milestone-mark'

export type { TimelineMilestone } from './milestone-lanes'

const AXIS = 46
const LANE = 46

/**
 * The first promise beside the current date, with the slip drawn between. A drawing where there is room; the list,
 * which phones show instead, is always there for screen readers.
 */
export function MilestoneTimeline(props: {
  title: string
  milestones: readonly TimelineMilestone[]
  today: LocalDate
  /** What that day is called where it is not today: the day of an earlier publication. */
  todayLabel?: string
}) {
  const { title, milestones, today } = props
  const messages = useUiMessages()
  const todayLabel = props.todayLabel ?? messages.today
  const format = useFormat()
  if (milestones.length === 0) return <p className="cs-note">{messages.noMilestones}</p>
  const layout = milestoneLanes(milestones, today, (milestone) => noteOf(milestone, format, messages))
  const height = AXIS + layout.lanes * LANE + 8
  const description = messages.timelineDescription(
    format.number(milestones.length),
    format.date(layout.from),
    format.date(layout.to),
  )
  return (
    <div className="cs-timeline">
      <svg
        className="cs-timeline-drawing"
        width="100%"
        height={height}
        role="img"
        aria-label={`${title}. ${description}`}
      >
        <Axis layout={layout} height={height} todayLabel={todayLabel} />
        {layout.placed.map((milestone) => (
          <Lane key={milestone.id} milestone={milestone} today={today} />
        ))}
      </svg>
      <Legend />
      <MilestoneList placed={layout.placed} today={today} todayLabel={todayLabel} title={title} />
    </div>
  )
}

function Axis(props: { layout: TimelineLayout; height: number; todayLabel: string }) {
  const { layout, height, todayLabel } = props
  const format = useFormat()
  return (
    <g>
      {layout.ticks.map((tick, index) => (
        <g key={tick.on}>
          <line className="cs-grid-line" x1={`${tick.x}%`} x2={`${tick.x}%`} y1="24" y2={height} />
          {tick.x < 93 ? (
            <text className="cs-tick" x={`${tick.x}%`} y="36" dx="6">
              {tickLabel(tick, index === 0, format)}
            </text>
          ) : null}
        </g>
      ))}
      {layout.todayX === null ? null : (
        <g className="cs-today">
          <line x1={`${layout.todayX}%`} x2={`${layout.todayX}%`} y1="18" y2={height} />
          <text
            x={`${layout.todayX}%`}
            y="12"
            textAnchor={layout.todayX < 6 ? 'start' : layout.todayX > 94 ? 'end' : 'middle'}
          >
            {todayLabel}
          </text>
        </g>
      )}
    </g>
  )
}

function tickLabel(tick: TimelineLayout['ticks'][number], first: boolean, format: Format): string {
  if (tick.unit === 'week') return format.dayMonth(tick.on)
  const year = tick.on.slice(0, 4)
  if (tick.unit === 'year') return year
  return first || tick.on.slice(5, 7) === '01' ? `${format.month(tick.on)} ${year}` : format.month(tick.on)
}

function Lane({ milestone, today }: { milestone: PlacedMilestone; today: LocalDate }) {
  const messages = useUiMessages()
  const format = useFormat()
  const { promisedX, currentX, side } = milestone
  const y = AXIS + milestone.lane * LANE + LANE / 2
  const moved = milestone.promisedOn !== milestone.currentOn
  const x =
    side === 'right'
      ? Math.max(promisedX, currentX)
      : side === 'left'
        ? Math.min(promisedX, currentX)
        : currentX
  // A slip that leaves no room beside it carries its label on top.
  const lift = side === 'over' ? 17 : 0
  const labelled = {
    x: `${x}%`,
    dx: side === 'right' ? 15 : -15,
    textAnchor: side === 'right' ? 'start' : 'end',
  } as const
  return (
    <g className={`cs-milestone cs-milestone-${stateOf(milestone, today)}`}>
      {moved ? (
        <>
          <line
            className={milestone.currentOn > milestone.promisedOn ? 'cs-slip-line' : 'cs-gain-line'}
            x1={`${promisedX}%`}
            x2={`${currentX}%`}
            y1={y}
            y2={y}
          />
          <svg x={`${promisedX}%`} y={y} overflow="visible">
            <MilestoneMark kind={milestone.kind} look="promised" />
          </svg>
        </>
      ) : null}
      <svg x={`${currentX}%`} y={y} overflow="visible">
        <MilestoneMark kind={milestone.kind} look={milestone.done ? 'done' : 'current'} />
      </svg>
      <text className="cs-milestone-name" y={y - 2 - lift} {...labelled}>
        {milestone.label}
      </text>
      <text className="cs-milestone-note" y={y + 12 - lift} {...labelled}>
        {noteOf(milestone, format, messages)}
      </text>
    </g>
  )
}

function Legend() {
  const messages = useUiMessages()
  const kinds = ['delivery', 'acceptance', 'billing'] as const
  return (
    <ul className="cs-timeline-legend" aria-hidden>
      {kinds.map((kind) => (
        <li key={kind}>
          <LegendMark kind={kind} look="current" />
          {messages.milestoneKind[kind]}
        </li>
      ))}
      <li>
        <LegendMark kind="delivery" look="promised" />
        {messages.promised}
      </li>
      <li>
        <LegendMark kind="delivery" look="done" />
        {messages.done}
      </li>
    </ul>
  )
}

function LegendMark(props: { kind: TimelineMilestone['kind']; look: 'promised' | 'current' | 'done' }) {
  return (
    <svg className="cs-mark" viewBox="-10 -10 20 20" width="20" height="20" aria-hidden focusable="false">
      <MilestoneMark {...props} />
    </svg>
  )
}

function MilestoneList(props: {
  placed: readonly PlacedMilestone[]
  today: LocalDate
  todayLabel: string
  title: string
}) {
  const { placed, today, todayLabel, title } = props
  const messages = useUiMessages()
  const format = useFormat()
  const past = placed.filter((milestone) => milestone.currentOn < today)
  const ahead = placed.slice(past.length)
  const item = (milestone: PlacedMilestone) => (
    <li className={`cs-timeline-item cs-milestone-${stateOf(milestone, today)}`} key={milestone.id}>
      <LegendMark kind={milestone.kind} look={milestone.done ? 'done' : 'current'} />
      <div>
        <p className="cs-timeline-name">{milestone.name}</p>
        <p>
          <time dateTime={milestone.currentOn}>{format.date(milestone.currentOn)}</time>
          <span className="cs-note">
            {' · '}
            {messages.milestoneKind[milestone.kind]}
            {milestone.done ? ` · ${messages.done}` : null}
          </span>
        </p>
        <p className="cs-note">
          {milestone.promisedOn === milestone.currentOn ? (
            messages.asPromised
          ) : (
            <>
              {messages.promisedOn(format.date(milestone.promisedOn))}{' '}
              <span className="cs-slip">{slipOf(milestone, format, messages)}</span>
            </>
          )}
        </p>
      </div>
    </li>
  )
  return (
    <ol className="cs-timeline-list" aria-label={title}>
      {past.map(item)}
      <li className="cs-timeline-today">
        <span>
          {todayLabel}, <time dateTime={today}>{format.date(today)}</time>
        </span>
      </li>
      {ahead.map(item)}
    </ol>
  )
}

function stateOf(milestone: TimelineMilestone, today: LocalDate): 'done' | 'overdue' | 'moved' | 'steady' {
  if (milestone.done) return 'done'
  if (milestone.currentOn < today) return 'overdue'
  return milestone.currentOn > milestone.promisedOn ? 'moved' : 'steady'
}

function noteOf(milestone: TimelineMilestone, format: Format, messages: UiMessages): string {
  const day = format.dateShort(milestone.currentOn)
  const slip = slipOf(milestone, format, messages)
  return slip === null ? day : `${day} · ${slip}`
}

function slipOf(milestone: TimelineMilestone, format: Format, messages: UiMessages): string | null {
  const days = daysBetween(milestone.promisedOn, milestone.currentOn)
  if (days === 0) return null
  return days > 0 ? messages.later(format.days(days)) : messages.earlier(format.days(-days))
}
