import type { DeliverableState } from './acceptance'
import type { LocalDate } from './calendar-day'

export type MilestoneKind = 'delivery' | 'acceptance' | 'billing'
export type Health = 'on-track' | 'at-risk' | 'off-track'
export type ScopeKind = 'in-scope' | 'out-of-scope' | 'assumption'

export type PublishedMilestone = {
  uid: number
  name: string
  kind: MilestoneKind
  on: LocalDate
  isReached: boolean
}
export type PublishedDeliverable = {
  id: string
  code: string
  name: string
  description: string
  state: DeliverableState
  dueOn: LocalDate | null
  criteria: string[]
}
export type PublishedTask = {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  isMilestone: boolean
  startsOn: LocalDate
  finishesOn: LocalDate
  percentComplete: number
}

/** A part of the plan as the timeline shows it: what stands at the top of its breakdown. */
export type PublishedPhase = { uid: number; name: string; startsOn: LocalDate; finishesOn: LocalDate }

/** By when half of the forecast's runs ended, and by when eight of ten. */
export type LikelyDays = { p50: LocalDate; p80: LocalDate }

/** The honest range: what a kept forecast says of the finish and of the milestones ahead. */
export type PublishedRange = {
  /** The day on which it was forecast. */
  forecastOn: LocalDate
  finish: LikelyDays
  milestones: ({ uid: number } & LikelyDays)[]
}

/** What a timeline may show beyond milestones; the manager chooses for each publication. */
export type ShownToo = { phases: boolean; range: boolean }

/** What the customer is told: exactly this, as JSON, is digested, kept and shown. */
export type Projection = {
  project: { code: string; name: string; objective: string }
  asOf: LocalDate
  health: Health
  percentComplete: number
  finishesOn: LocalDate | null
  narrative: string
  scope: { kind: ScopeKind; text: string }[]
  milestones: PublishedMilestone[]
  deliverables: PublishedDeliverable[]
  /** The whole plan, for internal customers; null where only scope, milestones and deliverables are shown. */
  tasks: PublishedTask[] | null
  /** There only where the manager chose to show it. */
  phases?: PublishedPhase[]
  range?: PublishedRange
}

export type PublicationChange =
  | {
      kind: 'date-moved'
      /** Of a task the finish; where only its start moved, the start. */
      noun: 'milestone' | 'deliverable' | 'project' | 'task' | 'task-start' | 'phase' | 'phase-start'
      name: string
      from: LocalDate | null
      to: LocalDate | null
    }
  | {
      kind: 'added' | 'removed'
      noun: 'milestone' | 'deliverable' | 'scope' | 'task' | 'phase'
      name: string
    }
  | {
      kind: 'renamed'
      noun: 'milestone' | 'deliverable' | 'project' | 'task' | 'phase'
      name: string
      from: string
    }
  | { kind: 'progress'; from: number; to: number }
  | { kind: 'health'; from: Health; to: Health }
  | { kind: 'state'; name: string; from: DeliverableState; to: DeliverableState }
  | { kind: 'reached' | 'not-reached'; name: string }
  | { kind: 'milestone-kind'; name: string; from: MilestoneKind; to: MilestoneKind }
  | { kind: 'criteria' | 'description'; name: string }
  | { kind: 'objective' }
  /** From now on the whole plan is published, or no longer. */
  | { kind: 'publishes'; to: 'scope' | 'whole-plan' }
  | { kind: 'task-progress'; name: string; from: number; to: number }
  /** Another place in the work breakdown, or another kind of task. */
  | { kind: 'task-rearranged'; name: string }
  /** From now on the phases, or the honest range, are published, or no longer. */
  | { kind: 'shows'; what: keyof ShownToo; isShown: boolean }
  /** The range of a milestone, or of the project's finish (`name` is null). */
  | { kind: 'range-moved'; name: string | null; from: LikelyDays; to: LikelyDays }
  /** How many changed tasks are not named one by one. */
  | { kind: 'more-tasks'; count: number }

/** So many changed tasks are named in a list of changes; of the others it says how many there are. */
const namedTasks = 10

/** What differs from the last publication, as the customer will read it: no date moves silently. */
export function changesBetween(last: Projection | null, next: Projection): PublicationChange[] {
  if (last === null) return []
  const changes: PublicationChange[] = []
  if (last.project.name !== next.project.name)
    changes.push({ kind: 'renamed', noun: 'project', name: next.project.name, from: last.project.name })
  if (last.project.objective !== next.project.objective) changes.push({ kind: 'objective' })
  if (last.percentComplete !== next.percentComplete)
    changes.push({ kind: 'progress', from: last.percentComplete, to: next.percentComplete })
  if (last.health !== next.health) changes.push({ kind: 'health', from: last.health, to: next.health })
  if (last.finishesOn !== next.finishesOn)
    changes.push({
      kind: 'date-moved',
      noun: 'project',
      name: next.project.name,
      from: last.finishesOn,
      to: next.finishesOn,
    })
  changes.push(...phaseChanges(last.phases, next.phases))
  changes.push(...milestoneChanges(last.milestones, next.milestones))
  changes.push(...rangeChanges(last, next))
  changes.push(...deliverableChanges(last.deliverables, next.deliverables))
  changes.push(...scopeChanges(last.scope, next.scope))
  if (last.tasks && next.tasks) changes.push(...planChanges(last.tasks, next.tasks))
  else if (last.tasks || next.tasks)
    changes.push({ kind: 'publishes', to: next.tasks ? 'whole-plan' : 'scope' })
  return changes
}

/** The first day ever promised for each milestone, by uid: publications from first to last. */
export function firstPromises(publications: Pick<Projection, 'milestones'>[]): Map<number, LocalDate> {
  const promises = new Map<number, LocalDate>()
  for (const { milestones } of publications)
    for (const { uid, on } of milestones) if (!promises.has(uid)) promises.set(uid, on)
  return promises
}

/** An external customer ordinarily reads the scope; an internal one the whole plan (Project Management Institute usage). */
export function presetFor(customerKind: 'external' | 'internal'): 'scope' | 'whole-plan' {
  return customerKind === 'internal' ? 'whole-plan' : 'scope'
}

function milestoneChanges(last: PublishedMilestone[], next: PublishedMilestone[]): PublicationChange[] {
  return pairs(last, next, ({ uid }) => uid).flatMap(([was, is]): PublicationChange[] => {
    if (!was) return [{ kind: 'added', noun: 'milestone', name: is!.name }]
    if (!is) return [{ kind: 'removed', noun: 'milestone', name: was.name }]
    const changes: PublicationChange[] = []
    if (was.name !== is.name)
      changes.push({ kind: 'renamed', noun: 'milestone', name: is.name, from: was.name })
    if (was.on !== is.on)
      changes.push({ kind: 'date-moved', noun: 'milestone', name: is.name, from: was.on, to: is.on })
    if (was.kind !== is.kind)
      changes.push({ kind: 'milestone-kind', name: is.name, from: was.kind, to: is.kind })
    if (was.isReached !== is.isReached)
      changes.push({ kind: is.isReached ? 'reached' : 'not-reached', name: is.name })
    return changes
  })
}

function phaseChanges(
  last: PublishedPhase[] | undefined,
  next: PublishedPhase[] | undefined,
): PublicationChange[] {
  if (!last || !next)
    return last || next ? [{ kind: 'shows', what: 'phases', isShown: next !== undefined }] : []
  return pairs(last, next, ({ uid }) => uid).flatMap(([was, is]): PublicationChange[] => {
    if (!was) return [{ kind: 'added', noun: 'phase', name: is!.name }]
    if (!is) return [{ kind: 'removed', noun: 'phase', name: was.name }]
    const { name } = is
    const changes: PublicationChange[] = []
    if (was.name !== name) changes.push({ kind: 'renamed', noun: 'phase', name, from: was.name })
    if (was.startsOn !== is.startsOn)
      changes.push({ kind: 'date-moved', noun: 'phase-start', name, from: was.startsOn, to: is.startsOn })
    if (was.finishesOn !== is.finishesOn)
      changes.push({ kind: 'date-moved', noun: 'phase', name, from: was.finishesOn, to: is.finishesOn })
    return changes
  })
}

function rangeChanges({ range: last }: Projection, next: Projection): PublicationChange[] {
  const { range, milestones } = next
  if (!last || !range)
    return last || range ? [{ kind: 'shows', what: 'range', isShown: range !== undefined }] : []
  const before = new Map(last.milestones.map((likely) => [likely.uid, likely]))
  const moved = (name: string | null, was: LikelyDays | undefined, is: LikelyDays): PublicationChange[] =>
    was && (was.p50 !== is.p50 || was.p80 !== is.p80)
      ? [
          {
            kind: 'range-moved',
            name,
            from: { p50: was.p50, p80: was.p80 },
            to: { p50: is.p50, p80: is.p80 },
          },
        ]
      : []
  return [
    ...moved(null, last.finish, range.finish),
    ...range.milestones.flatMap((likely) => {
      const milestone = milestones.find(({ uid }) => uid === likely.uid)
      return milestone ? moved(milestone.name, before.get(likely.uid), likely) : []
    }),
  ]
}

function deliverableChanges(last: PublishedDeliverable[], next: PublishedDeliverable[]): PublicationChange[] {
  return pairs(last, next, ({ id }) => id).flatMap(([was, is]): PublicationChange[] => {
    if (!was) return [{ kind: 'added', noun: 'deliverable', name: is!.name }]
    if (!is) return [{ kind: 'removed', noun: 'deliverable', name: was.name }]
    const changes: PublicationChange[] = []
    if (was.name !== is.name)
      changes.push({ kind: 'renamed', noun: 'deliverable', name: is.name, from: was.name })
    if (was.dueOn !== is.dueOn)
      changes.push({ kind: 'date-moved', noun: 'deliverable', name: is.name, from: was.dueOn, to: is.dueOn })
    if (was.state !== is.state) changes.push({ kind: 'state', name: is.name, from: was.state, to: is.state })
    if (was.description !== is.description) changes.push({ kind: 'description', name: is.name })
    if (was.criteria.join('\n') !== is.criteria.join('\n')) changes.push({ kind: 'criteria', name: is.name })
    return changes
  })
}

function scopeChanges(last: Projection['scope'], next: Projection['scope']): PublicationChange[] {
  return pairs(last, next, ({ kind, text }) => `${kind} ${text}`).flatMap(
    ([was, is]): PublicationChange[] => {
      if (!was) return [{ kind: 'added', noun: 'scope', name: is!.text }]
      return is ? [] : [{ kind: 'removed', noun: 'scope', name: was.text }]
    },
  )
}

/** The tasks of a published plan; its milestones are told as such. Whatever came, went or moved is named first. */
function planChanges(last: PublishedTask[], next: PublishedTask[]) {
  const changed = pairs(last, next, ({ uid }) => uid)
    .map(([was, is]) => taskChanges(was, is))
    .filter((changes) => changes.length > 0)
  const ofDates = (changes: PublicationChange[]) =>
    changes.some(({ kind }) => kind === 'added' || kind === 'removed' || kind === 'date-moved')
  const inOrder = [...changed.filter(ofDates), ...changed.filter((changes) => !ofDates(changes))]
  const named: PublicationChange[] = inOrder.slice(0, namedTasks).flat()
  if (inOrder.length > namedTasks) named.push({ kind: 'more-tasks', count: inOrder.length - namedTasks })
  return named
}

function taskChanges(was: PublishedTask | undefined, is: PublishedTask | undefined): PublicationChange[] {
  const rearranged = (name: string): PublicationChange => ({ kind: 'task-rearranged', name })
  if ([was, is].every((task) => !task || (task.isMilestone && !task.isSummary)))
    return was && is && isRearranged(was, is) ? [rearranged(is.name)] : []
  if (!was) return [{ kind: 'added', noun: 'task', name: is!.name }]
  if (!is) return [{ kind: 'removed', noun: 'task', name: was.name }]
  const { name } = is
  const changes: PublicationChange[] = []
  if (was.name !== name) changes.push({ kind: 'renamed', noun: 'task', name, from: was.name })
  if (was.finishesOn !== is.finishesOn)
    changes.push({ kind: 'date-moved', noun: 'task', name, from: was.finishesOn, to: is.finishesOn })
  else if (was.startsOn !== is.startsOn)
    changes.push({ kind: 'date-moved', noun: 'task-start', name, from: was.startsOn, to: is.startsOn })
  if (was.percentComplete !== is.percentComplete)
    changes.push({ kind: 'task-progress', name, from: was.percentComplete, to: is.percentComplete })
  if (isRearranged(was, is)) changes.push(rearranged(name))
  return changes
}

/** Field by field: what comes back from a database has its keys in another order. */
function isRearranged(was: PublishedTask, is: PublishedTask) {
  const fields = ['wbs', 'outlineLevel', 'isSummary', 'isMilestone'] as const
  return fields.some((field) => was[field] !== is[field])
}

/** Both sides of everything that is in either, in the order of the next, what was removed last. */
function pairs<T, K>(last: T[], next: T[], keyOf: (item: T) => K): [T | undefined, T | undefined][] {
  const before = new Map(last.map((item) => [keyOf(item), item]))
  const now = new Set(next.map(keyOf))
  return [
    ...next.map((item): [T | undefined, T] => [before.get(keyOf(item)), item]),
    ...last.filter((item) => !now.has(keyOf(item))).map((item): [T, undefined] => [item, undefined]),
  ]
}
