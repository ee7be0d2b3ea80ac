import type { Plan, PlanAssignment, PlanCalendar, PlanLink, PlanResource, PlanTask } from '../schedule/plan'
import { planLists, planSettings, type ListName } from './plan-lists'
import { isSameValue } from './same-value'

/** A field by its name in the plan's types. */
export type FieldChange = { field: string; from: unknown; to: unknown }

export type Changed<Item> = { key: string; from: Item; to: Item; fields: FieldChange[] }

export type ListDifference<Item> = { added: Item[]; removed: Item[]; changed: Changed<Item>[] }

export type PlanDifference = {
  settings: FieldChange[]
  calendars: ListDifference<PlanCalendar>
  tasks: ListDifference<PlanTask>
  links: ListDifference<PlanLink>
  resources: ListDifference<PlanResource>
  assignments: ListDifference<PlanAssignment>
  /** The tasks that both plans have stand in another order. */
  isReordered: boolean
}

/** What turns the current plan into the next one. Rows are the same where their UID is, whatever their name. */
export function differenceOfPlans(current: Plan, next: Plan): PlanDifference {
  const list = <Name extends ListName>(name: Name) =>
    differenceOfLists<Plan[Name][number]>(name, current[name], next[name])
  return {
    settings: changesBetween(current, next, planSettings),
    calendars: list('calendars'),
    tasks: list('tasks'),
    links: list('links'),
    resources: list('resources'),
    assignments: list('assignments'),
    isReordered: !isSameValue(commonOrder(current, next), commonOrder(next, current)),
  }
}

export function isEmptyDifference(difference: PlanDifference): boolean {
  const lists = [
    difference.calendars,
    difference.tasks,
    difference.links,
    difference.resources,
    difference.assignments,
  ]
  return (
    difference.settings.length === 0 &&
    !difference.isReordered &&
    lists.every(({ added, removed, changed }) => added.length + removed.length + changed.length === 0)
  )
}

/** UIDs of the first plan's tasks that the second has too. */
export function commonOrder(plan: Plan, other: Plan): number[] {
  const uids = new Set(other.tasks.map(({ uid }) => uid))
  return plan.tasks.flatMap(({ uid }) => (uids.has(uid) ? uid : []))
}

function differenceOfLists<Item extends object>(
  name: ListName,
  from: readonly Item[],
  to: readonly Item[],
): ListDifference<Item> {
  const { keyOf, fields } = planLists[name] as { keyOf(item: Item): string; fields: readonly (keyof Item)[] }
  const before = new Map(from.map((item) => [keyOf(item), item]))
  const after = new Set(to.map(keyOf))
  const changed: Changed<Item>[] = []
  const added: Item[] = []
  for (const item of to) {
    const key = keyOf(item)
    const known = before.get(key)
    if (!known) added.push(item)
    else {
      const changes = changesBetween(known, item, fields)
      if (changes.length > 0) changed.push({ key, from: known, to: item, fields: changes })
    }
  }
  return { added, removed: from.filter((item) => !after.has(keyOf(item))), changed }
}

function changesBetween<Item extends object>(
  from: Item,
  to: Item,
  fields: readonly (keyof Item)[],
): FieldChange[] {
  return fields.flatMap((field) =>
    isSameValue(from[field], to[field]) ? [] : { field: String(field), from: from[field], to: to[field] },
  )
}
