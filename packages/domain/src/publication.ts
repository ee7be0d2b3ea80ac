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
}

export type PublicationChange =
  | {
      kind: 'date-moved'
      noun: 'milestone' | 'deliverable' | 'project'
      name: string
      from: LocalDate | null
      to: LocalDate | null
    }
  | { kind: 'added' | 'removed'; noun: 'milestone' | 'deliverable' | 'scope'; name: string }
  | { kind: 'renamed'; noun: 'milestone' | 'deliverable'; name: string; from: string }
  | { kind: 'progress'; from: number; to: number }
  | { kind: 'health'; from: Health; to: Health }
  | { kind: 'state'; name: string; from: DeliverableState; to: DeliverableState }
  | { kind: 'reached'; name: string }
  | { kind: 'criteria'; name: string }
  | { kind: 'plan'; changedTasks: number }

/** What differs from the last publication, as the customer will read it: no date moves silently. */
export function changesBetween(last: Projection | null, next: Projection): PublicationChange[] {
  if (last === null) return []
  const changes: PublicationChange[] = []
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
  changes.push(...milestoneChanges(last.milestones, next.milestones))
  changes.push(...deliverableChanges(last.deliverables, next.deliverables))
  changes.push(...scopeChanges(last.scope, next.scope))
  const changedTasks = countChangedTasks(last.tasks, next.tasks)
  if (changedTasks > 0) changes.push({ kind: 'plan', changedTasks })
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
    if (!was.isReached && is.isReached) changes.push({ kind: 'reached', name: is.name })
    return changes
  })
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

function countChangedTasks(last: PublishedTask[] | null, next: PublishedTask[] | null): number {
  return pairs(last ?? [], next ?? [], ({ uid }) => uid).filter(
    ([was, is]) => !was || !is || taskFields.some((field) => was[field] !== is[field]),
  ).length
}

/** Not compared as JSON text: what comes back from a database has its keys in another order. */
const taskFields: (keyof PublishedTask)[] = [
  'wbs',
  'name',
  'outlineLevel',
  'isSummary',
  'isMilestone',
  'startsOn',
  'finishesOn',
  'percentComplete',
]

/** Both sides of everything that is in either, in the order of the next, what was removed last. */
function pairs<T, K>(last: T[], next: T[], keyOf: (item: T) => K): [T | undefined, T | undefined][] {
  const before = new Map(last.map((item) => [keyOf(item), item]))
  const now = new Set(next.map(keyOf))
  return [
    ...next.map((item): [T | undefined, T] => [before.get(keyOf(item)), item]),
    ...last.filter((item) => !now.has(keyOf(item))).map((item): [T, undefined] => [item, undefined]),
  ]
}
