import { describe, expect, test } from 'vitest'
import type { Plan } from '../schedule/plan'
import { link, plan, task } from '../schedule/plan-examples'
import { mergeReadAgain, removedByFile } from './read-again'

const base = plan([task(1, 480), task(2, 960), task(3, 0)], [link(1, 2), link(2, 3)])
const without = (of: Plan, uid: number): Plan => ({
  ...of,
  tasks: of.tasks.filter((each) => each.uid !== uid),
  links: of.links.filter(({ fromUid, toUid }) => fromUid !== uid && toUid !== uid),
})
const readAgain = (theirs: Plan, more: Partial<Parameters<typeof mergeReadAgain>[0]> = {}) =>
  mergeReadAgain({ base, ours: base, theirs, covers: null, keeps: new Set(), choices: {}, ...more })

describe('a file that is read again', () => {
  test('leaves a task in its place, with its links, where something hangs on it', () => {
    const theirs = without(base, 2)
    expect(removedByFile({ base, ours: base, theirs }).map(({ uid }) => uid)).toEqual([2])
    expect(readAgain(theirs).plan.tasks.map(({ uid }) => uid)).toEqual([1, 3])
    const kept = readAgain(theirs, { keeps: new Set([2]) })
    expect(kept.plan).toEqual(base)
    // The next file is compared with what this one said.
    expect(kept.read.tasks.map(({ uid }) => uid)).toEqual([1, 3])
  })

  test('that is a table says nothing of what it has no columns for', () => {
    const ours = { ...base, tasks: base.tasks.map((each) => ({ ...each, note: 'Ours' })) }
    const theirs: Plan = {
      ...base,
      tasks: [task(1, 60, { name: 'Dug' }), task(2, 60), task(3, 0), task(8, 120)],
      calendars: [],
      links: [],
    }
    const { plan: merged, conflicts } = readAgain(theirs, {
      ours,
      covers: { fields: ['name'], links: false },
    })
    expect(conflicts).toEqual([])
    expect(merged).toEqual({
      ...ours,
      tasks: [{ ...ours.tasks[0]!, name: 'Dug' }, ...ours.tasks.slice(1), task(8, 120)],
    })
  })

  test('takes no notice of what summaries have of their tasks', () => {
    const summary = (percentComplete: number) =>
      plan([
        task(1, 0, { isSummary: true, isMilestone: false, percentComplete }),
        task(2, 480, { outlineLevel: 2 }),
      ])
    const { conflicts, difference } = readAgain(summary(30), { base: summary(10), ours: summary(50) })
    expect(conflicts).toEqual([])
    expect(difference.tasks.changed).toEqual([])
  })

  test('wins where nobody knows what was read before', () => {
    const ours = { ...base, tasks: base.tasks.map((each) => ({ ...each, name: `Our ${each.name}` })) }
    expect(readAgain(base, { base: null, ours }).plan).toEqual(base)
  })
})
