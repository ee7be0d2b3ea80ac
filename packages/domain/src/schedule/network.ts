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
  /** Tasks by the summary right above them. */
  children: Grouped
  /** Index of each link's tasks, in the order of `plan.links`. */
  from: Int32Array
  to: Int32Array
  /** Links by the task they enter and by the task they leave. */
  entering: Grouped
  leaving: Grouped
  /** Every node after all that it waits for, and where each node stands there. */
  order: Int32Array
  position: Int32Array
}

/** `list[first[key] … first[key + 1]]` */
export type Grouped = { first: Int32Array; list: Int32Array }

export type NetworkRefusal = { ok: false; why: 'unknown-task' | 'self-link' | 'cycle'; names: string[] }

const MAX_NAMES = 20

/** The tasks in an order in which each can be scheduled, or the circle that prevents it by its tasks' names. */
export function networkOf(
  plan: Pick<Plan, 'tasks' | 'links'>,
  index: ReadonlyMap<number, number>,
): { ok: true; network: Network } | NetworkRefusal {
  const ends = endsOf(plan, index)
  return ends.ok ? networkAround({ ...outlineOf(plan), from: ends.from, to: ends.to }, plan) : ends
}

function endsOf(
  plan: Pick<Plan, 'tasks' | 'links'>,
  index: ReadonlyMap<number, number>,
): { ok: true; from: Int32Array; to: Int32Array } | NetworkRefusal {
  const { tasks, links } = plan
  const from = new Int32Array(links.length)
  const to = new Int32Array(links.length)
  for (let at = 0; at < links.length; at++) {
    const { fromUid, toUid } = links[at]!
    const source = index.get(fromUid)
    const target = index.get(toUid)
    if (source === undefined || target === undefined) {
      const unknown = source === undefined ? fromUid : toUid
      return { ok: false, why: 'unknown-task', names: [String(unknown)] }
    }
    if (source === target) return { ok: false, why: 'self-link', names: [tasks[source]!.name] }
    from[at] = source
    to[at] = target
  }
  return { ok: true, from, to }
}

/** The same tasks with other links, those of `plan`. */
export function relinked(
  network: Pick<Network, 'count' | 'parent' | 'hasChildren' | 'children'>,
  plan: Pick<Plan, 'tasks' | 'links'>,
  index: ReadonlyMap<number, number>,
): { ok: true; network: Network } | NetworkRefusal {
  const { count, parent, hasChildren, children } = network
  const ends = endsOf(plan, index)
  return ends.ok
    ? networkAround({ count, parent, hasChildren, children, from: ends.from, to: ends.to }, plan)
    : ends
}

function networkAround(
  parts: Pick<Network, 'count' | 'parent' | 'hasChildren' | 'children' | 'from' | 'to'>,
  plan: Pick<Plan, 'tasks' | 'links'>,
): { ok: true; network: Network } | NetworkRefusal {
  const { count, from, to } = parts
  const linked = { ...parts, entering: groupedBy(to, count), leaving: groupedBy(from, count) }
  const order = orderOf(linked)
  if (!order.ok) return { ok: false, why: 'cycle', names: namesOf(order.cycle, plan) }
  return { ok: true, network: { ...linked, order: order.order, position: positionsIn(order.order, count) } }
}

export function positionsIn(order: Int32Array, count: number): Int32Array {
  const position = new Int32Array(2 * count).fill(-1)
  for (let at = 0; at < order.length; at++) position[order[at]!] = at
  return position
}

/** Which task stands under which, by outline level alone. */
function outlineOf({ tasks }: Pick<Plan, 'tasks'>) {
  const count = tasks.length
  const parent = new Int32Array(count).fill(-1)
  const hasChildren = new Uint8Array(count)
  const open: number[] = []
  for (let task = 0; task < count; task++) {
    const { outlineLevel } = tasks[task]!
    while (open.length > 0 && tasks[open[open.length - 1]!]!.outlineLevel >= outlineLevel) open.pop()
    if (open.length > 0) {
      parent[task] = open[open.length - 1]!
      hasChildren[parent[task]!] = 1
    }
    open.push(task)
  }
  return { count, parent, hasChildren, children: groupedBy(parent, count) }
}

type Linked = Omit<Network, 'order' | 'position'>

/** Calls for every node that waits for this one. */
export function eachDependent(network: Linked, node: number, visit: (node: number) => void): void {
  const { count, parent, hasChildren, children, leaving, to } = network
  const task = node < count ? node : node - count
  if (node < count && hasChildren[task]) {
    for (let at = children.first[task]!; at < children.first[task + 1]!; at++) visit(children.list[at]!)
    return
  }
  for (let at = leaving.first[task]!; at < leaving.first[task + 1]!; at++) visit(to[leaving.list[at]!]!)
  if (parent[task]! >= 0) visit(count + parent[task]!)
}

function orderOf(network: Linked): { ok: true; order: Int32Array } | { ok: false; cycle: number[] } {
  const { count, hasChildren } = network
  const waitsFor = new Int32Array(2 * count)
  let nodes = 0
  for (let node = 0; node < 2 * count; node++) {
    if (node >= count && !hasChildren[node - count]) continue
    nodes++
    eachDependent(network, node, (dependent) => waitsFor[dependent]!++)
  }
  const order = new Int32Array(nodes)
  let known = 0
  for (let node = 0; node < 2 * count; node++) {
    if (node >= count && !hasChildren[node - count]) continue
    if (waitsFor[node] === 0) order[known++] = node
  }
  for (let at = 0; at < known; at++) {
    eachDependent(network, order[at]!, (dependent) => {
      if (--waitsFor[dependent]! === 0) order[known++] = dependent
    })
  }
  if (known === nodes) return { ok: true, order }
  return { ok: false, cycle: cycleAmong(waitsFor, network) }
}

/** What still waits has something before it that waits too: walking back must come round. */
function cycleAmong(waitsFor: Int32Array, network: Linked): number[] {
  const before = new Map<number, number>()
  for (let node = 0; node < waitsFor.length; node++) {
    if (!(waitsFor[node]! > 0)) continue
    eachDependent(network, node, (dependent) => {
      if (waitsFor[dependent]! > 0) before.set(dependent, node)
    })
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

function namesOf(cycle: number[], { tasks }: Pick<Plan, 'tasks'>): string[] {
  const circle = new Set(cycle.map((node) => node % tasks.length))
  return [...circle].slice(0, MAX_NAMES).map((task) => tasks[task]!.name)
}

/** Indexes by key; keys below zero belong nowhere. */
export function groupedBy(keys: ArrayLike<number>, count: number): Grouped {
  const first = new Int32Array(count + 1)
  let kept = 0
  for (let at = 0; at < keys.length; at++) {
    if (keys[at]! < 0) continue
    first[keys[at]! + 1]!++
    kept++
  }
  for (let key = 0; key < count; key++) first[key + 1]! += first[key]!
  const free = first.slice()
  const list = new Int32Array(kept)
  for (let at = 0; at < keys.length; at++) if (keys[at]! >= 0) list[free[keys[at]!]!++] = at
  return { first, list }
}
