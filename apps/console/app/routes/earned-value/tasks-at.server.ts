import { localDateIn, type LocalDate } from '@countersign/domain/calendar-day'
import type { EarningTask } from '@countersign/domain/earned-value/measures'
import { progressOf, type ProgressMethod } from '@countersign/domain/earned-value/progress-method'
import { rational, ZERO, type Rational } from '@countersign/domain/earned-value/rational'
import { workBetweenIn } from '../../work-between.server'
import type { EarnedValueFacts } from './queries.server'

/** A task of the plan or of the baseline, or of both, as earned value sees it. */
export type Earner = EarningTask & {
  uid: number
  wbs: string
  name: string
  outlineLevel: number
  isSummary: boolean
  method: ProgressMethod['kind']
  /** Whether people were planned for it: only then is there a budget in money. */
  isStaffed: boolean
  isInPlan: boolean
  /** What is earned of it by the end of a day. */
  progressOn: (day: LocalDate) => Rational
}

/**
 * All tasks with their budgets of the baseline, what is earned of each by `at` and what was worked by then. Budgets and
 * costs are minutes of work. A task that the baseline does not know has no budget, and its hours count all the same.
 */
export function earnersAt(facts: EarnedValueFacts, at: LocalDate, today: LocalDate): Earner[] {
  const { now, then, plan } = facts
  const thenOf = new Map(then.map((task) => [task.uid, task]))
  const timeOf = plan && workBetweenIn(plan)
  const taskOf = new Map(plan?.tasks.map((task) => [task.uid, task]))
  const progressOnOf = progressByTask(facts, today)
  const minutesOf = minutesByTask(facts, at)

  const known = now.map((task) => ({ ...task, isInPlan: true }))
  const present = new Set(now.map(({ uid }) => uid))
  const gone = then
    .filter(({ uid, isSummary }) => !present.has(uid) && !isSummary)
    .map((task) => ({ ...task, outlineLevel: 1, percentComplete: 0, isInPlan: false }))
  return [...known, ...gone].map((task): Earner => {
    const baseline = thenOf.get(task.uid)
    const planned = taskOf.get(task.uid)
    const { method, progressOn } = progressOnOf(task.uid, task.percentComplete)
    const counts = baseline !== undefined && !task.isSummary
    return {
      uid: task.uid,
      wbs: task.wbs,
      name: task.name,
      outlineLevel: task.outlineLevel,
      isSummary: task.isSummary,
      isInPlan: task.isInPlan,
      method,
      isStaffed: baseline?.workFrom === 'people',
      budget: counts ? rational(baseline.workMinutes) : ZERO,
      start: baseline?.start ?? '',
      finish: baseline?.finish ?? '',
      workBetween: timeOf ? timeOf(planned ?? { calendarUid: null, isElapsed: false }) : () => 0,
      progress: progressOn(at),
      progressOn,
      actualCost: rational(minutesOf.get(task.uid) ?? 0),
    }
  })
}

function minutesByTask({ worked }: EarnedValueFacts, at: LocalDate): Map<number, number> {
  const minutes = new Map<number, number>()
  for (const { uid, on, minutes: more } of worked)
    if (on <= at) minutes.set(uid, (minutes.get(uid) ?? 0) + more)
  return minutes
}

/** By the method that was chosen for a task, from what had been said, done and accepted by a day. */
function progressByTask(facts: EarnedValueFacts, today: LocalDate) {
  const { progress, measures, criteria, timeZone } = facts
  const saidOf = groupedBy(progress, ({ uid }) => uid)
  const measureOf = new Map(measures.map((measure) => [measure.taskUid, measure]))
  const criteriaOf = groupedBy(
    criteria.map(({ deliverableId, weight, metAt }) => ({
      deliverableId,
      weight,
      metOn: metAt && localDateIn(timeZone, metAt),
    })),
    ({ deliverableId }) => deliverableId,
  )
  return (uid: number, percentNow: number) => {
    const measure = measureOf.get(uid)
    const method = measure?.method ?? 'percent'
    const said = saidOf.get(uid) ?? []
    function progressOn(day: LocalDate): Rational {
      const percentComplete = day >= today ? percentNow : (said.findLast(({ on }) => on <= day)?.percent ?? 0)
      return progressOf(methodOn(day), {
        isStarted: percentComplete > 0,
        isFinished: percentComplete === 100,
        percentComplete,
        criteria: (criteriaOf.get(measure?.deliverableId ?? '') ?? []).map(({ weight, metOn }) => ({
          weight,
          isAcceptedAsMet: metOn !== null && metOn <= day,
        })),
      })
    }
    function methodOn(day: LocalDate): ProgressMethod {
      if (method !== 'weighted-milestones') return { kind: method }
      const steps = (measure?.steps ?? []).map(({ name, weight, doneOn }) => ({
        name,
        weight,
        isDone: doneOn !== null && doneOn <= day,
      }))
      return { kind: method, steps }
    }
    return { method, progressOn }
  }
}

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
