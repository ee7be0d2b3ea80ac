import type { Plan, PlanTask } from '../schedule/plan'
import { mergePlans, type Choice, type MergedPlan } from './merge-plans'

/** What a table has columns for; of the rest it says nothing. */
export type Covered = { fields: readonly (keyof PlanTask)[]; links: boolean }

type ReadAgain = {
  /** What was read last time; null where that is not known. */
  base: Plan | null
  ours: Plan
  theirs: Plan
  covers: Covered | null
  /** UIDs of tasks that stay although the file has them no more: something hangs on them. */
  keeps: ReadonlySet<number>
  choices: Readonly<Record<string, Choice>>
}

/**
 * A plan with what a file changed that was read again: see `mergePlans`. `read` is what the next file is compared
 * with, whatever was decided about this one.
 */
export function mergeReadAgain(versions: ReadAgain): MergedPlan & { read: Plan } {
  const { ours, covers, keeps, choices } = versions
  const base = withoutDerived(versions.base ?? ours)
  const read = withoutDerived(covers ? saidOnTop(base, versions.theirs, covers) : versions.theirs)
  return { ...mergePlans(withoutDerived(ours), base, withKept(read, base, keeps), choices), read }
}

/** Tasks that the file had and has no more, of those that are still here. */
export function removedByFile({
  base,
  ours,
  theirs,
}: Pick<ReadAgain, 'base' | 'ours' | 'theirs'>): PlanTask[] {
  const inFile = new Set(theirs.tasks.map(({ uid }) => uid))
  const had = new Set((base ?? ours).tasks.map(({ uid }) => uid))
  return ours.tasks.filter(({ uid }) => had.has(uid) && !inFile.has(uid))
}

/** A summary's progress is that of its tasks, whatever was written down for it. */
function withoutDerived(plan: Plan): Plan {
  return {
    ...plan,
    tasks: plan.tasks.map((task) => (task.isSummary ? { ...task, percentComplete: 0 } : task)),
  }
}

/** What was known, with the table's rows and, of each row, the table's columns. */
function saidOnTop(base: Plan, table: Plan, { fields, links }: Covered): Plan {
  const known = new Map(base.tasks.map((task) => [task.uid, task]))
  const tasks = table.tasks.map((task) => {
    const was = known.get(task.uid)
    return was ? { ...was, ...Object.fromEntries(fields.map((field) => [field, task[field]])) } : task
  })
  return { ...base, tasks, links: links ? table.links : base.links }
}

/** The file as if it still had these tasks, each behind the one that it stood behind, with their links and people. */
function withKept(plan: Plan, base: Plan, keeps: ReadonlySet<number>): Plan {
  const inFile = new Set(plan.tasks.map(({ uid }) => uid))
  const missing = base.tasks.filter(({ uid }) => keeps.has(uid) && !inFile.has(uid))
  if (missing.length === 0) return plan
  const behind = new Map<number | null, PlanTask[]>()
  let before: number | null = null
  for (const task of base.tasks) {
    if (inFile.has(task.uid)) before = task.uid
    else if (keeps.has(task.uid)) {
      const run = behind.get(before)
      if (run) run.push(task)
      else behind.set(before, [task])
    }
  }
  const back = new Set(missing.map(({ uid }) => uid))
  const there = new Set([...inFile, ...back])
  return {
    ...plan,
    tasks: [
      ...(behind.get(null) ?? []),
      ...plan.tasks.flatMap((task) => [task, ...(behind.get(task.uid) ?? [])]),
    ],
    links: [
      ...plan.links,
      ...base.links.filter(
        ({ fromUid, toUid }) =>
          (back.has(fromUid) || back.has(toUid)) && there.has(fromUid) && there.has(toUid),
      ),
    ],
    assignments: [...plan.assignments, ...base.assignments.filter(({ taskUid }) => back.has(taskUid))],
  }
}
