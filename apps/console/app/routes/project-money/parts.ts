import { allocate } from '@countersign/domain/invoicing/allocate'

export const partings = ['task', 'phase', 'deliverable', 'month'] as const
export type Parting = (typeof partings)[number]

export type PartTask = {
  id: string
  name: string
  position: number
  outlineLevel: number
  isSummary: boolean
  uid: number
}
export type PartLine = { id: string; byWork: boolean; recognisedMinor: bigint; completionMinor: bigint }
/** What a task did and is still to do for a line; `workedMinor` is billable and approved, `billMinor` all that is billable. */
export type TaskOnLine = {
  taskId: string | null
  lineId: string | null
  minutes: bigint
  costMinor: bigint
  workedMinor: bigint
  billMinor: bigint
  etcMinutes: bigint
  etcMinor: bigint
  etcBillMinor: bigint
}
export type Part = {
  key: string
  name: string | null
  minutes: bigint
  revenueMinor: bigint
  costMinor: bigint
  etcMinor: bigint
  completionMinor: bigint
}

/** What each task brought and will have brought: its share of every line that it works for, to the last minor unit. */
export function partsByTask(
  work: readonly TaskOnLine[],
  lines: readonly PartLine[],
): Map<string | null, Part> {
  const parts = new Map<string | null, Part>()
  for (const each of work) {
    const part = partAt(parts, each.taskId)
    part.minutes += each.minutes
    part.costMinor += each.costMinor
    part.etcMinor += each.etcMinor
  }
  for (const line of lines) {
    const own = work.filter(({ lineId }) => lineId === line.id)
    const spread = (minor: bigint, weightOf: (each: TaskOnLine) => bigint) => {
      const weights = own.map((each) => (weightOf(each) > 0n ? weightOf(each) : 0n))
      return weights.some((weight) => weight > 0n) ? allocate(minor, weights) : null
    }
    const atCompletion = (each: TaskOnLine) => each.costMinor + each.etcMinor
    const now = line.byWork
      ? (spread(line.recognisedMinor, ({ workedMinor }) => workedMinor) ??
        spread(line.recognisedMinor, atCompletion))
      : spread(line.recognisedMinor, atCompletion)
    const then = line.byWork
      ? (spread(line.completionMinor, (each) => each.billMinor + each.etcBillMinor) ??
        spread(line.completionMinor, atCompletion))
      : spread(line.completionMinor, atCompletion)
    own.forEach(({ taskId }, index) => {
      partAt(parts, taskId).revenueMinor += now?.[index] ?? 0n
      partAt(parts, taskId).completionMinor += then?.[index] ?? 0n
    })
    // A line that nobody works for still earns.
    if (!now) partAt(parts, null).revenueMinor += line.recognisedMinor
    if (!then) partAt(parts, null).completionMinor += line.completionMinor
  }
  return parts
}

/** The phase of every task: the outermost summary that it stands under, or itself. */
export function phaseOf(tasks: readonly PartTask[]): Map<string, PartTask> {
  const phases = new Map<string, PartTask>()
  let phase: PartTask | null = null
  for (const task of tasks) {
    if (task.outlineLevel <= 1) phase = task
    phases.set(task.id, phase ?? task)
  }
  return phases
}

/** The deliverable that a task works towards: of those due in its phase, the first at or after it. */
export function deliverableOf(
  tasks: readonly PartTask[],
  deliverables: readonly { id: string; dueTaskUid: number | null }[],
): Map<string, string | null> {
  const phases = phaseOf(tasks)
  const due = deliverables
    .flatMap(({ id, dueTaskUid }) => {
      const task = tasks.find(({ uid }) => uid === dueTaskUid)
      return task ? [{ id, position: task.position, phase: phases.get(task.id)!.id }] : []
    })
    .sort((a, b) => a.position - b.position)
  return new Map(
    tasks.map((task) => [
      task.id,
      due.find(({ position, phase }) => phase === phases.get(task.id)!.id && position >= task.position)?.id ??
        null,
    ]),
  )
}

/** Parts put together under other keys, in the order of their first. */
export function together(
  parts: Iterable<[string | null, Part]>,
  keyOf: (taskId: string | null) => { key: string; name: string | null },
): Part[] {
  const sums = new Map<string, Part>()
  for (const [taskId, part] of parts) {
    const { key, name } = keyOf(taskId)
    const sum = sums.get(key) ?? { ...nothing(key), name }
    sum.minutes += part.minutes
    sum.revenueMinor += part.revenueMinor
    sum.costMinor += part.costMinor
    sum.etcMinor += part.etcMinor
    sum.completionMinor += part.completionMinor
    sums.set(key, sum)
  }
  return [...sums.values()]
}

function partAt(parts: Map<string | null, Part>, taskId: string | null): Part {
  const known = parts.get(taskId)
  if (known) return known
  const made = nothing(taskId ?? 'none')
  parts.set(taskId, made)
  return made
}

function nothing(key: string): Part {
  return { key, name: null, minutes: 0n, revenueMinor: 0n, costMinor: 0n, etcMinor: 0n, completionMinor: 0n }
}
