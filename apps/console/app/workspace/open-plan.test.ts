import { link, plan, task } from '@countersign/domain/schedule/plan-examples'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { OpenPlan } from './open-plan'

const day = 480
const uids = [1, 2, 3, 4]
const opened = () =>
  new OpenPlan({
    plan: plan(
      uids.map((uid) => task(uid, uid * day)),
      [link(1, 2), link(2, 3), link(1, 4)],
    ),
    milestoneKinds: {},
  })
const lasts = (uid: number, days: number): WorkspaceEdit => {
  return { kind: 'change-task', uid, change: { durationMinutes: days * day } }
}
const looks = (open: OpenPlan) => ({
  tasks: [...open.workspace.plan.tasks],
  dates: uids.map((uid) => open.dateOf(uid)),
  span: open.span,
})

describe('what is only shown', () => {
  const edits = fc.array(
    fc.oneof(
      fc.record({ uid: fc.constantFrom(...uids), days: fc.integer({ min: 1, max: 9 }) }).map((each) => {
        return lasts(each.uid, each.days)
      }),
      fc.record({ uid: fc.constantFrom(...uids), name: fc.string() }).map(({ uid, name }): WorkspaceEdit => {
        return { kind: 'change-task', uid, change: { name } }
      }),
      fc.constant<WorkspaceEdit>({ kind: 'remove-link', fromUid: 1, toUid: 2 }),
    ),
    { maxLength: 3 },
  )

  test('looks as if nothing had been shown before it, and leaves nothing behind', () => {
    fc.assert(
      fc.property(fc.array(edits, { minLength: 1, maxLength: 6 }), (previews) => {
        const open = opened()
        const before = looks(open)
        for (const each of previews) {
          const fresh = opened()
          const refusal = fresh.preview(each)
          expect(open.preview(each)).toEqual(refusal)
          expect(looks(open)).toEqual(looks(fresh))
          expect(open.kept.plan.tasks).toEqual(before.tasks)
        }
        open.endPreview()
        expect(looks(open)).toEqual(before)
        expect(open.canUndo).toBe(false)
      }),
      { numRuns: 120 },
    )
  })

  test('says of a task in hand the dates that it had', () => {
    const open = opened()
    const before = open.dateOf(2)
    open.preview([lasts(2, 5)])
    open.preview([lasts(2, 7)])
    expect(open.dateOf(2)).not.toEqual(before)
    expect(open.kept.dateOf(2)).toEqual(before)
  })

  test('stands as before where the next thing cannot be shown', () => {
    const open = opened()
    const before = looks(open)
    expect(open.preview([lasts(2, 5)])).toBeNull()
    expect(open.preview([lasts(2, -1)])).toMatchObject({ ok: false, why: 'bad-duration' })
    expect(looks(open)).toEqual(before)
  })
})
