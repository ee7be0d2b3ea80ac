import { LinkButton } from '@countersign/ui/button'
import { Card } from '@countersign/ui/card'
import { Facts } from '@countersign/ui/facts'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { Prose } from '@countersign/ui/layout'
import { SimpleTable } from '@countersign/ui/simple-table'
import { Day } from '@countersign/ui/values'
import { DriverWords } from '../../driver-words'
import { durationWords } from '../../duration-words'
import { planMessages } from '../../messages/plan'
import { scheduleMessages } from '../../messages/schedule'
import { statesMessages } from '../../messages/states'
import { teamMessages } from '../../messages/team'
import { dayLength } from './planned'
import type { TaskInFull } from './queries.server'

type Task = { task: TaskInFull; projectId: string }

export function TaskFacts({ task, projectId, mayWrite }: Task & { mayWrite: boolean }) {
  const t = useMessages(planMessages).task
  const { milestoneKinds } = useMessages(statesMessages)
  const format = useFormat()
  const words = (minutes: number) => durationWords(format, minutes, dayLength(task))
  return (
    <>
      <Card title={t.why}>
        <p>
          <DriverWords
            uid={task.uid}
            driver={task.driver}
            task={task.drivenBy.task}
            resource={task.drivenBy.resource}
            href={(uid) => `/projects/${projectId}/tasks/${uid}`}
          />
        </p>
        <Facts
          facts={[
            { label: t.starts, value: <Moment local={task.startsLocal} /> },
            { label: t.finishes, value: <Moment local={task.finishesLocal} /> },
            task.isMilestone
              ? { label: t.milestoneKind, value: milestoneKinds[task.milestoneKind ?? 'delivery'] }
              : { label: t.duration, value: words(task.durationMinutes) },
            { label: t.progress, value: format.percent(task.percentComplete) },
            ...marks(task, t),
            { label: t.predecessors, value: <LinkedTasks tasks={task.predecessors} projectId={projectId} /> },
            { label: t.successors, value: <LinkedTasks tasks={task.successors} projectId={projectId} /> },
          ]}
        />
      </Card>
      <TaskFloat task={task} />
      {mayWrite && !task.isSummary ? <TaskControl task={task} projectId={projectId} /> : null}
      {task.note ? (
        <Card title={t.note}>
          <Prose text={task.note} />
        </Card>
      ) : null}
    </>
  )
}

/** What is out of the ordinary: only that is said. */
function marks(task: TaskInFull, t: ReturnType<typeof planMessages>['task']) {
  return [
    ...(task.deadlineLocal
      ? [
          {
            label: t.deadline,
            value: (
              <>
                <Moment local={task.deadlineLocal} />
                {task.finishesLocal > task.deadlineLocal ? (
                  <div className="cs-note">{t.deadlineMissed}</div>
                ) : null}
              </>
            ),
          },
        ]
      : []),
    ...(task.isManual ? [{ label: t.manual, value: t.yes }] : []),
    ...(task.isActive ? [] : [{ label: t.inactive, value: t.yes }]),
  ]
}

/** Where a manager says what the task counts for: in the earned value and in the forecast. */
function TaskControl({ task, projectId }: Task) {
  const t = useMessages(planMessages).task
  const { skills } = useMessages(teamMessages)
  const href = `/projects/${projectId}/tasks/${task.uid}`
  return (
    <Card title={t.control}>
      <ul>
        <li>
          <a href={`${href}/measure`}>{t.measure}</a>
        </li>
        {task.isMilestone ? null : (
          <li>
            <a href={`${href}/estimate`}>{t.estimate}</a>
          </li>
        )}
        <li>
          <a href={`${href}/skills`}>{skills.link}</a>
        </li>
      </ul>
    </Card>
  )
}

/** How far it can move, and between which dates. */
function TaskFloat({ task }: { task: TaskInFull }) {
  const t = useMessages(planMessages).task
  const { constraints } = useMessages(scheduleMessages)
  const format = useFormat()
  const words = (minutes: number) => durationWords(format, minutes, dayLength(task))
  return (
    <Card title={t.floatTitle}>
      <Facts
        facts={[
          {
            label: t.totalFloat,
            value: (
              <>
                {words(task.totalFloatMinutes)}
                {task.isCritical ? <div className="cs-note">{t.isCritical}</div> : null}
              </>
            ),
          },
          { label: t.freeFloat, value: words(task.freeFloatMinutes) },
          { label: t.earliest, value: <Span from={task.earlyStartLocal} to={task.earlyFinishLocal} /> },
          { label: t.latest, value: <Span from={task.lateStartLocal} to={task.lateFinishLocal} /> },
          { label: t.constraint, value: constraints[task.constraintType] },
        ]}
      />
    </Card>
  )
}

function Span({ from, to }: { from: string; to: string }) {
  return (
    <>
      <Moment local={from} /> – <Moment local={to} />
    </>
  )
}

/** A local date-time of the project: the day and the time on its wall. */
function Moment({ local }: { local: string }) {
  return (
    <>
      <Day on={local.slice(0, 10)} short /> {local.slice(11)}
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

/** Whom the plan's file names; nothing where it names nobody. */
export function PlannedResources({ task }: { task: TaskInFull }) {
  const t = useMessages(planMessages).task
  const format = useFormat()
  if (task.plannedResources.length === 0) return null
  return (
    <Card title={t.planned}>
      <p className="cs-note">{t.plannedNote}</p>
      <SimpleTable
        caption={t.planned}
        captionHidden
        columns={[
          { key: 'name', label: t.person },
          { key: 'units', label: t.units100, numeric: true },
          { key: 'work', label: t.work, numeric: true },
        ]}
        rows={task.plannedResources.map(({ uid, name, unitsPercent, workMinutes }) => ({
          key: String(uid),
          cells: [name, format.percent(unitsPercent), t.hours(format.number(workMinutes / 60))],
        }))}
      />
    </Card>
  )
}
