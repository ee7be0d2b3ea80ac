import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSchedule } from '../schedule/open-schedule'
import { link, plan, task } from '../schedule/plan-examples'
import { schedulePlan } from '../schedule/schedule-plan'
import { applyEdits, withEdits } from './apply-edits'
import { editsBetween } from './edits-between'
import { inOrder } from './tests/same-workspace'
import { anyEdits, anyWorkspace } from './tests/generated-edits'
import type { Workspace } from './workspace'
import type { WorkspaceEdit } from './workspace-edit'

function applied(workspace: Workspace, edits: WorkspaceEdit[]) {
  const edited = withEdits(workspace, edits)
  if (!edited.ok) throw new Error(`${edited.why}: ${edited.names.join(', ')}`)
  return edited
}

describe('edits of a plan', () => {
  test('and their inverse leave it as it was, again and again', () => {
    let tried = 0
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (workspace, edits) => {
        const edited = withEdits(workspace, edits)
        if (!edited.ok) return
        tried++
        const back = applied(edited.workspace, edited.inverse)
        expect(inOrder(back.workspace)).toEqual(inOrder(workspace))
        const again = applied(back.workspace, back.inverse)
        expect(inOrder(again.workspace)).toEqual(inOrder(edited.workspace))
      }),
      { numRuns: 3000 },
    )
    expect(tried).toBeGreaterThan(500)
  })

  test('between two plans turn the first into the second', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (workspace, edits) => {
        const edited = withEdits(workspace, edits)
        if (!edited.ok) return
        const difference = editsBetween(workspace, edited.workspace)
        expect(inOrder(applied(workspace, difference).workspace)).toEqual(inOrder(edited.workspace))
      }),
      { numRuns: 2000 },
    )
  })

  test('between any two plans turn the first into the second', () => {
    fc.assert(
      fc.property(anyWorkspace, anyWorkspace, (workspace, other) => {
        const difference = editsBetween(workspace, other)
        expect(inOrder(applied(workspace, difference).workspace)).toEqual(inOrder(other))
      }),
      { numRuns: 1000 },
    )
  })

  test('keep an open schedule at what a schedule from scratch says, and change nothing where refused', () => {
    fc.assert(
      fc.property(anyWorkspace, anyEdits, (workspace, edits) => {
        const open = openSchedule(workspace.plan)
        if (!open.ok) return
        const { schedule } = open
        const answer = applyEdits(schedule, workspace, edits)
        const now = answer.ok ? answer.workspace : workspace
        expect(schedule.plan).toEqual(now.plan)
        expect(schedule.current()).toEqual(schedulePlan(now.plan))
      }),
      { numRuns: 500 },
    )
  })

  test('say by name what they refuse', () => {
    const workspace: Workspace = {
      plan: plan([task(1, 480), task(2, 480)], [link(1, 2)]),
      milestoneKinds: {},
    }
    const whyNot = (edit: WorkspaceEdit) => withEdits(workspace, [edit])
    expect(whyNot({ kind: 'add-link', link: link(1, 2) })).toMatchObject({
      why: 'known-link',
      names: ['Task 1', 'Task 2'],
    })
    expect(whyNot({ kind: 'add-link', link: link(2, 2) })).toMatchObject({ why: 'self-link' })
    expect(whyNot({ kind: 'add-link', link: link(2, 7) })).toMatchObject({
      why: 'unknown-task',
      names: ['7'],
    })
    expect(whyNot({ kind: 'remove-link', fromUid: 2, toUid: 1 })).toMatchObject({ why: 'unknown-link' })
    expect(whyNot({ kind: 'add-task', task: task(2, 1), afterUid: 1 })).toMatchObject({ why: 'known-task' })
    expect(whyNot({ kind: 'add-task', task: task(3, 1), afterUid: 9 })).toMatchObject({ why: 'unknown-task' })
    expect(whyNot({ kind: 'move-task', uid: 1, afterUid: 1, outlineLevel: 1 })).toMatchObject({
      why: 'into-itself',
    })
    expect(whyNot({ kind: 'set-milestone-kind', uid: 1, milestoneKind: 'billing' })).toMatchObject({
      why: 'not-a-milestone',
    })
    expect(whyNot({ kind: 'remove-assignment', uid: 1 })).toMatchObject({ why: 'unknown-assignment' })
    expect(whyNot({ kind: 'remove-resource', uid: 1 })).toMatchObject({ why: 'unknown-resource' })
  })
})

describe('the outline', () => {
  const numbered = (workspace: Workspace) => workspace.plan.tasks.map(({ uid, wbs }) => `${uid}:${wbs}`)
  const three: Workspace = {
    plan: plan([task(1, 480), task(2, 480, { percentComplete: 40 }), task(3, 480, { wbs: 'X-3' })]),
    milestoneKinds: {},
  }

  test('numbers tasks by their place, and leaves codes alone that somebody gave', () => {
    const { workspace, inverse } = applied(three, [
      { kind: 'add-task', task: task(4, 480, { wbs: '' }), afterUid: 1 },
    ])
    expect(numbered(workspace)).toEqual(['1:1', '4:2', '2:3', '3:X-3'])
    expect(numbered(applied(workspace, inverse).workspace)).toEqual(['1:1', '2:2', '3:X-3'])
  })

  test('puts nothing under a task that comes between a summary and its tasks', () => {
    const nested = applied(three, [{ kind: 'move-task', uid: 2, afterUid: 1, outlineLevel: 2 }]).workspace
    const { workspace } = applied(nested, [
      { kind: 'add-task', task: task(4, 480, { wbs: '' }), afterUid: 1 },
    ])
    expect(workspace.plan.tasks.map(({ uid, outlineLevel }) => [uid, outlineLevel])).toEqual([
      [1, 1],
      [4, 2],
      [2, 2],
      [3, 1],
    ])
  })

  test('gives a task its progress back that was a summary for a while', () => {
    const nested = applied(three, [{ kind: 'move-task', uid: 3, afterUid: 2, outlineLevel: 2 }])
    const back = applied(nested.workspace, nested.inverse).workspace
    expect(back.plan.tasks[1]).toMatchObject({ percentComplete: 40, isSummary: false })
  })
})
