import { hoursText } from '@countersign/domain/work-time'
import { StateBadge } from '@countersign/ui/badge'
import { Button, LinkButton } from '@countersign/ui/button'
import { Cluster } from '@countersign/ui/layout'
import { Section } from '@countersign/ui/card'
import { EmptyState } from '@countersign/ui/empty-state'
import { useFormat, useMessages } from '@countersign/ui/i18n-context'
import { ProgressBar } from '@countersign/ui/progress-bar'
import { timeMessages } from '../../messages/time'

type Task = {
  id: string
  name: string
  project: string
  dueOn: string
  plannedMinutes: number
  percentComplete: number
  loggedMinutes: number
}

/** A list and no table: it is read on phones. */
export function MyTasks({ tasks, today }: { tasks: Task[]; today: string }) {
  const t = useMessages(timeMessages).tasks
  return (
    <Section title={t.title} note={tasks.length > 0 ? t.note : undefined}>
      {tasks.length === 0 ? (
        <EmptyState title={t.empty}>{t.emptyHint}</EmptyState>
      ) : (
        <ul className="cn-entries">
          {tasks.map((task) => (
            <TaskEntry key={task.id} task={task} today={today} />
          ))}
        </ul>
      )}
    </Section>
  )
}

function TaskEntry({ task, today }: { task: Task; today: string }) {
  const { tasks: t, timer } = useMessages(timeMessages)
  const format = useFormat()
  return (
    <li>
      <div className="cn-my-task">
        <span>
          <strong>{task.name}</strong>
          <span className="cn-under">{task.project}</span>
        </span>
        <span>
          {t.due(format.dateShort(task.dueOn))}
          {task.dueOn < today ? <StateBadge tone="overdue" label={t.overdue} /> : null}
        </span>
        <span>{t.logged(hoursText(task.loggedMinutes), hoursText(task.plannedMinutes))}</span>
        <ProgressBar label={t.done} value={task.percentComplete} />
      </div>
      <Cluster>
        <LinkButton href={`/time?task=${task.id}#log`} size="small" aria-label={`${t.log}: ${task.name}`}>
          {t.log}
        </LinkButton>
        <form method="post" action="/time/timer">
          <input type="hidden" name="act" value="start" />
          <input type="hidden" name="taskId" value={task.id} />
          <Button size="small" variant="quiet" aria-label={timer.startOf(task.name)}>
            {timer.start}
          </Button>
        </form>
      </Cluster>
    </li>
  )
}
