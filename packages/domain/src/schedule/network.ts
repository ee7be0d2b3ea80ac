import type { Plan } from './plan'

/**
 * The plan as a graph of numbers. A task at index `i` is node `i`; a summary has a second node, `count + i`: the
 * first hands what it waits for down to its children, the second gathers when they are done. So a link on a summary
 * is one edge, however many leaves hang below.
 */
export type Network = {
  count: number
  /** Index of the summary above, -1 at the top. */
  parent: Int32Array
  hasChildren: Uint8Array
  /** Index of each link's tasks, in the order of `plan.links`. */
  from: Int32Array
  to: Int32Array
  /** Links by the task they enter and by the task they leave: `list[first[i] … first[i + 1]]`. */
  entering: Grouped
  leaving: Grouped
  /** Every node after all that it waits for. */
  order: Int32Array
}

export type Grouped = { first: Int32Array; list: Int32Array }

type NetworkRefusal = { ok: false; why: 'unknown-task' | 'cycle'; names: string[] }

const MAX_NAMES = 20

/** The tasks in an order in which each can be scheduled, or the circle that prevents it by its tasks' names. */
export function networkOf(plan: Plan): { ok: true; network: Network } | NetworkRefusal {
  const count = plan.tasks.length
  const index = new Map(plan.tasks.map((task, at) => [task.uid, at]))
  const from = new Int32Array(plan.links.length)
  const to = new Int32Array(plan.links.length)
  for (const [at, link] of plan.links.entries()) {
    const [source, target] = [index.get(link.fromUid), index.get(link.toUid)]
    if (source === undefined || target === undefined) {
      return {
        ok: false,
        why: 'unknown-task',
        names: [String(source === undefined ? link.fromUid : link.toUid)],
      }
    }
    from[at] = source
    to[at] = target
  }

  const { parent, hasChildren } = outlineOf(plan)
  const done = (task: number) => (hasChildren[task] ? count + task : task)
  const edgeFrom: number[] = []
  const edgeTo: number[] = []
  for (let task = 0; task < count; task++) {
    const above = parent[task]!
    if (above < 0) continue
    edgeFrom.push(above, done(task))
    edgeTo.push(task, count + above)
  }
  for (let link = 0; link < from.length; link++) {
    edgeFrom.push(done(from[link]!))
    edgeTo.push(to[link]!)
  }

  const sorted = orderOf(count, hasChildren, edgeFrom, edgeTo)
  if (!sorted.ok) return { ok: false, why: 'cycle', names: namesOf(sorted.cycle, plan) }
  const network = {
    count,
    parent,
    hasChildren,
    from,
    to,
    entering: groupedBy(to, count),
    leaving: groupedBy(from, count),
    order: sorted.order,
  }
  return { ok: true, network }
}

/** Which task stands under which, by outline level alone. */
function outlineOf(plan: Plan): { parent: Int32Array; hasChildren: Uint8Array } {
  const parent = new Int32Array(plan.tasks.length).fill(-1)
  const hasChildren = new Uint8Array(plan.tasks.length)
  const open: number[] = []
  for (const [task, { outlineLevel }] of plan.tasks.entries()) {
    while (open.length > 0 && plan.tasks[open.at(-1)!]!.outlineLevel >= outlineLevel) open.pop()
    const above = open.at(-1)
    if (above !== undefined) {
      parent[task] = above
      hasChildren[above] = 1
    }
    open.push(task)
  }
  return { parent, hasChildren }
}

function orderOf(
  count: number,
  hasChildren: Uint8Array,
  edgeFrom: number[],
  edgeTo: number[],
): { ok: true; order: Int32Array } | { ok: false; cycle: number[] } {
  const outgoing = groupedBy(edgeFrom, 2 * count)
  const waitsFor = new Int32Array(2 * count)
  for (const node of edgeTo) waitsFor[node]!++
  const ready: number[] = []
  let nodes = 0
  for (let node = 0; node < 2 * count; node++) {
    if (node >= count && !hasChildren[node - count]) continue
    nodes++
    if (waitsFor[node] === 0) ready.push(node)
  }
  for (let at = 0; at < ready.length; at++) {
    const node = ready[at]!
    for (let edge = outgoing.first[node]!; edge < outgoing.first[node + 1]!; edge++) {
      const next = edgeTo[outgoing.list[edge]!]!
      if (--waitsFor[next]! === 0) ready.push(next)
    }
  }
  if (ready.length === nodes) return { ok: true, order: Int32Array.from(ready) }
  return { ok: false, cycle: cycleAmong(waitsFor, edgeFrom, edgeTo) }
}

/** What still waits has something before it that waits too: walking back must come round. */
function cycleAmong(waitsFor: Int32Array, edgeFrom: number[], edgeTo: number[]): number[] {
  const before = new Map<number, number>()
  for (let edge = 0; edge < edgeFrom.length; edge++) {
    if (waitsFor[edgeFrom[edge]!]! > 0 && waitsFor[edgeTo[edge]!]! > 0)
      before.set(edgeTo[edge]!, edgeFrom[edge]!)
  }
  const seen = new Map<number, number>()
  const path: number[] = []
  let node = waitsFor.findIndex((waiting) => waiting > 0)
  while (!seen.has(node)) {
    seen.set(node, path.length)
    path.push(node)
    node = before.get(node)!
  }
  return path.slice(seen.get(node)).reverse()
}

function namesOf(cycle: number[], plan: Plan): string[] {
  const tasks = new Set(cycle.map((node) => node % plan.tasks.length))
  return [...tasks].slice(0, MAX_NAMES).map((task) => plan.tasks[task]!.name)
}

function groupedBy(keys: ArrayLike<number>, count: number): Grouped {
  const first = new Int32Array(count + 1)
  for (let at = 0; at < keys.length; at++) first[keys[at]! + 1]!++
  for (let key = 0; key < count; key++) first[key + 1]! += first[key]!
  const free = first.slice()
  const list = new Int32Array(keys.length)
  for (let at = 0; at < keys.length; at++) list[free[keys[at]!]!++] = at
  return { first, list }
}
