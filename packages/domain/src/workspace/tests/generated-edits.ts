import fc from 'fast-check'
import type { PlanAssignment, PlanTask } from '../../schedule/plan'
import { assignment, task } from '../../schedule/plan-examples'
import { outlineNumbers } from '../../schedule/outline'
import { anyEdit, anyFields, anyPlan } from '../../schedule/tests/generated-plans'
import type { MilestoneKind, Workspace } from '../workspace'
import type { WorkspaceEdit } from '../workspace-edit'

/** Plans with people and milestones, some with codes of their own, and what managers do to them. */
const kind = fc.constantFrom<MilestoneKind>('acceptance', 'billing', 'delivery')
const uid = fc.integer({ min: 1, max: 12 })
const resourceUid = fc.integer({ min: 1, max: 3 })

const people = [1, 2, 3].map((each) => ({
  uid: each,
  name: `Person ${each}`,
  kind: 'work' as const,
  calendarUid: null,
  maxUnitsPercent: 100,
}))

export const anyWorkspace: fc.Arbitrary<Workspace> = fc
  .record({
    given: anyPlan,
    work: fc.array(fc.tuple(uid, resourceUid), { maxLength: 4 }),
    codes: fc.constantFrom('numbers', 'own', 'mixed'),
    kinds: fc.array(kind, { minLength: 15, maxLength: 15 }),
  })
  .map(({ given, work, codes, kinds }) => {
    const numbers = outlineNumbers(given.tasks)
    const tasks = given.tasks.map((each, at): PlanTask => {
      const isOwn = codes === 'own' || (codes === 'mixed' && at % 3 === 1)
      return { ...each, wbs: isOwn ? `C-${each.uid}` : numbers[at]! }
    })
    const known = new Set(tasks.map((each) => each.uid))
    const assignments = new Map<string, PlanAssignment>()
    for (const [taskUid, resource] of work)
      if (known.has(taskUid)) assignments.set(`${taskUid} ${resource}`, assignment(taskUid, resource))
    const milestoneKinds = Object.fromEntries(
      tasks.flatMap((each, at) =>
        each.isMilestone && kinds[at] !== 'delivery' ? [[each.uid, kinds[at]!]] : [],
      ),
    )
    return {
      plan: { ...given, tasks, resources: people, assignments: [...assignments.values()] },
      milestoneKinds,
    }
  })

const own: fc.Arbitrary<WorkspaceEdit> = fc.oneof(
  fc.record({
    kind: fc.constant('change-task' as const),
    uid,
    change: fc.oneof(
      fc.record({ name: fc.constantFrom('Walls', 'Roof', 'Paint') }),
      fc.record({ isMilestone: fc.boolean() }),
      fc.record({ wbs: fc.constantFrom('1', '2', 'Z') }),
      anyFields,
    ),
  }),
  fc.record({ kind: fc.constant('set-milestone-kind' as const), uid, milestoneKind: kind }),
  fc.tuple(uid, resourceUid, fc.constantFrom(50, 100)).map(([taskUid, resource, unitsPercent]) => ({
    kind: 'set-assignment' as const,
    assignment: assignment(taskUid, resource, { unitsPercent }),
  })),
  fc.tuple(uid, resourceUid).map(([taskUid, resource]) => ({
    kind: 'remove-assignment' as const,
    uid: 1000 * taskUid + resource,
  })),
  fc.record({
    kind: fc.constant('set-resource' as const),
    resource: fc.constantFrom({ ...people[0]!, name: 'Mara' }, { ...people[0]!, uid: 4, name: 'Crane' }),
  }),
  fc.record({ kind: fc.constant('remove-resource' as const), uid: resourceUid }),
  fc.tuple(uid, uid, fc.constantFrom('SS' as const, 'FF' as const)).map(([fromUid, toUid, type]) => ({
    kind: 'change-link' as const,
    link: { fromUid, toUid, type, lag: 60, lagUnit: 'working' as const },
  })),
  fc.record({
    kind: fc.constant('reorder' as const),
    outline: fc.uniqueArray(fc.tuple(uid, fc.integer({ min: 1, max: 3 })), { selector: ([each]) => each }),
  }),
  fc
    .tuple(fc.integer({ min: 16, max: 18 }), fc.option(uid), fc.integer({ min: 1, max: 3 }))
    .map(([added, afterUid, outlineLevel]): WorkspaceEdit => ({
      kind: 'add-task',
      task: task(added, 480, { wbs: '', outlineLevel }),
      afterUid,
    })),
)

export const anyWorkspaceEdit: fc.Arbitrary<WorkspaceEdit> = fc.oneof(
  own,
  anyEdit.filter((edit) => edit.kind !== 'change-plan') as fc.Arbitrary<WorkspaceEdit>,
)
export const anyEdits = fc.array(anyWorkspaceEdit, { minLength: 1, maxLength: 4 })
