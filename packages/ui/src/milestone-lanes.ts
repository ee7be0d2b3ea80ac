import { dateOfDayNumber, dayNumber, type LocalDate } from '@countersign/domain/calendar-day'
import { mondays, monthStarts } from './month-ticks'

export type TimelineMilestone = {
  id: string
  name: string
  kind: 'delivery' | 'acceptance' | 'billing'
  promisedOn: LocalDate
  currentOn: LocalDate
  done: boolean
  /** By when half of a forecast's runs reached it, and by when eight of ten. */
  likely?: { p50: LocalDate; p80: LocalDate }
}

export type TimelinePhase = { id: string; name: string; startsOn: LocalDate; finishesOn: LocalDate }

/**
 * The narrowest drawing in pixels (the stylesheet shows the list below it). Places are percentages and text keeps
 * its size, so labels that part at this width part at every wider one.
 */
export const NARROWEST = 680
const MARKER = 15
const GAP = 20
const CHARACTER = 7
const LONGEST_NAME = 42
const WIDEST_TICK = 68

export type LabelSide = 'right' | 'left' | 'over'
export type PlacedMilestone = TimelineMilestone & {
  lane: number
  promisedX: number
  currentX: number
  likelyX: { from: number; to: number } | null
  label: string
  side: LabelSide
}
export type PlacedPhase = TimelinePhase & {
  fromX: number
  toX: number
  label: string
  side: Exclude<LabelSide, 'over'> | 'inside'
}

type Tick = { x: number; on: LocalDate; unit: 'week' | 'month' | 'year' }

export type TimelineLayout = {
  placed: PlacedMilestone[]
  phases: PlacedPhase[]
  lanes: number
  ticks: Tick[]
  /** Percent; null where today is far from everything drawn. */
  todayX: number | null
  from: LocalDate
  to: LocalDate
}

/** Places milestones in as few lanes as their labels allow. `note` is each label's second line. */
export function milestoneLanes(
  milestones: readonly TimelineMilestone[],
  today: LocalDate,
  note: (milestone: TimelineMilestone) => string,
  phases: readonly TimelinePhase[] = [],
): TimelineLayout {
  const days = [
    ...milestones.flatMap(({ promisedOn, currentOn, likely }) =>
      likely ? [promisedOn, currentOn, likely.p50, likely.p80] : [promisedOn, currentOn],
    ),
    ...phases.flatMap(({ startsOn, finishesOn }) => [startsOn, finishesOn]),
  ].map(dayNumber)
  const earliest = Math.min(...days)
  const latest = Math.max(...days)
  const near = Math.max(45, (latest - earliest) / 3)
  const todayDay = dayNumber(today)
  const todayShown = todayDay > earliest - near && todayDay < latest + near
  const first = todayShown ? Math.min(earliest, todayDay) : earliest
  const last = todayShown ? Math.max(latest, todayDay) : latest
  const pad = Math.max(3, Math.round((last - first) * 0.03))
  const span = last - first + 2 * pad
  const x = (day: number) => Math.round(((day - first + pad) / span) * 10_000) / 100

  const laneEnds: number[] = []
  const placed = [...milestones]
    .sort((a, b) => (a.currentOn < b.currentOn ? -1 : a.currentOn > b.currentOn ? 1 : 0))
    .map((milestone): PlacedMilestone => {
      const label = shortened(milestone.name)
      const promisedX = x(dayNumber(milestone.promisedOn))
      const currentX = x(dayNumber(milestone.currentOn))
      const { likely } = milestone
      const likelyX = likely ? { from: x(dayNumber(likely.p50)), to: x(dayNumber(likely.p80)) } : null
      const marks = [promisedX, currentX, ...(likelyX ? [likelyX.from, likelyX.to] : [])]
      const left = (Math.min(...marks) / 100) * NARROWEST - MARKER
      const right = (Math.max(...marks) / 100) * NARROWEST + MARKER
      const width = Math.max(label.length, note(milestone).length) * CHARACTER
      const side: LabelSide = right + width <= NARROWEST ? 'right' : left - width >= 0 ? 'left' : 'over'
      // A label on top ends where its mark does.
      const above = (currentX / 100) * NARROWEST - MARKER - width
      const start = side === 'left' ? left - width : side === 'over' ? Math.min(left, above) : left
      const end = side === 'right' ? right + width : right
      let lane = laneEnds.findIndex((laneEnd) => laneEnd + GAP <= start)
      if (lane === -1) lane = laneEnds.length
      laneEnds[lane] = end
      return { ...milestone, lane, promisedX, currentX, likelyX, label, side }
    })

  return {
    placed,
    phases: phases.map((phase) => placedPhase(phase, x)),
    lanes: laneEnds.length,
    ticks: ticksOf(first - pad, last + pad, x),
    todayX: todayShown ? x(todayDay) : null,
    from: dateOfDayNumber(earliest),
    to: dateOfDayNumber(latest),
  }
}

/** A phase's name stands in its bar, else beside it where there is more room. */
function placedPhase(phase: TimelinePhase, x: (day: number) => number): PlacedPhase {
  const fromX = x(dayNumber(phase.startsOn))
  const toX = Math.max(fromX + 0.4, x(dayNumber(phase.finishesOn) + 1))
  const label = shortened(phase.name)
  const width = label.length * CHARACTER + 2 * GAP
  const isInside = ((toX - fromX) / 100) * NARROWEST >= width
  return { ...phase, fromX, toX, label, side: isInside ? 'inside' : 100 - toX >= fromX ? 'right' : 'left' }
}

function ticksOf(firstDay: number, lastDay: number, x: (day: number) => number): Tick[] {
  const room = Math.floor(NARROWEST / WIDEST_TICK)
  const days = lastDay - firstDay
  if (days < 75) {
    const step = Math.ceil(days / 7 / room)
    return mondays(firstDay, lastDay, step).map((day) => ({
      x: x(day),
      on: dateOfDayNumber(day),
      unit: 'week',
    }))
  }
  const months = days / 30.4
  const step = [1, 2, 3, 6].find((candidate) => months / candidate <= room)
  const unit = step ? 'month' : 'year'
  const thinned = step ?? 12 * Math.ceil(months / 12 / room)
  return monthStarts(firstDay, lastDay, Math.min(thinned, 12)).map((on) => ({
    x: x(dayNumber(on)),
    on,
    unit,
  }))
}

function shortened(name: string): string {
  const characters = [...name]
  return characters.length <= LONGEST_NAME
    ? name
    : `${characters
        .slice(0, LONGEST_NAME - 1)
        .join('')
        .trimEnd()}…`
}
