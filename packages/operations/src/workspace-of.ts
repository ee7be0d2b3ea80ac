import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { StoredPlan } from './stored-plan'

/** A stored plan as it is edited: with what kind of event its milestones are. */
export function workspaceOf({ plan, taskRows }: Pick<StoredPlan, 'plan' | 'taskRows'>): Workspace {
  return {
    plan,
    milestoneKinds: Object.fromEntries(
      taskRows.flatMap(({ uid, isMilestone, milestoneKind }) =>
        isMilestone && milestoneKind && milestoneKind !== 'delivery' ? [[uid, milestoneKind]] : [],
      ),
    ),
  }
}
