import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { durationWords } from '../../duration-words'
import { planMessages } from '../../messages/plan'
import { statesMessages } from '../../messages/states'
import type { TaskInFull } from './queries.server'

type Task = { task: TaskInFull; projectId: string }

export function TaskFacts({ task, projectId }: Task) {
  const t = useMessages(planMessages).task
  const { milestoneKinds } = useMessages(statesMessages)
  const format = useFormat()
  const words = (minutes: number) => durationWords(format, minutes, task.minutesPerDay)
  return (
    <>
      <Card>
        <Facts
          facts={[
            { label: t.starts, value: <Moment local={task.startsLocal} /> },
            { label: t.finishes, value: <Moment local={task.finishesLocal} /> },
            task.isMilestone
              ? { label: t.milestoneKind, value: milestoneKinds[task.milestoneKind ?? 'delivery'] }
              : { label: t.duration, value: words(task.durationMinutes) },
            { label: t.float, value: task.isCritical ? t.floatNone : words(task.totalFloatMinutes) },
            { label: t.progress, value: format.percent(task.percentComplete) },
            { label: t.predecessors, value: <LinkedTasks tasks={task.predecessors} projectId={projectId} /> },
            { label: t.successors, value: <LinkedTasks tasks={task.successors} projectId={projectId} /> },
          ]}
        />
      </Card>
      {task.note ? (
        <Card title={t.note}>
          <Prose text={task.note} />
        </Card>
      ) : null}
    </>
  )
}

/** A local date-time of the project: the day and the time on its wall. */
function Moment({ local }: { local: string }) {
  return (
    <>
      <Day on={local.slice(0, 10)} /> {local.slice(11)}
    </>
  )
}

function LinkedTasks({ tasks, projectId }: { tasks: TaskInFull['predecessors']; projectId: string }) {
  const t = useMessages(planMessages).task
  if (tasks.length === 0) return <>{t.nobody}</>
  return (
    <ul>
      {tasks.map(({ uid, wbs, name }) => (
        <li key={uid}>
          <a href={`/projects/${projectId}/tasks/${uid}`}>
            {wbs} {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

export function TaskAssignments({ task, projectId, mayWrite }: Task & { mayWrite: boolean }) {
  const t = useMessages(planMessages).task
  const format = useFormat()
  return (
    <Card
      title={t.assigned}
      meta={
        mayWrite ? (
          <LinkButton href={`/projects/${projectId}/tasks/${task.uid}/assignments`} size="small" icon="plus">
            {t.assign}
          </LinkButton>
        ) : null
      }
    >
      {task.assignments.length === 0 ? (
        <p className="cs-note">{t.notAssigned}</p>
      ) : (
        <SimpleTable
          caption={t.assigned}
          captionHidden
          columns={[
            { key: 'person', label: t.person },
            { key: 'effort', label: t.effort, numeric: true },
            { key: 'due', label: t.dueOn },
            { key: 'accountable', label: t.accountable },
            ...(mayWrite
              ? [{ key: 'remove', label: <span className="cs-visually-hidden">{t.remove}</span> }]
              : []),
          ]}
          rows={task.assignments.map(({ staffId, name, plannedMinutes, dueOn, isAccountable }) => ({
            key: staffId,
            cells: [
              name,
              t.hours(format.number(plannedMinutes / 60)),
              dueOn ? <Day on={dueOn} short /> : '–',
              isAccountable ? t.isAccountable : '–',
              ...(mayWrite
                ? [
                    <LinkButton
                      key="remove"
                      href={`/projects/${projectId}/tasks/${task.uid}/assignments/${staffId}/removal`}
                      variant="quiet"
                      size="small"
                      aria-label={t.removeOf(name)}
                    >
                      {t.remove}
                    </LinkButton>,
                  ]
                : []),
            ],
          }))}
        />
      )}
    </Card>
  )
}
