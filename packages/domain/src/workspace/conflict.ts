import type { PlanAssignment, PlanLink } from '../schedule/plan'
import type { TaskChange } from './workspace-edit'

/** Fields that say one thing together conflict as one: progress under its per cent, a length under its duration. */
export type ConflictField = keyof TaskChange | 'milestoneKind'

/** Where two managers want different things; by its key somebody says whose word holds. */
export type Conflict = { key: string; taskName: string } & (
  | { kind: 'same-field'; uid: number; field: ConflictField; mine: unknown; theirs: unknown }
  /** `mine` puts it back and does my edits, `theirs` leaves them out. */
  | { kind: 'they-removed'; uid: number }
  /** They edited what I removed: `mine` removes it all the same, `theirs` keeps it. */
  | { kind: 'i-removed'; uid: number }
  | { kind: 'moved-twice'; uid: number }
  | {
      kind: 'same-link'
      fromUid: number
      toUid: number
      toName: string
      mine: PlanLink | null
      theirs: PlanLink | null
    }
  /** What each side would leave: null where it takes the person off the task. */
  | {
      kind: 'same-assignment'
      uid: number
      resourceName: string
      mine: PlanAssignment | null
      theirs: PlanAssignment | null
    }
  | { kind: 'same-resource'; uid: number; resourceName: string }
  /** Each half alone is none: `theirs` leaves my links out that close it. `mine` cannot be chosen. */
  | { kind: 'circle'; names: string[] }
)

export type Choice = 'mine' | 'theirs'
export type Choices = Readonly<Record<string, Choice>>

const fieldsOf: Partial<Record<keyof TaskChange, ConflictField>> = {
  percentComplete: 'percentComplete',
  actualStart: 'percentComplete',
  actualFinish: 'percentComplete',
  remainingMinutes: 'percentComplete',
  stoppedAt: 'percentComplete',
  resumesAt: 'percentComplete',
  durationMinutes: 'durationMinutes',
  durationUnit: 'durationMinutes',
  isElapsed: 'durationMinutes',
  isEstimated: 'durationMinutes',
}

export function conflictField(field: string): ConflictField {
  return fieldsOf[field as keyof TaskChange] ?? (field as keyof TaskChange)
}
