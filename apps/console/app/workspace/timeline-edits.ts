import type { Plan, ScheduledTask } from '@countersign/domain/schedule/plan'
import { minutesUntil } from '@countersign/domain/timeline/task-clock'
import {
  linkTasks,
  setDuration,
  setFinish,
  setProgress,
  setStart,
  type Command,
} from '@countersign/domain/workspace/commands'
import type { WorkspaceEdit } from '@countersign/domain/workspace/workspace-edit'
import type { Locale } from '@countersign/ui/i18n/locale'
import { refusalWords } from './refusal-words'
import type { WorkspaceStore } from './store'
import type { TimelineEdits, TimelineGesture } from './timeline/gesture'

/** Its start stays and what is left of its time changes; a task dated by hand has its finish put there. */
function resized(plan: Plan, gesture: Extract<TimelineGesture, { kind: 'resize' }>, planned: ScheduledTask) {
  const { uid, finish } = gesture
  const task = plan.tasks.find((each) => each.uid === uid)
  if (!task || task.manual) return setFinish(plan, uid, finish)
  return setDuration(plan, uid, minutesUntil(plan, task, planned.start, finish))
}

/** What a hand on the timeline does to the plan: shown while it moves, done when it lets go. */
export function timelineEdits(store: WorkspaceStore, locale: Locale): TimelineEdits {
  function editsOf(gesture: TimelineGesture): WorkspaceEdit[] | Exclude<Command, { ok: true }> {
    const { plan, dateOf } = store.plan.kept
    if (gesture.kind === 'link') {
      const { fromUid, toUid, type } = gesture
      return linkTasks(plan, fromUid, toUid, { type })
    }
    const planned = dateOf(gesture.uid)!
    const command =
      gesture.kind === 'move'
        ? setStart(plan, gesture.uid, gesture.start)
        : gesture.kind === 'resize'
          ? resized(plan, gesture, planned)
          : setProgress(plan, gesture.uid, gesture.percent, planned)
    return command.ok ? command.edits : command
  }

  return {
    preview(gesture) {
      const edits = editsOf(gesture)
      if (!Array.isArray(edits)) store.plan.endPreview()
      const refusal = store.preview(edits)
      return refusal && refusalWords(locale, refusal)
    },
    commit(gesture) {
      // Its sentence also stays in sight: a link that cannot be would just not be there.
      if (store.do(editsOf(gesture))) return null
      return refusalWords(locale, store.complaint!.refusal)
    },
    cancel: () => store.endPreview(),
  }
}
