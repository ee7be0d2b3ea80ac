import {
  DONE,
  FF,
  FNET,
  FNLT,
  MANUAL,
  MFO,
  MSO,
  PERCENT,
  SNET,
  SNLT,
  SF,
  SS,
  STARTED,
  SUMMARY,
  type CompiledPlan,
} from './compile-plan'
import { isOnTheWall, lagOf, shifted, type Dates } from './lag'
import type { ScheduleRefusal } from './refusal'
import { passesOf } from './schedule-plan'
import type { WorkingTime } from './working-time'

/**
 * The network again and again with other durations, as a forecast needs it: thousands of passes a second, nothing
 * allocated. It counts in each task's own working time, so that only links between calendars look one up. What it
 * leaves out of the whole rules: a task on which people with different hours work runs on its own calendar, tasks that
 * are as late as possible run as soon as possible, and per cent of a predecessor are of its planned duration.
 */
export type RepeatedPass = {
  readonly count: number
  /** What is left of each task as planned: tenths of a minute of its own calendar; 0 for summaries and done tasks. */
  readonly planned: Float64Array
  /** 1 for a leaf that is not done and not dated by hand: its duration can turn out different. */
  readonly isOpen: Uint8Array
  /** One pass. `remaining` is by task index like `planned`; what is not open keeps its dates. */
  run(remaining: Float64Array): void
  /** Moments (tenths of a minute since 1970) after the last run. */
  startOf(task: number): number
  finishOf(task: number): number
  projectFinish(): number
  /** Adds 1 to each task that stood on a critical path of the last run: any delay of it would have moved the finish. */
  addCritical(counts: Float64Array): void
}

/** Refuses what `schedulePlan` refuses. */
export function repeatedPass(
  compiled: CompiledPlan,
): { ok: true; pass: RepeatedPass } | ScheduleRefusal {
  const dated = passesOf(compiled)
  if (!dated.ok) return dated
  const { early, planStart } = dated.passes
  const { count, network, mode, isActive, calendarOf, constraint, constraintAt } = compiled
  /** The calendar that each task's work is counted on: that of those who do it, where they all keep one. */
  const clockOf = calendarOf.map((calendar, task) => {
    const { parts, calendar: own } = compiled.runs[task]!
    return mode[task] === SUMMARY || parts ? calendar : own
  })
  const { parent, hasChildren, children, leaving, to, order } = network

  const planned = new Float64Array(count)
  const isOpen = new Uint8Array(count)
  /** Work at the moment from which what is left of a task counts; -Infinity where predecessors say. */
  const goesOnAt = new Float64Array(count).fill(-Infinity)
  const startFloor = new Float64Array(count).fill(-Infinity)
  const startCap = new Float64Array(count).fill(Infinity)
  const finishFloor = new Float64Array(count).fill(-Infinity)
  const finishCap = new Float64Array(count).fill(Infinity)
  const start = new Float64Array(count)
  const finish = new Float64Array(count)
  const startBound = new Float64Array(count)
  const finishBound = new Float64Array(count)
  const isCritical = new Uint8Array(count)
  const isCriticalBelow = new Uint8Array(count)
  const { gathers, hands } = summariesThatMatter(compiled)
  const nodes = order.filter((node) =>
    node >= count ? gathers[node - count] === 1 : !hasChildren[node] || hands[node] === 1,
  )
  const { edges, edgeOf } = edgesOf(compiled, clockOf, early)

  for (let task = 0; task < count; task++) {
    if (!hasChildren[task]) prepare(task)
    else if (constraint[task] === SNET) startFloor[task] = clockOf[task]!.workAt(constraintAt[task]!)
  }

  function prepare(task: number): void {
    const calendar = clockOf[task]!
    const stands = mode[task]!
    const at = Number.isNaN(constraintAt[task]!) ? 0 : calendar.workAt(constraintAt[task]!)
    start[task] = calendar.workAt(early.start[task]!)
    finish[task] = calendar.workAt(early.finish[task]!)
    if (stands === DONE || stands === MANUAL) return
    isOpen[task] = 1
    if (stands === STARTED) {
      planned[task] = Math.min(compiled.runs[task]!.remaining, finish[task]! - start[task]!)
      goesOnAt[task] = finish[task]! - planned[task]!
      return
    }
    planned[task] = finish[task]! - start[task]!
    // A date of its own may have put it before the plan's start.
    startFloor[task] = calendar.workAt(Math.min(planStart, early.start[task]!))
    const type = constraint[task]!
    if (type === SNET || type === MSO) startFloor[task] = Math.max(type === MSO ? -Infinity : startFloor[task]!, at)
    if (type === MSO || type === SNLT) startCap[task] = at
    if (type === FNET || type === MFO) finishFloor[task] = at
    if (type === MFO || type === FNLT) finishCap[task] = at
  }

  function run(remaining: Float64Array): void {
    for (let position = 0; position < nodes.length; position++) {
      const node = nodes[position]!
      if (node >= count) gather(node - count)
      else if (hasChildren[node]) bind(node)
      else if (goesOnAt[node]! > -Infinity) finish[node] = goesOnAt[node]! + remaining[node]!
      else if (isOpen[node]) {
        bind(node)
        place(node, remaining[node]!)
      }
    }
  }

  function bind(task: number): void {
    const above = parent[task]!
    let starts = startFloor[task]!
    let ends = finishFloor[task]!
    if (above >= 0 && hands[above]) {
      const [ours, theirs] = [clockOf[task]!, clockOf[above]!]
      if (startBound[above]! > -Infinity)
        starts = Math.max(starts, converted(startBound[above]!, theirs, ours, false))
      if (finishBound[above]! > -Infinity)
        ends = Math.max(ends, converted(finishBound[above]!, theirs, ours, true))
    }
    const last = edges.first[task + 1]!
    for (let at = edges.first[task]!; at < last; at++) {
      const kind = edges.kind[at]!
      const source = edges.source[at]!
      let bound = (kind & FROM_START ? start[source]! : finish[source]!) + edges.lag[at]!
      if (kind & LOOKS_UP) bound = lookedUp(at, task)
      edges.bound[at] = bound
      if (kind & TO_FINISH) {
        if (bound > ends) ends = bound
      } else if (bound > starts) starts = bound
    }
    startBound[task] = starts
    finishBound[task] = ends
  }

  /** Where the two ends count on different calendars, or the lag on a third one. */
  function lookedUp(edge: number, task: number): number {
    const link = edges.link[edge]!
    const source = edges.source[edge]!
    const isStart = (edges.kind[edge]! & FROM_START) !== 0
    const clock = clockOf[source]!
    // What has no length stays where work ended before it.
    const lasts = start[source]! < finish[source]!
    const moment = isStart && lasts ? clock.latestAt(start[source]!) : clock.earliestAt(finish[source]!)
    return clockOf[task]!.workAt(
      shifted(moment, edges.lag[edge]!, isOnTheWall(compiled, link), compiled.lagsOn[task]!),
    )
  }

  function place(task: number, remaining: number): void {
    let begins = startBound[task]!
    if (begins > startCap[task]!) begins = startCap[task]!
    let ends = begins + remaining
    if (finishBound[task]! > ends) {
      ends = finishBound[task]!
      begins = ends - remaining
    }
    if (ends > finishCap[task]!) {
      ends = finishCap[task]!
      begins = ends - remaining
    }
    start[task] = begins
    finish[task] = ends
  }

  function gather(task: number): void {
    const calendar = clockOf[task]!
    let [first, last] = [Infinity, -Infinity]
    for (let at = children.first[task]!; at < children.first[task + 1]!; at++) {
      const child = children.list[at]!
      if (!isActive[child]) continue
      first = Math.min(first, converted(start[child]!, clockOf[child]!, calendar, false))
      last = Math.max(last, converted(finish[child]!, clockOf[child]!, calendar, true))
    }
    start[task] = first
    finish[task] = last
  }

  /** A summary's dates are asked for rarely, so they are found when they are. */
  function momentOf(task: number, isFinish: boolean): number {
    if (!hasChildren[task]) {
      if (!isFinish && start[task]! < finish[task]!) return clockOf[task]!.latestAt(start[task]!)
      // Where nothing has been done yet the first moment is not the evening before.
      return Math.max(clockOf[task]!.earliestAt(finish[task]!), Math.min(planStart, early.start[task]!))
    }
    let moment = isFinish ? -Infinity : Infinity
    for (let at = children.first[task]!; at < children.first[task + 1]!; at++) {
      const child = children.list[at]!
      if (!isActive[child]) continue
      const theirs = momentOf(child, isFinish)
      moment = isFinish ? Math.max(moment, theirs) : Math.min(moment, theirs)
    }
    return moment
  }

  function projectFinish(): number {
    let last = -Infinity
    let latest: WorkingTime | null = null
    let moment = -Infinity
    for (let task = 0; task < count; task++) {
      if (hasChildren[task] || !isActive[task]) continue
      // On the calendar of the latest so far most tasks are ruled out by a comparison.
      if (clockOf[task] === latest && finish[task]! <= last) continue
      const theirs = momentOf(task, true)
      if (theirs <= moment) continue
      moment = theirs
      last = finish[task]!
      latest = clockOf[task]!
    }
    return moment === -Infinity ? planStart : moment
  }

  function addCritical(counts: Float64Array): void {
    const last = projectFinish()
    isCriticalBelow.fill(0)
    let calendar: WorkingTime | null = null
    let work = 0
    for (let position = nodes.length - 1; position >= 0; position--) {
      const node = nodes[position]!
      const task = node >= count ? node - count : node
      if (hasChildren[task]) {
        if (node >= count) isCritical[task] = drives(task) ? 1 : 0
        continue
      }
      if (clockOf[task] !== calendar) {
        calendar = clockOf[task]!
        work = calendar.workAt(last)
      }
      const critical = (isActive[task] && finish[task]! >= work) || drives(task) || isOnSummarysPath(task)
      isCritical[task] = critical ? 1 : 0
      if (!critical) continue
      counts[task]!++
      for (let above = parent[task]!; above >= 0 && hands[above]; above = parent[above]!)
        isCriticalBelow[above] = 1
    }
  }

  /** Whether one of its links is what holds a critical task. */
  function drives(task: number): boolean {
    for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++) {
      const edge = edgeOf[leaving.list[at]!]!
      if (edge < 0) continue
      const target = to[edges.link[edge]!]!
      const isSummary = hasChildren[target] === 1
      if (!(isSummary ? isCriticalBelow[target] : isCritical[target]) || goesOnAt[target]! > -Infinity) continue
      const held =
        edges.kind[edge]! & TO_FINISH
          ? (isSummary ? finishBound : finish)[target]!
          : (isSummary ? startBound : start)[target]!
      if (edges.bound[edge]! >= held) return true
    }
    return false
  }

  function isOnSummarysPath(task: number): boolean {
    for (let above = parent[task]!; above >= 0; above = parent[above]!) {
      if (!gathers[above] || !isCritical[above]) continue
      const theirs = clockOf[above]!
      if (converted(finish[task]!, clockOf[task]!, theirs, true) >= finish[above]!) return true
      if (converted(start[task]!, clockOf[task]!, theirs, false) <= start[above]!) return true
    }
    return false
  }

  const pass: RepeatedPass = {
    count,
    planned,
    isOpen,
    run,
    startOf: (task) => momentOf(task, false),
    finishOf: (task) => momentOf(task, true),
    projectFinish,
    addCritical,
  }
  run(planned)
  return { ok: true, pass }
}

function converted(work: number, theirs: WorkingTime, ours: WorkingTime, isFinish: boolean): number {
  if (theirs === ours) return work
  return ours.workAt(isFinish ? theirs.earliestAt(work) : theirs.latestAt(work))
}

/** Summaries whose dates a link takes, and those that hand down what links or constraints demand. */
function summariesThatMatter({ network, count, constraint }: CompiledPlan) {
  const { parent, hasChildren, entering, leaving } = network
  const gathers = new Uint8Array(count)
  const hands = new Uint8Array(count)
  for (let task = 0; task < count; task++) {
    if (!hasChildren[task]) continue
    const above = parent[task]!
    const isBound = entering.first[task] !== entering.first[task + 1] || constraint[task] === SNET
    if (isBound || (above >= 0 && hands[above])) hands[task] = 1
    if (leaving.first[task] !== leaving.first[task + 1]) gathers[task] = 1
  }
  // What a summary gathers comes from summaries below it, too.
  for (let task = 0; task < count; task++)
    if (hasChildren[task] && parent[task]! >= 0 && gathers[parent[task]!]) gathers[task] = 1
  return { gathers, hands }
}

/** What a link takes and gives, as bits; without any it goes from a finish to a start. */
const FROM_START = 1
const TO_FINISH = 2
const LOOKS_UP = 4

/** The links between active tasks, by the task they enter: `edgeOf` finds each link's, -1 where it does not count. */
function edgesOf(compiled: CompiledPlan, clockOf: WorkingTime[], early: Dates) {
  const { network, count, isActive, linkType, lagUnit, lagsOn } = compiled
  const { entering, from } = network
  const size = from.length
  const edgeOf = new Int32Array(size).fill(-1)
  const edges = {
    first: new Int32Array(count + 1),
    link: new Int32Array(size),
    source: new Int32Array(size),
    kind: new Uint8Array(size),
    lag: new Float64Array(size),
    bound: new Float64Array(size),
  }
  let known = 0
  for (let task = 0; task < count; task++) {
    edges.first[task] = known
    for (let at = entering.first[task]!; at < entering.first[task + 1]!; at++) {
      const link = entering.list[at]!
      const source = from[link]!
      if (!isActive[source] || !isActive[task]) continue
      const type = linkType[link]!
      const lag = lagUnit[link]! < PERCENT ? compiled.lag[link]! : lagOf(compiled, link, early)
      const clock = clockOf[task]!
      const plain = clockOf[source] === clock && (lag === 0 || (lagsOn[task] === clock && !isOnTheWall(compiled, link)))
      edgeOf[link] = known
      edges.link[known] = link
      edges.source[known] = source
      edges.lag[known] = lag
      edges.kind[known] =
        (type === SS || type === SF ? FROM_START : 0) |
        (type === FF || type === SF ? TO_FINISH : 0) |
        (plain ? 0 : LOOKS_UP)
      known++
    }
  }
  edges.first[count] = known
  return { edges, edgeOf }
}
