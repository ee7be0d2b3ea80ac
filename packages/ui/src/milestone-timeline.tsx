import { type LocalDate, daysBetween } from '@countersign/domain/calendar-day'
import type { Format } from './i18n/format'
import type { UiMessages } from './i18n/ui-en'
import { useFormat, useUiMessages } from './i18n-context'
import {
  milestoneLanes,
  type PlacedMilestone,
  type PlacedPhase,
  type TimelineLayout,
  type TimelineMilestone,
  type TimelinePhase,
} from './milestone-lanes'
import { MilestoneMark } from './milestone-mark'

export type { TimelineMilestone, TimelinePhase } from './milestone-lanes'

const AXIS = 46
const LANE = 46
const PHASE = 26
const LIKELY = 10

/**
 * The first promise beside the current date, with the slip drawn between, the range in which it is likely where that is
 * known, and the phases above. A drawing where there is room; the list,
 * which phones show instead, is always there for screen readers.
 */
export function MilestoneTimeline(props: {
  title: string
  milestones: readonly TimelineMilestone[]
  phases?: readonly TimelinePhase[]
  today: LocalDate
  /** What that day is called where it is not today: the day of an earlier publication. */
  todayLabel?: string
}) {
  const { title, milestones, phases = [], today } = props
  const messages = useUiMessages()
  const todayLabel = props.todayLabel ?? messages.today
  const format = useFormat()
  if (milestones.length + phases.length === 0) return <p className="cs-note">{messages.noMilestones}</p>
  const layout = milestoneLanes(milestones, today, (milestone) => noteOf(milestone, format, messages), phases)
  const below = AXIS + phases.length * PHASE
  const height = below + layout.lanes * LANE + 8
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
        {layout.phases.map((phase, at) => (
          <Phase key={phase.id} phase={phase} y={AXIS + at * PHASE} />
        ))}
        {layout.placed.map((milestone) => (
          <Lane key={milestone.id} milestone={milestone} today={today} top={below} />
        ))}
      </svg>
      <Legend showsLikely={layout.placed.some(({ likelyX }) => likelyX)} />
      <PhaseList phases={phases} />
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

function Phase({ phase, y }: { phase: PlacedPhase; y: number }) {
  const { fromX, toX, label, side } = phase
  const anchor = side === 'left' ? 'end' : 'start'
  const x = side === 'right' ? toX : fromX
  return (
    <g className="cs-phase">
      <rect x={`${fromX}%`} y={y + 3} width={`${toX - fromX}%`} height={PHASE - 6} rx="4" />
      <text x={`${x}%`} y={y + PHASE / 2 + 4} dx={side === 'left' ? -8 : 8} textAnchor={anchor}>
        {label}
      </text>
    </g>
  )
}

/** The phases in words: for screen readers beside the drawing, for everybody where that has no room. */
function PhaseList({ phases }: { phases: readonly TimelinePhase[] }) {
  const messages = useUiMessages()
  const format = useFormat()
  if (phases.length === 0) return null
  return (
    <ul className="cs-timeline-list cs-phase-list" aria-label={messages.phases}>
      {phases.map(({ id, name, startsOn, finishesOn }) => (
        <li key={id}>
          <span className="cs-timeline-name">{name}</span>{' '}
          <span className="cs-note">
            {messages.fromTo(format.dateShort(startsOn), format.dateShort(finishesOn))}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Lane(props: { milestone: PlacedMilestone; today: LocalDate; top: number }) {
  const { milestone, today, top } = props
  const messages = useUiMessages()
  const format = useFormat()
  const { promisedX, currentX, likelyX, side } = milestone
  const y = top + milestone.lane * LANE + LANE / 2
  const moved = milestone.promisedOn !== milestone.currentOn
  const x =
    side === 'right'
      ? Math.max(promisedX, currentX, likelyX?.to ?? 0)
      : side === 'left'
        ? Math.min(promisedX, currentX, likelyX?.from ?? 100)
        : currentX
  // A slip that leaves no room beside it carries its label on top, and stands lower in its lane for that.
  const [lift, drop] = side === 'over' ? [9, 15] : [0, 0]
  const markY = y + drop
  const labelled = {
    x: `${x}%`,
    dx: side === 'right' ? 15 : -15,
    textAnchor: side === 'right' ? 'start' : 'end',
  } as const
  return (
    <g className={`cs-milestone cs-milestone-${stateOf(milestone, today)}`}>
      {likelyX ? (
        <rect
          className="cs-likely"
          x={`${likelyX.from}%`}
          y={markY - LIKELY / 2}
          width={`${Math.max(0.6, likelyX.to - likelyX.from)}%`}
          height={LIKELY}
          rx={LIKELY / 2}
        />
      ) : null}
      {moved ? (
        <>
          <line
            className={milestone.currentOn > milestone.promisedOn ? 'cs-slip-line' : 'cs-gain-line'}
            x1={`${promisedX}%`}
            x2={`${currentX}%`}
            y1={markY}
            y2={markY}
          />
          <svg x={`${promisedX}%`} y={markY} overflow="visible">
            <MilestoneMark kind={milestone.kind} look="promised" />
          </svg>
        </>
      ) : null}
      <svg x={`${currentX}%`} y={markY} overflow="visible">
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

function Legend({ showsLikely }: { showsLikely: boolean }) {
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
      {showsLikely ? (
        <li>
          <svg className="cs-mark" viewBox="0 0 28 20" width="28" height="20" aria-hidden focusable="false">
            <rect className="cs-likely" x="1" y="5" width="26" height={LIKELY} rx={LIKELY / 2} />
          </svg>
          {messages.likelyMeaning}
        </li>
      ) : null}
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
        {milestone.likely ? (
          <p className="cs-note">{messages.likelyInWords(...likelyDays(milestone.likely, format.date))}</p>
        ) : null}
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
  const likely = milestone.likely ? messages.likely(...likelyDays(milestone.likely, format.dayMonth)) : null
  return [day, slip, likely].filter((part) => part !== null).join(' · ')
}

function likelyDays(
  { p50, p80 }: NonNullable<TimelineMilestone['likely']>,
  day: (on: LocalDate) => string,
): [string, string] {
  return [day(p50), day(p80)]
}

function slipOf(milestone: TimelineMilestone, format: Format, messages: UiMessages): string | null {
  const days = daysBetween(milestone.promisedOn, milestone.currentOn)
  if (days === 0) return null
  return days > 0 ? messages.later(format.days(days)) : messages.earlier(format.days(-days))
}
