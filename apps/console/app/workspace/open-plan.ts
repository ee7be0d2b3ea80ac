import type { Plan, ScheduledTask } from '@countersign/domain/schedule/plan'
import { openSchedule, type OpenSchedule } from '@countersign/domain/schedule/open-schedule'
import type { ScheduleRefusal } from '@countersign/domain/schedule/refusal'
import { applyEdits, withEdits } from '@countersign/domain/workspace/apply-edits'
import { renamedEdits, type Renamed } from '@countersign/domain/workspace/renamed-edits'
import type { Workspace } from '@countersign/domain/workspace/workspace'
import type { EditRefusal, WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'

export type PlanRefusal = EditRefusal | ScheduleRefusal

/** One step that can be taken back: what was done and what undoes it. */
type Step = { edits: WorkspaceEdit[]; inverse: WorkspaceEdit[] }

/** What is only shown, and the dates that its tasks had before. */
type Preview = Step & { dates: ReadonlyMap<number, ScheduledTask> }

const nothingShown: Preview = { edits: [], inverse: [], dates: new Map() }
const MOST_STEPS = 500

/**
 * The plan as this manager has it before them: edited, dated by the engine at once, every step undone and redone.
 * It knows nothing of the network. A refused edit changes nothing.
 */
export class OpenPlan {
  #workspace: Workspace
  #schedule: OpenSchedule
  #done: Step[] = []
  #undone: Step[] = []
  #preview: Preview | null = null
  #stamps = new Map<number, number>()
  #positions = { epoch: -1, of: new Map<number, number>() }
  /** Moves when rows come, go or change places: everything may look different. */
  epoch = 0
  /** Moves with every edit, also one that is only shown. */
  changes = 0

  /** Throws RangeError for a plan that the engine cannot date: nothing stores such a one. */
  constructor(workspace: Workspace) {
    this.#workspace = workspace
    this.#schedule = dated(workspace)
    this.#workspace = { ...workspace, plan: this.#schedule.plan }
  }

  get workspace(): Workspace {
    return this.#workspace
  }

  get schedule(): OpenSchedule {
    return this.#schedule
  }

  get canUndo(): boolean {
    return this.#done.length > 0
  }

  get canRedo(): boolean {
    return this.#undone.length > 0
  }

  dateOf(uid: number): ScheduledTask | undefined {
    return this.#schedule.taskAt(uid)
  }

  /** From the plan's start to its finish, as the engine counts. */
  get span(): { start: number; finish: number } {
    return this.#schedule.span
  }

  /** Where the task stands in the plan, from 0; -1 where it does not. */
  positionOf(uid: number): number {
    if (this.#positions.epoch !== this.epoch) {
      const { tasks } = this.#workspace.plan
      this.#positions = { epoch: this.epoch, of: new Map(tasks.map((task, at) => [task.uid, at])) }
    }
    return this.#positions.of.get(uid) ?? -1
  }

  taskOf(uid: number) {
    return this.#workspace.plan.tasks[this.positionOf(uid)]
  }

  /** The summary right above the task in the outline. */
  parentOf(uid: number) {
    const { tasks } = this.#workspace.plan
    const at = this.positionOf(uid)
    const level = tasks[at]?.outlineLevel ?? 0
    let above = at - 1
    while (above >= 0 && tasks[above]!.outlineLevel >= level) above--
    return tasks[above]
  }

  /** Another number whenever what a row shows may have changed. */
  stampOf(uid: number): number {
    return this.#stamps.get(uid) ?? 0
  }

  /** Does the edits and remembers how to take them back. */
  do(edits: WorkspaceEdit[]): PlanRefusal | null {
    this.endPreview()
    const step = this.#apply(edits)
    if ('why' in step) return step
    this.#done.push(step)
    if (this.#done.length > MOST_STEPS) this.#done.shift()
    this.#undone = []
    return null
  }

  /** Takes back the last step, or does it again: the edits that did so, or why it is no longer possible. */
  undo(): WorkspaceEdit[] | PlanRefusal | null {
    return this.#back(this.#done, this.#undone)
  }

  redo(): WorkspaceEdit[] | PlanRefusal | null {
    return this.#back(this.#undone, this.#done)
  }

  /** Shows what the edits would do, in place of what was shown before; `endPreview` takes it back. */
  preview(edits: WorkspaceEdit[]): PlanRefusal | null {
    const swapped = this.#swapPreview(edits)
    return swapped === undefined ? this.#previewAnew(edits) : swapped
  }

  #previewAnew(edits: WorkspaceEdit[]): PlanRefusal | null {
    this.endPreview()
    const dates = datesOf(edits, this.#schedule)
    const step = this.#apply(edits)
    if ('why' in step) return step
    this.#preview = { ...step, dates }
    return null
  }

  /** At one pass of the engine, not two: what was shown is not put back first. Undefined where that is not possible. */
  #swapPreview(edits: WorkspaceEdit[]): PlanRefusal | null | undefined {
    const shown = this.#preview
    const swap = shown && inPlaceOf(shown.inverse, edits)
    if (!shown || !swap || swap.some(({ uid }) => !shown.dates.has(uid))) return undefined
    const kept = withEdits(this.#workspace, shown.inverse)
    const wanted = kept.ok ? withEdits(kept.workspace, edits) : kept
    if (!wanted.ok) return undefined
    const step = this.#apply(swap)
    if ('why' in step) {
      this.endPreview()
      return step
    }
    this.#preview = { edits, inverse: wanted.inverse, dates: shown.dates }
    return null
  }

  /** The plan, and the dates of what is being changed, without what is only shown. */
  get kept(): { plan: Plan; dateOf: (uid: number) => ScheduledTask | undefined } {
    const { inverse, dates } = this.#preview ?? nothingShown
    const back = withEdits(this.#workspace, inverse)
    if (!back.ok) throw new RangeError(`what was only shown cannot be taken back: ${back.why}`)
    return { plan: back.workspace.plan, dateOf: (uid) => dates.get(uid) ?? this.dateOf(uid) }
  }

  get isPreviewing(): boolean {
    return this.#preview !== null
  }

  endPreview() {
    const step = this.#preview
    this.#preview = null
    if (step) this.#apply(step.inverse)
  }

  /** What others did, on top: not a step of one's own. */
  take(edits: WorkspaceEdit[]): PlanRefusal | null {
    this.endPreview()
    const step = this.#apply(edits)
    return 'why' in step ? step : null
  }

  /** Starts again from another state; steps keep their place, with the numbers that things got since. */
  replace(workspace: Workspace, ...renamed: Renamed[]) {
    this.#preview = null
    this.#schedule = dated(workspace)
    this.#workspace = { ...workspace, plan: this.#schedule.plan }
    this.epoch++
    this.changes++
    const inTurn = (edits: WorkspaceEdit[]) => renamed.reduce((each, by) => renamedEdits(each, by), edits)
    const again = ({ edits, inverse }: Step): Step => ({ edits: inTurn(edits), inverse: inTurn(inverse) })
    this.#done = this.#done.map(again)
    this.#undone = this.#undone.map(again)
  }

  #back(from: Step[], to: Step[]): WorkspaceEdit[] | PlanRefusal | null {
    this.endPreview()
    const step = from.pop()
    if (!step) return null
    const taken = this.#apply(step.inverse)
    if ('why' in taken) return taken
    to.push(taken)
    return taken.edits
  }

  #apply(edits: WorkspaceEdit[]): Step | PlanRefusal {
    const answer = applyEdits(this.#schedule, this.#workspace, edits)
    if (!answer.ok) return answer
    const changesOutline = edits.some(({ kind }) => outlineKinds.has(kind))
    this.#workspace = answer.workspace
    this.changes++
    if (changesOutline) this.epoch++
    else this.#stamp(edits, answer.changedUids)
    return { edits: answer.edits, inverse: answer.inverse }
  }

  #stamp(edits: readonly WorkspaceEdit[], changedUids: readonly number[]) {
    const bump = (uid: number) => this.#stamps.set(uid, this.stampOf(uid) + 1)
    for (const uid of changedUids) bump(uid)
    for (const edit of edits) {
      const uid = uidOf(edit, this.#workspace)
      // An assignment that is gone does not say whose it was.
      if (uid === null) this.epoch++
      else {
        bump(uid)
        this.#stampAbove(uid, bump)
      }
    }
  }

  /** A summary shows the progress of what lies below it. */
  #stampAbove(uid: number, bump: (uid: number) => void) {
    const { tasks } = this.#workspace.plan
    const at = this.positionOf(uid)
    let level = tasks[at]?.outlineLevel ?? 0
    for (let above = at - 1; above >= 0 && level > 1; above--) {
      if (tasks[above]!.outlineLevel >= level) continue
      level = tasks[above]!.outlineLevel
      bump(tasks[above]!.uid)
    }
  }
}

const outlineKinds: ReadonlySet<WorkspaceEdit['kind']> = new Set([
  'add-task',
  'remove-task',
  'move-task',
  'reorder',
  'change-plan',
  'set-resource',
  'remove-resource',
])

function uidOf(edit: WorkspaceEdit, workspace: Workspace): number | null {
  switch (edit.kind) {
    case 'add-link':
    case 'change-link':
      return edit.link.toUid
    case 'remove-link':
      return edit.toUid
    case 'set-assignment':
      return edit.assignment.taskUid
    case 'remove-assignment':
      return workspace.plan.assignments.find(({ uid }) => uid === edit.uid)?.taskUid ?? null
    case 'change-task':
    case 'set-milestone-kind':
      return edit.uid
    default:
      return null
  }
}

type TaskEdit = Extract<WorkspaceEdit, { kind: 'change-task' }>

/** What takes some changes of tasks back and does others, as one change of each; null where it is about more than that. */
function inPlaceOf(inverse: readonly WorkspaceEdit[], edits: readonly WorkspaceEdit[]): TaskEdit[] | null {
  const changes = new Map<number, TaskEdit>()
  for (const edit of [...inverse, ...edits]) {
    if (edit.kind !== 'change-task') return null
    const before = changes.get(edit.uid)
    changes.set(edit.uid, before ? { ...before, change: { ...before.change, ...edit.change } } : edit)
  }
  return [...changes.values()]
}

function datesOf(edits: readonly WorkspaceEdit[], schedule: OpenSchedule): Preview['dates'] {
  return new Map(
    edits.flatMap((edit) => {
      const dates = edit.kind === 'change-task' ? schedule.taskAt(edit.uid) : undefined
      return dates ? [[dates.uid, dates] as const] : []
    }),
  )
}

function dated({ plan }: Workspace): OpenSchedule {
  const opened = openSchedule(plan)
  if (!opened.ok) throw new RangeError(`a stored plan cannot be dated: ${opened.why}`)
  return opened.schedule
}
