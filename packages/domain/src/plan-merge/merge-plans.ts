import type { Plan } from '../schedule/plan'
import { mendedPlan } from './mended-plan'
import { mergedOrder } from './merged-order'
import { differenceOfPlans, type PlanDifference } from './plan-difference'
import { planLists, planSettings, type ListName } from './plan-lists'
import { isSameValue } from './same-value'

export type Choice = 'ours' | 'theirs'

/** Changed here and in the file, differently. Values are `undefined` where a row or a field is not there. */
export type Conflict = {
  /** 'tasks/17/durationMinutes': what a choice is kept under. */
  key: string
  list: 'settings' | ListName
  /** The name of the row, as the plan here has it. */
  what: string
  /** `null` where one side changed the row and the other removed it. */
  field: string | null
  base: unknown
  ours: unknown
  theirs: unknown
}

export type MergedPlan = {
  plan: Plan
  /** All of them, those with a choice as well. */
  conflicts: Conflict[]
  /** What becomes of the plan here. */
  difference: PlanDifference
}

/**
 * Merges a file that is read again into a plan that has gone on since: `base` is the plan as it was read last time.
 * What changed on one side only is taken from that side, field by field and row by row; what changed on both sides
 * differently is a conflict, and stays ours without a choice. The result may have a cycle where each side added half
 * of one: the scheduler names it.
 */
export function mergePlans(
  current: Plan,
  base: Plan,
  next: Plan,
  choices: Readonly<Record<string, Choice>> = {},
): MergedPlan {
  const conflicts: Conflict[] = []

  function settled(conflict: Conflict): Choice {
    conflicts.push(conflict)
    return Object.hasOwn(choices, conflict.key) ? choices[conflict.key]! : 'ours'
  }

  function mergedFields<Item extends object>(
    sides: { base: Item | undefined; ours: Item; theirs: Item },
    fields: readonly (keyof Item & string)[],
    place: { list: Conflict['list']; prefix: string; what: () => string },
  ): Item {
    const merged = { ...sides.ours }
    for (const field of fields) {
      const [base, ours, theirs] = [sides.base?.[field], sides.ours[field], sides.theirs[field]]
      if (isSameValue(ours, theirs) || isSameValue(base, theirs)) continue
      if (isSameValue(base, ours)) merged[field] = theirs
      else {
        const { list, prefix, what } = place
        const choice = settled({ key: `${prefix}/${field}`, list, what: what(), field, base, ours, theirs })
        if (choice === 'theirs') merged[field] = theirs
      }
    }
    return merged
  }

  function mergedList<Name extends ListName>(list: Name): Plan[Name] {
    type Item = Plan[Name][number]
    const { keyOf, fields } = planLists[list] as unknown as {
      keyOf(item: Item): string
      fields: readonly (keyof Item & string)[]
    }
    const byKey = (plan: Plan) => new Map((plan[list] as Item[]).map((item) => [keyOf(item), item]))
    const sides = { base: byKey(base), ours: byKey(current), theirs: byKey(next) }
    const keys = mergedOrder({
      base: [...sides.base.keys()],
      ours: [...sides.ours.keys()],
      theirs: [...sides.theirs.keys()],
    })
    return keys.flatMap((key): Item[] => {
      const [was, ours, theirs] = [sides.base.get(key), sides.ours.get(key), sides.theirs.get(key)]
      const prefix = `${list}/${key}`
      const what = () => nameOf((ours ?? theirs)!, current, next)
      if (ours && theirs) return [mergedFields({ base: was, ours, theirs }, fields, { list, prefix, what })]
      const kept = (ours ?? theirs)!
      if (!was) return [kept]
      if (isSameRow(was, kept, fields)) return []
      const choice = settled({ key: prefix, list, what: what(), field: null, base: was, ours, theirs })
      return (choice === 'ours') === (kept === ours) ? [kept] : []
    }) as Plan[Name]
  }

  const settings = mergedFields<Plan>({ base, ours: current, theirs: next }, planSettings, {
    list: 'settings',
    prefix: 'settings',
    what: () => '',
  })
  const merged: Plan = {
    ...settings,
    calendars: mergedList('calendars'),
    tasks: mergedList('tasks'),
    links: mergedList('links'),
    resources: mergedList('resources'),
    assignments: mergedList('assignments'),
  }
  const plan = mendedPlan(merged, [current, next, base])
  return { plan, conflicts, difference: differenceOfPlans(current, plan) }
}

function isSameRow<Item extends object>(a: Item, b: Item, fields: readonly (keyof Item)[]): boolean {
  return fields.every((field) => isSameValue(a[field], b[field]))
}

function nameOf(item: Plan[ListName][number], ours: Plan, theirs: Plan): string {
  if ('name' in item) return item.name
  const taskName = (uid: number) =>
    [ours, theirs].flatMap((plan) => plan.tasks.find((task) => task.uid === uid)?.name ?? [])[0] ?? `#${uid}`
  if ('fromUid' in item) return `${taskName(item.fromUid)} → ${taskName(item.toUid)}`
  const resource = [ours, theirs].flatMap(
    (plan) => plan.resources.find((one) => one.uid === item.resourceUid)?.name ?? [],
  )[0]
  return `${taskName(item.taskUid)}: ${resource ?? `#${item.resourceUid}`}`
}
