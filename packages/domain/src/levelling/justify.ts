import { FF, FS, SS } from '../schedule/compile-plan'
import { isOnTheWall, lagOf, shiftedBack } from '../schedule/lag'
import { finishFrom, startFor } from '../schedule/task-run'
import type { Bench, Placement } from './placement'

/**
 * Everything as late as the plan's finish, its links and its people let it be: tasks in the reverse of the order in
 * which they were placed, each at the last moment at which its people have time. The starts, by task index, rank the
 * next forward run (forward-backward improvement, Tormos and Lova 2001).
 */
export function justifiedStarts({ compiled, needs, people }: Bench, forward: Placement): Float64Array {
  const { count, network, runs } = compiled
  const { early } = forward.pass
  const planFinish = forward.pass.lastFinish()
  const taken = people()
  const start = Float64Array.from(early.start)
  const finish = Float64Array.from(early.finish)
  const later = { start, finish }
  const gathered = new Uint8Array(count)

  /** A summary's dates as they are now, from what hangs below it: all that was justified before it is asked for. */
  const gather = (summary: number) => {
    if (gathered[summary]) return
    gathered[summary] = 1
    start[summary] = Infinity
    finish[summary] = -Infinity
    for (let at = network.children.first[summary]!; at < network.children.first[summary + 1]!; at++) {
      const child = network.children.list[at]!
      if (network.hasChildren[child]) gather(child)
      start[summary] = Math.min(start[summary]!, start[child]!)
      finish[summary] = Math.max(finish[summary]!, finish[child]!)
    }
  }

  /** Until when links out of a task, or of what it hangs under, let it finish and start. */
  const bounds = (task: number) => {
    let mustFinish = planFinish
    let mustStart = Infinity
    for (let source = task; source >= 0; source = network.parent[source]!) {
      for (let at = network.leaving.first[source]!; at < network.leaving.first[source + 1]!; at++) {
        const link = network.leaving.list[at]!
        const target = network.to[link]!
        if (!compiled.isActive[target]) continue
        if (network.hasChildren[target]) gather(target)
        const type = compiled.linkType[link]!
        const anchor = type === FS || type === SS ? start[target]! : finish[target]!
        const lag = lagOf(compiled, link, later)
        const bound = shiftedBack(anchor, lag, isOnTheWall(compiled, link), compiled.lagsOn[target]!)
        if (type === FS || type === FF) mustFinish = Math.min(mustFinish, bound)
        else mustStart = Math.min(mustStart, bound)
      }
    }
    return { mustFinish, mustStart }
  }

  for (const task of forward.placed.toReversed()) {
    const run = runs[task]!
    const { mustFinish, mustStart } = bounds(task)
    let begins = Math.min(startFor(run, mustFinish), mustStart)
    for (;;) {
      const ends = finishFrom(run, begins)
      let before = Infinity
      for (const { resourceUid, units } of needs[task]!) {
        const person = taken.get(resourceUid)
        if (!person || units > person.maxUnits) continue
        const clash = person.lastClash(begins, ends, units)
        if (clash) before = Math.min(before, clash.from)
      }
      if (before === Infinity || !Number.isFinite(before)) break
      const earlier = startFor(run, before)
      if (!(earlier < begins)) break
      begins = earlier
    }
    // Only a rank: never earlier than where the task stands.
    start[task] = Math.max(begins, early.start[task]!)
    finish[task] = Math.max(finishFrom(run, start[task]!), early.finish[task]!)
    for (const { resourceUid, units } of needs[task]!)
      taken.get(resourceUid)?.take(start[task]!, finish[task]!, units)
  }
  return start
}
