import type { Plan } from '../schedule/plan'

/** What kind of event a milestone is; one that nobody said anything of is a delivery. */
export type MilestoneKind = 'delivery' | 'acceptance' | 'billing'

/** What a manager edits: the plan, and which of its milestones are no mere deliveries. */
export type Workspace = { plan: Plan; milestoneKinds: Readonly<Record<number, MilestoneKind>> }

export function milestoneKindOf({ milestoneKinds }: Workspace, uid: number): MilestoneKind {
  return milestoneKinds[uid] ?? 'delivery'
}
