import type { Plan, PlanAssignment, PlanLink, PlanResource, PlanTask } from '../schedule/plan'
import type { MilestoneKind } from './workspace'

export type TaskChange = Partial<Omit<PlanTask, 'uid' | 'outlineLevel' | 'isSummary' | 'baselines'>>
export type PlanSettings = Omit<Plan, 'tasks' | 'links' | 'resources' | 'assignments'>

/** A task with what hangs below it, as it was before it was removed: what bringing it back takes. */
export type RemovedBranch = {
  /** The task right above it in the list, null at the top. */
  afterUid: number | null
  tasks: PlanTask[]
  milestoneKinds: Record<number, MilestoneKind>
  links: PlanLink[]
  assignments: PlanAssignment[]
}

/** What a manager does to a plan, as plain JSON: what is sent, kept, replayed by others and undone. */
export type WorkspaceEdit =
  | { kind: 'change-task'; uid: number; change: TaskChange }
  | { kind: 'add-task'; task: PlanTask; afterUid: number | null }
  /** With what hangs below it, and all their links and assignments. What that was, whoever applies it fills in. */
  | { kind: 'remove-task'; uid: number; was?: RemovedBranch }
  /** With what hangs below it, to right after another task (`null`: to the top), at that level. */
  | { kind: 'move-task'; uid: number; afterUid: number | null; outlineLevel: number }
  /** All tasks in a new order. One that is not named stays behind the one that it stood behind. */
  | { kind: 'reorder'; outline: [uid: number, outlineLevel: number][] }
  | { kind: 'add-link'; link: PlanLink }
  | { kind: 'change-link'; link: PlanLink }
  | { kind: 'remove-link'; fromUid: number; toUid: number }
  /** Adds one, or takes the place of the one with that number. */
  | { kind: 'set-assignment'; assignment: PlanAssignment }
  | { kind: 'remove-assignment'; uid: number }
  | { kind: 'set-resource'; resource: PlanResource }
  | { kind: 'remove-resource'; uid: number; was?: PlanResource }
  | { kind: 'set-milestone-kind'; uid: number; milestoneKind: MilestoneKind }
  /** Calendars, the start and the like: done on pages of their own, told to who has the plan open. */
  | { kind: 'change-plan'; change: Partial<PlanSettings> }

export type EditRefusal = {
  ok: false
  why:
    | 'unknown-task'
    | 'known-task'
    | 'into-itself'
    | 'unknown-link'
    | 'known-link'
    | 'self-link'
    | 'unknown-assignment'
    | 'known-assignment'
    | 'unknown-resource'
    | 'resource-in-use'
    | 'not-a-milestone'
  /** Tasks and people by name, or by number where there is no such. */
  names: string[]
}
