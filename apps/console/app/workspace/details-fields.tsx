import { hoursOfDay } from '@countersign/domain/schedule/day-hours'
import type { ConstraintType, PlanTask } from '@countersign/domain/schedule/plan'
import type { TaskRevision } from '@countersign/domain/schedule/task-revision'
import { reviseTaskEdits } from '@countersign/domain/workspace/commands'
import { milestoneKindOf, type MilestoneKind } from '@countersign/domain/workspace/workspace'
import { useLocale, useMessages } from '@countersign/ui/i18n-context'
import { Checkbox, DateInput, Select, TextArea } from '@countersign/ui/field'
import { Icon } from '@countersign/ui/icon'
import { constraintTypes } from '../routes/task/planned'
import { scheduleMessages } from '../messages/schedule'
import { statesMessages } from '../messages/states'
import { workspaceMessages } from '../messages/workspace'
import { refusalWords } from './refusal-words'
import { useStore } from './use-store'

/** What no column says, or says short: dates that hold, the calendar, the milestone, the note. */
export function DetailsFields({ uid }: { uid: number }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const task = store.plan.taskOf(uid)
  if (!task) return null
  return (
    <section className="cw-fields">
      {task.isSummary ? null : <Dates task={task} />}
      {task.isSummary ? null : <Kind task={task} />}
      <TextArea
        key={`note ${task.note ?? ''}`}
        name="cw-note"
        label={t.note}
        rows={3}
        defaultValue={task.note ?? ''}
        onBlur={({ target }) => {
          const note = target.value.trim() || null
          if (note !== task.note) store.do([{ kind: 'change-task', uid, change: { note } }])
        }}
      />
      <Refused />
    </section>
  )
}

function Refused() {
  const { complaint } = useStore()
  const locale = useLocale()
  // Of a cell it is said beside the cell.
  if (!complaint || complaint.column) return null
  return (
    <p className="cw-complaint" role="alert">
      <Icon name="alert" /> {refusalWords(locale, complaint.refusal)}
    </p>
  )
}

function useRevise(task: PlanTask) {
  const store = useStore()
  return (revision: TaskRevision) => {
    const { plan } = store.plan.workspace
    const planned = store.plan.dateOf(task.uid)!
    const command = reviseTaskEdits(plan, task.uid, revision, planned)
    store.do(command.ok ? command.edits : command)
  }
}

function Dates({ task }: { task: PlanTask }) {
  const { plan } = useStore().plan.workspace
  const t = useMessages(workspaceMessages).details
  const { constraints } = useMessages(scheduleMessages)
  const revise = useRevise(task)
  const { constraint, deadline } = task
  const calendarUid = task.calendarUid ?? plan.calendarUid
  const moment = (day: string, type: ConstraintType) =>
    hoursOfDay(day, calendarUid, plan.calendars)[/^F|MFO/.test(type) ? 'finish' : 'start']
  const isDated = constraint.type !== 'ASAP' && constraint.type !== 'ALAP'

  function setType(type: ConstraintType) {
    const day = constraint.at?.slice(0, 10)
    const at = type === 'ASAP' || type === 'ALAP' ? null : moment(day ?? plan.startsAt.slice(0, 10), type)
    revise({ constraint: { type, at } })
  }

  return (
    <>
      <Select
        name="cw-constraint"
        label={t.constraint}
        options={constraintTypes.map((value) => ({ value, label: constraints[value] }))}
        value={constraint.type}
        onChange={({ target }) => setType(target.value as ConstraintType)}
      />
      {isDated ? (
        <DateInput
          key={`on ${constraint.at}`}
          name="cw-constraint-on"
          label={t.constraintOn}
          defaultValue={constraint.at?.slice(0, 10)}
          onBlur={({ target }) => {
            if (target.value && target.value !== constraint.at?.slice(0, 10))
              revise({ constraint: { type: constraint.type, at: moment(target.value, constraint.type) } })
          }}
        />
      ) : null}
      <DateInput
        key={`deadline ${deadline}`}
        name="cw-deadline"
        label={t.deadline}
        defaultValue={deadline?.slice(0, 10)}
        onBlur={({ target }) => {
          if (target.value !== (deadline?.slice(0, 10) ?? ''))
            revise({ deadline: target.value ? moment(target.value, 'FNLT') : null })
        }}
      />
      {plan.calendars.length > 1 ? (
        <Select
          name="cw-calendar"
          label={t.calendar}
          options={[
            { value: '', label: t.planCalendar },
            ...plan.calendars.map(({ uid, name }) => ({ value: String(uid), label: name })),
          ]}
          value={task.calendarUid ?? ''}
          onChange={({ target }) =>
            revise({ calendarUid: target.value === '' ? null : Number(target.value) })
          }
        />
      ) : null}
    </>
  )
}

function Kind({ task }: { task: PlanTask }) {
  const store = useStore()
  const t = useMessages(workspaceMessages).details
  const { milestoneKinds } = useMessages(statesMessages)
  const { workspace } = store.plan
  const revise = useRevise(task)
  const { uid } = task

  function setMilestone(isMilestone: boolean) {
    const durationMinutes = isMilestone ? 0 : workspace.plan.minutesPerDay
    store.do([{ kind: 'change-task', uid, change: { isMilestone, durationMinutes, remainingMinutes: null } }])
  }

  return (
    <>
      <Checkbox
        name="cw-milestone"
        label={t.milestone}
        checked={task.isMilestone}
        onChange={({ target }) => setMilestone(target.checked)}
      />
      {task.isMilestone ? (
        <Select
          name="cw-milestone-kind"
          label={t.milestoneKind}
          options={Object.entries(milestoneKinds).map(([value, label]) => ({ value, label }))}
          value={milestoneKindOf(workspace, uid)}
          onChange={({ target }) =>
            store.do([{ kind: 'set-milestone-kind', uid, milestoneKind: target.value as MilestoneKind }])
          }
        />
      ) : null}
      <Checkbox
        name="cw-active"
        label={t.active}
        checked={task.isActive}
        onChange={({ target }) => revise({ isActive: target.checked })}
      />
    </>
  )
}
